import type { Duty, EscalationPath, Organisation, RegionView } from '../../../src-shared/contract/programme.ts';
import type { RegionalNotes } from '../../../src-shared/formats/programme-catalogue.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { DutyRole } from '../../../src-shared/model/duty-role.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import { sitesWithAssets } from '../inventory/index.ts';
import { allContacts } from './contacts.ts';
import type { ProgrammeJoins } from './joins.ts';
import { readProgrammeSettings } from './settings.ts';

type Db = Pick<Connection, 'db'>;

interface DutyRecord {
  readonly id: string;
  readonly role: DutyRole;
  readonly person: string;
  readonly person_id: string | null;
  readonly site_id: string | null;
  readonly deputy: string;
  readonly duties: string;
  readonly may_stop: 0 | 1;
  readonly since: IsoDate | null;
  readonly revision: number;
}

interface RegionRecord {
  readonly code: string;
  readonly own: string;
  readonly checked_on: IsoDate | null;
  readonly checked_by: string;
  readonly revision: number;
}

interface PathRecord {
  readonly id: string;
  readonly name: string;
  readonly taken_when: string;
  readonly halt: string;
  readonly steps: string;
  readonly revision: number;
}

export type SiteLine = ReturnType<typeof sitesWithAssets>[number];

/** Roles that a programme of any size needs somebody for; the others depend on the company. */
const needed: readonly DutyRole[] = ['headquartersOfficer', 'legal', 'engineering', 'it', 'hr', 'sales', 'procurement', 'management'];

export const findDuty = ({ db }: Db, id: string): DutyRecord | undefined =>
  prepared<[string], DutyRecord>(db, 'SELECT * FROM programme_duties WHERE id = ?').get(id);
export const findRegion = ({ db }: Db, code: string): RegionRecord | undefined =>
  prepared<[string], RegionRecord>(db, 'SELECT * FROM programme_regions WHERE code = ?').get(code);
export const findPath = ({ db }: Db, id: string): PathRecord | undefined =>
  prepared<[string], PathRecord>(db, 'SELECT * FROM escalation_paths WHERE id = ?').get(id);

export const dutiesOf = ({ db }: Db): Duty[] =>
  prepared<[], DutyRecord>(db, 'SELECT * FROM programme_duties ORDER BY person COLLATE NOCASE, id LIMIT 500')
    .all()
    .sort((a, b) => DutyRole.options.indexOf(a.role) - DutyRole.options.indexOf(b.role))
    .map(({ person_id, site_id, may_stop, ...duty }) => ({ ...duty, personId: person_id, siteId: site_id, mayStop: may_stop === 1 }));

export const pathsOf = ({ db }: Db): EscalationPath[] =>
  prepared<[], PathRecord>(db, 'SELECT * FROM escalation_paths ORDER BY name COLLATE NOCASE, id LIMIT 60')
    .all()
    .map(({ taken_when, steps, ...path }) => ({ ...path, when: taken_when, steps: JSON.parse(steps) as EscalationPath['steps'] }));

/** Who does what where, what speaks against the way it is set up, and what each region's rules are. */
export function organisationOf(workspace: OpenWorkspace, regions: RegionalNotes, joins: ProgrammeJoins): Organisation {
  const duties = dutiesOf(workspace);
  const sites = sitesWithAssets(workspace);
  const paths = pathsOf(workspace);
  const { operatingModel: model, operatingNote: modelNote } = readProgrammeSettings(workspace);
  const held = new Set(duties.map(({ role }) => role));
  const wholeCompany = duties.some(({ role, siteId }) => role === 'headquartersOfficer' && siteId === null);
  const regional = new Set(duties.filter(({ role }) => role === 'regionalOfficer').map(({ siteId }) => siteId));
  const noted = new Set(regions.notes.flatMap(({ countries }) => countries));
  return {
    sites: sites.map((site) => ({
      ...site,
      covered: duties.some(({ siteId }) => siteId === site.id) || (wholeCompany && model === 'central'),
    })),
    duties,
    unfilled: needed.filter((role) => !held.has(role)),
    model,
    modelNote,
    tensions: tensionsOf(model, duties, sites, regional, paths),
    regions: regions.notes.map((note) => regionView(workspace, note, sites, joins)),
    withoutNote: [...new Set(sites.map(({ country }) => country).filter((country) => !noted.has(country)))].sort(),
    asOf: regions.asOf,
    paths,
  };
}

/** Facts that do not fit how the company says it decides. */
function tensionsOf(
  model: Organisation['model'],
  duties: readonly Duty[],
  sites: readonly SiteLine[],
  regional: ReadonlySet<string | null>,
  paths: readonly EscalationPath[],
): Organisation['tensions'] {
  const withoutOfficer = sites.filter(({ id }) => !regional.has(id)).length;
  const found: Organisation['tensions'] = [
    { code: 'noHeadquarters', count: model !== null && !duties.some(({ role }) => role === 'headquartersOfficer') ? 1 : 0 },
    { code: 'noRegional', count: model === 'regional' || model === 'hybrid' ? withoutOfficer : 0 },
    { code: 'strayRegional', count: model === 'central' ? duties.filter(({ role }) => role === 'regionalOfficer').length : 0 },
    { code: 'nobodyMayStop', count: duties.length > 0 && !duties.some(({ mayStop }) => mayStop) ? 1 : 0 },
    { code: 'noEscalation', count: paths.length === 0 ? 1 : 0 },
  ];
  return found.filter(({ count }) => count > 0);
}

function regionView(
  workspace: OpenWorkspace,
  note: RegionalNotes['notes'][number],
  sites: readonly SiteLine[],
  joins: ProgrammeJoins,
): RegionView {
  const own = findRegion(workspace, note.code);
  const pack = joins.packs(workspace).find(({ manifest }) => manifest.id === note.pack)?.manifest;
  const contacts = allContacts(workspace).filter(({ region }) => region === note.code);
  return {
    note,
    contacts: contacts.map(({ id, name }) => ({ id, name })),
    sites: sites.filter(({ country }) => note.countries.includes(country)).map(({ id, name }) => ({ id, name })),
    own: own?.own ?? '',
    checkedOn: own?.checked_on ?? null,
    checkedBy: own?.checked_by ?? '',
    pack: pack === undefined ? null : { id: pack.id, title: pack.title, version: pack.version, lastChecked: pack.lastChecked },
    revision: own?.revision ?? 0,
  };
}
