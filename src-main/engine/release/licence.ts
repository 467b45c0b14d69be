import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseLicence } from '../../../src-shared/model/release.ts';
import type { ReleaseException, ReleaseTestId } from '../../../src-shared/model/release-rules.ts';
import type { CountrySet, LicenceScope } from '../../../src-shared/model/rule-pack.ts';
import { valueOn } from '../rules/dated.ts';
import type { Control, Form, Reason } from './item.ts';
import { fitsEntry, type Regime } from './law.ts';
import { ANY_COUNTRY, type Standing } from './person.ts';

/** One country an item goes to: the place itself, or the nationality of somebody it is released to. */
export interface Step {
  readonly place: string;
  readonly deemed: boolean;
}

/** What a licence question needs beside the country. */
export interface LicenceFacts {
  readonly control: Control;
  readonly form: Form;
  readonly standing: Standing;
  readonly regularEmployee: boolean;
  readonly internalStaff: boolean;
  readonly universityStaff: boolean;
  readonly employerCountry: string | null;
  /** Null where nobody said; the headquarters rules then stay open. */
  readonly headquarters: string | null;
  /** Where the data lie, if known. */
  readonly from: string | null;
  /** The person is where the item goes. */
  readonly travelling: boolean;
  /** Words of the record, for regions. */
  readonly told: string;
  readonly requiredFor: readonly string[] | null;
}

export interface StepAnswer {
  readonly licence: ReleaseLicence;
  readonly text: ReleaseLicence;
  readonly reasons: readonly string[];
  readonly excluded: readonly ReleaseTestId[];
  readonly fit: readonly { readonly symbol: string; readonly conditions: readonly string[] }[];
  readonly fail: readonly { readonly symbol: string; readonly because: string }[];
  readonly rules: readonly string[];
  readonly unknown: readonly string[];
  readonly notEnforced: boolean;
}

const order = ['NS', 'MT', 'NP', 'CB', 'RS', 'CC', 'FC', 'EI', 'AT'];
export const sortReasons = (reasons: Iterable<string>): string[] =>
  [...new Set(reasons)].sort((a, b) => ((order.indexOf(a) + 99) % 99) - ((order.indexOf(b) + 99) % 99) || (a < b ? -1 : 1));

type Need = 'yes' | 'no' | 'open';

interface ReasonAnswer {
  readonly reason: string;
  readonly applied: Need;
  readonly printed: Need;
  readonly excluded?: ReleaseTestId;
  readonly rule: string;
  readonly unknown?: string;
}

/** Whether sending or releasing the item to one country needs a licence, and what could stand in for it. */
export function judgeStep(step: Step, facts: LicenceFacts, on: IsoDate, regime: Regime): StepAnswer {
  const { control } = facts;
  if (facts.requiredFor !== null) return ofTheCompany(step, facts, on, regime);
  const embargo = regime.rules.embargoes.find(
    (one) =>
      one.place === regime.follows(step.place, on) &&
      (one.regions === undefined || one.regions.some((name) => facts.told.includes(name.toLowerCase()))),
  );
  if (regime.rules.reasonWithout !== undefined)
    return control.listed
      ? { ...nothing, licence: 'required', text: 'required', reasons: [regime.rules.reasonWithout], rules: ['electronicExport'] }
      : { ...nothing, excluded: ['noListedEntry'], rules: ['notListed'] };
  if (!control.listed) return unlisted(step, facts, on, regime, embargo);
  if (control.open)
    return { ...nothing, licence: 'undetermined', text: 'undetermined', unknown: ['classification and reasons for control'] };
  const answers = control.reasons.map((reason) => judgeReason(reason, step, facts, on, regime));
  if (embargo !== undefined) answers.push(...underEmbargo(step, embargo, answers));
  const needed = answers.filter((one) => one.applied === 'yes').map((one) => one.reason);
  const printed = answers.filter((one) => one.printed === 'yes').map((one) => one.reason);
  const open = answers.some((one) => one.applied === 'open');
  const openText = answers.some((one) => one.printed === 'open');
  const offers = needed.length > 0 ? exceptionsFor(step, facts, needed, on, regime, false) : { fit: [], fail: [] };
  const textOffers = printed.length > 0 ? exceptionsFor(step, facts, printed, on, regime, true) : { fit: [] };
  const excluded = answers.flatMap((one) => (one.excluded === undefined ? [] : [one.excluded]));
  const looked = answers.some((one) => one.excluded === undefined && one.applied === 'no' && one.reason !== 'AT');
  const notEnforced = answers.some((one) => one.rule === 'notEnforced');
  const clear = needed.length === 0 && !open;
  return {
    licence: needed.length > 0 ? (offers.fit.length > 0 ? 'exceptionPossible' : 'required') : open ? 'undetermined' : 'notRequired',
    text: printed.length > 0 ? (textOffers.fit.length > 0 ? 'exceptionPossible' : 'required') : openText ? 'undetermined' : 'notRequired',
    reasons: sortReasons(needed),
    excluded: [
      ...new Set([...excluded, ...(clear && (looked || excluded.length === 0) && !notEnforced ? (['noChartMark'] as const) : [])]),
    ],
    ...offers,
    rules: [...new Set(answers.map((one) => one.rule).filter((rule) => rule !== 'notEnforced'))],
    unknown: [...new Set(answers.flatMap((one) => (one.unknown === undefined || one.applied !== 'open' ? [] : [one.unknown])))],
    notEnforced,
  };
}

