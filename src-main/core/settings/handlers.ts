import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type {
  AllSettings,
  draftMethods,
  MachineSettings,
  settingsMethods,
  WorkspaceSettings,
} from '../../../src-shared/contract/settings.ts';
import { IsoInstant } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import type { JsonStore } from '../files/index.ts';
import type { Clock } from '../ports.ts';
import { readWorkspaceSettings, writeWorkspaceSettings } from './store.ts';

export interface SettingsHost {
  readonly clock: Clock;
  readonly machine: JsonStore<MachineSettings>;
  /** The open workspace, or null while locked. */
  openWorkspace(): OpenWorkspace | null;
  session(): OpenWorkspace;
}

export function createSettingsHandlers(host: SettingsHost): HandlersFor<typeof settingsMethods> {
  const all = (): AllSettings => {
    const open = host.openWorkspace();
    const workspace = open === null ? null : readWorkspaceSettings(open.db);
    const today = host.clock.today();
    return { machine: host.machine.get(), workspace, today, judgedOn: workspace?.judgedOn ?? today };
  };
  return {
    'settings.get': () => ok(all()),
    'settings.setMachine': (changes) => {
      host.machine.set({ ...host.machine.get(), ...withoutUndefined(changes) });
      return ok(all());
    },
    'settings.setWorkspace': (changes) => {
      const session = host.session();
      const done = session.write({ method: 'settings.setWorkspace', params: { settings: Object.keys(changes).join(', ') } }, () => {
        writeWorkspaceSettings(session.db, withoutUndefined(changes) as Partial<WorkspaceSettings>);
        return ok(null);
      });
      return done.ok ? ok(all()) : done;
    },
  };
}

interface DraftRow {
  readonly key: string;
  readonly value: string;
  readonly saved_at: string;
}

/** Unfinished forms. They are no records: not journalled, not undone, gone when the form is sent or discarded. */
export function createDraftHandlers(host: Pick<SettingsHost, 'clock' | 'session'>): HandlersFor<typeof draftMethods> {
  const inWrite = (work: (db: Connection['db']) => void): Reply<null> => {
    const session = host.session();
    if (session.readOnly !== null) return err({ code: 'workspace.readOnly', reason: session.readOnly });
    session.writeUntracked(() => work(session.db));
    return ok(null);
  };
  return {
    'drafts.get': ({ key }) => {
      const row = host.session().db.prepare<[string], DraftRow>('SELECT key, value, saved_at FROM drafts WHERE key = ?').get(key);
      return ok(row === undefined ? null : { key: row.key, value: JSON.parse(row.value), savedAt: IsoInstant.parse(row.saved_at) });
    },
    'drafts.list': ({ prefix }) => {
      const rows = host
        .session()
        .db.prepare<[string, string], DraftRow>(
          'SELECT key, saved_at FROM drafts WHERE substr(key, 1, length(?)) = ? ORDER BY saved_at DESC LIMIT 500',
        )
        .all(prefix, prefix);
      return ok(rows.map((row) => ({ key: row.key, savedAt: IsoInstant.parse(row.saved_at) })));
    },
    'drafts.save': ({ key, value }) => {
      const savedAt = host.clock.now();
      const saved = inWrite((db) =>
        db
          .prepare(
            'INSERT INTO drafts (key, value, saved_at) VALUES (?, ?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value, saved_at = excluded.saved_at',
          )
          .run(key, JSON.stringify(value), savedAt),
      );
      return saved.ok ? ok({ savedAt }) : saved;
    },
    'drafts.discard': ({ key }) => {
      const discarded = inWrite((db) => db.prepare('DELETE FROM drafts WHERE key = ?').run(key));
      return discarded.ok ? ok({}) : discarded;
    },
  };
}

/** A key given as undefined means "leave it", not "store nothing". */
function withoutUndefined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(value).filter(([, one]) => one !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };
}
