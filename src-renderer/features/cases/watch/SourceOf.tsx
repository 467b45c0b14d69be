import type { CitedSource } from '../../../../src-shared/contract/rulelibrary.ts';
import type { Confidence } from '../../../../src-shared/model/citation.ts';
import { useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';

/** A source with its full reference, its date, how it was read, and how well the statement is known. */
export function SourceOf({ source, confidence }: { readonly source: CitedSource; readonly confidence: Confidence }) {
  const t = useText();
  return (
    <p className={classes['twoLines']}>
      <span className={source.standing === 'verified' ? undefined : 'claimed'}>{source.locator}</span>
      <span className={classes['small']}>{[source.reference, source.asOf ?? ''].filter((part) => part !== '').join(', ')}</span>
      <span className={classes['small']}>{source.how}</span>
      <span className={classes['small']}>
        {t('watch.confidence')}: {t(`confidence.${confidence}`)}
      </span>
    </p>
  );
}
