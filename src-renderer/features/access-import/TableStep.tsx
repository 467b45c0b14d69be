import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import type { LogAnswers, LogTable } from '../../../src-shared/formats/access-log.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  importClasses as classes,
  DelimiterSelect,
  HeaderRowSelect,
  Meaning,
  Note,
  ReadAs,
  Select,
  SheetPreview,
  SheetSelect,
  TextEncodingSelect,
  useText,
  Wizard,
} from '../../ui/index.ts';
import { FileAgain } from './FileAgain.tsx';
import { Question } from './Questions.tsx';
import type { StepProps } from './step-props.ts';
import { sampleText } from './words.ts';
import { zoneOptions } from './zones.ts';

/** Step two: where the events stand, and what the file leaves open about its times, over a live preview. */
export function TableStep({ session, frame, go }: StepProps) {
  const t = useText();
  const setTable = useHostCommand('accessLogs.setTable');
  const answer = useHostCommand('accessLogs.answer');
  const preview = useHostQuery('accessLogs.preview', { id: session.id }, { keepPrevious: true });
  const on = { id: session.id, revision: session.revision };
  const change = (table: Partial<LogTable>) => void setTable.run({ ...on, table });
  const questions = session.questions.filter((question) => question.kind !== 'mapping' && question.kind !== 'repeats');
  const error = setTable.error ?? answer.error;
  return (
    <Wizard
      {...frame}
      current="table"
      heading={t('accessLogs.wizard.heading.table')}
      lead={t('accessLogs.wizard.lead.table', { rows: preview.data?.rows.length ?? 0 })}
      fill
      footNote={questions.length === 0 ? undefined : t('accessLogs.wizard.answersLeft', { count: questions.length })}
      next={{
        label: t('accessLogs.wizard.step.columns'),
        onClick: () => go('columns'),
        busy: setTable.pending || answer.pending,
        disabledBecause: questions.length === 0 ? undefined : t('accessLogs.wizard.answersLeft', { count: questions.length }),
      }}
      meaning={
        <>
          {preview.data?.times.map(({ column, samples }) => (
            <ReadAs
              key={column}
              title={t('accessLogs.wizard.timesOf', { column })}
              samples={samples.map(({ from, to }) => ({ from, to: to === null ? null : sampleText(to) }))}
            />
          ))}
          <Meaning title={t('accessLogs.wizard.meaning.zone.title')}>{t('accessLogs.wizard.meaning.zone')}</Meaning>
          <Meaning title={t('imports.ui.meaning.table.title')}>{t('imports.ui.meaning.table')}</Meaning>
        </>
      }
    >
      <div className={classes['controls']}>
        <TableControls session={session} rows={preview.data?.rows.map((row) => row.row) ?? []} onChange={change} />
        <TimeControls session={session} onChange={(answers) => void answer.run({ ...on, answers })} />
      </div>
      {session.fileAtHand ? null : (
        <div className={classes['padded']}>
          <FileAgain session={session} />
        </div>
      )}
      {error === null ? null : (
        <div className={classes['padded']}>
          <Note tone="restricted" live>
            {errorSentence(t, error)}
          </Note>
        </div>
      )}
      {questions.length === 0 ? null : (
        <section data-grows className={classes['questions']} aria-label={t('accessLogs.wizard.mustAnswer')}>
          {questions.map((question) => (
            <Question
              key={`${question.kind} ${question.about ?? ''}`}
              session={session}
              question={question}
              busy={answer.pending}
              onAnswer={(answers) => void answer.run({ ...on, answers })}
            />
          ))}
        </section>
      )}
      <QueryView query={preview}>
        {({ rows }) => (
          <SheetPreview
            label={t('imports.ui.firstRows')}
            rows={rows.map(({ row, role, cells }) => ({ row, role, cells: cells.map((text) => ({ text })) }))}
            headerRow={session.table?.headerRow ?? null}
            onHeader={session.shape === 'table' ? (headerRow) => change({ headerRow }) : undefined}
          />
        )}
      </QueryView>
    </Wizard>
  );
}

interface ControlsProps {
  readonly session: LogSession;
  readonly rows: readonly number[];
  readonly onChange: (table: Partial<LogTable>) => void;
}

/** Sheet, header, encoding and separator, where the file has them. */
function TableControls({ session, rows, onChange }: ControlsProps) {
  const { table, file, shape } = session;
  if (table === null || file === null) return null;
  const sheets = file.sheets.filter((sheet) => sheet.kind === 'table' && sheet.name !== '');
  const isText = file.encoding !== null && sheets.length === 0;
  return (
    <>
      <SheetSelect sheets={sheets} value={table.sheet} onChange={(sheet) => onChange({ sheet })} />
      {shape !== 'table' ? null : <HeaderRowSelect rows={rows} value={table.headerRow} onChange={(headerRow) => onChange({ headerRow })} />}
      {isText ? (
        <TextEncodingSelect told={file.encoding ?? 'utf-8'} value={table.encoding} onChange={(encoding) => onChange({ encoding })} />
      ) : null}
      {isText && shape === 'table' ? (
        <DelimiterSelect told={file.delimiter ?? ','} value={table.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
      ) : null}
    </>
  );
}

/** Zone, order of dates and year, once they were asked or the file needs them. */
function TimeControls({ session, onChange }: { readonly session: LogSession; readonly onChange: (answers: Partial<LogAnswers>) => void }) {
  const t = useText();
  const { answers, questions } = session;
  const asked = new Set(questions.map((question) => question.kind));
  return (
    <>
      {answers.zone === null || asked.has('zone') ? null : (
        <Select
          label={t('accessLogs.wizard.zone')}
          options={zoneOptions(t('accessLogs.wizard.zoneHere'))}
          value={answers.zone}
          onChange={(zone) => onChange({ zone })}
        />
      )}
      {answers.dateOrder === null || asked.has('dateOrder') ? null : (
        <Select
          label={t('accessLogs.wizard.dateOrder')}
          options={(['DMY', 'MDY', 'YMD'] as const).map((value) => ({ value, label: t(`accessLogs.wizard.dateOrder.${value}`) }))}
          value={answers.dateOrder}
          onChange={(dateOrder) => onChange({ dateOrder })}
        />
      )}
      {answers.year === null || asked.has('year') ? null : (
        <Select
          label={t('accessLogs.wizard.year')}
          options={Array.from({ length: 12 }, (_, back) => new Date().getFullYear() + 1 - back).map((year) => ({
            value: String(year),
            label: String(year),
          }))}
          value={String(answers.year)}
          onChange={(year) => onChange({ year: Number(year) })}
        />
      )}
    </>
  );
}
