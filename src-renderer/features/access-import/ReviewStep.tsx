import { useEffect, useRef, useState } from 'react';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { OutputOf } from '../../host/index.ts';
import { errorSentence, JobProgress, QueryView, useHostCommand, useHostQuery, useLastJob } from '../../host/index.ts';
import {
  Button,
  Checkbox,
  importClasses as classes,
  FactList,
  LinkButton,
  Meaning,
  Note,
  TextField,
  TileStrip,
  useText,
  Wizard,
} from '../../ui/index.ts';
import { FileAgain } from './FileAgain.tsx';
import { RejectedMenu } from './RejectedMenu.tsx';
import type { StepProps } from './step-props.ts';
import { instantText } from './words.ts';

/** Step seven: what will come in, exactly. The events are in the workspace by now but count only from the press on. */
export function ReviewStep({ session, frame, go }: StepProps) {
  const t = useText();
  const write = useHostCommand('accessLogs.write');
  const commit = useHostCommand('accessLogs.commit');
  const review = useHostQuery('accessLogs.review', { id: session.id }, { keepPrevious: true });
  const job = useLastJob(session);
  const [keep, setKeep] = useState(session.profile === null);
  const [name, setName] = useState(session.profile?.name ?? session.fileName.replace(/(\.[^.]{1,6}){1,2}$/, ''));
  const asked = useRef(-1);
  const { id, revision, fileAtHand, written } = session;
  const idle = session.job === null;
  const { run } = write;
  const needed = fileAtHand && session.checked !== null && session.openProblems === 0;
  useEffect(() => {
    // Reads the events in, or goes on where reading stopped; nothing happens when they are in.
    if (!needed || !idle || asked.current === revision) return;
    asked.current = revision;
    void run({ id });
  }, [needed, idle, run, id, revision]);

  const running = session.job?.kind === 'write';
  const counts = written;
  const nothingNew = counts !== null && counts.new === 0;
  const isSame = session.already !== null && counts === null && job?.state === 'done';
  const failure = commit.error ?? write.error ?? (job?.state === 'failed' ? (job.error ?? null) : null);
  const stopped = !running && (failure !== null || job?.state === 'cancelled') && counts === null;
  const importNow = async () => {
    const saveProfileAs = keep && name.trim() !== '' ? name.trim() : null;
    const reply = await commit.run({ id, revision, saveProfileAs });
    if (reply.ok) go('done');
  };
  return (
    <Wizard
      {...frame}
      current="review"
      heading={t('accessLogs.wizard.heading.review')}
      lead={t('accessLogs.wizard.lead.review')}
      headingActions={
        <RejectedMenu
          of={{ sessionId: id }}
          disabledBecause={session.checked?.rejected === 0 ? t('accessLogs.wizard.noRejected') : undefined}
        />
      }
      next={{
        label: t('accessLogs.wizard.review.import', { count: counts?.new ?? 0 }),
        onClick: () => void importNow(),
        busy: running || commit.pending,
        disabledBecause:
          isSame || nothingNew
            ? t('accessLogs.wizard.review.nothingNew')
            : counts === null
              ? t('accessLogs.wizard.waitForCheck')
              : undefined,
      }}
      meaning={
        <>
          <Meaning title={t('accessLogs.wizard.meaning.review.title')}>{t('accessLogs.wizard.meaning.review')}</Meaning>
          <Meaning title={t('accessLogs.wizard.meaning.audit.title')}>{t('accessLogs.wizard.meaning.audit')}</Meaning>
        </>
      }
    >
      <div className={classes['stack']}>
        {fileAtHand || counts !== null ? null : <FileAgain session={session} />}
        {failure === null ? null : (
          <Note tone="restricted" live>
            {failure.code === 'import.notReady' && failure.step === 'unfinished'
              ? t('accessLogs.wizard.review.unfinished', { file: failure.detail })
              : failure.code === 'import.notReady' && failure.step === 'busy'
                ? t('accessLogs.wizard.review.busy')
                : errorSentence(t, failure)}{' '}
            <LinkButton kind="link" href="#/access/imports">
              {t('accessLogs.wizard.openImports')}
            </LinkButton>
          </Note>
        )}
        {stopped ? (
          <Note tone="info">
            {t('accessLogs.wizard.review.stopped')}{' '}
            <Button kind="link" onClick={() => void run({ id })}>
              {t('accessLogs.wizard.review.goOn')}
            </Button>
          </Note>
        ) : null}
        {running ? <JobProgress session={session} job={job} label={t('accessLogs.wizard.writing')} total={session.bytes} /> : null}
        {isSame || session.already !== null ? (
          <Note tone="info" live>
            {t('accessLogs.wizard.already', { at: session.already == null ? '' : formatDay(session.already.at, t.locale) })}
          </Note>
        ) : null}
        {counts === null ? null : (
          <TileStrip
            label={t('accessLogs.wizard.review.counts')}
            tiles={[
              { name: t('accessLogs.wizard.review.new'), figure: counts.new.toLocaleString(t.locale), tone: 'clear' },
              { name: t('accessLogs.wizard.review.alreadyThere'), figure: counts.alreadyThere.toLocaleString(t.locale) },
              {
                name: t('accessLogs.wizard.review.rejected'),
                figure: counts.rejected.toLocaleString(t.locale),
                ...(counts.rejected > 0 ? { tone: 'review' as const } : {}),
              },
            ]}
          />
        )}
        {nothingNew ? <Note tone="info">{t('accessLogs.wizard.review.nothingNew')}</Note> : null}
        <QueryView query={review}>{(value) => <Summary review={value} session={session} />}</QueryView>
        {nothingNew || isSame ? null : (
          <div className={classes['keep']}>
            <Checkbox label={t('accessLogs.wizard.review.saveProfile')} checked={keep} onChange={setKeep} />
            {keep ? (
              <TextField
                label={t('accessLogs.wizard.review.profileName')}
                labelHidden
                size="small"
                value={name}
                onChange={setName}
                maxLength={120}
              />
            ) : null}
          </div>
        )}
      </div>
    </Wizard>
  );
}

function Summary({ review, session }: { readonly review: OutputOf<'accessLogs.review'>; readonly session: StepProps['session'] }) {
  const t = useText();
  const from = session.written?.firstAt ?? session.checked?.from ?? null;
  const to = session.written?.lastAt ?? session.checked?.to ?? null;
  return (
    <>
      <FactList
        labelWidth={152}
        rows={[
          ...(from === null || to === null
            ? []
            : [
                {
                  label: t('accessLogs.wizard.review.span'),
                  value: t('accessLogs.wizard.review.spanText', { from: instantText(from).slice(0, 16), to: instantText(to).slice(0, 16) }),
                },
              ]),
          { label: t('accessLogs.wizard.review.accounts'), value: t('accessLogs.wizard.review.accountsText', review.accounts) },
          {
            label: t('accessLogs.wizard.review.assets'),
            value:
              review.assets.length === 0
                ? t('accessLogs.wizard.review.noAssets')
                : t('accessLogs.wizard.review.assetsText', {
                    assets: review.assets.length,
                    names: review.assets
                      .slice(0, 6)
                      .map((asset) => asset.name)
                      .join(', '),
                  }),
          },
        ]}
      />
      {review.unmatchedResources === 0 ? null : (
        <Note tone="quiet">{t('accessLogs.wizard.review.unmatched', { count: review.unmatchedResources })}</Note>
      )}
      {review.withoutAddress === 0 ? null : (
        <Note tone="quiet">{t('accessLogs.wizard.review.noAddress', { count: review.withoutAddress })}</Note>
      )}
    </>
  );
}
