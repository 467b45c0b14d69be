import classes from './Button.module.css';
import { shortcutKeys } from './shortcut.ts';

/** The keys of a shortcut as caps: `Mod+K`, `G M`, `Enter`. */
export function Kbd({ shortcut }: { readonly shortcut: string }) {
  const keys = shortcutKeys(shortcut);
  return shortcut.includes(' ') ? (
    <span className={classes['keys']}>
      {/* biome-ignore-start lint/suspicious/noArrayIndexKey: the keys of a shortcut never move, and two may be alike */}
      {keys.map((key, place) => (
        <kbd key={`${place}-${key}`} className={classes['kbd']}>
          {key}
        </kbd>
      ))}
      {/* biome-ignore-end lint/suspicious/noArrayIndexKey: see above */}
    </span>
  ) : (
    <kbd className={classes['kbd']}>{keys.join(' ')}</kbd>
  );
}
