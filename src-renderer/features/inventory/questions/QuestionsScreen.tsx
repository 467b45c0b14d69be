import { useState } from 'react';
import type { Question } from '../../../../src-shared/contract/inventory.ts';
import { questionRecord } from '../../../../src-shared/model/record-ref.ts';
import { formatDay, localDay } from '../../../../src-shared/text/dates.ts';
import { MakeTaskButton, QueryView, type TaskSource, useHostQuery } from '../../../host/index.ts';
import {
  Button,
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

/** Questions on one page: the table is meant to be read. */
const PAGE = 200;

const states = ['open', 'dropped'] as const;
type State = (typeof states)[number];

/** What nobody knows yet, over the whole register: by the person who finds out, the questions that could change most first. */
export function QuestionsScreen() {
  const t = useText();
  const [state, setState] = useState<State>('open');
  const overview = useHostQuery('overview.get', {});
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
      {state === 'open' ? <OpenQuestions /> : <SetAside />}
    </Page>
  );
}

/** A page of those that wait, of everybody or of one person. */
function OpenQuestions() {
  const t = useText();
  const [owner, setOwner] = useState<string | null>(null);
  const [offset, setOffset] = useState(0);
  const asked = { offset, limit: PAGE, ...(owner === null ? {} : { ownerName: owner }) };
  const page = useHostQuery('questions.page', asked, { keepPrevious: true });
  const total = page.data?.total ?? 0;
  // Answered questions may leave the page we stand on without one.
  if (offset > 0 && page.data !== undefined && offset >= total) setOffset(Math.max(0, Math.ceil(total / PAGE) - 1) * PAGE);
  const choose = (name: string | null) => {
    setOwner(name);
    setOffset(0);
  };
  return (
    <>
      <Toolbar
        label={t('inventory.toolbar')}
        end={
          total === 0 ? undefined : (
            <MakeTaskButton
              size="small"
              cause="finding"
              phase="identify"
              measure="questionsAnswered"
              total={total}
              titleForAll={t('questions.task.all')}
              sources={async () => (page.data?.rows ?? []).map((question) => questionSource(t, question))}
            />
          )
        }
      >
        <Select
          label={t('inventory.column.owner')}
          labelHidden
          size="small"
          placeholder={t('questions.everyOwner')}
          value={owner}
          options={(page.data?.owners ?? []).map(({ ownerName, count }) => ({
            value: ownerName,
            label: t('questions.ofOwner', { name: ownerName === '' ? t('questions.noOwner') : ownerName, count }),
          }))}
          onChange={choose}
          onClear={() => choose(null)}
        />
      </Toolbar>
      <QueryView query={page}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('questions.none.open')}>{t('questions.none.open.text')}</EmptyState>
          ) : (
            <>
              <QuestionTable questions={rows} state="open" />
              <ListFooter>
                <span>{t('questions.range', { from: offset + 1, to: offset + rows.length, count: total })}</span>
                {total <= PAGE ? null : (
                  <>
                    <Button
                      size="small"
                      disabledBecause={offset === 0 ? t('questions.firstPage') : undefined}
                      onClick={() => setOffset(Math.max(0, offset - PAGE))}
                    >
                      {t('questions.previous')}
                    </Button>
                    <Button
                      size="small"
                      disabledBecause={offset + PAGE >= total ? t('questions.lastPage') : undefined}
                      onClick={() => setOffset(offset + PAGE)}
                    >
                      {t('questions.next')}
                    </Button>
                  </>
                )}
              </ListFooter>
            </>
          )
        }
      </QueryView>
    </>
  );
}

/** Those that somebody decided need no answer. */
function SetAside() {
  const t = useText();
  const questions = useHostQuery('questions.list', { state: 'dropped', limit: 500 }, { keepPrevious: true });
  return (
    <QueryView query={questions}>
      {(rows) =>
        rows.length === 0 ? (
          <EmptyState title={t('questions.none.dropped')}>{t('questions.none.dropped.text')}</EmptyState>
        ) : (
          <>
            <QuestionTable questions={rows} state="dropped" />
            <ListFooter>
              <span>{t('questions.shown', { count: rows.length })}</span>
            </ListFooter>
          </>
        )
      }
    </QueryView>
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
          width: 260,
          cell: (question) =>
            question.decides.length === 0 ? t('inventory.completesFacts') : <MathText>{decidesWords(t, question)}</MathText>,
        },
        {
          id: 'due',
          header: t('questions.due'),
          width: 104,
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
          width: 96,
          cell: (question) =>
            state === 'open' ? (
              <span className="row">
                <AssignQuestion question={question} />
                <MakeTaskButton
                  iconOnly
                  cause="finding"
                  phase="identify"
                  titleForAll={t('questions.task.all')}
                  sources={async () => [questionSource(t, question)]}
                />
              </span>
            ) : null,
        },
      ]}
    />
  );
}

/** A question as what a task is made from. */
function questionSource(t: ProductText, question: Question): TaskSource {
  return {
    record: questionRecord(question),
    title: t('questions.task.one', { asset: question.assetName, ask: question.ask }).slice(0, 300),
  };
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
