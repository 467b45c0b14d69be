import { IconArrowUpRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { EscalatedCase } from '../../../src-shared/contract/escalations.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { insideSentence } from '../../../src-shared/text/bidi.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { Button, Section, StatusText, useText } from '../../ui/index.ts';
import { useHostQuery } from '../hooks.ts';
import { AnswerDialog, PassOnDialog } from './Dialogs.tsx';
import classes from './escalations.module.css';

interface EscalationsOfProps {
  readonly record: RecordRef;
  /** What a new question says at first. */
  readonly ask?: string;
  /** Left out where passing on is a decision of its own. */
  readonly canAsk?: boolean;
}

/** To whom a record was passed on, with what question, since when, and the answer. Shows nothing where there is none and none can be asked here. */
export function EscalationsOf({ record, ask = '', canAsk = true }: EscalationsOfProps) {
  const t = useText();
  const of = useHostQuery('escalations.of', { record });
  const [asking, setAsking] = useState(false);
  const [answering, setAnswering] = useState<EscalatedCase | null>(null);
  const rows = of.data ?? [];
  if (rows.length === 0 && !canAsk) return null;
  return (
    <Section
      title={t('escalations.title')}
      aside={
        canAsk ? (
          <Button size="small" icon={IconArrowUpRight} onClick={() => setAsking(true)}>
            {t('escalations.ask')}
          </Button>
        ) : undefined
      }
    >
      {rows.length === 0 ? <p className="muted">{t('escalations.noneHere')}</p> : null}
      <ul className={classes['list']}>
        {rows.map((one) => (
          <li key={one.id}>
            <span className={classes['head']}>
              <b className="medium">
                {t('escalations.toWhom', { to: insideSentence(one.to), role: one.role === null ? 'none' : t(`role.${one.role}`) })}
              </b>
              <span className="muted">{t('escalations.asked', { by: insideSentence(one.by), day: formatDay(one.askedOn, t.locale) })}</span>
              {one.closed === null ? (
                <>
                  <StatusText tone="review">
                    {one.overdue && one.dueOn !== null
                      ? t('escalations.late', { day: formatDay(one.dueOn, t.locale) })
                      : t('escalations.waits', { days: one.ageDays })}
                  </StatusText>
                  <Button size="small" onClick={() => setAnswering(one)}>
                    {t('escalations.answer')}
                    <span className="visually-hidden">: {one.to}</span>
                  </Button>
                </>
              ) : null}
            </span>
            <span dir="auto">{one.ask}</span>
            {one.path === '' ? null : <span className="caption muted">{t('escalations.path', { path: one.path })}</span>}
            <Outcome escalation={one} />
          </li>
        ))}
      </ul>
      {asking ? <PassOnDialog record={record} ask={ask} onClose={() => setAsking(false)} /> : null}
      {answering === null ? null : <AnswerDialog escalation={answering} onClose={() => setAnswering(null)} />}
    </Section>
  );
}

/** How a question was closed; nothing while it is open. */
export function Outcome({ escalation }: { readonly escalation: EscalatedCase }) {
  const t = useText();
  const { closed, answeredOn } = escalation;
  if (closed === null || answeredOn === null) return null;
  const [by, answer] = [insideSentence(escalation.answeredBy), insideSentence(escalation.answer)];
  const day = formatDay(answeredOn, t.locale);
  return (
    <span>{closed === 'answer' ? t('escalations.closedAnswer', { by, day, answer }) : t('escalations.closedDecision', { by, day })}</span>
  );
}
