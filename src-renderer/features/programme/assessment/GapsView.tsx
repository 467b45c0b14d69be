import { useState } from 'react';
import type { AssessmentDetail, GapView } from '../../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../../src-shared/formats/programme-catalogue.ts';
import { MakeTaskButton } from '../../../host/index.ts';
import { Checkbox, EmptyState, type SimpleColumn, SimpleTable, StatusText, type Tone, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';

const tones: Readonly<Record<GapView['kind'], Tone>> = { below: 'review', notShown: 'info', unanswered: 'unassessed' };

/** What is left to do, the farthest from the target first; some or all become tasks. */
export function GapsView({ assessment, catalogue }: { readonly assessment: AssessmentDetail; readonly catalogue: ProgrammeElements }) {
  const t = useText();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const names = new Map(catalogue.elements.map((element) => [element.id, element.name]));
  const { gaps, target } = assessment;
  if (gaps.length === 0)
    return <EmptyState title={t('programme.assessment.gapsNone')}>{t('programme.assessment.gapsNoneText')}</EmptyState>;
  const toggle = (id: string, on: boolean) => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    setChosen(next);
  };
  const all = gaps.every(({ answerId }) => chosen.has(answerId));
  const columns: readonly SimpleColumn<GapView>[] = [
    {
      id: 'tick',
      header: (
        <Checkbox
          label={t('programme.assessment.chooseAll')}
          labelHidden
          checked={all}
          mixed={!all && chosen.size > 0}
          onChange={(on) => setChosen(new Set(on ? gaps.map(({ answerId }) => answerId) : []))}
        />
      ),
      width: 36,
      cell: (row) => (
        <Checkbox label={row.text} labelHidden checked={chosen.has(row.answerId)} onChange={(on) => toggle(row.answerId, on)} />
      ),
    },
    {
      id: 'question',
      header: t('programme.assessment.questionOne'),
      minWidth: 280,
      cell: (row) => (
        <span className={classes['gap']}>
          <a href={`#/programme/assessments/${assessment.summary.id}?question=${row.questionId}`}>{row.text}</a>
          {row.gap === '' ? null : <span className="muted">{row.gap}</span>}
        </span>
      ),
    },
    {
      id: 'element',
      header: t('programme.assessment.element'),
      width: 240,
      fold: { under: 'question', order: 0 },
      cell: (row) => <span className="muted">{names.get(row.elementId)}</span>,
    },
    {
      id: 'kind',
      header: t('programme.assessment.gapOne'),
      width: 220,
      cell: (row) => <StatusText tone={tones[row.kind]}>{t(`programme.assessment.gap.${row.kind}`, { steps: row.steps })}</StatusText>,
    },
  ];
  const sources = gaps
    .filter(({ answerId }) => chosen.has(answerId))
    .map(({ answerId, gap, text }) => ({ record: { kind: 'assessmentAnswer', id: answerId } as const, title: gap || text }));
  return (
    <div className={classes['stack']}>
      <div className={classes['headed']}>
        <p className="muted">{t('programme.assessment.gapsWhat', { target, word: t.dynamic(`programme.maturity.${target}`) })}</p>
        <span className="row">
          {chosen.size === 0 ? (
            <span className="muted">{t('programme.assessment.chooseGaps')}</span>
          ) : (
            <>
              <span className="muted figures">{t('programme.assessment.gapsSelected', { count: chosen.size })}</span>
              <MakeTaskButton
                cause="gap"
                phase="pilot"
                titleForAll={t('programme.assessment.taskForAll')}
                sources={() => Promise.resolve(sources)}
                onMade={() => setChosen(new Set())}
              />
            </>
          )}
        </span>
      </div>
      <SimpleTable
        label={t('programme.assessment.view.gaps')}
        columns={columns}
        groups={[{ id: 'all', rows: gaps }]}
        rowKey={(row) => row.answerId}
        place="inline"
      />
    </div>
  );
}
