export { trainingForMeasures, trainingForOverview, trainingForQuality } from './for-rooms.ts';
export { forgetInTraining } from './forget.ts';
export { createTrainingHandlers } from './handlers.ts';
export { createTrainingImportTarget } from './import-target.ts';
export type { TrainingJoins } from './joins.ts';
export { trainingMigrations } from './migrations.ts';
export { trainingPictureInSlices, trainingTables } from './picture.ts';
export { trainingRecords } from './records.ts';
export { putAttendance, putSession } from './store.ts';
