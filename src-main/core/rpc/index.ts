export { createIds, createSystemClock } from './host-clock.ts';
