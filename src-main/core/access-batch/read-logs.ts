import path from 'node:path';
import { LogField, type LogMapping, type LogProblem, type LogQuestion, type LogReading } from '../../../src-shared/formats/access-log.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { readProblemWords } from '../../../src-shared/text/read-problem.ts';
import { createLogReader, type LogPreview, type LogRead, type LogReader, proposeReading, systemOf } from '../accesslogs/index.ts';
import { createEventCollector, type EventCollector, type ReadEvents } from './growing-columns.ts';
import { AuditRefused, type InputProblem } from './problems.ts';

export interface LogOptions {
  readonly dateOrder: 'DMY' | 'MDY' | 'YMD' | null;
  /** IANA name, `UTC` or an offset, for times without a zone. */
  readonly zone: string | null;
  /** Year of the first line of logs whose lines name none; null reckons it from the day the file was last changed. */
  readonly syslogYear: number | null;
  /** Column title or path by field; fields that are not named are told by content. */
  readonly mapping: Readonly<Partial<Record<LogField, string>>>;
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
}

const text = (key: string): string => (english as Readonly<Record<string, string>>)[key] ?? key;

const problemWords = (kind: string): string => text(`accessLogs.problem.${kind}`);

/** Problems that an answer settles: the file is then read again with it, or asks. */
const asked: ReadonlySet<LogProblem> = new Set(['ambiguousDate', 'zoneUnknown', 'zoneWordUnknown', 'yearUnknown']);

export interface LogsRead {
  readonly read: ReadEvents;
  readonly problems: InputProblem[];
  /** What was taken to hold because a file does not say it, in words. */
  readonly assumptions: readonly string[];
}

/**
 * Reads access logs whole, each told by its content. A file is read once; only where its values leave something open is it checked as a whole and
 * read anew with what settles that. What can be read two ways and no option answers ends the reading with the question.
 */
export async function readLogs(files: readonly string[], options: LogOptions): Promise<LogsRead> {
  const reader = createLogReader();
  const collector = createEventCollector(files.length > 1);
  const problems: InputProblem[] = [];
  const assumptions: string[] = [];
  for (const [place, file] of files.entries()) {
    const name = path.basename(file);
    const proposed = await propose(reader, file, name, options);
    const once = await readOnce(reader, file, name, place, proposed, collector, options);
    if (once !== 'open') {
      problems.push(...once.problems);
      assumptions.push(...once.assumptions);
      continue;
    }
    const settled = await settleReading(reader, file, name, proposed, options);
    const again = await readOnce(reader, file, name, place, settled.reading, collector, options);
    if (again === 'open') throw new Error('A reading whose questions are answered leaves none open');
    problems.push(...settled.problems, ...again.problems);
    assumptions.push(...settled.assumptions, ...again.assumptions);
  }
  return { read: collector.done(), problems, assumptions };
}

interface OnceRead {
  readonly problems: readonly InputProblem[];
  readonly assumptions: readonly string[];
}

const undatedWords = (count: number): string =>
  `The log withholds the time of ${count === 1 ? 'one event' : `${count} events`}. ${count === 1 ? 'It counts' : 'They count'} without one; travel, bursts, days after the last day and gaps are not judged for ${count === 1 ? 'it' : 'them'}.`;

/** Reads one file into the collector. `open`: a value needs an answer that the reading does not have; the collector is then as it was before. */
async function readOnce(
  reader: LogReader,
  file: string,
  name: string,
  place: number,
  reading: LogReading,
  collector: EventCollector,
  options: LogOptions,
): Promise<OnceRead | 'open'> {
  const at = (row: number | null, column: string | null, value: string, kind: string): InputProblem => ({
    file: name,
    sheet: reading.table.sheet,
    row,
    column,
    value,
    reason: problemWords(kind),
  });
  const rejected: InputProblem[] = [];
  const stop = new AbortController();
  const taking = collector.file(place, systemOf(reading));
  const end = await reader.readEvents(
    file,
    reading,
    { afterRow: 0, now: options.now },
    (batch) => {
      if (stop.signal.aborted) return;
      if (batch.rejected.some(({ problem }) => asked.has(problem))) {
        stop.abort();
        return;
      }
      taking.take(batch);
      for (const { row, problem, column, value } of batch.rejected) rejected.push(at(row, column, value, problem));
    },
    stop.signal,
  );
  if (stop.signal.aborted) {
    taking.undo();
    return 'open';
  }
  taking.close();
  const read = whole(end, name);
  if (read.events === 0) throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: no row of it is an event.`] });
  const warned = read.warnings.flatMap(({ kind, firsts }) => firsts.map(({ row, column, value }) => at(row, column, value, kind)));
  const undated = read.warnings.find(({ kind }) => kind === 'timeWithheld')?.count ?? 0;
  return { problems: [...warned, ...rejected], assumptions: undated === 0 ? [] : [`${name}: ${undatedWords(undated)}`] };
}

/** How a file seems to be meant. Refuses one that has no column of times or of accounts. */
async function propose(reader: LogReader, file: string, name: string, options: LogOptions): Promise<LogReading> {
  const preview = await previewFor(reader, file, name, Object.values(options.mapping));
  const unknown = unknownTitle(preview, Object.values(options.mapping));
  if (unknown !== undefined)
    throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: no column is called ${unknown}, as the mapping has it.`] });
  const mapping: LogMapping = Object.fromEntries(
    Object.entries(options.mapping).map(([field, title]) => [field, { from: [{ path: title }] }]),
  );
  const answers = {
    ...(options.dateOrder === null ? {} : { dateOrder: options.dateOrder }),
    ...(options.zone === null ? {} : { zone: options.zone }),
  };
  const { reading } = proposeReading(preview, options.now, { answers, mapping });
  const missing = (['ts', 'account'] as const).filter((field) => (reading.mapping[field]?.from.length ?? 0) === 0);
  if (missing.length > 0)
    throw new AuditRefused({
      code: 'question',
      questions: missing.map((about) => questionWords(name, { kind: 'mapping', about, column: null, count: 0, options: [] })),
    });
  return reading;
}

