import type { ImportSession, PreviewRow, TableChoice } from '../../../src-shared/contract/imports.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { errorSentence, JobProgress, QueryView, sentence, useHostCommand, useHostQuery, useLastJob } from '../../host/index.ts';
import {
  importClasses as classes,
  DelimiterSelect,
  HeaderRowSelect,
  Meaning,
  Note,
  Select,
  SheetPreview,
  SheetSelect,
  TextEncodingSelect,
  useText,
  Wizard,
} from '../../ui/index.ts';
import type { StepProps } from './ImportWizard.tsx';

/** Step two: sheet, header row, encoding and separator, over a live preview. */
export function TableStep({ session, frame, go }: StepProps) {
  const t = useText();
  const setTable = useHostCommand('imports.setTable');
  const preview = useHostQuery('imports.preview', { id: session.id, sheet: session.table.sheet }, { keepPrevious: true });
  const job = useLastJob(session);
  const change = (table: Partial<TableChoice>) => void setTable.run({ id: session.id, revision: session.revision, table });
  const reading = session.job?.kind === 'stage';
  const isCut = !reading && session.step === 'table';
  return (
    <Wizard
      {...frame}
      current="table"
      heading={t('imports.ui.heading.table')}
      lead={t('imports.ui.lead.table')}
      fill
      next={{
        label: t('imports.step.columns'),
        onClick: () => go('columns'),
        disabledBecause: reading ? t('imports.ui.waitForRows') : isCut ? t('imports.ui.notWhole') : undefined,
        busy: setTable.pending,
      }}
      meaning={<FileFacts session={session} />}
    >
      <div className={classes['controls']}>
        <TableControls session={session} rows={preview.data?.rows ?? []} onChange={change} />
      </div>
      {isCut ? (
        <Note tone="restricted" live>
          {job?.error === undefined ? t('imports.ui.notWhole') : errorSentence(t, job.error)}
        </Note>
      ) : null}
      {setTable.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, setTable.error)}
        </Note>
      )}
      {reading ? <JobProgress session={session} job={job} label={t('imports.ui.reading')} /> : null}
      <QueryView query={preview}>
        {({ rows }) => (
          <SheetPreview
            label={t('imports.ui.firstRows')}
            rows={rows}
            headerRow={session.table.headerRow}
            onHeader={(headerRow) => change({ headerRow })}
          />
        )}
      </QueryView>
    </Wizard>
  );
}

interface TableControlsProps {
  readonly session: ImportSession;
  readonly rows: readonly PreviewRow[];
  readonly onChange: (table: Partial<TableChoice>) => void;
}

function TableControls({ session, rows, onChange }: TableControlsProps) {
  const t = useText();
  const { table, file } = session;
  const sheets = file.sheets.filter((sheet) => sheet.kind === 'table');
  return (
    <>
      <SheetSelect sheets={sheets} value={table.sheet} onChange={(sheet) => onChange({ sheet })} />
      <HeaderRowSelect rows={rows.map((row) => row.row)} value={table.headerRow} onChange={(headerRow) => onChange({ headerRow })} />
      <Select
        label={t('imports.ui.headerRows')}
        options={['1', '2', '3'].map((value) => ({ value, label: value }))}
        value={String(table.headerRows)}
        onChange={(value) => onChange({ headerRows: Number(value) })}
      />
      {file.encoding === null || file.sheets.length > 1 ? null : (
        <>
          <TextEncodingSelect told={file.encoding} value={table.encoding} onChange={(encoding) => onChange({ encoding })} />
          <DelimiterSelect told={file.delimiter ?? ','} value={table.delimiter} onChange={(delimiter) => onChange({ delimiter })} />
        </>
      )}
    </>
  );
}

function FileFacts({ session }: { readonly session: ImportSession }) {
  const t = useText();
  return (
    <>
      {session.tableReason === null ? null : <Meaning title={t('imports.ui.headerRow')}>{sentence(t, session.tableReason)}</Meaning>}
      {session.alreadyImported === null ? null : (
        <Note tone="info">{t('imports.ui.alreadyImported', { at: formatDay(session.alreadyImported.at, t.locale) })}</Note>
      )}
      <Meaning title={t('imports.ui.meaning.table.title')}>{t('imports.ui.meaning.table')}</Meaning>
      <Meaning title={t('imports.ui.fileFacts')} source={t('imports.ui.fileSize', { bytes: session.file.bytes })}>
        {sentence(t, { key: 'imports.note.file', params: { format: session.file.format, sheets: session.file.sheets.length } })}
      </Meaning>
      {session.file.notices.map((notice) => (
        <Note key={notice.code} tone={notice.code === 'macros' || notice.code === 'undecodable' ? 'review' : 'quiet'}>
          {t.dynamic(`imports.notice.${notice.code}`, { count: notice.count, place: notice.place ?? '' })}
        </Note>
      ))}
    </>
  );
}
