import { IconDownload, IconListDetails } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { ListView, OpenedLists } from '../../../src-shared/contract/lists.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { formatDay, localDay } from '../../../src-shared/text/dates.ts';
import { callHost, describeError, errorOf, errorSentence, useHostCommand, useHostQuery, useJob } from '../../host/index.ts';
import {
  Button,
  Checkbox,
  ErrorState,
  IconButton,
  Inspector,
  LoadingState,
  Note,
  Page,
  PageHeader,
  type ProductText,
  Progress,
  Section,
  type SimpleColumn,
  SimpleTable,
  StatusText,
  TextField,
  useGoOn,
  useText,
  useToast,
} from '../../ui/index.ts';
import { ChangeFields, changeSubtitle } from './ChangeFields.tsx';
import classes from './lists.module.css';
import { useTakeIn } from './use-take-in.ts';
import { dayOf } from './words.tsx';

type OpenedList = OpenedLists['lists'][number];

/** Files that were read and wait for a yes: what they are, what they hold, what was rejected, what they would change. */
export function TakeInScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { token = '' } = useParams();
  const jobId = useSearchParams()[0].get('job');
  const opened = useHostQuery('lists.opened', { token });
  const { data: jobs } = useHostQuery('jobs.list', {});
  const live = useJob(jobId);
  const listed = jobs?.find(({ id }) => id === jobId);
  const running = live === null ? listed?.state === 'running' : live.state === 'running';
  const takeIn = useTakeIn();
  const again = (
    <Button kind="primary" busy={takeIn.pending} onClick={() => void takeIn.pick('files')}>
      {t('lists.takeIn')}
    </Button>
  );
  if (opened.data !== undefined) return <Opened key={token} opened={opened.data} />;
  const failed = live?.error ?? null;
  return (
    <Page padded header={<PageHeader title={t('lists.opened.title')} crumbs={crumbsOf(t)} />}>
      {running ? (
        <>
          <Progress
            label={t('lists.opening')}
            done={live?.done ?? 0}
            total={live?.total ?? null}
            onCancel={jobId === null ? undefined : () => void callHost('jobs.cancel', { id: jobId })}
          />
          <p className="small muted">{t('lists.openingText')}</p>
        </>
      ) : failed !== null && failed.code !== 'cancelled' ? (
        <ErrorState {...describeError(t, failed)}>{again}</ErrorState>
      ) : opened.error === null || jobs === undefined ? (
        <LoadingState />
      ) : (
        <ErrorState
          {...(errorOf(opened.error).code === 'file.handleExpired'
            ? {
                title: t(failed === null ? 'error.file.handleExpired' : 'lists.opened.stopped'),
                detail: failed === null ? t('lists.opened.gone') : '',
              }
            : describeError(t, errorOf(opened.error)))}
        >
          {again}
          <Button onClick={() => void navigate('/lists')}>{t('lists.screen')}</Button>
        </ErrorState>
      )}
    </Page>
  );
}

const crumbsOf = (t: ProductText) => [
  { label: t('rules.title'), href: '#/rules' },
  { label: t('lists.screen'), href: '#/lists' },
  { label: t('lists.opened.title') },
];

/** What is ticked at first: everything that says something new. */
const wanted = (list: OpenedList): boolean => list.change === null || !list.change.same;

