import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { Manual, programmeMethods } from '../../../src-shared/contract/programme.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { programmeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';
import {
  changedSections,
  contentOf,
  findSection,
  included,
  isWorkspaceSection,
  manualOf,
  manualVersions,
  saidNow,
  sectionTitle,
  versionSummary,
} from './manual.ts';

type Handlers = Pick<
  HandlersFor<typeof programmeMethods>,
  | 'programme.manual'
  | 'programme.manualVersion'
  | 'programme.saveSection'
  | 'programme.restoreSection'
  | 'programme.removeSection'
  | 'programme.issueManual'
>;

/** Sections of the company's own, at most. */
const MOST_OWN = 40;

/** Answers the methods of the policy manual. */
export function createManualHandlers(deps: FeatureDeps, joins: ProgrammeJoins): Handlers {
  const catalogue = () => programmeCatalogue(deps.ports.paths.resources);
  const view = (workspace: OpenWorkspace): Manual => manualOf(workspace, catalogue(), joins);
  const subject = (id: string) => ({ entity: 'manual_sections', id });

  return {
    'programme.manual': () => ok(view(deps.session())),

    'programme.manualVersion': ({ id }) => {
      const versions = manualVersions(deps.session());
      const place = versions.findIndex((version) => version.id === id);
      const version = versions[place];
      if (version === undefined) return err({ code: 'record.notFound', entity: 'manualVersion', id });
      const before = versions[place + 1];
      return ok({ summary: versionSummary(version), text: contentOf(version), before: before === undefined ? null : contentOf(before) });
    },

    'programme.saveSection': ({ id, revision, title, body, included }) => {
      const workspace = deps.session();
      const known = id === null ? undefined : findSection(workspace, id);
      if (id !== null && known === undefined && !isWorkspaceSection(id)) return gone(id);
      if (known !== undefined && known.revision !== revision) return stale(known.id, revision, known.revision);
      const key = id ?? deps.ports.ids.next();
      const now = view(workspace);
      if (now.sections.some((section) => section.id !== key && section.title.toLowerCase() === title.toLowerCase()))
        return err({ code: 'record.conflict', entity: 'section', detail: `another section is called “${title}”` });
      if (id === null && now.sections.filter(({ said }) => said === null).length >= MOST_OWN)
        return err({ code: 'policy.refused', detail: `A manual holds ${MOST_OWN} sections of your own at most` });
      const said = isWorkspaceSection(key) ? saidNow(workspace, catalogue(), joins)(key) : null;
      // Words that equal what the workspace says are no edit: the section goes on following the workspace.
      const own = said === body ? null : body;
      return workspace.write({ method: 'programme.saveSection', params: { title }, subject: subject(key) }, () => {
        prepared(
          workspace.db,
          `INSERT INTO manual_sections (id, title, body, said_when_edited, own, included, rank)
           VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(rank), 0) + 1 FROM manual_sections))
           ON CONFLICT (id) DO UPDATE SET title = excluded.title, body = excluded.body, said_when_edited = excluded.said_when_edited,
             included = excluded.included, revision = revision + 1`,
        ).run(key, title, own, own === null ? null : said, said === null ? 1 : 0, included ? 1 : 0);
        return ok(view(workspace));
      });
    },

    'programme.restoreSection': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atSection(workspace, id, revision);
      if (!found.ok) return found;
      if (!isWorkspaceSection(id))
        return err({ code: 'policy.refused', detail: 'This section is your own: the workspace says nothing of it' });
      const title = sectionTitle(id);
      return workspace.write({ method: 'programme.restoreSection', params: { title }, subject: subject(id) }, () => {
        prepared(
          workspace.db,
          'UPDATE manual_sections SET title = ?, body = NULL, said_when_edited = NULL, revision = revision + 1 WHERE id = ?',
        ).run(title, id);
        return ok(view(workspace));
      });
    },

    'programme.removeSection': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atSection(workspace, id, revision);
      if (!found.ok) return found;
      if (found.value.own === 0)
        return err({ code: 'policy.refused', detail: 'A section that the workspace writes can be left out, not removed' });
      return workspace.write({ method: 'programme.removeSection', params: { title: found.value.title }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM manual_sections WHERE id = ?').run(id);
        return ok(view(workspace));
      });
    },

    'programme.issueManual': ({ approvedBy, note }) => {
      const workspace = deps.session();
      const text = included(view(workspace).sections);
      const [last] = manualVersions(workspace);
      if (text.length === 0) return err({ code: 'policy.refused', detail: 'Every section is left out. Put at least one in' });
      const changed = last === undefined ? text.length : changedSections(text, contentOf(last));
      if (changed === 0)
        return err({ code: 'record.conflict', entity: 'manual', detail: `nothing differs from version ${last?.number ?? 1}` });
      const number = (last?.number ?? 0) + 1;
      const id = deps.ports.ids.next();
      const by = readWorkspaceSettings(workspace.db).person.name;
      return workspace.write(
        { method: 'programme.issueManual', params: { number, name: approvedBy }, subject: { entity: 'manual_versions', id } },
        () => {
          prepared(
            workspace.db,
            'INSERT INTO manual_versions (id, number, issued_on, by_name, approved_by, note, changed, content) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
          ).run(id, number, deps.ports.clock.today(), by, approvedBy, note, changed, JSON.stringify(text));
          return ok({ number });
        },
      );
    },
  };
}

function atSection(workspace: OpenWorkspace, id: string, revision: number): Reply<{ readonly own: 0 | 1; readonly title: string }> {
  const found = findSection(workspace, id);
  if (found === undefined) return gone(id);
  return found.revision === revision ? ok(found) : stale(id, revision, found.revision);
}

const gone = (id: string): Reply<never> => err({ code: 'record.notFound', entity: 'section', id });
const stale = (id: string, yours: number, current: number): Reply<never> =>
  err({ code: 'record.stale', entity: 'section', id, yours, current });
