import type { ExposureView, IncidentColumns } from '../../../../src-shared/contract/cases.ts';
import type { CitedSource } from '../../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { penaltiesSaid } from '../../../../src-shared/text/incident.ts';
import { ArithmeticWell, MathText, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';

/** What a matter may cost at most under the rules: both kinds apart, each with its sum, source and confidence. Never a forecast. */
export function ExposurePart({ exposure, columns }: { readonly exposure: ExposureView; readonly columns: IncidentColumns }) {
  const t = useText();
  return (
    <>
      <h3>{t('cases.exposure.title', { on: formatDay(exposure.on, t.locale) })}</h3>
      <p className={classes['small']}>{t('cases.exposure.never')}</p>
      <div className={classes['ceiling']}>
        {penaltiesSaid(exposure, columns, t).map((penalty) => (
          <article key={penalty.id} aria-label={penalty.title}>
            <b className="medium">{penalty.title}</b>
            <span className={classes['most']}>{penalty.most}</span>
            <span>{penalty.says}</span>
            {penalty.formula.length === 0 ? null : (
              <ArithmeticWell>
                <span className={classes['formula']}>
                  {penalty.formula.map((line) => (
                    <span key={line}>
                      <MathText>{line}</MathText>
                    </span>
                  ))}
                </span>
              </ArithmeticWell>
            )}
            {penalty.limits.map((limit) => (
              <span key={limit} className={classes['small']}>
                {limit}
              </span>
            ))}
            {penalty.amount === '' ? null : (
              <span className={classes['small']}>
                {penalty.amount}{' '}
                {penalty.check === null ? null : <a href={`#/rules/watch?item=${penalty.check}`}>{t('cases.exposure.check')}</a>}
              </span>
            )}
            <Sources sources={penalty.sources} confidence={t(`confidence.${penalty.confidence}`)} />
          </article>
        ))}
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
