import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { TransferColumns, TransferDetail, transferMethods } from '../../../src-shared/contract/transfers.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { transferNumber } from '../../../src-shared/model/transfer.ts';
import { hindrances } from '../../engine/transfers/index.ts';
import { atRevision, type OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { recordEntries } from '../journal/index.ts';
import type { Records } from '../records/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { createTransferExport } from './export.ts';
import type { TransferJoins } from './known.ts';
import { detailOf, judgeOne, transferPicture } from './picture.ts';
import {
  findTransfer,
  insertTransfer,
  keepDecision,
  type NewDecision,
  type TransferRecord,
  transferIdsOf,
  updateTransfer,
} from './store.ts';

const mostOfRecord = 200;

/** Answers the methods of transfers. What is shown and what is cleared is judged anew each time; nothing is kept but what people said. */
export function createTransferHandlers(deps: FeatureDeps, joins: TransferJoins, records: Records): HandlersFor<typeof transferMethods> {
  const today = () => deps.ports.clock.today();
  const picture = (pause = createSlicer().pause) => transferPicture(deps.session, joins, pause);
  const notThere = (id: string) => err({ code: 'record.notFound' as const, entity: 'transfer', id });

  const view = async (id: string): Promise<Reply<TransferDetail>> => {
    const judged = await judgeOne(deps.session, joins, id, createSlicer().pause);
    return judged === null ? notThere(id) : ok(detailOf(deps.session(), judged));
  };

  /** The transfer as whoever decides saw it, while it is open. */
  const openAt = (workspace: OpenWorkspace, id: string, revision: number): Reply<TransferRecord> => {
    const found = atRevision('transfer', id, revision, findTransfer(workspace, id));
    if (!found.ok) return found;
    return found.value.ended === null
      ? found
      : err({ code: 'policy.refused', detail: 'This transfer has ended: it went, or was stopped. Undo that, or record another one' });
  };

  /** Keeps what somebody decided, in their name, and shows what it led to. */
  const decide = async (record: TransferRecord, decision: Omit<NewDecision, 'id' | 'at' | 'on' | 'by'>): Promise<Reply<TransferDetail>> => {
    const workspace = deps.session();
    const { clock, ids } = deps.ports;
    const note = {
      method: methodOf[decision.kind],
      params: { number: transferNumber(record.number), kind: decision.kind },
      subject: { entity: 'transfers', id: record.id },
    };
    const written = workspace.write(note, () => {
      const by = readWorkspaceSettings(workspace.db).person.name;
      keepDecision(workspace, record.id, { ...decision, id: ids.next(), at: clock.now(), on: today(), by });
      return ok(null);
    });
    return written.ok ? view(record.id) : written;
  };

  return {
    'transfers.list': async ({ view: wanted, text, offset, limit }) => {
      const { pause } = createSlicer();
      const { rows, counts, find } = await picture(pause);
      const found = await find(wanted, text ?? '', pause);
      return ok({
        total: found.length,
        counts: { ...counts },
        next:
          rows.find(({ state, plannedOn }) => plannedOn !== null && state !== 'gone' && state !== 'refused' && state !== 'cancelled') ??
          null,
        rows: found.slice(offset, offset + limit),
      });
    },

    'transfers.get': ({ id }) => view(id),

    'transfers.history': ({ id }) => ok(recordEntries(deps.session().db, 'transfers', id, 200)),

    'transfers.of': async ({ record }) => {
      const { rows } = await picture();
      const ids = transferIdsOf(deps.session(), record);
      const found = rows.filter(({ id }) => ids.has(id)).reverse();
      return ok({ total: found.length, rows: found.slice(0, mostOfRecord) });
    },

    'transfers.save': async ({ id, revision, columns }) => {
      const workspace = deps.session();
      const before = id === null ? null : atRevision('transfer', id, revision, findTransfer(workspace, id));
      if (before !== null && !before.ok) return before;
      if (before !== null && before.value.ended !== null && !onlyWordsDiffer(before.value.columns, columns))
        return err({
          code: 'policy.refused',
          detail: 'This transfer has ended: only its owner, order number and note can still be changed',
        });
      const lost = lostLink(workspace, records, columns);
      if (lost !== null) return err({ code: 'record.notFound', entity: lost.kind, id: lost.id });
      const kept = id ?? deps.ports.ids.next();
      const newId = () => deps.ports.ids.next();
      const written = workspace.write(
        {
          method: id === null ? 'transfers.add' : 'transfers.save',
          params: { name: columns.reference || (columns.items[0]?.name ?? ''), kind: columns.kind },
          subject: { entity: 'transfers', id: kept },
        },
        () => {
          if (before === null) insertTransfer(workspace, { id: kept, on: today(), batch: null }, columns, newId);
          else updateTransfer(workspace, before.value, columns, newId);
          return ok(null);
        },
      );
      return written.ok ? view(kept) : written;
    },

    'transfers.clear': async ({ id, revision, digest, reasons, note }) => {
      const judged = await judgeOne(deps.session, joins, id, createSlicer().pause);
      if (judged === null) return notThere(id);
      const found = openAt(deps.session(), id, revision);
      if (!found.ok) return found;
      if (judged.digest !== digest)
        return err({
          code: 'record.conflict',
          entity: 'transfer',
          detail: 'What it rests on has changed while you looked. Look at the checks again',
        });
      if (found.value.hold !== null)
        return err({ code: 'policy.refused', detail: `Somebody holds it: ${found.value.hold.reason}`.slice(0, 300) });
      const given = new Map(reasons.map(({ key, reason }) => [key, reason]));
      const [hindrance] = hindrances(judged.checks, given);
      if (hindrance !== undefined)
        return err({
          code: 'policy.refused',
          detail:
            hindrance.because === 'holds'
              ? 'A check holds it. Settle what it names; nothing is cleared over a check that holds'
              : 'Each open check needs a reason why it may go all the same',
        });
      const open = judged.checks.flatMap(({ key, state }) => (state === 'unknown' ? [{ key, reason: given.get(key) ?? '' }] : []));
      return decide(found.value, { kind: 'clear', reason: note, open, ground: JSON.stringify(judged.ground), digest });
    },

    'transfers.hold': async ({ id, revision, reason, until }) => {
      const found = openAt(deps.session(), id, revision);
      if (!found.ok) return found;
      if (until !== null && until < today()) return err({ code: 'request.invalid', issues: ['until: the day has passed'] });
      return decide(found.value, { kind: 'hold', reason, until });
    },

    'transfers.release': async ({ id, revision, reason }) => {
      const found = openAt(deps.session(), id, revision);
      if (!found.ok) return found;
      if (found.value.hold === null) return err({ code: 'policy.refused', detail: 'Nobody holds this transfer' });
      return decide(found.value, { kind: 'release', reason });
    },

    'transfers.stop': async ({ id, revision, outcome, reason }) => {
      const found = openAt(deps.session(), id, revision);
      return found.ok ? decide(found.value, { kind: outcome, reason }) : found;
    },

    'transfers.gone': async ({ id, revision, goneOn, afterTheFact }) => {
      if (goneOn > today()) return err({ code: 'request.invalid', issues: ['goneOn: the day has not come'] });
      const judged = await judgeOne(deps.session, joins, id, createSlicer().pause);
      if (judged === null) return notThere(id);
      const found = openAt(deps.session(), id, revision);
      if (!found.ok) return found;
      const cleared = judged.row.state === 'cleared';
      if (!cleared && afterTheFact === null)
        return err({
          code: 'policy.refused',
          detail: 'It is not cleared. If it went all the same, record that after the fact, with how it came about',
        });
      return decide(found.value, { kind: 'gone', reason: cleared ? '' : (afterTheFact ?? ''), goneOn, afterTheFact: !cleared });
    },

    'transfers.export': createTransferExport(deps, joins),
  };
}

const methodOf: Readonly<Record<NewDecision['kind'], string>> = {
  clear: 'transfers.clear',
  hold: 'transfers.hold',
  release: 'transfers.release',
  refuse: 'transfers.stop',
  cancel: 'transfers.stop',
  gone: 'transfers.gone',
};

const onlyWordsDiffer = (before: TransferColumns, after: TransferColumns): boolean =>
  JSON.stringify({ ...before, owner: '', reference: '', note: '' }) === JSON.stringify({ ...after, owner: '', reference: '', note: '' });

/** The first asset or party of a transfer that does not exist. */
function lostLink(workspace: OpenWorkspace, records: Records, { items, parties }: TransferColumns) {
  const links = [
    ...items.flatMap(({ assetId }) => (assetId === null ? [] : [{ kind: 'asset' as const, id: assetId }])),
    ...parties.flatMap(({ partyId }) => (partyId === null ? [] : [{ kind: 'party' as const, id: partyId }])),
  ];
  const titles = records.titles(workspace, links);
  return links.find(({ kind, id }) => !titles.has(`${kind} ${id}`)) ?? null;
}
