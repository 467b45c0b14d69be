export { forgetInFigures } from './forget.ts';
export { createFigureHandlers } from './handlers.ts';
export { figureMigrations } from './migrations.ts';
