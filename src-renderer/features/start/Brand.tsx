import { Logo, useText } from '../../ui/index.ts';
import classes from './start.module.css';

/** Mark, name and what it is. */
export function Brand() {
  const t = useText();
  return (
    <div className={classes['brand']}>
      <Logo size={26} />
      <div>
        <b>{t('app.name')}</b>
        <span className="caption muted">{t('app.what')}</span>
      </div>
    </div>
  );
}
