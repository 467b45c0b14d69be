import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { type BlockInfo, blocksOf, deleteBlock, insertBlock, readBlock, readKeys } from './blocks.ts';
import { copyEvent, createEventArrays } from './columns.ts';
import { findLogImport, type LogImport, raiseRevision } from './imports.ts';
import { wordsPerKey } from './key-table.ts';
import type { Pause } from './keys.ts';
import { openPacked } from './packing.ts';
import { makeRollUp, unsummedImports } from './roll-up.ts';
import { deleteInSteps, deleteRollUp, inItsTurn, writeStep } from './turns.ts';
import { dropUnusedTexts } from './unused-texts.ts';

export interface RemovalTools {
  /** UTC instant, ISO 8601. */
  now(): string;
  readonly pause: Pause;
}

/** Takes a committed import back: its events no longer count, save those that another import holds too, which go over to that one. */
export function undoLogImport(workspace: OpenWorkspace, id: string, tools: RemovalTools): Promise<Result<LogImport, AppError>> {
  return takeAway(workspace, id, 'committed', tools);
}

/** Drops an import that was begun. */
export function discardLogImport(workspace: OpenWorkspace, id: string, tools: RemovalTools): Promise<Result<LogImport, AppError>> {
  return takeAway(workspace, id, 'reading', tools);
}

/**
 * One entry of the journal ends the import; then its rows go, in slices. A break in the middle is made good by `finishRemovals`. Errors:
 * `record.notFound` when there is no such import in that state, `import.notReady` at step `busy`, `workspace.readOnly`.
 */
function takeAway(
  workspace: OpenWorkspace,
  id: string,
  from: 'committed' | 'reading',
  { now, pause }: RemovalTools,
): Promise<Result<LogImport, AppError>> {
  return inItsTurn(workspace, async () => {
    await workspace.idle();
    const found = findLogImport(workspace, id);
    if (found === undefined || found.state !== from) return err({ code: 'record.notFound', entity: 'logImport', id });
    const note = {
      method: from === 'committed' ? 'accessLogs.undo' : 'accessLogs.discard',
      params: { file: found.fileName, sha256: found.fileSha256, events: found.events },
      subject: { entity: 'logImports', id },
    };
    const ended = workspace.write(note, () => {
      prepared(workspace.db, 'UPDATE log_imports SET state = ?, ended_at = ? WHERE number = ?').run(
        from === 'committed' ? 'undone' : 'discarded',
        now(),
        found.number,
      );
      raiseRevision(workspace.db);
      return ok(null);
    });
    if (!ended.ok) return ended;
    await finishRemovals(workspace, pause);
    return ok(findLogImport(workspace, id) ?? found);
  });
}

/** Makes good a removal that broke off, before events are read as a whole: some of them may be on their way to another import. */
export async function tidyUp(workspace: OpenWorkspace, pause: Pause): Promise<void> {
  if (workspace.readOnly !== null || openRemovals(workspace).length === 0) return;
  // Busy means that whoever is at work has done it already, or is doing it.
  await inItsTurn(workspace, async () => ok(await finishRemovals(workspace, pause)));
}

const openRemovals = ({ db }: OpenWorkspace) =>
  prepared<[], { number: number }>(
    db,
    "SELECT number FROM log_imports WHERE state IN ('discarded', 'undone') AND removed = 0 ORDER BY number",
  ).all();

/** Takes away what is left of imports that were discarded or undone; nothing to do in the usual case. To be run in its turn. */
export async function finishRemovals(workspace: OpenWorkspace, pause: Pause): Promise<void> {
  const open = openRemovals(workspace);
  for (const { number } of open) await removeEvents(workspace, number, pause);
  if (open.length > 0) await dropUnusedTexts(workspace, pause);
}

