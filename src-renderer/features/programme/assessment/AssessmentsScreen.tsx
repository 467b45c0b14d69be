import { IconAdjustments, IconChecklist, IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { AssessmentSummary, ElementScoreView } from '../../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../../src-shared/formats/programme-catalogue.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  ElementRadar,
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
import { ChangeWord, MaturityBar } from '../words.tsx';
import { SourceLine } from './SourceLine.tsx';
import { StartAssessmentDialog } from './StartAssessmentDialog.tsx';
import { Trend } from './Trend.tsx';

/** Where the programme stands: the elements as a picture and as a table, how they moved, and every assessment made. */
export function AssessmentsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [params, setParams] = useSearchParams();
  const [settingsOpen, setSettingsOpen] = useState(false);
  const list = useHostQuery('programme.assessments', {});
  const elements = useHostQuery('programme.elements', {});
  const standing = useHostQuery('programme.standing', {});
  const settings = useHostQuery('programme.settings', {});
  const draft = list.data?.find(({ state }) => state === 'draft');
  const starting = params.get('start') === 'assessment';
  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={list.data === undefined ? undefined : t('programme.assessment.subtitle', { count: list.data.length })}
          actions={
            <>
              <Button icon={IconAdjustments} onClick={() => setSettingsOpen(true)}>
                {t('programme.settings')}
              </Button>
              {draft === undefined ? (
                <Button kind="primary" icon={IconChecklist} onClick={() => setParams({ start: 'assessment' }, { replace: true })}>
                  {t('programme.assessment.start')}
                </Button>
              ) : (
                <Button kind="primary" icon={IconPlayerPlay} onClick={() => void navigate(`/programme/assessments/${draft.id}`)}>
                  {t('programme.assessment.resume')}
                </Button>
              )}
            </>
          }
        >
          <ProgrammePlaces here="assessment" />
        </PageHeader>
      }
    >
      <QueryView query={list}>
        {(assessments) =>
          assessments.length === 0 ? (
            <EmptyState
              title={t('programme.assessment.empty')}
              actions={
                <Button kind="primary" icon={IconChecklist} onClick={() => setParams({ start: 'assessment' }, { replace: true })}>
                  {t('programme.assessment.start')}
                </Button>
              }
            >
              {t('programme.assessment.emptyText')}
            </EmptyState>
          ) : elements.data === undefined || settings.data === undefined ? null : (
            <div className={classes['stack']}>
              {standing.data === undefined ? null : <DuePanel due={standing.data.assessment.due} />}
              <Picture assessments={assessments} catalogue={elements.data} target={settings.data.target} />
              <AllAssessments assessments={assessments} />
              <SourceLine catalogue={elements.data} />
            </div>
          )
        }
      </QueryView>
      {starting ? (
        <StartAssessmentDialog
          hasLast={(list.data ?? []).some(({ state }) => state === 'final')}
          onClose={() => setParams({}, { replace: true })}
          onStarted={(id) => goOn(`/programme/assessments/${id}`)}
        />
      ) : null}
      {settingsOpen && settings.data !== undefined ? (
        <SettingsDialog settings={settings.data} onClose={() => setSettingsOpen(false)} />
      ) : null}
    </Page>
  );
}

interface PictureProps {
  readonly assessments: readonly AssessmentSummary[];
  readonly catalogue: ProgrammeElements;
  readonly target: number;
}

