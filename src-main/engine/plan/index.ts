export { type Burndown, burndownOf, type PlanEvent } from './burndown.ts';
export { dueAgain } from './cadence.ts';
export { inOrderOfDependence } from './dependencies.ts';
export { type Forecast, forecastOf } from './forecast.ts';
export { holidaysOf } from './holiday-sets.ts';
export { layOut, type TemplatePlace } from './layout.ts';
export { type Fall, fallOf, proposalFor } from './measured.ts';
export { type Placement, type Schedule, scheduleTasks } from './schedule.ts';
export { movedTo, settled, type WorkingDays, workingDays } from './working-days.ts';
