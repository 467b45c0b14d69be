import path from 'node:path';
import { type LogCheck, LogField, type LogMapping, type LogQuestion, type LogReading } from '../../../src-shared/formats/access-log.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createLogReader, type LogPreview, type LogRead, type LogReader, proposeReading, systemOf } from '../accesslogs/index.ts';
import { createEventCollector, type ReadEvents } from './growing-columns.ts';
import { AuditRefused, type InputProblem } from './problems.ts';

export interface LogOptions {
  readonly dateOrder: 'DMY' | 'MDY' | 'YMD' | null;
  /** IANA name, `UTC` or an offset, for times without a zone. */
  readonly zone: string | null;
  /** Column title or path by field; fields that are not named are told by content. */
  readonly mapping: Readonly<Partial<Record<LogField, string>>>;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

const text = (key: string): string => (english as Readonly<Record<string, string>>)[key] ?? key;

const problemWords = (kind: string): string => text(`accessLogs.problem.${kind}`);

/** Reads access logs whole, each told by its content. What can be read two ways and no option answers ends the reading with the question. */
export async function readLogs(
  files: readonly string[],
  options: LogOptions,
): Promise<{ readonly read: ReadEvents; readonly problems: InputProblem[] }> {
  const reader = createLogReader();
  const collector = createEventCollector(files.length > 1);
  const problems: InputProblem[] = [];
  for (const [place, file] of files.entries()) {
    const name = path.basename(file);
    const { reading, check } = await settleReading(reader, file, name, options);
    for (const group of check.problems) {
      if (group.severity === 'rejected') continue;
      for (const first of group.firsts)
        if (group.severity === 'warning')
          problems.push({
            file: name,
            sheet: reading.table.sheet,
            row: first.row,
            column: first.column,
            value: first.value,
            reason: problemWords(group.kind),
          });
    }
    const take = collector.file(place, systemOf(reading));
    const read = await settled(
      reader.readEvents(file, reading, { afterRow: 0, now: options.now }, (batch) => {
        take(batch);
        for (const { row, problem, column, value } of batch.rejected)
          problems.push({ file: name, sheet: reading.table.sheet, row, column, value, reason: problemWords(problem) });
      }),
      name,
    );
    if (read.events === 0) throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: no row of it is an event.`] });
  }
  return { read: collector.done(), problems };
}

async function settleReading(
  reader: LogReader,
  file: string,
  name: string,
  options: LogOptions,
): Promise<{ reading: LogReading; check: LogCheck }> {
  const preview = await previewFor(reader, file, name, Object.values(options.mapping));
  const mapping: LogMapping = Object.fromEntries(
    Object.entries(options.mapping).map(([field, title]) => [field, { from: [{ path: title }] }]),
  );
  const answers = {
    ...(options.dateOrder === null ? {} : { dateOrder: options.dateOrder }),
    ...(options.zone === null ? {} : { zone: options.zone }),
  };
  const proposed = proposeReading(preview, options.now, { answers, mapping }).reading;
  const first = await settled(
    reader.check(file, proposed, options.now, () => undefined),
    name,
  );
  const year = first.questions.find(({ kind }) => kind === 'year')?.options[0]?.answer;
  const reading: LogReading = { ...proposed, answers: { ...first.answers, ...(year === undefined ? {} : { year: Number(year) }) } };
  const check =
    year === undefined
      ? first
      : await settled(
          reader.check(file, reading, options.now, () => undefined),
          name,
        );
  const open = check.questions.filter(({ kind }) => kind !== 'repeats' && kind !== 'year');
  if (open.length > 0) throw new AuditRefused({ code: 'question', questions: open.map((question) => questionWords(name, question)) });
  return { reading: { ...reading, answers: { ...reading.answers, ...check.answers } }, check };
}

/** The first rows, with the titles of a mapping as the header where the file alone does not tell that they are. */
async function previewFor(reader: LogReader, file: string, name: string, titles: readonly string[]): Promise<LogPreview> {
  const preview = await settled(reader.preview(file), name);
  const wanted = new Set(titles.map((title) => title.trim().toLowerCase()));
  const fits = (cells: readonly string[]) => cells.filter((cell) => wanted.has(cell.trim().toLowerCase())).length;
  if (wanted.size === 0 || fits(preview.titles) > 0) return preview;
  const header = preview.rows.slice(0, 40).find(({ cells }) => fits(cells) > 0);
  return header === undefined ? preview : settled(reader.preview(file, { ...preview.table, headerRow: header.row, headerRows: 1 }), name);
}

/** The question as a person at a terminal can answer it. */
function questionWords(file: string, { kind, about, column, count, options }: LogQuestion): string {
  const samples = options
    .slice(0, 3)
    .map(({ answer, samples: shown }) => `${answer}: ${shown.map(({ from, to }) => `${from} = ${to ?? 'no time'}`).join(', ')}`)
    .join('; ');
  const where = `${file}${column === null ? '' : `, column ${column}`}${count === 0 ? '' : ` (${count} rows)`}`;
  switch (kind) {
    case 'dateOrder':
      return `${where}: are the dates day first or month first? Answer with --date-order DMY, MDY or YMD. ${samples}`;
    case 'zone':
      return `${where}: in which time zone are the times? Answer with --zone, such as UTC, Europe/Amsterdam or +02:00. ${samples}`;
    case 'zoneWord':
      return `${where}: what does the zone ${about ?? ''} mean? It stands for several zones. ${samples}`;
    case 'mapping':
      return `${where}: which column is ${LogField.options.find((field) => field === about) ?? about ?? 'the field'}? Answer with --mapping.`;
    default:
      return `${where}: ${kind} is open. ${samples}`;
  }
}

async function settled<T>(reading: LogRead<T>, name: string): Promise<T> {
  const read = await reading;
  if (read === 'cancelled') throw new Error('Nothing cancels a batch');
  if (read.ok) return read.value;
  const { reason, place, limit } = read.error;
  const words = text(`error.file.refused.${reason}`)
    .replace('{place}', place ?? '')
    .replace(/\{limit[^}]*\}/, String(limit ?? ''));
  throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: ${words.startsWith('error.') ? reason : words}`] });
}
