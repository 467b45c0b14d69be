export { type AccountBook, type AccountEntry, accountKey, createAccountBook, linkAccounts } from './accounts.ts';
export { type LicenceSources, type LicencesFile, licenceFields, readLicencesFile } from './files/licences.ts';
export { type ColumnNames, namedColumns } from './files/mapping.ts';
export type { FileFault, FileOptions, FileProblem, FileQuestion } from './files/problems.ts';
export { type PeopleFile, readPeopleFile } from './files/roster.ts';
export { rosterFields } from './files/roster-columns.ts';
export { readServiceAccountsFile, type ServiceAccount, type ServiceAccountsFile, serviceAccountFields } from './files/service-accounts.ts';
export { type FileTable, readNamedTable } from './files/table.ts';
export { readTravelFile, type TravelFile, travelFields } from './files/travel.ts';
export { accountBookOf, type PeopleForAudit, peopleForAudit, peopleForAuditInSlices } from './for-audit.ts';
export {
  type AccountAnswer,
  type AccountStanding,
  accountsOf,
  type NamedPerson,
  namesOf,
  peopleOfAccounts,
  settleAccounts,
} from './for-logs.ts';
export { countCitizenship } from './for-measures.ts';
export { expiringAuthorisations } from './for-overview.ts';
export { accountsForQuality, authorisationsForQuality, peopleForQuality } from './for-quality.ts';
export { peopleForScreening, type ScreenedPerson } from './for-screening.ts';
export { peopleByNumber, peopleCalled, peopleForTraining, peopleWithAccount } from './for-training.ts';
export { staffOn } from './for-vetting.ts';
export { createPeopleHandlers, type PeopleSources } from './handlers.ts';
export { createPeopleImportTarget } from './import-target.ts';
export { peopleMigrations } from './migrations.ts';
export { assetAuthorisationDays, employmentDays, keptPeople, personAuthorisationDays, personRecords } from './records.ts';
export { suggestPeople } from './suggest.ts';
