import { open, rename, rm } from 'node:fs/promises';
import type { AuditInput } from '../../../src-shared/model/access-audit.ts';
import { eventOutcomes, isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import type { AuditFinding } from '../../engine/access/index.ts';
import { asideOf, settled, whyUnwritten } from '../files/index.ts';
import type { ReadEvents } from './growing-columns.ts';
import { AuditRefused, type InputProblem } from './problems.ts';

const flushBytes = 1 << 20;

/** Writes a text file line by line under another name, and gives it its own once it is whole. */
export async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  const partial = asideOf(file);
  try {
    const out = await open(partial, 'w');
    try {
      // One buffer for all lines: joined into long texts, each would stay in memory until the next large collection.
      const buffer = Buffer.allocUnsafe(flushBytes);
      let filled = 0;
      const flush = async () => {
        for (let from = 0; from < filled; ) from += (await out.write(buffer, from, filled - from)).bytesWritten;
        filled = 0;
      };
      for (const line of lines) {
        const most = line.length * 3 + 1;
        if (filled + most > flushBytes) await flush();
        if (most > flushBytes) await out.writeFile(`${line}\n`);
        else filled += buffer.write(`${line}\n`, filled);
      }
      await flush();
    } finally {
      await out.close();
    }
    await rename(partial, file);
  } catch (cause) {
    await rm(partial, { force: true });
    if (cause instanceof Error && 'code' in cause) throw new AuditRefused({ code: 'output.unwritable', file, detail: whyUnwritten(cause) });
    throw cause;
  } finally {
    settled(partial);
  }
}

/** Events as they were understood, one a line. */
export function* eventLines(read: ReadEvents, input: AuditInput, fileNames: readonly string[]): Generator<string> {
  const { events, dictionaries } = input;
  for (let place = 0; place < events.length; place += 1) {
    const facts = input.addresses[events.address[place] ?? 0] ?? null;
    const account = events.account[place] ?? 0;
    const link = input.accounts[account];
    const asset = input.assets[input.resources[events.resource[place] ?? 0] ?? -1];
    const eventId = read.eventIds.of(place);
    yield JSON.stringify({
      row: read.rows[place] ?? 0,
      ...(fileNames.length > 1 ? { file: fileNames[read.files[place] ?? 0] } : {}),
      ...(eventId === undefined ? {} : { eventId }),
      ts: isDated(events.ts[place] ?? withheldTime) ? new Date(events.ts[place] ?? 0).toISOString() : null,
      account: dictionaries.accounts[account] ?? '',
      person: link?.kind === 'person' ? link.personId : null,
      asset: asset?.id ?? null,
      action: dictionaries.actions[events.action[place] ?? 0] ?? '',
      ip: dictionaries.addresses[events.address[place] ?? 0] || null,
      country: facts?.country ?? null,
      country2: facts?.country2 ?? null,
      asn: facts?.asn ?? null,
      outcome: eventOutcomes[events.outcome[place] ?? 0],
    });
  }
}

/** Findings, worst first. `events` are rows of the file that holds them; with several files, `files` names the file of each. */
export function* findingLines(findings: Iterable<AuditFinding>, read: ReadEvents, fileNames: readonly string[]): Generator<string> {
  for (const finding of findings) {
    // Ids were given in the order the events were read, from 1.
    const places = [...finding.events].map((id) => id - 1);
    yield JSON.stringify({
      id: finding.id,
      type: finding.type,
      title: finding.title,
      person: finding.personId,
      account: finding.account,
      asset: finding.assetId,
      ...(finding.assetIds.length > 1 ? { assets: finding.assetIds } : {}),
      events: places.map((place) => read.rows[place] ?? 0),
      ...(fileNames.length > 1 ? { files: places.map((place) => fileNames[read.files[place] ?? 0]) } : {}),
      severity: finding.severity,
      confidence: finding.confidence,
      firstAt: finding.firstTs === null ? null : new Date(finding.firstTs).toISOString(),
      lastAt: finding.lastTs === null ? null : new Date(finding.lastTs).toISOString(),
      countries: finding.countries,
      why: [finding.summary, ...finding.why],
      citations: finding.citations,
      questions: finding.questions.map(({ ask }) => ask),
      exclusions: finding.exclusions.map(({ code, result, because, citation }) => ({ code, result, because, citation })),
    });
  }
}

/** The problems file: comma separated, with a header. Cells that a spreadsheet would run as a formula are led by an apostrophe. */
export function* problemLines(problems: readonly InputProblem[]): Generator<string> {
  yield 'file,sheet,row,column,value,reason';
  for (const { file, sheet, row, column, value, reason } of problems)
    yield [file, sheet ?? '', row === null ? '' : String(row), column ?? '', value, reason].map(cell).join(',');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
