import { QueryClientProvider } from '@tanstack/react-query';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { createQueryClient } from '../../src-renderer/host/query-client.ts';
import type { TestApp } from './workspace.ts';

/**
 * The HTML of a screen over a core: drawn, asked for what it asks, and drawn again until every question is answered.
 * What only a laid out page shows, as the drawing of a chart, is not in it.
 */
export async function drawn(app: TestApp, screen: ReactNode): Promise<string> {
  const client = createQueryClient();
  const page = createElement(QueryClientProvider, { client }, createElement(MemoryRouter, null, screen));
  for (;;) {
    const html = renderToStaticMarkup(page);
    const open = client
      .getQueryCache()
      .getAll()
      .filter(({ state }) => state.data === undefined);
    if (open.length === 0) return html;
    for (const { queryKey } of open) {
      const [method, input] = queryKey as [string, unknown];
      client.setQueryData(queryKey, await app.call(method, input));
    }
  }
}
