import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import papa from 'papaparse';
import { z } from 'zod';
import type { accessMethods, controlPlanMethods } from '../../../src-shared/contract/access.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { AuthorisationKind, type peopleMethods, type UsStanding } from '../../../src-shared/contract/people.ts';
import { dayAfter, isoDate } from '../../../src-shared/model/dates.ts';
import { createLogReader, importLogFile, proposeReading } from '../accesslogs/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { createSlicer } from '../jobs/index.ts';
import { networksOf } from '../networks/index.ts';
import { demoAccessLog, demoLastDay, demoLogName } from './access-log.ts';
import { held } from './steps.ts';

/** Commands and work of other features that put the demo's people and their access in place. */
export interface DemoAccessCommands {
  readonly people: Pick<
    HandlersFor<typeof peopleMethods>,
    | 'people.create'
    | 'people.update'
    | 'people.saveTie'
    | 'people.setTieState'
    | 'people.linkAccounts'
    | 'people.saveAuthorisation'
    | 'people.saveTrip'
  >;
  readonly access: Pick<HandlersFor<typeof accessMethods>, 'access.asset' | 'access.saveAsset'>;
  readonly plans: Pick<HandlersFor<typeof controlPlanMethods>, 'access.saveBriefing'>;
  audit(): Promise<Reply<unknown>>;
}

const Days = { daysAgo: z.int().positive(), lasted: z.int().nonnegative() };

/** What the roster does not say: service accounts, trips, authority, and who should reach which asset under which name. */
const AccessFile = z.strictObject({
  serviceAccounts: z.array(z.strictObject({ account: z.string(), owner: z.string(), purpose: z.string() })),
  trips: z.array(z.strictObject({ email: z.string(), country: z.string(), source: z.string(), ...Days })),
  authorisations: z.array(
    z.strictObject({
      kind: AuthorisationKind,
      number: z.string(),
      email: z.string(),
      assets: z.array(z.string()),
      note: z.string(),
      ...Days,
    }),
  ),
  briefings: z.array(
    z.strictObject({ asset: z.string(), email: z.string(), daysAgo: z.int().positive(), signedBy: z.string(), note: z.string() }),
  ),
  assets: z.array(
    z.strictObject({
      asset: z.string(),
      resourceNames: z.array(z.string()),
      allowedRoles: z.array(z.string()).nullable(),
      form: z.enum(['technology', 'sourceCode', 'objectCode', 'weights', 'hardware', 'service']).nullable(),
      published: z.boolean().nullable(),
      fundamentalResearch: z.boolean().nullable(),
    }),
  ),
});

const RosterRow = z.object({
  'Employee ID': z.string(),
  'Legal Name': z.string(),
  'Name in own script': z.string(),
  'Email - Work': z.string(),
  'Business Title': z.string(),
  Team: z.string(),
  'Worker Type': z.string(),
  Location: z.string(),
  'Location Country': z.string(),
  'Hire Date': z.string(),
  'Termination Date': z.string(),
  Citizenship: z.string(),
  'Citizenship since': z.string(),
  'Permanent residence': z.string(),
  'US status': z.string(),
  Source: z.string(),
});
type RosterRow = z.infer<typeof RosterRow>;

const employment = { Employee: 'permanentRegular', 'Contingent Worker': 'contractor', Student: 'student' } as const;
const standings: Readonly<Record<string, UsStanding>> = {
  Citizen: 'citizen',
  'Lawful permanent resident': 'lawfulPermanentResident',
  'H-1B': 'visa',
  None: 'none',
};

/** The invented company's people, what they may reach, the log of what they reached, and the findings of a first audit. */
export async function playAccess(
  deps: FeatureDeps,
  commands: DemoAccessCommands,
  idOf: (asset: string) => string,
  today: string,
): Promise<void> {
  const folder = join(deps.ports.paths.resources, 'samples', 'demo');
  const roster = papa.parse<unknown>(readFileSync(join(folder, 'roster.csv'), 'utf8'), { header: true, skipEmptyLines: true });
  const file = AccessFile.parse(JSON.parse(readFileSync(join(folder, 'access.json'), 'utf8')));
  const people = new Map<string, string>();
  for (const row of z.array(RosterRow).parse(roster.data)) people.set(row['Email - Work'], await addPerson(commands.people, row, today));
  const personId = (email: string): string => {
    const id = people.get(email);
    if (id === undefined) throw new Error(`The demo has no ${email}`);
    return id;
  };
  for (const { account, ...rest } of file.serviceAccounts)
    await held(commands.people['people.linkAccounts']({ accounts: [{ account, system: '' }], target: { state: 'service', ...rest } }));
  for (const { email, daysAgo, lasted, country, source } of file.trips) {
    const from = dayAfter(today, -daysAgo);
    const until = dayAfter(from, lasted);
    await held(commands.people['people.saveTrip']({ id: null, revision: 0, personId: personId(email), country, from, until, source }));
  }
  for (const { email, assets, daysAgo, lasted, ...rest } of file.authorisations) {
    const validFrom = dayAfter(today, -daysAgo);
    await held(
      commands.people['people.saveAuthorisation']({
        id: null,
        revision: 0,
        personId: personId(email),
        nationalities: [],
        assetIds: assets.map(idOf),
        eccns: [],
        validFrom,
        validTo: dayAfter(validFrom, lasted),
        status: 'valid',
        evidence: 'Legal, shared folder',
        ...rest,
      }),
    );
  }
  for (const { asset, ...says } of file.assets) {
    const before = await held(commands.access['access.asset']({ assetId: idOf(asset) }));
    await held(commands.access['access.saveAsset']({ ...before, ...says }));
  }
  for (const { asset, email, daysAgo, ...briefing } of file.briefings) {
    const briefedOn = dayAfter(today, -daysAgo);
    const about = { id: null, assetId: idOf(asset), personId: personId(email), briefedOn };
    await held(commands.plans['access.saveBriefing']({ ...about, ...briefing }));
  }
  await importLog(deps, today);
  await held(commands.audit());
}