const nothing: StepAnswer = {
  licence: 'notRequired',
  text: 'notRequired',
  reasons: [],
  excluded: [],
  fit: [],
  fail: [],
  rules: [],
  unknown: [],
  notEnforced: false,
};

/** The company has settled for whom it needs a licence; that replaces the computed answer. */
function ofTheCompany(step: Step, facts: LicenceFacts, on: IsoDate, regime: Regime): StepAnswer {
  const named = (facts.requiredFor ?? []).some((code) => regime.follows(code, on) === regime.follows(step.place, on));
  if (!named) return { ...nothing, excluded: ['noChartMark'] };
  return { ...nothing, licence: 'required', text: 'required', reasons: sortReasons(facts.control.reasons.map((reason) => reason.id)) };
}

type EmbargoRow = Regime['rules']['embargoes'][number];

function unlisted(step: Step, facts: LicenceFacts, on: IsoDate, regime: Regime, embargo: EmbargoRow | undefined): StepAnswer {
  if (embargo === undefined) {
    if (regime.marks(step.place, on) === undefined && step.place !== ANY_COUNTRY)
      return {
        ...nothing,
        licence: 'undetermined',
        text: 'undetermined',
        rules: ['chart'],
        unknown: ['a place the country chart does not name'],
      };
    return { ...nothing, excluded: ['noListedEntry'], rules: ['listedEntry'] };
  }
  const need = step.deemed ? embargo.deemed.unlisted : embargo.export.unlisted;
  if (need === 'free') return { ...nothing, excluded: ['noListedEntry'], rules: ['listedEntry'] };
  if (need === 'undetermined')
    return {
      ...nothing,
      licence: 'undetermined',
      text: 'undetermined',
      rules: [embargo.rule],
      unknown: ['reach of the embargo rules to items in no entry'],
    };
  const { fit, fail } = exceptionsFor(step, facts, [], on, regime, false);
  const licence = fit.length > 0 ? 'exceptionPossible' : 'required';
  return { ...nothing, licence, text: licence, reasons: [embargo.reason], fit, fail, rules: [embargo.rule] };
}

/** Country rules beside the chart: they ask for a licence where no reason on the chart already does. */
function underEmbargo(step: Step, embargo: EmbargoRow, answers: readonly ReasonAnswer[]): ReasonAnswer[] {
  const how = step.deemed ? embargo.deemed.listed : embargo.export.listed;
  if (how === 'chart' || answers.some((one) => one.applied === 'yes')) return [];
  const base = { reason: embargo.reason, rule: embargo.rule };
  if (how === 'required') return [{ ...base, applied: 'yes', printed: 'yes' }];
  return [{ ...base, applied: 'open', printed: 'open', unknown: 'reach of the country rules to a release to a person' }];
}

function judgeReason(reason: Reason, step: Step, facts: LicenceFacts, on: IsoDate, regime: Regime): ReasonAnswer {
  const entry = facts.control.entries[0];
  const known = regime.entries.find((one) => facts.control.entries.some((name) => fitsEntry(name, [one.id])));
  const enforcement = known === undefined ? undefined : valueOn(known.id, known.enforcement, on);
  const printedOnly = known !== undefined && reason.id !== 'AT' && enforcement?.ok === true && enforcement.value.value === 'notEnforced';
  if (printedOnly) return printedReason(reason, step, facts, on, regime, entry ?? '');
  if (reason.chip) return chipReason(reason, step, facts, on, regime);
  return chartReason(reason, step, entry ?? '', on, regime);
}

