export { type AccountBook, type AccountEntry, accountKey, createAccountBook, linkAccounts } from './accounts.ts';
export { type LicenceSources, type LicencesFile, readLicencesFile } from './files/licences.ts';
export type { FileFault, FileOptions, FileProblem, FileQuestion } from './files/problems.ts';
export { type PeopleFile, readPeopleFile } from './files/roster.ts';
export { readServiceAccountsFile, type ServiceAccount, type ServiceAccountsFile } from './files/service-accounts.ts';
export { type FileTable, readFileTable } from './files/table.ts';
export { readTravelFile, type TravelFile } from './files/travel.ts';
export { accountBookOf, type PeopleForAudit, peopleForAudit } from './for-audit.ts';
export {
  type AccountAnswer,
  type AccountStanding,
  accountsOf,
  type NamedPerson,
  namedPeople,
  peopleOfAccounts,
  settleAccounts,
} from './for-logs.ts';
export { createPeopleHandlers, type PeopleSources } from './handlers.ts';
export { createPeopleImportTarget } from './import-target.ts';
export { peopleMigrations } from './migrations.ts';
export type { ControlledAsset } from './reach.ts';
