import { IconDots, IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { LogImportLine } from '../../../src-shared/contract/access-logs.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { callHost, errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  ConfirmDialog,
  importClasses as classes,
  Day,
  EmptyState,
  IconButton,
  Menu,
  type MenuItem,
  Note,
  Page,
  PageHeader,
  SimpleTable,
  StatusText,
  type Tone,
  useGoOn,
  useText,
  useToast,
} from '../../ui/index.ts';
import { productName } from './words.ts';

const tones = {
  reading: 'info',
  broken: 'review',
  ready: 'review',
  committed: 'clear',
  undone: 'unassessed',
  discarded: 'unassessed',
} as const satisfies Record<LogImportLine['state'], Tone>;

const eventsOf = (line: LogImportLine) => `/access/events?import=${encodeURIComponent(line.id)}`;
const unfinished = (line: LogImportLine) => line.state === 'broken' || line.state === 'ready';

/** Every access log that was brought in, with what it held, and the ones that broke off. */
export function ImportsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const imports = useHostQuery('accessLogs.imports', {});
  return (
    <Page
      header={
        <PageHeader
          title={t('accessLogs.wizard.imports.title')}
          crumbs={[{ label: t('access.title.overview'), href: '#/access' }, { label: t('accessLogs.wizard.imports.title') }]}
          subtitle={t('accessLogs.wizard.imports.subtitle', { count: imports.data?.length ?? 0 })}
          actions={
            <Button kind="primary" icon={IconFileImport} onClick={() => void navigate('/access/import')}>
              {t('accessLogs.wizard.title')}
            </Button>
          }
        />
      }
    >
      <QueryView query={imports}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState
              title={t('accessLogs.wizard.imports.empty')}
              actions={
                <Button icon={IconFileImport} onClick={() => void navigate('/access/import')}>
                  {t('accessLogs.wizard.title')}
                </Button>
              }
            >
              {t('accessLogs.wizard.imports.emptyDetail')}
            </EmptyState>
          ) : (
            <ImportList imports={all} />
          )
        }
      </QueryView>
    </Page>
  );
}

