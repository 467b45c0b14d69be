import { IconChevronLeft, IconChevronRight, IconFilter, IconSearch } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import type { HitGroup, HitLine, Verdict } from '../../../../src-shared/contract/screening.ts';
import { MakeTaskButton, type TaskSource } from '../../../host/index.ts';
import {
  Button,
  Checkbox,
  FilterChips,
  IconButton,
  Note,
  Popover,
  type ProductText,
  StatusText,
  TextField,
  useText,
} from '../../../ui/index.ts';
import { pointsWords, scoreWords, stateTones } from '../words.ts';
import { isWaiting, type Narrowing, waiting } from './filter.ts';
import { QueueFilters } from './QueueFilters.tsx';
import classes from './queue.module.css';

interface QueueListProps {
  readonly groups: readonly HitGroup[];
  /** Of subjects; more than a page holds. */
  readonly total: number;
  readonly narrowing: Narrowing;
  readonly onNarrow: (change: Partial<Narrowing>) => void;
  readonly active: string | null;
  readonly onChoose: (id: string) => void;
  readonly marked: ReadonlySet<string>;
  readonly onMark: (id: string) => void;
  readonly onUnmark: () => void;
  readonly onAsk: (verdict: Verdict) => void;
  /** Place of the first group of this page, from 0. */
  readonly offset: number;
  readonly onTurn: (by: 1 | -1) => void;
}

