export type { ExportCell, ExportColumn, ExportSheet } from './cells.ts';
export { CELL_LIMIT, neutraliseCell } from './cells.ts';
export { writeCsv } from './csv.ts';
export { SHEET_ROWS, writeXlsx } from './xlsx.ts';
export { xml } from './xml.ts';
export { packZip, type ZipMember } from './zip.ts';
