import { useEffect, useRef } from 'react';
import { isTyping, matchesShortcut } from '../ui/index.ts';
import type { Command } from './commands.tsx';

const SEQUENCE_MS = 1500;

/**
 * Runs commands by their keys. Keys with Mod work everywhere; single letters and sequences (`G` then `M`) only where no
 * text is being typed and no dialog is open.
 */
export function useCommandKeys(commands: readonly Command[], run: (command: Command) => void): void {
  const latest = useRef({ commands, run });
  latest.current = { commands, run };
  useEffect(() => {
    let prefix: { readonly key: string; readonly at: number } | null = null;
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const { commands: known, run: start } = latest.current;
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
      // F1 and its like are never text.
      const isText = plain && !/^F\d+$/.test(event.key);
      if ((isText && isTyping(event.target)) || (plain && isDialogOpen())) return;
      const sequence = prefix !== null && event.timeStamp - prefix.at < SEQUENCE_MS ? `${prefix.key} ${event.key.toUpperCase()}` : null;
      prefix = null;
      const found = known.find(
        ({ shortcut }) =>
          shortcut !== undefined && (shortcut === sequence || (!shortcut.includes(' ') && matchesShortcut(event, shortcut))),
      );
      if (found !== undefined) {
        event.preventDefault();
        start(found);
      } else if (plain && known.some(({ shortcut }) => shortcut?.startsWith(`${event.key.toUpperCase()} `) === true)) {
        prefix = { key: event.key.toUpperCase(), at: event.timeStamp };
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}

function isDialogOpen(): boolean {
  return document.querySelector('[role="dialog"]') !== null;
}
