import type { HostEvent, Topic } from '../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../src-shared/model/dates.ts';
import { WorkspaceClosed } from './db/index.ts';
import type { Watch } from './feature.ts';
import { createSlicer } from './jobs/index.ts';
import type { Clock } from './ports.ts';

/** How long nothing may have changed before anything is done by itself, in milliseconds: what comes in several steps is seen whole. */
const restMs = 4000;

export interface AtRestHost {
  readonly clock: Clock;
  readonly watches: readonly Watch[];
  isOpen(): boolean;
  /** Somebody could still redo what they undid: writing anything would take that from them. */
  canRedo(): boolean;
  /** A job runs: what it does comes in parts. */
  isBusy(): boolean;
  /** Ties work to the present session: in a later one it finds no workspace. */
  bind<T>(work: () => T): T;
  /** Settles when no long command is writing. */
  idle(): Promise<void>;
  emit(event: HostEvent): void;
  defect(where: string, cause: unknown): void;
}

/** Has features do what they do by themselves: never inside the answer to a question, and never between the parts of something longer. */
export interface AtRest {
  opened(): void;
  touched(topics: readonly Topic[]): void;
  tick(): void;
}

export function createAtRest(host: AtRestHost): AtRest {
  const waiting = new Set<Watch>();
  let quietSinceMs = Number.NEGATIVE_INFINITY;
  let seenDay: IsoDate | null = null;
  let looking = false;

  const look = async (watch: Watch): Promise<void> => {
    await host.idle();
    const topics = await watch.look(createSlicer().pause);
    if (topics.length > 0) host.emit({ type: 'touched', topics: [...topics] });
  };
  const lookAtAll = async () => {
    const due = [...waiting];
    waiting.clear();
    for (const watch of due) {
      try {
        await host.bind(() => look(watch));
      } catch (cause) {
        // The lock fell: the next unlock looks anew.
        if (!(cause instanceof WorkspaceClosed)) host.defect('atRest', cause);
      }
    }
    looking = false;
  };

  return {
    opened() {
      for (const watch of host.watches) waiting.add(watch);
      quietSinceMs = Number.NEGATIVE_INFINITY;
      seenDay = host.clock.today();
    },
    touched(topics) {
      for (const watch of host.watches) if (watch.topics.some((topic) => topics.includes(topic))) waiting.add(watch);
      quietSinceMs = host.clock.monotonicMs();
    },
    tick() {
      if (!host.isOpen() || looking) return;
      const today = host.clock.today();
      if (seenDay !== today) for (const watch of host.watches) waiting.add(watch);
      seenDay = today;
      if (waiting.size === 0 || host.clock.monotonicMs() - quietSinceMs < restMs || host.isBusy() || host.canRedo()) return;
      looking = true;
      void lookAtAll();
    },
  };
}
