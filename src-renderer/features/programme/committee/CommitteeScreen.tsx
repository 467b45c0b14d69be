import { IconCalendarPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { MeetingSummary } from '../../../../src-shared/contract/programme.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  Page,
  PageHeader,
  Panel,
  ProgrammePlaces,
  type SimpleColumn,
  SimpleTable,
  StatusText,
  useGoOn,
  useText,
} from '../../../ui/index.ts';
import { DuePanel } from '../DuePanel.tsx';
import classes from '../programme.module.css';
import { MeetingDialog } from './MeetingDialog.tsx';

/** Meetings of the committee, planned and held, with what each decided. */
export function CommitteeScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const meetings = useHostQuery('programme.meetings', {});
  const standing = useHostQuery('programme.standing', {});
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'committee.plan',
        titleKey: 'programme.committee.plan',
        shortcut: 'N',
        run: () => setParams({ start: 'meeting' }, { replace: true }),
      },
    ],
    [setParams],
  );
  useScreenCommands(commands);
  const plan = (
    <Button kind="primary" icon={IconCalendarPlus} shortcut="N" onClick={() => setParams({ start: 'meeting' }, { replace: true })}>
      {t('programme.committee.plan')}
    </Button>
  );
  const columns: readonly SimpleColumn<MeetingSummary>[] = [
    { id: 'day', header: t('programme.committee.day'), width: 130, cell: (row) => formatDay(row.heldOn, t.locale) },
    {
      id: 'title',
      header: t('programme.committee.meeting'),
      minWidth: 220,
      cell: (row) => <a href={`#/programme/committee/${row.id}`}>{row.title}</a>,
    },
    {
      id: 'state',
      header: t('programme.assessment.view'),
      width: 160,
      cell: (row) =>
        row.overdue ? (
          <StatusText tone="review">{t('programme.committee.overdue')}</StatusText>
        ) : (
          <StatusText tone={row.state === 'held' ? 'clear' : 'info'}>{t(`programme.committee.state.${row.state}`)}</StatusText>
        ),
    },
    { id: 'chair', header: t('programme.committee.chair'), width: 170, fold: { under: 'title', order: 0 }, cell: (row) => row.chair },
    {
      id: 'present',
      header: t('programme.committee.present'),
      width: 90,
      align: 'end',
      cell: (row) => <span className="figures">{row.attendees}</span>,
    },
    {
      id: 'decisions',
      header: t('programme.committee.decisions'),
      width: 190,
      cell: (row) => t('programme.committee.count', { decisions: row.decisions, actions: row.actions }),
    },
  ];
  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={meetings.data === undefined ? undefined : t('programme.committee.subtitle', { count: meetings.data.length })}
          actions={plan}
        >
          <ProgrammePlaces here="committee" />
        </PageHeader>
      }
    >
      <QueryView query={meetings}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('programme.committee.empty')} actions={plan}>
              {t('programme.committee.emptyText')}
            </EmptyState>
          ) : (
            <div className={classes['stack']}>
              {standing.data === undefined || standing.data.committee.next !== null ? null : <DuePanel due={standing.data.committee.due} />}
              <Panel title={t('programme.committee.meetings')}>
                <SimpleTable
                  label={t('programme.committee.meetings')}
                  columns={columns}
                  groups={[{ id: 'all', rows: list }]}
                  rowKey={(row) => row.id}
                  place="panel"
                  onPress={(row) => void navigate(`/programme/committee/${row.id}`)}
                />
              </Panel>
            </div>
          )
        }
      </QueryView>
      {params.get('start') === 'meeting' ? (
        <MeetingDialog
          meeting={null}
          onClose={() => setParams({}, { replace: true })}
          onSaved={(id) => goOn(`/programme/committee/${id}`)}
        />
      ) : null}
    </Page>
  );
}
