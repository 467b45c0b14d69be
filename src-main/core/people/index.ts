export { type AccountBook, type AccountEntry, accountKey, createAccountBook, linkAccounts } from './accounts.ts';
export { type LicenceSources, type LicencesFile, readLicencesFile } from './files/licences.ts';
export type { FileFault, FileOptions, FileProblem, FileQuestion } from './files/problems.ts';
export { type PeopleFile, readPeopleFile } from './files/roster.ts';
export { readServiceAccountsFile, type ServiceAccount, type ServiceAccountsFile } from './files/service-accounts.ts';
export { readTravelFile, type TravelFile } from './files/travel.ts';
