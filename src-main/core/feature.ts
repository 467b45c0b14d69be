import type { HandlersFor, HostEvent, MethodTable, Topic } from '../../src-shared/contract/kernel.ts';
import type { Migration, OpenWorkspace } from './db/index.ts';
import type { Jobs } from './jobs/index.ts';
import type { Log } from './log/index.ts';
import type { Ports } from './ports.ts';

/** What every feature is given. */
export interface FeatureDeps {
  /**
   * The workspace that is open now. Ask for it in each handler and again after each `await`: never keep it.
   * When none is open it throws `WorkspaceClosed`, which the dispatcher answers as `workspace.locked`.
   */
  session(): OpenWorkspace;
  readonly ports: Ports;
  emit(event: HostEvent): void;
  readonly jobs: Jobs;
  readonly log: Log;
}

/** Fills a fresh demo workspace. Runs unlocked, with the demo's own clock and person; may write as often as it likes. */
export type DemoSeeder = (deps: FeatureDeps) => Promise<void>;

/** Something a feature does by itself, once what it rests on has changed and come to rest. */
export interface Watch {
  /** What it rests on. It also looks after each unlock and when a new day begins. */
  readonly topics: readonly Topic[];
  /** Looks, and does what is due; asks for the workspace again after each `pause`. Topics of what it changed. */
  look(pause: () => Promise<void>): Promise<readonly Topic[]>;
}

/** A feature as the composition root sees it. */
export interface Feature {
  readonly methods: MethodTable;
  readonly create: (deps: FeatureDeps) => Record<string, unknown>;
  readonly migrations: readonly Migration[];
  readonly watch?: (deps: FeatureDeps) => Watch;
}

/** Ties a feature's contract, handlers and migrations together; the types must agree. */
export function defineFeature<T extends MethodTable>(feature: {
  readonly methods: T;
  readonly create: (deps: FeatureDeps) => HandlersFor<T>;
  readonly migrations: readonly Migration[];
  readonly watch?: (deps: FeatureDeps) => Watch;
}): Feature {
  return feature;
}
