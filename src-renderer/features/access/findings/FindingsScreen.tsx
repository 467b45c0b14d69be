import { IconGavel } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { FindingLine } from '../../../../src-shared/contract/access.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { ask, MakeTaskButton, PagedTable, type TaskSource, usePagedRows } from '../../../host/index.ts';
import {
  Button,
  ColumnsButton,
  EmptyState,
  Kbd,
  nothingSelected,
  Page,
  type Selection,
  selectedCount,
  useTableLayout,
  useText,
} from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import classes from '../access.module.css';
import { findingSource } from '../words.ts';
import { findingColumns } from './columns.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { FindingFilters } from './FindingFilters.tsx';
import { type FindingFilter, filterInput, filterQuery, readFilter } from './filter.ts';

const PAGE = 500;

/** All findings, the gravest first: narrow them, open one, decide one or many. */
export function FindingsScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const address = params.toString();
  const filter = useMemo(() => readFilter(new URLSearchParams(address)), [address]);
  const [selection, setSelection] = useState<Selection>(nothingSelected);
  const [active, setActive] = useState<FindingLine | null>(null);
  const [deciding, setDeciding] = useState(false);
  const columns = useMemo(() => findingColumns(t, filter.show !== 'open'), [t, filter.show]);
  const layout = useTableLayout('access.findings', columns);
  const inputAt = useCallback((offset: number, limit: number) => filterInput(filter, offset, limit), [filter]);
  const list = usePagedRows('access.findings', inputAt, same);
  const change = (next: Partial<FindingFilter>) => {
    setParams(filterQuery({ ...filter, ...next }), { replace: true });
    setSelection(nothingSelected);
  };
  const selected = selectedCount(selection, list.rowCount);
  const open = useCallback(
    (row: FindingLine) => void navigate(`/access/findings/${row.id}${address === '' ? '' : `?${address}`}`),
    [navigate, address],
  );
  const canDecide = selected > 0 || active !== null;
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'access.decide',
        titleKey: 'command.access.decide',
        shortcut: 'D',
        availability: () => (canDecide ? true : { because: 'command.access.chooseFirst' }),
        run: () => setDeciding(true),
      },
    ],
    [canDecide],
  );
  useScreenCommands(commands);
  const chosen = async (): Promise<readonly string[]> => {
    if (selected === 0) return active === null ? [] : [active.id];
    if (!selection.all) return [...selection.keys];
    const ids: string[] = [];
    for (let offset = 0; offset < list.rowCount; offset += PAGE) {
      const page = await ask('access.findings', filterInput(filter, offset, PAGE));
      ids.push(...page.rows.map((row) => row.id));
    }
    return ids.filter((id) => !selection.keys.has(id));
  };
  const chosenSources = async (): Promise<readonly TaskSource[]> => {
    const wanted = new Set(await chosen());
    const sources: TaskSource[] = [];
    for (let offset = 0; offset < list.rowCount && sources.length < wanted.size; offset += PAGE) {
      const page = await ask('access.findings', filterInput(filter, offset, PAGE));
      sources.push(...page.rows.filter((row) => wanted.has(row.id)).map((row) => findingSource(t, row)));
    }
    return sources;
  };
  const first = list.getRow(0);
  const narrowed = filterQuery({ ...filter, show: 'open', sort: 'rank' }) !== '';
  return (
    <Page
      body="fill"
      header={
        <AccessHeader
          view="findings"
          subtitle={list.loading ? undefined : t(`access.findings.subtitle.${filter.show}`, { count: list.rowCount })}
        />
      }
    >
      {selected > 0 ? (
        <div className={classes['bulk']} role="toolbar" aria-label={t('access.bulk')}>
          <b>{t('access.selected', { count: selected })}</b>
          <Button size="small" kind="primary" icon={IconGavel} shortcut="D" onClick={() => setDeciding(true)}>
            {t('access.decideMany', { count: selected })}
          </Button>
          <MakeTaskButton
            size="small"
            cause="finding"
            phase="audit"
            measure="findingsExplained"
            titleForAll={t('access.task.all')}
            sources={chosenSources}
            onMade={() => setSelection(nothingSelected)}
          />
          <Button size="small" kind="quiet" onClick={() => setSelection(nothingSelected)}>
            {t('access.clearSelection')}
          </Button>
        </div>
      ) : (
        <FindingFilters
          filter={filter}
          onChange={change}
          names={{ person: first?.person?.name ?? null, asset: first?.asset?.name ?? null }}
          end={<ColumnsButton layout={layout} />}
        />
      )}
      <PagedTable<FindingLine>
        label={t('access.view.findings')}
        layout={layout}
        list={list}
        rowKey={rowKey}
        selection={selection}
        onSelectionChange={setSelection}
        active={active?.id ?? null}
        onActiveChange={setActive}
        onOpen={open}
        footerEnd={
          <>
            <Kbd shortcut="J" /> <Kbd shortcut="K" /> {t('table.move')} <Kbd shortcut="Enter" /> {t('table.open')} <Kbd shortcut="D" />{' '}
            {t('access.key.decide')}
          </>
        }
        empty={<NoFindings narrowed={narrowed} show={filter.show} onClear={() => setParams('', { replace: true })} />}
      />
      {deciding && canDecide ? (
        <DecideDialog
          ids={chosen}
          count={selected > 0 ? selected : 1}
          {...(selected === 0 && active !== null ? { now: active.state } : {})}
          onClose={() => setDeciding(false)}
          onDone={() => setSelection(nothingSelected)}
        />
      ) : null}
    </Page>
  );
}

const rowKey = (row: FindingLine) => row.id;
const same = <T,>(output: T): T => output;

interface NoFindingsProps {
  readonly narrowed: boolean;
  readonly show: FindingFilter['show'];
  readonly onClear: () => void;
}

/** No row: a filter hides them, all are decided, or nothing was audited yet. Each says what to do next. */
function NoFindings({ narrowed, show, onClear }: NoFindingsProps) {
  const t = useText();
  const navigate = useNavigate();
  if (narrowed)
    return (
      <EmptyState
        title={t('access.findings.hidden.title')}
        actions={<Button onClick={onClear}>{t('access.findings.hidden.clear')}</Button>}
      >
        {t('access.findings.hidden.text')}
      </EmptyState>
    );
  return (
    <EmptyState
      title={t(`access.findings.none.${show}.title`)}
      actions={<Button onClick={() => void navigate('/access')}>{t('access.findings.none.overview')}</Button>}
    >
      {t(`access.findings.none.${show}.text`)}
    </EmptyState>
  );
}
