import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { IsoDate } from '../../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../../src-shared/model/rule-pack.ts';
import { chipRatesFrom } from '../../catalogues/index.ts';
import { shippedData } from '../../shipped/index.ts';
import type { ParentModel } from '../facts/model.ts';
import type { Item, Surroundings } from './item-input.ts';
import { type Earlier, type Judged, judgeItem } from './judge-item.ts';

/** An asset as the register stores it: facts still as JSON. */
export interface RawItem {
  readonly id: string;
  readonly kind: Item['kind'];
  readonly name: string;
  readonly facts: string;
}

export interface RawParent extends Pick<ParentModel, 'relation'> {
  readonly child: string;
  readonly item: RawItem;
}

/** Items to judge, with every asset their answers rest on. */
export interface RawBatch {
  readonly items: readonly (RawItem & { readonly earlier: Earlier | null })[];
  readonly parents: readonly RawParent[];
  readonly parts: readonly RawItem[];
}

/** Message to a pool thread. It keeps the packs it was given; `packs` is null when the core hopes that it has them. */
export interface JudgeRequest {
  readonly batch: RawBatch;
  readonly on: IsoDate;
  readonly packsKey: string;
  readonly packs: readonly RulePack[] | null;
  /** Folder of the shipped catalogue. */
  readonly resources: string;
}

/** `null` asks for the packs. */
export type JudgeAnswer = readonly Judged[] | null;

let known: { readonly key: string; readonly packs: readonly RulePack[] } | undefined;

/** The pool's task: judges a batch in the order given. */
export function judgeBatch(input: unknown): JudgeAnswer {
  const { batch, on, packsKey, packs, resources } = input as JudgeRequest;
  if (packs !== null) known = { key: packsKey, packs };
  if (known?.key !== packsKey) return null;
  const law = { packs: known.packs, on };
  const rates = chipRatesFrom(() => shippedData(resources).chips());
  const around = surroundingsOf(batch);
  return batch.items.map((item) => judgeItem(itemOf(item), around, law, rates, item.earlier));
}

/** Stored facts were checked when they were written, and their pages are authenticated. */
export const itemOf = ({ id, kind, name, facts }: RawItem): Item => ({ id, kind, name, facts: JSON.parse(facts) as Facts });

/** Links of a batch, ready to be asked. */
export function surroundingsOf(batch: Pick<RawBatch, 'parents' | 'parts'>): Surroundings {
  const parts = new Map(batch.parts.map((part) => [part.id, part]));
  const parents = new Map<string, RawParent[]>();
  for (const parent of batch.parents) parents.set(parent.child, [...(parents.get(parent.child) ?? []), parent]);
  return {
    parents: (id) => (parents.get(id) ?? []).map(({ relation, item }) => ({ relation, name: item.name, facts: itemOf(item).facts })),
    part: (id) => {
      const found = parts.get(id);
      return found === undefined ? undefined : itemOf(found);
    },
  };
}
