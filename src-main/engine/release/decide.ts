import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseEvent, ReleaseLicence } from '../../../src-shared/model/release.ts';
import type { ReleaseTestId } from '../../../src-shared/model/release-rules.ts';
import { fitsEntry, type Regime } from './law.ts';
import { judgeStep, type LicenceFacts, type Step, type StepAnswer, sortReasons } from './licence.ts';
import { openPoints, type Reading, type Supposed } from './suppose.ts';

/** What follows when every fact is settled. */
export interface Decided {
  readonly release: 'yes' | 'no';
  readonly event: ReleaseEvent;
  readonly toCountries: readonly string[];
  readonly licence: ReleaseLicence;
  readonly text: ReleaseLicence;
  readonly reasons: readonly string[];
  readonly excluded: readonly ReleaseTestId[];
  readonly fit: StepAnswer['fit'];
  readonly fail: StepAnswer['fail'];
  readonly rules: readonly string[];
  readonly unknown: readonly string[];
  readonly ask: readonly string[];
  readonly warnings: readonly string[];
}

const none = (test: ReleaseTestId, rules: readonly string[] = [], more: Partial<Decided> = {}): Decided => ({
  release: 'no',
  event: 'none',
  toCountries: [],
  licence: 'notRequired',
  text: 'notRequired',
  reasons: [],
  excluded: [test],
  fit: [],
  fail: [],
  rules,
  unknown: [],
  ask: [],
  warnings: [],
  ...more,
});

