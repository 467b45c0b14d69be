import { type Manual, ManualText, type ManualVersionSummary } from '../../../src-shared/contract/programme.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import { countModels } from '../inventory/index.ts';
import { reportText } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import type { ProgrammeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';
import { type ManualFacts, type ManualSectionId, manualSectionIds, sectionText } from './manual-text.ts';
import { organisationOf } from './organisation.ts';
import { readProgrammeSettings } from './settings.ts';

type Db = Pick<Connection, 'db'>;

export interface SectionRecord {
  readonly id: string;
  readonly title: string;
  /** Own words; null where the section says what the workspace says. */
  readonly body: string | null;
  readonly said_when_edited: string | null;
  readonly own: 0 | 1;
  readonly included: 0 | 1;
  readonly rank: number;
  readonly revision: number;
}

interface VersionRecord {
  readonly id: string;
  readonly number: number;
  readonly issued_on: IsoDate;
  readonly by_name: string;
  readonly approved_by: string;
  readonly note: string;
  readonly changed: number;
  readonly content: string;
}

export const findSection = ({ db }: Db, id: string): SectionRecord | undefined =>
  prepared<[string], SectionRecord>(db, 'SELECT * FROM manual_sections WHERE id = ?').get(id);

/** Newest first. */
export const manualVersions = ({ db }: Db): VersionRecord[] =>
  prepared<[], VersionRecord>(db, 'SELECT * FROM manual_versions ORDER BY number DESC LIMIT 500').all();

export const isWorkspaceSection = (id: string): id is ManualSectionId => manualSectionIds.some((one) => one === id);

/** What the workspace says in one of its sections today. */
export function saidNow(workspace: OpenWorkspace, catalogue: ProgrammeCatalogue, joins: ProgrammeJoins): (id: ManualSectionId) => string {
  const text = reportText();
  const facts: ManualFacts = {
    company: workspace.name,
    settings: readWorkspaceSettings(workspace.db),
    programme: readProgrammeSettings(workspace),
    organisation: organisationOf(workspace, catalogue.regions, joins),
    packs: joins.packs(workspace).map(({ manifest: { title, version, lastChecked } }) => ({ title, version, lastChecked })),
    lists: joins.lists(workspace),
    screening: joins.screening(workspace),
    elements: catalogue.elements.elements.map(({ name }) => name),
    models: countModels(workspace),
    retention: joins.retention(workspace),
  };
  return (id) => sectionText(id, facts, text);
}

export const sectionTitle = (id: ManualSectionId): string => reportText().dynamic(`manual.section.${id}`);

/** The manual as it stands: what the workspace says, the company's own words over it, and how it differs from the last version issued. */
export function manualOf(workspace: OpenWorkspace, catalogue: ProgrammeCatalogue, joins: ProgrammeJoins): Manual {
  const rows = prepared<[], SectionRecord>(workspace.db, 'SELECT * FROM manual_sections ORDER BY rank, id').all();
  const byId = new Map(rows.map((row) => [row.id, row]));
  const said = saidNow(workspace, catalogue, joins);
  const versions = manualVersions(workspace);
  const issued = new Map((versions[0] === undefined ? [] : contentOf(versions[0])).map(({ title, body }) => [title, body]));
  const sinceIssue = (title: string, body: string): Manual['sections'][number]['sinceIssue'] =>
    !issued.has(title) ? 'new' : issued.get(title) === body ? 'same' : 'changed';
  const ofWorkspace = manualSectionIds.map((id) => {
    const row = byId.get(id);
    const now = said(id);
    const title = row?.title ?? sectionTitle(id);
    const body = row?.body ?? now;
    const edited = row !== undefined && row.body !== null;
    return {
      ...{ id, title, body, said: now, edited, drifted: edited && row.said_when_edited !== now },
      ...{ sinceIssue: sinceIssue(title, body), included: row?.included !== 0, revision: row?.revision ?? 0 },
    } as const;
  });
  const own = rows
    .filter((row) => row.own === 1)
    .map((row) => ({
      ...{ id: row.id, title: row.title, body: row.body ?? '', said: null, edited: true, drifted: false },
      ...{ sinceIssue: sinceIssue(row.title, row.body ?? ''), included: row.included === 1, revision: row.revision },
    }));
  const sections = [...ofWorkspace, ...own];
  return {
    sections,
    versions: versions.map(versionSummary),
    waiting: changedSections(
      included(sections),
      [...issued].map(([title, body]) => ({ title, body })),
    ),
  };
}

/** The text that would be issued now. */
export const included = (sections: Manual['sections']): ManualText =>
  sections.filter((section) => section.included).map(({ title, body }) => ({ title, body }));

/** Sections that differ between two texts by title: new, gone, or worded otherwise. */
export function changedSections(now: ManualText, before: ManualText): number {
  const then = new Map(before.map(({ title, body }) => [title, body]));
  const here = new Set(now.map(({ title }) => title));
  return now.filter(({ title, body }) => then.get(title) !== body).length + before.filter(({ title }) => !here.has(title)).length;
}

export const contentOf = (row: Pick<VersionRecord, 'content'>): ManualText => ManualText.parse(JSON.parse(row.content));

export const versionSummary = (row: VersionRecord): ManualVersionSummary => ({
  id: row.id,
  number: row.number,
  issuedOn: row.issued_on,
  by: row.by_name,
  approvedBy: row.approved_by,
  note: row.note,
  changed: row.changed,
  sections: contentOf(row).length,
});
