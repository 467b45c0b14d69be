import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { AccessEvent, EventFilter } from '../../../../src-shared/contract/access.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { PagedTable, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  FilterChips,
  Page,
  type ProductText,
  Segmented,
  Toolbar,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import { SearchField } from '../SearchField.tsx';
import { eventColumns } from './columns.tsx';
import { EventFilters } from './EventFilters.tsx';
import { EventInspector } from './EventInspector.tsx';
import { isNarrowed, readEventFilter, writeEventFilter } from './filter.ts';
import { PersonDays } from './PersonDays.tsx';
import { useEventRows } from './use-event-rows.ts';

/** Every event of every log: narrow them, scroll through them, and see of each where it stands and what the rules say. */
export function EventsScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(() => readEventFilter(new URLSearchParams(address)), [address]);
  const oldestFirst = params.get('order') === 'oldest';
  const count = useHostQuery('access.countEvents', { filter }, { keepPrevious: true });
  const total = count.data?.exact === true && !count.isPlaceholderData ? count.data.events : null;
  const list = useEventRows(filter, oldestFirst, total);
  const columns = useMemo(() => eventColumns(t), [t]);
  const layout = useTableLayout('access.events', columns);
  const event = params.get('event');
  const eventId = event !== null && /^\d{1,15}$/.test(event) ? Number(event) : null;
  const change = (next: Partial<EventFilter>) =>
    setParams(
      (now) => {
        const written = writeEventFilter(now, { ...readEventFilter(now), ...next });
        written.delete('event');
        return written;
      },
      { replace: true },
    );
  const set = (name: string, value: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now);
        if (value === null) next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true },
    );
  const first = list.getRow(0);
  const chips = chipsOf(t, filter, first);
  const words =
    count.data === undefined
      ? undefined
      : t(count.data.exact ? 'access.events.subtitle' : 'access.events.atLeast', { count: count.data.events });
  return (
    <Page
      body="fill"
      header={<AccessHeader view="events" subtitle={words} />}
      inspector={eventId === null ? undefined : <EventInspector id={eventId} onClose={() => set('event', null)} />}
    >
      <Toolbar
        label={t('access.filter.toolbar')}
        end={
          <>
            <Segmented<'newest' | 'oldest'>
              label={t('access.sort')}
              value={oldestFirst ? 'oldest' : 'newest'}
              choices={[
                { value: 'newest', label: t('access.newestFirst') },
                { value: 'oldest', label: t('access.oldestFirst') },
              ]}
              onChange={(order) => set('order', order === 'oldest' ? 'oldest' : null)}
            />
            <ColumnsButton layout={layout} />
          </>
        }
      >
        <SearchField label={t('access.filter.eventText')} value={filter.text} onChange={(text) => change({ text })} />
        <FilterChips filters={chips} onRemove={(id) => change({ [id]: null })} />
        <EventFilters filter={filter} onChange={change} />
      </Toolbar>
      {filter.personId === null || first === undefined ? null : (
        <PersonDays
          personId={filter.personId}
          name={first.person?.name ?? first.account}
          onDay={(day) => change({ from: day, until: day })}
        />
      )}
      <PagedTable<AccessEvent>
        key={oldestFirst ? 'oldest' : 'newest'}
        label={t('access.view.events')}
        layout={layout}
        total={total}
        list={list}
        rowKey={rowKey}
        active={event}
        onActiveChange={(row) => set('event', String(row.id))}
        onOpen={(row) => set('event', String(row.id))}
        empty={<NoEvents narrowed={isNarrowed(filter)} onClear={() => setParams('', { replace: true })} />}
      />
    </Page>
  );
}

const rowKey = (row: AccessEvent) => String(row.id);

function chipsOf(
  t: ProductText,
  filter: EventFilter,
  first: AccessEvent | undefined,
): readonly { readonly id: string; readonly label: string }[] {
  const chip = (id: keyof EventFilter, label: (value: string) => string) => {
    const value = filter[id];
    return value === null || value === '' ? [] : [{ id, label: label(value) }];
  };
  const label = first?.findings.find((finding) => finding.id === filter.findingId)?.label;
  return [
    ...chip('findingId', () => t('access.filter.finding', { label: label ?? '…' })),
    ...chip('personId', () => t('access.filter.person', { name: first?.person?.name ?? '…' })),
    ...chip('account', (account) => t('access.filter.account', { account })),
    ...chip('assetId', () => t('access.filter.asset', { name: first?.asset?.name ?? '…' })),
    ...chip('importId', () => t('access.filter.import', { file: first?.fileName ?? '…' })),
    ...chip('from', (day) => t('access.filter.fromDay', { day: formatDay(day, t.locale) })),
    ...chip('until', (day) => t('access.filter.untilDay', { day: formatDay(day, t.locale) })),
    ...chip('outcome', (outcome) => t.dynamic(`access.outcome.${outcome}`)),
    ...chip('actionKind', (kind) => t.dynamic(`access.action.${kind}`)),
    ...chip('country', (code) => countryName(t.locale, code)),
    ...chip('tag', (tag) => t.dynamic(`access.tag.${tag}`)),
  ];
}

/** No row: a filter hides them, or no log was imported yet. */
function NoEvents({ narrowed, onClear }: { readonly narrowed: boolean; readonly onClear: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  return narrowed ? (
    <EmptyState title={t('access.events.hidden.title')} actions={<Button onClick={onClear}>{t('access.findings.hidden.clear')}</Button>}>
      {t('access.events.hidden.text')}
    </EmptyState>
  ) : (
    <EmptyState
      title={t('access.events.none.title')}
      actions={
        <Button kind="primary" onClick={() => void navigate('/access/import')}>
          {t('access.importLog')}
        </Button>
      }
    >
      {t('access.events.none.text')}
    </EmptyState>
  );
}
