import { createHash } from 'node:crypto';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { OpenWorkspace } from '../db/index.ts';

/** What a workspace is judged by: the packs that are switched on, and the day. */
export interface Judging {
  readonly packs: readonly RulePack[];
  /** `packsKeyOf` the packs; findings with another are stale. */
  readonly packsKey: string;
  readonly on: IsoDate;
  /** Last day up to `on` on which any rule of the packs began or ended; older findings are stale. */
  readonly lastRuleChange: string;
  /** Today, for decisions that expire. */
  readonly today: IsoDate;
}

export type JudgingFor = (workspace: OpenWorkspace) => Judging;

/** Judging of a workspace from its packs and day. Cheap to call again: what it derives is kept by the set of packs. */
export function judgingOf(packs: readonly RulePack[], on: IsoDate, today: IsoDate): Judging {
  return { packs, packsKey: packsKeyOf(packs), on, lastRuleChange: lastRuleChange(packs, on), today };
}

/** Stands for a set of packs by their ids, versions and hashes. Order does not matter. Short, as every finding and list line carries it. */
export function packsKeyOf(packs: readonly RulePack[]): string {
  const names = packs.map(({ manifest }) => `${manifest.id}@${manifest.version}#${manifest.hash}`).sort();
  return createHash('sha256').update(names.join(' ')).digest('base64url').slice(0, 16);
}

/** The last day, `on` included, on which a dated stretch of any pack begins or ends; an empty string where none did. */
export function lastRuleChange(packs: readonly RulePack[], on: IsoDate): string {
  let last = '';
  for (const pack of packs) {
    for (const day of boundaryDays(pack)) {
      if (day <= on && day > last) last = day;
    }
  }
  return last;
}

const boundaries = new WeakMap<RulePack, readonly string[]>();

function boundaryDays(pack: RulePack): readonly string[] {
  const known = boundaries.get(pack);
  if (known !== undefined) return known;
  const days = new Set<string>();
  collect([pack.parameters, pack.entries, pack.manifest.coverage], days);
  const list = [...days];
  boundaries.set(pack, list);
  return list;
}

function collect(value: unknown, days: Set<string>): void {
  if (Array.isArray(value)) {
    for (const entry of value) collect(entry, days);
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, entry] of Object.entries(value)) {
      if ((key === 'from' || key === 'until') && typeof entry === 'string') days.add(entry);
      else collect(entry, days);
    }
  }
}
