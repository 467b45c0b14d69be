import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AppError, Reply } from '../../src-shared/contract/kernel.ts';
import type { WorkspaceStatus } from '../../src-shared/contract/workspace.ts';
import type { IsoDate } from '../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { english } from '../../src-shared/text/en/index.ts';
import { failureSentence } from '../../src-shared/text/failure.ts';
import { createText } from '../../src-shared/text/format.ts';
import { type App, createApp } from '../core/app.ts';
import { settled, unsettled } from '../core/files/index.ts';
import type { HostPorts } from '../core/ports.ts';
import { createIds, createSystemClock } from '../core/rpc/index.ts';
import type { CliHost, CliIo, CliPrinter } from './io.ts';
import { inputRejected, type Refusal, refused } from './refusal.ts';

/** A workspace opened without a window. */
export interface HeadlessWorkspace {
  readonly readOnly: boolean;
  /** Calls a method as a screen would; a refusal comes as the command says it. */
  call<T>(method: string, input: unknown): Promise<Result<T, Refusal>>;
  /** Locks, and removes what was made aside. */
  close(): Promise<void>;
}

interface Opening {
  /** Absolute. */
  readonly folder: string;
  readonly passphrase: string;
  /** Claim and write nothing. */
  readonly readOnly: boolean;
  /** Day to judge by whatever the workspace's settings say; null leaves it to them. */
  readonly on: IsoDate | null;
  /** Where whatever is saved goes: the answer to every save dialog. Null: nothing is saved. */
  readonly output: string | null;
}

const text = createText<Record<string, string>>('en', english);

/** Opens a workspace and unlocks it. Errors: `refused` with the reason in words; a wrong passphrase ends the command, nothing is retried. */
export async function openHeadless(opening: Opening, io: CliIo, host: CliHost): Promise<Result<HeadlessWorkspace, Refusal>> {
  const aside = mkdtempSync(path.join(tmpdir(), 'gatehouse-cli-'));
  unsettled(aside);
  let printer: CliPrinter | undefined;
  const app = createApp(portsFor(opening, io, host, aside, (started) => (printer = started)));
  app.subscribe((event) => {
    if (event.type === 'job' && event.state === 'running' && event.total !== null && event.total > 0)
      io.stderr(`${text.dynamic(`job.${event.kind}`)}: ${event.done} of ${event.total}\n`);
  });
  const close = async () => {
    await app.close();
    printer?.close();
    rmSync(aside, { recursive: true, force: true });
    settled(aside);
  };
  app.signal({ type: 'folderOffered', path: opening.folder });
  const unlocked = await unlock(app, opening);
  if (!unlocked.ok) {
    await close();
    return err(refusalOf(unlocked.error));
  }
  return ok({
    readOnly: unlocked.value.readOnly !== null,
    async call<T>(method: string, input: unknown) {
      const reply = (await app.dispatch(method, input)) as Reply<T>;
      return reply.ok ? reply : err(refusalOf(reply.error));
    },
    close,
  });
}

async function unlock(app: App, { passphrase, readOnly }: Opening): Promise<Reply<WorkspaceStatus>> {
  const ask = (only: boolean) => app.dispatch('workspace.unlock', { passphrase, readOnly: only }) as Promise<Reply<WorkspaceStatus>>;
  const status = (await app.dispatch('workspace.status', {})) as Reply<WorkspaceStatus>;
  if (status.ok && status.value.state === 'none') return err({ code: 'workspace.notAWorkspace', detail: '' });
  const first = await ask(readOnly);
  // Open elsewhere: reading is still possible, and a report needs no more.
  return !first.ok && first.error.code === 'workspace.inUse' ? ask(true) : first;
}

function refusalOf(error: AppError): Refusal {
  if (error.code === 'record.notFound') return inputRejected([`There is no record ${error.id} that ${error.entity} could be about.`]);
  const said = failureSentence(text, error);
  return error.code === 'passphrase.wrong' || error.code === 'policy.refused' ? refused(said) : inputRejected([said]);
}

/** Worker threads lie beside this file once it is built, and in their own folder in the sources. */
function workerFile(name: string): string {
  const here = fileURLToPath(import.meta.url);
  return here.endsWith('.ts') ? path.join(path.dirname(here), '..', 'workers', `${name}.ts`) : path.join(path.dirname(here), `${name}.js`);
}

function portsFor({ on, output }: Opening, io: CliIo, host: CliHost, aside: string, started: (printer: CliPrinter) => void): HostPorts {
  const folder = (name: string) => {
    const full = path.join(aside, name);
    mkdirSync(full, { recursive: true });
    return full;
  };
  const nobody = () => Promise.resolve(null);
  const clock = createSystemClock();
  let printer: CliPrinter | undefined;
  return {
    dialogs: {
      pickFile: nobody,
      pickFiles: () => Promise.resolve([]),
      pickFolder: nobody,
      saveFile: () => Promise.resolve(output === null ? null : { path: output }),
    },
    secretStore: {
      status: () => Promise.resolve({ available: false, backend: 'none' }),
      seal: () => Promise.reject(new Error('The command line keeps no secret')),
      unseal: nobody,
    },
    printer: {
      htmlToPdf(html, options) {
        if (printer === undefined) {
          const made = host.printer();
          if (typeof made === 'string') return Promise.reject(new Error(made));
          printer = made;
          started(made);
        }
        return printer.toPdf(html, options);
      },
      print: () => Promise.resolve('cancelled'),
    },
    shell: { openExternal: () => Promise.resolve(false), showInFolder: () => Promise.resolve(), copySecret: () => Promise.resolve() },
    clock: on === null ? clock : { ...clock, judgedOn: () => on },
    ids: createIds(),
    paths: {
      resources: io.resources,
      userData: folder('user-data'),
      temp: folder('temp'),
      logs: folder('logs'),
      documents: folder('documents'),
      worker: workerFile,
    },
    app: { version: host.version, packaged: false, machine: hostname() },
  };
}
