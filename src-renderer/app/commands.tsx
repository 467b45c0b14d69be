import { createContext, useContext, useLayoutEffect, useState } from 'react';
import type { MenuCommand } from '../../src-shared/contract/window.ts';
import type { MessageKey } from '../../src-shared/text/en/index.ts';
import type { Toast } from '../ui/index.ts';

/** What a command may know and do. */
export interface ShellContext {
  readonly workspace: 'none' | 'locked' | 'open';
  readonly navigate: (to: string) => void;
  readonly toast: (toast: Toast) => void;
  /** Path of the screen, without the hash: `/models/123`. */
  readonly path: string;
}

/** One action of the product. Palette, native menu, toolbar, context menu and the shortcut sheet all read it from here. */
export interface Command {
  readonly id: string;
  readonly titleKey: MessageKey;
  readonly titleParams?: Readonly<Record<string, string>>;
  readonly keywords?: readonly string[];
  /** `Mod+Shift+I`, or a sequence such as `G M`. */
  readonly shortcut?: string;
  /** Where it stands in the native menu and the shortcut sheet; commands without one are found in the palette. */
  readonly menu?: MenuCommand['menu'];
  readonly group?: number;
  /** Whether it can run now; otherwise why not. Without it: whenever a workspace is open. */
  readonly availability?: (context: ShellContext) => true | { readonly because: MessageKey };
  readonly run: (context: ShellContext) => void | Promise<void>;
}

/** Whether a command can run, with its default: a workspace must be open. */
export function availabilityOf(command: Command, context: ShellContext): true | { readonly because: MessageKey } {
  if (command.availability !== undefined) return command.availability(context);
  return context.workspace === 'open' ? true : { because: 'command.needsOpenWorkspace' };
}

/** Commands of the screen in view, over those of the product. */
export interface CommandRegistry {
  readonly add: (commands: readonly Command[]) => () => void;
}

const RegistryContext = createContext<CommandRegistry>({ add: () => () => undefined });
export const CommandRegistryProvider = RegistryContext.Provider;

/** Offers commands while the calling screen is in view: keep the array in a memo. They win over product commands with the same id or key. */
export function useScreenCommands(commands: readonly Command[]): void {
  const { add } = useContext(RegistryContext);
  useLayoutEffect(() => add(commands), [add, commands]);
}

/** The registry with what screens have added, newest first. */
export function useRegistry(product: readonly Command[]): { readonly registry: CommandRegistry; readonly commands: readonly Command[] } {
  const [added, setAdded] = useState<ReadonlyArray<readonly Command[]>>([]);
  const [registry] = useState<CommandRegistry>(() => ({
    add: (commands) => {
      setAdded((now) => [commands, ...now]);
      return () => setAdded((now) => now.filter((one) => one !== commands));
    },
  }));
  const [known, setKnown] = useState<{ added: typeof added; product: typeof product; commands: readonly Command[] } | null>(null);
  if (known === null || known.added !== added || known.product !== product) {
    const byId = new Map<string, Command>();
    for (const command of [...added.flat(), ...product]) if (!byId.has(command.id)) byId.set(command.id, command);
    const commands = [...byId.values()];
    setKnown({ added, product, commands });
    return { registry, commands };
  }
  return { registry, commands: known.commands };
}
