import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useCallback, useDeferredValue, useMemo, useState } from 'react';
import type { RuleHit, RuleKind } from '../../../src-shared/contract/rulelibrary.ts';
import { PagedTable, useHostQuery, usePagedRows } from '../../host/index.ts';
import {
  ColumnsButton,
  EmptyState,
  EnforcementWord,
  MathText,
  Page,
  type ProductText,
  Quantity,
  Select,
  type TableColumn,
  TextField,
  TextStatusWord,
  Toolbar,
  useTableLayout,
  useText,
} from '../../ui/index.ts';
import { hitKey, useShownRule } from './place.ts';
import { RulePanel } from './RulePanel.tsx';

const kinds: readonly RuleKind[] = ['entry', 'parameter', 'term', 'capability', 'question', 'country', 'source'];

/** Everything the packs hold, found by words. */
export function BrowseTab({ header }: { readonly header: ReactNode }) {
  const t = useText();
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed);
  const [kind, setKind] = useState<RuleKind | 'all'>('entry');
  const [pack, setPack] = useState<string>('all');
  const [shown, show] = useShownRule();
  const { data: packs } = useHostQuery('rulepacks.list', {});
  const filter = useMemo(() => ({ text, ...(pack === 'all' ? {} : { packs: [pack] }) }), [text, pack]);
  const inputAt = useCallback(
    (offset: number, limit: number) => ({ ...filter, ...(kind === 'all' ? {} : { kinds: [kind] }), offset, limit }),
    [filter, kind],
  );
  const list = usePagedRows('rulepacks.search', inputAt, asPage);
  const { data: counts } = useHostQuery('rulepacks.search', { ...filter, offset: 0, limit: 1 }, { keepPrevious: true });
  const columns = useMemo(() => columnsOf(t).filter(({ id }) => fits(id, kind)), [t, kind]);
  const layout = useTableLayout('rules.browse', columns);
  const countOf = (id: RuleKind) => counts?.byKind[id] ?? 0;
  const all = kinds.reduce((sum, id) => sum + countOf(id), 0);

  return (
    <Page
      body="fill"
      header={header}
      inspector={shown === null ? undefined : <RulePanel shown={shown} onShow={show} onClose={() => show(null)} />}
    >
      <Toolbar label={t('rules.toolbar')} end={<ColumnsButton layout={layout} />}>
        <TextField
          label={t('rules.search')}
          labelHidden
          search
          size="small"
          icon={IconSearch}
          placeholder={t('rules.searchHint')}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
        <Select<RuleKind | 'all'>
          label={t('rules.kind')}
          labelHidden
          size="small"
          value={kind}
          options={[
            { value: 'all', label: t('rules.kindCount', { kind: t('rules.kind.all'), count: all }) },
            ...kinds.map((id) => ({ value: id, label: t('rules.kindCount', { kind: t(`rules.kinds.${id}`), count: countOf(id) }) })),
          ]}
          onChange={setKind}
        />
        <Select
          label={t('rules.pack')}
          labelHidden
          size="small"
          value={pack}
          options={[{ value: 'all', label: t('rules.allPacks') }, ...(packs ?? []).map(({ id, title }) => ({ value: id, label: title }))]}
          onChange={setPack}
        />
      </Toolbar>
      <PagedTable
        label={t('rules.list')}
        layout={layout}
        list={list}
        rowKey={hitKey}
        active={shown === null ? null : hitKey({ ...shown, kind: shown.kind === 'pack' ? 'source' : shown.kind })}
        onActiveChange={({ kind: hitKind, pack: hitPack, id }) => show({ kind: hitKind, pack: hitPack, id })}
        onOpen={({ kind: hitKind, pack: hitPack, id }) => show({ kind: hitKind, pack: hitPack, id })}
        empty={<EmptyState title={t('rules.nothing')}>{t('rules.nothingHint', { text })}</EmptyState>}
      />
    </Page>
  );
}

const asPage = (output: { readonly total: number; readonly hits: readonly RuleHit[] }) => ({ total: output.total, rows: output.hits });

function columnsOf(t: ProductText): readonly TableColumn<RuleHit>[] {
  return [
    {
      id: 'id',
      header: t('rules.column.id'),
      width: 150,
      whole: true,
      hideable: false,
      cell: (hit) => (
        <span className="medium">
          <MathText>{nameOf(hit)}</MathText>
        </span>
      ),
      text: nameOf,
    },
    {
      id: 'title',
      header: t('rules.column.title'),
      width: 240,
      cell: (hit) => <MathText>{hit.kind === 'term' ? hit.excerpt : hit.title}</MathText>,
      text: (hit) => hit.title,
    },
    {
      id: 'text',
      header: t('rules.text'),
      width: 100,
      whole: true,
      cell: (hit) => (hit.textStatus === null ? null : <TextStatusWord status={hit.textStatus} />),
      text: (hit) => (hit.textStatus === null ? '' : t(`textStatus.${hit.textStatus}`)),
    },
    {
      id: 'enforcement',
      header: t('rules.enforcement'),
      width: 120,
      whole: true,
      cell: (hit) => (hit.enforcement === null ? null : <EnforcementWord enforcement={hit.enforcement} />),
      text: (hit) => (hit.enforcement === null ? '' : t(`enforcement.${hit.enforcement}`)),
    },
    {
      id: 'value',
      header: t('rules.column.value'),
      width: 150,
      align: 'end',
      cell: (hit) => (hit.kind === 'parameter' ? <Quantity value={hit.value} unit={hit.unit ?? ''} digits={3} /> : null),
      text: (hit) => (hit.value === null ? '' : String(hit.value)),
    },
    {
      id: 'confidence',
      header: t('rules.confidence'),
      width: 210,
      givesWay: 2,
      cell: (hit) =>
        hit.confidence === null ? null : (
          <span className={hit.confidence === 'text' ? undefined : 'claimed'}>{t(`confidence.${hit.confidence}`)}</span>
        ),
      text: (hit) => (hit.confidence === null ? '' : t(`confidence.${hit.confidence}`)),
    },
    {
      id: 'excerpt',
      header: t('rules.column.excerpt'),
      width: 300,
      hiddenAtFirst: true,
      cell: (hit) => hit.excerpt,
      text: (hit) => hit.excerpt,
    },
    { id: 'pack', header: t('rules.pack'), width: 186, givesWay: 1, cell: (hit) => hit.packTitle, text: (hit) => hit.packTitle },
  ];
}

/** A column that no line of a kind can fill is not drawn for that kind. */
function fits(column: string, kind: RuleKind | 'all'): boolean {
  if (kind === 'all') return true;
  if (column === 'value') return kind === 'parameter';
  return column === 'text' || column === 'enforcement' ? kind === 'entry' : true;
}

/** Questions and sources are known by what they say; their ids are the pack's own business. */
function nameOf(hit: RuleHit): string {
  return hit.kind === 'entry' || hit.kind === 'term' || hit.kind === 'country' || hit.kind === 'parameter'
    ? hit.id
    : hit.kind === 'source'
      ? hit.id
      : hit.title;
}
