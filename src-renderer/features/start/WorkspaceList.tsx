import { IconCompass, IconFolderOpen, IconLifebuoy, IconPin, IconPlus, IconX } from '@tabler/icons-react';
import type { RecentWorkspace } from '../../../src-shared/contract/workspace.ts';
import { formatClock, formatRecent } from '../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Icon, IconButton, Kbd, Swatch, Tooltip, useText } from '../../ui/index.ts';
import { Brand } from './Brand.tsx';
import classes from './start.module.css';

interface WorkspaceListProps {
  readonly status: OutputOf<'workspace.status'>;
  readonly onOpen: (id: string) => void;
  readonly onCreate: () => void;
  readonly onBrowse: () => void;
  readonly onDemo: () => void;
  readonly onRecover: () => void;
  readonly demoBusy: boolean;
}

/** The workspaces of this computer, pinned ones first, and the ways to another one. */
export function WorkspaceList({ status, onOpen, onCreate, onBrowse, onDemo, onRecover, demoBusy }: WorkspaceListProps) {
  const t = useText();
  const recent = useHostQuery('workspace.recent', {});
  const actions = [
    { id: 'create', icon: IconPlus, label: t('start.create'), shortcut: 'Mod+N', onClick: onCreate },
    { id: 'open', icon: IconFolderOpen, label: t('start.open'), shortcut: 'Mod+O', onClick: onBrowse },
    { id: 'demo', icon: IconCompass, label: t('start.demo'), shortcut: undefined, onClick: onDemo },
    { id: 'recover', icon: IconLifebuoy, label: t('start.recover'), shortcut: undefined, onClick: onRecover },
  ];
  return (
    <>
      <Brand />
      <div className={classes['listHead']}>
        <h3>{t('start.workspaces')}</h3>
        <span className="caption muted">{t('start.onThisComputer', { count: recent.data?.length ?? 0 })}</span>
      </div>
      <QueryView query={recent} rows={3}>
        {(workspaces) => (
          <ul className={classes['recent']}>
            {[...workspaces].sort(byPinThenTime).map((workspace) => (
              <Entry key={workspace.id} workspace={workspace} status={status} onOpen={onOpen} />
            ))}
          </ul>
        )}
      </QueryView>
      <span className="grow" />
      <div className={classes['actions']}>
        {actions.map((action) => (
          <button key={action.id} type="button" onClick={action.onClick} aria-busy={action.id === 'demo' && demoBusy ? true : undefined}>
            <Icon of={action.icon} />
            {action.label}
            {action.shortcut === undefined ? null : <Kbd shortcut={action.shortcut} />}
          </button>
        ))}
      </div>
    </>
  );
}

interface EntryProps {
  readonly workspace: RecentWorkspace;
  readonly status: OutputOf<'workspace.status'>;
  readonly onOpen: (id: string) => void;
}

function Entry({ workspace, status, onOpen }: EntryProps) {
  const t = useText();
  const pin = useHostCommand('workspace.pin');
  const forget = useHostCommand('workspace.forget');
  const chosen = status.workspace?.id === workspace.id && status.state === 'locked';
  const kind = workspace.demo ? 'demo' : workspace.kind;
  const main = (
    <button
      type="button"
      className={classes['entryMain']}
      aria-current={chosen ? 'true' : undefined}
      aria-disabled={workspace.missing || undefined}
      onClick={() => (workspace.missing ? undefined : onOpen(workspace.id))}
    >
      <Swatch colour={workspace.color} />
      <span>
        <b className="ellipsis">{workspace.name}</b>
        <small>{stateOf(t, workspace, chosen ? status.lock : null)}</small>
      </span>
    </button>
  );
  return (
    <li
      className={classes['entry']}
      data-chosen={chosen ? '' : undefined}
      data-missing={workspace.missing ? '' : undefined}
      data-pinned={workspace.pinned ? '' : undefined}
    >
      {workspace.missing ? <Tooltip label={t('start.forgetExplained')}>{main}</Tooltip> : main}
      <span className={classes['entryKind']} data-kind={kind}>
        {t(`start.kind.${kind}`)}
      </span>
      {workspace.missing ? (
        <IconButton
          icon={IconX}
          iconSize={14}
          label={t('start.forget', { name: workspace.name })}
          onClick={() => void forget.run({ id: workspace.id })}
        />
      ) : (
        <IconButton
          icon={IconPin}
          iconSize={14}
          pressed={workspace.pinned}
          label={t(workspace.pinned ? 'start.unpin' : 'start.pin', { name: workspace.name })}
          onClick={() => void pin.run({ id: workspace.id, pinned: !workspace.pinned })}
        />
      )}
    </li>
  );
}

function stateOf(t: ReturnType<typeof useText>, workspace: RecentWorkspace, lock: OutputOf<'workspace.status'>['lock']): string {
  if (workspace.missing) return t('start.missing');
  if (lock !== null && lock.because !== 'opened') return t('start.lockedAt', { time: formatClock(lock.at, t.locale) });
  return workspace.lastOpenedAt === null
    ? t('start.neverOpened')
    : t('start.opened', { when: formatRecent(workspace.lastOpenedAt, new Date(), t.locale) });
}

function byPinThenTime(a: RecentWorkspace, b: RecentWorkspace): number {
  if (a.pinned !== b.pinned) return a.pinned ? -1 : 1;
  return (a.lastOpenedAt ?? '') < (b.lastOpenedAt ?? '') ? 1 : -1;
}
