import type { BuildTask, IndexData } from '../../engine/screening/index.ts';
import { screeningEngineVersion } from '../../engine/screening/version.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import type { JobContext } from '../jobs/index.ts';
import { type EntryText, type ScreenedList, screenedEntries, screenedLists } from '../lists/index.ts';

/** The candidate index over the lists that count now, and which they are. */
export interface HeldIndex {
  readonly key: string;
  readonly data: IndexData;
  readonly lists: readonly ScreenedList[];
}

type Going = Pick<JobContext, 'signal' | 'pause'>;

/** Keeps one index for the workspace that is open, and builds it anew when its lists change. */
export function createIndexHolder(deps: FeatureDeps) {
  let held: { readonly workspace: OpenWorkspace; readonly index: Promise<HeldIndex> } | undefined;
  let heldKey = '';

  const keyOf = (lists: readonly ScreenedList[]): string => [screeningEngineVersion, ...lists.map(({ versionId }) => versionId)].join(' ');

  async function build(lists: readonly ScreenedList[], key: string, going: Going): Promise<HeldIndex> {
    const lines: Buffer[] = [];
    for (const { versionId } of lists) {
      for (const page of screenedEntries(() => deps.session(), versionId)) {
        for (const { line } of page) lines.push(line);
        await going.pause();
      }
    }
    return { key, data: await layOut(lines, lists, null, going), lists };
  }

  async function layOut(
    lines: readonly Buffer[],
    lists: readonly ScreenedList[],
    raritiesOf: IndexData | null,
    going: Going,
  ): Promise<IndexData> {
    const bytes = joined(lines);
    const task: BuildTask = { lines: bytes, versions: lists.map(({ code, label }) => [code, label] as const), raritiesOf };
    return (await deps.jobs.pool({ task: 'screening.build', input: task, transfer: [bytes.buffer] }, going.signal)) as IndexData;
  }

  return {
    /** The index as the lists stand now. Several who ask at once wait for one building. */
    current(going: Going): Promise<HeldIndex> {
      const workspace = deps.session();
      const lists = screenedLists(workspace);
      const key = keyOf(lists);
      if (held?.workspace === workspace && heldKey === key) return held.index;
      const index = build(lists, key, going);
      held = { workspace, index };
      heldKey = key;
      // A building that was cancelled or failed is no index for the next who asks.
      index.catch(() => {
        if (held?.index === index) held = undefined;
      });
      return index;
    },

    /** A small index over some entries that scores as the whole one does. */
    async over(entries: readonly EntryText[], whole: HeldIndex, going: Going): Promise<HeldIndex> {
      const data = await layOut(
        entries.map(({ line }) => line),
        whole.lists,
        whole.data,
        going,
      );
      return { key: `${whole.key} ${deps.ports.ids.next()}`, data, lists: whole.lists };
    },

    /** Lets the memory go: after the lock nothing of the lists stays. */
    forget(): void {
      held = undefined;
    },
  };
}

export type IndexHolder = ReturnType<typeof createIndexHolder>;

/** Lines under each other in one array of their own, which can be handed over without a copy. */
function joined(lines: readonly Buffer[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(lines.reduce((sum, line) => sum + line.length + 1, 0));
  let at = 0;
  for (const line of lines) {
    bytes.set(line, at);
    bytes[at + line.length] = 10;
    at += line.length + 1;
  }
  return bytes;
}
