import { useState } from 'react';
import type { ImportSession, RowFilter } from '../../../src-shared/contract/imports.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { errorSentence, JobProgress, QueryView, useHostCommand, useHostQuery, useLastJob } from '../../host/index.ts';
import {
  Checkbox,
  importClasses as classes,
  Meaning,
  Note,
  Pager,
  Segmented,
  SimpleTable,
  TextField,
  TileStrip,
  useText,
  Wizard,
} from '../../ui/index.ts';
import { RejectedButton } from './CheckStep.tsx';
import type { StepProps } from './ImportWizard.tsx';
import { Changes, FirstFacts } from './RowFacts.tsx';

const filters = ['new', 'changed', 'same', 'skipped'] as const satisfies readonly RowFilter[];

/** Step six: everything on one page before anything is written. */
export function ReviewStep({ session, frame, go }: StepProps) {
  const t = useText();
  const commit = useHostCommand('imports.commit');
  const [keep, setKeep] = useState(false);
  const [name, setName] = useState(session.profile?.name ?? session.fileName.replace(/\.[^.]+$/, ''));
  const job = useLastJob(session, (event) => {
    if (event.state === 'done') go('done');
  });
  const outcomes = session.outcomes ?? { new: 0, same: 0, changed: 0, skipped: 0, blocked: 0 };
  const count = outcomes.new + outcomes.changed;
  const running = session.job?.kind === 'commit';
  const start = () =>
    void commit.run({ id: session.id, revision: session.revision, ...(keep && name.trim() !== '' ? { saveProfileAs: name.trim() } : {}) });
  const failure = commit.error ?? job?.error ?? null;
  return (
    <Wizard
      {...frame}
      current="review"
      heading={t('imports.ui.heading.review')}
      lead={t('imports.ui.lead.review')}
      headingActions={<RejectedButton sessionId={session.id} />}
      next={{
        label: t('imports.ui.import', { count }),
        onClick: start,
        busy: running || commit.pending,
        disabledBecause: count === 0 ? t('imports.ui.nothingNew') : undefined,
      }}
      meaning={
        <>
          <Meaning title={t('imports.ui.meaning.review.title')}>
            {t.dynamic(`imports.ui.meaning.review.${session.target}`, {}, t('imports.ui.meaning.review'))}
          </Meaning>
          <Meaning title={t('imports.ui.meaning.values.title')}>
            {t.dynamic(`imports.ui.meaning.values.${session.target}`, {}, t('imports.ui.meaning.values'))}
          </Meaning>
        </>
      }
    >
      <div className={classes['stack']}>
        {failure === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, failure)}
          </Note>
        )}
        {running ? <JobProgress session={session} job={job} label={t('imports.ui.importing')} total={count} /> : null}
        <TileStrip
          label={t('imports.step.review')}
          tiles={[
            { name: t('imports.ui.new'), figure: outcomes.new, tone: 'clear' },
            { name: t('imports.ui.changed'), figure: outcomes.changed, tone: 'review' },
            { name: t('imports.ui.same'), figure: outcomes.same },
            { name: t('imports.ui.left'), figure: outcomes.skipped + outcomes.blocked },
          ]}
        />
        {session.alreadyImported === null ? null : (
          <Note tone="info">{t('imports.ui.alreadyImported', { at: formatDay(session.alreadyImported.at, t.locale) })}</Note>
        )}
        {count === 0 ? <Note tone="info">{t('imports.ui.nothingNew')}</Note> : null}
        <div className={classes['keep']}>
          <Checkbox label={t('imports.ui.saveProfile')} checked={keep} onChange={setKeep} />
          {keep ? (
            <TextField label={t('imports.ui.profileName')} labelHidden size="small" value={name} onChange={setName} maxLength={120} />
          ) : null}
        </div>
        <ReviewRows session={session} />
      </div>
    </Wizard>
  );
}

const pageSize = 100;

function ReviewRows({ session }: { readonly session: ImportSession }) {
  const t = useText();
  const first = filters.find((filter) => (session.outcomes?.[filter] ?? 0) > 0) ?? 'new';
  const [filter, setFilter] = useState<(typeof filters)[number]>(first);
  const [offset, setOffset] = useState(0);
  const rows = useHostQuery('imports.rows', { id: session.id, filter, offset, limit: pageSize }, { keepPrevious: true });
  const columns = useHostQuery('imports.columns', { id: session.id });
  const fieldOf = (fieldId: string) => columns.data?.fields.find((field) => field.id === fieldId);
  const titles = { new: t('imports.ui.new'), changed: t('imports.ui.changed'), same: t('imports.ui.same'), skipped: t('imports.ui.left') };
  return (
    <>
      <div className={classes['segments']}>
        <Segmented
          label={t('imports.ui.view')}
          value={filter}
          onChange={(next) => {
            setFilter(next);
            setOffset(0);
          }}
          choices={filters.map((value) => ({ value, label: titles[value] }))}
        />
      </div>
      <QueryView query={rows}>
        {({ rows: shown, total }) => (
          <>
            <SimpleTable
              label={titles[filter]}
              place="inline"
              groups={[{ id: 'rows', rows: shown }]}
              rowKey={(row) => String(row.row)}
              columns={[
                {
                  id: 'row',
                  header: t('imports.ui.row'),
                  width: 64,
                  align: 'end',
                  cell: (row) => <span className="figures">{row.row}</span>,
                },
                {
                  id: 'record',
                  header: t('imports.ui.record'),
                  width: 190,
                  cell: (row) => <span className={classes['cell']}>{row.title}</span>,
                },
                {
                  id: 'what',
                  header: titles[filter],
                  minWidth: 280,
                  fold: { under: 'record', order: 1 },
                  cell: (row) => (
                    <span className={classes['because']}>
                      {filter === 'changed' ? (
                        <Changes row={row} fieldOf={fieldOf} />
                      ) : filter === 'skipped' ? (
                        t.dynamic(`imports.reason.${reasonOf(row.skippedBecause)}`)
                      ) : (
                        <FirstFacts row={row} fieldOf={fieldOf} />
                      )}
                    </span>
                  ),
                },
              ]}
            />
            <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset}>
              <span className="caption muted">{t('imports.ui.ofRows', { shown: Math.min(total, offset + pageSize), total })}</span>
            </Pager>
          </>
        )}
      </QueryView>
    </>
  );
}

const reasons = {
  unfit: 'unfit',
  excluded: 'excluded',
  totals: 'totalsRow',
  repeatedHeader: 'repeatedHeader',
  blank: 'blankRow',
  duplicate: 'duplicateInFile',
} as const;

const reasonOf = (because: keyof typeof reasons | null) => (because === null ? 'excluded' : reasons[because]);
