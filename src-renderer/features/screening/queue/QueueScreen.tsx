import { IconDots } from '@tabler/icons-react';
import { useCallback, useMemo, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { HitDetail, HitLine, Verdict } from '../../../../src-shared/contract/screening.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  IconButton,
  LinkButton,
  Menu,
  Page,
  PageHeader,
  PartyPlaces,
  SplitPane,
  useFoldedSidebar,
  useMedia,
  useText,
} from '../../../ui/index.ts';
import { OldLists } from '../OldLists.tsx';
import { Comparison } from './Comparison.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { isNarrowed, type Narrowing, narrowingQuery, PAGE, type Place, queueInput, readNarrowing } from './filter.ts';
import { HitPanel, type PanelTab } from './HitPanel.tsx';
import { QueueList } from './QueueList.tsx';
import { SecondDialog } from './SecondDialog.tsx';

interface Asked {
  readonly verdict: Verdict;
  readonly hits: readonly HitLine[];
  readonly note: string;
  /** How long the one hit stood on screen before the dialog opened; null for several at once. */
  readonly seconds: number | null;
}

/** What waits, likeliest first, beside the comparison of the hit in hand. Everything is done by single keys. */
export function QueueScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const narrowing = useMemo(() => readNarrowing(new URLSearchParams(address)), [address]);
  const linked = params.get('hit');
  const [place, setPlace] = useState<Place>(linked === null ? { offset: 0 } : { around: linked });
  const [chosen, setChosen] = useState<string | null>(linked);
  /** Which end of a page comes into view when another page is turned to. */
  const [end, setEnd] = useState<'first' | 'last'>('first');
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const [asked, setAsked] = useState<Asked | null>(null);
  const [seconding, setSeconding] = useState<HitDetail | null>(null);
  const [panel, setPanel] = useState<PanelTab | null>(null);
  const queue = useHostQuery('screening.queue', queueInput(narrowing, place), { keepPrevious: true });
  const groups = queue.data?.groups ?? none;
  const lines = useMemo(() => groups.flatMap((group) => group.hits), [groups]);
  const offset = queue.data?.offset ?? 0;
  // A link may lead to a hit that the queue does not show, since it is decided: it is shown all the same, never another in its place.
  const visiting = linked !== null && chosen === linked && queue.data !== undefined && !lines.some(({ id }) => id === linked);
  const listed = lines.find(({ id }) => id === chosen) ?? (end === 'last' ? lines.at(-1) : lines[0]) ?? null;
  const wanted = visiting ? linked : (listed?.id ?? null);
  const detail = useHostQuery('screening.hit', { id: wanted ?? '-' }, { enabled: wanted !== null, keepPrevious: true });
  const shown = wanted === null ? null : (detail.data ?? null);
  const active: HitLine | null = visiting ? (shown?.id === linked ? shown : null) : listed;
  const shownSince = useShownSince(shown?.id ?? null);

  const change = useCallback(
    (next: Partial<Narrowing>) => {
      setParams(narrowingQuery({ ...narrowing, ...next }), { replace: true });
      setChosen(null);
      setPlace({ offset: 0 });
      setEnd('first');
      setMarked(new Set());
    },
    [narrowing, setParams],
  );
  const turn = useCallback(
    (by: 1 | -1) => {
      const next = offset + by * PAGE;
      if (next < 0 || next >= (queue.data?.subjects ?? 0)) return;
      setPlace({ offset: next });
      setChosen((now) => now ?? lines[0]?.id ?? null);
      setEnd(by === 1 ? 'first' : 'last');
      setMarked(new Set());
    },
    [offset, queue.data?.subjects, lines],
  );
  const step = useCallback(
    (by: 1 | -1) => {
      const at = lines.findIndex(({ id }) => id === active?.id);
      const next = lines[at + by] ?? (at < 0 ? lines[0] : undefined);
      if (next === undefined) turn(by);
      else setChosen(next.id);
    },
    [lines, active, turn],
  );
  const ask = useCallback(
    (verdict: Verdict, note = '') => {
      const several = lines.filter(({ id }) => marked.has(id));
      const hits = several.length > 0 ? several : active === null ? [] : [active];
      if (hits.length === 0) return;
      setAsked({ verdict, hits, note, seconds: several.length > 1 ? null : shownSince() });
    },
    [lines, marked, active, shownSince],
  );
  const mark = useCallback((id: string) => {
    setMarked((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])));
  }, []);
  // The comparison is the point of the room: beside list and entry it keeps its words on one line.
  const crowded = useMedia('(max-width: 1599px)');
  useFoldedSidebar(crowded && panel !== null && shown !== null);
  const commands = useQueueCommands({ active, shown, step, ask, mark, second: setSeconding, showPanel: setPanel });
  useScreenCommands(commands);

  /** The hit to show once these are decided: the next that stays, else the one before. */
  const goOn = (decided: readonly HitLine[]) => {
    const ids = new Set(decided.map(({ id }) => id));
    const at = lines.findIndex(({ id }) => id === active?.id);
    const next = lines.slice(at).find(({ id }) => !ids.has(id)) ?? lines.slice(0, Math.max(0, at)).findLast(({ id }) => !ids.has(id));
    setChosen(next?.id ?? null);
    setPlace({ offset });
    setEnd('first');
    setMarked(new Set());
  };

  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t(narrowing.staff ? 'screening.queue.staffTitle' : 'screening.queue.title')}
          subtitle={
            queue.data === undefined ? undefined : t('screening.queue.subtitle', { hits: queue.data.hits, subjects: queue.data.subjects })
          }
          ruled
          actions={
            <>
              <PartyPlaces here="queue" />
              <Menu
                align="end"
                groups={[
                  {
                    items: (['runs', 'measures', 'settings'] as const).map((id) => ({
                      id,
                      label: t(`screening.more.${id}`),
                      onSelect: () => void navigate(`/parties/${id}`),
                    })),
                  },
                ]}
              >
                <IconButton icon={IconDots} label={t('screening.more')} bordered />
              </Menu>
            </>
          }
        />
      }
      inspector={
        panel === null || shown === null ? undefined : <HitPanel hit={shown} tab={panel} onTab={setPanel} onClose={() => setPanel(null)} />
      }
    >
      <QueryView query={queue}>
        {(value) => (
          <SplitPane
            id="screening.queue"
            start={
              <QueueList
                groups={value.groups}
                total={value.subjects}
                narrowing={narrowing}
                onNarrow={change}
                active={active?.id ?? null}
                onChoose={setChosen}
                marked={marked}
                onMark={mark}
                onUnmark={() => setMarked(new Set())}
                onAsk={ask}
                offset={value.offset}
                onTurn={turn}
              />
            }
          >
            {wanted === null ? (
              <Nothing narrowed={isNarrowed(narrowing)} staff={narrowing.staff} onClear={() => setParams('', { replace: true })} />
            ) : (
              <QueryView query={detail}>
                {(hit) => (
                  <Comparison
                    hit={hit}
                    onAsk={ask}
                    onSecond={() => setSeconding(hit)}
                    panel={panel}
                    onPanel={setPanel}
                    top={<OldLists only={hit.list} />}
                  />
                )}
              </QueryView>
            )}
          </SplitPane>
        )}
      </QueryView>
      {asked === null ? null : (
        <DecideDialog
          {...asked}
          facts={asked.hits.length === 1 && shown !== null && asked.hits[0]?.id === shown.id ? shown.features : none}
          onClose={() => setAsked(null)}
          onDone={() => goOn(asked.hits)}
        />
      )}
      {seconding === null ? null : <SecondDialog hit={seconding} onClose={() => setSeconding(null)} onDone={() => goOn([seconding])} />}
    </Page>
  );
}

