import type { QualityRecord } from '../../../src-shared/model/quality.ts';
import { asset, inUse, type QualityCheck, record } from './check.ts';
import type { QualityPicture, QualityReached, QualityWatched } from './picture.ts';

/**
 * Assets and parties whose conclusion rests on what an item of the watch puts in doubt: an entry that is met, an ownership rule that reaches
 * them. One line each with the items; the first is where it is mended.
 */
function restingOn({ assets, reached, watched }: QualityPicture, state: QualityWatched['state']): QualityRecord[] {
  const items = watched.filter((item) => item.state === state);
  if (items.length === 0) return [];
  const line = (found: QualityRecord, resting: readonly QualityWatched[]): QualityRecord[] => {
    const [first] = resting;
    if (first === undefined) return [];
    const item = resting.map(({ name }) => name).join('; ');
    return [{ ...found, detail: { item: item.slice(0, 300) }, mendAt: { kind: 'ruleWatch', id: first.id } }];
  };
  const byParty = Map.groupBy(reached, ({ partyId }) => partyId);
  return [
    ...assets
      .filter((one) => inUse(one) && one.watchedEntries.length > 0)
      .flatMap((one) =>
        line(
          asset(one),
          items.filter(({ entries }) => entries.some((id) => one.watchedEntries.includes(id))),
        ),
      ),
    ...[...byParty].flatMap(([id, rules]) =>
      line(
        record('party', { id, name: rules[0]?.name ?? '' }),
        items.filter(({ ownership }) => rules.some(({ test }) => test === ownership)),
      ),
    ),
  ];
}

/** What an item of the watch is about is named with the item while it waits, and confirmed by the look that settles it. */
function reachedUnconfirmed(reached: readonly QualityReached[], watched: readonly QualityWatched[]): QualityRecord[] {
  const elsewhere = new Set(watched.map(({ ownership }) => ownership));
  return reached
    .filter(({ confirmed, test }) => !confirmed && !elsewhere.has(test))
    .map(({ partyId, name, test }) => record('party', { id: partyId, name }, { test }));
}

/** Conclusions that stand on what nobody confirmed, and what waits to be confirmed. */
export const unconfirmedChecks: readonly QualityCheck[] = [
  {
    id: 'restsOnDiffering',
    kind: 'unconfirmed',
    severity: 'high',
    find: (picture) => restingOn(picture, 'differs'),
  },
  {
    id: 'restsOnDue',
    kind: 'unconfirmed',
    severity: 'medium',
    find: (picture) => restingOn(picture, 'due'),
  },
  {
    id: 'ownershipUnconfirmed',
    kind: 'unconfirmed',
    severity: 'medium',
    find: ({ reached, watched }) => reachedUnconfirmed(reached, watched),
  },
  {
    id: 'checkUnanswered',
    kind: 'unconfirmed',
    severity: 'medium',
    find: ({ looksDue, on }) =>
      looksDue.filter(({ since }) => since < on).map(({ since, ...one }) => record('ruleWatch', one, { day: since })),
  },
  {
    id: 'claimedRules',
    kind: 'unconfirmed',
    severity: 'medium',
    find: ({ assets }) => assets.filter(({ standing }) => standing === 'clearOnClaimedRules').map((one) => asset(one)),
  },
];
