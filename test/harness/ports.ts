import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { HostPorts, PrintOptions } from '../../src-main/core/ports.ts';
import { createIds } from '../../src-main/core/rpc/host-clock.ts';
import { IsoInstant, isoDate } from '../../src-shared/model/dates.ts';

const repository = resolve(import.meta.dirname, '../..');

/**
 * The file a thread or a reading process starts from: as built where `npm test` says so, for stripping the types of all it loads takes a second
 * each time; its source where a test is run by hand.
 */
function workerFile(name: 'reader' | 'pool'): string {
  const built = process.env['GATEHOUSE_WORKERS'];
  return built === undefined ? join(repository, 'src-main/workers', `${name}.ts`) : join(built, `${name}.js`);
}

/** A clock that stands still until told otherwise. Both of its times move together. */
export interface FrozenClock {
  now(): IsoInstant;
  today(): ReturnType<typeof isoDate>;
  monotonicMs(): number;
  advance(ms: number): void;
  set(at: string): void;
}

export function createFrozenClock(at = '2026-11-21T09:00:00.000Z'): FrozenClock {
  let wall = Date.parse(at);
  let monotonic = 1_000_000;
  const now = () => IsoInstant.parse(new Date(wall).toISOString());
  return {
    now,
    today: () => isoDate(now().slice(0, 10)),
    monotonicMs: () => monotonic,
    advance(ms) {
      wall += ms;
      monotonic += ms;
    },
    set(next) {
      wall = Date.parse(next);
    },
  };
}

/** Test ports: what a user would have picked or seen is set and read here. */
export interface FakePorts extends HostPorts {
  readonly clock: FrozenClock;
  /** A fresh folder of this test's own; everything the app writes is below it. */
  readonly root: string;
  /** The next answers of the dialogs, first in, first out; an empty queue means "cancelled". */
  readonly picks: { files: string[]; folders: string[]; saves: string[] };
  /** The keychain's backend; `basic_text` and `unavailable` are refused. */
  keychain: string;
  readonly seen: {
    printed: { html: string; options: PrintOptions }[];
    copied: { text: string; clearAfterMs: number }[];
    opened: string[];
  };
  /** Removes the folder. */
  remove(): void;
}

/** Ports over a temporary folder. Nothing of the real computer is touched. */
export function createFakePorts(options: { readonly root?: string; readonly now?: string } = {}): FakePorts {
  const root = options.root ?? mkdtempSync(join(tmpdir(), 'gatehouse-test-'));
  const folder = (name: string) => {
    const path = join(root, name);
    mkdirSync(path, { recursive: true });
    return path;
  };
  const picks: FakePorts['picks'] = { files: [], folders: [], saves: [] };
  const seen: FakePorts['seen'] = { printed: [], copied: [], opened: [] };
  const next = (queue: string[]) => {
    const path = queue.shift();
    return Promise.resolve(path === undefined ? null : { path });
  };
  const ports: FakePorts = {
    root,
    picks,
    seen,
    keychain: 'gnome_libsecret',
    clock: createFrozenClock(options.now),
    ids: createIds(),
    dialogs: {
      pickFile: () => next(picks.files),
      pickFiles: () => Promise.resolve(picks.files.splice(0).map((path) => ({ path }))),
      pickFolder: () => next(picks.folders),
      saveFile: () => next(picks.saves),
    },
    // Reversible and keyed to nothing: a test keychain only has to give back what it was given.
    secretStore: {
      status: () => Promise.resolve({ available: ports.keychain !== 'unavailable', backend: ports.keychain }),
      seal: (secret) => Promise.resolve(Uint8Array.from(secret, (byte) => byte ^ 0x5a)),
      unseal: (sealed) => Promise.resolve(Uint8Array.from(sealed, (byte) => byte ^ 0x5a)),
    },
    printer: {
      htmlToPdf(html, printOptions) {
        seen.printed.push({ html, options: printOptions });
        return Promise.resolve(Buffer.from('%PDF-1.7 test'));
      },
      print: () => Promise.resolve('printed'),
    },
    shell: {
      openExternal(url) {
        seen.opened.push(url);
        return Promise.resolve(true);
      },
      showInFolder: () => Promise.resolve(),
      copySecret(text, clearAfterMs) {
        seen.copied.push({ text, clearAfterMs });
        return Promise.resolve();
      },
    },
    paths: {
      resources: join(repository, 'resources'),
      userData: folder('user-data'),
      temp: folder('temp'),
      logs: folder('logs'),
      documents: folder('documents'),
      worker: workerFile,
    },
    app: { version: '0.0.0-test', packaged: false, machine: 'test-machine' },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
  return ports;
}