/** A duty whose text stands and which the authority says it does not enforce: both answers are given. */
function printedReason(reason: Reason, step: Step, facts: LicenceFacts, on: IsoDate, regime: Regime, entry: string): ReasonAnswer {
  const relief = regime.rules.employeeRelief;
  const base = { reason: reason.id, applied: 'no' as const };
  if (relief !== undefined && step.deemed && fitsEntry(entry, relief.entries) && facts.regularEmployee) {
    if (facts.headquarters === null) return { ...base, printed: 'open', rule: 'notEnforced', unknown: 'headquarters of the employer' };
    if (regime.inGroup(facts.headquarters, relief.headquartersIn, on) || regime.rules.territory.includes(facts.headquarters))
      return { ...base, printed: 'no', rule: 'notEnforced', excluded: 'employeeRelief' };
  }
  return { ...base, printed: 'yes', rule: 'notEnforced' };
}

function chipReason(reason: Reason, step: Step, facts: LicenceFacts, on: IsoDate, regime: Regime): ReasonAnswer {
  const chips = regime.rules.chips;
  if (chips === undefined)
    return { reason: reason.id, applied: 'open', printed: 'open', rule: 'chart', unknown: 'reach of the chip rules' };
  if (step.deemed) return { reason: reason.id, applied: 'no', printed: 'no', rule: 'chipCarveOut', excluded: 'chipCarveOut' };
  const names = [...facts.control.hosts, ...facts.control.entries];
  const tiers = names.flatMap((name) => chips.serves.filter((one) => fitsEntry(name, one.patterns)).slice(0, 1));
  const ids = [...new Set((tiers.length > 0 ? tiers : chips.serves.slice(-1)).flatMap((tier) => tier.scopesOf))];
  const scopes = ids.map((id) => regime.scopeOf(id, on)).filter((scope) => scope !== undefined);
  if (scopes.length === 0)
    return { reason: reason.id, applied: 'open', printed: 'open', rule: chips.rule, unknown: 'chip rules on that day' };
  const applied = agree(scopes.map((scope) => reached(scope.practical ?? scope, step.place, facts, on, regime)));
  const printed = agree(scopes.map((scope) => reached(scope, step.place, facts, on, regime)));
  return {
    reason: reason.id,
    applied,
    printed,
    rule: chips.rule,
    ...(applied === 'open'
      ? { unknown: facts.headquarters === null ? 'headquarters and ultimate parent' : 'paragraph of the chip the technology serves' }
      : {}),
  };
}

function agree(needs: readonly Need[]): Need {
  if (needs.every((need) => need === 'yes')) return 'yes';
  return needs.every((need) => need === 'no') ? 'no' : 'open';
}

/** Whether a licence scope reaches a place, or a company headquartered elsewhere. */
function reached(
  scope: Pick<LicenceScope, 'destinations' | 'headquarters'>,
  place: string,
  { headquarters, from }: Pick<LicenceFacts, 'headquarters' | 'from'>,
  on: IsoDate,
  regime: Regime,
): Need {
  if (scope.destinations !== undefined && inSet(place, scope.destinations, on, regime)) return 'yes';
  if (scope.headquarters === undefined) return 'no';
  const { groups, plus } = scope.headquarters;
  const caught = (code: string) => groups.some((group) => regime.inGroup(code, group, on)) || plus.includes(code);
  // Technology that comes out of such a place is caught wherever it goes.
  if (from !== null && caught(from)) return 'yes';
  if (headquarters === null) return 'open';
  return caught(headquarters) ? 'yes' : 'no';
}

function inSet(place: string, set: CountrySet, on: IsoDate, regime: Regime): boolean {
  if (set.worldwide === true) return true;
  const code = regime.follows(place, on);
  if (set.plus.includes(code) && set.plusIsNeverExcluded) return true;
  const inside = set.groups.some((group) => regime.inGroup(code, group, on)) || set.plus.includes(code);
  return inside && !set.excludeIfAlsoIn.some((group) => regime.inGroup(code, group, on));
}

function chartReason(reason: Reason, step: Step, entry: string, on: IsoDate, regime: Regime): ReasonAnswer {
  const group = entry[1]?.toUpperCase() ?? '';
  const row = regime.rules.reasonColumns.find(
    (one) => one.reason === reason.id && (one.productGroups === undefined || one.productGroups.includes(group)),
  );
  const base = { reason: reason.id, rule: row?.rule ?? 'chart' };
  const both = (need: Need, unknown?: string): ReasonAnswer => ({
    ...base,
    applied: need,
    printed: need,
    ...(unknown === undefined ? {} : { unknown }),
  });
  if (row === undefined) return both('open', `columns of reason ${reason.id}`);
  if (row.everywhereBut !== undefined) return both(row.everywhereBut.includes(step.place) ? 'no' : 'yes');
  const marks = regime.marks(step.place, on);
  if (marks === undefined) return both('open', 'a place the country chart does not name');
  // The chart does not grade the place: the pointer leads to rules that want a licence for every listed item.
  if (marks === null) return both('yes');
  const columns = reason.column === null ? row.columns : [reason.column];
  return both(agree(columns.map((column) => (marks.includes(column) ? 'yes' : 'no'))), `column of reason ${reason.id}`);
}

