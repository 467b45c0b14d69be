import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { reportMethods } from '../../../src-shared/contract/reports.ts';
import { isReadyMade, Redaction, readyMade } from '../../../src-shared/model/redaction.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { Connection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';

type Handlers = Pick<
  HandlersFor<typeof reportMethods>,
  'reports.redactionProfiles' | 'reports.saveRedactionProfile' | 'reports.deleteRedactionProfile'
>;

interface ProfileRow {
  readonly name: string;
  readonly people: string;
  readonly leaves_out: string;
}

/** Files show who is in them, so they never go where people are hidden. */
const settled = (profile: Redaction): Redaction =>
  profile.people === 'shown' || profile.leavesOut.includes('evidenceFiles')
    ? profile
    : { ...profile, leavesOut: [...profile.leavesOut, 'evidenceFiles'] };

/** Profiles that the workspace keeps, by name. */
export function ownProfiles({ db }: Connection): Redaction[] {
  return db
    .prepare<[], ProfileRow>('SELECT name, people, leaves_out FROM redaction_profiles ORDER BY name COLLATE NOCASE')
    .all()
    .map(({ name, people, leaves_out }) => settled(Redaction.parse({ profile: name, people, leavesOut: JSON.parse(leaves_out) })));
}

/**
 * The profile of that name, whatever its capitals: the one place that knows what a name withholds. Errors: `record.notFound` for a name that neither the product nor the
 * workspace has, so that a report is never made with less withheld than was asked for.
 */
export function redactionNamed(workspace: Connection, name: string): Reply<Redaction> {
  if (isReadyMade(name)) return ok(readyMade[name]);
  const found = [...Object.values(readyMade), ...ownProfiles(workspace)].find(({ profile }) => isSame(profile, name));
  return found === undefined ? err({ code: 'record.notFound', entity: 'redactionProfile', id: name }) : ok(found);
}

const isSame = (one: string, other: string): boolean => one.localeCompare(other, 'en', { sensitivity: 'accent' }) === 0;

/** Keeps the workspace's own profiles. Ready-made ones cannot be changed or taken away. */
export function createRedactionHandlers(deps: FeatureDeps, text: Text): Handlers {
  const all = () => [...Object.values(readyMade), ...ownProfiles(deps.session())];
  return {
    'reports.redactionProfiles': () => ok(all()),

    'reports.saveRedactionProfile': ({ was, ...profile }) => {
      const workspace = deps.session();
      const own = ownProfiles(workspace);
      if (was !== null && !own.some(({ profile: name }) => name === was))
        return err({ code: 'record.notFound', entity: 'redactionProfile', id: was });
      const words = Object.keys(readyMade).map((name) => text.dynamic(`redaction.profile.${name}`));
      const taken = [...words, ...all().map(({ profile: name }) => name)].some((name) => name !== was && isSame(name, profile.profile));
      if (taken) return err({ code: 'policy.refused', detail: text.dynamic('redaction.nameTaken', { name: profile.profile }) });
      const kept = settled(profile);
      return workspace.write({ method: 'reports.saveRedactionProfile', params: { name: kept.profile } }, () => {
        if (was !== null) workspace.db.prepare('DELETE FROM redaction_profiles WHERE name = ?').run(was);
        workspace.db
          .prepare('INSERT INTO redaction_profiles (name, people, leaves_out) VALUES (?, ?, ?)')
          .run(kept.profile, kept.people, JSON.stringify(kept.leavesOut));
        return ok(kept);
      });
    },

    'reports.deleteRedactionProfile': ({ profile }) => {
      const workspace = deps.session();
      if (!ownProfiles(workspace).some(({ profile: name }) => name === profile))
        return err({ code: 'record.notFound', entity: 'redactionProfile', id: profile });
      return workspace.write({ method: 'reports.deleteRedactionProfile', params: { name: profile } }, () => {
        workspace.db.prepare('DELETE FROM redaction_profiles WHERE name = ?').run(profile);
        return ok(null);
      });
    },
  };
}
