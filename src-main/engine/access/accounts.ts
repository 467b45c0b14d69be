import type { AuditPerson } from '../../../src-shared/model/access-audit.ts';
import { placeName } from '../rules/place-names.ts';
import { dayMs, dayNumberOf, hourMs } from './days.ts';
import { isControlled } from './deemed-export.ts';
import { gather, makeFinding, nameOf, onlyAsset, spanWords } from './finding.ts';
import { hoursBehindUtc } from './place-table.ts';
import type { AuditFinding, RuleContext } from './types.ts';

/** Successful activity of accounts that belong to nobody and are not registered as service accounts: one finding an account. */
export function findUnknownAccounts(context: RuleContext): AuditFinding[] {
  const { whole, input, subjectOf, done, subjects } = context;
  const lists = new Map<number, number[]>();
  for (const place of whole) {
    const subject = subjectOf[input.events.account[place] ?? 0] ?? -1;
    if (done[place] === 1 && subject >= 0 && subjects[subject]?.kind === 'unknown') gather(lists, subject, place);
  }
  return [...lists].map(([index, places]) => {
    const subject = subjects[index];
    if (subject === undefined) throw new Error('An account needs a subject');
    const assets = [...new Set(places.map((place) => input.resources[input.events.resource[place] ?? 0] ?? -1))].flatMap(
      (asset) => input.assets[asset] ?? [],
    );
    const controlled = assets.filter(isControlled);
    const names = assets.map(({ name }) => name).sort();
    return makeFinding(context, 'unknown_account', subject, 'account', places, {
      title: `Nobody is known behind the account ${subject.account}`,
      summary: `${spanWords(context, places)} by ${subject.account}, which is linked to no person and not registered as a service account.`,
      severity: controlled.length > 0 ? 'high' : 'medium',
      confidence: 'high',
      assetId: onlyAsset(context, places),
      countries: [],
      why: [
        'Who is behind the account decides whether its access was a release to a foreign person, so it cannot be assessed.',
        ...(names.length > 0
          ? [`Reached: ${names.slice(0, 12).join(', ')}${names.length > 12 ? ` and ${names.length - 12} more` : ''}.`]
          : []),
        ...(controlled.length > 0
          ? [
              `Controlled among them: ${controlled
                .map(({ name }) => name)
                .sort()
                .slice(0, 12)
                .join(', ')}.`,
            ]
          : []),
      ],
      citations: ['15 CFR 734.13(a)(2)'],
      questions: [
        {
          id: 'finding.owner',
          ask: `Whose account is ${subject.account}? Link it to a person.`,
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
        {
          id: 'finding.service',
          ask: `Is ${subject.account} a service account with an owner? Register it.`,
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
      ],
      ground: {
        assets: names.join(', '),
        controlled: controlled
          .map(({ name }) => name)
          .sort()
          .join(', '),
      },
    });
  });
}

/** Instants between which a person may use accounts: from the first day, less some days to get ready, to the end of the last day. */
export function employedBetween(
  person: AuditPerson,
  beforeStartDays: number,
): readonly { readonly from: number; readonly until: number }[] {
  const start = person.startOn === null ? Number.NEGATIVE_INFINITY : (dayNumberOf(person.startOn) - beforeStartDays) * dayMs;
  if (person.lastDay === null) return [{ from: start, until: Number.POSITIVE_INFINITY }];
  // The last day ends where its clock runs latest in the country of work.
  const end = (dayNumberOf(person.lastDay) + 1) * dayMs + (hoursBehindUtc.get(person.workCountry ?? '') ?? 0) * hourMs;
  // Somebody who came back has a first day after an earlier last day.
  const cameBack = person.startOn !== null && person.startOn > person.lastDay;
  return cameBack
    ? [
        { from: Number.NEGATIVE_INFINITY, until: end },
        { from: start, until: Number.POSITIVE_INFINITY },
      ]
    : [{ from: start, until: end }];
}

/** Successful access after a person's last day, or long before the first. The last day itself is fine, as the country of work reckons it. */
export function findLeaverAccess(context: RuleContext): AuditFinding[] {
  const { order, input, subjectOf, done, subjects, settings } = context;
  const spans = subjects.map(({ person }) => (person === null ? null : employedBetween(person, settings.beforeStartDays)));
  const lists = new Map<string, number[]>();
  for (const place of order) {
    const subject = subjectOf[input.events.account[place] ?? 0] ?? -1;
    const span = subject < 0 ? null : (spans[subject] ?? null);
    if (done[place] !== 1 || span === null) continue;
    const ts = input.events.ts[place] ?? 0;
    if (span.some(({ from, until }) => ts >= from && ts < until)) continue;
    const hasLeft = span.some(({ until }) => ts >= until);
    gather(lists, `${subject} ${hasLeft ? 'left' : 'notYet'}`, place);
  }
  return [...lists].map(([key, places]) => {
    const [index = '', when] = key.split(' ');
    const subject = subjects[Number(index)];
    const person = subject?.person;
    if (subject === undefined || person === null || person === undefined) throw new Error('A leaver is a person');
    const hasLeft = when === 'left';
    const assets = [...new Set(places.map((place) => input.resources[input.events.resource[place] ?? 0] ?? -1))].flatMap(
      (asset) => input.assets[asset] ?? [],
    );
    const isGrave = assets.some(isControlled);
    return makeFinding(context, 'terminated_access', subject, hasLeft ? 'left' : 'notYet', places, {
      title: hasLeft ? `${nameOf(subject)} got in after the last day` : `${nameOf(subject)} got in before the first day`,
      summary: `${spanWords(context, places)}, ${hasLeft ? `after the last day, ${person.lastDay}` : `before the first day, ${person.startOn}`}.`,
      severity: hasLeft ? 'high' : 'low',
      confidence: 'high',
      assetId: onlyAsset(context, places),
      countries: [],
      why: [
        hasLeft
          ? `The last day on record is ${person.lastDay}${person.workCountry === null ? '' : `, as it is reckoned in ${placeName(person.workCountry)}`}. Access should have ended with it.`
          : `The first day on record is ${person.startOn}; ${settings.beforeStartDays} days to get ready are allowed for.`,
        ...(isGrave
          ? [
              `Controlled assets were among those reached: ${assets
                .filter(isControlled)
                .map(({ name }) => name)
                .sort()
                .join(', ')}.`,
            ]
          : []),
      ],
      citations: [
        hasLeft
          ? '15 CFR 734.13(a)(2): whoever has left is no longer screened or covered by the employer\u2019s authorisations'
          : 'Own rule on joiners',
      ],
      questions: [
        {
          id: 'person.lastDay',
          ask: `Is ${hasLeft ? `${person.lastDay} really the last day` : `${person.startOn} really the first day`} of ${nameOf(subject)}?`,
          about: 'person',
          field: hasLeft ? 'lastDay' : 'startOn',
          clearedBy: 'no',
        },
        {
          id: 'finding.handover',
          ask: 'Was the access arranged, for example for a handover?',
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
      ],
      ground: {
        day: (hasLeft ? person.lastDay : person.startOn) ?? '',
        assets: assets
          .map(({ name }) => name)
          .sort()
          .join(', '),
      },
    });
  });
}

/** Folds a role or team so that spelling does not tell two apart: case, accents, punctuation, plural. */
export function foldRole(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (word.length > 3 && word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word))
    .join(' ');
}

const everybody = new Set(['all', 'any', 'anyone', 'everyone', 'everybody', 'all role', 'all staff', 'all employee', '']);

/** Decides whether a person's role or team is among those that should reach an asset; null where that cannot be said. */
export function createRoleTest(context: RuleContext): (subject: number, asset: number) => boolean | null {
  const allowed = context.input.assets.map(({ allowedRoles }) => {
    if (allowedRoles === null || allowedRoles.length === 0) return null;
    const folded = new Set(allowedRoles.map(foldRole));
    return allowedRoles.some((role) => role.trim() === '*') || [...folded].some((role) => everybody.has(role)) ? null : folded;
  });
  const own = context.subjects.map(({ person }) =>
    person === null
      ? []
      : [person.role, person.team].flatMap((text) => (text === null || text.trim() === '' ? [] : text.split(/[;|]/).map(foldRole))),
  );
  return (subject, asset) => {
    const roles = allowed[asset] ?? null;
    const mine = own[subject] ?? [];
    if (roles === null || mine.length === 0) return null;
    return mine.some((role) => roles.has(role));
  };
}

/** Successful access by people whose role and team are not among those that should reach the asset. Where nobody said who should, there is none. */
export function findRoleMismatches(context: RuleContext): AuditFinding[] {
  const { whole, input, subjectOf, done, subjects } = context;
  const isAllowed = createRoleTest(context);
  const isLimited = input.assets.map(({ allowedRoles }) => allowedRoles !== null);
  const known = new Map<number, boolean>();
  const lists = new Map<number, number[]>();
  for (const place of whole) {
    if (done[place] !== 1) continue;
    const asset = input.resources[input.events.resource[place] ?? 0] ?? -1;
    const subject = subjectOf[input.events.account[place] ?? 0] ?? -1;
    if (asset < 0 || subject < 0 || isLimited[asset] !== true || subjects[subject]?.kind !== 'person') continue;
    const key = subject * input.assets.length + asset;
    const mismatch = known.get(key) ?? isAllowed(subject, asset) === false;
    known.set(key, mismatch);
    if (mismatch) gather(lists, key, place);
  }
  return [...lists].map(([key, places]) => {
    const subject = subjects[Math.floor(key / input.assets.length)];
    const asset = input.assets[key % input.assets.length];
    const person = subject?.person;
    if (subject === undefined || asset === undefined || person === null || person === undefined)
      throw new Error('A role belongs to a person');
    const roles = (asset.allowedRoles ?? []).join(', ');
    const own = [person.role, person.team].filter((text) => text !== null && text.trim() !== '').join(', ');
    return makeFinding(context, 'role_mismatch', subject, `asset:${asset.id}`, places, {
      title: `${nameOf(subject)} reached ${asset.name} without a role that should`,
      summary: `${spanWords(context, places)} on ${asset.name} by ${nameOf(subject)} (${own}). It is meant for ${roles}.`,
      severity: isControlled(asset) ? 'medium' : 'low',
      confidence: 'high',
      assetId: asset.id,
      countries: [],
      why: [`Meant for: ${roles}.`, `Role and team on record: ${own}.`],
      citations: ['Own rule on who should reach the asset'],
      questions: [
        { id: 'asset.allowedRoles', ask: `Should ${own} reach ${asset.name}?`, about: 'asset', field: 'allowedRoles', clearedBy: 'yes' },
        {
          id: 'finding.exceptionalAccess',
          ask: 'Was the access approved for a time or a task?',
          about: 'finding',
          field: null,
          clearedBy: 'yes',
        },
      ],
      ground: { allowed: roles, own },
    });
  });
}
