import type { AccessFindingType, AuditInput } from '../../../src-shared/model/access-audit.ts';
import { eventOutcomes, isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import { placeName } from '../rules/place-names.ts';
import { createRoleTest, employedBetween } from './accounts.ts';
import { createContext } from './context.ts';
import { createJudge, isControlled, isCovered } from './deemed-export.ts';
import { placesOf } from './impossible-travel.ts';
import { createPlaceSigns, hidingTagOf, isExpected } from './location.ts';
import { isReading } from './release-facts.ts';
import type { AccessSettings } from './settings.ts';
import type { AuditLaw, RuleContext } from './types.ts';
import { isKeptAbroad } from './where-kept.ts';

export interface RuleAnswer {
  readonly type: AccessFindingType;
  readonly result: 'finding' | 'harmless' | 'notLooked';
  readonly because: string;
}

type Reason = Omit<RuleAnswer, 'type'>;

const harmless = (because: string): Reason => ({ result: 'harmless', because });
const notLooked = (because: string): Reason => ({ result: 'notLooked', because });

/** Rules that leave out events without a time. */
const needsTime: ReadonlySet<AccessFindingType> = new Set(['impossible_travel', 'terminated_access', 'query_burst']);

/** Says of one event, the only one of `input`, why each rule finds it or does not. `found` are the types of findings that hold it. */
export function explainEvent(
  input: AuditInput,
  settings: AccessSettings,
  law: AuditLaw,
  found: ReadonlySet<AccessFindingType>,
): RuleAnswer[] {
  const context = createContext(input, settings, law);
  const reasons: Readonly<Record<AccessFindingType, () => Reason>> = {
    deemed_export: () => deemedExport(context),
    sanctioned_country: () => sanctioned(context),
    vpn_hosting_tor: () => network(context),
    impossible_travel: () => journey(context),
    unknown_account: () => account(context),
    terminated_access: () => leaver(context),
    role_mismatch: () => role(context),
    query_burst: () =>
      subjectOf(context)?.kind === 'service'
        ? harmless('The account is registered as a service account, whose volume is expected.')
        : harmless('What was taken on that day and in those weeks does not stand out from the own usual days and from everybody else.'),
    coverage_gap: () => notLooked('An event is no gap.'),
  };
  const isTimeless = !isDated(input.events.ts[0] ?? withheldTime);
  const outcome = eventOutcomes[input.events.outcome[0] ?? 0] ?? 'unknown';
  return (Object.keys(reasons) as AccessFindingType[]).map((type) => {
    if (found.has(type)) return { type, result: 'finding', because: 'The event stands in a finding of this kind.' };
    if (context.done[0] !== 1 && type !== 'coverage_gap')
      return {
        type,
        result: 'harmless',
        because:
          outcome === 'unknown'
            ? 'The log does not say whether it went through, and the settings leave such lines out.'
            : `The attempt was ${outcome === 'denied' ? 'denied' : 'not successful'}: nothing was reached.`,
      };
    if (isTimeless && needsTime.has(type)) return { type, ...notLooked('The log withholds when this was.') };
    return { type, ...reasons[type]() };
  });
}

const subjectOf = ({ input, subjects, subjectOf: of }: RuleContext) => subjects[of[input.events.account[0] ?? 0] ?? -1];
const assetOf = ({ input }: RuleContext) => input.assets[input.resources[input.events.resource[0] ?? 0] ?? -1];
const factsOf = ({ input }: RuleContext) => input.addresses[input.events.address[0] ?? 0] ?? null;

function deemedExport(context: RuleContext): Reason {
  const [subject, asset] = [subjectOf(context), assetOf(context)];
  const kind = context.input.actions[context.input.events.action[0] ?? 0] ?? 'other';
  if (asset === undefined) return notLooked('No asset answers to this resource.');
  if (!isControlled(asset))
    return asset.eccn === null ? notLooked(`${asset.name} is not classified.`) : harmless(`${asset.name} is not controlled.`);
  if (subject === undefined || subject.person === null)
    return subject?.kind === 'service'
      ? harmless('A registered service account is no foreign person; its owner answers for where the output goes.')
      : notLooked('Nobody is known behind the account.');
  if (context.settings.releaseActions !== 'all' && !isReading(kind))
    return harmless('The action shows or hands over no technology, source code, notebooks or weights.');
  const verdict = createJudge(context)(0);
  if (verdict === null)
    return harmless(
      isKeptAbroad(asset, context.settings.home)
        ? `An exclusion applies, or no licence is needed, with the files kept in ${placeName(asset.keptIn ?? '')}. How they came there is asked once for the asset.`
        : 'An exclusion applies, or no licence is needed for the latest citizenship or permanent residence.',
    );
  if (isCovered(verdict, context.input.events.ts[0] ?? 0)) return harmless('An authority on file held on that day.');
  return notLooked('It would be found now: the audit has not run since something changed.');
}

function sanctioned(context: RuleContext): Reason {
  const facts = factsOf(context);
  if (facts === null && (context.input.events.loggedCountry[0] ?? 0) === 0) return notLooked('The log gives no address.');
  if (facts?.kind === 'inside') return harmless('The address is a private one, inside the company network.');
  if (facts?.kind === 'notAnAddress') return notLooked('What stands for the address is a name, not an address.');
  if (facts?.tags.includes('corporate') === true) return harmless('The address is an exit of the company.');
  const signs = createPlaceSigns(context)(0);
  const subject = context.subjectOf[context.input.events.account[0] ?? 0] ?? -1;
  const expected = signs.find(
    ({ isEmbargoed, country }) => !isEmbargoed && isExpected(context, subject, country, context.input.events.ts[0] ?? 0),
  );
  if (expected !== undefined) return harmless(`${placeName(expected.country)} is the place of work, or the trip was announced.`);
  if (facts !== null && facts.country === null && facts.country2 === null) return notLooked('No database knows the address.');
  return harmless('No database places the address, or the home of its network, in an embargoed or high-risk place.');
}

function network(context: RuleContext): Reason {
  const facts = factsOf(context);
  if (facts === null) return notLooked('The log gives no address.');
  if (facts.kind === 'inside') return harmless('The address is a private one, inside the company network.');
  if (facts.tags.includes('corporate')) return harmless('The address is an exit of the company.');
  if (facts.allowed) return harmless('The network is allowed by the company.');
  if (facts.tags.includes('relay') && hidingTagOf(facts, context.settings.networkTags) === null)
    return harmless('A privacy relay is on by default for many people: too weak a sign.');
  if (facts.tags.includes('hosting') && subjectOf(context)?.kind === 'service')
    return harmless('A registered service account may run on a hosting network.');
  return harmless('The address is on no list of VPNs, hosting networks, proxies or Tor exits.');
}

function journey(context: RuleContext): Reason {
  if (subjectOf(context)?.kind !== 'person') return notLooked('Journeys are looked at for people only.');
  const facts = factsOf(context);
  if (facts !== null && facts.kind === 'inside') return harmless('A private address lies in no country.');
  const places = placesOf(context)[context.input.events.address[0] ?? 0] ?? [];
  if (facts === null || places.length === 0)
    return harmless('The address says nothing of where the person was: unknown, hidden by a network, or an exit of the company.');
  const subject = context.subjectOf[context.input.events.account[0] ?? 0] ?? -1;
  if (places.some((country) => isExpected(context, subject, country, context.input.events.ts[0] ?? 0)))
    return harmless('The place is that of work, or of an announced trip, or near enough to the events before and after.');
  return harmless('The places before and after are neighbours, or near enough for the time between.');
}

function account(context: RuleContext): Reason {
  const subject = subjectOf(context);
  if (subject === undefined) return notLooked('The log names no account.');
  return subject.kind === 'service'
    ? harmless('The account is registered as a service account.')
    : harmless(`The account is linked to ${subject.person?.name ?? 'a person'}; capital letters make no difference.`);
}

function leaver(context: RuleContext): Reason {
  const person = subjectOf(context)?.person;
  if (person === null || person === undefined) return notLooked('The account belongs to no person.');
  if (person.lastDay === null && person.startOn === null) return notLooked('No first or last day is on record.');
  const ts = context.input.events.ts[0] ?? 0;
  const isIn = employedBetween(person, context.settings.beforeStartDays).some(({ from, until }) => ts >= from && ts < until);
  return isIn
    ? harmless('It lies within the time on record; the last day itself is fine, as the country of work reckons it.')
    : notLooked('It would be found now: the audit has not run since something changed.');
}

function role(context: RuleContext): Reason {
  const asset = assetOf(context);
  if (asset === undefined) return notLooked('No asset answers to this resource.');
  const allowed = createRoleTest(context)(
    context.subjectOf[context.input.events.account[0] ?? 0] ?? -1,
    context.input.resources[context.input.events.resource[0] ?? 0] ?? -1,
  );
  if (allowed === true) return harmless(`The role or team is among those that should reach ${asset.name}.`);
  if (allowed === false) return notLooked('It would be found now: the audit has not run since something changed.');
  return notLooked(
    asset.allowedRoles === null ? `Nobody has said who should reach ${asset.name}.` : 'No role is on record, or everybody may reach it.',
  );
}
