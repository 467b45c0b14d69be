import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Plugin } from 'vite';

/**
 * Answers `virtual:method-topics` with what each method touches. The page needs only that of the contract: its schemas,
 * which the core checks, would cost every start a tenth of a second.
 */
export function methodTopics(): Plugin {
  const name = 'virtual:method-topics';
  const source = (file: string) => pathToFileURL(path.resolve('src-shared', 'contract', file)).href;
  const resolved = `\0${name}`;
  return {
    name: 'method-topics',
    resolveId: (id) => (id === name ? resolved : undefined),
    load: async (id) => {
      if (id !== resolved) return undefined;
      const {
        contract,
        windowMethods,
      }: typeof import('../../src-shared/contract/index.ts') & typeof import('../../src-shared/contract/window.ts') = {
        ...(await import(source('index.ts'))),
        ...(await import(source('window.ts'))),
      };
      const topics = Object.entries({ ...contract, ...windowMethods }).map(([method, { touches }]) => [method, touches]);
      return `export const topics = ${JSON.stringify(Object.fromEntries(topics))};`;
    },
  };
}
