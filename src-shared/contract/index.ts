import type { z } from 'zod';
import { accessMethods, controlPlanMethods } from './access.ts';
import { accessLogMethods } from './access-logs.ts';
import { backupMethods } from './backups.ts';
import { caseMethods } from './cases.ts';
import { classificationMethods } from './classification.ts';
import { computeMethods } from './compute.ts';
import { diagnosticsMethods } from './diagnostics.ts';
import { escalationMethods } from './escalations.ts';
import { evidenceMethods } from './evidence.ts';
import { exchangeMethods } from './exchange.ts';
import { figureMethods } from './figures.ts';
import { historyMethods } from './history.ts';
import { importMethods } from './imports.ts';
import { inventoryMethods } from './inventory.ts';
import { jobMethods } from './jobs.ts';
import { journalMethods } from './journal.ts';
import { listMethods } from './lists.ts';
import { measureMethods } from './measures.ts';
import { networkMethods } from './networks.ts';
import { operationMethods } from './operation.ts';
import { overviewMethods } from './overview.ts';
import { partyMethods } from './parties.ts';
import { peopleMethods } from './people.ts';
import { planMethods } from './plan.ts';
import { programmeMethods } from './programme.ts';
import { qualityMethods } from './quality.ts';
import { redFlagMethods } from './red-flags.ts';
import { reportMethods } from './reports.ts';
import { retentionMethods } from './retention.ts';
import { ruleLibraryMethods } from './rulelibrary.ts';
import { screeningMethods } from './screening.ts';
import { searchMethods } from './search.ts';
import { draftMethods, settingsMethods } from './settings.ts';
import { trainingMethods } from './training.ts';
import { transferMethods } from './transfers.ts';
import { vettingMethods } from './vetting.ts';
import { workspaceMethods } from './workspace.ts';

/** Every method of the product. A feature adds its table here and nowhere else. */
export const contract = {
  ...accessMethods,
  ...controlPlanMethods,
  ...importMethods,
  ...accessLogMethods,
  ...computeMethods,
  ...backupMethods,
  ...diagnosticsMethods,
  ...jobMethods,
  ...journalMethods,
  ...draftMethods,
  ...settingsMethods,
  ...workspaceMethods,
  ...classificationMethods,
  ...inventoryMethods,
  ...evidenceMethods,
  ...retentionMethods,
  ...historyMethods,
  ...operationMethods,
  ...peopleMethods,
  ...qualityMethods,
  ...planMethods,
  ...reportMethods,
  ...ruleLibraryMethods,
  ...measureMethods,
  ...networkMethods,
  ...listMethods,
  ...screeningMethods,
  ...searchMethods,
  ...overviewMethods,
  ...partyMethods,
  ...programmeMethods,
  ...caseMethods,
  ...vettingMethods,
  ...trainingMethods,
  ...figureMethods,
  ...redFlagMethods,
  ...escalationMethods,
  ...exchangeMethods,
  ...transferMethods,
} as const;

export type Method = keyof typeof contract;
export type InputOf<M extends Method> = z.input<(typeof contract)[M]['input']>;
export type OutputOf<M extends Method> = z.output<(typeof contract)[M]['output']>;
