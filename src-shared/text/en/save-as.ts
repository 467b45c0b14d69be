/** Words of the dialog in which everything leaves the program that is not a report of the gallery. */
export const saveAsText = {
  'saveAs.format': 'Format',
  'saveAs.pdf': 'PDF',
  'saveAs.print': 'On paper',
  'saveAs.html': 'Web page (HTML)',
  'saveAs.xlsx': 'Excel workbook (XLSX)',
  'saveAs.csv': 'Table (CSV)',
  'saveAs.json': 'Data (JSON)',
  'saveAs.svg': 'Picture (SVG)',
  'saveAs.doSave': 'Save',
  'saveAs.doPrint': 'Print',
} as const;