const none: never[] = [];

/** A clock for the hit in hand: seconds since it came into view. */
function useShownSince(id: string | null): () => number {
  const since = useRef<{ id: string | null; at: number }>({ id: null, at: 0 });
  if (since.current.id !== id) since.current = { id, at: performance.now() };
  return useCallback(() => Math.min(86_400, Math.round((performance.now() - since.current.at) / 100) / 10), []);
}

interface QueueKeys {
  readonly active: HitLine | null;
  readonly shown: HitDetail | null;
  readonly step: (by: 1 | -1) => void;
  readonly ask: (verdict: Verdict) => void;
  readonly mark: (id: string) => void;
  readonly second: (hit: HitDetail) => void;
  readonly showPanel: (change: (now: PanelTab | null) => PanelTab | null) => void;
}

/** The single keys of the queue, also offered in the palette and the sheet of shortcuts. */
function useQueueCommands({ active, shown, step, ask, mark, second, showPanel }: QueueKeys): readonly Command[] {
  return useMemo((): readonly Command[] => {
    const withHit: NonNullable<Command['availability']> = () => (active === null ? { because: 'screening.queue.nothingChosen' } : true);
    const key = (id: string, shortcut: string, run: () => void): Command => ({
      id: `screening.${id}`,
      titleKey: `command.screening.${id}` as Command['titleKey'],
      shortcut,
      menu: 'tools',
      availability: withHit,
      run,
    });
    return [
      key('next', 'J', () => step(1)),
      key('previous', 'K', () => step(-1)),
      key('true', 'T', () => ask('trueMatch')),
      key('false', 'F', () => ask('falsePositive')),
      key('facts', 'N', () => ask('needFacts')),
      key('escalate', 'X', () => ask('escalate')),
      key('reopen', 'U', () => ask('reopen')),
      key('mark', 'M', () => {
        if (active !== null) mark(active.id);
      }),
      key('panel', 'I', () => showPanel((now) => (now === null ? 'entry' : null))),
      {
        id: 'screening.second',
        titleKey: 'command.screening.second',
        shortcut: 'S',
        menu: 'tools',
        availability: () => (shown?.state === 'trueUnconfirmed' ? true : { because: 'screening.second.notAsked' }),
        run: () => {
          if (shown !== null) second(shown);
        },
      },
    ];
  }, [active, shown, step, ask, mark, second, showPanel]);
}

interface NothingProps {
  readonly narrowed: boolean;
  readonly staff: boolean;
  readonly onClear: () => void;
}

/** No hit: a filter hides them, there is no list yet, nobody was screened, or all is decided. Each says what to do next. */
function Nothing({ narrowed, staff, onClear }: NothingProps) {
  const t = useText();
  const { data: standing } = useHostQuery('screening.standing', {});
  if (narrowed)
    return (
      <EmptyState title={t('screening.none.hidden')} actions={<Button onClick={onClear}>{t('screening.none.clear')}</Button>}>
        {t('screening.none.hiddenText')}
      </EmptyState>
    );
  const why =
    standing === undefined
      ? 'done'
      : standing.lists.length === 0
        ? 'noList'
        : (staff ? standing.subjects.people : standing.subjects.parties) === 0
          ? staff
            ? 'noStaff'
            : 'noParty'
          : standing.lastRun === null
            ? 'notRun'
            : 'done';
  const to = { noList: '#/lists', noParty: '#/parties', noStaff: '#/people', notRun: '#/parties/runs', done: '#/parties/lookup' }[why];
  return (
    <EmptyState title={t(`screening.none.${why}`)} actions={<LinkButton href={to}>{t(`screening.none.${why}Action`)}</LinkButton>}>
      {t(`screening.none.${why}Text`)}
    </EmptyState>
  );
}
