import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  commitLogImport,
  discardLogImport,
  importLogFile,
  listLogImports,
  loadEvents,
  resumeLogImport,
  rollUp,
  sourceRow,
  unfinishedImport,
} from '../../src-main/core/accesslogs/index.ts';
import { integrityProblems, type OpenWorkspace } from '../../src-main/core/db/index.ts';
import { eventStoreMigrations, importTools, type LogLine, readingFor, writeLog } from '../harness/access-log.ts';
import { createFakePorts } from '../harness/ports.ts';
import { createProbe } from '../harness/probe.ts';
import { openTestWorkspace, startTestApp, type TestWorkspace, testPassphrase } from '../harness/workspace.ts';

const here = import.meta.dirname;
// Inside node_modules, so that the driver is found from there.
const built = resolve(here, `../../node_modules/.cache/gatehouse-import-crash-${process.pid}`);
/** `GATEHOUSE_CRASH_ROUNDS=50` runs fifty; every run does as many as fit into half a minute. */
const wanted = Number(process.env['GATEHOUSE_CRASH_ROUNDS'] ?? 0);
const budgetMs = 25_000;
const roundsAWorkspace = 8;
const rowsAFile = 24_000;
const noPause = () => Promise.resolve();
const running = new Set<ChildProcess>();

/** The child and the reader thread it starts, each as one file: they start several times faster. */
beforeAll(() =>
  build({
    configFile: false,
    logLevel: 'error',
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: true,
      outDir: built,
      minify: false,
      target: 'node24',
      rollupOptions: {
        input: { child: join(here, 'import-crash-child.ts'), reader: resolve(here, '../../src-main/workers/reader.ts') },
      },
    },
  }),
);
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(built, { recursive: true, force: true });
});

/** Half the lines of each file are those of the file before it. */
function linesOf(file: number): LogLine[] {
  return Array.from({ length: rowsAFile }, (_, place) => {
    const at = (file * rowsAFile) / 2 + place;
    return {
      time: new Date(Date.parse('2026-02-01T00:00:00Z') + at * 1000).toISOString(),
      account: `person${at % 90}@example.com`,
      address: `91.198.174.${at % 250}`,
      resource: `atlas-${at % 7}`,
      action: 'git.clone',
      eventId: `event-${at}`,
    };
  });
}

interface Child {
  readonly lines: string[];
  /** Settles at a line that begins so, or when the child ends. */
  said(word: string): Promise<void>;
  kill(): Promise<void>;
}

