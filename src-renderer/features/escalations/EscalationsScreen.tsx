import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { EscalatedCase } from '../../../src-shared/contract/escalations.ts';
import { insideSentence } from '../../../src-shared/text/bidi.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { AnswerDialog, Outcome, QueryView, useHostQuery } from '../../host/index.ts';
import { Button, EmptyState, Page, PageHeader, Pager, recordHref, Select, SimpleTable, StatusText, Tabs, useText } from '../../ui/index.ts';
import classes from './escalations.module.css';

const pageSize = 100;
const everybody = '*';

/** Everything that was passed on: what waits, for whom and since when, and what came of the rest. */
export function EscalationsScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [offset, setOffset] = useState(0);
  const [answering, setAnswering] = useState<EscalatedCase | null>(null);
  const open = params.get('view') !== 'closed';
  const to = params.get('to');
  const list = useHostQuery('escalations.list', { open, to, offset, limit: pageSize }, { keepPrevious: true });
  const go = (view: 'open' | 'answered', whom: string | null) => {
    setOffset(0);
    setParams({ ...(view === 'open' ? {} : { view: 'closed' }), ...(whom === null ? {} : { to: whom }) }, { replace: true });
  };
  const view = open ? 'open' : 'answered';
  return (
    <Page
      header={
        <PageHeader title={t('escalations.title')} subtitle={t('escalations.lead')}>
          <Tabs<'open' | 'answered'>
            label={t('escalations.title')}
            active={view}
            onChange={(next) => go(next, to)}
            tabs={(['open', 'answered'] as const).map((id) => ({
              id,
              label: t(`escalations.${id}`),
              ...(list.data === undefined ? {} : { count: list.data[id] }),
            }))}
          />
        </PageHeader>
      }
    >
      <div className={classes['padded']}>
        <QueryView query={list} rows={5}>
          {({ rows, total, waitingFor }) => (
            <>
              <div className={classes['filter']}>
                <Select
                  label={t(open ? 'escalations.whom' : 'escalations.column.to')}
                  size="small"
                  value={to ?? everybody}
                  options={[
                    { value: everybody, label: t('escalations.everybody') },
                    ...[...new Set([...waitingFor.map((one) => one.to), ...(to === null ? [] : [to])])].map((name) => ({
                      value: name,
                      label: name,
                    })),
                  ]}
                  onChange={(next) => go(view, next === everybody ? null : next)}
                />
              </div>
              {total === 0 ? (
                <EmptyState
                  title={
                    to !== null
                      ? t(`escalations.noneOf.${view}`, { to: insideSentence(to) })
                      : t(open ? 'escalations.none' : 'escalations.noneClosed')
                  }
                >
                  {to === null ? (
                    t('escalations.noneText')
                  ) : (
                    <Button size="small" onClick={() => go(view, null)}>
                      {t('escalations.showEverybody')}
                    </Button>
                  )}
                </EmptyState>
              ) : (
                <EscalationTable rows={rows} onAnswer={setAnswering} />
              )}
              <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset} />
            </>
          )}
        </QueryView>
      </div>
      {answering === null ? null : <AnswerDialog escalation={answering} onClose={() => setAnswering(null)} />}
    </Page>
  );
}

interface EscalationTableProps {
  readonly rows: readonly EscalatedCase[];
  readonly onAnswer: (escalation: EscalatedCase) => void;
}

function EscalationTable({ rows, onAnswer }: EscalationTableProps) {
  const t = useText();
  return (
    <SimpleTable<EscalatedCase>
      label={t('escalations.title')}
      place="inline"
      groups={[{ id: 'all', rows }]}
      rowKey={(one) => one.id}
      columns={[
        {
          id: 'about',
          header: t('escalations.column.about'),
          minWidth: 200,
          cell: (one) =>
            one.restricted ? (
              <a href={`#${recordHref(one.record)}`}>{t('escalations.staff')}</a>
            ) : one.title === '' ? (
              <span className="muted">{t('escalations.gone')}</span>
            ) : (
              <a href={`#${recordHref(one.record)}`}>
                <bdi>{one.title}</bdi>
              </a>
            ),
        },
        {
          id: 'to',
          header: t('escalations.column.to'),
          width: 190,
          cell: (one) => (
            <span className={classes['stack']}>
              <bdi>{one.to}</bdi>
              {one.role === null ? null : <span className="caption muted">{t(`role.${one.role}`)}</span>}
            </span>
          ),
        },
        {
          id: 'ask',
          header: t('escalations.column.ask'),
          minWidth: 220,
          cell: (one) => (
            <span className={classes['stack']}>
              <span dir="auto">{one.ask}</span>
              <Outcome escalation={one} />
            </span>
          ),
        },
        {
          id: 'age',
          header: t('escalations.column.age'),
          width: 100,
          cell: (one) => (one.closed === null ? t('escalations.age', { days: one.ageDays }) : formatDay(one.askedOn, t.locale)),
        },
        {
          id: 'due',
          header: t('escalations.column.due'),
          width: 160,
          cell: (one) =>
            one.dueOn === null ? null : one.overdue ? (
              <StatusText tone="review">{t('escalations.late', { day: formatDay(one.dueOn, t.locale) })}</StatusText>
            ) : (
              formatDay(one.dueOn, t.locale)
            ),
        },
        {
          id: 'do',
          header: '',
          width: 96,
          align: 'end',
          cell: (one) =>
            one.closed === null ? (
              <Button size="small" onClick={() => onAnswer(one)}>
                {t('escalations.answer')}
                <span className="visually-hidden">: {one.to}</span>
              </Button>
            ) : null,
        },
      ]}
    />
  );
}
