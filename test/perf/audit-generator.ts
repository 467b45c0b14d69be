import type {
  AccessFindingType,
  AuditAccount,
  AuditAsset,
  AuditInput,
  AuditPerson,
  Authorisation,
  KnownTravel,
} from '../../src-shared/model/access-audit.ts';
import type { ActionKind } from '../../src-shared/model/access-events.ts';
import { isoDate } from '../../src-shared/model/dates.ts';
import type { AddressFacts, NetworkTag } from '../../src-shared/model/network.ts';

/** Something put into the log on purpose. `rows` are positions of events; empty for gaps. */
export interface Planted {
  readonly type: AccessFindingType;
  readonly what: string;
  readonly rows: readonly number[];
  readonly assetId: string | null;
}

export interface AuditWorld {
  readonly input: AuditInput;
  readonly planted: readonly Planted[];
  /** Events that look like a violation and are none. */
  readonly decoys: ReadonlyMap<string, readonly number[]>;
}

export interface WorldSize {
  readonly events: number;
  readonly people: number;
  readonly assets: number;
  readonly days: number;
  readonly seed: number;
}

/** Numbers in [0, 1) from a seed: mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const dayMs = 86_400_000;
const hourMs = 3_600_000;
/** A Monday. */
const start = Date.parse('2026-03-02T00:00:00.000Z');

const roles = ['research engineer', 'platform engineer', 'data scientist', 'field engineer', 'product manager'] as const;
const offices = ['US', 'NL', 'IN', 'JP'] as const;
const nationalities = ['US', 'NL', 'IN', 'JP', 'CN', 'IR', 'VN', 'DE'] as const;
const controlledFor = ['CN', 'IR', 'VN', 'RU'];

const actionTable: readonly (readonly [string, ActionKind])[] = [
  ['', 'other'],
  ['git clone', 'readSource'],
  ['download weights', 'readWeights'],
  ['open notebook', 'readNotebook'],
  ['read document', 'readTechnology'],
  ['inference', 'use'],
  ['login', 'signIn'],
];
const [clone, weights, notebook, reading, inference, login] = [1, 2, 3, 4, 5, 6] as const;
const success = 1;
const denied = 3;

interface Row {
  readonly ts: number;
  readonly account: number;
  readonly address: number;
  readonly resource: number;
  readonly action: number;
  readonly outcome: number;
  readonly count: number;
  readonly tokens: number;
  readonly note: string | null;
}

