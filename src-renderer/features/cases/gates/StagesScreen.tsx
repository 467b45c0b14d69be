import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { StageLine } from '../../../../src-shared/contract/cases.ts';
import { formatInstant } from '../../../../src-shared/text/dates.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import { errorSentence, type HostFailure, RecordPicker, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  Note,
  Page,
  PageHeader,
  type ProductText,
  Quantity,
  Section,
  type SimpleColumn,
  SimpleTable,
  TextArea,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { gateName } from '../words.tsx';

interface Asked {
  readonly text: string;
  readonly source: string;
  readonly matches: readonly { readonly model: string; readonly assetId: string }[];
}

/** Brings reports of a training pipeline in: a file or pasted text, what each line does, then all at once. */
export function StagesScreen() {
  const t = useText();
  const toast = useToast();
  const choose = useHostCommand('cases.chooseStages');
  const take = useHostCommand('cases.takeStages');
  const undo = useHostCommand('journal.undo');
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState<Asked | null>(null);
  const input = { text: asked?.text ?? '', source: asked?.source ?? '', matches: [...(asked?.matches ?? [])] };
  const preview = useHostQuery('cases.previewStages', input, { enabled: asked !== null, keepPrevious: asked !== null });
  const pick = async () => {
    const reply = await choose.run({});
    if (!reply.ok) return;
    setTyped(reply.value.text);
    setAsked({ ...reply.value, matches: [] });
  };
  const submit = async () => {
    const count = preview.data?.new ?? 0;
    const reply = await take.run(input);
    if (reply.ok) toast({ message: t('gates.stages.done', { count }), onUndo: () => void undo.run({}) });
  };
  const match = (model: string, assetId: string) =>
    setAsked((now) =>
      now === null ? now : { ...now, matches: [...now.matches.filter((one) => one.model !== model), { model, assetId }] },
    );
  const isRead = asked !== null && asked.text === typed;
  const failed: HostFailure | null = asked === null ? null : preview.error;
  const found = asked === null ? undefined : preview.data;
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={t('gates.stages.title')}
          crumbs={[{ label: t('gates.title'), href: '#/programme/gates' }, { label: t('gates.stages.open') }]}
          actions={
            <Button
              kind="primary"
              busy={take.pending}
              disabledBecause={
                !isRead || found === undefined ? t('gates.stages.readFirst') : found.new === 0 ? t('gates.stages.nothing') : undefined
              }
              onClick={() => void submit()}
            >
              {t('gates.stages.take', { count: found?.new ?? 0 })}
            </Button>
          }
        />
      }
    >
      <div className={classes['padded']}>
        <p>{t('gates.stages.about')}</p>
        <div className={classes['stageText']}>
          <TextArea
            label={t('gates.stages.text')}
            hint={t('gates.stages.textHint')}
            value={typed}
            onChange={setTyped}
            rows={6}
            maxLength={1_000_000}
            placeholder={example}
          />
          <span className="row">
            <Button icon={IconFileImport} busy={choose.pending} onClick={() => void pick()}>
              {t('gates.stages.choose')}
            </Button>
            <Button
              disabledBecause={typed.trim() === '' ? t('gates.stages.readFirst') : undefined}
              onClick={() => setAsked({ text: typed, source: t('gates.stages.pasted'), matches: [] })}
            >
              {t('gates.stages.look')}
            </Button>
          </span>
        </div>
        {choose.error === null || choose.error.code === 'cancelled' ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, choose.error)}
          </Note>
        )}
        {failed === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, failed.error)}
          </Note>
        )}
        {take.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, take.error)}
          </Note>
        )}
        {found === undefined || !isRead ? null : (
          <Section
            title={t('gates.stages.read', { lines: found.lines.length, refused: found.refused })}
            aside={
              asked === null || asked.source === t('gates.stages.pasted') ? null : (
                <span className="muted">{t('gates.stages.from', { source: asked.source })}</span>
              )
            }
          >
            <SimpleTable<StageLine>
              label={t('gates.stages.lines')}
              place="inline"
              columns={columnsOf(t, match)}
              rowKey={({ line }) => String(line)}
              groups={[{ id: 'all', rows: found.lines }]}
              marked={({ problem }) => problem !== null}
            />
          </Section>
        )}
      </div>
    </Page>
  );
}

const example =
  '{"format":"gatehouse.stage/1","model":"…","stage":"training-completed","at":"2026-11-20T18:00:00Z","runId":"…","computeFlop":3e24}';

function columnsOf(t: ProductText, match: (model: string, assetId: string) => void): readonly SimpleColumn<StageLine>[] {
  return [
    { id: 'line', header: t('gates.stages.line'), width: 56, align: 'end', cell: ({ line }) => line },
    {
      id: 'model',
      header: t('gates.stages.model'),
      width: 240,
      cell: ({ said, model, problem }) =>
        model !== null ? (
          <a href={`#/programme/gates/${model.assetId}`} aria-label={t('gates.stages.openGate', { name: model.name })}>
            {`${model.name} ${model.versionLabel}`.trim()}
          </a>
        ) : said !== null && (problem?.code === 'unknownModel' || problem?.code === 'severalModels') ? (
          <RecordPicker
            label={t('gates.stages.chooseModel', { name: said.model })}
            kinds={['asset']}
            single
            picked={[]}
            onChange={([one]) => (one === undefined ? undefined : match(said.model, one.record.id))}
          />
        ) : (
          <span className="muted">{said?.model ?? '–'}</span>
        ),
    },
    {
      id: 'stage',
      header: t('gates.stages.stage'),
      width: 260,
      cell: ({ said }) =>
        said === null ? (
          <span className="muted">–</span>
        ) : (
          <span className={classes['twoLines']}>
            <span>{gateName(t, said.gate, said.destination)}</span>
            <span className="muted">
              {t('gates.report.at', {
                at: formatInstant(said.at, t.locale),
                run: said.runId === '' ? t('gates.stages.noRun') : t('gates.stages.run', { run: said.runId }),
              })}
            </span>
          </span>
        ),
    },
    {
      id: 'figure',
      header: t('gates.stages.figure'),
      width: 180,
      cell: ({ said, compute, onRecord }) =>
        said === null || said.computeFlop === null ? (
          <span className="muted">–</span>
        ) : (
          <span className={classes['twoLines']}>
            <Quantity value={said.computeFlop} />
            {compute === 'none' ? null : (
              <span className="muted">
                {t(`gates.stages.compute.${compute}`, { figure: onRecord === null ? '' : formatQuantity(onRecord, t.locale) })}
              </span>
            )}
          </span>
        ),
    },
    {
      id: 'outcome',
      header: t('gates.stages.outcome'),
      cell: ({ problem, known, gate }) =>
        problem !== null ? (
          t(`gates.stages.problem.${problem.code}`, { field: problem.field })
        ) : (
          <span className={classes['twoLines']}>
            <span>
              {t(`gates.stages.known.${known}`, {
                state: gate === null ? '' : t(`gates.state.${gate.state}`).toLocaleLowerCase(t.locale),
              })}
            </span>
            {gate === null || gate.wanting.length === 0 ? null : (
              <span className="muted">{gate.wanting.map(({ id }) => t(`gates.lack.${id}`)).join(', ')}</span>
            )}
          </span>
        ),
    },
  ];
}
