import { IconArchive, IconFolder } from '@tabler/icons-react';
import { useState } from 'react';
import type { BinderOptions, ExportRecord, ReportFormat } from '../../../src-shared/contract/reports.ts';
import type { ReportKind } from '../../../src-shared/model/report-kind.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import {
  callHost,
  copyText,
  errorSentence,
  QueryView,
  RedactionSelect,
  useHostCommand,
  useHostQuery,
  useLeavesOut,
  useRunningJob,
} from '../../host/index.ts';
import {
  Button,
  Checkbox,
  Note,
  Page,
  PageHeader,
  PaperChoice,
  Progress,
  Section,
  Segmented,
  usePaper,
  useText,
  Well,
} from '../../ui/index.ts';
import { binderFormats } from './formats.ts';
import classes from './reports.module.css';

/** Chooses what goes into an audit binder, makes it, and says how it is proved whole. */
export function BinderScreen() {
  const t = useText();
  const [paper] = usePaper();
  const kinds = useHostQuery('reports.kinds', {});
  const binder = useHostQuery('reports.binder', {});
  const save = useHostCommand('reports.saveBinder');
  const job = useRunningJob('reports.binder');
  const [left, setLeft] = useState<ReadonlySet<ReportKind>>(new Set());
  const [formats, setFormats] = useState<readonly ReportFormat[]>(['pdf', 'xlsx']);
  const [evidence, setEvidence] = useState(true);
  const [redaction, setRedaction] = useState('none');
  const [as, setAs] = useState<BinderOptions['as']>('zip');
  const [made, setMade] = useState<ExportRecord | null>(null);
  const chosen = (kinds.data ?? []).map(({ kind }) => kind).filter((kind) => !left.has(kind));
  const held = useLeavesOut(redaction, 'evidenceFiles');
  const nothing = chosen.length === 0 || formats.length === 0;
  const failure = save.error !== null && save.error.code !== 'cancelled' ? save.error : null;

  const make = async () => {
    setMade(null);
    const reply = await save.run({
      paper,
      redaction,
      evidence,
      as,
      reports: chosen.map((kind) => ({ kind, formats: binderFormats.filter((format) => formats.includes(format)) })),
    });
    if (reply.ok) setMade(reply.value);
  };
  const toggle = (kind: ReportKind, on: boolean) => setLeft(new Set(on ? [...left].filter((each) => each !== kind) : [...left, kind]));

  return (
    <Page
      header={
        <PageHeader
          title={t('reports.binder')}
          subtitle={t('reports.binder.text')}
          crumbs={[{ label: t('reports.title'), href: '#/reports' }, { label: t('reports.binder') }]}
          actions={
            <Button
              kind="primary"
              icon={as === 'zip' ? IconArchive : IconFolder}
              busy={save.pending}
              disabledBecause={nothing ? t('reports.binder.nothing') : undefined}
              onClick={() => void make()}
            >
              {t('reports.binder.make')}
            </Button>
          }
        >
          {job === null ? null : (
            <Progress
              label={t('job.reports.binder')}
              done={job.done}
              total={job.total}
              onCancel={() => void callHost('jobs.cancel', { id: job.jobId })}
            />
          )}
          {failure === null ? null : (
            <Note tone="restricted" live>
              {errorSentence(t, failure)}
            </Note>
          )}
          {made === null ? null : (
            <Note tone="clear" live>
              {t('reports.binder.made', { number: made.number, file: made.fileName ?? '' })}
            </Note>
          )}
        </PageHeader>
      }
    >
      <div className={`${classes['room'] ?? ''} ${classes['binder'] ?? ''}`}>
        <Section title={t('reports.binder.which')}>
          <QueryView query={kinds} rows={6}>
            {(rows) => (
              <div className={classes['boxes']}>
                {rows.map(({ kind }) => (
                  <Checkbox
                    key={kind}
                    label={t.dynamic(`report.kind.${kind}`)}
                    hint={t.dynamic(`report.kind.${kind}.for`)}
                    checked={!left.has(kind)}
                    onChange={(on) => toggle(kind, on)}
                  />
                ))}
              </div>
            )}
          </QueryView>
        </Section>
        <div className={classes['choices']}>
          <Section title={t('reports.binder.formats')}>
            <div className={classes['boxes']}>
              {binderFormats.map((format) => (
                <Checkbox
                  key={format}
                  label={t.dynamic(`reports.format.${format}`)}
                  checked={formats.includes(format)}
                  onChange={(on) => setFormats(on ? [...formats, format] : formats.filter((each) => each !== format))}
                />
              ))}
            </div>
          </Section>
          <Section title={t('reports.binder.evidence')}>
            <Checkbox
              label={t('reports.binder.evidence.with', {
                count: binder.data?.evidence.files ?? 0,
                size: formatBytes(binder.data?.evidence.bytes ?? 0, t.locale),
              })}
              hint={held ? t('reports.binder.evidence.held') : t('reports.binder.evidence.hint')}
              checked={evidence && !held}
              disabled={held}
              onChange={setEvidence}
            />
          </Section>
          <RedactionSelect value={redaction} onChange={setRedaction} />
          <Section title={t('reports.binder.as')}>
            <div className="row">
              <Segmented<BinderOptions['as']>
                label={t('reports.binder.as')}
                value={as}
                choices={[
                  { value: 'zip', label: t('reports.binder.as.zip') },
                  { value: 'folder', label: t('reports.binder.as.folder') },
                ]}
                onChange={setAs}
              />
              <PaperChoice />
            </div>
          </Section>
          <Section title={t('reports.binder.proof')}>
            <p>{t('reports.binder.proofText')}</p>
            <SigningKey />
          </Section>
        </div>
      </div>
    </Page>
  );
}

/** Fingerprint of the key that signs, to be given to whoever receives a binder. */
function SigningKey() {
  const t = useText();
  const { data } = useHostQuery('reports.binder', {});
  const key = data?.key ?? null;
  if (data === undefined) return null;
  if (key === null) return <p className="muted">{t('reports.key.none')}</p>;
  return (
    <>
      <Well>
        <code className={classes['fingerprint']}>{(key.fingerprint.match(/.{1,8}/g) ?? []).join(' ')}</code>
      </Well>
      <Button kind="link" onClick={() => void copyText(key.fingerprint)}>
        {t('reports.key.copy')}
      </Button>
    </>
  );
}
