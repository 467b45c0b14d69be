import type { SheetInfo } from '../../../../src-shared/formats/import-file.ts';
import type { ReadLimits } from './limits.ts';
import type { Notices } from './notices.ts';
import { Refusal } from './refuse.ts';
import { type NumberLook, numberLook } from './serial-date.ts';
import { readXml } from './xml.ts';
import type { SafeZip } from './zip.ts';

/** A workbook's parts and how its cells are to be read. */
export interface Workbook {
  readonly sheets: readonly (SheetInfo & { readonly part: string })[];
  readonly epoch1904: boolean;
  readonly sharedStringsPart: string | null;
  readonly stylesPart: string | null;
}

interface Relationship {
  readonly type: string;
  readonly part: string;
}

/** Reads the list of sheets. Links that lead outside the archive are counted and never followed. */
export async function readWorkbook(zip: SafeZip, limits: ReadLimits, notices: Notices): Promise<Workbook> {
  const root = await readRelationships(zip, '', limits, notices);
  const workbookPart = [...root.values()].find((one) => one.type.endsWith('/officeDocument'))?.part ?? 'xl/workbook.xml';
  if (!zip.has(workbookPart)) throw new Refusal('damaged', workbookPart);
  const related = await readRelationships(zip, workbookPart, limits, notices);
  const partOf = (kind: string) => [...related.values()].find((one) => one.type.endsWith(kind))?.part ?? null;

  const sheets: (SheetInfo & { part: string })[] = [];
  let epoch1904 = false;
  await readXml(zip.stream(workbookPart), workbookPart, limits, {
    open(name, attributes) {
      if (name === 'workbookPr') epoch1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      if (sheets.length >= limits.sheets) throw new Refusal('limitSheets', null, limits.sheets);
      const id = Object.entries(attributes).find(([key]) => key === 'id' || key.endsWith(':id'))?.[1] ?? '';
      const target = related.get(id);
      const state = attributes['state'];
      sheets.push({
        name: (attributes['name'] ?? '').slice(0, 255),
        visibility: state === 'hidden' || state === 'veryHidden' ? state : 'visible',
        kind: target?.type.endsWith('/worksheet') === true && zip.has(target.part) ? 'table' : 'other',
        rowEstimate: null,
        part: target?.part ?? '',
      });
    },
  });
  if (zip.names.some((name) => /vbaProject\.bin$/i.test(name))) notices.add('macros');
  const hidden = sheets.filter((sheet) => sheet.visibility !== 'visible');
  if (hidden.length > 0) notices.add('hiddenSheets', hidden.map((sheet) => sheet.name).join(', '), hidden.length);
  return { sheets, epoch1904, sharedStringsPart: partOf('/sharedStrings'), stylesPart: partOf('/styles') };
}

async function readRelationships(
  zip: SafeZip,
  part: string,
  limits: ReadLimits,
  notices: Notices,
): Promise<ReadonlyMap<string, Relationship>> {
  const slash = part.lastIndexOf('/');
  const folder = part.slice(0, slash + 1);
  const source = `${folder}_rels/${part.slice(slash + 1)}.rels`;
  const found = new Map<string, Relationship>();
  if (!zip.has(source)) return found;
  await readXml(zip.stream(source), source, limits, {
    open(name, attributes) {
      if (name !== 'Relationship') return;
      const type = attributes['Type'] ?? '';
      if (attributes['TargetMode'] === 'External' || type.endsWith('/externalLink')) {
        notices.add('externalLinks');
        return;
      }
      found.set(attributes['Id'] ?? '', { type, part: resolvePart(folder, attributes['Target'] ?? '') });
    },
  });
  return found;
}

/** Name of a related part inside the archive. Steps above the root stay at the root, as there is nothing above it. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith('/') ? target.slice(1) : folder + target;
  const steps: string[] = [];
  for (const step of path.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

/** How numbers of each cell style are shown, by style index. */
export async function readStyles(zip: SafeZip, part: string | null, limits: ReadLimits): Promise<readonly NumberLook[]> {
  if (part === null || !zip.has(part)) return [];
  const codes = new Map<number, string>();
  const looks: NumberLook[] = [];
  let inCellStyles = false;
  await readXml(zip.stream(part), part, limits, {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      else if (name === 'cellXfs') inCellStyles = true;
      else if (name === 'xf' && inCellStyles) {
        const id = Number(attributes['numFmtId'] ?? 0);
        looks.push(numberLook(id, codes.get(id)));
      }
    },
    close(name) {
      if (name === 'cellXfs') inCellStyles = false;
    },
  });
  return looks;
}

/** All shared strings. Cut at the cell limit each, refused when together they would not fit in memory. */
export async function readSharedStrings(
  zip: SafeZip,
  part: string | null,
  limits: ReadLimits,
  notices: Notices,
): Promise<readonly string[]> {
  if (part === null || !zip.has(part)) return [];
  const strings: string[] = [];
  let current = '';
  let depthInPhonetic = 0;
  let inText = false;
  let total = 0;
  await readXml(zip.stream(part), part, limits, {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') depthInPhonetic += 1;
      else if (name === 't') inText = depthInPhonetic === 0;
    },
    text(piece) {
      if (!inText) return;
      current += piece;
      if (current.length > limits.hostileCellChars) throw new Refusal('limitCell', part, limits.cellChars);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') depthInPhonetic -= 1;
      else if (name === 'si') {
        if (current.length > limits.cellChars) {
          notices.add('cutCells', part);
          current = current.slice(0, limits.cellChars);
        }
        total += current.length;
        if (total > limits.sharedChars) throw new Refusal('limitStrings', part, limits.sharedChars);
        if (strings.push(unescapeControl(current)) > limits.sharedStrings) throw new Refusal('limitStrings', part, limits.sharedStrings);
      }
    },
  });
  return strings;
}

/** Resolves `_x000D_`, the format's way to hold characters that XML cannot. */
export function unescapeControl(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
}

/** Rows a sheet claims to have, from the first bytes of its part; `null` when it does not say. */
export async function claimedRows(zip: SafeZip, part: string): Promise<number | null> {
  for await (const chunk of zip.stream(part)) {
    const range = /<(?:\w+:)?dimension[^>]*\bref="[A-Z]+(\d+)(?::[A-Z]+(\d+))?"/i.exec(chunk.toString('latin1', 0, 4096));
    if (range === null) return null;
    const rows = Number(range[2] ?? range[1]);
    return Number.isSafeInteger(rows) ? rows : null;
  }
  return null;
}
