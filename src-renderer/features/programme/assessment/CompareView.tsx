import type { AssessmentDetail } from '../../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../../src-shared/formats/programme-catalogue.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EmptyState, Panel, type SimpleColumn, SimpleTable, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { ChangeWord, MaturityBar } from '../words.tsx';

type Moved = AssessmentDetail['moved'][number];
interface ElementLine {
  readonly id: string;
  readonly name: string;
  readonly before: number | null;
  readonly now: number | null;
}

/** This assessment beside the last finished one: the elements, then each question that stands elsewhere, falls first. */
export function CompareView({ assessment, catalogue }: { readonly assessment: AssessmentDetail; readonly catalogue: ProgrammeElements }) {
  const t = useText();
  const { last, moved, summary } = assessment;
  if (last === null) return <EmptyState title={t('programme.assessment.view.compare')}>{t('programme.assessment.compareNone')}</EmptyState>;
  const scoreOf = (scores: typeof summary.scores, id: string) => scores.find(({ elementId }) => elementId === id)?.maturity ?? null;
  const lines = catalogue.elements.map(
    ({ id, name }): ElementLine => ({ id, name, before: scoreOf(last.scores, id), now: scoreOf(summary.scores, id) }),
  );
  const whole: ElementLine = { id: 'all', name: t('programme.assessment.overall'), before: last.maturity, now: summary.maturity };
  const texts = new Map(catalogue.elements.flatMap(({ questions }) => questions.map(({ id, text }) => [id, text] as const)));
  const head = (word: string, title: string, day: string) => (
    <span title={title}>
      {word}, {formatDay(day, t.locale)}
    </span>
  );
  const before = head(t('programme.assessment.before'), last.title, last.assessedOn);
  const now = head(t('programme.assessment.nowColumn'), summary.title, summary.assessedOn);
  const elementColumns: readonly SimpleColumn<ElementLine>[] = [
    {
      id: 'name',
      header: t('programme.assessment.element'),
      minWidth: 220,
      cell: (row) => <span className={row.id === 'all' ? 'strong' : undefined}>{row.name}</span>,
    },
    { id: 'before', header: before, width: 180, cell: (row) => <MaturityBar value={row.before} /> },
    { id: 'now', header: now, width: 180, cell: (row) => <MaturityBar value={row.now} target={assessment.target} /> },
    { id: 'change', header: t('programme.assessment.change'), width: 120, cell: (row) => <ChangeWord now={row.now} before={row.before} /> },
  ];
  const word = (value: number | null) =>
    value === null ? (
      <span className="muted">{t('programme.maturity.none')}</span>
    ) : (
      t('programme.maturity.step', { step: value, word: t.dynamic(`programme.maturity.${value}`) })
    );
  const questionColumns: readonly SimpleColumn<Moved>[] = [
    {
      id: 'question',
      header: t('programme.assessment.questionOne'),
      minWidth: 280,
      cell: (row) => (
        <a href={`#/programme/assessments/${summary.id}?question=${row.questionId}`}>
          <span className="code muted">{row.questionId}</span> {texts.get(row.questionId)}
        </a>
      ),
    },
    { id: 'before', header: t('programme.assessment.before'), width: 180, cell: (row) => word(row.before) },
    { id: 'now', header: t('programme.assessment.nowColumn'), width: 180, cell: (row) => word(row.now) },
    {
      id: 'change',
      header: t('programme.assessment.change'),
      width: 140,
      cell: (row) =>
        row.before === null ? (
          <span className="muted">{t('programme.assessment.newly')}</span>
        ) : row.now === null ? (
          <span className="muted">{t('programme.assessment.noLonger')}</span>
        ) : (
          <ChangeWord now={row.now} before={row.before} />
        ),
    },
  ];
  return (
    <div className={classes['stack']}>
      <Panel title={t('programme.assessment.elements')}>
        <SimpleTable
          label={t('programme.assessment.elements')}
          columns={elementColumns}
          groups={[{ id: 'all', rows: [...lines, whole] }]}
          rowKey={(row) => row.id}
          place="panel"
        />
      </Panel>
      <Panel title={t('programme.assessment.compareTitle', { count: moved.length })}>
        {moved.length === 0 ? null : (
          <SimpleTable
            label={t('programme.assessment.compareTitle', { count: moved.length })}
            columns={questionColumns}
            groups={[{ id: 'all', rows: moved }]}
            rowKey={(row) => row.questionId}
            place="panel"
          />
        )}
      </Panel>
    </div>
  );
}
