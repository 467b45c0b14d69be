import * as access from '../features/access/index.ts';
import * as accessImport from '../features/access-import/index.ts';
import * as cases from '../features/cases/index.ts';
import * as chips from '../features/chips/index.ts';
import * as escalations from '../features/escalations/index.ts';
import * as help from '../features/help/index.ts';
import * as imports from '../features/imports/index.ts';
import * as inventory from '../features/inventory/index.ts';
import * as lists from '../features/lists/index.ts';
import * as memo from '../features/memo/index.ts';
import * as overview from '../features/overview/index.ts';
import * as parties from '../features/parties/index.ts';
import * as people from '../features/people/index.ts';
import * as plan from '../features/plan/index.ts';
import * as programme from '../features/programme/index.ts';
import * as quality from '../features/quality/index.ts';
import * as reports from '../features/reports/index.ts';
import * as rules from '../features/rules/index.ts';
import * as screening from '../features/screening/index.ts';
import * as settings from '../features/settings/index.ts';
import * as trail from '../features/trail/index.ts';
import * as transfers from '../features/transfers/index.ts';
import * as vetting from '../features/vetting/index.ts';
import type { Feature } from './feature.ts';

/** Every feature of the product. To add one: import it above and name it here. */
export const features: readonly Feature[] = [
  overview,
  access,
  cases,
  chips,
  imports,
  accessImport,
  inventory,
  lists,
  memo,
  people,
  parties,
  transfers,
  vetting,
  escalations,
  programme,
  quality,
  plan,
  reports,
  rules,
  screening,
  trail,
  settings,
  help,
];
