export {
  classificationActions,
  contactActions,
  escalationActions,
  findingActions,
  gateActions,
  incidentActions,
  programmeActions,
  recurringActions,
  redFlagActions,
  screeningActions,
  taskActions,
  trainingActions,
  transferActions,
  vettingActions,
  watchActions,
} from './actions.ts';
export { createOverviewHandlers, type OverviewJoins } from './handlers.ts';
export type { WeighedAction } from './weigh.ts';
