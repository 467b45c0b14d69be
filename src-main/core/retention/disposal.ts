import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { Disposal, DisposalPlan, RetentionRow, RetentionRule, retentionMethods } from '../../../src-shared/contract/retention.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RecordKind, RecordRef } from '../../../src-shared/model/record-ref.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { disposeEvidence, evidenceOf } from '../evidence/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { heldError, holdsOn } from '../holds/index.ts';
import { type Records, recordKey } from '../records/index.ts';
import { clockOf } from './clocks.ts';

type Handlers = Pick<HandlersFor<typeof retentionMethods>, 'retention.consider' | 'retention.dispose' | 'retention.disposals'>;

interface DisposalParts {
  readonly records: Records;
  ruleNow(workspace: OpenWorkspace): RetentionRule | null;
  by(workspace: OpenWorkspace): string;
  clocks(rule: RetentionRule | null): Promise<readonly RetentionRow[]>;
}

/** Evidence that goes when its time is over: looked through first, then removed for good, record by record. */
export function createDisposalHandlers(deps: FeatureDeps, { records, ruleNow, by, clocks }: DisposalParts): Handlers {
  /** Clocks of some records, those without evidence among them; what is not there is left out. */
  const clocksOf = async (wanted: readonly RecordRef[]): Promise<readonly RetentionRow[]> => {
    const rule = ruleNow(deps.session());
    const known = new Map((await clocks(rule)).map((row) => [recordKey(row.record), row]));
    const workspace = deps.session();
    const titles = records.titles(workspace, wanted);
    return [...new Map(wanted.map((record) => [recordKey(record), record])).values()].flatMap((record): RetentionRow[] => {
      const row = known.get(recordKey(record));
      if (row !== undefined) return [row];
      const title = titles.get(recordKey(record));
      if (title === undefined) return [];
      return [
        {
          ...clockOf([], rule, deps.ports.clock.today(), heldError(workspace, record) !== undefined),
          record,
          title: title.slice(0, 700),
          evidence: 0,
        },
      ];
    });
  };
  /** Removes the evidence of one record, as a command of its own: the history of each record says what went. Answers how many pieces. */
  const disposeOne = ({ record, title, keepUntil }: RetentionRow, reason: string): Promise<Reply<number>> => {
    const workspace = deps.session();
    return workspace.writeInSlices(
      {
        method: 'retention.dispose',
        params: { count: 1, name: title.slice(0, 200), reason: reason.slice(0, 300) },
        subject: records.subject(record),
        undoable: false,
      },
      async (tx) => {
        // A hold may have been placed since the records were looked through.
        const held = heldError(tx, record);
        if (held !== undefined) return err(held);
        const gone = evidenceOf(tx, record).map(({ name, sha256 }) => ({ name, sha256 }));
        await disposeEvidence(tx, record);
        prepared(tx.db, 'INSERT INTO disposals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)').run(
          deps.ports.ids.next(),
          record.kind,
          record.id,
          title.slice(0, 700),
          reason,
          keepUntil,
          JSON.stringify(gone.slice(0, 2000)),
          by(workspace),
          deps.ports.clock.now(),
        );
        return ok(gone.length);
      },
    );
  };
  return {
    'retention.consider': async ({ records: wanted }) => {
      const rows = await clocksOf(wanted);
      const workspace = deps.session();
      const goes: DisposalPlan['goes'] = [];
      const stays: DisposalPlan['stays'] = [];
      for (const row of rows) {
        if (row.state === 'past' && row.evidence > 0) goes.push({ ...row, bytes: bytesOf(workspace, row.record) });
        else
          stays.push({
            ...row,
            because: row.state === 'past' ? 'nothing' : row.state,
            matters: holdsOn(workspace, row.record)
              .slice(0, 100)
              .map(({ matter }) => matter),
          });
      }
      return ok({ goes, stays });
    },

    'retention.dispose': async ({ records: wanted, reason }) => {
      const rows = await clocksOf(wanted);
      const found = new Set(rows.map(({ record }) => recordKey(record)));
      const stranger = wanted.find((record) => !found.has(recordKey(record)));
      if (stranger !== undefined) return err({ code: 'record.notFound', entity: stranger.kind, id: stranger.id.slice(0, 80) });
      for (const { record, title, state, keepUntil } of rows) {
        const held = heldError(deps.session(), record);
        if (held !== undefined) return err(held);
        if (state !== 'past') return err({ code: 'retention.tooEarly', title: title.slice(0, 300), keepUntil });
      }
      let items = 0;
      for (const row of rows) {
        const gone = await disposeOne(row, reason);
        if (!gone.ok) return gone;
        items += gone.value;
      }
      return ok({ records: rows.length, items });
    },

    'retention.disposals': () =>
      ok(
        prepared<[], DisposalRow>(deps.session().db, 'SELECT * FROM disposals ORDER BY disposed_at DESC, id LIMIT 1000')
          .all()
          .map(toDisposal),
      ),
  };
}

interface DisposalRow extends Pick<Disposal, 'id' | 'title' | 'reason'> {
  readonly record_kind: RecordKind;
  readonly record_id: string;
  readonly keep_until: IsoDate;
  readonly items: string;
  readonly disposed_by: string;
  readonly disposed_at: Disposal['at'];
}

/** Bytes of the files that hang on a record. */
const bytesOf = ({ db }: OpenWorkspace, { kind, id }: RecordRef): number =>
  prepared<[string, string], { bytes: number }>(
    db,
    'SELECT coalesce(sum(size_bytes), 0) AS bytes FROM evidence WHERE record_kind = ? AND record_id = ?',
  ).get(kind, id)?.bytes ?? 0;

const toDisposal = (row: DisposalRow): Disposal => ({
  id: row.id,
  record: { kind: row.record_kind, id: row.record_id },
  title: row.title,
  reason: row.reason,
  keepUntil: row.keep_until,
  items: JSON.parse(row.items) as Disposal['items'],
  by: row.disposed_by,
  at: row.disposed_at,
});
