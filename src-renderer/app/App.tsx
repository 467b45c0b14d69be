import { useEffect, useMemo, useState } from 'react';
import { StartScreen } from '../features/start/index.ts';
import { describeError, HostProvider, type OutputOf, useHostQuery } from '../host/index.ts';
import { type Appearance, defaultAppearance } from '../ui/appearance.tsx';
import { bundle, ErrorState, useText } from '../ui/index.ts';
import { createMemoryPreferences, type PreferenceStore } from '../ui/preferences.tsx';
import { UiProvider } from '../ui/ui-provider.tsx';
import { LockingVeil } from './LockingVeil.tsx';
import { loadPreferences } from './stored-preferences.ts';
import { WindowControls } from './WindowControls.tsx';

/** The product: the start screens until a workspace is open, then the shell with its screens. */
export function App({ styleNonce }: { readonly styleNonce: string }) {
  return (
    <HostProvider>
      <Root styleNonce={styleNonce} />
    </HostProvider>
  );
}

const memory = createMemoryPreferences();

// The start screens need little of the program; the rest is fetched while a person looks at them.
const opened = bundle(() => import('./Workspace.tsx'));
const Workspace = opened.part('Workspace');
const ClosedHelp = bundle(() => import('../features/help/screens.ts')).part('ClosedHelp');

function Root({ styleNonce }: { readonly styleNonce: string }) {
  const { data: settings } = useHostQuery('settings.get', {});
  const status = useHostQuery('workspace.status', {});
  const open = status.data?.state === 'unlocked';
  const preferences = usePreferences(open ? (status.data?.workspace?.id ?? null) : null);
  const known = status.data !== undefined;
  useEffect(() => {
    if (known) void opened.load();
  }, [known]);
  const appearance = useMemo((): Appearance => appearanceOf(settings), [settings]);
  return (
    <UiProvider appearance={appearance} preferences={preferences ?? memory} styleNonce={styleNonce}>
      <LockingVeil />
      {status.error !== null ? (
        <FirstFailure error={status.error.error} onRetry={() => void status.refetch()} />
      ) : status.data === undefined ? null : open ? (
        preferences === null ? null : (
          <Workspace key={status.data.workspace?.id} />
        )
      ) : (
        <StartScreen
          status={status.data}
          windowControls={<WindowControls />}
          help={(page, close) => <ClosedHelp page={page} onClose={close} />}
        />
      )}
    </UiProvider>
  );
}

function usePreferences(workspaceId: string | null): PreferenceStore | null {
  const [loaded, setLoaded] = useState<{ readonly id: string; readonly store: PreferenceStore } | null>(null);
  useEffect(() => {
    if (workspaceId === null) return undefined;
    let current = true;
    void loadPreferences().then((store) => {
      if (current) setLoaded({ id: workspaceId, store });
    });
    return () => {
      current = false;
    };
  }, [workspaceId]);
  return loaded?.id === workspaceId ? loaded.store : null;
}

function appearanceOf(settings: OutputOf<'settings.get'> | undefined): Appearance {
  if (settings === undefined) return defaultAppearance;
  return { ...defaultAppearance, theme: settings.machine.theme, contrast: settings.machine.contrast, density: settings.machine.density };
}

function FirstFailure({ error, onRetry }: { readonly error: Parameters<typeof describeError>[1]; readonly onRetry: () => void }) {
  const t = useText();
  return <ErrorState {...describeError(t, error)} onRetry={onRetry} />;
}