function ImportList({ imports }: { readonly imports: readonly LogImportLine[] }) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const undo = useHostCommand('accessLogs.undoImport');
  const discard = useHostCommand('accessLogs.discardImport');
  const resume = useHostCommand('accessLogs.resumeImport');
  const [asking, setAsking] = useState<{ readonly line: LogImportLine; readonly what: 'undo' | 'discard' } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const busy = undo.pending || discard.pending;

  const act = async () => {
    if (asking === null) return;
    const { line, what } = asking;
    const reply = await (what === 'undo' ? undo : discard).run({ importId: line.id });
    setAsking(null);
    if (!reply.ok) setFailure(errorSentence(t, reply.error));
    else toast({ message: t(what === 'undo' ? 'accessLogs.wizard.done.undone' : 'accessLogs.wizard.discarded', { file: line.fileName }) });
  };
  const resumeFrom = async (line: LogImportLine) => {
    setFailure(null);
    const picked = await callHost('accessLogs.chooseFiles', { folder: false });
    const [file] = picked.ok ? picked.value : [];
    if (file === undefined) return;
    const reply = await resume.run({ importId: line.id, handle: file.handle });
    if (reply.ok) goOn(`/access/import/${reply.value.sessionId}?step=review`);
    else
      setFailure(
        reply.error.code === 'record.conflict' ? t('accessLogs.wizard.otherFile', { file: line.fileName }) : errorSentence(t, reply.error),
      );
  };
  const saveRejected = async (line: LogImportLine, as: 'csv' | 'xlsx') => {
    const reply = await callHost('accessLogs.importRejected', { importId: line.id, as });
    if (!reply.ok) setFailure(errorSentence(t, reply.error));
    else if (reply.value !== null) toast({ message: t('imports.ui.rejectedSaved', { name: reply.value.name }) });
  };
  const open = (line: LogImportLine) => void navigate(line.sessionId === null ? eventsOf(line) : `/access/import/${line.sessionId}`);
  const itemsOf = (line: LogImportLine): readonly MenuItem[] => [
    ...(line.state === 'committed'
      ? [
          {
            id: 'events',
            label: t('accessLogs.wizard.imports.showEvents'),
            onSelect: () => void navigate(eventsOf(line)),
          },
        ]
      : []),
    ...(line.sessionId === null || line.state === 'discarded'
      ? []
      : [
          {
            id: 'wizard',
            label: t('accessLogs.wizard.imports.openWizard'),
            onSelect: () => void navigate(`/access/import/${line.sessionId}`),
          },
        ]),
    ...(line.rejected === 0 || line.state === 'undone' || line.state === 'discarded'
      ? []
      : [
          { id: 'xlsx', label: t('accessLogs.wizard.rejectedXlsx'), onSelect: () => void saveRejected(line, 'xlsx') },
          { id: 'csv', label: t('accessLogs.wizard.rejectedCsv'), onSelect: () => void saveRejected(line, 'csv') },
        ]),
    ...(line.state === 'committed'
      ? [{ id: 'undo', label: t('accessLogs.wizard.done.undo'), danger: true, onSelect: () => setAsking({ line, what: 'undo' }) }]
      : []),
    ...(unfinished(line)
      ? [
          {
            id: 'discard',
            label: t('accessLogs.wizard.imports.discard'),
            danger: true,
            onSelect: () => setAsking({ line, what: 'discard' }),
          },
        ]
      : []),
  ];

  return (
    <>
      {failure === null ? null : (
        <div className={classes['padded']}>
          <Note tone="restricted" live>
            {failure}
          </Note>
        </div>
      )}
      {imports.filter(unfinished).map((line) => (
        <div key={line.id} className={classes['padded']}>
          <Note tone="review">
            {t('accessLogs.wizard.imports.unfinished', { file: line.fileName, events: line.events })}
            <span className={classes['ways']}>
              {line.state === 'ready' && line.sessionId !== null ? (
                <Button kind="link" onClick={() => void navigate(`/access/import/${line.sessionId}?step=review`)}>
                  {t('accessLogs.wizard.imports.review')}
                </Button>
              ) : (
                <Button kind="link" busy={resume.pending} onClick={() => void resumeFrom(line)}>
                  {t('accessLogs.wizard.imports.resume')}
                </Button>
              )}
              <Button kind="link" onClick={() => setAsking({ line, what: 'discard' })}>
                {t('accessLogs.wizard.imports.discard')}
              </Button>
            </span>
          </Note>
        </div>
      ))}
      <SimpleTable
        label={t('accessLogs.wizard.imports.title')}
        place="page"
        sticky
        rowHeight={44}
        groups={[{ id: 'imports', rows: imports }]}
        rowKey={(line) => line.id}
        onPress={open}
        columns={[
          {
            id: 'file',
            header: t('accessLogs.wizard.imports.file'),
            minWidth: 180,
            cell: (line) => (
              <b className={classes['cell']} title={`${line.fileName}\n${line.sha256}`}>
                {line.fileName}
              </b>
            ),
          },
          {
            id: 'product',
            header: t('accessLogs.wizard.imports.product'),
            width: 176,
            fold: { under: 'file', order: 4 },
            cell: (line) => <span className={classes['because']}>{productName(t, line.preset)}</span>,
          },
          {
            id: 'state',
            header: t('accessLogs.wizard.imports.state'),
            width: 148,
            cell: (line) => <StatusText tone={tones[line.state]}>{t(`accessLogs.wizard.imports.state.${line.state}`)}</StatusText>,
          },
          figureColumn('events', t('accessLogs.wizard.imports.events'), 84, (line) => line.events, t.locale),
          figureColumn('alreadyThere', t('accessLogs.wizard.imports.alreadyThere'), 96, (line) => line.alreadyThere, t.locale),
          figureColumn('rejected', t('accessLogs.wizard.imports.rejected'), 84, (line) => line.rejected, t.locale),
          {
            id: 'span',
            header: t('accessLogs.wizard.imports.span'),
            width: 196,
            fold: { under: 'state', order: 3 },
            cell: (line) => (
              <span>
                {line.firstAt === null || line.lastAt === null
                  ? ''
                  : t('accessLogs.wizard.imports.spanText', {
                      from: formatDay(line.firstAt, t.locale),
                      to: formatDay(line.lastAt, t.locale),
                    })}
              </span>
            ),
          },
          {
            id: 'profile',
            header: t('accessLogs.wizard.imports.profile'),
            width: 120,
            fold: { under: 'file', order: 1 },
            cell: (line) => (line.profile === null ? null : <span className={classes['because']}>{line.profile}</span>),
          },
          {
            id: 'by',
            header: t('accessLogs.wizard.imports.by'),
            width: 140,
            fold: { under: 'at', order: 2 },
            cell: (line) => (line.by === null ? null : <span className={classes['because']}>{line.by}</span>),
          },
          {
            id: 'at',
            header: t('accessLogs.wizard.imports.at'),
            width: 112,
            cell: (line) => <Day value={line.committedAt ?? line.startedAt} />,
          },
          {
            id: 'actions',
            header: '',
            width: 48,
            cell: (line) => {
              const items = itemsOf(line);
              return items.length === 0 ? null : (
                <Menu align="end" groups={[{ items }]}>
                  <IconButton icon={IconDots} label={t('accessLogs.wizard.imports.actions', { file: line.fileName })} />
                </Menu>
              );
            },
          },
        ]}
      />
      <ConfirmDialog
        opened={asking !== null}
        onClose={() => setAsking(null)}
        title={t(asking?.what === 'discard' ? 'accessLogs.wizard.imports.discard' : 'accessLogs.wizard.done.undo')}
        action={t(asking?.what === 'discard' ? 'accessLogs.wizard.imports.discard' : 'accessLogs.wizard.done.undo')}
        onConfirm={() => void act()}
        busy={busy}
      >
        {asking === null
          ? ''
          : t(asking.what === 'discard' ? 'accessLogs.wizard.imports.discardSure' : 'accessLogs.wizard.imports.undoSure', {
              file: asking.line.fileName,
              events: asking.line.events,
            })}
      </ConfirmDialog>
    </>
  );
}

function figureColumn(id: string, header: string, width: number, figure: (line: LogImportLine) => number, locale: string) {
  return {
    id,
    header,
    width,
    align: 'end' as const,
    cell: (line: LogImportLine) => <span className="figures">{figure(line).toLocaleString(locale)}</span>,
  };
}
