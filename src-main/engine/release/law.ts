import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseRule, ReleaseRules, ReleaseTestId } from '../../../src-shared/model/release-rules.ts';
import type { LicenceScope, PackEntry, RulePack } from '../../../src-shared/model/rule-pack.ts';
import { valueOn } from '../rules/dated.ts';
import { placesOf } from '../rules/places.ts';

/** One regime's release rules with its lists, ready to be asked. Built once from a pack and never changed. */
export interface Regime {
  readonly packId: string;
  readonly rules: ReleaseRules;
  readonly rule: (id: string) => ReleaseRule | undefined;
  readonly exclusion: (test: ReleaseTestId) => { readonly code: string; readonly title: string; readonly rule: ReleaseRule } | undefined;
  readonly entries: readonly PackEntry[];
  /** Whether a place is in a group on a day; places that follow another one share its groups. */
  readonly inGroup: (place: string, group: string, on: IsoDate) => boolean;
  /** Marked columns; `null` where the chart does not grade the place, `undefined` where it does not know it. */
  readonly marks: (place: string, on: IsoDate) => readonly string[] | null | undefined;
  /** The place whose rows and groups hold for it: `HK` gives `CN`. */
  readonly follows: (place: string, on: IsoDate) => string;
  readonly places: readonly string[];
  /** First day the pack speaks about. */
  readonly coversFrom: IsoDate;
  /** Whether a rule stands on a day: its text in force, gone or not yet made, or not confirmed. */
  readonly standsOn: (ruleId: string, on: IsoDate) => 'yes' | 'no' | 'open';
  readonly scopeOf: (entryId: string, on: IsoDate) => LicenceScope | undefined;
}

export interface ReleaseLaw {
  readonly regimes: readonly Regime[];
}

/** Reads the release rules out of sound packs. Packs without them are passed over. */
export function releaseLawOf(packs: readonly RulePack[]): ReleaseLaw {
  return { regimes: packs.flatMap((pack) => (pack.release === undefined ? [] : [regimeOf(pack, pack.release)])) };
}

/** The regime a classification names in words, and the one that is meant without words. */
export function regimesFor(
  law: ReleaseLaw,
  classification: string | null,
): { readonly named: Regime | undefined; readonly meant: Regime | undefined } {
  return {
    named: law.regimes.find((regime) => isNamed(regime, classification)),
    meant: law.regimes.find(({ rules }) => rules.namedBy.length === 0),
  };
}

const isNamed = ({ rules }: Regime, classification: string | null): boolean =>
  rules.namedBy.some((word) =>
    new RegExp(`(^|[^a-z])${word.toLowerCase().replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}([^a-z]|$)`).test(
      (classification ?? '').toLowerCase(),
    ),
  );

function regimeOf(pack: RulePack, rules: ReleaseRules): Regime {
  const byId = new Map(rules.rules.map((rule) => [rule.id, rule]));
  const { inGroup, follows } = placesOf(pack);
  const rows = new Map((pack.countryChart?.rows ?? []).map((row) => [row.code, row.requires]));
  const entries = new Map(pack.entries.map((entry) => [entry.id, entry]));
  return {
    packId: pack.manifest.id,
    rules,
    rule: (id) => byId.get(id),
    exclusion: (test) => {
      const found = rules.exclusions.find((one) => one.test === test);
      const rule = found === undefined ? undefined : byId.get(found.rule);
      return found === undefined || rule === undefined ? undefined : { code: found.code, title: found.title, rule };
    },
    entries: pack.entries,
    inGroup,
    marks: (place, on) => rows.get(follows(place, on)),
    follows,
    places: [...rows.keys()],
    coversFrom: pack.manifest.coverage.from,
    standsOn: (id, on) => {
      const rule = byId.get(id);
      const status = rule === undefined ? undefined : valueOn(id, rule.textStatus, on);
      if (status?.ok !== true || status.value.value === 'unconfirmed') return 'open';
      return status.value.value === 'inForce' ? 'yes' : 'no';
    },
    scopeOf: (entryId, on) => {
      const entry = entries.get(entryId);
      const scope = entry?.licence === undefined ? undefined : valueOn(entryId, entry.licence, on);
      return scope?.ok === true ? scope.value.value : undefined;
    },
  };
}

/** Patterns as expressions, built once for each; they hold no facts, so keeping them leaves the engine pure. */
const patterns = new Map<string, RegExp>();

function expressionOf(pattern: string): RegExp {
  const known = patterns.get(pattern);
  if (known !== undefined) return known;
  const text = pattern
    .toLowerCase()
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*/g, '.*')
    .replace(/\?/g, '[a-z0-9]');
  const built = new RegExp(`^${text}(\\..*)?$`);
  patterns.set(pattern, built);
  return built;
}

/** Whether an entry fits a pattern: the entry itself, a paragraph of it, or with `*` and `?` any run or one character. */
export function fitsEntry(entry: string, wanted: readonly string[]): boolean {
  const text = entry.trim().toLowerCase();
  return wanted.some((pattern) => expressionOf(pattern).test(text));
}
