import type { RouteObject } from 'react-router';
import type { MessageKey } from '../../src-shared/text/en/index.ts';
import type { IconType } from '../ui/index.ts';
import type { Command } from './commands.tsx';

/** A room in the sidebar. Only rooms that exist are listed; there is no "coming soon". */
export interface NavigationEntry {
  readonly id: string;
  readonly titleKey: MessageKey;
  readonly icon: IconType;
  /** `/models` */
  readonly path: string;
  /** Other addresses of the room, `/lists`: it is marked there too. */
  readonly alsoAt?: readonly string[];
  readonly group: 'top' | 'inventory' | 'checks' | 'programme' | 'foot';
  readonly order: number;
  /** Letter after `G`. */
  readonly goKey?: string;
  /** Hook that counts the work waiting there, never a total; null while unknown. */
  readonly useWaiting?: () => number | null;
}

/** What a feature gives the shell from its `index.ts`. Screens are not part of it: they come with `load`. */
export interface Feature {
  /** Fetches the screens, for when a person is about to go there. Absent where they come with the shell. */
  readonly load?: () => Promise<void>;
  readonly routes: readonly RouteObject[];
  readonly commands: readonly Command[];
  readonly navigation: readonly NavigationEntry[];
}
