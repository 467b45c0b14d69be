import { useEffect, useMemo } from 'react';
import { callHost, useHostEvent } from '../host/index.ts';
import { useText } from '../ui/index.ts';
import { availabilityOf, type Command, type ShellContext } from './commands.tsx';

/** Keeps the native menu in step with the registry and runs what is chosen there. */
export function useNativeMenu(commands: readonly Command[], context: ShellContext, run: (id: string) => void): void {
  const t = useText();
  const entries = useMemo(
    () =>
      commands.flatMap((command) =>
        command.menu === undefined
          ? []
          : [
              {
                id: command.id,
                title: t(command.titleKey, command.titleParams),
                menu: command.menu,
                ...(command.shortcut === undefined ? {} : { shortcut: command.shortcut }),
                enabled: availabilityOf(command, context) === true,
                group: command.group ?? 5,
              },
            ],
      ),
    [commands, context, t],
  );
  const key = JSON.stringify(entries);
  useEffect(() => {
    const menus = {
      file: t('shortcuts.group.file'),
      edit: t('shortcuts.group.edit'),
      view: t('shortcuts.group.view'),
      go: t('shortcuts.group.go'),
      tools: t('shortcuts.group.tools'),
      help: t('shortcuts.group.help'),
    };
    void callHost('window.setCommands', { menus, commands: JSON.parse(key) as typeof entries });
  }, [key, t]);
  useHostEvent((event) => {
    if (event.type === 'command') run(event.id);
  });
}
