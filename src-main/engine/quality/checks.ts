import { daysBetween } from '../../../src-shared/model/dates.ts';
import { oldListDays } from '../../../src-shared/model/listed-party.ts';
import type { QualityRecord } from '../../../src-shared/model/quality.ts';
import { asset, inUse, party, type QualityCheck, record } from './check.ts';
import type { QualityHolding, QualityParty, QualityPicture, QualityVetting } from './picture.ts';
import { unconfirmedChecks } from './unconfirmed-checks.ts';

/** A last day is near when no more days than these are left. */
const nearDays = 14;

/** A gate stands when nothing about its model moved for longer. */
export const longestStandDays = 30;

/** Members of each group that has more than one, by key; members without a key belong to none. */
function doubles<T>(all: readonly T[], keyOf: (one: T) => string): (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    if (key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

const otherNames = <T extends { readonly name: string }>(group: readonly T[], one: T) =>
  group
    .filter((other) => other !== one)
    .map(({ name }) => name)
    .slice(0, 3)
    .join(', ')
    .slice(0, 300);

const runsOn = (holding: QualityHolding, on: string) =>
  (holding.from === '' || holding.from <= on) && (holding.until === '' || on <= holding.until);

/** Parties that own themselves through others, each circle named once for each of its members. */
function circles({ holdings, parties, on }: QualityPicture): QualityRecord[] {
  const ownersOf = new Map<string, string[]>();
  for (const holding of holdings) {
    if (!runsOn(holding, on)) continue;
    const owners = ownersOf.get(holding.ownedId);
    if (owners === undefined) ownersOf.set(holding.ownedId, [holding.ownerId]);
    else owners.push(holding.ownerId);
  }
  return parties
    .filter(({ id }) => {
      const seen = new Set<string>();
      const open = [...(ownersOf.get(id) ?? [])];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        if (at === id) return true;
        if (seen.has(at)) continue;
        seen.add(at);
        open.push(...(ownersOf.get(at) ?? []));
      }
      return false;
    })
    .map((one) => party(one));
}

/** Whoever has a check in one of some states, each named once with the first of them. */
function vettingsIn({ vettings }: QualityPicture, states: readonly string[]): QualityRecord[] {
  const bySubject = new Map<string, QualityVetting[]>();
  for (const one of vettings) {
    if (!states.includes(one.state)) continue;
    const key = `${one.subject.kind} ${one.subject.id}`;
    const own = bySubject.get(key);
    if (own === undefined) bySubject.set(key, [one]);
    else own.push(one);
  }
  return [...bySubject.values()].flatMap((own) => {
    const [first] = own;
    if (first === undefined) return [];
    const about = { id: first.subject.id, name: first.name };
    return [record(first.subject.kind, about, { what: first.kind, more: own.length - 1, state: first.state, day: first.dueOn ?? '' })];
  });
}

/** Every check, the gravest kinds first. */
export const qualityChecks: readonly QualityCheck[] = [
  {
    id: 'leaverAuthorised',
    kind: 'contradiction',
    severity: 'high',
    find: ({ people, authorisations, on }) => {
      const byId = new Map(people.map((one) => [one.id, one]));
      return authorisations.flatMap(({ personId, number, to, valid }) => {
        const person = byId.get(personId);
        if (!valid || person === undefined || person.lastDay === '' || person.lastDay >= on) return [];
        return to !== '' && to <= person.lastDay ? [] : [record('person', person, { number, day: person.lastDay })];
      });
    },
  },
  {
    id: 'accountTwice',
    kind: 'contradiction',
    severity: 'high',
    find: ({ accounts, people }) => {
      const names = new Map(people.map(({ id, name }) => [id, name]));
      return doubles(accounts, ({ key, system }) => `${system} ${key}`).flatMap((group) => {
        const holders = [...new Set(group.map(({ personId }) => personId))].filter((id) => names.has(id));
        if (holders.length < 2) return [];
        const who = holders.map((id) => names.get(id) ?? '');
        return [
          record(
            'person',
            { id: holders[0] ?? '', name: who[0] ?? '' },
            { account: (group[0]?.account ?? '').slice(0, 300), others: who.slice(1, 4).join(', ').slice(0, 300) },
          ),
        ];
      });
    },
  },
  {
    id: 'publishedButKept',
    kind: 'contradiction',
    severity: 'high',
    find: ({ assets }) =>
      assets
        .filter(
          ({ weightsPublished, accessPublished }) =>
            weightsPublished !== null && accessPublished !== null && weightsPublished !== accessPublished,
        )
        .map((one) => asset(one, { facts: String(one.weightsPublished), access: String(one.accessPublished) })),
  },
  {
    id: 'ownershipAboveWhole',
    kind: 'contradiction',
    severity: 'high',
    find: ({ parties, holdings, on }) => {
      const sums = new Map<string, number>();
      for (const holding of holdings)
        if (holding.share && runsOn(holding, on)) sums.set(holding.ownedId, (sums.get(holding.ownedId) ?? 0) + (holding.percent ?? 0));
      // A hundredth of a percent is rounding in the source, not an error.
      return parties.flatMap((one) => {
        const sum = sums.get(one.id) ?? 0;
        return sum > 100.01 ? [party(one, { percent: Math.round(sum * 100) / 100 })] : [];
      });
    },
  },
  { id: 'ownershipCircle', kind: 'contradiction', severity: 'medium', find: circles },
  {
    id: 'ownersKnownNone',
    kind: 'contradiction',
    severity: 'medium',
    find: ({ parties, holdings, on }) => {
      const owned = new Set(holdings.filter((one) => runsOn(one, on)).map(({ ownedId }) => ownedId));
      return parties.filter(({ id, ownersKnown }) => ownersKnown === 'complete' && !owned.has(id)).map((one) => party(one));
    },
  },
  {
    id: 'authorisationAssets',
    kind: 'contradiction',
    severity: 'medium',
    find: ({ authorisations, assets }) => {
      const known = new Set(assets.map(({ id }) => id));
      return authorisations.flatMap((one) => {
        const gone = one.assetIds.filter((id) => !known.has(id)).length;
        return gone > 0 && one.valid && one.personId !== ''
          ? [record('person', { id: one.personId, name: one.number }, { number: one.number, count: gone })]
          : [];
      });
    },
  },
  {
    id: 'employmentDates',
    kind: 'contradiction',
    severity: 'low',
    find: ({ people }) =>
      people
        .filter(({ startOn, lastDay }) => startOn !== '' && lastDay !== '' && lastDay < startOn)
        .map((one) => record('person', one, { from: one.startOn, to: one.lastDay })),
  },
  {
    id: 'authorisationDates',
    kind: 'contradiction',
    severity: 'low',
    find: ({ authorisations }) =>
      authorisations
        .filter(({ from, to, personId }) => from !== '' && to !== '' && to < from && personId !== '')
        .map(({ personId, number, from, to }) => record('person', { id: personId, name: number }, { number, from, to })),
  },
  {
    id: 'holdingDates',
    kind: 'contradiction',
    severity: 'low',
    find: ({ holdings, parties }) => {
      const byId = new Map(parties.map((one) => [one.id, one]));
      return holdings.flatMap(({ ownedId, from, until }) => {
        const owned = byId.get(ownedId);
        return owned !== undefined && from !== '' && until !== '' && until < from ? [party(owned, { from, to: until })] : [];
      });
    },
  },
  {
    id: 'undetermined',
    kind: 'gap',
    severity: 'high',
    find: ({ assets }) =>
      assets.filter((one) => inUse(one) && (one.standing === 'review' || one.standing === 'unassessed')).map((one) => asset(one)),
  },
  {
    id: 'controlledUnwatched',
    kind: 'gap',
    severity: 'high',
    find: ({ assets }) =>
      assets
        .filter(
          (one) =>
            inUse(one) &&
            one.standing === 'restricted' &&
            !one.watched &&
            (one.kind === 'model' || one.kind === 'software' || one.kind === 'technology'),
        )
        .map((one) => asset(one, { classification: one.classification })),
  },
  {
    id: 'noOfficialList',
    kind: 'gap',
    severity: 'high',
    find: ({ lists, parties }) =>
      parties.length > 0 && !lists.some(({ training }) => !training)
        ? [record('list', { id: 'TRAINING', name: '' }, { count: parties.length })]
        : [],
  },
  {
    id: 'partyNotScreened',
    kind: 'gap',
    severity: 'high',
    find: ({ parties }) =>
      parties
        .filter(({ screening }) => screening === 'notScreened' || screening === 'stale')
        .map((one) => party(one, { standing: one.screening })),
  },
  {
    id: 'modelCompute',
    kind: 'gap',
    severity: 'medium',
    find: ({ assets }) => assets.filter((one) => inUse(one) && one.kind === 'model' && !one.hasCompute).map((one) => asset(one)),
  },
  {
    id: 'ownersUnknown',
    kind: 'gap',
    severity: 'medium',
    find: ({ parties }) =>
      parties.filter(({ organisation, ownersKnown }) => organisation && ownersKnown === 'unknown').map((one) => party(one)),
  },
  {
    id: 'redFlagOpen',
    kind: 'gap',
    severity: 'high',
    find: ({ flagged }) => flagged.map(({ count, since, ...one }) => record('party', one, { count, day: since })),
  },
  { id: 'vettingNotPassed', kind: 'gap', severity: 'high', find: (picture) => vettingsIn(picture, ['notPassed', 'refused']) },
  { id: 'vettingMissing', kind: 'gap', severity: 'medium', find: (picture) => vettingsIn(picture, ['missing', 'waiting']) },
  {
    id: 'assetOwner',
    kind: 'gap',
    severity: 'low',
    find: ({ assets }) => assets.filter((one) => inUse(one) && one.ownerName.trim() === '').map((one) => asset(one)),
  },
  {
    id: 'partyCountry',
    kind: 'gap',
    severity: 'low',
    find: ({ parties }) => parties.filter(({ country, organisation }) => organisation && country === '').map((one) => party(one)),
  },
  {
    id: 'partyTwice',
    kind: 'duplicate',
    severity: 'medium',
    find: ({ parties }) => {
      const found = new Map<string, QualityRecord>();
      const note = (group: readonly QualityParty[], why: 'identifier' | 'name') => {
        for (const one of group) if (!found.has(one.id)) found.set(one.id, party(one, { why, others: otherNames(group, one) }));
      };
      const byIdentifier = parties.flatMap((one) => one.identifiers.map((identifier) => ({ ...one, identifier })));
      for (const group of doubles(byIdentifier, ({ identifier }) => identifier)) {
        const members = [...new Map(group.map((one) => [one.id, one])).values()];
        if (members.length > 1) note(members, 'identifier');
      }
      for (const group of doubles(parties, ({ key, country }) => (key === '' ? '' : `${key} ${country}`))) note(group, 'name');
      return [...found.values()];
    },
  },
  {
    id: 'personTwice',
    kind: 'duplicate',
    severity: 'medium',
    find: ({ people }) => {
      const found = new Map<string, QualityRecord>();
      for (const group of [
        ...doubles(people, ({ externalKey }) => externalKey),
        ...doubles(people, ({ key, team }) => (key === '' ? '' : `${key} ${team}`)),
      ])
        for (const one of group)
          if (!found.has(one.id))
            found.set(one.id, record('person', one, { others: otherNames(group, one), team: one.team.slice(0, 300) }));
      return [...found.values()];
    },
  },
  {
    id: 'assetTwice',
    kind: 'duplicate',
    severity: 'low',
    find: ({ assets }) =>
      doubles(assets, ({ kind, key }) => (key === '' ? '' : `${kind} ${key}`)).flatMap((group) =>
        group.map((one) => asset(one, { count: group.length - 1 })),
      ),
  },
  {
    id: 'decisionOvertaken',
    kind: 'stale',
    severity: 'high',
    find: ({ assets, findings }) => [
      ...assets.filter(({ decision }) => decision?.overtaken === true).map((one) => asset(one)),
      ...findings
        .filter(({ moved, state }) => moved && state !== 'open')
        .map(({ id, title }) => record('accessFinding', { id, name: title })),
    ],
  },
  {
    id: 'decisionExpired',
    kind: 'stale',
    severity: 'high',
    find: ({ assets, on }) =>
      assets
        .filter(({ decision }) => decision !== null && !decision.overtaken && decision.until !== '' && decision.until < on)
        .map((one) => asset(one, { day: one.decision?.until ?? '' })),
  },
  {
    id: 'screeningLapsed',
    kind: 'stale',
    severity: 'high',
    find: ({ lapsedHits }) => lapsedHits.map(({ list, ...hit }) => record('screeningHit', hit, { list })),
  },
  {
    id: 'transferUncleared',
    kind: 'contradiction',
    severity: 'high',
    find: ({ transfers }) => transfers.flatMap(({ what, day, ...one }) => (what === 'uncleared' ? [record('transfer', one, { day })] : [])),
  },
  {
    id: 'transferLapsed',
    kind: 'stale',
    severity: 'high',
    find: ({ lapsedTransfers }) => lapsedTransfers.map(({ day, ...one }) => record('transfer', one, { day })),
  },
  {
    id: 'transferLate',
    kind: 'stale',
    severity: 'medium',
    find: ({ transfers }) => transfers.flatMap(({ what, day, ...one }) => (what === 'late' ? [record('transfer', one, { day })] : [])),
  },
  {
    id: 'incidentLate',
    kind: 'stale',
    severity: 'high',
    find: ({ incidents, on }) =>
      incidents.filter(({ due }) => due < on).map(({ due, dueFor, ...one }) => record('incident', one, { day: due, what: dueFor })),
  },
  {
    id: 'incidentNear',
    kind: 'stale',
    severity: 'medium',
    find: ({ incidents, on }) =>
      incidents
        .filter(({ due }) => due >= on && daysBetween(on, due) <= nearDays)
        .map(({ due, dueFor, ...one }) => record('incident', one, { day: due, what: dueFor })),
  },
  { id: 'vettingOverdue', kind: 'stale', severity: 'medium', find: (picture) => vettingsIn(picture, ['overdue']) },
  {
    id: 'gateStands',
    kind: 'stale',
    severity: 'medium',
    find: ({ waitingGates, on }) =>
      waitingGates
        .filter(({ since }) => daysBetween(since, on) > longestStandDays)
        .map(({ assetId, name, gate, since }) => record('gate', { id: assetId, name }, { gate, day: since })),
  },
  {
    id: 'riskAssessmentDue',
    kind: 'stale',
    severity: 'medium',
    find: ({ programmeDue }) =>
      programmeDue
        .filter(({ kind }) => kind === 'riskAssessment')
        .map(({ since, ...one }) => record('riskAssessment', one, { day: since })),
  },
  {
    id: 'trainingOverdue',
    kind: 'stale',
    severity: 'medium',
    find: ({ trainingDue }) =>
      trainingDue.map(({ course, since, count, ...one }) => record('person', one, { course: course.slice(0, 300), day: since, count })),
  },
  {
    id: 'assessmentOld',
    kind: 'stale',
    severity: 'low',
    find: ({ programmeDue }) =>
      programmeDue.filter(({ kind }) => kind === 'assessment').map(({ since, ...one }) => record('assessment', one, { day: since })),
  },
  {
    id: 'classificationOld',
    kind: 'stale',
    severity: 'medium',
    find: ({ assets }) => assets.filter(({ judgedBefore }) => judgedBefore).map((one) => asset(one)),
  },
  {
    id: 'riskReviewDue',
    kind: 'stale',
    severity: 'medium',
    find: ({ findings, on }) =>
      findings
        .filter(({ state, reviewOn }) => state === 'accepted' && reviewOn !== '' && reviewOn <= on)
        .map(({ id, title, reviewOn }) => record('accessFinding', { id, name: title }, { day: reviewOn })),
  },
  {
    id: 'listOld',
    kind: 'stale',
    severity: 'medium',
    find: ({ lists }) =>
      lists
        .filter(({ ageDays, training }) => !training && ageDays > oldListDays)
        .map(({ code, title, ageDays }) => record('list', { id: code, name: title }, { days: ageDays })),
  },
  {
    id: 'packOld',
    kind: 'stale',
    severity: 'medium',
    find: ({ packsDue }) => packsDue.map(({ id, title, since }) => record('rulePack', { id, name: title }, { day: since })),
  },
  {
    id: 'mapOld',
    kind: 'stale',
    severity: 'low',
    find: ({ assets }) => assets.flatMap((one) => (one.mapOldSince === null ? [] : [asset(one, { day: one.mapOldSince })])),
  },
  ...unconfirmedChecks,
];
