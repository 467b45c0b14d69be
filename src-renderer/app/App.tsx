import { useEffect, useMemo, useState } from 'react';
import { createHashRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ClosedHelp } from '../features/help/index.ts';
import { StartScreen } from '../features/start/index.ts';
import { describeError, HostProvider, type OutputOf, useHostQuery } from '../host/index.ts';
import { type Appearance, defaultAppearance } from '../ui/appearance.tsx';
import { ErrorState, Page, PageHeader, useText } from '../ui/index.ts';
import { createMemoryPreferences, type PreferenceStore } from '../ui/preferences.tsx';
import { UiProvider } from '../ui/ui-provider.tsx';
import { features } from './features.ts';
import { LockingVeil } from './LockingVeil.tsx';
import { Shell } from './Shell.tsx';
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

function Root({ styleNonce }: { readonly styleNonce: string }) {
  const { data: settings } = useHostQuery('settings.get', {});
  const status = useHostQuery('workspace.status', {});
  const open = status.data?.state === 'unlocked';
  const preferences = usePreferences(open ? (status.data?.workspace?.id ?? null) : null);
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

function Workspace() {
  const router = useMemo(() => {
    const children: RouteObject[] = [...features.flatMap((feature) => feature.routes), { path: '*', element: <NotFound /> }];
    return createHashRouter([{ path: '/', element: <ShellRoute />, children }]);
  }, []);
  useEffect(() => () => router.dispose(), [router]);
  return <RouterProvider router={router} />;
}

function ShellRoute() {
  const { data } = useHostQuery('workspace.status', {});
  return data === undefined ? null : <Shell status={data} />;
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

function NotFound() {
  const t = useText();
  return <Page header={<PageHeader title={t('notFound.title')} subtitle={t('notFound.detail')} />}>{null}</Page>;
}
