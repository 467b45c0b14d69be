import type { TransferDetail } from '../../../src-shared/contract/transfers.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { checkNamed } from '../../../src-shared/text/transfers.ts';
import { Section, useText } from '../../ui/index.ts';
import classes from './transfers.module.css';

/** Who cleared, held, released or stopped it, when and why, the newest first. */
export function Decisions({ transfer: { decisions, checks } }: { readonly transfer: TransferDetail }) {
  const t = useText();
  return (
    <Section title={t('transfers.decisions')}>
      {decisions.length === 0 ? (
        <p className="muted">{t('transfers.decision.none')}</p>
      ) : (
        <ul className={classes['decisions']}>
          {decisions.map(({ id, kind, by, on, reason, goneOn, afterTheFact, open }) => (
            <li key={id}>
              <span>
                <b className="medium">{t(afterTheFact ? 'transfers.decision.afterTheFact' : `transfers.decision.${kind}`)}</b>{' '}
                <span className="muted">
                  {t('transfers.decision.by', { by: by || t('transfers.decision.nobody'), day: formatDay(goneOn ?? on, t.locale) })}
                </span>
              </span>
              {reason === '' ? null : <span>{reason}</span>}
              {open.length === 0 ? null : (
                <ul className="muted">
                  {open.map((one) => (
                    <li key={one.key}>{t('transfers.decision.open', { check: checkNamed(t, checks, one.key), reason: one.reason })}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
