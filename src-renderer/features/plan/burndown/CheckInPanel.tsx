import { useState } from 'react';
import type { CheckInView, CheckInLines as Lines } from '../../../../src-shared/contract/plan.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Note, StatusBadge, TextArea, useText, useToast } from '../../../ui/index.ts';
import classes from './burndown.module.css';
import { CheckInLines } from './CheckInLines.tsx';
import { WeekBars } from './WeekBars.tsx';

/** The week's check-in: filled from what changed, edited by a person, filed. */
export function CheckInPanel({ closedPerWeek }: { readonly closedPerWeek: readonly number[] }) {
  const t = useText();
  const checkIn = useHostQuery('plan.checkIn', {});
  return (
    <aside className={classes['panel']} aria-label={t('plan.checkIn.label')}>
      <QueryView query={checkIn}>{(view) => <CheckIn key={view.week} view={view} closedPerWeek={closedPerWeek} />}</QueryView>
    </aside>
  );
}

function CheckIn({ view, closedPerWeek }: { readonly view: CheckInView; readonly closedPerWeek: readonly number[] }) {
  const t = useText();
  const toast = useToast();
  const file = useHostCommand('plan.fileCheckIn');
  const [edited, setEdited] = useState<Lines | null>(null);
  const [noting, setNoting] = useState(false);
  const lines = edited ?? view.lines;
  const set = (change: Partial<Lines>) => setEdited({ ...lines, ...change });
  const submit = async () => {
    const without = (words: readonly string[]) => words.filter((line) => line.trim() !== '');
    const reply = await file.run({ week: view.week, lines: { ...lines, moved: without(lines.moved), next: without(lines.next) } });
    if (!reply.ok) return;
    setEdited(null);
    setNoting(false);
    toast({ message: t('plan.checkIn.done', { week: view.week }) });
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section className={classes['scroll']} aria-label={t('plan.checkIn.title', { week: view.week })} tabIndex={0}>
        <div>
          <div className={classes['panelHead']}>
            <h2>{t('plan.checkIn.title', { week: view.week })}</h2>
            <DueBadge due={view.due} />
          </div>
          <p className={classes['lead']}>
            {view.filed === null
              ? t('plan.checkIn.lead')
              : t('plan.checkIn.leadFiled', { day: formatDay(view.filed.on, t.locale), by: view.filed.by })}
          </p>
          {view.filed === null && view.earlier.length === 0 ? null : <a href="#/plan/check-ins">{t('plan.checkIns.title')}</a>}
        </div>
        <CheckInLines
          title={t('plan.checkIn.moved')}
          tone="clear"
          lines={lines.moved}
          none={t('plan.checkIn.none.moved')}
          onChange={(moved) => set({ moved: [...moved] })}
        />
        <CheckInLines
          title={t('plan.checkIn.slipped')}
          tone="review"
          fixed
          lines={lines.slipped.map((line) => line.why)}
          before={(place) => lines.slipped[place]?.title}
          after={(place) => t('plan.checkIn.days', { days: lines.slipped[place]?.days ?? 0 })}
          none={t('plan.checkIn.none.slipped')}
          onChange={(whys) => set({ slipped: lines.slipped.map((line, place) => ({ ...line, why: whys[place] ?? line.why })) })}
        />
        <CheckInLines
          title={t('plan.checkIn.next')}
          tone="next"
          lines={lines.next}
          none={t('plan.checkIn.none.next')}
          onChange={(next) => set({ next: [...next] })}
        />
        {noting || lines.note !== '' ? (
          <TextArea label={t('plan.checkIn.note')} value={lines.note} onChange={(note) => set({ note })} rows={3} maxLength={4000} />
        ) : null}
        {file.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, file.error)}
          </Note>
        )}
      </section>
      {closedPerWeek.length === 0 ? null : <WeekBars weeks={closedPerWeek} />}
      <div className={classes['foot']}>
        <Button kind="primary" busy={file.pending} onClick={() => void submit()}>
          {t('plan.checkIn.file', { week: view.week })}
        </Button>
        <Button onClick={() => setNoting(true)}>{t('plan.checkIn.addNote')}</Button>
      </div>
    </>
  );
}

function DueBadge({ due }: { readonly due: CheckInView['due'] }) {
  const t = useText();
  if (due === 'notYet') return null;
  return (
    <StatusBadge tone={due === 'filed' ? 'clear' : 'review'} small>
      {t(due === 'filed' ? 'plan.checkIn.filed' : due === 'today' ? 'plan.checkIn.due' : 'plan.checkIn.late')}
    </StatusBadge>
  );
}