function Opened({ opened }: { readonly opened: OpenedLists }) {
  const t = useText();
  const toast = useToast();
  const goOn = useGoOn();
  const { data: known = [] } = useHostQuery('lists.all', {});
  const keep = useHostCommand('lists.keep');
  const discard = useHostCommand('lists.discard');
  const save = useHostCommand('lists.saveRejects');
  const undo = useHostCommand('journal.undo');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(opened.lists.filter(wanted).map(({ id }) => id)));
  const [looked, setLooked] = useState<OpenedList | null>(null);
  const [days, setDays] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(opened.lists.filter(({ published }) => published === null).map(({ id, suggestedDay }) => [id, suggestedDay ?? ''])),
  );
  const failure = keep.error ?? save.error ?? discard.error;
  const chosen = opened.lists.filter(({ id }) => ticked.has(id));

  const typed = Object.entries(days)
    .filter(([id, day]) => ticked.has(id) && day.trim() !== '')
    .map(([id, day]) => ({ id, day: day.trim(), read: IsoDate.safeParse(day.trim()) }));
  const wrongDay = typed.find(({ day, read }) => !read.success || day > localDay(new Date()));

  const takeIn = async () => {
    const reply = await keep.run({
      token: opened.token,
      versions: chosen.map(({ id }) => id),
      days: Object.fromEntries(typed.flatMap(({ id, read }) => (read.success ? [[id, read.data]] : []))),
    });
    if (!reply.ok) return;
    toast({
      message: t('lists.opened.kept', { count: chosen.length, lists: chosen.map(({ title }) => title).join(', ') }),
      onUndo: () => void undo.run({}),
    });
    goOn('/lists');
  };
  const leave = async () => {
    await discard.run({ token: opened.token });
    goOn('/lists');
  };
  const saveRejects = async (versionId: string) => {
    const reply = await save.run({ versionId });
    if (reply.ok && reply.value !== null) toast({ message: t('lists.savedRejects', { file: reply.value.fileName }) });
  };
  const tick = (id: string, on: boolean) => setTicked((now) => new Set(on ? [...now, id] : [...now].filter((one) => one !== id)));

  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('lists.opened.title')}
          crumbs={crumbsOf(t)}
          subtitle={t('lists.opened.subtitle', { files: opened.files.length })}
        />
      }
      inspector={looked === null ? undefined : <ChangesOf list={looked} known={known} onClose={() => setLooked(null)} />}
      footer={
        <footer className={classes['foot']}>
          <span className="small" role="alert">
            {failure === null ? null : <StatusText tone="restricted">{errorSentence(t, failure)}</StatusText>}
          </span>
          <Button onClick={() => void leave()}>{t('lists.opened.discard')}</Button>
          <Button
            kind="primary"
            busy={keep.pending}
            disabledBecause={
              chosen.length === 0
                ? t('lists.opened.keepNone')
                : wrongDay === undefined
                  ? undefined
                  : t('lists.opened.dayWrong', { day: wrongDay.day })
            }
            onClick={() => void takeIn()}
          >
            {t('lists.opened.keep', { count: chosen.length })}
          </Button>
        </footer>
      }
    >
      <div className={classes['stack']}>
        <Section title={t('lists.opened.lists')}>
          {chosen
            .filter((list) => !isOlder(list, days[list.id] ?? '', known))
            .flatMap((list) => shrinking(list, known))
            .map(({ title, removed, total }) => (
              <Note key={title} tone="review" live>
                {t('lists.opened.shrinks', { list: title, removed, total })}
              </Note>
            ))}
          <DateQuestions opened={opened} />
          {opened.lists.some(({ published }) => published === null) ? <p className="small muted">{t('lists.opened.undated')}</p> : null}
          {opened.lists.length === 0 ? (
            <Note tone="restricted">{t('lists.opened.nothing')}</Note>
          ) : (
            <SimpleTable
              label={t('lists.opened.lists')}
              place="inline"
              columns={listColumns(t, {
                ticked,
                tick,
                days,
                known,
                show: setLooked,
                setDay: (id, day) => setDays((now) => ({ ...now, [id]: day })),
              })}
              rowKey={({ id }) => id}
              active={looked?.id ?? null}
              groups={[{ id: 'all', rows: opened.lists }]}
            />
          )}
        </Section>
        <Section title={t('lists.opened.files')}>
          <SimpleTable
            label={t('lists.opened.files')}
            place="inline"
            columns={fileColumns(t)}
            rowKey={({ fileName }) => fileName}
            groups={[{ id: 'all', rows: opened.files }]}
          />
        </Section>
        {opened.notices.length === 0 ? null : (
          <Section title={t('lists.opened.notices')}>
            <ul className={classes['notices']}>
              {[...new Set(opened.notices)].map((notice) => (
                <li key={notice}>{notice}</li>
              ))}
            </ul>
          </Section>
        )}
        <Section title={t('lists.opened.rejects', { count: opened.rejectCount })}>
          {opened.rejectCount === 0 ? (
            <p className="muted">{t('lists.opened.rejectsNone')}</p>
          ) : (
            <>
              <div className={classes['buttons']}>
                {opened.lists
                  .filter(({ rejects }) => rejects > 0)
                  .map(({ id, title }) => (
                    <Button key={id} size="small" icon={IconDownload} onClick={() => void saveRejects(id)}>
                      {t('lists.opened.saveRejects', { list: title })}
                    </Button>
                  ))}
                {opened.rejects.length < opened.rejectCount ? (
                  <span className="caption muted">{t('lists.opened.rejectsShown', { shown: opened.rejects.length })}</span>
                ) : null}
              </div>
              <SimpleTable
                label={t('lists.opened.rejects', { count: opened.rejectCount })}
                place="inline"
                columns={rejectColumns(t)}
                rowKey={({ file, line, reason }) => `${file} ${line} ${reason}`}
                groups={[{ id: 'all', rows: opened.rejects }]}
              />
            </>
          )}
        </Section>
      </div>
    </Page>
  );
}

