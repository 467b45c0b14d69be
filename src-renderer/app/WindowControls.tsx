import { IconMinus, IconSquare, IconSquares, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { callHost, useHostQuery } from '../host/index.ts';
import { Icon, useText } from '../ui/index.ts';
import classes from './shell.module.css';

/** Minimise, maximise, close, where the page has to draw them itself. */
export function WindowControls() {
  const t = useText();
  const { data: state, refetch } = useHostQuery('window.state', {});
  useEffect(() => {
    const resized = () => void refetch();
    window.addEventListener('resize', resized);
    return () => window.removeEventListener('resize', resized);
  }, [refetch]);
  if (state?.ownControls !== true) return null;
  const size = state.maximised ? t('shell.restore') : t('shell.maximise');
  return (
    <span className={classes['controls']}>
      <button type="button" aria-label={t('shell.minimise')} onClick={() => void callHost('window.minimise', {})}>
        <Icon of={IconMinus} size={14} />
      </button>
      <button type="button" aria-label={size} onClick={() => void callHost('window.toggleMaximise', {})}>
        <Icon of={state.maximised ? IconSquares : IconSquare} size={14} />
      </button>
      <button type="button" data-close="" aria-label={t('shell.closeWindow')} onClick={() => void callHost('window.close', {})}>
        <Icon of={IconX} size={14} />
      </button>
    </span>
  );
}
