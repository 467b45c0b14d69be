import type { LogColumn } from '../../../../src-shared/contract/access-logs.ts';
import type { LogField, LogMapping, LogRule, LogSource } from '../../../../src-shared/formats/access-log.ts';
import { headerKey } from '../read/mapping/header-key.ts';
import type { KeptPreview, WizardState } from './state.ts';

/** Rows the samples are taken from. */
const sampledRows = 200;

export const requiredFields: readonly LogField[] = ['ts', 'account'];

/** Columns in the order of the file, each with samples, what it is used for and why. */
export function columnViews(state: WizardState, preview: KeptPreview): readonly LogColumn[] {
  const { titles, mapping, table } = state.reading;
  const first = table.headerRow === null ? 0 : table.headerRow + table.headerRows;
  const rows = preview.rows.filter((row) => row.row >= first).slice(0, sampledRows);
  return titles.map((title, column) => {
    const cells = rows.map((row) => row.cells[column] ?? '').filter((cell) => cell.trim() !== '');
    const uses = usesOf(title, mapping);
    const used = uses.find((use) => !use.second)?.field ?? uses[0]?.field ?? null;
    const proposed = state.proposal.fields.find((one) => one.rule !== null && isFrom(one.rule, title));
    const now = state.fields.find((one) => one.field === used);
    return {
      column,
      title: title.slice(0, 400),
      samples: variedSamples(cells),
      filled: rows.length === 0 ? 0 : cells.length / rows.length,
      uses: [...uses],
      guess: {
        field: proposed?.field ?? null,
        confidence: proposed?.confidence ?? 'none',
        because: proposed === undefined ? [] : [{ key: `accessLogs.because.${proposed.because.key}`, params: proposed.because.params }],
      },
      readAs: used === null || now === undefined ? [] : [...now.samples],
    };
  });
}

/** The first value and two that look different, so that three samples show what a column can hold. */
function variedSamples(cells: readonly string[]): string[] {
  const distinct = [...new Set(cells)];
  const [first] = distinct;
  if (first === undefined) return [];
  const others = distinct.slice(1).filter((cell) => Math.abs(cell.length - first.length) > 3);
  return [...new Set([first, ...others.slice(0, 2), ...distinct])].slice(0, 3).map((cell) => cell.slice(0, 200));
}

/** Column a path begins in: `target[type=User].alternateId` is found under `target[].alternateId`, `AuditData.ClientIP` in `AuditData`. */
function standsIn(path: string, title: string): boolean {
  const plain = path.replace(/\[[^\]]*\]/g, '');
  const wanted = headerKey(title.replace(/\[[^\]]*\]/g, ''));
  if (headerKey(plain) === wanted) return true;
  const root = /^[^.[]+/.exec(path)?.[0];
  return root !== undefined && root !== path && headerKey(root) === wanted;
}

const sourceStandsIn = (source: LogSource, title: string): boolean =>
  standsIn(source.path, title) || (source.append !== undefined && standsIn(source.append, title));

const isFrom = (rule: LogRule, title: string): boolean => rule.from.some((source) => sourceStandsIn(source, title));

function usesOf(title: string, mapping: LogMapping): LogColumn['uses'] {
  return (Object.entries(mapping) as [LogField, LogRule | undefined][]).flatMap(([field, rule]) => {
    if (rule === undefined) return [];
    const at = rule.from.findIndex((source) => sourceStandsIn(source, title));
    return at === -1 ? [] : [{ field, second: at > 0 && rule.join === undefined }];
  });
}

/**
 * Uses a column for a field: alone, after the others as a `second` choice, or, where a date and a time of day stand in two columns, joined with
 * the one that was there. `field: null` sets it aside.
 */
export function withColumn(mapping: LogMapping, title: string, field: LogField | null, second: boolean, joins: boolean): LogMapping {
  const left = Object.fromEntries(
    (Object.entries(mapping) as [LogField, LogRule][]).flatMap(([one, rule]) => {
      const from = rule.from.filter((source) => !sourceStandsIn(source, title));
      return from.length === 0 ? [] : [[one, { ...rule, from }]];
    }),
  ) as LogMapping;
  if (field === null) return left;
  const before = left[field];
  const source = { path: title };
  if (before !== undefined && joins) return { ...left, [field]: { from: [...before.from, source].slice(0, 12), join: ' ' } };
  if (before !== undefined && second) return { ...left, [field]: { ...before, from: [...before.from, source].slice(0, 12) } };
  return { ...left, [field]: { from: [source] } };
}

/** A date without a time of day beside a time of day without a date: they belong together. */
export function belongTogether(mapping: LogMapping, columns: readonly LogColumn[], title: string): boolean {
  const [only] = mapping.ts?.from ?? [];
  if (only === undefined || mapping.ts?.from.length !== 1) return false;
  const samplesOf = (name: string) => columns.find((one) => headerKey(one.title) === headerKey(name))?.samples ?? [];
  const isClock = (text: string) => /^\s*\d{1,2}[:.]\d{2}([:.]\d{2})?([.,]\d+)?\s*([ap]\.?m\.?)?\s*$/i.test(text);
  const isDay = (text: string) => /\d{1,4}[-./ ]/.test(text) && !/\d:\d/.test(text);
  const all = (texts: readonly string[], is: (text: string) => boolean) => texts.length > 0 && texts.every(is);
  const a = samplesOf(only.path);
  const b = samplesOf(title);
  return (all(a, isDay) && all(b, isClock)) || (all(a, isClock) && all(b, isDay));
}
