import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { SupposedChange, Watch } from '../../../../src-shared/contract/cases.ts';
import { errorSentence, JobProgress, QueryView, useHostCommand, useHostQuery, useJob } from '../../../host/index.ts';
import {
  Button,
  DayField,
  dayOf,
  EmptyState,
  IconButton,
  MultiSelect,
  Note,
  Page,
  PageHeader,
  RulePlaces,
  useText,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { ChangeDialog } from './ChangeDialog.tsx';
import { changeWords } from './change-words.ts';
import { ImpactResult } from './ImpactResult.tsx';

/** Supposes another day, other packs or single changes, and shows what they would touch. */
export function ImpactScreen() {
  const watch = useHostQuery('cases.watch', {});
  return <QueryView query={watch}>{(found) => <ImpactPage watch={found} />}</QueryView>;
}

function ImpactPage({ watch }: { readonly watch: Watch }) {
  const t = useText();
  const [params] = useSearchParams();
  const { data: packs } = useHostQuery('rulepacks.list', {});
  const start = useHostCommand('cases.startImpact');
  const [on, setOn] = useState(params.get('on') ?? '');
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [changes, setChanges] = useState<readonly SupposedChange[]>(() => fromCheck(watch, params.get('check')));
  const [adding, setAdding] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const job = useJob(jobId);
  const day = dayOf(on);
  const running = jobId !== null && (job === null || job.state === 'running');
  const nothing = day === null && chosen.length === 0 && changes.length === 0;
  const run = async () => {
    if (day === undefined) return;
    const reply = await start.run({ on: day, packs: chosen.length === 0 ? null : [...chosen], changes: [...changes] });
    if (reply.ok) setJobId(reply.value.jobId);
  };
  return (
    <Page
      header={
        <PageHeader
          title={t('impact.title')}
          crumbs={[
            { label: t('rules.title'), href: '#/rules' },
            { label: t('watch.tab'), href: '#/rules/watch' },
            { label: t('impact.title') },
          ]}
          subtitle={t('impact.subtitle')}
        >
          <RulePlaces here="watch" />
        </PageHeader>
      }
    >
      <div className={classes['suppose']}>
        <form
          className={classes['form']}
          aria-label={t('impact.suppose')}
          onSubmit={(event) => {
            event.preventDefault();
            void run();
          }}
        >
          <DayField label={t('impact.day')} hint={t('impact.dayHint')} value={on} onChange={setOn} />
          <MultiSelect
            label={t('impact.packs')}
            hint={t('impact.packsHint')}
            values={chosen}
            options={(packs ?? []).map(({ id, title }) => ({ value: id, label: title }))}
            onChange={setChosen}
          />
          <div className={classes['picker']}>
            <b className="medium">{t('impact.changes')}</b>
            {changes.length === 0 ? (
              <span className="muted">{t('impact.changes.none')}</span>
            ) : (
              <ul className={classes['changes']}>
                {changes.map((change) => {
                  const words = changeWords(t, change);
                  return (
                    <li key={words}>
                      <span>{words}</span>
                      <IconButton
                        icon={IconX}
                        label={t('impact.change.remove', { change: words })}
                        onClick={() => setChanges((now) => now.filter((one) => one !== change))}
                      />
                    </li>
                  );
                })}
              </ul>
            )}
            <span>
              <Button size="small" icon={IconPlus} onClick={() => setAdding(true)}>
                {t('impact.change.add')}
              </Button>
            </span>
          </div>
          <Button
            kind="primary"
            busy={start.pending || running}
            disabledBecause={day === undefined ? t('field.noDay') : nothing ? t('impact.runFirst') : undefined}
            onClick={() => void run()}
          >
            {t('impact.run')}
          </Button>
          {start.error === null ? null : (
            <Note tone="restricted" live>
              {errorSentence(t, start.error)}
            </Note>
          )}
        </form>
        <div className={classes['result']} aria-live="polite">
          {jobId === null ? (
            <EmptyState inline title={t('impact.idle')}>
              {t('impact.idleText')}
            </EmptyState>
          ) : running ? (
            <JobProgress session={{ job: { jobId } }} job={job} label={t('impact.running')} />
          ) : job?.state === 'done' ? (
            <Found jobId={jobId} />
          ) : (
            <Note tone="review">{job?.error === undefined ? t('impact.stopped') : errorSentence(t, job.error)}</Note>
          )}
        </div>
      </div>
      {adding ? (
        <ChangeDialog
          packs={packs ?? []}
          onClose={() => setAdding(false)}
          onAdd={(change) => {
            setChanges((now) => [...now.filter((one) => changeWords(t, one) !== changeWords(t, change)), change].slice(-20));
            setAdding(false);
          }}
        />
      ) : null}
    </Page>
  );
}

function Found({ jobId }: { readonly jobId: string }) {
  const t = useText();
  const impact = useHostQuery('cases.impact', { jobId });
  return (
    <QueryView query={impact}>
      {(found) => (found === null ? <Note>{t('impact.stopped')}</Note> : <ImpactResult impact={found} />)}
    </QueryView>
  );
}

/** What an unconfirmed item would mean if it came out the other way. */
function fromCheck(watch: Watch, id: string | null): readonly SupposedChange[] {
  const check = watch.checks.find((one) => one.id === id);
  if (check === undefined) return [];
  const { pack } = check.subject;
  if (check.ownership !== null) return [{ kind: 'ownership', pack, test: check.ownership, value: 'suspended' }];
  return check.entries.slice(0, 20).map((entry) => ({ kind: 'enforcement', pack, id: entry, value: 'enforced' }));
}
