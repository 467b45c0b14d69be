import { IconFilter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CourseLine, TrainedPerson } from '../../../../src-shared/contract/training.ts';
import { TrainingGroup, TrainingState } from '../../../../src-shared/model/training.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { PagedTable, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  FilterChips,
  type ProductText,
  Select,
  type Sort,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { StateWord } from './words.tsx';

const sortable = ['name', 'team', 'role', 'site', 'state', 'lastOn', 'dueOn'] as const;
type SortBy = (typeof sortable)[number];
const ALL = 'all';

/** Everybody of whom something is asked, with where they stand; narrowed by the address. */
export function PeopleView({ courses }: { readonly courses: readonly CourseLine[] }) {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState('');
  const [sort, setSort] = useState<Sort>({ column: 'state', direction: 'ascending' });
  const columns = useMemo(() => columnsOf(t), [t]);
  const layout = useTableLayout('training.people', columns);
  const courseId = params.get('course');
  const state = TrainingState.options.find((one) => one === params.get('state')) ?? null;
  const by = TrainingGroup.options.find((one) => one === params.get('by')) ?? null;
  const group = params.get('group') ?? '';
  const inputAt = useCallback(
    (offset: number, limit: number) => ({
      filter: { text, courseId, states: state === null ? [] : [state], group: by === null ? null : { by, name: group } },
      sort: { by: sortable.find((one) => one === sort.column) ?? ('name' as SortBy), descending: sort.direction === 'descending' },
      ...{ offset, limit },
    }),
    [text, courseId, state, by, group, sort],
  );
  const list = usePagedRows('training.people', inputAt, sameList);
  const put = (key: string, value: string | null) => {
    const next = new URLSearchParams(params);
    if (value === null) next.delete(key);
    else next.set(key, value);
    setParams(next, { replace: true });
  };
  const groupName = by === 'duty' ? t.dynamic(`role.${group}`) : group || t('training.notSaid');
  return (
    <>
      <Toolbar label={t('training.view.people')} end={<ColumnsButton layout={layout} />}>
        <TextField
          label={t('training.search')}
          labelHidden
          placeholder={t('training.searchHint')}
          icon={IconFilter}
          size="small"
          search
          value={text}
          onChange={setText}
        />
        <Select
          label={t('training.course')}
          labelHidden
          size="small"
          value={courseId ?? ALL}
          options={[
            { value: ALL, label: t('training.anyCourse') },
            ...courses.filter(({ course }) => !course.retired).map(({ course }) => ({ value: course.id, label: course.title })),
          ]}
          onChange={(value) => put('course', value === ALL ? null : value)}
        />
        <Select
          label={t('training.column.state')}
          labelHidden
          size="small"
          value={state ?? ALL}
          options={[
            { value: ALL, label: t('training.anyState') },
            ...TrainingState.options.map((value) => ({ value: value as string, label: t(`training.state.${value}`) })),
          ]}
          onChange={(value) => put('state', value === ALL ? null : value)}
        />
        {by === null ? null : (
          <FilterChips
            filters={[{ id: 'group', label: t('training.groupChip', { by: t(`training.by.${by}`), name: groupName }) }]}
            onRemove={() => put('by', null)}
          />
        )}
      </Toolbar>
      <PagedTable<TrainedPerson>
        label={t('training.view.people')}
        layout={layout}
        list={list}
        rowKey={rowKey}
        sort={sort}
        onSort={(next) => {
          if (sortable.some((one) => one === next.column)) setSort(next);
        }}
        onOpen={(row) => void navigate(`/people/${row.id}?tab=training`)}
        empty={
          <EmptyState
            title={t('training.noMatch')}
            actions={
              <Button
                onClick={() => {
                  setText('');
                  setParams({ view: 'people' }, { replace: true });
                }}
              >
                {t('training.clear')}
              </Button>
            }
          >
            {t('training.noMatchText')}
          </EmptyState>
        }
      />
    </>
  );
}

const rowKey = (row: TrainedPerson) => row.id;
const sameList = <T,>(output: T): T => output;

function columnsOf(t: ProductText): ReadonlyArray<TableColumn<TrainedPerson>> {
  const plain = (id: 'team' | 'role' | 'site', width: number, hiddenAtFirst = false): TableColumn<TrainedPerson> => ({
    ...{ id, header: t(`training.by.${id}`), width, sortable: true, hiddenAtFirst },
    cell: (row) => <span className="ellipsis">{row[id]}</span>,
    text: (row) => row[id],
  });
  const day = (id: 'lastOn' | 'dueOn', none: string): TableColumn<TrainedPerson> => ({
    ...{ id, header: t(`training.column.${id}`), width: 116, whole: true, sortable: true },
    cell: (row) => (row[id] === null ? <span className="muted">{none}</span> : formatDay(row[id], t.locale)),
    text: (row) => row[id] ?? none,
  });
  return [
    {
      ...{ id: 'name', header: t('training.column.name'), width: 190, sortable: true, hideable: false },
      cell: (row) => <b className="medium ellipsis">{row.name}</b>,
      text: (row) => row.name,
    },
    {
      ...{ id: 'state', header: t('training.column.state'), width: 130, sortable: true },
      cell: (row) => <StateWord state={row.state} />,
      text: (row) => t(`training.state.${row.state}`),
    },
    {
      ...{ id: 'asked', header: t('training.column.asked'), width: 90, align: 'end' as const },
      cell: (row) => <span className="figures">{t('training.ofAsked', row)}</span>,
      text: (row) => t('training.ofAsked', row),
    },
    day('dueOn', t('training.dueNoMore')),
    {
      ...{ id: 'dueFor', header: t('training.column.dueFor'), width: 280 },
      cell: (row) => <span className="ellipsis">{row.dueFor}</span>,
      text: (row) => row.dueFor,
    },
    plain('team', 130),
    plain('role', 170),
    plain('site', 120, true),
    day('lastOn', t('training.never')),
  ];
}
