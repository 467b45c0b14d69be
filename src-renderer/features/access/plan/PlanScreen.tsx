import { IconDownload } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useNavigate, useParams } from 'react-router';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { QueryView, useHostCommand, useHostQuery, useSaveAs } from '../../../host/index.ts';
import { Button, Page, PageHeader, useText, useToast } from '../../../ui/index.ts';
import { BriefingPanel } from './BriefingPanel.tsx';
import { PlanSheet } from './PlanSheet.tsx';
import classes from './plan.module.css';

/** The technology control plan of one asset as it is printed, with the briefings that belong to it beside the paper. */
export function PlanScreen() {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id = '' } = useParams();
  const plan = useHostQuery('access.controlPlan', { assetId: id }, { keepPrevious: true });
  const { run, pending, error } = useHostCommand('access.exportControlPlan');
  const { open, dialog } = useSaveAs<'pdf' | 'html'>({
    title: t('access.plan.save'),
    formats: ['pdf', 'html'],
    busy: pending,
    error,
    onSave: async (choice) => {
      const reply = await run({ assetId: id, ...choice });
      if (reply.ok && reply.value !== null)
        toast({ message: t('access.plan.saved', { name: reply.value.name, size: formatBytes(reply.value.bytes, t.locale) }) });
      return reply;
    },
  });
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'access.savePlan', titleKey: 'access.plan.save', shortcut: 'Mod+P', menu: 'file', run: () => open('pdf') },
    ],
    [open],
  );
  useScreenCommands(commands);
  const name = plan.data?.assetName;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          ruled
          title={t('access.plan.title')}
          subtitle={name}
          crumbs={[
            { label: t('access.title.overview'), href: '#/access' },
            { label: t('access.view.coverage'), href: '#/access/coverage' },
            { label: name === undefined ? t('access.plan.title') : t('access.plan.crumb', { name }) },
          ]}
          actions={
            <Button kind="primary" icon={IconDownload} busy={pending} shortcut="Mod+P" hasPopup="dialog" onClick={() => open()}>
              {t('access.plan.save')}
            </Button>
          }
        />
      }
    >
      <QueryView
        query={plan}
        rows={12}
        whenGone={<Button onClick={() => void navigate('/access/coverage')}>{t('access.plan.toAssets')}</Button>}
      >
        {(value) => (
          <div className={classes['frame']}>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
            <div className={classes['desk']} role="region" aria-label={t('access.plan.paper')} tabIndex={0}>
              <PlanSheet plan={value} />
            </div>
            <BriefingPanel plan={value} />
          </div>
        )}
      </QueryView>
      {dialog}
    </Page>
  );
}
