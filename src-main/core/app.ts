import { backupMethods } from '../../src-shared/contract/backups.ts';
import { diagnosticsMethods } from '../../src-shared/contract/diagnostics.ts';
import { jobMethods } from '../../src-shared/contract/jobs.ts';
import { journalMethods } from '../../src-shared/contract/journal.ts';
import type { HandlersFor, HostEvent, MethodTable, Reply } from '../../src-shared/contract/kernel.ts';
import { draftMethods, settingsMethods } from '../../src-shared/contract/settings.ts';
import { workspaceMethods } from '../../src-shared/contract/workspace.ts';
import { ok } from '../../src-shared/model/result.ts';
import { createAtRest } from './at-rest.ts';
import { type BackupHost, createBackupHandlers, createSnapshots, newestGoodSnapshot } from './backup/index.ts';
import { type Kdf, productKdf, zero } from './crypto/index.ts';
import { WorkspaceClosed } from './db/index.ts';
import type { DemoSeeder, Feature, FeatureDeps } from './feature.ts';
import { features as productFeatures } from './features.ts';
import { createDialogs, createFileHandles } from './files/index.ts';
import { heldFailure } from './holds/index.ts';
import { createJobHandlers, createJobs } from './jobs/index.ts';
import { seedDemo as productSeeder } from './joins/demo.ts';
import { createJournalHandlers, journalMigrations } from './journal/index.ts';
import { createDiagnosticsHandlers, createLog } from './log/index.ts';
import type { HostPorts, Ports } from './ports.ts';
import { createPresence } from './presence.ts';
import { createDispatch, type Route } from './rpc/dispatch.ts';
import type { HostSignal } from './rpc/wire.ts';
import {
  createDraftHandlers,
  createMachineSettings,
  createSettingsHandlers,
  readWorkspaceSettings,
  settingsMigrations,
} from './settings/index.ts';
import { createVault, createWorkspaceRoom, databaseFile, headerFile, keyByPassphrase, workspaceMigrations } from './workspace/index.ts';

/** The whole product without a window. */
export interface App {
  /** Answers one call of a screen. Never throws and never rejects. */
  dispatch(name: string, payload: unknown): Promise<Reply<unknown>>;
  /** Tells of things around the app: idle, sleep, dropped files. */
  signal(signal: HostSignal): void;
  subscribe(listener: (event: HostEvent) => void): () => void;
  /** Names of every method it answers. */
  readonly methods: readonly string[];
  /** Locks, ends jobs and pool threads, closes files. */
  close(): Promise<void>;
}

export interface AppOptions {
  /** Business features; the product's own list unless a test brings another. */
  readonly features?: readonly Feature[];
  readonly seedDemo?: DemoSeeder | null;
  /** Key derivation; only the test harness brings a cheaper one. */
  readonly kdf?: Kdf;
}