interface Offers {
  readonly fit: StepAnswer['fit'];
  readonly fail: StepAnswer['fail'];
}

function exceptionsFor(step: Step, facts: LicenceFacts, reasons: readonly string[], on: IsoDate, regime: Regime, text: boolean): Offers {
  const fit: { symbol: string; conditions: readonly string[] }[] = [];
  const fail: { symbol: string; because: string }[] = [];
  for (const exception of regime.rules.exceptions) {
    const rule = regime.rule(exception.rule);
    const status = rule === undefined ? undefined : valueOn(rule.id, rule.textStatus, on);
    if (status?.ok !== true || status.value.value !== 'inForce') continue;
    if (exception.textOnly === true && !text) continue;
    const outcome = tryException(exception, step, facts, reasons, on, regime);
    if (outcome === 'fits') fit.push({ symbol: exception.symbol, conditions: exception.conditions });
    else if (outcome !== 'notOffered') fail.push({ symbol: exception.symbol, because: outcome });
  }
  return { fit, fail: fail.filter((one) => !fit.some((other) => other.symbol === one.symbol)) };
}

function tryException(
  exception: ReleaseException,
  step: Step,
  facts: LicenceFacts,
  reasons: readonly string[],
  on: IsoDate,
  regime: Regime,
): string {
  const { because } = exception;
  const { control } = facts;
  const inAny = (groups: readonly string[] | undefined) => (groups ?? []).some((group) => regime.inGroup(step.place, group, on));
  if ((exception.unlistedOnly === true) === control.listed) return 'notOffered';
  if (exception.entries !== undefined && !control.entries.some((entry) => fitsEntry(entry, exception.entries ?? []))) return 'notOffered';
  if (exception.persons === 'universityStaff' && (!facts.universityStaff || !step.deemed)) return 'notOffered';
  if (exception.persons === 'travellingUsPerson' && (facts.standing === 'foreign' || step.deemed || !facts.travelling)) return 'notOffered';
  if (exception.sendingOnly === true && step.deemed) return 'notOffered';
  if (exception.onlyPlaces !== undefined && !exception.onlyPlaces.includes(step.place)) return 'notOffered';
  if (exception.destinationAndHeadquartersIn !== undefined) {
    const list = exception.destinationAndHeadquartersIn;
    const both = [step.place, facts.headquarters].every(
      (code) => code !== null && (regime.inGroup(code, list, on) || regime.rules.territory.includes(code)),
    );
    return both && !step.deemed ? 'fits' : 'notOffered';
  }
  if (exception.groups !== undefined && !inAny(exception.groups)) return because.groups ?? 'not in the groups it is for';
  if (inAny(exception.notGroups)) return because.notGroups ?? 'shut out by group';
  if ((exception.notPlaces ?? []).includes(step.place)) return because.notPlaces ?? 'shut out by name';
  if (!step.deemed && inAny(exception.deemedOnlyGroups)) return because.groups ?? 'not for a sending to the country';
  const named = [...control.entries, ...control.hosts];
  const chip = control.reasons.some((reason) => reason.chip);
  if (exception.notEntries !== undefined && (chip || named.some((entry) => fitsEntry(entry, exception.notEntries ?? []))))
    return because.notEntries ?? 'not for this entry';
  if (exception.onlyReasons !== undefined && !reasons.every((reason) => exception.onlyReasons?.includes(reason)))
    return because.onlyReasons ?? 'another reason calls for a licence';
  if (exception.persons === 'internalStaff' && !isInternal(facts, on, regime)) return because.persons ?? 'not for this person';
  return 'fits';
}

/** Own staff of a United States company or its subsidiaries, or of a company from a favoured country, for its own use. */
function isInternal(facts: LicenceFacts, on: IsoDate, regime: Regime): boolean {
  if (!facts.internalStaff) return false;
  const home = facts.headquarters ?? facts.employerCountry;
  if (home === null) return true;
  return regime.rules.territory.includes(home) || regime.inGroup(home, 'encFavorableTreatment', on);
}
