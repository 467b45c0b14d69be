import type { ExposureView, IncidentColumns } from '../../../../src-shared/contract/cases.ts';
import type { CitedSource } from '../../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { ArithmeticWell, MathText, type ProductText, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { figure } from '../words.tsx';

/** What a matter may cost at most under the rules: both kinds apart, each with its sum, source and confidence. Never a forecast. */
export function ExposurePart({ exposure, columns }: { readonly exposure: ExposureView; readonly columns: IncidentColumns }) {
  const t = useText();
  const { administrative, criminal } = exposure;
  const value = columns.valueHighUsd ?? columns.valueLowUsd;
  return (
    <>
      <h3>{t('cases.exposure.title', { on: formatDay(exposure.on, t.locale) })}</h3>
      <p className={classes['small']}>{t('cases.exposure.never')}</p>
      <div className={classes['ceiling']}>
        <article aria-label={administrative.title}>
          <b className="medium">{administrative.title}</b>
          <span className={classes['most']}>
            {administrative.total === null ? t('cases.exposure.noAmount') : most(t, administrative.total)}
          </span>
          <span>{administrative.says}</span>
          {administrative.formula.length === 0 ? null : (
            <ArithmeticWell>
              <span className={classes['formula']}>
                {administrative.formula.map((line) => (
                  <span key={line}>
                    <MathText>{line}</MathText>
                  </span>
                ))}
              </span>
            </ArithmeticWell>
          )}
          {exposure.counted ? null : <span className={classes['small']}>{t('cases.exposure.assumed')}</span>}
          {value === null && administrative.total !== null ? (
            <span className={classes['small']}>{t('cases.exposure.valueOpen')}</span>
          ) : null}
          {administrative.amount === null ? null : (
            <span className={classes['small']}>
              {t('cases.exposure.amountFrom', {
                amount: figure(t, administrative.amount.value),
                from: formatDay(administrative.amount.from, t.locale),
              })}
              {'. '}
              {administrative.amount.note}{' '}
              {administrative.check === null ? null : (
                <a href={`#/rules/watch?item=${administrative.check}`}>{t('cases.exposure.check')}</a>
              )}
            </span>
          )}
          <Sources sources={administrative.sources} confidence={t(`confidence.${administrative.confidence}`)} />
        </article>
        <article aria-label={criminal.title}>
          <b className="medium">{criminal.title}</b>
          <span className={classes['most']}>
            {criminal.amount === null
              ? t('cases.exposure.noAmount')
              : t('cases.exposure.criminal', { amount: figure(t, criminal.amount.value), years: criminal.imprisonmentYears })}
          </span>
          <span>{t('cases.exposure.criminalOnly')}</span>
          <span className={classes['small']}>{t('cases.exposure.notSummed')}</span>
          {criminal.amount?.note === undefined ? null : <span className={classes['small']}>{criminal.amount.note}</span>}
          <Sources sources={criminal.sources} confidence={t(`confidence.${criminal.confidence}`)} />
        </article>
      </div>
      <ul className={classes['bullets']}>
        {exposure.others.map(({ id, title, source, confidence }) => (
          <li key={id}>
            {title}{' '}
            <span className={classes['small']}>
              ({source.locator}. {t(`confidence.${confidence}`)})
            </span>
          </li>
        ))}
        {exposure.notes.map(({ id, text, source, confidence }) => (
          <li key={id}>
            {text}{' '}
            <span className={classes['small']}>
              ({source.locator}. {t(`confidence.${confidence}`)})
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

function most(t: ProductText, { low, high }: { readonly low: number; readonly high: number | null }): string {
  if (high === null) return t('cases.exposure.openEnd', { low: figure(t, low) });
  return low === high
    ? t('cases.exposure.usd', { amount: figure(t, low) })
    : t('cases.exposure.range', { low: figure(t, low), high: figure(t, high) });
}

/** Where a statement comes from; what is only claimed is marked, and the weakest confidence said in words. */
function Sources({ sources, confidence }: { readonly sources: readonly CitedSource[]; readonly confidence: string }) {
  return (
    <span className={classes['small']}>
      {sources.map((source, place) => (
        <span key={source.locator}>
          {place > 0 ? '; ' : ''}
          <span className={source.standing === 'verified' ? undefined : 'claimed'} title={source.reference}>
            {source.locator}
          </span>
        </span>
      ))}
      . {confidence}.
    </span>
  );
}