/** Composition root: everything is made here and nowhere else. */
export function createApp(host: HostPorts, options: AppOptions = {}): App {
  const { features = productFeatures, seedDemo = productSeeder, kdf = productKdf } = options;
  const { clock, paths } = host;
  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent) => {
    if (event.type === 'touched') atRest.touched(event.topics);
    for (const listener of listeners) listener(event);
  };

  const log = createLog(paths.logs, () => clock.now());
  const files = createFileHandles(host.ids);
  const ports: Ports = { ...host, dialogs: createDialogs(host.dialogs, files), files };
  const jobs = createJobs({ clock, ids: host.ids, poolEntry: () => paths.worker('pool'), emit, defect: log.defect });
  const migrations = [
    ...workspaceMigrations,
    ...journalMigrations,
    ...settingsMigrations,
    ...features.flatMap((feature) => feature.migrations),
  ];
  const vault = createVault({ ports, kdf, migrations, jobs, log, emit: (event) => onVaultEvent(event) });
  const machine = createMachineSettings(paths.userData);
  const deps: FeatureDeps = { session: vault.session, ports, emit, jobs, log };

  const backups: BackupHost = {
    files,
    databaseFile,
    headerFile,
    now: () => clock.now(),
    session: vault.session,
    place: () => ({ ...chosen(), dataKey: vault.dataKey() }),
    sharePercent: () => readWorkspaceSettings(vault.session().db).snapshotSharePercent,
    markSnapshot: vault.markSnapshot,
    reopenAround: vault.reopenAround,
    async keyWhileLocked(passphrase) {
      const key = await keyByPassphrase(vault, { ports, kdf }, passphrase);
      return key.ok ? ok({ place: { ...chosen(), dataKey: key.value }, end: () => zero(key.value) }) : key;
    },
  };
  const chosen = () => {
    const selected = vault.selected();
    if (selected === null) throw new Error('No workspace is chosen');
    return { folder: selected.folder, keyId: selected.header.keyId };
  };

  const snapshots = createSnapshots(backups);

  const presence = createPresence({
    clock,
    isOpen: vault.isOpen,
    autolockMinutes: () => readWorkspaceSettings(vault.session().db).autolockMinutes,
    unsavedChanges: vault.unsavedChanges,
    lock: (minutes) => vault.lock('idle', minutes),
    snapshot(because) {
      if (vault.session().readOnly !== null) return;
      snapshots.take(because).then(
        () => emit({ type: 'touched', topics: ['backups'] }),
        (cause: unknown) => {
          // A snapshot that fails must not stop work; the backup list shows its age, and the next one is tried as usual.
          if (!(cause instanceof WorkspaceClosed)) log.defect('backups.schedule', cause);
        },
      );
    },
  });
  const atRest = createAtRest({
    clock,
    watches: features.flatMap(({ watch }) => (watch === undefined ? [] : [watch(deps)])),
    isOpen: vault.isOpen,
    canRedo: () => vault.session().reversible().redo !== null,
    isBusy: () => jobs.list().some(({ state }) => state === 'running'),
    bind: vault.bind,
    idle: () => vault.session().idle(),
    emit,
    defect: log.defect,
  });
  const onVaultEvent = (event: HostEvent) => {
    if (event.type === 'lock' && event.state === 'unlocked') {
      presence.opened();
      atRest.opened();
    }
    emit(event);
  };

  const room = createWorkspaceRoom({
    ports,
    kdf,
    migrations,
    jobs,
    log,
    emit,
    vault,
    seedDemo: async () => {
      if (seedDemo !== null) await seedDemo(deps);
    },
    defaultPerson: () => machine.get().person,
  });

  const routes = new Map<string, Route>();
  const register = (methods: MethodTable, handlers: Readonly<Record<string, unknown>>) => {
    for (const [name, spec] of Object.entries(methods)) {
      const handle = handlers[name];
      if (typeof handle !== 'function' || routes.has(name)) throw new Error(`Method ${name} has no handler, or two`);
      // The one place where types cannot follow: `defineFeature` has tied this handler to this method.
      routes.set(name, { spec, handle: handle as (input: unknown) => unknown });
    }
  };
  const own = <T extends MethodTable>(methods: T, handlers: HandlersFor<T>) => register(methods, handlers);
  own(workspaceMethods, room.handlers);
  own(
    settingsMethods,
    createSettingsHandlers({ clock, machine, session: vault.session, openWorkspace: () => (vault.isOpen() ? vault.session() : null) }),
  );
  own(draftMethods, createDraftHandlers({ clock, session: vault.session }));
  own(journalMethods, createJournalHandlers(vault.session, jobs));
  own(diagnosticsMethods, createDiagnosticsHandlers(paths.logs, ports.shell));
  own(jobMethods, createJobHandlers(jobs));
  own(backupMethods, createBackupHandlers(backups, snapshots));
  for (const feature of features) register(feature.methods, feature.create(deps));

  const dispatch = createDispatch(routes, {
    log,
    emit,
    monotonicMs: () => clock.monotonicMs(),
    isOpen: vault.isOpen,
    epoch: vault.epoch,
    bind: vault.bind,
    idle: async () => {
      if (vault.isOpen()) await vault.session().idle();
    },
    heldFailure: (cause) => (vault.isOpen() ? heldFailure(vault.session().db, cause) : undefined),
    newestGoodSnapshot: () => (vault.isOpen() ? (newestGoodSnapshot(backups.place())?.id ?? null) : null),
  });

  const choose = (folder: string) => {
    const reply = vault.select(folder);
    emit({ type: 'touched', topics: ['workspace'] });
    if (reply.ok) return;
    log.write({ event: 'folderRefused', code: reply.error.code });
    emit({ type: 'folderRefused' });
  };

  const signal = (given: HostSignal): void => {
    switch (given.type) {
      case 'activity':
        presence.activity();
        break;
      case 'tick':
        presence.tick();
        atRest.tick();
        break;
      case 'lock':
        room.dropDrafts();
        vault.lock(given.because);
        break;
      case 'windowClosed':
        files.clear();
        break;
      case 'fileOffered':
        emit({ type: 'fileDropped', ...files.add(given.path, given.purpose) });
        break;
      case 'folderOffered':
        choose(given.path);
        break;
      case 'menu':
        emit({ type: 'command', id: given.id });
        break;
    }
  };

  return {
    dispatch,
    signal,
    methods: [...routes.keys()],
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async close() {
      room.dropDrafts();
      vault.lock('quit');
      files.clear();
      await jobs.settled();
      await jobs.close();
    },
  };
}
