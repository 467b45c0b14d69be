import { type BrowserWindow, shell } from 'electron';
import { english } from '../../../src-shared/text/en/index.ts';
import { windowText } from '../../../src-shared/text/en/window.ts';
import type { FileFilter, FilePurpose, PickedPath, PrintOptions, SecretStore } from '../../core/ports.ts';
import type { PortCall } from '../../core/rpc/wire.ts';
import { copySecret, openExternal } from '../window-calls.ts';
import type { FileQuestion, NativeDialogs } from './native-dialogs.ts';
import { htmlToPdf, type PrintRoom, printHtml } from './printer.ts';

export interface PortServices {
  readonly window: () => BrowserWindow | undefined;
  readonly dialogs: NativeDialogs;
  readonly secretStore: SecretStore;
  readonly printRoom: PrintRoom;
  /** Stands in for the system's print dialog in tests. */
  readonly print?: () => Promise<'printed' | 'cancelled'>;
}

interface PickOptions {
  readonly purpose: FilePurpose;
  readonly filters?: readonly FileFilter[];
  readonly suggestedName?: string;
}

/** Does what the core thread asks of the system. The core is trusted code, so its arguments are taken at their declared types. */
export function createPortServer(services: PortServices): (call: PortCall) => Promise<unknown> {
  const { dialogs, secretStore } = services;
  return async ({ port, args }) => {
    const [first, second] = args;
    switch (port) {
      case 'dialogs.pickFile':
        return picked(await dialogs.openFile(services.window(), questionFor(first as PickOptions)));
      case 'dialogs.pickFiles':
        return (await dialogs.openFiles(services.window(), questionFor(first as PickOptions))).map((path): PickedPath => ({ path }));
      case 'dialogs.pickFolder':
        return picked(await dialogs.openFolder(services.window(), questionFor(first as PickOptions)));
      case 'dialogs.saveFile':
        return picked(await dialogs.saveFile(services.window(), questionFor(first as PickOptions)));
      case 'secretStore.status':
        return secretStore.status();
      case 'secretStore.seal':
        return secretStore.seal(first as Uint8Array);
      case 'secretStore.unseal':
        return secretStore.unseal(first as Uint8Array);
      case 'printer.htmlToPdf':
        return htmlToPdf(services.printRoom, first as string, second as PrintOptions);
      case 'printer.print':
        return services.print === undefined ? printHtml(services.printRoom, first as string, second as PrintOptions) : services.print();
      case 'shell.openExternal':
        return openFor(services, first as string);
      case 'shell.showInFolder':
        shell.showItemInFolder(first as string);
        return undefined;
      case 'shell.copySecret':
        copySecret(first as string, second as number);
        return undefined;
    }
  };
}

async function openFor(services: PortServices, address: string): Promise<boolean> {
  const window = services.window();
  if (window === undefined) return false;
  const reply = await openExternal(services.dialogs, window, address);
  return reply.ok && reply.value.opened;
}

function picked(path: string | undefined): PickedPath | null {
  return path === undefined ? null : { path };
}

function questionFor({ purpose, filters, suggestedName }: PickOptions): FileQuestion {
  return {
    title: windowText[`window.pick.${purpose}`],
    filters: (filters ?? []).map(({ nameKey, extensions }) => ({ name: textOf(nameKey), extensions })),
    ...(suggestedName === undefined ? {} : { suggestion: suggestedName }),
  };
}

function textOf(key: string): string {
  const catalogue: Readonly<Record<string, string>> = english;
  return Object.hasOwn(catalogue, key) ? (catalogue[key] ?? key) : key;
}
