import type { OutputOf } from '../../src-shared/contract/index.ts';
import { ok } from '../../src-shared/model/result.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { createText } from '../../src-shared/text/format.ts';
import { checkWords, lapseWords, rowWords } from '../../src-shared/text/transfers.ts';
import { defineCommand } from './command.ts';
import { exitCodes } from './io.ts';
import { readingOptions, readingWorkspace } from './reading.ts';
import type { HeadlessWorkspace } from './workspace.ts';

const usage = `Usage: gatehouse transfers --workspace DIR [--json] [--all] [--on YYYY-MM-DD] [--passphrase-fd N]

Lists the transfers that are queued, by planned day, with what holds each and what is not known. Changes nothing in the workspace.
  --json           one JSON object; else lines to read
  --all            those that went or were stopped, too
  --on             day to judge by; the workspace's own where it is not given
  --passphrase-fd  number of an open file descriptor whose first line is the passphrase; asked at the terminal where it is not given
Whether a licence is needed is decided separately: nothing here says so. The passphrase is never an argument and never taken from the environment.
`;

const text = createText<Record<string, string>>('en', english);
const pageSize = 500;

type Row = OutputOf<'transfers.list'>['rows'][number];
type Detail = OutputOf<'transfers.get'>;

export const run = defineCommand({
  name: 'transfers',
  usage,
  options: { ...readingOptions, all: 'flag' },
  perform: (given, io) =>
    readingWorkspace(given, io, async (workspace) => {
      const queue = await queueOf(workspace, given.all === true);
      if (!queue.ok) return queue;
      const { rows, counts } = queue.value;
      io.stdout(given.json === true ? `${JSON.stringify({ counts, transfers: rows.map(told) })}\n` : linesOf(rows.map(({ row }) => row)));
      const remark = `${counts.open} open: ${counts.held} held, ${counts.waiting} waiting, ${counts.cleared} cleared. Whether a licence is needed is decided separately. Not legal advice.`;
      return ok({ remark, exitCode: counts.held > 0 ? exitCodes.held : exitCodes.done });
    }),
});

/** The queue with each transfer's checks. */
async function queueOf(workspace: HeadlessWorkspace, all: boolean) {
  const rows: { readonly row: Row; readonly detail: Detail }[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const page = await workspace.call<OutputOf<'transfers.list'>>('transfers.list', {
      view: all ? 'all' : 'open',
      offset,
      limit: pageSize,
    });
    if (!page.ok) return page;
    for (const row of page.value.rows) {
      const detail = await workspace.call<Detail>('transfers.get', { id: row.id });
      if (!detail.ok) return detail;
      rows.push({ row, detail: detail.value });
    }
    if (page.value.rows.length < pageSize) return ok({ rows, counts: page.value.counts });
  }
}

/** One transfer as \`--json\` prints it; documented in docs/cli.md. */
const told = ({ row, detail: { columns, checks, digest, decisions } }: { readonly row: Row; readonly detail: Detail }) => ({
  ...{ number: row.number, state: row.state, kind: row.kind, reference: row.reference, plannedOn: row.plannedOn, late: row.late },
  ...{ goneOn: row.goneOn, uncleared: row.uncleared, destination: columns.destination, transits: columns.transits },
  items: columns.items.map(({ name, quantity, assetId }) => ({ name, quantity, onRecord: assetId !== null })),
  parties: columns.parties.map(({ name, role, partyId }) => ({ name, role, onRecord: partyId !== null })),
  ...{ endUse: columns.endUse, authorityAsStated: columns.authority, owner: columns.owner },
  held: row.heldBecause === '' ? null : { because: row.heldBecause, until: row.heldUntil },
  lapsed: row.lapsed.map((reason) => lapseWords(text, reason)),
  checks: checks.map((check) => ({
    id: check.id,
    state: check.state,
    about: check.recordName,
    why: checkWords(text, check),
    record: check.record,
  })),
  decisions: decisions.map(({ kind, on, by, reason }) => ({ kind, on, by, reason })),
  digest,
});

function linesOf(rows: readonly Row[]): string {
  if (rows.length === 0) return 'Nothing is queued.\n';
  const cells = rows.map((row) => [
    row.goneOn ?? row.plannedOn ?? 'no day',
    row.number,
    text.dynamic(row.uncleared ? 'transfers.uncleared' : `transfers.state.${row.state}`),
    [row.items, row.parties].filter(Boolean).join(' → '),
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)) + 2);
  return rows
    .map((row, at) => {
      const line = (cells[at] ?? []).map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('');
      const why = row.state === 'held' || row.state === 'waiting' || row.state === 'lapsed' ? rowWords(text, row) : '';
      return why === '' ? `${line.trimEnd()}\n` : `${line.trimEnd()}\n    ${why}\n`;
    })
    .join('');
}
