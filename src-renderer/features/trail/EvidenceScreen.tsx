import { IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { Evidence, type EvidenceFilter, type EvidenceRow, EvidenceSort } from '../../../src-shared/contract/evidence.ts';
import { RecordKind } from '../../../src-shared/model/record-ref.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { EvidenceDialog, PagedTable, useHostCommand, useHostQuery, usePagedRows } from '../../host/index.ts';
import {
  HistoryPlaces,
  Page,
  PageHeader,
  Select,
  type Sort,
  type TableColumn,
  TextField,
  Toolbar,
  useTableLayout,
  useText,
  useToast,
} from '../../ui/index.ts';
import { EvidencePanel } from './EvidencePanel.tsx';
import { SaveButton } from './SaveButton.tsx';
import classes from './trail.module.css';
import { useCheckFiles } from './use-check-files.tsx';
import { kindName } from './words.ts';

const anything = '';

/** Everything that is kept as evidence, on whatever record: looked through, checked against its hashes, written out. */
export function EvidenceScreen() {
  const t = useText();
  const toast = useToast();
  const [params, setParams] = useSearchParams();
  const [search, setSearch] = useState('');
  const [kind, setKind] = useState<string>(anything);
  const [sort, setSort] = useState<Sort>({ column: 'addedAt', direction: 'descending' });
  const [active, setActive] = useState<EvidenceRow | null>(null);
  const [opened, setOpened] = useState<EvidenceRow | null>(null);
  const exporting = useHostCommand('evidence.export');
  const check = useCheckFiles();
  const words = useDeferredValue(search);
  const on = RecordKind.safeParse(params.get('on'));
  const onKind = on.success ? on.data : null;
  const filter = useMemo((): EvidenceFilter => {
    const wanted = Evidence.shape.kind.safeParse(kind);
    return { search: words, kind: wanted.success ? wanted.data : null, on: onKind, about: null };
  }, [words, kind, onKind]);
  const order = useMemo((): EvidenceSort => {
    const by = EvidenceSort.shape.by.safeParse(sort.column);
    return { by: by.success ? by.data : 'addedAt', descending: sort.direction === 'descending' };
  }, [sort]);
  const first = useHostQuery('evidence.page', { filter, sort: order, offset: 0, limit: 1 }, { keepPrevious: true });
  const list = usePagedRows(
    'evidence.page',
    useCallback((offset: number, limit: number) => ({ filter, sort: order, offset, limit }), [filter, order]),
    (output) => output,
  );
  const columns = useMemo((): readonly TableColumn<EvidenceRow>[] => columnsOf(t), [t]);
  const layout = useTableLayout('evidence', columns);
  const save = async (choice: { readonly format: 'xlsx' | 'csv'; readonly redaction: string }) => {
    const reply = await exporting.run({ filter, ...choice });
    if (!reply.ok) return reply;
    const { pieces, fileName, leftOut } = reply.value;
    toast({
      message:
        leftOut === 0
          ? t('evidence.all.exported', { count: pieces, file: fileName })
          : t('evidence.all.exportedWithout', { count: pieces, file: fileName, leftOut }),
    });
    return reply;
  };
  const close = () => {
    setOpened(null);
    // It may have been changed, moved or taken off: the panel would tell of what was.
    setActive(null);
  };
  return (
    <Page
      body="fill"
      header={<PageHeader title={t('evidence.all.title')} actions={<HistoryPlaces here="evidence" />} ruled />}
      inspector={
        active === null ? undefined : (
          <EvidencePanel key={active.id} evidence={active} onOpen={() => setOpened(active)} onClose={() => setActive(null)} />
        )
      }
    >
      <Toolbar
        label={t('history.filters')}
        end={
          <>
            {check.button}
            <SaveButton title={t('evidence.all.export.title')} command={exporting} onSave={save} />
          </>
        }
      >
        <TextField
          label={t('evidence.all.search')}
          labelHidden
          placeholder={t('evidence.all.search')}
          icon={IconSearch}
          size="small"
          search
          value={search}
          onChange={setSearch}
          maxLength={200}
        />
        <Select
          label={t('evidence.column.kind')}
          labelHidden
          size="small"
          value={kind}
          options={[
            { value: anything, label: t('evidence.all.everyKind') },
            ...Evidence.shape.kind.options.map((value) => ({ value: value as string, label: t(`evidence.kind.${value}`) })),
          ]}
          onChange={setKind}
        />
        <Select
          label={t('evidence.column.recordKind')}
          labelHidden
          size="small"
          value={onKind ?? anything}
          options={[
            { value: anything, label: t('evidence.all.everyRecord') },
            ...[...new Set([...(first.data?.kinds ?? []), ...(onKind === null ? [] : [onKind])])]
              .map((value) => ({ value: value as string, label: kindName(t, { kind: value }) }))
              .sort((a, b) => a.label.localeCompare(b.label)),
          ]}
          onChange={(value) => setParams(value === anything ? {} : { on: value }, { replace: true })}
        />
      </Toolbar>
      {check.standing}
      <PagedTable<EvidenceRow>
        label={t('evidence.all.title')}
        list={list}
        layout={layout}
        rowKey={(one) => one.id}
        sort={sort}
        onSort={setSort}
        active={active?.id ?? null}
        onActiveChange={(one) => setActive(one)}
        onOpen={setOpened}
        empty={<p className={`${classes['padded']} muted`}>{t('evidence.all.none')}</p>}
        legend={first.data === undefined ? undefined : t('evidence.all.sum', { size: formatBytes(first.data.bytes, t.locale) })}
      />
      {opened === null ? null : <EvidenceDialog evidence={opened} parts={[]} onClose={close} />}
    </Page>
  );
}

function columnsOf(t: ReturnType<typeof useText>): readonly TableColumn<EvidenceRow>[] {
  const sized = ({ sha256, sizeBytes }: EvidenceRow) => (sha256 === null ? '' : formatBytes(sizeBytes, t.locale));
  const record = (row: EvidenceRow) => row.title ?? t('history.gone', { id: row.record.id });
  return [
    {
      id: 'name',
      header: t('evidence.column.name'),
      width: 250,
      hideable: false,
      sortable: true,
      cell: (row) => row.name,
      text: (row) => row.name,
    },
    {
      id: 'kind',
      header: t('evidence.column.kind'),
      width: 70,
      cell: (row) => t(`evidence.kind.${row.kind}`),
      text: (row) => t(`evidence.kind.${row.kind}`),
    },
    { id: 'record', header: t('evidence.column.record'), width: 210, cell: record, text: record },
    {
      id: 'recordKind',
      header: t('evidence.column.recordKind'),
      width: 130,
      cell: (row) => kindName(t, row.record),
      text: (row) => kindName(t, row.record),
    },
    {
      id: 'addedBy',
      header: t('evidence.column.addedBy'),
      width: 150,
      sortable: true,
      cell: (row) => row.addedBy,
      text: (row) => row.addedBy,
    },
    {
      id: 'addedAt',
      header: t('evidence.column.addedAt'),
      width: 176,
      whole: true,
      sortable: true,
      cell: (row) => formatInstant(row.addedAt, t.locale),
      text: (row) => row.addedAt,
    },
    { id: 'sizeBytes', header: t('evidence.column.size'), width: 84, align: 'end', sortable: true, cell: sized, text: sized },
    {
      id: 'sha256',
      header: t('evidence.column.sha256'),
      width: 130,
      whole: true,
      cell: (row) => (row.sha256 === null ? '' : <code title={row.sha256}>{`${row.sha256.slice(0, 12)}…`}</code>),
      text: (row) => row.sha256 ?? '',
    },
  ];
}
