import { dayAfter, type IsoDate, isoDate } from '../../../src-shared/model/dates.ts';
import {
  type VettingKind,
  type VettingResult,
  type VettingRules,
  type VettingStanding,
  VettingState,
} from '../../../src-shared/model/vetting.ts';

/** Days before its next day in which a check is said to come up. */
const soonVettingDays = 30;

/** What is kept of one check or undertaking, as far as where it stands depends on it. */
export interface KeptVetting {
  readonly kind: VettingKind;
  readonly doneOn: string;
  /** Null: no repeat. */
  readonly nextOn: string | null;
  /** Null: restricted. What is on file then counts as done, since nobody may read more from outside. */
  readonly result: VettingResult | null;
}

/** What is expected of somebody, by kind, with the months after which it is wanted again; null: once is enough. */
export type Expected = ReadonlyMap<VettingKind, number | null>;

type Tier = VettingRules['parties'][number]['tiers'][number];

/** What rules expect of a party. Where several lines name one kind, the shortest span holds. */
function expectedOfParty(rules: VettingRules, party: { readonly tier: Tier; readonly roles: readonly string[] }): Expected {
  return gathered(
    rules.parties.filter(
      ({ tiers, roles }) =>
        (tiers.length === 0 ? party.tier !== 'prohibited' : tiers.includes(party.tier)) &&
        (roles.length === 0 || roles.some((role) => party.roles.includes(role))),
    ),
  );
}

/** What rules expect of one of the staff. */
export function expectedOfStaff(rules: VettingRules, sensitive: boolean): Expected {
  return gathered(rules.staff.filter(({ who }) => who === 'everybody' || sensitive));
}

function gathered(lines: readonly { readonly kind: VettingKind; readonly everyMonths: number | null }[]): Expected {
  const found = new Map<VettingKind, number | null>();
  for (const { kind, everyMonths } of lines) {
    const known = found.get(kind);
    if (known === undefined || known === null || (everyMonths !== null && everyMonths < known)) found.set(kind, everyMonths);
  }
  // Who was looked at more closely need not be looked at once more.
  if (found.has('enhancedDueDiligence')) found.delete('dueDiligence');
  return found;
}

/** Where everything stands with a party; of a prohibited one only what is expected by name. */
export function partyStandings(
  rules: VettingRules,
  party: { readonly tier: Tier; readonly roles: readonly string[] },
  kept: readonly KeptVetting[],
  today: IsoDate,
): readonly VettingStanding[] {
  const standings = vettingStandings(kept, expectedOfParty(rules, party), today);
  return party.tier === 'prohibited' ? standings.filter(({ expected }) => expected) : standings;
}

/** Kinds that a wider one answers for. */
const answeredBy: Readonly<Partial<Record<VettingKind, readonly VettingKind[]>>> = { dueDiligence: ['enhancedDueDiligence'] };

/** Whether a check of one kind counts where another kind is asked for: its own, or a wider one. */
export const answersFor = (wanted: VettingKind, kind: VettingKind): boolean =>
  kind === wanted || answeredBy[wanted]?.includes(kind) === true;

const ranks: readonly VettingState[] = VettingState.options;

/**
 * Where each thing stands that is expected of somebody, or that came round by its own next day; what wants something first, then by kind. The
 * last one that came out decides: one that is only begun does not replace it, and one that lapsed stays overdue until another came out.
 */
export function vettingStandings(kept: readonly KeptVetting[], expected: Expected, today: IsoDate): readonly VettingStanding[] {
  const kinds = new Set([...expected.keys(), ...kept.map(({ kind }) => kind)]);
  const standings = [...kinds].flatMap((kind): VettingStanding[] => {
    const isExpected = expected.has(kind);
    const state = stateOf(kept, kind, today);
    // What nobody asks for is only told where its own day comes round, or where it came out badly.
    if (!isExpected && (state.state === 'missing' || state.state === 'waiting' || state.state === 'inForce')) return [];
    return [{ kind, ...state, expected: isExpected, everyMonths: expected.get(kind) ?? null }];
  });
  return standings.sort((a, b) => ranks.indexOf(a.state) - ranks.indexOf(b.state) || a.kind.localeCompare(b.kind));
}

function stateOf(kept: readonly KeptVetting[], kind: VettingKind, today: IsoDate): Pick<VettingStanding, 'state' | 'dueOn'> {
  const own = kept.filter((one) => answersFor(kind, one.kind));
  const last = (all: readonly KeptVetting[]) =>
    all.reduce<KeptVetting | undefined>((a, b) => (a !== undefined && a.doneOn > b.doneOn ? a : b), undefined);
  const settled = last(own.filter(({ result }) => result !== 'waiting'));
  if (settled === undefined) return { state: own.length > 0 ? 'waiting' : 'missing', dueOn: null };
  const dueOn = settled.nextOn === null ? null : isoDate(settled.nextOn);
  if (settled.result === 'failed') return { state: 'notPassed', dueOn };
  if (settled.result === 'refused') return { state: 'refused', dueOn };
  if (dueOn !== null && dueOn < today) return { state: 'overdue', dueOn };
  return { state: dueOn !== null && dueOn <= dayAfter(today, soonVettingDays) ? 'soon' : 'inForce', dueOn };
}
