import type { TransferCheck } from '../../../src-shared/model/transfer.ts';
import type { TransferFacts } from './facts.ts';

/** What a clearance rested on: the transfer's own words, and each check as it was. Kept with the clearance. */
export interface ClearanceGround {
  /** Parts of the transfer itself, by name, in one form. */
  readonly content: Readonly<Record<string, string>>;
  readonly checks: readonly GroundCheck[];
}

export interface GroundCheck {
  readonly key: string;
  readonly id: TransferCheck['id'];
  readonly state: TransferCheck['state'];
  readonly name: string;
  /** What the state rests on, in one form. */
  readonly rests: string;
}

/** One part of the ground that is no longer as it was. */
export interface GroundChange {
  /** Name of a part of the transfer, or id of a check. */
  readonly what: string;
  /** Whom or what the check is about; empty for the transfer itself. */
  readonly name: string;
  readonly was: TransferCheck['state'] | null;
  readonly is: TransferCheck['state'] | null;
}

/** What a clearance of this transfer would rest on. Owner, notes, order number and planned day are no part of it: the checks follow the days by themselves. */
export function groundOf(facts: TransferFacts, checks: readonly TransferCheck[]): ClearanceGround {
  const { kind, items, parties, destination, transits, means, endUse, authority } = facts;
  const ordered = (texts: readonly string[]) => JSON.stringify([...texts].sort());
  return {
    content: {
      kind,
      items: ordered(
        items.map(({ name, quantity, asset }) => JSON.stringify([asset?.id ?? name, asset?.versionId ?? '', quantity.trim()])),
      ),
      parties: ordered(parties.map(({ name, role, party }) => JSON.stringify([party?.id ?? name, role]))),
      places: JSON.stringify([destination, ...[...transits].sort()]),
      means: means.trim(),
      endUse: endUse.trim(),
      authority: JSON.stringify(authority),
    },
    checks: checks.map((check) => ({
      ...{ key: check.key, id: check.id, state: check.state, name: check.recordName },
      rests: restsOn(check),
    })),
  };
}

/** Counts of what is open move with work that settles nothing; everything else said is part of the ground. */
const restsOn = ({ state, says, detail, record }: TransferCheck): string => {
  const { count: _, questions: __, ...said } = detail;
  return JSON.stringify([says, Object.entries(said).sort(([a], [b]) => (a < b ? -1 : 1)), state === 'clear' ? '' : (record?.id ?? '')]);
};

/**
 * What no longer is as it was when somebody cleared it: the transfer itself, a check that came out otherwise, one that is new. A check that was
 * open and is clear now changes nothing, nor does one that fell away with nothing put in its place.
 */
export function groundChanges(before: ClearanceGround, now: ClearanceGround): readonly GroundChange[] {
  const content = Object.entries(now.content).flatMap(([what, text]): GroundChange[] =>
    before.content[what] === text ? [] : [{ what, name: '', was: null, is: null }],
  );
  const earlier = new Map(before.checks.map((check) => [check.key, check]));
  const checks = now.checks.flatMap(({ key, id, state, name, rests }): GroundChange[] => {
    const was = earlier.get(key);
    if (was?.rests === rests || (state === 'clear' && was?.state !== 'clear')) return [];
    return [{ what: id, name, was: was?.state ?? null, is: state }];
  });
  return [...content, ...checks];
}
