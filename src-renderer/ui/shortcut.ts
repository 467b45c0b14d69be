const isMac = typeof navigator !== 'undefined' && navigator.userAgent.includes('Mac OS');

const NAMES: Readonly<Record<string, string>> = {
  Mod: isMac ? '⌘' : 'Ctrl',
  Shift: isMac ? '⇧' : 'Shift',
  Alt: isMac ? '⌥' : 'Alt',
  Enter: '↵',
  Escape: 'Esc',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Space: 'Space',
};

/** The keys of a shortcut as printed on this machine's keyboard: `Mod+K` gives `['Ctrl', 'K']`, `G M` gives `['G', 'M']`. */
export function shortcutKeys(shortcut: string): readonly string[] {
  if (shortcut === 'Enter') return ['Enter'];
  return shortcut.split(/[+ ]/).map((key) => NAMES[key] ?? key);
}

/** `aria-keyshortcuts` form: `Mod+K` gives `Control+K` or `Meta+K`. Sequences have no such form and give undefined. */
export function ariaShortcut(shortcut: string | undefined): string | undefined {
  if (shortcut === undefined || shortcut.includes(' ')) return undefined;
  return shortcut.replace('Mod', isMac ? 'Meta' : 'Control');
}

/** Whether a key press is the shortcut. `Mod` is Command on a Mac and Control elsewhere. */
export function matchesShortcut(event: KeyboardEvent, shortcut: string): boolean {
  const keys = shortcut.split('+');
  const key = keys.at(-1) ?? '';
  const wants = (name: string) => keys.includes(name);
  const mod = isMac ? event.metaKey : event.ctrlKey;
  const other = isMac ? event.ctrlKey : event.metaKey;
  if (wants('Mod') !== mod || other || wants('Alt') !== event.altKey) return false;
  // "?" and its like are typed with Shift on most keyboards, so Shift only counts for letters, digits and named keys.
  const isSign = key.length === 1 && !/[a-z0-9]/i.test(key);
  if (!isSign && wants('Shift') !== event.shiftKey) return false;
  return event.key.toLowerCase() === (key === 'Space' ? ' ' : key.toLowerCase());
}

/** Whether the press goes to something that takes text, where single letters must stay letters. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return true;
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'submit', 'range'].includes(target.type);
}
