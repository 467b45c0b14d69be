import { accessText } from './access.ts';
import { accessAuditText } from './access-audit.ts';
import { accessLogReadingText } from './access-log-reading.ts';
import { accessLogStoreText } from './access-log-store.ts';
import { accessLogWizardText } from './access-log-wizard.ts';
import { casesText } from './cases.ts';
import { chipsText } from './chips.ts';
import { commonText } from './common.ts';
import { computeText } from './compute.ts';
import { errorText } from './errors.ts';
import { escalationText } from './escalations.ts';
import { evidenceText } from './evidence.ts';
import { exchangeText } from './exchange.ts';
import { fieldText } from './fields.ts';
import { figuresText } from './figures.ts';
import { historyText } from './history.ts';
import { importsText } from './imports.ts';
import { inventoryText } from './inventory.ts';
import { listsText } from './lists.ts';
import { manualText } from './manual.ts';
import { measureText } from './measures.ts';
import { memoText } from './memo.ts';
import { networksText } from './networks.ts';
import { operationText } from './operation.ts';
import { overviewText } from './overview.ts';
import { partiesText } from './parties.ts';
import { peopleText } from './people.ts';
import { planText } from './plan.ts';
import { planReportText } from './plan-report.ts';
import { programmeText } from './programme.ts';
import { programmePlacesText } from './programme-places.ts';
import { qualityText } from './quality.ts';
import { questionsText } from './questions.ts';
import { recordKindText } from './record-kinds.ts';
import { redFlagText } from './red-flags.ts';
import { redactionText } from './redaction.ts';
import { reportKindText } from './report-kinds.ts';
import { reportsText } from './reports.ts';
import { reportsRoomText } from './reports-room.ts';
import { retentionText } from './retention.ts';
import { roleText } from './roles.ts';
import { rulesText } from './rules.ts';
import { saveAsText } from './save-as.ts';
import { screeningText } from './screening.ts';
import { settingsText } from './settings.ts';
import { shellText } from './shell.ts';
import { startText } from './start.ts';
import { traceText } from './trace.ts';
import { trainingText } from './training.ts';
import { transferText } from './transfers.ts';
import { vettingText } from './vetting.ts';
import { workspaceText } from './workspace.ts';

/** The English catalogue: ICU MessageFormat strings by key. A feature adds its file here. */
export const english = {
  ...accessAuditText,
  ...accessLogStoreText,
  ...accessLogReadingText,
  ...accessText,
  ...accessLogWizardText,
  ...casesText,
  ...chipsText,
  ...commonText,
  ...computeText,
  ...errorText,
  ...evidenceText,
  ...fieldText,
  ...importsText,
  ...inventoryText,
  ...listsText,
  ...manualText,
  ...measureText,
  ...memoText,
  ...evidenceText,
  ...networksText,
  ...partiesText,
  ...peopleText,
  ...planReportText,
  ...programmePlacesText,
  ...qualityText,
  ...programmeText,
  ...planText,
  ...questionsText,
  ...recordKindText,
  ...redactionText,
  ...exchangeText,
  ...saveAsText,
  ...reportKindText,
  ...historyText,
  ...retentionText,
  ...reportsText,
  ...reportsRoomText,
  ...screeningText,
  ...roleText,
  ...rulesText,
  ...operationText,
  ...overviewText,
  ...settingsText,
  ...shellText,
  ...startText,
  ...traceText,
  ...transferText,
  ...vettingText,
  ...trainingText,
  ...figuresText,
  ...redFlagText,
  ...escalationText,
  ...workspaceText,
} as const;

export type MessageKey = keyof typeof english;
