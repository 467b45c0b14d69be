export { readExchange } from './file.ts';
export { createExchangeHandlers } from './handlers.ts';
export { exchangeMigrations } from './migrations.ts';
export type { ExchangePart } from './part.ts';
