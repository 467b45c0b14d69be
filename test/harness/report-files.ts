import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CFB, read, utils } from 'xlsx';
import type { ReportOptions, ReportPreview } from '../../src-shared/contract/reports.ts';
import type { TestApp } from './workspace.ts';

const formats = ['xlsx', 'docx', 'json', 'pdf'] as const;

/** What a report holds in each format, read back from the files that left the program. */
export interface OpenedReport {
  readonly preview: ReportPreview;
  /** Rows of each sheet with the head, by the sheet's name. */
  readonly sheets: ReadonlyMap<string, readonly (readonly unknown[])[]>;
  /** Parts of the Word document by their path. */
  readonly parts: ReadonlyMap<string, string>;
  /** Opening and closing tags that do not match, as `part: tag`. */
  readonly broken: readonly string[];
  readonly json: { readonly kind: string; readonly data: Readonly<Record<string, unknown>> };
  /** The page as it was given to the printer. */
  readonly html: string;
}

/** Saves a report in every format and opens what came out. */
export async function openEveryFormat(app: TestApp, kind: string, options: ReportOptions): Promise<OpenedReport> {
  const preview = await app.call<ReportPreview>('reports.preview', { kind, options });
  const files = new Map<string, Buffer>();
  for (const format of formats) {
    const path = join(app.ports.root, `${kind}.${format}`);
    app.ports.picks.saves.push(path);
    await app.call('reports.save', { kind, options, format });
    files.set(format, readFileSync(path));
  }
  const bytes = (format: string) => files.get(format) ?? Buffer.from('');
  const parts = partsOf(bytes('docx'));
  const { SheetNames, Sheets } = read(bytes('xlsx'));
  return {
    preview,
    sheets: new Map(SheetNames.map((name) => [name, utils.sheet_to_json<unknown[]>(Sheets[name] ?? {}, { header: 1 })])),
    parts,
    broken: [...parts].flatMap(([name, text]) => (/\.(xml|rels)$/.test(name) ? unbalanced(text).map((tag) => `${name}: ${tag}`) : [])),
    json: JSON.parse(bytes('json').toString('utf8')),
    html: app.ports.seen.printed.at(-1)?.html ?? '',
  };
}

/** Texts of a package by their path. */
function partsOf(bytes: Buffer): ReadonlyMap<string, string> {
  const { FullPaths, FileIndex } = CFB.read(bytes, { type: 'buffer' });
  return new Map(
    FullPaths.map((path: string, place: number) => [
      path.replace(/^Root Entry\//, ''),
      Buffer.from(FileIndex[place]?.content ?? []).toString('utf8'),
    ]),
  );
}

/** Tags of an XML text that do not close each other in order. */
function unbalanced(text: string): string[] {
  const open: string[] = [];
  for (const [, closes, name, own] of text.matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
    if (own === '/') continue;
    if (closes === '') open.push(name ?? '');
    else if (open.pop() !== name) return [`</${name}>`];
  }
  return open;
}