/** Dates that can be read two ways are asked about, never guessed. An answer reads the files anew. */
function DateQuestions({ opened }: { readonly opened: OpenedLists }) {
  const t = useText();
  const goOn = useGoOn();
  const { run, pending, error } = useHostCommand('lists.reopen');
  const answer = async (dateOrder: 'dayFirst' | 'monthFirst') => {
    const reply = await run({ token: opened.token, dateOrder });
    if (reply.ok) goOn(`/lists/take-in/${reply.value.token}?job=${reply.value.jobId}`, { replace: true });
  };
  if (opened.dateOrder !== null) return <Note tone="info">{t('lists.opened.datesSaid', { order: opened.dateOrder })}</Note>;
  if (opened.dateQuestions.length === 0) return null;
  return (
    <Note tone="review">
      <div className={classes['question']}>
        <b className="medium">{t('lists.opened.dates')}</b>
        {opened.dateQuestions.map(({ place, count }) => (
          <span key={place}>{t('lists.opened.datesText', { place, count })}</span>
        ))}
        <span className={classes['buttons']}>
          {(['dayFirst', 'monthFirst'] as const).map((order) => (
            <Button key={order} size="small" busy={pending} onClick={() => void answer(order)}>
              {t(`lists.opened.${order}`)}
            </Button>
          ))}
        </span>
        {error === null ? null : <StatusText tone="restricted">{errorSentence(t, error)}</StatusText>}
      </div>
    </Note>
  );
}

interface Choices {
  readonly ticked: ReadonlySet<string>;
  readonly tick: (id: string, on: boolean) => void;
  /** Typed days of lists whose file does not say one. */
  readonly days: Readonly<Record<string, string>>;
  readonly setDay: (id: string, day: string) => void;
  readonly known: readonly ListView[];
  readonly show: (list: OpenedList) => void;
}

function listColumns(t: ProductText, { ticked, tick, days, setDay, known, show }: Choices): readonly SimpleColumn<OpenedList>[] {
  const count = (value: number) => value.toLocaleString(t.locale);
  return [
    {
      id: 'list',
      header: t('lists.column.list'),
      minWidth: 240,
      cell: ({ id, title, fileName }) => (
        <Checkbox label={title} hint={fileName} checked={ticked.has(id)} onChange={(on) => tick(id, on)} />
      ),
    },
    {
      id: 'version',
      header: t('lists.column.version'),
      width: 150,
      cell: ({ id, title, published }) =>
        published === null ? (
          <TextField
            label={t('lists.opened.day', { list: title })}
            labelHidden
            size="small"
            placeholder={t('lists.opened.dayHint')}
            value={days[id] ?? ''}
            maxLength={10}
            onChange={(day) => setDay(id, day)}
          />
        ) : (
          formatDay(published, t.locale)
        ),
    },
    { id: 'entries', header: t('lists.column.holds'), width: 90, align: 'end', cell: ({ parties }) => count(parties) },
    { id: 'rejects', header: t('lists.column.rejects'), width: 90, align: 'end', cell: ({ rejects }) => count(rejects) },
    {
      id: 'change',
      header: t('lists.column.change'),
      width: 330,
      fold: { under: 'list', order: 1 },
      cell: (list) => (
        <span className={classes['buttons']}>
          <span>{changeOf(list, t, isOlder(list, days[list.id] ?? '', known))}</span>
          {hasChanges(list) ? (
            <IconButton icon={IconListDetails} label={`${t('lists.opened.showChanges')}: ${list.title}`} onClick={() => show(list)} />
          ) : null}
        </span>
      ),
    },
  ];
}

