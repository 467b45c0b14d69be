import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { partyMethods } from '../../../src-shared/contract/parties.ts';
import { TransferColumns, type TransferDetail, type transferMethods } from '../../../src-shared/contract/transfers.ts';
import { dayAfter } from '../../../src-shared/model/dates.ts';
import { Authority, TransferKind, TransferRole } from '../../../src-shared/model/transfer.ts';
import type { FeatureDeps } from '../feature.ts';
import { held } from './steps.ts';

/** Commands that put the demo's transfers in place. */
export interface DemoTransferCommands {
  readonly transfers: HandlersFor<typeof transferMethods>;
  readonly parties: Pick<HandlersFor<typeof partyMethods>, 'parties.find'>;
}

const Items = z.array(z.tuple([z.string(), z.string()]));
const Step = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('clear'), reason: z.string() }),
  z.strictObject({ do: z.literal('hold'), reason: z.string(), inDays: z.int() }),
  z.strictObject({ do: z.literal('refuse'), reason: z.string() }),
  /** With a reason: nobody had cleared it. */
  z.strictObject({ do: z.literal('gone'), inDays: z.int(), reason: z.string().optional() }),
  z.strictObject({ do: z.literal('change'), endUse: z.string(), items: Items }),
]);
const TransfersFile = z.strictObject({
  transfers: z.array(
    z.strictObject({
      kind: TransferKind,
      reference: z.string(),
      inDays: z.int(),
      items: Items,
      /** Party by its number. */
      parties: z.array(z.tuple([z.string(), TransferRole])),
      destination: z.string(),
      transits: z.array(z.string()),
      ...{ means: z.string(), endUse: z.string(), owner: z.string(), note: z.string() },
      authority: Authority.nullable(),
      steps: z.array(Step),
    }),
  ),
});

/** Queues what the invented company is about to send: held, waiting past its day, cleared, lapsed, gone, gone without clearance, refused. */
export async function playTransfers(
  deps: FeatureDeps,
  { transfers, parties }: DemoTransferCommands,
  idOf: (name: string) => string | undefined,
  today: string,
): Promise<void> {
  const path = join(deps.ports.paths.resources, 'samples', 'demo', 'transfers.json');
  const file = TransfersFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  const itemsOf = (items: z.infer<typeof Items>): TransferColumns['items'] =>
    items.map(([name, quantity]) => ({ assetId: idOf(name) ?? null, name, quantity }));
  for (const { steps, inDays, items, parties: named, ...columns } of file.transfers) {
    const receivers: TransferColumns['parties'] = [];
    for (const [number, role] of named) {
      const [found] = await held(parties['parties.find']({ text: number, limit: 1 }));
      if (found === undefined) throw new Error(`The demo has no party ${number}`);
      receivers.push({ partyId: found.id, name: found.name, role });
    }
    let now = await held(
      transfers['transfers.save']({
        ...{ id: null, revision: 0 },
        columns: { ...columns, items: itemsOf(items), parties: receivers, plannedOn: dayAfter(today, inDays) },
      }),
    );
    for (const step of steps) now = await held(play(now, step));
  }

  function play(now: z.input<typeof TransferDetail>, step: z.infer<typeof Step>) {
    const at = { id: now.row.id, revision: now.row.revision };
    switch (step.do) {
      case 'clear':
        return transfers['transfers.clear']({
          ...at,
          digest: now.digest,
          note: step.reason,
          reasons: now.checks.flatMap(({ key, state }) => (state === 'unknown' ? [{ key, reason: step.reason }] : [])),
        });
      case 'hold':
        return transfers['transfers.hold']({ ...at, reason: step.reason, until: dayAfter(today, step.inDays) });
      case 'refuse':
        return transfers['transfers.stop']({ ...at, outcome: 'refuse', reason: step.reason });
      case 'gone':
        return transfers['transfers.gone']({ ...at, goneOn: dayAfter(today, step.inDays), afterTheFact: step.reason ?? null });
      case 'change':
        return transfers['transfers.save']({
          ...at,
          columns: { ...TransferColumns.parse(now.columns), endUse: step.endUse, items: itemsOf(step.items) },
        });
    }
  }
}