/** A company's log of some months with violations of every kind and look-alikes that are none. The same seed gives the same bytes. */
export function auditWorld({ events, people: headcount, assets: assetCount, days, seed }: WorldSize): AuditWorld {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const rows: Row[] = [];

  // Assets: a third controlled, each with roles that should reach it, all named in the log by id.
  const assets: AuditAsset[] = Array.from({ length: assetCount }, (_, index) => {
    const controlled = index % 3 === 0;
    return {
      id: `asset-${index}`,
      version: '1.0',
      name: `Asset ${index}`,
      kind: 'model',
      eccn: controlled ? '4E091' : 'EAR99',
      reasons: [],
      form: null,
      published: null,
      fundamentalResearch: null,
      licenceRequiredForNationalsOf: controlled ? controlledFor : [],
      allowedRoles: index % 4 === 1 ? [roles[index % roles.length] as string, roles[(index + 1) % roles.length] as string] : null,
    };
  });
  // The last one never stands in a log, and the one before it falls silent for eight days.
  const unlogged = assetCount - 1;
  const silent = assetCount - 2;

  const people: AuditPerson[] = Array.from({ length: headcount }, (_, index) => {
    const nationality = index % 2 === 0 ? 'US' : pick(nationalities);
    return {
      id: `p${index}`,
      name: `Person ${index}`,
      citizenships: [{ country: nationality, since: null }],
      permanentResidences: [],
      usStatus: nationality === 'US' ? 'citizen' : 'visa',
      employment: 'permanentRegular',
      employerCountry: 'US',
      employerHeadquarters: 'US',
      role: roles[index % roles.length] as string,
      team: null,
      site: null,
      workCountry: offices[index % 7 === 0 ? between(1, 3) : 0] as string,
      startOn: isoDate('2024-01-15'),
      lastDay: null,
    };
  });

  const accounts: string[] = [''];
  const links: AuditAccount[] = [{ kind: 'unknown' }];
  const addAccount = (name: string, link: AuditAccount): number => {
    links.push(link);
    return accounts.push(name) - 1;
  };
  const own = people.map((person, index) => addAccount(`person${index}@example.com`, { kind: 'person', personId: person.id }));

  const addresses: string[] = [''];
  const facts: (AddressFacts | null)[] = [null];
  const addAddress = (country: string | null, more: Partial<AddressFacts> = {}): number => {
    const address = `198.51.${Math.floor(addresses.length / 250)}.${addresses.length % 250}`;
    const tags: readonly NetworkTag[] = more.tags ?? [];
    facts.push({
      address,
      kind: 'public',
      country,
      country2: country,
      asn: 64500,
      operator: 'Example',
      operatorCountry: null,
      tags,
      tagSources: tags.map((tag) => `list of ${tag}, 2026-01-01`),
      allowed: false,
      dataDay: '2026-02-01',
      ...more,
    });
    return addresses.push(address) - 1;
  };
  const home = people.map((person) => [addAddress(person.workCountry), addAddress(person.workCountry)]);
  const inside = addAddress(null, { kind: 'inside', country2: null, dataDay: null });

  const resources = ['', ...assets.map(({ id }) => id)];
  const at = (day: number, hour: number) => start + day * dayMs + Math.floor(hour * hourMs);
  const clockOf = (person: number) => ({ US: 14, NL: 8, IN: 4, JP: 0 })[people[person]?.workCountry ?? 'US'] ?? 8;
  const workday = () => {
    for (;;) {
      const day = between(0, days - 1);
      if (day % 7 < 5) return day;
    }
  };
  const mayRead = (person: number, asset: number) => {
    const one = people[person];
    return (
      (assets[asset]?.licenceRequiredForNationalsOf ?? []).length === 0 ||
      one?.citizenships.every(({ country }) => country === 'US' || !controlledFor.includes(country))
    );
  };
  const mayReach = (person: number, asset: number) => assets[asset]?.allowedRoles?.includes(people[person]?.role ?? '') ?? true;
  const add = (row: Partial<Row> & Pick<Row, 'ts' | 'account'>, note: string | null = null) =>
    rows.push({ address: inside, resource: 1, action: reading, outcome: success, count: 1, tokens: 0, ...row, note });

  const planted = new Map<string, Omit<Planted, 'rows'>>();
  const plant = (type: AccessFindingType, what: string, assetId: string | null = null) => {
    const note = `plant ${type} ${what} ${planted.size}`;
    planted.set(note, { type, what, assetId });
    return note;
  };

  // Ordinary work.
  const reserved = 60;
  const gapFrom = Math.floor(days / 14) * 7;
  const favourites = people.map((_, person) =>
    Array.from({ length: 6 }, () => between(0, assetCount - 2)).filter((asset) => mayReach(person, asset)),
  );
  const ordinary = events - 6000;
  for (let made = 0; made < ordinary; made += 1) {
    const person = between(reserved, headcount - 1);
    const asset = random() < 0.7 && (favourites[person]?.length ?? 0) > 0 ? pick(favourites[person] ?? []) : between(0, assetCount - 2);
    const day = workday();
    if (!mayReach(person, asset) || (asset === silent && day >= gapFrom && day < gapFrom + 12)) continue;
    const action = mayRead(person, asset)
      ? pick([clone, weights, notebook, reading, inference, inference, login])
      : pick([inference, login]);
    const luck = random();
    add({
      ts: at(day, clockOf(person) + random() * 9),
      account: own[person] ?? 0,
      address: random() < 0.5 ? inside : pick(home[person] ?? [inside]),
      resource: asset + 1,
      action,
      outcome: luck < 0.95 ? success : luck < 0.98 ? denied : 2,
      tokens: action === inference ? between(50, 2000) : 0,
    });
  }

  const authorisations: Authorisation[] = [];
  const travel: KnownTravel[] = [];
  let next = 0;
  /** Somebody nothing else happens to, with a few quiet days of work. */
  const somebody = (change: Partial<AuditPerson> = {}): number => {
    const index = next;
    next += 1;
    if (index >= reserved) throw new Error('Too many people were set aside');
    people[index] = {
      ...(people[index] as AuditPerson),
      citizenships: [{ country: 'US', since: null }],
      usStatus: 'citizen',
      workCountry: 'US',
      ...change,
    };
    return index;
  };
  const foreigner = (change: Partial<AuditPerson> = {}) =>
    somebody({ citizenships: [{ country: 'CN', since: null }], usStatus: 'visa', ...change });
  const one = (person: number, note: string, row: Partial<Row> & { readonly day?: number; readonly hour?: number } = {}) =>
    add({ ts: at(row.day ?? workday(), row.hour ?? 15), account: own[person] ?? 0, resource: 1, action: clone, ...row }, note);
  const licence = (personId: string, from: string, until: string, more: Partial<Authorisation> = {}): Authorisation => ({
    id: `lic-${authorisations.length}`,
    kind: 'licence',
    number: `D${1000 + authorisations.length}`,
    personId,
    nationalities: [],
    assetIds: ['asset-0'],
    eccns: [],
    validFrom: isoDate(from),
    validTo: isoDate(until),
    status: 'valid',
    ...more,
  });
  const idOf = (person: number) => people[person]?.id ?? '';

  // Possible deemed exports, and what only looks like one.
  one(foreigner(), plant('deemed_export', 'foreign national clones source', 'asset-0'), { day: 2 });
  one(
    foreigner({
      citizenships: [
        { country: 'CN', since: '1990-01-01' },
        { country: 'US', since: '2026-04-20' },
      ],
      usStatus: 'citizen',
    }),
    plant('deemed_export', 'before naturalisation', 'asset-0'),
    { day: 10 },
  );
  one(
    foreigner({
      citizenships: [
        { country: 'DE', since: '1990-01-01' },
        { country: 'CN', since: '2015-05-01' },
      ],
    }),
    plant('deemed_export', 'latest of two citizenships', 'asset-0'),
    { day: 11, action: weights },
  );
  one(foreigner({ citizenships: [], usStatus: 'unknown' }), plant('deemed_export', 'citizenship not known', 'asset-0'), {
    day: 12,
    action: notebook,
  });
  const late = foreigner();
  authorisations.push(licence(idOf(late), '2026-03-02', '2026-03-10'));
  one(late, plant('deemed_export', 'licence ran out the day before', 'asset-0'), { day: 9, hour: 13 });
  one(late, 'decoy licence on its last day', { day: 8, hour: 22 });
  one(late, 'decoy licence on its first day', { day: 0, hour: 0.5 });
  const pending = foreigner();
  authorisations.push(licence(idOf(pending), '2026-01-01', '2026-12-31', { status: 'pending' }));
  one(pending, plant('deemed_export', 'licence still pending', 'asset-0'), { day: 16 });
  one(
    foreigner({ usStatus: 'lawfulPermanentResident', permanentResidences: [{ country: 'US', since: '2020-02-02' }] }),
    'decoy permanent resident',
  );
  one(foreigner({ usStatus: 'protectedIndividual' }), 'decoy protected individual');
  one(
    foreigner({
      citizenships: [
        { country: 'CN', since: '1990-01-01' },
        { country: 'DE', since: '2015-05-01' },
      ],
    }),
    'decoy later citizenship is free',
  );
  one(foreigner(), 'decoy use is no release', { action: inference });
  one(foreigner(), 'decoy denied', { outcome: denied });
  const national = foreigner({ citizenships: [{ country: 'VN', since: null }] });
  authorisations.push(licence('', '2026-01-01', '2026-12-31', { personId: null, nationalities: ['VN'], assetIds: [], eccns: ['4E091'] }));
  one(national, 'decoy licence for nationals and an entry');

  // Places.
  const iran = addAddress('IR');
  one(somebody(), plant('sanctioned_country', 'both databases'), { action: login, address: iran });
  one(somebody(), plant('sanctioned_country', 'one database'), { action: login, address: addAddress('DE', { country2: 'SY' }) });
  one(somebody(), plant('sanctioned_country', 'network run from there'), {
    action: login,
    address: addAddress('DE', { operatorCountry: 'KP' }),
  });
  one(somebody(), plant('sanctioned_country', 'high-risk place'), { action: login, address: addAddress('BY') });
  const traveller = somebody();
  travel.push({ personId: idOf(traveller), country: 'IR', from: isoDate('2026-03-10'), until: isoDate('2026-03-14') });
  one(traveller, plant('sanctioned_country', 'a trip does not clear an embargo'), { action: login, address: iran, day: 9 });
  const announced = somebody();
  travel.push({ personId: idOf(announced), country: 'BY', from: isoDate('2026-03-10'), until: isoDate('2026-03-14') });
  one(announced, 'decoy announced trip to a high-risk place', { action: login, address: addAddress('BY'), day: 9 });
  one(somebody(), 'decoy denied from an embargoed place', { action: login, address: iran, outcome: denied });

  // Networks.
  for (const tag of ['vpn', 'tor', 'hosting'] as const)
    one(somebody(), plant('vpn_hosting_tor', tag), { action: login, address: addAddress('US', { tags: [tag] }) });
  one(somebody(), 'decoy corporate exit on a hosting network', {
    action: login,
    address: addAddress('US', { tags: ['hosting', 'corporate'] }),
  });
  one(somebody(), 'decoy allowed VPN', { action: login, address: addAddress('US', { tags: ['vpn'], allowed: true }) });
  one(somebody(), 'decoy privacy relay', { action: login, address: addAddress('US', { tags: ['relay', 'vpn'] }) });
  const robot = addAccount('svc-batch', { kind: 'service', owner: 'Platform' });
  for (let made = 0; made < 1200; made += 1)
    add(
      { ts: at(3, made / 60), account: robot, address: addAddress('US', { tags: ['hosting'] }), resource: 5, action: inference },
      'decoy registered batch account',
    );

  // Journeys.
  const leap = (what: string, first: number, second: number, hours: number) => {
    const person = somebody();
    const note = plant('impossible_travel', what);
    one(person, note, { action: login, address: first, day: 4, hour: 9 });
    one(person, note, { action: login, address: second, day: 4, hour: 9 + hours });
  };
  leap('New York to Tokyo in an hour', addAddress('US'), addAddress('JP'), 1);
  leap('Delft to Bangalore in two', addAddress('NL'), addAddress('IN'), 2);
  const harmless = (what: string, first: number, second: number, hours: number, trip?: string) => {
    const person = somebody();
    if (trip !== undefined)
      travel.push({ personId: idOf(person), country: trip, from: isoDate('2026-03-05'), until: isoDate('2026-03-08') });
    one(person, `decoy ${what}`, { action: login, address: first, day: 4, hour: 6 });
    one(person, `decoy ${what}`, { action: login, address: second, day: 4, hour: 6 + hours });
  };
  harmless('neighbours across a border', addAddress('DE'), addAddress('NL'), 0.05);
  harmless('overnight flight', addAddress('US'), addAddress('GB'), 9);
  harmless('announced trip', addAddress('US'), addAddress('JP'), 1, 'JP');
  harmless('corporate exit abroad', addAddress('US'), addAddress('SG', { tags: ['corporate'] }), 0.5);
  harmless('databases that differ', addAddress('US'), addAddress('SG', { country2: 'US' }), 0.5);

  // Accounts and people.
  const ghost = addAccount('old.contractor', { kind: 'unknown' });
  const ghostNote = plant('unknown_account', 'nobody known');
  for (let made = 0; made < 3; made += 1) add({ ts: at(workday(), 12 + made), account: ghost, resource: 3 }, ghostNote);
  add({ ts: at(5, 12), account: addAccount('guesser', { kind: 'unknown' }), outcome: denied }, 'decoy denied unknown account');
  const shouting = somebody();
  add(
    { ts: at(8, 15), account: addAccount(`PERSON${shouting}@Example.COM`, { kind: 'person', personId: idOf(shouting) }), resource: 3 },
    'decoy spelled in capitals',
  );
  one(somebody({ lastDay: isoDate('2026-03-13') }), plant('terminated_access', 'next working day'), { day: 14, resource: 3 });
  one(somebody({ lastDay: isoDate('2026-03-13') }), 'decoy last evening in California', { day: 12, hour: 5, resource: 3 });
  const lastEvening = somebody({ lastDay: isoDate('2026-03-13') });
  add({ ts: Date.parse('2026-03-14T05:30:00.000Z'), account: own[lastEvening] ?? 0, resource: 3 }, 'decoy last evening in California');
  one(somebody({ role: 'accountant' }), plant('role_mismatch', 'accountant', 'asset-1'), { resource: 2, action: reading });
  one(somebody({ role: `${roles[1]}s`.toUpperCase() }), 'decoy role spelled otherwise', { resource: 2, action: reading });

  // Bursts and drips.
  const quietDays = Math.min(days, 40);
  const steady = (person: number, resource: number) => {
    for (let day = 0; day < quietDays; day += 1)
      if (day % 7 < 5)
        for (let made = 0; made < between(2, 6); made += 1)
          add({ ts: at(day, 14 + made), account: own[person] ?? 0, resource, action: inference, tokens: 500 });
  };
  const burster = somebody();
  steady(burster, 5);
  const burst = plant('query_burst', 'one day', 'asset-4');
  for (let made = 0; made < 700; made += 1)
    add({ ts: at(15, 14 + made / 100), account: own[burster] ?? 0, resource: 5, action: inference, tokens: 800 }, burst);
  const dripper = somebody();
  const drip = plant('query_burst', 'slow drip', 'asset-4');
  const dripPerDay = Math.max(70, Math.ceil((events / headcount / days) * 4));
  for (let day = 0; day < quietDays; day += 1)
    if (day % 7 < 5)
      for (let made = 0; made < dripPerDay; made += 1)
        add({ ts: at(day, 14 + (made * 8) / dripPerDay), account: own[dripper] ?? 0, resource: 5, action: inference, tokens: 300 }, drip);
  const aggregated = somebody();
  steady(aggregated, 8);
  add(
    { ts: at(16, 15), account: own[aggregated] ?? 0, resource: 8, action: inference, count: 5000 },
    plant('query_burst', 'one line for five thousand', 'asset-7'),
  );

  plant('coverage_gap', 'no log at all', `asset-${unlogged}`);
  plant('coverage_gap', 'silent for a week', `asset-${silent}`);

  rows.sort((a, b) => a.ts - b.ts);
  const column = <T extends Float64Array | Uint32Array | Uint8Array>(into: T, value: (row: Row) => number): T => {
    for (const [place, row] of rows.entries()) into[place] = value(row);
    return into;
  };
  const length = rows.length;
  const found = new Map<string, number[]>();
  for (const [place, { note }] of rows.entries())
    if (note !== null) found.set(note, [...(note.startsWith('decoy registered') ? [] : (found.get(note) ?? [])), place]);
  return {
    input: {
      events: {
        length,
        id: column(new Float64Array(length), () => 0).map((_, place) => place + 2),
        ts: column(new Float64Array(length), ({ ts }) => ts),
        account: column(new Uint32Array(length), ({ account }) => account),
        address: column(new Uint32Array(length), ({ address }) => address),
        resource: column(new Uint32Array(length), ({ resource }) => resource),
        action: column(new Uint32Array(length), ({ action }) => action),
        loggedCountry: new Uint16Array(length),
        outcome: column(new Uint8Array(length), ({ outcome }) => outcome),
        count: column(new Float64Array(length), ({ count }) => count),
        tokens: column(new Float64Array(length), ({ tokens }) => tokens),
        bytes: new Float64Array(length),
      },
      dictionaries: { accounts, addresses, resources, actions: actionTable.map(([text]) => text), loggedCountries: [''] },
      addresses: facts,
      accounts: links,
      resources: Int32Array.from(resources, (_, index) => index - 1),
      actions: actionTable.map(([, kind]) => kind),
      people,
      assets,
      authorisations,
      travel,
      coverage: [],
      on: isoDate('2026-06-30'),
    },
    planted: [...planted].map(([note, one_]) => ({ ...one_, rows: found.get(note) ?? [] })),
    decoys: new Map([...found].filter(([note]) => note.startsWith('decoy'))),
  };
}

/** The log of a world as a table of text, a line at a time; columns as those of `bigLogReading`. */
export function* worldLog({ input }: AuditWorld): Generator<string> {
  const { events, dictionaries } = input;
  yield 'time,account,address,resource,action,outcome,tokens,event id';
  for (let place = 0; place < events.length; place += 1) {
    const outcome = ['', 'success', 'failure', 'denied'][events.outcome[place] ?? 0] ?? '';
    yield [
      new Date(events.ts[place] ?? 0).toISOString(),
      dictionaries.accounts[events.account[place] ?? 0],
      dictionaries.addresses[events.address[place] ?? 0],
      dictionaries.resources[events.resource[place] ?? 0],
      dictionaries.actions[events.action[place] ?? 0],
      outcome,
      events.tokens[place] ?? 0,
      `event-${place}`,
    ].join(',');
  }
}
