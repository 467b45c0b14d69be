import { useState } from 'react';
import type { Question } from '../../../../src-shared/contract/inventory.ts';
import { formatDay, localDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import {
  EmptyState,
  ListFooter,
  MathText,
  Page,
  PageHeader,
  type ProductText,
  type RowGroup,
  Select,
  SimpleTable,
  StatusText,
  Tabs,
  Toolbar,
  useText,
} from '../../../ui/index.ts';
import { AssignQuestion } from '../asset/AssignQuestion.tsx';
import { entryWord } from '../words.ts';
import classes from './questions.module.css';

/** The table is meant to be read: those that could change most come first, and the rest waits on each asset's page. */
const SHOWN = 200;

const states = ['open', 'dropped'] as const;
type State = (typeof states)[number];

/** What nobody knows yet, over the whole register: by the person who finds out, the questions that could change most first. */
export function QuestionsScreen() {
  const t = useText();
  const [state, setState] = useState<State>('open');
  const [owner, setOwner] = useState<string | null>(null);
  const questions = useHostQuery('questions.list', { state, limit: SHOWN }, { keepPrevious: true });
  const overview = useHostQuery('overview.get', {});
  const owners = [...new Set((questions.data ?? []).map((question) => question.ownerName))].filter((name) => name !== '').sort();
  return (
    <Page
      header={
        <PageHeader title={t('questions.title')} subtitle={t('questions.subtitle', { count: overview.data?.openQuestions ?? 0 })}>
          <Tabs<State>
            label={t('questions.title')}
            active={state}
            onChange={setState}
            tabs={states.map((id) => ({ id, label: t(`questions.state.${id}`) }))}
          />
        </PageHeader>
      }
    >
      <Toolbar label={t('inventory.toolbar')}>
        <Select
          label={t('inventory.column.owner')}
          labelHidden
          size="small"
          placeholder={t('questions.everyOwner')}
          value={owner}
          options={owners.map((name) => ({ value: name, label: name }))}
          onChange={setOwner}
          onClear={() => setOwner(null)}
        />
      </Toolbar>
      <QueryView query={questions}>
        {(rows) => {
          const shown = owner === null ? rows : rows.filter((question) => question.ownerName === owner);
          return shown.length === 0 ? (
            <EmptyState title={t(`questions.none.${state}`)}>{t(`questions.none.${state}.text`)}</EmptyState>
          ) : (
            <>
              <QuestionTable questions={shown} state={state} />
              <ListFooter>
                <span>{t('questions.shown', { count: shown.length })}</span>
                {rows.length === SHOWN ? <span>{t('questions.more', { count: SHOWN })}</span> : null}
              </ListFooter>
            </>
          );
        }}
      </QueryView>
    </Page>
  );
}

function QuestionTable({ questions, state }: { readonly questions: readonly Question[]; readonly state: State }) {
  const t = useText();
  const today = localDay(new Date());
  return (
    <SimpleTable<Question>
      label={t('questions.title')}
      groups={byOwner(questions, t('questions.noOwner'))}
      rowKey={(question) => question.id}
      columns={[
        {
          id: 'asset',
          header: t('questions.asset'),
          width: 210,
          cell: (question) => <a href={`#/assets/${question.assetId}`}>{question.assetName}</a>,
        },
        { id: 'ask', header: t('questions.ask'), cell: (question) => <span className={classes['ask']}>{question.ask}</span> },
        {
          id: 'decides',
          header: t('questions.decides'),
          width: 200,
          cell: (question) =>
            question.decides.length === 0 ? t('inventory.completesFacts') : <MathText>{decidesWords(t, question)}</MathText>,
        },
        {
          id: 'due',
          header: t('questions.due'),
          width: 120,
          cell: (question) =>
            question.due === null ? (
              '–'
            ) : question.due <= today ? (
              <StatusText tone="review">{formatDay(question.due, t.locale)}</StatusText>
            ) : (
              formatDay(question.due, t.locale)
            ),
        },
        {
          id: 'act',
          header: '',
          width: 56,
          cell: (question) => (state === 'open' ? <AssignQuestion question={question} /> : null),
        },
      ]}
    />
  );
}

function decidesWords(t: ProductText, { decides }: Question): string {
  const entries = [...new Set(decides.map((one) => entryWord(t, one.split(':').at(-1) ?? one)))];
  return entries.slice(0, 3).join(', ');
}

/** Questions by the person who finds out; those without one last, so that the gap shows. */
function byOwner(questions: readonly Question[], noOwner: string): RowGroup<Question>[] {
  const groups = new Map<string, Question[]>();
  for (const question of questions) groups.set(question.ownerName, [...(groups.get(question.ownerName) ?? []), question]);
  return [...groups]
    .sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b))
    .map(([name, rows]) => ({ id: name === '' ? 'nobody' : name, title: name === '' ? noOwner : name, rows }));
}
