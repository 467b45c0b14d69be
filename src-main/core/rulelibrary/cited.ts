import type { CitedSource } from '../../../src-shared/contract/rulelibrary.ts';
import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { PackSource, RulePack } from '../../../src-shared/model/rule-pack.ts';

const sources = new WeakMap<RulePack, ReadonlyMap<string, PackSource>>();

function sourcesOf(pack: RulePack): ReadonlyMap<string, PackSource> {
  const known = sources.get(pack);
  if (known !== undefined) return known;
  const built = new Map(pack.manifest.sources.map((source) => [source.id, source]));
  sources.set(pack, built);
  return built;
}

/** A citation with its source's full reference. A source the pack does not list keeps its id, so that nothing looks uncited. */
export function cited(pack: RulePack, citation: Citation): CitedSource {
  const source = sourcesOf(pack).get(citation.sourceId);
  return {
    ...citation,
    reference: source?.reference ?? citation.sourceId,
    asOf: source?.asOf ?? null,
    url: source?.url ?? null,
    how: source?.how ?? '',
    confidence: source?.confidence ?? 'unknown',
  };
}

interface Stretch<T> {
  readonly from: IsoDate;
  readonly until?: IsoDate | undefined;
  readonly value: T;
  readonly citation: Citation;
  readonly note?: string | undefined;
}

/** Whether a half-open stretch covers a day. */
export const covers = ({ from, until }: Pick<Stretch<unknown>, 'from' | 'until'>, on: string): boolean =>
  from <= on && (until === undefined || on < until);

/** A history with the source of each stretch, newest first, and the stretch of the day marked. */
export function historyView<T>(pack: RulePack, history: readonly Stretch<T>[], on: IsoDate) {
  const current = history.findLast((stretch) => covers(stretch, on));
  return [...history]
    .sort((a, b) => (a.from < b.from ? 1 : -1))
    .map((stretch) => ({
      from: stretch.from,
      until: stretch.until ?? null,
      value: stretch.value,
      current: stretch === current,
      note: stretch.note ?? null,
      source: cited(pack, stretch.citation),
    }));
}

/** A source as a citation of itself: read in full or only claimed, as the pack says how it was read. */
export function citationOf(source: PackSource): Citation {
  return { sourceId: source.id, locator: source.reference.slice(0, 300), standing: source.confidence === 'text' ? 'verified' : 'claimed' };
}
