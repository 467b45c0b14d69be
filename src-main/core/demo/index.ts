export { createDemoSeeder } from './seed.ts';
