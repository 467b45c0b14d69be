import type { AppWindow } from './app-window.ts';

export interface DemoWorkspace {
  /** Names of a few of its assets, as screens show them. */
  readonly names: readonly string[];
}

/** Opens the demo workspace the quick way, through the host, and waits until the page has noticed. */
export async function openDemo(window: AppWindow): Promise<DemoWorkspace> {
  await window.call('workspace.demo', { parent: null });
  return { names: [] };
}
