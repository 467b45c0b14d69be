import type { AuditAsset } from '../../../src-shared/model/access-audit.ts';

/** True where the files are known to lie in another country than `home`. */
export const isKeptAbroad = ({ keptIn }: Pick<AuditAsset, 'keptIn'>, home: string): boolean =>
  keptIn !== undefined && keptIn !== null && keptIn !== home;

/**
 * True where files that are kept abroad are read in that same country: nothing is sent then, and only a release to a national of another country
 * counts (15 CFR 734.14(a)(2)). False wherever it is not known where they are kept.
 */
export const isReadWhereKept = (asset: Pick<AuditAsset, 'keptIn'>, place: string, home: string): boolean =>
  isKeptAbroad(asset, home) && asset.keptIn === place;

interface Movements {
  /** Where the item went to from home, or from a place that nobody noted. */
  readonly exported: readonly string[];
  /** Where it went to from another country than home. */
  readonly reexported: readonly string[];
  /** Where it was read in the country in which it is kept. */
  readonly local: readonly string[];
  /** Countries other than home in which the items are kept. */
  readonly keptIn: readonly string[];
}

/** What acts of access sent where. ISO 3166-1 alpha-2, in the order of the alphabet. */
export function movementsOf(
  acts: readonly { readonly asset: Pick<AuditAsset, 'keptIn'>; readonly place: string }[],
  home: string,
): Movements {
  const [exported, reexported, local, keptIn] = [new Set<string>(), new Set<string>(), new Set<string>(), new Set<string>()];
  for (const { asset, place } of acts) {
    const isAbroad = isKeptAbroad(asset, home);
    if (isAbroad) keptIn.add(asset.keptIn ?? '');
    if (isReadWhereKept(asset, place, home)) local.add(place);
    else if (place !== home) (isAbroad ? reexported : exported).add(place);
  }
  const sorted = (places: ReadonlySet<string>) => [...places].sort();
  return { exported: sorted(exported), reexported: sorted(reexported), local: sorted(local), keptIn: sorted(keptIn) };
}
