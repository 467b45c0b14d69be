export { forgetInVetting } from './forget.ts';
export { createVettingHandlers } from './handlers.ts';
export { vettingMigrations } from './migrations.ts';
export { partyVettingDays, vettingRecords } from './records.ts';
export {
  type OpenVetting,
  openVettings,
  partyVettings,
  readVettingsInSlices,
  standingsOfParties,
  type VettingJoins,
  vettingsOfParty,
} from './standings.ts';
