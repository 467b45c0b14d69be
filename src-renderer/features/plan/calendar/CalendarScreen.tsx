import { IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { RecurringItem } from '../../../../src-shared/contract/plan.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  IconButton,
  Page,
  PageHeader,
  type ProductText,
  SimpleTable,
  StatusText,
  useGoOn,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { usePlan } from '../plan-data.ts';
import { DoneDialog } from './DoneDialog.tsx';
import { RecurringDialog } from './RecurringDialog.tsx';

/** What comes round again after the 90 days: each with its cadence, who does it and when it is due next. */
export function CalendarScreen() {
  const t = useText();
  const toast = useToast();
  const items = useHostQuery('plan.recurring', {});
  const settings = useHostQuery('settings.get', {});
  const fill = useHostCommand('plan.rollOver');
  const undo = useHostCommand('journal.undo');
  const [editing, setEditing] = useState<RecurringItem | 'new' | null>(null);
  const [noting, setNoting] = useState<RecurringItem | null>(null);
  const rollOver = async () => {
    const reply = await fill.run({});
    if (!reply.ok) return;
    const { items: count } = reply.value;
    toast({ message: t('plan.calendar.filled', { count }), ...(count === 0 ? {} : { onUndo: () => void undo.run({}) }) });
  };
  const fillButton = (
    <Button kind="primary" busy={fill.pending} onClick={() => void rollOver()}>
      {t('plan.calendar.fill')}
    </Button>
  );
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={t('plan.calendar.title')}
          subtitle={t('plan.calendar.subtitle')}
          crumbs={[{ label: t('plan.title'), href: '#/plan' }, { label: t('plan.calendar.title') }]}
          actions={
            <>
              {(items.data ?? []).length === 0 ? null : (
                <Button busy={fill.pending} onClick={() => void rollOver()}>
                  {t('plan.calendar.fillAgain')}
                </Button>
              )}
              <Button icon={IconPlus} onClick={() => setEditing('new')}>
                {t('plan.calendar.add')}
              </Button>
            </>
          }
        />
      }
    >
      <QueryView query={items}>
        {(list) =>
          list.length === 0 ? (
            <EmptyState title={t('plan.calendar.empty')} actions={fillButton}>
              {t('plan.calendar.emptyText')}
            </EmptyState>
          ) : (
            <Items items={list} today={settings.data?.today ?? ''} onEdit={setEditing} onDone={setNoting} />
          )
        }
      </QueryView>
      {editing === null ? null : <RecurringDialog item={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />}
      {noting === null ? null : <DoneDialog item={noting} onClose={() => setNoting(null)} />}
    </Page>
  );
}

interface ItemsProps {
  readonly items: readonly RecurringItem[];
  readonly today: string;
  readonly onEdit: (item: RecurringItem) => void;
  readonly onDone: (item: RecurringItem) => void;
}

function Items({ items, today, onEdit, onDone }: ItemsProps) {
  const t = useText();
  const goOn = useGoOn();
  const plan = usePlan();
  const doNow = useHostCommand('plan.doRecurring');
  const make = async (id: string) => {
    const reply = await doNow.run({ id });
    if (reply.ok) goOn(`/plan/tasks/${reply.value.taskId}`);
  };
  const ordered = [...items].sort((a, b) => Number(a.paused) - Number(b.paused) || a.next.localeCompare(b.next));
  return (
    <SimpleTable<RecurringItem>
      label={t('plan.calendar.title')}
      sticky
      columns={[
        { id: 'title', header: t('plan.column.task'), cell: (item) => <b className="medium">{item.title}</b> },
        { id: 'cadence', header: t('plan.calendar.cadence'), width: 132, cell: (item) => t(`plan.cadence.${item.cadence}`) },
        {
          id: 'owner',
          header: t('plan.column.owner'),
          width: 190,
          cell: (item) =>
            item.owner || <span className="muted">{item.ownerRole === null ? t('plan.nobody') : t(`role.${item.ownerRole}`)}</span>,
        },
        { id: 'next', header: t('plan.calendar.next'), width: 190, cell: (item) => <Next t={t} item={item} today={today} /> },
        {
          id: 'last',
          header: t('plan.calendar.last'),
          width: 124,
          cell: (item) => (item.lastDone === null ? <span className="muted">–</span> : formatDay(item.lastDone, t.locale)),
        },
        {
          id: 'act',
          header: '',
          width: 340,
          align: 'end',
          cell: (item) => (
            <span className="row" style={{ justifyContent: 'flex-end' }}>
              {item.taskId === null ? (
                <>
                  <Button size="small" onClick={() => onDone(item)}>
                    {t('plan.calendar.done')}
                  </Button>
                  {plan.data == null ? null : (
                    <Button size="small" busy={doNow.pending} onClick={() => void make(item.id)}>
                      {t('plan.calendar.doNow')}
                    </Button>
                  )}
                </>
              ) : (
                <a href={`#/plan/tasks/${item.taskId}`}>{t('plan.calendar.toTask')}</a>
              )}
              <IconButton icon={IconPencil} label={t('plan.calendar.edit', { title: item.title })} onClick={() => onEdit(item)} />
            </span>
          ),
        },
      ]}
      groups={[{ id: 'all', rows: ordered }]}
      rowKey={(item) => item.id}
    />
  );
}

function Next({ t, item, today }: { readonly t: ProductText; readonly item: RecurringItem; readonly today: string }) {
  if (item.paused) return <span className="muted">{t('plan.calendar.paused')}</span>;
  const day = formatDay(item.next, t.locale);
  return item.next <= today ? <StatusText tone="review">{t('plan.calendar.due', { day })}</StatusText> : <span>{day}</span>;
}