const hasChanges = ({ change }: OpenedList): boolean => change !== null && change.added + change.removed + change.changed > 0;

/** Authorities take single entries off; a file that lacks a tenth of what is in use is mostly an old one, or a part. */
const shrinkingFrom = 0.1;

function shrinking({ code, title, change }: OpenedList, known: readonly ListView[]) {
  const total = known.find((list) => list.code === code)?.current?.parties ?? 0;
  const removed = change?.removed ?? 0;
  return removed > total * shrinkingFrom ? [{ title, removed, total }] : [];
}

/** By the day the file says, or the one the person typed for it. */
function isOlder(list: OpenedList, typed: string, known: readonly ListView[]): boolean {
  if (list.published !== null || typed.trim() === '') return list.change?.older ?? false;
  const current = known.find(({ code }) => code === list.code)?.current;
  return current !== null && current !== undefined && typed.trim() < dayOf(current);
}

function changeOf({ change }: OpenedList, t: ProductText, older = change?.older ?? false): string {
  if (change === null) return t('lists.opened.first');
  if (change.same) return t('lists.opened.same');
  const { added, removed, changed } = change;
  const counts = added + removed + changed === 0 ? t('lists.opened.noChange') : t('lists.opened.change', { added, removed, changed });
  return older ? `${counts}; ${t('lists.opened.older')}` : counts;
}

function fileColumns(t: ProductText): readonly SimpleColumn<OpenedLists['files'][number]>[] {
  return [
    { id: 'file', header: t('lists.column.file'), minWidth: 240, cell: ({ fileName }) => <span className="medium">{fileName}</span> },
    {
      id: 'format',
      header: t('lists.column.format'),
      width: 620,
      cell: ({ format, problem }) =>
        problem === null ? (
          <StatusText tone="clear">{format ?? ''}</StatusText>
        ) : (
          <span className={classes['name']}>
            <StatusText tone="restricted">{t('lists.opened.notRead')}</StatusText>
            <small>{problem}</small>
          </span>
        ),
    },
  ];
}

function rejectColumns(t: ProductText): readonly SimpleColumn<OpenedLists['rejects'][number]>[] {
  return [
    { id: 'file', header: t('lists.column.file'), width: 200, fold: { under: 'reason', order: 1 }, cell: ({ file }) => file },
    { id: 'line', header: t('lists.column.line'), width: 76, align: 'end', cell: ({ line }) => line.toLocaleString(t.locale) },
    { id: 'reason', header: t('lists.column.reason'), width: 280, cell: ({ reason }) => reason },
    {
      id: 'record',
      header: t('lists.column.record'),
      minWidth: 220,
      cell: ({ text }) => <bdi className={`small ${classes['raw'] ?? ''}`}>{text}</bdi>,
    },
  ];
}

const mostShown = 100;

interface ChangesOfProps {
  readonly list: OpenedList;
  readonly known: readonly ListView[];
  readonly onClose: () => void;
}

/** What taking a version in would change, before it is taken in. */
function ChangesOf({ list, known, onClose }: ChangesOfProps) {
  const t = useText();
  const from = known.find(({ code }) => code === list.code)?.current?.id ?? '';
  const diff = useHostQuery('lists.diff', { list: list.code, from, to: list.id, limit: mostShown }, { enabled: from !== '' });
  const total = diff.data === undefined ? 0 : diff.data.added + diff.data.removed + diff.data.changed;
  return (
    <Inspector title={list.title} subtitle={changeOf(list, t)} onClose={onClose}>
      {diff.error === null ? null : <ErrorState {...describeError(t, errorOf(diff.error))} />}
      {diff.data === undefined ? null : (
        <ul className={classes['changes']}>
          {diff.data.rows.map((change) => (
            <li key={change.id}>
              <bdi className="medium">{change.name}</bdi>
              <span className="caption muted">{changeSubtitle(change, t)}</span>
              {change.kind === 'changed' ? <ChangeFields change={change} /> : null}
            </li>
          ))}
        </ul>
      )}
      {total > mostShown ? <p className="small muted">{t('lists.changes.more', { shown: mostShown, count: total })}</p> : null}
    </Inspector>
  );
}
