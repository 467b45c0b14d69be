import { useEffect, useMemo } from 'react';
import { createHashRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { useHostQuery } from '../host/index.ts';
import { Page, PageHeader, useText } from '../ui/index.ts';
import { features } from './features.ts';
import { Shell } from './Shell.tsx';

/** An open workspace: the shell, and in it the screen of the address. */
export function Workspace() {
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

function NotFound() {
  const t = useText();
  return <Page header={<PageHeader title={t('notFound.title')} subtitle={t('notFound.detail')} />}>{null}</Page>;
}
