import { IconAdjustments } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { type OutputOf, QueryView, useHostQuery, vettingTones } from '../../host/index.ts';
import { Button, EmptyState, Page, PageHeader, Pager, recordHref, SimpleTable, StatusText, Tabs, useText } from '../../ui/index.ts';
import { RulesDialog } from './RulesDialog.tsx';
import classes from './vetting.module.css';

type Row = OutputOf<'vetting.due'>['rows'][number];
type Who = 'parties' | 'people';
const pageSize = 100;

/** Everything that is expected and waits, of parties and of staff: what came out badly first, then the longest overdue. */
export function DueScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [offset, setOffset] = useState(0);
  const who: Who = params.get('who') === 'people' ? 'people' : 'parties';
  const asked = params.get('rules') === 'yes';
  const due = useHostQuery('vetting.due', { who, offset, limit: pageSize }, { keepPrevious: true });
  const go = (next: Who, rules: boolean) =>
    setParams({ ...(next === 'people' ? { who: next } : {}), ...(rules ? { rules: 'yes' } : {}) }, { replace: true });
  return (
    <Page
      header={
        <PageHeader
          title={t('vetting.due.title')}
          crumbs={[{ label: t('parties.title'), href: '#/parties' }, { label: t('vetting.due.title') }]}
          subtitle={t('vetting.due.lead')}
          actions={
            <Button icon={IconAdjustments} onClick={() => go(who, true)}>
              {t('vetting.rules.title')}
            </Button>
          }
        >
          <Tabs<Who>
            label={t('vetting.due.title')}
            active={who}
            onChange={(next) => {
              setOffset(0);
              go(next, false);
            }}
            tabs={(['parties', 'people'] as const).map((id) => ({
              id,
              label: t(`vetting.due.${id}`),
              ...(due.data === undefined ? {} : { count: due.data[id] }),
            }))}
          />
        </PageHeader>
      }
    >
      <div className={classes['padded']}>
        <QueryView query={due} rows={6}>
          {({ rows, total }) =>
            total === 0 ? (
              <EmptyState title={t('vetting.due.none')}>{t('vetting.due.noneText')}</EmptyState>
            ) : (
              <>
                <SimpleTable<Row>
                  label={t('vetting.due.title')}
                  place="inline"
                  groups={[{ id: 'due', rows }]}
                  rowKey={({ subject, standing }) => `${subject.id} ${standing.kind}`}
                  columns={[
                    {
                      id: 'who',
                      header: t('vetting.column.who'),
                      minWidth: 220,
                      cell: ({ subject, name }) => <a href={`#${recordHref(subject)}?tab=checks`}>{name}</a>,
                    },
                    {
                      id: 'kind',
                      header: t('vetting.column.kind'),
                      width: 260,
                      cell: ({ standing }) => t(`vetting.kind.${standing.kind}`),
                    },
                    {
                      id: 'state',
                      header: t('vetting.column.state'),
                      width: 160,
                      cell: ({ standing }) => (
                        <StatusText tone={vettingTones[standing.state]}>{t(`vetting.state.${standing.state}`)}</StatusText>
                      ),
                    },
                    {
                      id: 'due',
                      header: t('vetting.column.next'),
                      width: 130,
                      cell: ({ standing }) => (standing.dueOn === null ? '' : formatDay(standing.dueOn, t.locale)),
                    },
                  ]}
                />
                <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset} />
              </>
            )
          }
        </QueryView>
      </div>
      {asked ? <RulesDialog onClose={() => go(who, false)} /> : null}
    </Page>
  );
}
