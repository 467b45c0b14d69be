import { useEffect, useRef } from 'react';
import type { LogSession } from '../../../src-shared/contract/access-logs.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { errorSentence, sentence, useHostCommand } from '../../host/index.ts';
import { importClasses as classes, FactList, Meaning, Note, useText, Wizard } from '../../ui/index.ts';
import { FileAgain } from './FileAgain.tsx';
import type { StepProps } from './step-props.ts';
import { productName } from './words.ts';

/** Step one: what the file is, told by its content. */
export function FileStep({ session, frame, go }: StepProps) {
  const t = useText();
  const open = useHostCommand('accessLogs.open');
  const asked = useRef(false);
  const { run } = open;
  const { id, status, fileAtHand } = session;
  useEffect(() => {
    // A file that waited in the queue is looked into when it is opened.
    if (status !== 'waiting' || !fileAtHand || asked.current) return;
    asked.current = true;
    void run({ id, handle: null });
  }, [status, fileAtHand, id, run]);
  const looked = session.file !== null;
  return (
    <Wizard
      {...frame}
      current="file"
      heading={t('accessLogs.wizard.heading.file')}
      lead={t('accessLogs.wizard.lead.file')}
      next={{
        label: t('accessLogs.wizard.step.table'),
        onClick: () => go('table'),
        busy: open.pending,
        disabledBecause: looked ? undefined : t('imports.ui.waitForRows'),
      }}
      meaningTitle={t('accessLogs.wizard.meaning.notes')}
      meaning={
        <>
          {session.notes.map((note) => (
            <Note key={note.key} tone={note.key.endsWith('noAddress') ? 'review' : 'quiet'}>
              {sentence(t, note)}
            </Note>
          ))}
          <Meaning title={t('accessLogs.wizard.meaning.privacy.title')}>{t('accessLogs.wizard.meaning.privacy')}</Meaning>
        </>
      }
    >
      <div className={classes['stack']}>
        {open.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, open.error)}
          </Note>
        )}
        {session.fileAtHand ? null : <FileAgain session={session} />}
        {session.already === null ? null : (
          <Note tone="info" live>
            {t('accessLogs.wizard.already', { at: formatDay(session.already.at, t.locale) })}
          </Note>
        )}
        {looked ? <FactList labelWidth={168} rows={factsOf(t, session)} /> : null}
        {session.file?.notices.map((notice) => (
          <Note key={notice.code} tone={notice.code === 'macros' || notice.code === 'undecodable' ? 'review' : 'quiet'}>
            {t.dynamic(`imports.notice.${notice.code}`, { count: notice.count, place: notice.place ?? '' })}
          </Note>
        ))}
      </div>
    </Wizard>
  );
}

function factsOf(t: ReturnType<typeof useText>, session: LogSession) {
  const { file, rows, queue, profile } = session;
  if (file === null) return [];
  const [type] = session.steps;
  return [
    { label: t('accessLogs.wizard.file.product'), value: <b>{productName(t, session.preset)}</b> },
    { label: t('accessLogs.wizard.file.productBecause'), value: session.because.map((said) => sentence(t, said)).join(' ') },
    { label: t('accessLogs.wizard.file.type'), value: type?.note == null ? file.format : sentence(t, type.note) },
    { label: t('accessLogs.wizard.file.size'), value: t('accessLogs.wizard.file.bytes', { bytes: session.bytes }) },
    ...(file.sheets.length < 2
      ? []
      : [{ label: t('accessLogs.wizard.file.sheets'), value: file.sheets.map((sheet) => sheet.name).join(', ') }]),
    ...(file.encoding === null ? [] : [{ label: t('accessLogs.wizard.file.encoding'), value: file.encoding.toUpperCase() }]),
    {
      label: t('accessLogs.wizard.file.rows'),
      value:
        rows === null
          ? t('accessLogs.wizard.file.rowsUnknown')
          : rows.exact
            ? String(rows.count)
            : t('accessLogs.wizard.file.rowsAbout', { rows: rows.count }),
    },
    {
      label: t('accessLogs.wizard.file.profile'),
      value: profile === null ? t('accessLogs.wizard.file.noProfile') : t('accessLogs.wizard.file.profileUsed', profile),
    },
    ...(queue.of === 1 ? [] : [{ label: t('accessLogs.wizard.file.queue'), value: t('accessLogs.wizard.file.queueOf', queue) }]),
  ];
}