/** Follows the law from scope to licence for one complete set of facts. */
export function decide(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided {
  if (!supposed.subject) return none('noListedEntry', [], { excluded: [] });
  const outside = outsideScope(supposed, regime);
  if (outside !== undefined) return none(outside);
  if (reading.act.kind === 'storage') return stored(supposed, reading, on, regime);
  const unrevealed = notRevealed(supposed, reading, on, regime);
  if (unrevealed !== undefined) return unrevealed;
  return regime.rules.territory.includes(supposed.place) ? atHome(supposed, reading, on, regime) : away(supposed, reading, on, regime);
}

function outsideScope(supposed: Supposed, regime: Regime): ReleaseTestId | undefined {
  const tests = ['published', 'patents', 'teaching'] as const;
  const found = tests.find((test) => supposed[test] && regime.exclusion(test) !== undefined);
  return found ?? (supposed.research && regime.exclusion('fundamentalResearch') !== undefined ? 'fundamentalResearch' : undefined);
}

/** Data put somewhere, whoever could read them there. */
function stored(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided {
  const places = reading.act.storedIn;
  const barred = places.some((place) => regime.rules.storageBarredIn.some((group) => regime.inGroup(place, group, on)));
  const sealed = supposed.endToEnd && !supposed.keysElsewhere && supposed.soundCryptography && reading.act.encrypted.classified !== 'yes';
  if (places.length > 0 && places.every((place) => regime.rules.territory.includes(place))) return none('noRelease', ['scope']);
  if (regime.exclusion('encrypted') !== undefined && sealed && !barred && places.length > 0) return none('encrypted');
  if (places.length === 0) {
    const ask = ['in which country are the data stored?'];
    return none('encrypted', ['scope'], {
      licence: 'undetermined',
      text: 'undetermined',
      excluded: [],
      unknown: ['place of storage'],
      ask,
    });
  }
  const steps = places.filter((place) => !regime.rules.territory.includes(place)).map((place) => ({ place, deemed: false }));
  const dataPlace = reading.act.dataPlace;
  const leaves = dataPlace === null || steps.some((step) => step.place === dataPlace) || regime.rules.territory.includes(dataPlace);
  return released(leaves ? 'export' : 'reexport', steps, supposed, reading, on, regime);
}

/** Acts that show nobody anything. */
function notRevealed(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided | undefined {
  const { act } = reading;
  const home = regime.rules.territory.includes(supposed.place);
  if (supposed.revealed) return undefined;
  const end = { ask: ['end use and end user'] };
  if (act.kind === 'possibility' || act.kind === 'denied' || act.kind === 'visit')
    return none('noInspection', ['release'], { ask: ['do the logs cover the whole time and all copies'] });
  if (supposed.form === 'objectCode' && home) return none('objectCode', ['deemedExport']);
  const look = computeUse(supposed, reading, on, regime) ?? sanctioned(supposed, on, regime);
  return look ?? none('noRelease', ['release'], end);
}

/** Use of advanced chips by, or for, parties the training statement is about: purpose and user have to be known first. */
function computeUse(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided | undefined {
  const rule = regime.rules.computeUse;
  const { act, person, item } = reading;
  if (rule === undefined || act.purposeKnown) return undefined;
  const named = [...item.entries, ...item.hosts];
  // Hardware nobody has classified may be of that kind.
  const chips =
    named.some((entry) => fitsEntry(entry, rule.entries)) ||
    (supposed.form === 'hardware' && named.length === 0 && item.classificationOpen);
  if (!chips && !(act.aboutTraining && (supposed.form === 'service' || supposed.form === 'hardware'))) return undefined;
  const caught = (code: string) =>
    rule.plus.includes(regime.follows(code, on)) || rule.groups.some((group) => regime.inGroup(code, group, on));
  const parties = [supposed.place, person.employerHeadquarters, person.employerCountry];
  const known = person.employerHeadquarters !== null;
  if (!parties.some((code) => code !== null && caught(code)) && (known || !chips)) return undefined;
  return none('noRelease', [rule.rule, 'release'], {
    licence: 'undetermined',
    text: 'undetermined',
    unknown: ['purpose of training', 'end user'],
    ask: ['what is trained and for whom', 'ties to military or intelligence bodies', 'headquarters and ultimate parent'],
  });
}

/** Use from a place under embargo moves nothing, but other rules have to be looked at before it is called free. */
function sanctioned(supposed: Supposed, on: IsoDate, regime: Regime): Decided | undefined {
  const row = regime.rules.embargoes.find((one) => one.place === regime.follows(supposed.place, on));
  if (row === undefined) return undefined;
  return none('noRelease', [row.rule, 'release'], {
    licence: 'undetermined',
    text: 'undetermined',
    unknown: ['sanctions rules for services to the place'],
    ask: ['which sanctions programme covers a service to this place', 'end use and end user'],
  });
}

/** Inside the territory: nothing leaves, so only a release to a person can count. */
function atHome(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided {
  if (regime.exclusion('noDeemedRule') !== undefined)
    return none('noDeemedRule', ['noDeemedRule'], { ask: ['does the person take or open the files outside the territory'] });
  if (supposed.standing !== 'foreign') return none(supposed.standing, ['foreignPerson']);
  if (supposed.form === 'objectCode') return none('objectCode', ['deemedExport']);
  if (supposed.form === 'hardware') return none('noRelease', ['release']);
  return released('deemedExport', [{ place: supposed.latest, deemed: true }], supposed, reading, on, regime);
}

/** Outside the territory: either the item goes there, or it is there and is shown to somebody. */
function away(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided {
  const { act } = reading;
  const here = { place: supposed.place, deemed: false };
  const second = { place: supposed.latest, deemed: true };
  const byPerson = supposed.standing === 'foreign' && supposed.form !== 'objectCode' && supposed.form !== 'hardware';
  const third = byPerson && regime.follows(supposed.latest, on) !== regime.follows(supposed.place, on);
  if (regime.exclusion('noDeemedRule') !== undefined) return released('export', [here], supposed, reading, on, regime);
  if (!act.heldThere) {
    const abroad = act.dataPlace !== null && !regime.rules.territory.includes(act.dataPlace) && act.dataPlace !== supposed.place;
    const event = abroad ? 'reexport' : 'export';
    const staff = third ? staffExclusion(supposed, reading, on, regime) : undefined;
    const answer = released(event, third && staff === undefined ? [here, second] : [here], supposed, reading, on, regime);
    return staff === undefined
      ? withStaffQuestions(answer, third, supposed, reading)
      : { ...answer, excluded: [...answer.excluded, staff] };
  }
  if (supposed.form === 'objectCode') return none('objectCode', ['deemedReexport']);
  if (supposed.form === 'hardware') return none('noRelease', ['release']);
  if (supposed.standing !== 'foreign') return none(supposed.standing, ['foreignPerson']);
  if (!third) return none('sameCountry');
  const staff = staffExclusion(supposed, reading, on, regime);
  if (staff !== undefined) return none(staff);
  return withStaffQuestions(released('deemedReexport', [second], supposed, reading, on, regime), true, supposed, reading);
}

/** Exclusions for staff abroad, in the order of the section. */
function staffExclusion(supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): ReleaseTestId | undefined {
  if (regime.rules.abroad === undefined) return undefined;
  const { partners, risk } = regime.rules.abroad;
  const { person, abroad } = reading;
  // (a) has to be shown: an open point there changes nothing where the nationality needs no licence, and clears nothing where it does.
  const covered = abroad.nationalsCovered === 'yes';
  const free = () =>
    judgeStep({ place: supposed.latest, deemed: true }, licenceFacts(supposed, reading), on, regime).licence === 'notRequired';
  if (abroad.entityAuthorised === 'yes' && (covered || (abroad.entityKnows === 'yes' && free()))) return 'entityAuthorised';
  const place = regime.inGroup(supposed.place, partners, on) || regime.rules.territory.includes(supposed.place);
  const partnersOnly = supposed.onlyPartners && [...person.countries, supposed.latest].every((code) => regime.inGroup(code, partners, on));
  // What is on its way comes under an authorisation of its own; what already lies there has to have come under one.
  const received = !reading.act.heldThere || supposed.entityAuthorised;
  if (supposed.regularEmployee && place && partnersOnly && received) return 'partnerEmployee';
  // Without a word on screening, a national of a risk country is not taken for screened.
  const presumed = !abroad.screeningMentioned && risk.some((group) => regime.inGroup(supposed.latest, group, on));
  return supposed.regularEmployee && supposed.entityAuthorised && supposed.screened && !presumed ? 'screenedEmployee' : undefined;
}

function withStaffQuestions(answer: Decided, third: boolean, supposed: Supposed, reading: Reading): Decided {
  if (!third || !supposed.regularEmployee || reading.abroad.screened === 'no' || answer.licence === 'notRequired') return answer;
  return {
    ...answer,
    unknown: [...answer.unknown, openPoints.screened.unknown],
    ask: [...answer.ask, openPoints.regularEmployee.ask, openPoints.entityAuthorised.ask, openPoints.screened.ask],
  };
}

export function licenceFacts(supposed: Supposed, reading: Reading): LicenceFacts {
  const { person, facts } = reading;
  return {
    control: supposed.control,
    form: supposed.form,
    standing: supposed.standing,
    regularEmployee: supposed.regularEmployee,
    internalStaff: person.internalStaff !== 'no',
    universityStaff: person.universityStaff === 'yes',
    employerCountry: person.employerCountry,
    headquarters: person.employerHeadquarters,
    travelling: reading.act.kind !== 'storage',
    from: reading.act.dataPlace,
    told: toldIn(facts),
    requiredFor: Array.isArray(facts.licenceRequiredForNationalsOf) ? facts.licenceRequiredForNationalsOf : null,
  };
}

/** Words of the record in which a region of a country may be named. */
const toldIn = (facts: Reading['facts']): string => JSON.stringify([facts.person, facts.access]).toLowerCase();

const strength: readonly ReleaseLicence[] = ['notRequired', 'exceptionPossible', 'undetermined', 'required'];
const strongest = (licences: readonly ReleaseLicence[]): ReleaseLicence =>
  licences.reduce((worst, one) => (strength.indexOf(one) > strength.indexOf(worst) ? one : worst), 'notRequired');

/** A release or a sending: every country it goes to is asked about. */
function released(event: ReleaseEvent, steps: readonly Step[], supposed: Supposed, reading: Reading, on: IsoDate, regime: Regime): Decided {
  const facts = licenceFacts(supposed, reading);
  const answers = steps.map((step) => judgeStep(step, facts, on, regime));
  const licence = strongest(answers.map((one) => one.licence));
  const text = strongest(answers.map((one) => one.text));
  const needing = answers.filter((one) => one.licence === 'required' || one.licence === 'exceptionPossible');
  const fit = (needing[0]?.fit ?? []).filter((offer) => needing.every((one) => one.fit.some((other) => other.symbol === offer.symbol)));
  const mixed = licence === 'exceptionPossible' && fit.length === 0;
  const fail = needing
    .flatMap((one) => one.fail)
    .filter((one, index, all) => all.findIndex((other) => other.symbol === one.symbol) === index);
  const free = licence === 'notRequired';
  const excluded = answers.flatMap((one) => one.excluded).filter((test) => free || (test !== 'noChartMark' && test !== 'noListedEntry'));
  const risky = steps.some((step) => regime.rules.abroad?.risk.some((group) => regime.inGroup(step.place, group, on)) === true);
  return {
    release: 'yes',
    event,
    toCountries: steps.map((step) => step.place),
    licence: mixed ? 'required' : licence,
    text,
    reasons: sortReasons(needing.flatMap((one) => one.reasons)),
    excluded: [...new Set(excluded)],
    fit: licence === 'exceptionPossible' ? fit : [],
    fail,
    rules: [...new Set([ruleOf(event, regime), ...answers.flatMap((one) => one.rules)])],
    unknown: [...new Set(answers.flatMap((one) => one.unknown))],
    ask: [
      ...(free || risky ? ['end use, end user and listed parties'] : []),
      ...(risky ? ['entity-list or military ties of the employer or sponsor'] : []),
      ...(answers.some((one) => one.excluded.includes('chipCarveOut'))
        ? ['is any of the data also technology for an NS-controlled item']
        : []),
      ...(regime.rules.reasonWithout === undefined ? [] : ['is a general or global authorisation held for this destination']),
    ],
    warnings: answers.some((one) => one.notEnforced) ? ['textNotEnforced'] : [],
  };
}

const ruleOf = (event: ReleaseEvent, regime: Regime): string => {
  const id = event === 'export' ? 'scope' : event;
  return regime.rule(id) === undefined ? 'electronicExport' : id;
};
