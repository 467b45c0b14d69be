import { useMemo } from 'react';
import type { WatchEventView } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import {
  EmptyState,
  EnforcementWord,
  type ProductText,
  type SimpleColumn,
  SimpleTable,
  StatusText,
  TextStatusWord,
  useText,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';

interface EventsTableProps {
  readonly events: readonly WatchEventView[];
  readonly on: string;
  readonly active: string | null;
  readonly onPress: (event: WatchEventView) => void;
}

/** What moved in the rules by day, with what is still to come first: text, enforcement and confidence always beside each other. */
export function EventsTable({ events, on, active, onPress }: EventsTableProps) {
  const t = useText();
  const columns = useMemo(() => columnsOf(t), [t]);
  if (events.length === 0) return <EmptyState title={t('watch.noChecks')}>{t('watch.noChecksText')}</EmptyState>;
  const groups = new Map<string, WatchEventView[]>();
  for (const event of events) {
    const id = event.date > on ? 'ahead' : event.date.slice(0, 4);
    groups.set(id, [...(groups.get(id) ?? []), event]);
  }
  return (
    <SimpleTable<WatchEventView>
      label={t('watch.view.events')}
      columns={columns}
      rowKey={({ id }) => id}
      sticky
      active={active}
      onPress={onPress}
      groups={[...groups].map(([id, rows]) => ({
        id,
        title: id === 'ahead' ? t('watch.ahead') : id,
        // What is ahead is read from the nearest day on.
        rows: id === 'ahead' ? [...rows].reverse() : rows,
      }))}
    />
  );
}

function columnsOf(t: ProductText): readonly SimpleColumn<WatchEventView>[] {
  return [
    { id: 'date', header: t('watch.column.date'), width: 128, cell: ({ date }) => formatDay(date, t.locale) },
    {
      id: 'what',
      header: t('watch.column.what'),
      minWidth: 260,
      cell: (event) => (
        <span className={classes['twoLines']}>
          <span className="medium">{event.title}</span>
          <small>{[t(`watch.kind.${event.kind}`), event.summary].filter((part) => part !== '').join(' · ')}</small>
          {event.checkState === 'due' ? <StatusText tone="review">{t('watch.state.due')}</StatusText> : null}
          {event.checkState === 'differs' ? <StatusText tone="restricted">{t('watch.state.differs')}</StatusText> : null}
        </span>
      ),
    },
    {
      id: 'text',
      header: t('watch.column.text'),
      width: 124,
      cell: ({ textStatus }) =>
        textStatus === null ? <span className="muted">{t('watch.noTextShort')}</span> : <TextStatusWord status={textStatus} />,
    },
    {
      id: 'enforcement',
      header: t('watch.column.enforcement'),
      width: 132,
      fold: { under: 'text', order: 2 },
      cell: ({ enforcement }) =>
        enforcement === null ? <span className="muted">{t('watch.noTextShort')}</span> : <EnforcementWord enforcement={enforcement} />,
    },
    {
      id: 'source',
      header: t('watch.column.source'),
      width: 220,
      fold: { under: 'what', order: 1 },
      cell: ({ source, confidence }) => (
        <span className={classes['twoLines']}>
          <span className={source.standing === 'verified' ? undefined : 'claimed'}>{source.locator}</span>
          <small>{t(`confidence.${confidence}`)}</small>
        </span>
      ),
    },
  ];
}