/** The hits under whom they are about, likeliest first. Marked ones are decided together. */
export function QueueList(props: QueueListProps) {
  const { groups, total, narrowing, onNarrow, active, marked, offset, onTurn } = props;
  const t = useText();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active !== null) list.current?.querySelector(`[data-hit="${CSS.escape(active)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  const chips = [
    ...(narrowing.runId === null ? [] : [{ id: 'runId', label: t('screening.filter.run') }]),
    ...(narrowing.subject === null ? [] : [{ id: 'subject', label: groups[0]?.name ?? t('screening.filter.subject') }]),
    ...(isWaiting(narrowing.states)
      ? []
      : narrowing.states.map((state) => ({ id: `state ${state}`, label: t(`screening.state.${state}`) }))),
    ...narrowing.bands.map((band) => ({ id: `band ${band}`, label: t(`screening.band.${band}`) })),
    ...narrowing.lists.map((code) => ({ id: `list ${code}`, label: t.dynamic(`lists.title.${code}`, {}, code) })),
  ];
  const drop = (id: string) => {
    const [kind, value] = id.split(' ');
    if (kind === 'state') {
      const states = narrowing.states.filter((one) => one !== value);
      onNarrow({ states: states.length === 0 ? waiting : states });
    } else if (kind === 'band') onNarrow({ bands: narrowing.bands.filter((one) => one !== value) });
    else if (kind === 'list') onNarrow({ lists: narrowing.lists.filter((one) => one !== value) });
    else if (kind === 'runId') onNarrow({ runId: null });
    else onNarrow({ subject: null, staff: false });
  };
  const shown = groups.length;
  return (
    <section className={classes['list']} aria-label={t('screening.queue.list')}>
      {marked.size > 0 ? (
        <div className={classes['bulk']} role="toolbar" aria-label={t('screening.bulk')}>
          <b>{t('screening.bulk.count', { count: marked.size })}</b>
          <Button size="small" onClick={() => props.onAsk('falsePositive')}>
            {t('screening.verdict.falsePositive')}
          </Button>
          <Button size="small" onClick={() => props.onAsk('needFacts')}>
            {t('screening.verdict.needFacts')}
          </Button>
          <MakeTaskButton
            size="small"
            cause="finding"
            phase="audit"
            measure="hitsReviewed"
            titleForAll={t('screening.task.all')}
            sources={() => Promise.resolve(sourcesOf(t, groups, marked))}
            onMade={props.onUnmark}
          />
          <Button size="small" kind="quiet" onClick={props.onUnmark}>
            {t('screening.bulk.clear')}
          </Button>
        </div>
      ) : (
        <div className={classes['find']}>
          <TextField
            label={t('screening.filter.text')}
            labelHidden
            placeholder={t('screening.filter.text')}
            icon={IconSearch}
            size="small"
            search
            value={narrowing.text}
            onChange={(text) => onNarrow({ text })}
            maxLength={200}
          />
          <Popover trigger={<IconButton icon={IconFilter} label={t('screening.filter')} bordered hasPopup="dialog" />} align="end">
            <QueueFilters narrowing={narrowing} onNarrow={onNarrow} />
          </Popover>
        </div>
      )}
      {chips.length === 0 ? null : (
        <div className={classes['chips']}>
          <FilterChips filters={chips} onRemove={drop} />
        </div>
      )}
      {narrowing.staff ? (
        <div className={classes['restricted']}>
          <Note tone="info">{t('screening.staff.why')}</Note>
          <Button size="small" kind="link" onClick={() => onNarrow({ staff: false, subject: null })}>
            {t('screening.staff.back')}
          </Button>
        </div>
      ) : null}
      <div ref={list} className={classes['groups']}>
        {groups.map((group) => (
          <Group key={`${group.subject.kind} ${group.subject.id}`} group={group} {...props} />
        ))}
      </div>
      {total > shown ? (
        <nav className={classes['pages']} aria-label={t('screening.queue.pages')}>
          <IconButton
            icon={IconChevronLeft}
            label={t('screening.queue.earlier')}
            disabledBecause={offset === 0 ? t('screening.queue.noEarlier') : undefined}
            onClick={() => onTurn(-1)}
          />
          <span className="figures">{t('screening.queue.page', { first: offset + 1, last: offset + shown, total })}</span>
          <IconButton
            icon={IconChevronRight}
            label={t('screening.queue.later')}
            disabledBecause={offset + shown >= total ? t('screening.queue.noLater') : undefined}
            onClick={() => onTurn(1)}
          />
        </nav>
      ) : null}
    </section>
  );
}

/** What the marked hits would be called as tasks, in the order of the queue. */
function sourcesOf(t: ProductText, groups: readonly HitGroup[], marked: ReadonlySet<string>): readonly TaskSource[] {
  return groups.flatMap(({ name, hits }) =>
    hits
      .filter(({ id }) => marked.has(id))
      .map(({ id, entryName }) => ({
        record: { kind: 'screeningHit', id },
        title: t('screening.task.one', { name, entry: entryName }).slice(0, 300),
      })),
  );
}

function Group({ group, active, onChoose, marked, onMark }: QueueListProps & { readonly group: HitGroup }) {
  const t = useText();
  return (
    <section className={classes['group']} aria-label={group.name}>
      <div className={classes['who']}>
        <h2 title={group.name}>
          <bdi>{group.name}</bdi>
        </h2>
        <span title={group.about}>{group.about}</span>
      </div>
      <ul>
        {group.hits.map((hit) => (
          <li key={hit.id} className={classes['hit']} data-active={hit.id === active ? '' : undefined} data-hit={hit.id}>
            <span className={classes['tick']} data-shown={marked.size > 0 ? '' : undefined}>
              <Checkbox
                label={t('screening.mark', { name: group.name, entry: hit.entryName })}
                labelHidden
                tabIndex={marked.size > 0 ? 0 : -1}
                checked={marked.has(hit.id)}
                onChange={() => onMark(hit.id)}
              />
            </span>
            <button
              type="button"
              aria-current={hit.id === active ? 'true' : undefined}
              tabIndex={hit.id === active ? 0 : -1}
              onClick={() => onChoose(hit.id)}
              onKeyDown={(event) => {
                const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
                if (by === undefined) return;
                event.preventDefault();
                const all = [
                  ...(event.currentTarget.closest('section')?.parentElement?.querySelectorAll<HTMLElement>('li > button') ?? []),
                ];
                const next = all[all.indexOf(event.currentTarget) + by];
                next?.focus();
                next?.click();
              }}
            >
              <HitFace hit={hit} />
            </button>
          </li>
        ))}
      </ul>
      {group.hitCount > group.hits.length ? (
        <p className="caption muted">{t('screening.queue.moreHits', { count: group.hitCount - group.hits.length })}</p>
      ) : null}
    </section>
  );
}

function HitFace({ hit }: { readonly hit: HitLine }) {
  const t = useText();
  return (
    <>
      <span className={classes['entry']}>
        <bdi title={hit.matchedName}>{hit.matchedName}</bdi>
        <small>
          <span className="ellipsis">{hit.listTitle}</span>
          {hit.state === 'open' ? null : <StatusText tone={stateTones[hit.state]}>{t(`screening.stateShort.${hit.state}`)}</StatusText>}
        </small>
      </span>
      <span className={classes['score']}>
        <span className="visually-hidden">{t('screening.score')}</span>
        {scoreWords(hit.score)}
      </span>
      <span className={classes['points']}>
        <span className="visually-hidden">{t('screening.evidence')}</span>
        {pointsWords(hit.evidenceScore)}
      </span>
    </>
  );
}
