import { IconAdjustments, IconPlayerPlay, IconShieldQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { RiskSummaryView } from '../../../../src-shared/contract/programme.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
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
import { SettingsDialog } from '../SettingsDialog.tsx';
import { RiskPicture } from './RiskPicture.tsx';
import { StartRiskDialog } from './StartRiskDialog.tsx';

/** Risk assessments: when the next is due and why, what the last one left, and every one made. */
export function RisksScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const risks = useHostQuery('programme.risks', {});
  const settings = useHostQuery('programme.settings', {});
  const draft = risks.data?.list.find(({ state }) => state === 'draft');
  const begin = () => setParams({ start: 'risk' }, { replace: true });
  const latest = risks.data?.list.find(({ state }) => state === 'signed') ?? risks.data?.list[0];
  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={risks.data === undefined ? undefined : t('programme.risk.subtitle', { count: risks.data.list.length })}
          actions={
            <>
              <Button icon={IconAdjustments} onClick={() => setSettingsOpen(true)}>
                {t('programme.settings')}
              </Button>
              {draft === undefined ? (
                <Button kind="primary" icon={IconShieldQuestion} onClick={begin}>
                  {t('programme.risk.start')}
                </Button>
              ) : (
                <Button kind="primary" icon={IconPlayerPlay} onClick={() => void navigate(`/programme/risk/${draft.id}`)}>
                  {t('programme.assessment.resume')}
                </Button>
              )}
            </>
          }
        >
          <ProgrammePlaces here="risk" />
        </PageHeader>
      }
    >
      <QueryView query={risks}>
        {({ due, list }) =>
          list.length === 0 ? (
            <EmptyState
              title={t('programme.risk.empty')}
              actions={
                <Button kind="primary" icon={IconShieldQuestion} onClick={begin}>
                  {t('programme.risk.start')}
                </Button>
              }
            >
              {t('programme.risk.emptyText')}
            </EmptyState>
          ) : (
            <div className={classes['stack']}>
              <DuePanel due={due} />
              {latest === undefined ? null : <Latest id={latest.id} />}
              <AllRisks list={list} />
              <p className="caption muted">{t('programme.risk.scale')}</p>
            </div>
          )
        }
      </QueryView>
      {params.get('start') === 'risk' && risks.data !== undefined ? (
        <StartRiskDialog
          due={risks.data.due}
          hasLast={risks.data.list.some(({ state }) => state === 'signed')}
          onClose={() => setParams({}, { replace: true })}
          onStarted={(id) => goOn(`/programme/risk/${id}`)}
        />
      ) : null}
      {settingsOpen && settings.data !== undefined ? (
        <SettingsDialog settings={settings.data} onClose={() => setSettingsOpen(false)} />
      ) : null}
    </Page>
  );
}

function Latest({ id }: { readonly id: string }) {
  const t = useText();
  const navigate = useNavigate();
  const risk = useHostQuery('programme.risk', { id });
  if (risk.data === undefined) return null;
  const { summary } = risk.data;
  return (
    <Panel
      title={summary.title}
      aside={
        <a href={`#/programme/risk/${id}`}>
          {summary.signedOn === null
            ? t('programme.open')
            : t('programme.risk.signedBy', { name: summary.signedBy, day: formatDay(summary.signedOn, t.locale) })}
        </a>
      }
    >
      <RiskPicture risk={risk.data} onCell={() => void navigate(`/programme/risk/${id}`)} />
    </Panel>
  );
}

function AllRisks({ list }: { readonly list: readonly RiskSummaryView[] }) {
  const t = useText();
  const navigate = useNavigate();
  const columns: readonly SimpleColumn<RiskSummaryView>[] = [
    {
      id: 'title',
      header: t('programme.assessment.name'),
      minWidth: 220,
      cell: (row) => <a href={`#/programme/risk/${row.id}`}>{row.title}</a>,
    },
    { id: 'on', header: t('programme.assessment.on'), width: 120, cell: (row) => formatDay(row.assessedOn, t.locale) },
    {
      id: 'cause',
      header: t('programme.risk.cause'),
      width: 190,
      fold: { under: 'title', order: 0 },
      cell: (row) => t(`programme.risk.cause.${row.cause}`),
    },
    {
      id: 'state',
      header: t('programme.assessment.view'),
      width: 110,
      cell: (row) => <StatusText tone={row.state === 'signed' ? 'clear' : 'unassessed'}>{t(`programme.risk.${row.state}`)}</StatusText>,
    },
    { id: 'by', header: t('programme.risk.signer'), width: 160, fold: { under: 'title', order: 1 }, cell: (row) => row.signedBy || '–' },
    { id: 'rows', header: t('programme.risk.rows'), width: 70, align: 'end', cell: (row) => <span className="figures">{row.rows}</span> },
    {
      id: 'grave',
      header: t('programme.risk.grave'),
      width: 130,
      align: 'end',
      cell: (row) => <span className="figures">{row.byBand.high + row.byBand.severe}</span>,
    },
  ];
  return (
    <Panel title={t('programme.risk.all')}>
      <SimpleTable
        label={t('programme.risk.all')}
        columns={columns}
        groups={[{ id: 'all', rows: list }]}
        rowKey={(row) => row.id}
        place="panel"
        onPress={(row) => void navigate(`/programme/risk/${row.id}`)}
      />
    </Panel>
  );
}
