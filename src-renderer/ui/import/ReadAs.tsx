import { useText } from '../text.tsx';
import classes from './import.module.css';

interface ReadAsProps {
  /** `to: null` cannot be read with the present answers. */
  readonly samples: readonly { readonly from: string; readonly to: string | null }[];
  readonly title?: string;
}

/** What samples become: as written at the left, as read at the right. */
export function ReadAs({ samples, title }: ReadAsProps) {
  const t = useText();
  if (samples.length === 0) return null;
  return (
    <div>
      <h3>{title ?? t('imports.ui.readAs')}</h3>
      <dl className={classes['readAs']}>
        {samples.map(({ from, to }) => (
          <div key={from} data-doubt={to === null ? '' : undefined}>
            <dt>{from}</dt>
            <dd>{to ?? t('imports.ui.notRead')}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Sample values of a column: as many whole ones as fit on two lines. */
export function Samples({ values }: { readonly values: readonly string[] }) {
  const t = useText();
  return (
    <span className={classes['samples']}>
      {values.length === 0 ? t('imports.ui.emptySample') : values.map((value) => <span key={value}>{value}</span>)}
    </span>
  );
}
