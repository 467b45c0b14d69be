import { IconCalendarPlus, IconDeviceFloppy, IconDownload, IconTrash, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AppError } from '../../../../src-shared/contract/kernel.ts';
import type { TemplateView } from '../../../../src-shared/contract/plan.ts';
import { errorSentence, FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Note, Page, PageHeader, Panel, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import { usePlan } from '../plan-data.ts';
import classes from './templates.module.css';

/** Templates of plans: those that come with the product, one's own, and packs to share them. */
export function TemplatesScreen() {
  const t = useText();
  const toast = useToast();
  const templates = useHostQuery('plan.templates', {});
  const plan = usePlan();
  const take = useHostCommand('plan.importTemplate');
  const [saving, setSaving] = useState(false);
  const takeIn = async () => {
    const reply = await take.run({});
    if (reply.ok) toast({ message: t('plan.templates.taken', { title: reply.value.title }) });
  };
  return (
    <Page
      padded
      header={
        <PageHeader
          ruled
          title={t('plan.templates.title')}
          subtitle={t('plan.templates.subtitle')}
          crumbs={[{ label: t('plan.title'), href: '#/plan' }, { label: t('plan.templates.title') }]}
          actions={
            <>
              <Button icon={IconUpload} busy={take.pending} onClick={() => void takeIn()}>
                {t('plan.empty.import')}
              </Button>
              <Button
                icon={IconDeviceFloppy}
                disabledBecause={plan.data === null ? t('plan.templates.noPlan') : undefined}
                onClick={() => setSaving(true)}
              >
                {t('plan.menu.saveTemplate')}
              </Button>
            </>
          }
        />
      }
    >
      <Failure error={take.error} />
      <QueryView query={templates}>
        {(list) => (
          <div className={classes['grid']}>
            {list.map((template) => (
              <TemplateCard key={template.id} template={template} canStart={plan.data === null} />
            ))}
          </div>
        )}
      </QueryView>
      {saving ? <SaveDialog onClose={() => setSaving(false)} /> : null}
    </Page>
  );
}

function TemplateCard({ template, canStart }: { readonly template: TemplateView; readonly canStart: boolean }) {
  const t = useText();
  const navigate = useNavigate();
  const toast = useToast();
  const give = useHostCommand('plan.exportTemplate');
  const remove = useHostCommand('plan.removeTemplate');
  const undo = useHostCommand('journal.undo');
  const tasks = template.phases.reduce((sum, phase) => sum + phase.tasks.length, 0);
  const exported = async () => {
    const reply = await give.run({ id: template.id });
    if (reply.ok) toast({ message: t('plan.templates.given', { file: reply.value.fileName }) });
  };
  const removed = async () => {
    const reply = await remove.run({ id: template.id });
    if (reply.ok) toast({ message: t('plan.templates.removed', { title: template.title }), onUndo: () => void undo.run({}) });
  };
  return (
    <Panel
      title={template.title}
      aside={<span className="caption muted">{t(template.source === 'shipped' ? 'plan.templates.shipped' : 'plan.templates.own')}</span>}
    >
      <div className={classes['card']}>
        <p className="small">{template.about}</p>
        <p className="caption muted">{t('plan.template.size', { tasks, weeks: template.weeks })}</p>
        <dl>
          {template.phases.map((phase) => (
            <div key={phase.phase}>
              <dt>{t('plan.template.phase', { phase: t(`plan.phase.${phase.phase}`), weeks: phase.weeks })}</dt>
              <dd>{phase.tasks.join(' · ')}</dd>
            </div>
          ))}
        </dl>
        <Failure error={give.error ?? remove.error} />
        <div className={classes['buttons']}>
          <Button
            kind="primary"
            icon={IconCalendarPlus}
            disabledBecause={canStart ? undefined : t('plan.templates.running')}
            onClick={() => void navigate('/plan/start')}
          >
            {t('plan.templates.start')}
          </Button>
          <Button icon={IconDownload} busy={give.pending} onClick={() => void exported()}>
            {t('plan.templates.export')}
          </Button>
          {template.source === 'shipped' ? null : (
            <IconButton icon={IconTrash} label={t('plan.templates.remove', { title: template.title })} onClick={() => void removed()} />
          )}
        </div>
      </div>
    </Panel>
  );
}

function SaveDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('plan.saveTemplate');
  const [title, setTitle] = useState('');
  const [about, setAbout] = useState('');
  const submit = async () => {
    const reply = await save.run({ title: title.trim(), about: about.trim() });
    if (!reply.ok) return;
    toast({ message: t('plan.templates.saved', { title: title.trim() }) });
    onClose();
  };
  return (
    <FormDialog
      title={t('plan.menu.saveTemplate')}
      onClose={onClose}
      submitLabel={t('plan.templates.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={title.trim() === '' ? t('plan.templates.nameFirst') : undefined}
      error={save.error}
    >
      <p className="muted">{t('plan.templates.saveText')}</p>
      <TextField label={t('plan.templates.name')} required value={title} onChange={setTitle} maxLength={200} autoFocus />
      <TextArea label={t('plan.templates.about')} value={about} onChange={setAbout} rows={3} maxLength={1000} />
    </FormDialog>
  );
}

/** What went wrong, unless the person only closed a file dialog. */
function Failure({ error }: { readonly error: AppError | null }) {
  const t = useText();
  if (error === null || error.code === 'cancelled') return null;
  return (
    <Note tone="restricted" live>
      {errorSentence(t, error)}
    </Note>
  );
}
