import { IconDownload, IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ReportFormat } from '../../../src-shared/contract/reports.ts';
import { type Command, useScreenCommands } from '../../app/commands.tsx';
import {
  callHost,
  errorSentence,
  type InputOf,
  QueryView,
  RedactionSelect,
  useHostCommand,
  useHostQuery,
  useRunningJob,
} from '../../host/index.ts';
import {
  Button,
  Menu,
  Note,
  Page,
  PageHeader,
  PaperChoice,
  Progress,
  SheetDesk,
  SheetFrame,
  SheetOptions,
  usePaper,
  useSheetZoom,
  useText,
  useToast,
} from '../../ui/index.ts';
import { otherFormats } from './formats.ts';
import classes from './reports.module.css';

/** One report as it will be printed. */
export function PreviewScreen() {
  const { kind = '' } = useParams();
  const recordId = useSearchParams()[0].get('record');
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const [paper] = usePaper();
  const [redaction, setRedaction] = useState('none');
  const zoom = useSheetZoom();
  const [pageCount, setPageCount] = useState(0);
  const request = useMemo(
    () => ({ kind, options: { paper, redaction, recordId } }) as InputOf<'reports.preview'>,
    [kind, paper, redaction, recordId],
  );
  const query = useHostQuery('reports.preview', request, { keepPrevious: true });
  const save = useHostCommand('reports.save');
  const print = useHostCommand('reports.print');
  const job = useRunningJob('reports.save');
  const { run: runSave } = save;
  const { run: runPrint } = print;
  const failure = [save.error, print.error].find((error) => error !== null && error.code !== 'cancelled');
  const title = t.dynamic(`report.kind.${kind}`);

  const saveAs = useCallback(
    async (format: ReportFormat) => {
      const reply = await runSave({ ...request, format });
      if (reply.ok) toast({ message: t('reports.saved', { number: reply.value.number, file: reply.value.fileName ?? '' }) });
    },
    [runSave, request, toast, t],
  );
  const send = useCallback(async () => {
    const reply = await runPrint(request);
    if (reply.ok) toast({ message: t('reports.printed', { number: reply.value.number }) });
  }, [runPrint, request, toast, t]);
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'report.print', titleKey: 'memo.print', shortcut: 'Mod+P', menu: 'file', run: send },
      { id: 'report.savePdf', titleKey: 'memo.savePdf', shortcut: 'Mod+Shift+P', menu: 'file', run: () => saveAs('pdf') },
    ],
    [send, saveAs],
  );
  useScreenCommands(commands);

  const preview = query.data;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          ruled
          title={title}
          subtitle={preview === undefined ? undefined : t('memo.subtitle', { number: preview.number, pages: pageCount, paper })}
          crumbs={[{ label: t('reports.title'), href: '#/reports' }, { label: title }]}
          actions={
            <>
              {zoom.tools}
              <Menu
                align="end"
                groups={[
                  {
                    items: otherFormats.map((format) => ({
                      id: format,
                      label: t.dynamic(`reports.format.${format}`),
                      onSelect: () => void saveAs(format),
                    })),
                  },
                ]}
              >
                <Button icon={IconDownload}>{t('reports.saveAs')}</Button>
              </Menu>
              <Button icon={IconFileTypePdf} busy={save.pending} shortcut="Mod+Shift+P" onClick={() => void saveAs('pdf')}>
                {t('memo.savePdf')}
              </Button>
              <Button kind="primary" icon={IconPrinter} busy={print.pending} shortcut="Mod+P" onClick={() => void send()}>
                {t('memo.print')}
              </Button>
            </>
          }
        >
          {job === null ? null : (
            <Progress
              label={t('job.reports.save')}
              done={job.done}
              total={job.total}
              onCancel={() => void callHost('jobs.cancel', { id: job.jobId })}
            />
          )}
          {failure === undefined || failure === null ? null : (
            <Note tone="restricted" live>
              {errorSentence(t, failure)}
            </Note>
          )}
        </PageHeader>
      }
    >
      <SheetFrame
        ready={preview !== undefined}
        options={
          <SheetOptions foot={<p>{t('reports.recorded')}</p>}>
            <p className={classes['about']}>{t.dynamic(`report.kind.${kind}.for`)}</p>
            <div className={classes['redaction']}>
              <RedactionSelect value={redaction} onChange={setRedaction} />
              <a href="#/settings/reports">{t('redaction.settingsLink')}</a>
            </div>
            {recordId === null ? null : (
              <Note tone="info">
                {t(kind === 'plan-status' ? 'reports.onePlan' : 'reports.oneRecord')}{' '}
                <a href={`#/reports/${kind}`}>{t(kind === 'plan-status' ? 'reports.planInForce' : 'reports.everyRecord')}</a>
              </Note>
            )}
            <section>
              <h2>{t('memo.paper')}</h2>
              <PaperChoice />
            </section>
            <section>
              <h2>{t('reports.brand')}</h2>
              <a href="#/settings/reports">{t('reports.brandLink')}</a>
            </section>
            {preview === undefined || preview.leftOut === 0 ? null : (
              <Note tone="info">{t('reports.leftOut', { count: preview.leftOut })}</Note>
            )}
          </SheetOptions>
        }
      >
        <QueryView query={query} rows={12} whenGone={<Button onClick={() => void navigate('/reports')}>{t('reports.title')}</Button>}>
          {(value) => <SheetDesk page={value.page} paper={paper} zoom={zoom.zoom} onFit={zoom.setFit} onPages={setPageCount} />}
        </QueryView>
      </SheetFrame>
    </Page>
  );
}
