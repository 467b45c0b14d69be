import { useEffect, useState } from 'react';
import { useHostEvent } from '../host/index.ts';
import { useText } from '../ui/index.ts';
import classes from './shell.module.css';

/** Hides everything the moment a lock starts, before its work is done; the page is reloaded when it is. */
export function LockingVeil() {
  const t = useText();
  const [locking, setLocking] = useState(false);
  useHostEvent((event) => {
    if (event.type !== 'lock') return;
    const hide = event.state !== 'unlocked';
    // Set on the document at once: the next frame must not show the workspace, whatever rendering waits for.
    if (hide) document.documentElement.dataset['locking'] = '';
    else delete document.documentElement.dataset['locking'];
    setLocking(event.state === 'locking');
  });
  useEffect(
    () => () => {
      delete document.documentElement.dataset['locking'];
    },
    [],
  );
  return locking ? (
    <div className={classes['veil']} role="status">
      {t('shell.locking')}
    </div>
  ) : null;
}
