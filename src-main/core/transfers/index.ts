export {
  lapsedTransfersForQuality,
  lastTransfersForMeasures,
  type TransferOnRecord,
  transfersForMeasures,
  transfersForOverview,
  transfersForQuality,
  transfersForReport,
} from './for-rooms.ts';
export { forgetInTransfers } from './forget.ts';
export { createTransferHandlers } from './handlers.ts';
export { createTransferImportTarget } from './import-target.ts';
export type { TransferJoins } from './known.ts';
export { transferMigrations } from './migrations.ts';
export { keptTransfers, transferDays, transferRecords } from './records.ts';
export { type RegisteredTransfer, registeredTransfer } from './register-page.ts';
export { transferLinks } from './task-links.ts';
