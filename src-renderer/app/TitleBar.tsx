import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconChevronDown, IconLock, IconSearch } from '@tabler/icons-react';
import type { MouseEvent } from 'react';
import { formatClock } from '../../src-shared/text/dates.ts';
import { callHost, type OutputOf, useHostQuery } from '../host/index.ts';
import { Icon, IconButton, Kbd, Menu, Swatch, useText } from '../ui/index.ts';
import { Logo } from '../ui/Logo.tsx';
import { namedChange } from './named-change.ts';
import classes from './shell.module.css';
import { WindowControls } from './WindowControls.tsx';

interface TitleBarProps {
  readonly status: OutputOf<'workspace.status'>;
  /** Time of the last confirmed change, ISO. */
  readonly savedAt: string | null;
  readonly run: (commandId: string) => void;
}

/** Which workspace and mode, the search, the saved mark, undo, redo, lock, and the window's own buttons. */
export function TitleBar({ status, savedAt, run }: TitleBarProps) {
  const t = useText();
  const { data: steps } = useHostQuery('journal.undoState', {});
  const { workspace } = status;
  const mode = workspace?.demo === true ? 'demo' : (workspace?.kind ?? 'live');
  const undo = steps?.undo ?? null;
  const redo = steps?.redo ?? null;
  return (
    <header className={classes['title']} data-app-drag="" data-exercise={workspace?.kind === 'exercise' ? '' : undefined}>
      <div className={classes['brand']}>
        <button type="button" className={classes['menu']} aria-label={t('shell.menu')} aria-haspopup="menu" onClick={showNativeMenu}>
          <Logo />
        </button>
        {workspace === null ? null : (
          <>
            <Menu
              groups={[
                {
                  items: [
                    { id: 'lock', label: t('command.workspace.lock'), shortcut: 'Mod+L', onSelect: () => run('workspace.lock') },
                    { id: 'close', label: t('command.workspace.close'), onSelect: () => run('workspace.close') },
                  ],
                },
              ]}
            >
              <button type="button" className={classes['workspace']} aria-label={t('shell.workspaceMenu', { name: workspace.name })}>
                <Swatch colour={workspace.color} />
                <span className="ellipsis">{workspace.name}</span>
                <Icon of={IconChevronDown} size={14} />
              </button>
            </Menu>
            <span className={classes['mode']} data-kind={mode}>
              {t(`shell.mode.${mode}`)}
            </span>
            {status.readOnly === null ? null : <span className={classes['mode']}>{t('shell.readOnly')}</span>}
          </>
        )}
      </div>
      <button type="button" className={classes['find']} onClick={() => run('palette.open')} aria-haspopup="dialog">
        <Icon of={IconSearch} />
        <span className="ellipsis">{t('shell.search')}</span>
        <Kbd shortcut="Mod+K" />
      </button>
      <div className={classes['right']}>
        <span role="status" className={classes['saved']}>
          {savedAt === null ? null : (
            <>
              <Icon of={IconCheck} size={14} />
              {t('common.saved', { time: formatClock(savedAt, t.locale) })}
            </>
          )}
        </span>
        <IconButton
          icon={IconArrowBackUp}
          label={undo === null ? t('shell.undo') : t('shell.undoNamed', { what: namedChange(t, undo) })}
          shortcut="Mod+Z"
          disabledBecause={undo === null ? t('shell.nothingToUndo') : undefined}
          onClick={() => run('edit.undo')}
        />
        <IconButton
          icon={IconArrowForwardUp}
          label={redo === null ? t('shell.redo') : t('shell.redoNamed', { what: namedChange(t, redo) })}
          shortcut="Mod+Shift+Z"
          disabledBecause={redo === null ? t('shell.nothingToRedo') : undefined}
          onClick={() => run('edit.redo')}
        />
        <IconButton icon={IconLock} label={t('shell.lock')} shortcut="Mod+L" onClick={() => run('workspace.lock')} />
        <WindowControls />
      </div>
    </header>
  );
}

function showNativeMenu(event: MouseEvent<HTMLElement>): void {
  const { left, bottom } = event.currentTarget.getBoundingClientRect();
  void callHost('window.showMenu', { x: Math.round(left), y: Math.round(bottom) });
}
