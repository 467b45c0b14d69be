import type { AccessEvent } from '../../../../src-shared/contract/access.ts';
import type { ProductText } from '../../../ui/index.ts';

export interface SourceFile {
  readonly key: string;
  readonly fileName: string;
  readonly sheet: string | null;
  /** Ascending. */
  readonly rows: readonly number[];
}

/** The files that events come from, each with its rows, in the order of the events. */
export function sourceFiles(events: readonly AccessEvent[]): readonly SourceFile[] {
  const files = new Map<string, { fileName: string; sheet: string | null; rows: number[] }>();
  for (const { importId, fileName, sheet, row } of events) {
    const key = `${importId} ${sheet ?? ''}`;
    const file = files.get(key) ?? { fileName, sheet, rows: [] };
    file.rows.push(row);
    files.set(key, file);
  }
  return [...files].map(([key, file]) => ({ key, ...file, rows: [...file.rows].sort((a, b) => a - b) }));
}

/** Rows in words: the first unbroken stretch, and how many more there are. */
export function rowWords(t: ProductText, rows: readonly number[]): string {
  const [from] = rows;
  if (from === undefined) return '';
  let until = from;
  let taken = 1;
  while (rows[taken] === until + 1) {
    until += 1;
    taken += 1;
  }
  return t('access.rows', { from, until, more: rows.length - taken, kind: from === until ? 'one' : 'span' });
}

/** Where a finding's events stand: the first file with its rows, and how many events more. */
export function sourceWords(t: ProductText, events: readonly AccessEvent[], total: number): string {
  const [first, ...others] = sourceFiles(events);
  if (first === undefined) return t('access.evidence.noRows');
  const place = first.sheet === null ? first.fileName : t('access.evidence.sheet', { file: first.fileName, sheet: first.sheet });
  const beyond = others.reduce((sum, file) => sum + file.rows.length, 0) + Math.max(0, total - events.length);
  return t('access.evidence.line', { place, rows: rowWords(t, first.rows), more: beyond });
}
