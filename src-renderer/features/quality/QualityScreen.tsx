import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { QualityKind } from '../../../src-shared/model/quality.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { ask, MakeTaskButton, type OutputOf, QueryView, type TaskSource, useHostQuery } from '../../host/index.ts';
import {
  EmptyState,
  Inspector,
  LinkButton,
  Page,
  PageHeader,
  Pager,
  type ProductText,
  QualityPlaces,
  recordHref,
  type SimpleColumn,
  SimpleTable,
  StatusText,
  type Tone,
  useText,
} from '../../ui/index.ts';
import { placeToFix } from './place-to-fix.ts';
import classes from './quality.module.css';

type Found = OutputOf<'quality.check'>;
type Line = Found['lines'][number];

const tones: Readonly<Record<Line['severity'], Tone>> = { high: 'restricted', medium: 'review', low: 'info' };

/** What contradicts, lacks, stands twice or has gone stale anywhere in the workspace, with where to mend it. */
export function QualityScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const quality = useHostQuery('quality.check', {});
  const chosen = quality.data?.lines.find(({ check }) => check === params.get('check')) ?? null;
  const choose = (check: string | null) => setParams(check === null ? {} : { check }, { replace: true });
  const { data } = quality;
  return (
    <Page
      header={
        <PageHeader
          title={t('quality.title')}
          subtitle={data === undefined ? undefined : t('quality.subtitle', { found: data.lines.length, checks: data.checks })}
          actions={<QualityPlaces here="checks" />}
        />
      }
      inspector={chosen === null ? undefined : <CheckPanel key={chosen.check} line={chosen} onClose={() => choose(null)} />}
    >
      <QueryView query={quality}>{(found) => <Lines found={found} chosen={chosen} onChoose={choose} />}</QueryView>
    </Page>
  );
}

interface LinesProps {
  readonly found: Found;
  readonly chosen: Line | null;
  readonly onChoose: (check: string) => void;
}

function Lines({ found: { lines, checks, records, on }, chosen, onChoose }: LinesProps) {
  const t = useText();
  if (lines.length === 0) return <EmptyState title={t('quality.none.title')}>{t('quality.none.text', { checks, records })}</EmptyState>;
  const columns: readonly SimpleColumn<Line>[] = [
    {
      id: 'check',
      header: t('quality.column.check'),
      minWidth: 260,
      cell: ({ check }) => (
        <span className={classes['what']}>
          <b>{t(`quality.check.${check}`)}</b>
          <small>{t(`quality.check.${check}.why`)}</small>
        </span>
      ),
    },
    {
      id: 'severity',
      header: t('quality.column.severity'),
      width: 176,
      fold: { under: 'check', order: 1 },
      cell: ({ severity }) => <StatusText tone={tones[severity]}>{t(`quality.severity.${severity}`)}</StatusText>,
    },
    { id: 'count', header: t('quality.column.count'), width: 96, align: 'end', cell: ({ count }) => count.toLocaleString(t.locale) },
  ];
  return (
    <>
      <p className={classes['looked']}>{t('quality.looked', { checks, records, day: formatDay(on, t.locale) })}</p>
      <SimpleTable<Line>
        label={t('quality.title')}
        columns={columns}
        groups={QualityKind.options
          .map((kind) => ({ id: kind, title: t(`quality.kind.${kind}`), rows: lines.filter((line) => line.kind === kind) }))
          .filter(({ rows }) => rows.length > 0)}
        rowKey={({ check }) => check}
        rowHeight={56}
        active={chosen?.check ?? null}
        onPress={({ check }) => onChoose(check)}
      />
    </>
  );
}

const pageSize = 100;

/** One check: why it matters, what to do, and every record it found. */
function CheckPanel({ line, onClose }: { readonly line: Line; readonly onClose: () => void }) {
  const t = useText();
  const { check, kind } = line;
  const [offset, setOffset] = useState(0);
  const records = useHostQuery('quality.records', { check, offset, limit: pageSize }, { keepPrevious: true });
  const place = placeToFix[check];
  return (
    <Inspector
      title={t(`quality.check.${check}`)}
      over={t(`quality.kind.${kind}`)}
      onClose={onClose}
      footer={
        <>
          {place === undefined ? null : <LinkButton href={`#${place}`}>{t('quality.open')}</LinkButton>}
          <MakeTaskButton
            cause="quality"
            phase="audit"
            total={line.count}
            titleForAll={t(`quality.check.${check}`)}
            sources={() => sourcesOf(t, check)}
          />
        </>
      }
    >
      <div className={classes['panel']}>
        <section>
          <h3>{t('quality.why')}</h3>
          <p>{t(`quality.check.${check}.why`)}</p>
        </section>
        <section>
          <h3>{t('quality.fix')}</h3>
          <p>{t(`quality.check.${check}.fix`)}</p>
        </section>
        <section>
          <h3>{t('quality.records', { count: line.count })}</h3>
          <QueryView query={records}>
            {({ total, rows }) => (
              <>
                <ul className={classes['records']}>
                  {rows.map(({ ref, name, detail, mendAt }, place) => (
                    <li key={`${ref.kind} ${ref.id} ${place.toString()}`}>
                      <a href={`#${recordHref(ref)}`} className="ellipsis" title={name}>
                        {name === '' ? t('quality.open') : name}
                      </a>
                      <Detail words={Object.keys(detail).length === 0 ? '' : t(`quality.check.${check}.detail`, detail)} mendAt={mendAt} />
                    </li>
                  ))}
                </ul>
                <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset}>
                  <span className="caption muted">
                    {t('quality.range', { from: offset + 1, to: Math.min(total, offset + pageSize), total })}
                  </span>
                </Pager>
              </>
            )}
          </QueryView>
        </section>
      </div>
    </Inspector>
  );
}

/** What a check says of a record; where it is not mended on the record, as the way to where it is. */
function Detail({ words, mendAt }: { readonly words: string; readonly mendAt: Found['lines'][number]['first'][number]['mendAt'] }) {
  if (words === '') return null;
  return mendAt === undefined ? (
    <small>{words}</small>
  ) : (
    <a href={`#${recordHref(mendAt)}`} className={classes['mend']}>
      {words}
    </a>
  );
}

/** Most records that become tasks in one step. */
const MOST = 500;

/**
 * What a check found, as what tasks are made from: at most so many, those no open task is about first, so that pressing again goes on.
 * The dialog says where that is not all.
 */
async function sourcesOf(t: ProductText, check: Line['check']): Promise<readonly TaskSource[]> {
  const sources: TaskSource[] = [];
  const known: TaskSource[] = [];
  for (let offset = 0; sources.length < MOST; offset += pageSize) {
    const { rows, total } = await ask('quality.records', { check, offset, limit: pageSize });
    if (rows.length === 0) break;
    const tasksOf = await ask('plan.tasksOf', { records: rows.map(({ ref }) => ref) });
    for (const [place, { ref, name }] of rows.entries()) {
      const tasks = tasksOf[place]?.tasks ?? [];
      const isKnown = tasks.some((task) => task.check === check && task.state !== 'done' && task.state !== 'dropped');
      const source = { record: { ...ref, check }, title: `${t(`quality.check.${check}`)}: ${name}`.slice(0, 300) };
      (isKnown ? known : sources).push(source);
    }
    if (offset + pageSize >= total) break;
  }
  return [...sources, ...known].slice(0, MOST);
}
