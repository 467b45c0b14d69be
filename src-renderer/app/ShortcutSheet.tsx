import { Dialog, Kbd, useText } from '../ui/index.ts';
import type { Command } from './commands.tsx';
import classes from './shell.module.css';

interface ShortcutSheetProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly commands: readonly Command[];
}

const groups = ['file', 'edit', 'view', 'go', 'tools', 'help'] as const;
const listKeys = [
  ['J', 'shortcuts.move'],
  ['K', 'shortcuts.move'],
  ['Enter', 'shortcuts.openRow'],
  ['Space', 'shortcuts.tick'],
  ['Shift+ArrowDown', 'shortcuts.extend'],
  ['ArrowRight', 'shortcuts.cells'],
  ['Mod+C', 'shortcuts.copy'],
] as const;

/** Every key of the product on one sheet, read from the command registry. */
export function ShortcutSheet({ opened, onClose, commands }: ShortcutSheetProps) {
  const t = useText();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('shortcuts.title')} width={720}>
      <div className={classes['sheet']}>
        {groups.map((group) => {
          const keyed = commands.filter((command) => command.shortcut !== undefined && (command.menu ?? 'tools') === group);
          if (keyed.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`shortcuts.group.${group}`)}</h3>
              <dl>
                {keyed.map((command) => (
                  <Line key={command.id} title={t(command.titleKey, command.titleParams)} shortcut={command.shortcut ?? ''} />
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>{t('shortcuts.lists')}</h3>
          <dl>
            {listKeys.map(([shortcut, title]) => (
              <Line key={shortcut} title={t(title)} shortcut={shortcut} />
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}

function Line({ title, shortcut }: { readonly title: string; readonly shortcut: string }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>
        <Kbd shortcut={shortcut} />
      </dd>
    </>
  );
}
