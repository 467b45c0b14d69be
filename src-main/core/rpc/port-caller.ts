import type { HostPorts } from '../ports.ts';
import type { FromCore, PortName, PortOutcome } from './wire.ts';

type RemotePorts = Pick<HostPorts, 'dialogs' | 'secretStore' | 'printer' | 'shell'>;

/** Ports that live in another thread: each call is a message, and waits for its answer. */
export interface PortCaller {
  readonly ports: RemotePorts;
  settle(id: number, outcome: PortOutcome): void;
}

/** Thrown when the other side could not do what a port asked; the message is for the log's fingerprint only. */
export class PortFailed extends Error {}

export function createPortCaller(send: (message: FromCore) => void): PortCaller {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(cause: Error): void }>();
  let lastId = 0;
  const call = <T>(port: PortName, ...args: readonly unknown[]): Promise<T> => {
    lastId += 1;
    const id = lastId;
    const answer = new Promise<unknown>((resolve, reject) => {
      waiting.set(id, { resolve, reject });
    });
    send({ type: 'port', id, port, args });
    // The shell thread is our own code; the wire's types say what each port answers.
    return answer as Promise<T>;
  };
  return {
    ports: {
      dialogs: {
        pickFile: (options) => call('dialogs.pickFile', options),
        pickFiles: (options) => call('dialogs.pickFiles', options),
        pickFolder: (options) => call('dialogs.pickFolder', options),
        saveFile: (options) => call('dialogs.saveFile', options),
      },
      secretStore: {
        status: () => call('secretStore.status'),
        seal: (secret) => call('secretStore.seal', secret),
        unseal: (sealed) => call('secretStore.unseal', sealed),
      },
      printer: {
        htmlToPdf: (html, options) => call('printer.htmlToPdf', html, options),
        print: (html, options) => call('printer.print', html, options),
      },
      shell: {
        openExternal: (url) => call('shell.openExternal', url),
        showInFolder: (path) => call('shell.showInFolder', path),
        copySecret: (text, clearAfterMs) => call('shell.copySecret', text, clearAfterMs),
      },
    },
    settle(id, outcome) {
      const asked = waiting.get(id);
      waiting.delete(id);
      if (outcome.ok) asked?.resolve(outcome.value);
      else asked?.reject(new PortFailed(outcome.message));
    },
  };
}