function start(args: readonly string[]): Child {
  const child = spawn(process.execPath, [join(built, 'child.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  const lines: string[] = [];
  const waiting: (() => void)[] = [];
  let rest = '';
  let problem = '';
  const wake = () => {
    for (const one of waiting.splice(0)) one();
  };
  child.stdout.on('data', (chunk: Buffer) => {
    const parts = (rest + chunk.toString('utf8')).split('\n');
    rest = parts.pop() ?? '';
    lines.push(...parts);
    wake();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    problem += chunk.toString('utf8');
  });
  let isEnded = false;
  const ended = new Promise<void>((settle, reject) => {
    child.on('close', (_code, signal) => {
      running.delete(child);
      isEnded = true;
      wake();
      if (signal === 'SIGKILL') settle();
      else reject(new Error(`The child ended by itself: ${problem}`));
    });
  });
  ended.catch(() => undefined);
  return {
    lines,
    async said(word) {
      while (!isEnded && !lines.some((line) => line.startsWith(word))) await new Promise<void>((settle) => waiting.push(settle));
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** Opens the workspace as a user would after the crash, runs `work`, and closes it again. */
async function afterwards<T>(
  root: string,
  folder: string,
  work: (workspace: OpenWorkspace, probe: ReturnType<typeof createProbe>) => Promise<T>,
): Promise<T> {
  const probe = createProbe(eventStoreMigrations);
  const app = startTestApp({ features: [probe.feature], seedDemo: null, ports: createFakePorts({ root }) });
  app.app.signal({ type: 'folderOffered', path: folder });
  await app.call('workspace.unlock', { passphrase: testPassphrase });
  try {
    const workspace = probe.deps().session();
    expect(integrityProblems(workspace.db)).toEqual([]);
    const result = await work(workspace, probe);
    expect(await app.call('journal.verify')).toMatchObject({ intact: true });
    return result;
  } finally {
    await app.app.close();
  }
}

/** The events that count are exactly those of some lines: none twice, none lost, each with the row it comes from, and summed up right. */
async function expectExactly(workspace: OpenWorkspace, lines: readonly LogLine[]): Promise<void> {
  const { events, dictionaries, rows, imports } = await loadEvents(workspace, {}, noPause);
  const found = Array.from({ length: events.length }, (_, at) => [events.ts[at], dictionaries.accounts[events.account[at] ?? 0]].join(' '));
  const expected = new Set(lines.map(({ time, account }) => [Date.parse(time), account].join(' ')));
  expect(found.length).toBe(expected.size);
  expect(found.filter((one) => !expected.has(one))).toEqual([]);
  expect(new Set(found).size).toBe(expected.size);
  for (let at = 0; at < events.length; at += 1999) {
    const source = sourceRow(workspace, imports[at] ?? 0, rows[at] ?? 0);
    expect(Date.parse(source?.cells[0] ?? '')).toBe(events.ts[at]);
  }
  const groups = await rollUp(workspace, {}, noPause);
  expect(groups.events.slice(0, groups.length).reduce((sum, one) => sum + one, 0)).toBe(expected.size);
}

interface Tally {
  rounds: number;
  resumed: number;
  discarded: number;
  notBegun: number;
  done: number;
  undone: number;
}

/** Kills imports of one file after the other, each at a random moment, and every fourth round the taking back of one. */
async function killRepeatedly(tally: Tally, goOn: () => boolean): Promise<void> {
  const first: TestWorkspace = await openTestWorkspace({ features: [createProbe(eventStoreMigrations).feature], seedDemo: null });
  const { folder, ports } = first;
  const { root } = ports;
  const { resources } = ports.paths;
  await first.app.close();
  const files = new Map<string, readonly LogLine[]>();
  const standing = () => [...files.values()].flat();
  let usualMs = 1500;
  for (let round = 0; round < roundsAWorkspace && goOn(); round += 1) {
    tally.rounds += 1;
    const name = `log-${round}.csv`;
    const isUndo = round % 4 === 3;
    const oldest = [...files.keys()][0] ?? '';
    const path = isUndo ? join(root, oldest) : writeLog(root, name, linesOf(round));
    const child = start([root, folder, resources, isUndo ? 'undo' : 'import', path]);
    await child.said('ready');
    const began = performance.now();
    const cut = Math.random() * usualMs;
    await Promise.race([child.said('done'), new Promise((settle) => setTimeout(settle, cut))]);
    if (child.lines.includes('done')) usualMs = Math.min(usualMs, performance.now() - began + 50);
    await child.kill();
    expect(child.lines.filter((line) => line.startsWith('refused'))).toEqual([]);

    if (isUndo) {
      await afterwards(root, folder, async (workspace) => {
        const state = listLogImports(workspace).find((one) => one.fileName === oldest)?.state;
        if (state === 'undone') {
          tally.undone += 1;
          files.delete(oldest);
        }
        await expectExactly(workspace, standing());
      });
      continue;
    }
    await afterwards(root, folder, async (workspace, probe) => {
      const isCommitted = listLogImports(workspace).some((one) => one.fileName === name && one.state === 'committed');
      await expectExactly(workspace, isCommitted ? [...standing(), ...linesOf(round)] : standing());
      const tools = importTools(probe.deps());
      const begun = unfinishedImport(workspace);
      if (isCommitted) tally.done += 1;
      else if (begun === undefined) tally.notBegun += 1;
      else if (tally.rounds % 3 === 0) {
        tally.discarded += 1;
        expect((await discardLogImport(workspace, begun.id, tools)).ok).toBe(true);
        await expectExactly(workspace, standing());
      } else {
        tally.resumed += 1;
        expect(begun.fileName).toBe(basename(path));
        const resumed = await resumeLogImport(workspace, begun.id, path, tools);
        expect(resumed.ok).toBe(true);
        expect(await commitLogImport(workspace, begun.id, tools)).toMatchObject({ ok: true, value: { rowsRead: rowsAFile } });
      }
      // Whatever became of it, the file can be imported now, and the events are exactly those of the files.
      const again = await importLogFile(workspace, { path, name }, readingFor(path), tools);
      expect(again.ok).toBe(true);
      files.set(name, linesOf(round));
      await expectExactly(workspace, standing());
    });
  }
  ports.remove();
}

describe('an import whose process is killed', () => {
  it(
    'leaves a workspace that opens, and is gone on with or discarded with exactly the right rows, at any moment of reading, rolling up, committing and taking back',
    async () => {
      const tally: Tally = { rounds: 0, resumed: 0, discarded: 0, notBegun: 0, done: 0, undone: 0 };
      const until = performance.now() + budgetMs;
      const goOn = () => (wanted > 0 ? tally.rounds < wanted : performance.now() < until);
      while (goOn()) await killRepeatedly(tally, goOn);
      process.stdout.write(
        `  killed ${tally.rounds} times: ${tally.resumed} gone on with, ${tally.discarded} discarded, ${tally.done} committed already, ${tally.notBegun} not begun, ${tally.undone} taken back\n`,
      );
      expect(tally.rounds).toBeGreaterThanOrEqual(wanted > 0 ? wanted : 3);
    },
    Math.max(120_000, wanted * 15_000),
  );
});