async function addPerson(people: DemoAccessCommands['people'], row: RosterRow, today: string): Promise<string> {
  const kind = row['Worker Type'];
  const left = row['Termination Date'];
  let detail = await held(
    people['people.create']({
      columns: {
        name: row['Legal Name'],
        externalId: row['Employee ID'],
        employment: kind in employment ? employment[kind as keyof typeof employment] : null,
        employer: kind === 'Contingent Worker' ? (row['Email - Work'].split('@')[1]?.split('.')[0] ?? '') : 'Halden Robotics',
        employerCountry: 'NO',
        employerHeadquarters: 'NO',
        role: row['Business Title'],
        team: row.Team,
        site: row.Location,
        workCountry: row['Location Country'],
        startOn: isoDate(row['Hire Date']),
        lastDay: left === '' ? null : isoDate(demoLastDay(today)),
      },
      accounts: [row['Email - Work']],
    }),
  );
  const { id } = detail.row;
  if (row['Name in own script'] !== '')
    detail = await held(
      people['people.update']({
        id,
        revision: detail.row.revision,
        columns: {},
        otherNames: [{ kind: 'ownScript', text: row['Name in own script'], language: '' }],
      }),
    );
  const tie = { personId: id, tieId: null, source: row.Source, purpose: 'releaseCheck', keepUntil: null } as const;
  const since = row['Citizenship since'].split('; ');
  for (const [index, name] of row.Citizenship.split('; ').entries()) {
    if (name === '') continue;
    const country = codeOf(name);
    const { revision } = detail.row;
    detail = await held(
      people['people.saveTie']({ ...tie, revision, kind: 'citizenship', country, standing: null, since: since[index] ?? null }),
    );
  }
  const [, residence, from] = /^(.+) since (\S+)$/.exec(row['Permanent residence']) ?? [];
  if (residence !== undefined) {
    const { revision } = detail.row;
    detail = await held(
      people['people.saveTie']({
        ...tie,
        revision,
        kind: 'permanentResidence',
        country: codeOf(residence),
        standing: null,
        since: from ?? null,
      }),
    );
  }
  const standing = standings[row['US status']];
  if (standing !== undefined) {
    const { revision } = detail.row;
    detail = await held(people['people.saveTie']({ ...tie, revision, kind: 'usStatus', country: null, standing, since: null }));
  }
  return id;
}

/** Reads the log the way the import wizard does: proposed columns, no questions left open. */
async function importLog(deps: FeatureDeps, today: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-demo-'));
  try {
    const path = join(folder, demoLogName);
    writeFileSync(path, demoAccessLog(today));
    const reader = createLogReader(undefined, pathToFileURL(deps.ports.paths.worker('reader')));
    const preview = await reader.preview(path);
    if (preview === 'cancelled' || !preview.ok) throw new Error('The demo log could not be read');
    const { reading } = proposeReading(preview.value, Date.parse(`${today}T23:59:59Z`));
    const slicer = createSlicer();
    await held(
      importLogFile(deps.session(), { path, name: demoLogName, system: '' }, reading, {
        reader,
        networks: () => networksOf(deps.session(), deps.ports.paths.resources),
        now: () => deps.ports.clock.now(),
        newId: () => deps.ports.ids.next(),
        pause: () => slicer.pause(),
        progress: () => undefined,
      }),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const codes: Readonly<Record<string, string>> = {
  Austria: 'AT',
  China: 'CN',
  Germany: 'DE',
  India: 'IN',
  Iran: 'IR',
  Japan: 'JP',
  Jordan: 'JO',
  Netherlands: 'NL',
  Norway: 'NO',
  Poland: 'PL',
  Senegal: 'SN',
  Singapore: 'SG',
  Türkiye: 'TR',
  Ukraine: 'UA',
  'United Kingdom': 'GB',
  'United States': 'US',
};

function codeOf(name: string): string {
  const code = codes[name];
  if (code === undefined) throw new Error(`The demo's roster names ${name}, which it has no code for`);
  return code;
}
