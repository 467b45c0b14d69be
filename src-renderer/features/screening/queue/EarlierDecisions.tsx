import { IconHistory } from '@tabler/icons-react';
import type { HitDecision, HitDetail } from '../../../../src-shared/contract/screening.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EscalationsOf } from '../../../host/index.ts';
import { Note, useText } from '../../../ui/index.ts';

/** The last decision about this hit, whether it still holds and, if not, what changed, and whom it was passed on to. Older ones stand in the history. */
export function EarlierDecisions({ hit }: { readonly hit: HitDetail }) {
  const [last] = hit.decisions;
  return (
    <>
      {last === undefined || last.verdict === 'reopen' ? null : (
        <Note tone="quiet" icon={IconHistory}>
          <DecisionWords decision={last} />
        </Note>
      )}
      <EscalationsOf record={{ kind: 'screeningHit', id: hit.id }} canAsk={false} />
    </>
  );
}

/** One decision in sentences: who, when, why, the second person's word, and why it lapsed. */
export function DecisionWords({ decision }: { readonly decision: HitDecision }) {
  const t = useText();
  const day = (instant: string) => formatDay(instant.slice(0, 10), t.locale);
  const { second, lapsed } = decision;
  return (
    <>
      {t(`screening.decided.${decision.verdict}`, {
        day: day(decision.at),
        by: decision.by,
        reason: t(`screening.reason.${decision.reason}`),
      })}{' '}
      {decision.note === '' ? null : `“${decision.note}” `}
      {second === null
        ? null
        : `${t('screening.decided.second', { agree: String(second.agree), by: second.by, day: day(second.at) })} ${second.note === '' ? '' : `“${second.note}” `}`}
      {lapsed === null ? null : (
        <>
          <b className="medium">{t('screening.decided.lapsed')}</b>{' '}
          {t('screening.decided.lapsedWhy', { day: day(lapsed.at), why: lapsed.why })}
        </>
      )}
    </>
  );
}