async function removeEvents(workspace: OpenWorkspace, importNumber: number, pause: Pause): Promise<void> {
  const heirs = await heirsOf(workspace, importNumber, pause);
  for (const block of blocksOf(workspace.db, importNumber)) {
    await writeStep(workspace, () => handOver(workspace, block, heirs));
    await pause();
  }
  for (const receiver of unsummedImports(workspace.db)) await makeRollUp(workspace, receiver, pause);
  for (const [sql, rows] of leftovers) await deleteInSteps(workspace, sql, importNumber, rows, pause);
  await writeStep(workspace, () => {
    prepared(workspace.db, 'UPDATE log_imports SET removed = 1 WHERE number = ?').run(importNumber);
    raiseRevision(workspace.db);
  });
}

/** What an import leaves beside its events, and how much of it is deleted in one go. */
const leftovers: readonly (readonly [string, number])[] = [
  ['DELETE FROM log_sources WHERE (import, first_row) IN (SELECT import, first_row FROM log_sources WHERE import = ? LIMIT ?)', 10],
  [deleteRollUp, 1],
  ['DELETE FROM log_duplicates WHERE id IN (SELECT id FROM log_duplicates WHERE import = ? LIMIT ?)', 10],
  ['DELETE FROM log_rejected WHERE id IN (SELECT id FROM log_rejected WHERE import = ? LIMIT ?)', 500],
];

/** Import and row an event goes over to. */
interface Heir {
  readonly import: number;
  readonly row: number;
}

/** By event id, who else holds the events of an import: the one that was imported first. */
async function heirsOf(workspace: OpenWorkspace, importNumber: number, pause: Pause): Promise<ReadonlyMap<number, Heir>> {
  const blocks = blocksOf(workspace.db, importNumber);
  const lowest = blocks[0]?.id ?? 0;
  const highest = blocks.reduce((most, block) => Math.max(most, block.lastId), 0);
  const notes = workspace.db
    .prepare<[number], { id: number; import: number; events: number }>(
      "SELECT d.id, d.import, d.events FROM log_duplicates d JOIN log_imports i ON i.number = d.import WHERE i.state IN ('reading', 'committed') AND d.import <> ? ORDER BY d.import, d.id",
    )
    .all(importNumber);
  const heirs = new Map<number, Heir>();
  for (const note of notes) {
    const row = prepared<[number], { pairs: Buffer }>(workspace.db, 'SELECT pairs FROM log_duplicates WHERE id = ?').get(note.id);
    if (row === undefined) continue;
    const rows = new Uint32Array(note.events);
    const ids = new Float64Array(note.events);
    const pairs = openPacked(row.pairs, 2, note.events);
    pairs.unpack(0, rows);
    pairs.unpack(1, ids);
    ids.forEach((id, place) => {
      // Ids of other imports can lie between: those never become heirs of anything, since only blocks of this import are handed over.
      if (id >= lowest && id <= highest && !heirs.has(id)) heirs.set(id, { import: note.import, row: rows[place] ?? 0 });
    });
    await pause();
  }
  return heirs;
}

/** Deletes a block; events with an heir become a block of that import, under the ids they have. */
function handOver({ db }: OpenWorkspace, block: BlockInfo, heirs: ReadonlyMap<number, Heir>): void {
  const byImport = new Map<number, { readonly place: number; readonly row: number }[]>();
  const events = createEventArrays(block.events);
  const keys = readKeys(db, block.id);
  readBlock(db, block, events);
  deleteBlock(db, block.id);
  for (let place = 0; place < block.events; place += 1) {
    const heir = heirs.get(events.id[place] ?? 0);
    if (heir === undefined) continue;
    const list = byImport.get(heir.import) ?? [];
    list.push({ place, row: heir.row });
    byImport.set(heir.import, list);
  }
  for (const [receiver, moved] of byImport) {
    const target = createEventArrays(moved.length);
    const words = new Uint32Array(moved.length * wordsPerKey);
    moved.forEach(({ place, row }, at) => {
      copyEvent(events, place, target, at);
      target.row[at] = row;
      words.set(keys.subarray(place * wordsPerKey, (place + 1) * wordsPerKey), at * wordsPerKey);
    });
    insertBlock(db, receiver, target, moved.length, new Uint8Array(words.buffer));
    prepared(db, 'UPDATE log_imports SET events = events + ?, duplicates = duplicates - ?, summed = 0 WHERE number = ?').run(
      moved.length,
      moved.length,
      receiver,
    );
  }
}
