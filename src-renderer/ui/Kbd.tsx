import classes from './Button.module.css';
import { shortcutKeys } from './shortcut.ts';

/** The keys of a shortcut as caps: `Mod+K`, `G M`, `Enter`. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  const keys = shortcutKeys(shortcut);
  return shortcut.includes(' ') ? (
    <span className={classes['keys']}>
      {keys.map((key, place) => (
        <kbd key={`${place}-${key}`} className={classes['kbd']}>
          {key}
        </kbd>
      ))}
    </span>
  ) : (
    <kbd className={classes['kbd']}>{keys.join(' ')}</kbd>
  );
}
