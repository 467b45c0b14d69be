import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { MemoOptions, type MemoPreview } from '../../../src-shared/contract/reports.ts';
import { type Command, useScreenCommands } from '../../app/commands.tsx';
import { errorSentence, type InputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  Note,
  Page,
  PageHeader,
  SheetDesk,
  SheetFrame,
  usePaper,
  usePreference,
  useSheetZoom,
  useText,
  useToast,
} from '../../ui/index.ts';
import { MemoOptionsPanel } from './MemoOptions.tsx';

const usual: MemoOptions = {
  paper: 'A4',
  redaction: 'none',
  parts: { facts: true, entries: true, questions: true, trace: true, remarks: true, attorneyAdvice: false, signatures: true },
};
const roomOf: Readonly<
  Record<string, { readonly path: string; readonly titleKey: 'memo.room.models' | 'memo.room.systems' | 'memo.room.software' }>
> = {
  model: { path: 'models', titleKey: 'memo.room.models' },
  chip: { path: 'systems', titleKey: 'memo.room.systems' },
  computer: { path: 'systems', titleKey: 'memo.room.systems' },
};
const otherRoom = { path: 'software', titleKey: 'memo.room.software' } as const;

/** The classification memo as it will be printed, with what goes into it at the right. */
export function MemoScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const toast = useToast();
  const [paper] = usePaper();
  const [chosen, setOptions] = usePreference('memo.options', usual, isOptions);
  const options = useMemo((): MemoOptions => ({ ...chosen, paper }), [chosen, paper]);
  const zoom = useSheetZoom();
  const [pageCount, setPageCount] = useState(0);
  const request = useMemo(() => ({ assetId: id, options }) as InputOf<'reports.memoPreview'>, [id, options]);
  const query = useHostQuery('reports.memoPreview', request, { keepPrevious: true });
  const print = useHostCommand('reports.memoPrint');
  const save = useHostCommand('reports.memoSave');
  const { run: runPrint } = print;
  const failure = [print.error, save.error].find((error) => error !== null && error.code !== 'cancelled');

  const send = useCallback(
    async (to: 'pdf' | 'print') => {
      const reply = await runPrint({ ...request, to });
      if (reply.ok)
        toast({
          message: t(to === 'pdf' ? 'memo.saved' : 'memo.printed', { number: reply.value.number, file: reply.value.fileName ?? '' }),
        });
    },
    [runPrint, request, toast, t],
  );
  const saveData = async () => {
    const reply = await save.run({ ...request, format: 'json' });
    if (reply.ok) toast({ message: t('memo.saved', { number: reply.value.number, file: reply.value.fileName ?? '' }) });
  };
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'memo.print', titleKey: 'memo.print', shortcut: 'Mod+P', menu: 'file', run: () => send('print') },
      { id: 'memo.savePdf', titleKey: 'memo.savePdf', shortcut: 'Mod+Shift+P', menu: 'file', run: () => send('pdf') },
    ],
    [send],
  );
  useScreenCommands(commands);

  const preview = query.data;
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          ruled
          title={t('memo.title')}
          subtitle={
            preview === undefined ? undefined : t('memo.subtitle', { number: preview.number, pages: pageCount, paper: options.paper })
          }
          crumbs={crumbsOf(preview, t)}
          actions={
            <>
              {zoom.tools}
              <Button icon={IconFileTypePdf} busy={print.pending} shortcut="Mod+Shift+P" onClick={() => void send('pdf')}>
                {t('memo.savePdf')}
              </Button>
              <Button kind="primary" icon={IconPrinter} busy={print.pending} shortcut="Mod+P" onClick={() => void send('print')}>
                {t('memo.print')}
              </Button>
            </>
          }
        >
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
          <MemoOptionsPanel
            options={options}
            onChange={setOptions}
            preview={preview}
            onSaveData={() => void saveData()}
            saving={save.pending}
          />
        }
      >
        <QueryView query={query} rows={12} whenGone={<WaysBack />}>
          {(value) => <SheetDesk page={value.page} paper={options.paper} zoom={zoom.zoom} onFit={zoom.setFit} onPages={setPageCount} />}
        </QueryView>
      </SheetFrame>
    </Page>
  );
}

/** What a record was is not known once it is gone, so every list is offered. */
function WaysBack() {
  const t = useText();
  const navigate = useNavigate();
  return [roomOf['model'], roomOf['chip'], otherRoom].map((room) =>
    room === undefined ? null : (
      <Button key={room.path} onClick={() => void navigate(`/${room.path}`)}>
        {t(room.titleKey)}
      </Button>
    ),
  );
}

function crumbsOf(preview: MemoPreview | undefined, t: ReturnType<typeof useText>) {
  if (preview === undefined) return [{ label: t('memo.title') }];
  const { id, kind, name, version } = preview.asset;
  const room = roomOf[kind] ?? otherRoom;
  return [
    { label: t(room.titleKey), href: `#/${room.path}` },
    { label: version === null ? name : `${name} ${version}`, href: `#/assets/${id}` },
    { label: t('memo.crumb') },
  ];
}

function isOptions(value: unknown): value is MemoOptions {
  return MemoOptions.safeParse(value).success;
}
