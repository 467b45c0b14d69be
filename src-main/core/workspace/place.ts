import { createHash } from 'node:crypto';
import type { WorkspaceHeader } from './header.ts';
import { type KnownWorkspace, nameFromFolder } from './machine.ts';

/** The chosen workspace, whether locked or open. */
export interface Selected {
  /** Names folder and workspace together on this computer: a copy has the same workspace id elsewhere. */
  readonly placeId: string;
  readonly folder: string;
  readonly header: WorkspaceHeader;
  readonly known: KnownWorkspace | undefined;
}

/** What to call the chosen workspace: by memory when it was opened here before, else by its folder. */
export function cardOf(place: Selected): Pick<KnownWorkspace, 'name' | 'color' | 'kind'> {
  return place.known ?? { name: nameFromFolder(place.folder), color: 'slate', kind: 'live' };
}

/** Names folder and workspace together. */
export function placeIdOf(folder: string, id: string): string {
  return createHash('sha256').update(`${id}\0${folder}`).digest('hex').slice(0, 24);
}