function Picture({ assessments, catalogue, target }: PictureProps) {
  const t = useText();
  const navigate = useNavigate();
  const final = assessments.filter(({ state }) => state === 'final');
  const [shown = assessments[0], before] = final;
  if (shown === undefined) return null;
  const names = new Map(catalogue.elements.map((element) => [element.id, element]));
  const last = new Map(before?.scores.map((score) => [score.elementId, score.maturity]) ?? []);
  const columns: readonly SimpleColumn<ElementScoreView>[] = [
    {
      id: 'name',
      header: t('programme.assessment.element'),
      minWidth: 220,
      cell: (row) => <b className="medium">{names.get(row.elementId)?.name}</b>,
    },
    {
      id: 'maturity',
      header: t('programme.assessment.maturity'),
      width: 190,
      cell: (row) => <MaturityBar value={row.maturity} target={target} />,
    },
    {
      id: 'change',
      header: t('programme.assessment.change'),
      width: 120,
      cell: (row) => <ChangeWord now={row.maturity} before={last.get(row.elementId) ?? null} />,
    },
    {
      id: 'weakest',
      header: t('programme.assessment.weakest'),
      width: 180,
      fold: { under: 'name', order: 1 },
      cell: (row) =>
        row.weakest === null
          ? '–'
          : t('programme.maturity.step', { step: row.weakest, word: t.dynamic(`programme.maturity.${row.weakest}`) }),
    },
    {
      id: 'answered',
      header: t('programme.assessment.answered'),
      width: 100,
      align: 'end',
      fold: { under: 'name', order: 0 },
      cell: (row) => <span className="figures">{`${row.answered} / ${row.applicable}`}</span>,
    },
  ];
  return (
    <>
      <div className={classes['pictures']}>
        <section className={classes['card']} aria-label={t('programme.assessment.latest')}>
          <ElementRadar catalogue={catalogue} now={shown} before={before ?? null} target={target} />
        </section>
        <section className={classes['card']} aria-label={t('programme.assessment.overall')}>
          <TrendOf final={final} target={target} />
        </section>
      </div>
      <Panel
        title={t('programme.assessment.elements')}
        aside={
          <a href={`#/programme/assessments/${shown.id}`}>
            {t('programme.assessment.latestOf', { title: shown.title, day: formatDay(shown.assessedOn, t.locale) })}
          </a>
        }
      >
        <SimpleTable
          label={t('programme.assessment.elements')}
          columns={columns}
          groups={[{ id: 'all', rows: shown.scores }]}
          rowKey={(row) => row.elementId}
          place="panel"
          onPress={(row) => void navigate(`/programme/assessments/${shown.id}?question=${row.elementId}.1`)}
        />
      </Panel>
    </>
  );
}

function TrendOf({ final, target }: { readonly final: readonly AssessmentSummary[]; readonly target: number }) {
  const t = useText();
  const points = [...final]
    .reverse()
    .flatMap(({ id, assessedOn, title, maturity }) => (maturity === null ? [] : [{ id, on: assessedOn, label: title, value: maturity }]));
  const [from, to] = [points[0]?.value ?? 0, points.at(-1)?.value ?? 0];
  const direction = Math.abs(to - from) < 0.05 ? 'same' : to > from ? 'up' : 'down';
  const title = t('programme.assessment.trend', { count: points.length, direction, from, to });
  return points.length === 0 ? <p className="muted">{title}</p> : <Trend title={title} points={points} target={target} />;
}

function AllAssessments({ assessments }: { readonly assessments: readonly AssessmentSummary[] }) {
  const t = useText();
  const navigate = useNavigate();
  const columns: readonly SimpleColumn<AssessmentSummary>[] = [
    {
      id: 'title',
      header: t('programme.assessment.name'),
      minWidth: 220,
      cell: (row) => <a href={`#/programme/assessments/${row.id}`}>{row.title}</a>,
    },
    { id: 'on', header: t('programme.assessment.on'), width: 120, cell: (row) => formatDay(row.assessedOn, t.locale) },
    { id: 'by', header: t('programme.assessment.by'), width: 160, fold: { under: 'title', order: 0 }, cell: (row) => row.by },
    {
      id: 'state',
      header: t('programme.assessment.view'),
      width: 120,
      cell: (row) => (
        <StatusText tone={row.state === 'final' ? 'clear' : 'unassessed'}>{t(`programme.assessment.${row.state}`)}</StatusText>
      ),
    },
    { id: 'maturity', header: t('programme.assessment.maturity'), width: 150, cell: (row) => <MaturityBar value={row.maturity} /> },
    {
      id: 'gaps',
      header: t('programme.assessment.gaps'),
      width: 80,
      align: 'end',
      cell: (row) => <span className="figures">{row.gaps}</span>,
    },
  ];
  return (
    <Panel title={t('programme.assessment.all')}>
      <SimpleTable
        label={t('programme.assessment.all')}
        columns={columns}
        groups={[{ id: 'all', rows: assessments }]}
        rowKey={(row) => row.id}
        place="panel"
        onPress={(row) => void navigate(`/programme/assessments/${row.id}`)}
      />
    </Panel>
  );
}
