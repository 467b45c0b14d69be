import { IconPlugConnectedX } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { errorSentence, type InputOf, type OutputOf, useDroppedFile, useHostCommand } from '../../host/index.ts';
import { Button, Icon, matchesShortcut, Note, useText } from '../../ui/index.ts';
import { CreateWorkspace } from './CreateWorkspace.tsx';
import { Recover } from './Recover.tsx';
import classes from './start.module.css';
import { Unlock } from './Unlock.tsx';
import { Welcome } from './Welcome.tsx';
import { WorkspaceList } from './WorkspaceList.tsx';

interface StartScreenProps {
  readonly status: OutputOf<'workspace.status'>;
  /** The window's own buttons, drawn by the shell. */
  readonly windowControls: React.ReactNode;
  /** The manual, opened at a page; it needs no workspace. */
  readonly help: (page: string, close: () => void) => React.ReactNode;
}

/** Before a workspace is open: the list at the left; unlock, recover or a first welcome at the right; or the wizard that creates one. */
export function StartScreen({ status, windowControls, help }: StartScreenProps) {
  const t = useText();
  const [mode, setMode] = useState<'main' | 'create' | 'recover'>('main');
  const [helping, setHelping] = useState(false);
  const [problem, setProblem] = useState<AppError | null>(null);
  const open = useHostCommand('workspace.open');
  const pick = useHostCommand('workspace.pickFolder');
  const demo = useHostCommand('workspace.demo');
  const current = status.workspace?.id ?? null;

  const openRef = useCallback(
    async (ref: InputOf<'workspace.open'>) => {
      setProblem(null);
      const reply = await open.run(ref);
      if (!reply.ok) return setProblem(reply.error);
      // The address names a record of the workspace that was open before; another one starts at its overview.
      if (reply.value.workspace?.id !== current) window.location.hash = '#/';
      setMode((now) => (now === 'create' ? 'main' : now));
    },
    [open.run, current],
  );
  const browse = useCallback(async () => {
    const reply = await pick.run({ purpose: 'open' });
    if (!reply.ok) setProblem(reply.error);
    else if (reply.value !== null) await openRef({ handle: reply.value.handle });
  }, [pick.run, openRef]);
  const startDemo = useCallback(async () => {
    setProblem(null);
    window.location.hash = '#/';
    const reply = await demo.run({ parent: null });
    if (!reply.ok) setProblem(reply.error);
  }, [demo.run]);

  useDroppedFile((file) => void openRef({ handle: file.handle }));
  const openHelp = () => setHelping(true);
  useStartKeys({
    'Mod+N': mode === 'create' || helping ? undefined : () => setMode('create'),
    'Mod+O': mode === 'create' || helping ? undefined : browse,
    F1: openHelp,
    Escape: helping ? () => setHelping(false) : undefined,
  });

  const version = t('start.version', { version: status.app.version });
  return (
    <div className={`${classes['screen'] ?? ''}`} data-start="">
      <header className={classes['bar']}>{windowControls}</header>
      {/* What was typed waits under the manual. */}
      {helping ? (
        <main className={classes['wide']}>
          {help(status.state === 'locked' || mode !== 'main' ? 'keys-and-backups' : 'first-ten-minutes', () => setHelping(false))}
        </main>
      ) : null}
      {mode === 'create' ? (
        <main className={classes['wide']} hidden={helping}>
          <CreateWorkspace onLeave={() => setMode('main')} />
        </main>
      ) : (
        <>
          <nav className={classes['left']} hidden={helping} aria-label={t('start.workspaces')}>
            <WorkspaceList
              status={status}
              onOpen={(id) => void openRef({ recentId: id })}
              onCreate={() => setMode('create')}
              onBrowse={() => void browse()}
              onDemo={() => void startDemo()}
              onRecover={() => setMode('recover')}
              demoBusy={demo.pending}
            />
          </nav>
          <main className={classes['right']} hidden={helping}>
            <div className={classes['pane']}>
              <div className={classes['form']}>
                {problem === null ? null : (
                  <Note tone="restricted" live>
                    {errorSentence(t, problem)}
                  </Note>
                )}
                {mode === 'recover' ? (
                  <Recover status={status} onBack={() => setMode('main')} onBrowse={() => void browse()} />
                ) : status.state === 'locked' && status.workspace !== null ? (
                  <Unlock key={status.workspace.id} status={status} onRecover={() => setMode('recover')} />
                ) : (
                  <Welcome onCreate={() => setMode('create')} onDemo={() => void startDemo()} demoBusy={demo.pending} />
                )}
              </div>
            </div>
            <p className={classes['promise']}>{t('app.promise')}</p>
          </main>
        </>
      )}
      <footer className={classes['foot']}>
        <span>{version}</span>
        <Button kind="link" size="small" shortcut="F1" onClick={openHelp}>
          {t('help.title')}
        </Button>
        <span>
          <Icon of={IconPlugConnectedX} size={14} />
          {t('start.noNetwork')}
        </span>
      </footer>
    </div>
  );
}

function useStartKeys(keys: Readonly<Record<string, (() => void) | undefined>>): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const action = Object.entries(latest.current).find(([shortcut]) => matchesShortcut(event, shortcut))?.[1];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
