import { existsSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import type { Plugin } from 'vite';
import { methodTopics } from './tools/lib/method-topics.ts';

// Everything is bundled except Electron itself and the SQLite driver, whose binaries must stay files.
const external = ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map((name) => `node:${name}`)];

const mainEntries = {
  main: 'src-main/electron/main.ts',
  core: 'src-main/workers/core.ts',
  reader: 'src-main/workers/reader.ts',
  pool: 'src-main/workers/pool.ts',
  cli: 'src-main/cli/main.ts',
};
const preloadEntries = { preload: 'src-main/electron/preload.ts' };
const rendererEntries = { index: 'src-renderer/index.html' };

const present = (entries: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).filter(([, file]) => existsSync(file)));

/** `GATEHOUSE_TARGETS=main,preload` builds only those parts; the command line needs no window. */
function isWanted(target: string, entries: Record<string, string>): boolean {
  const chosen = process.env['GATEHOUSE_TARGETS']?.split(',');
  return (chosen === undefined || chosen.includes(target)) && Object.keys(present(entries)).length > 0;
}

/** Puts the program that draws pages of PDF files beside the reader thread, which loads it when a page is asked for. */
function pageDrawer(): Plugin {
  return {
    name: 'page-drawer',
    generateBundle() {
      const source = readFileSync(path.resolve('node_modules/@hyzyla/pdfium/dist/pdfium.wasm'));
      this.emitFile({ type: 'asset', fileName: 'pdfium.wasm', source });
    },
  };
}

export default defineConfig({
  ...(isWanted('main', mainEntries) && {
    main: {
      plugins: [pageDrawer()],
      build: {
        outDir: 'out/main',
        target: 'node20',
        externalizeDeps: false,
        sourcemap: false,
        minify: false,
        rolldownOptions: {
          input: present(mainEntries),
          external,
          output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
        },
      },
    },
  }),
  ...(isWanted('preload', preloadEntries) && {
    preload: {
      build: {
        outDir: 'out/preload',
        target: 'node20',
        externalizeDeps: false,
        sourcemap: false,
        minify: false,
        rolldownOptions: {
          input: present(preloadEntries),
          external: ['electron'],
          output: { format: 'cjs', entryFileNames: '[name].cjs' },
        },
      },
    },
  }),
  ...(isWanted('renderer', rendererEntries) && {
    renderer: {
      root: 'src-renderer',
      base: './',
      plugins: [react(), methodTopics()],
      build: {
        outDir: 'out/renderer',
        target: 'chrome130',
        sourcemap: false,
        // The page is read through our own protocol and compiled at every start: half the bytes, half the wait.
        minify: true,
        // One sheet, so that the order of the rules does not depend on which room was opened first.
        cssCodeSplit: false,
        // Inlined files would be data: addresses, which the content policy refuses for fonts.
        assetsInlineLimit: 0,
        modulePreload: { polyfill: false },
        chunkSizeWarningLimit: 3000,
        rolldownOptions: { input: present(rendererEntries) },
      },
    },
  }),
});
