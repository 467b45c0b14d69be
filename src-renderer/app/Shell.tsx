import { useCallback, useEffect, useMemo, useState } from 'react';
import { Outlet, useLocation, useNavigate } from 'react-router';
import { callHost, type OutputOf, useHostEvent, useHostQuery } from '../host/index.ts';
import { isBoolean, useMedia, usePreference, useText, useToast } from '../ui/index.ts';
import { ShellSlotsContext } from '../ui/shell-context.tsx';
import { availabilityOf, type Command, CommandRegistryProvider, type ShellContext, useRegistry } from './commands.tsx';
import { features } from './features.ts';
import { useFetchAhead } from './fetch-ahead.ts';
import { useCommandKeys } from './keyboard.ts';
import { useNativeMenu } from './native-menu.ts';
import { Palette } from './Palette.tsx';
import { ScreenBoundary } from './ScreenBoundary.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { Sidebar } from './Sidebar.tsx';
import { StatusBar } from './StatusBar.tsx';
import classes from './shell.module.css';
import { shellCommands } from './shell-commands.ts';
import { TitleBar } from './TitleBar.tsx';
import { useUndo } from './use-undo.ts';

const navigation = features.flatMap((feature) => feature.navigation);
const featureCommands = features.flatMap((feature) => feature.commands);
const RECENT = 8;

/** The frame around every screen of an open workspace. */
export function Shell({ status }: { readonly status: OutputOf<'workspace.status'> }) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const { data: settings } = useHostQuery('settings.get', {});
  const { undo, redo } = useUndo();
  const [overlay, setOverlay] = useState<'palette' | 'shortcuts' | null>(null);
  const [recent, setRecent] = useState<readonly string[]>([]);
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const { folded, slots, toggleSidebar } = useSidebar();

  useHostEvent((event) => {
    if (event.type === 'saved') setSavedAt(event.at);
  });
  const hideName = settings?.workspace?.hideNameInTitle === true;
  const name = status.workspace?.name ?? null;
  useEffect(() => {
    void callHost('window.setTitle', { workspace: hideName ? null : name });
  }, [hideName, name]);
  const hiddenFromCapture = settings?.workspace?.captureProtection === true;
  useEffect(() => {
    void callHost('window.setCaptureProtection', { on: hiddenFromCapture });
  }, [hiddenFromCapture]);

  const context = useMemo(
    (): ShellContext => ({ workspace: 'open', navigate: (to) => void navigate(to), toast, path: pathname }),
    [navigate, toast, pathname],
  );
  const own = useMemo(
    () =>
      shellCommands(
        {
          openPalette: () => setOverlay('palette'),
          openShortcuts: () => setOverlay('shortcuts'),
          toggleSidebar,
          undo,
          redo,
          machine: settings?.machine,
          titleOf: (entry) => t(entry.titleKey),
        },
        navigation,
      ),
    [toggleSidebar, undo, redo, settings?.machine, t],
  );
  const product = useMemo(() => [...own, ...featureCommands], [own]);
  const { registry, commands } = useRegistry(product);

  const run = useCallback(
    (command: Command) => {
      const available = availabilityOf(command, context);
      if (available !== true) return toast({ message: t(available.because) });
      if (command.id !== 'palette.open') setRecent((now) => [command.id, ...now.filter((id) => id !== command.id)].slice(0, RECENT));
      void command.run(context);
    },
    [context, toast, t],
  );
  const runById = useCallback(
    (id: string) => {
      const command = commands.find((one) => one.id === id);
      if (command !== undefined) run(command);
    },
    [commands, run],
  );
  useCommandKeys(commands, run);
  useNativeMenu(commands, context, runById);
  useFetchAhead();
  const close = useCallback(() => setOverlay(null), []);

  return (
    <CommandRegistryProvider value={registry}>
      <ShellSlotsContext value={slots}>
        <div className={classes['app']} data-folded={folded ? '' : undefined}>
          <button type="button" className={classes['skip']} onClick={focusMain}>
            {t('shell.skip')}
          </button>
          <TitleBar status={status} savedAt={savedAt} run={runById} />
          <Sidebar entries={navigation} folded={folded} />
          <main id="main" className={classes['main']} tabIndex={-1}>
            <ScreenBoundary place={pathname}>
              <Outlet />
            </ScreenBoundary>
          </main>
          <StatusBar />
        </div>
        <Palette opened={overlay === 'palette'} onClose={close} commands={commands} context={context} run={run} recent={recent} />
        <ShortcutSheet opened={overlay === 'shortcuts'} onClose={close} commands={commands} />
      </ShellSlotsContext>
    </CommandRegistryProvider>
  );
}

/** Folded by choice, by a narrow window, or while a wizard holds it so. */
function useSidebar() {
  const [chosen, choose] = usePreference('sidebar.folded', false, isBoolean);
  const [holders, setHolders] = useState(0);
  const narrow = useMedia('(max-width: 1099px)');
  const slots = useMemo(
    () => ({
      holdSidebarFolded: () => {
        setHolders((count) => count + 1);
        return () => setHolders((count) => count - 1);
      },
    }),
    [],
  );
  const toggleSidebar = useCallback(() => choose(!chosen), [choose, chosen]);
  return { folded: chosen || holders > 0 || narrow, slots, toggleSidebar };
}

/** A link would put its target into the hash, which is the address of the screen. */
function focusMain(): void {
  document.getElementById('main')?.focus();
}
