import { appendFileSync, readFileSync } from 'node:fs';
import type { SecretStore } from '../../core/ports.ts';
import type { NativeDialogs } from './native-dialogs.ts';

/**
 * Answers for what no test can click. Read from the file named by `--test-ports`, which only an app run from its
 * sources accepts; a packaged one refuses to start with the switch.
 */
export interface TestPorts {
  readonly dialogs: NativeDialogs;
  readonly secretStore: SecretStore;
  readonly print: () => Promise<'printed' | 'cancelled'>;
  readonly clock?: { readonly now: string; readonly running?: boolean };
  readonly documents?: string;
}

type DialogKind = 'confirm' | 'alarm' | 'openFile' | 'openFiles' | 'openFolder' | 'saveFile' | 'print';

interface TestPortsFile {
  /** Only the test adds to them. Each is given once, each kind in its own order. No answer left means "cancelled". */
  readonly answers?: readonly { readonly kind: DialogKind; readonly answer: boolean | string | readonly string[] | null }[];
  readonly clock?: { readonly now: string; readonly running?: boolean };
  readonly keychain?: { readonly available: boolean; readonly backend: string };
  readonly documents?: string;
}

export function readTestPorts(file: string): TestPorts {
  const read = (): TestPortsFile => JSON.parse(readFileSync(file, 'utf8')) as TestPortsFile;

  const taken = new Set<number>();
  const take = (kind: DialogKind, asked: unknown): boolean | string | readonly string[] | null => {
    const answers = read().answers ?? [];
    const at = answers.findIndex((entry, place) => entry.kind === kind && !taken.has(place));
    appendFileSync(`${file}.asked.jsonl`, `${JSON.stringify({ kind, asked, answered: at >= 0 })}\n`);
    taken.add(at);
    return answers[at]?.answer ?? null;
  };
  const path = (answer: boolean | string | readonly string[] | null): string | undefined =>
    typeof answer === 'string' ? answer : undefined;

  const first = read();
  const status = first.keychain ?? { available: false, backend: 'basic_text' };
  return {
    dialogs: {
      confirm: async (_window, question) => take('confirm', question) === true,
      alarm: async (said) => void take('alarm', said),
      openFile: async (_window, question) => path(take('openFile', question)),
      openFiles: async (_window, question) => {
        const answer = take('openFiles', question);
        return Array.isArray(answer) ? answer : [];
      },
      openFolder: async (_window, question) => path(take('openFolder', question)),
      saveFile: async (_window, question) => path(take('saveFile', question)),
    },
    print: async () => (take('print', null) === true ? 'printed' : 'cancelled'),
    // Turned round bytes stand for a keychain: enough to prove that what is stored is not what was given.
    secretStore: {
      status: async () => status,
      seal: async (secret) => Uint8Array.from(secret, (byte) => byte ^ 0x5a),
      unseal: async (sealed) => Uint8Array.from(sealed, (byte) => byte ^ 0x5a),
    },
    ...(first.clock === undefined ? {} : { clock: first.clock }),
    ...(first.documents === undefined ? {} : { documents: first.documents }),
  };
}