/** Reads a whole file to learn what its values decide and what they leave open; the year of lines that name none is taken to be the likeliest. */
async function settleReading(reader: LogReader, file: string, name: string, proposed: LogReading, options: LogOptions) {
  const checked = async (reading: LogReading) => whole(await reader.check(file, reading, options.now, () => undefined), name);
  const first = await checked(proposed);
  const likely = first.questions.find(({ kind }) => kind === 'year')?.options[0]?.answer;
  const year = likely === undefined ? null : (options.syslogYear ?? Number(likely));
  const reading: LogReading = { ...proposed, answers: { ...first.answers, year } };
  const check = year === null ? first : await checked(reading);
  const open = check.questions.filter(({ kind }) => kind !== 'repeats' && kind !== 'year');
  if (open.length > 0) throw new AuditRefused({ code: 'question', questions: open.map((question) => questionWords(name, question)) });
  const assumption = year === null ? null : yearWords(year, options.syslogYear !== null, reading.file.changedAt);
  const problem = { file: name, sheet: null, row: null, column: columnOfTime(reading), value: String(year), reason: assumption ?? '' };
  return {
    reading: { ...reading, answers: { ...reading.answers, ...check.answers } },
    problems: assumption === null ? [] : [problem],
    assumptions: assumption === null ? [] : [`${name}: ${assumption}`],
  };
}

const columnOfTime = ({ mapping }: LogReading): string | null => mapping.ts?.from[0]?.path ?? null;

function yearWords(year: number, isGiven: boolean, changedAt: string | null): string {
  if (isGiven) return `The lines name no year. The first is read as ${year}, as --syslog-year says.`;
  const source = changedAt === null ? 'the present day' : `the day the file was last changed, ${changedAt.slice(0, 10)}`;
  return `The lines name no year. The first is read as ${year}, reckoned back from ${source}. Say otherwise with --syslog-year.`;
}

/** A title of the mapping that the file does not have; undefined where it has them all. Only a table says which columns there are. */
function unknownTitle({ titles, table }: LogPreview, wanted: readonly string[]): string | undefined {
  const known = new Set(titles.map((title) => title.trim().toLowerCase()));
  return table.headerRow === null ? undefined : wanted.find((title) => !known.has(title.trim().toLowerCase()));
}

/** The first rows, with the titles of a mapping as the header where the file alone does not tell that they are. */
async function previewFor(reader: LogReader, file: string, name: string, titles: readonly string[]): Promise<LogPreview> {
  const preview = whole(await reader.preview(file), name);
  const wanted = new Set(titles.map((title) => title.trim().toLowerCase()));
  const fits = (cells: readonly string[]) => cells.filter((cell) => wanted.has(cell.trim().toLowerCase())).length;
  if (wanted.size === 0 || fits(preview.titles) > 0) return preview;
  const header = preview.rows.slice(0, 40).find(({ cells }) => fits(cells) > 0);
  return header === undefined
    ? preview
    : whole(await reader.preview(file, { ...preview.table, headerRow: header.row, headerRows: 1 }), name);
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

/** What was read whole. Throws the refusal of a file that could not be. */
function whole<T>(read: Awaited<LogRead<T>>, name: string): T {
  if (read === 'cancelled') throw new Error('Nothing cancels a batch');
  if (read.ok) return read.value;
  throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: ${readProblemWords(read.error)}`] });
}
