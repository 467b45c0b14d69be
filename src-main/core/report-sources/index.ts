export { type AgeJoins, dataAgesSource } from './data-ages.ts';
