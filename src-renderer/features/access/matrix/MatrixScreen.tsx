import { IconDownload, IconTable } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { describeError, useHostCommand, useSaveAs } from '../../../host/index.ts';
import {
  Button,
  Checkbox,
  EmptyState,
  ErrorState,
  IconButton,
  Kbd,
  ListFooter,
  LoadingState,
  Page,
  Select,
  Toolbar,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import classes from '../access.module.css';
import { spanWords } from '../words.ts';
import { CellMark } from './CellMark.tsx';
import type { Row } from './layout.ts';
import { MatrixGrid } from './MatrixGrid.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import grid from './matrix.module.css';
import { type MatrixFilter, useMatrix, useTeams } from './use-matrix.ts';

/** Who reached what, people down and assets across, with the controlled ones tinted. */
export function MatrixScreen() {
  const t = useText();
  const [filter, setFilter] = useState<MatrixFilter>({ team: null, controlledOnly: false, reachedOnly: true });
  const [asTable, setAsTable] = useState(false);
  const { matrix, error, retry } = useMatrix(filter);
  const teams = useTeams(matrix?.rows);
  const toast = useToast();
  const { run, pending, error: refused } = useHostCommand('access.exportMatrix');
  const { open, dialog } = useSaveAs<'pdf' | 'html' | 'xlsx'>({
    title: t('access.matrix.save'),
    formats: ['pdf', 'html', 'xlsx'],
    busy: pending,
    error: refused,
    onSave: async (choice) => {
      const reply = await run({ ...filter, ...choice });
      if (reply.ok && reply.value !== null)
        toast({ message: t('access.plan.saved', { name: reply.value.name, size: formatBytes(reply.value.bytes, t.locale) }) });
      return reply;
    },
  });
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'access.saveMatrix', titleKey: 'access.matrix.save', shortcut: 'Mod+P', menu: 'file', run: () => open('pdf') },
      { id: 'access.matrixTable', titleKey: 'command.access.matrixTable', shortcut: 'T', run: () => setAsTable((now) => !now) },
    ],
    [open],
  );
  useScreenCommands(commands);
  const change = (next: Partial<MatrixFilter>) => setFilter((now) => ({ ...now, ...next }));
  const head = matrix?.head;
  const controlled = head?.columns.filter((column) => column.controlled === 'controlled').length ?? 0;
  return (
    <Page
      body="fill"
      header={
        <AccessHeader
          view="matrix"
          subtitle={
            head === undefined
              ? undefined
              : t('access.matrix.subtitle', {
                  controlled,
                  people: head.people,
                  days: head.from === null ? 'none' : spanWords(t, head.from, head.until),
                })
          }
          actions={
            <IconButton
              icon={IconDownload}
              label={t('access.matrix.save')}
              shortcut="Mod+P"
              hasPopup="dialog"
              disabledBecause={pending ? t('access.matrix.saving') : undefined}
              onClick={() => open()}
            />
          }
        />
      }
      footer={
        asTable ? undefined : (
          <ListFooter
            end={
              <>
                {t('access.matrix.arrows')} <Kbd shortcut="T" />
                <Button kind="link" size="small" icon={IconTable} onClick={() => setAsTable(true)}>
                  {t('access.matrix.readsAsTable')}
                </Button>
              </>
            }
          >
            <span className="ellipsis">{t('access.matrix.positions')}</span>
          </ListFooter>
        )
      }
    >
      <Toolbar label={t('access.filter.toolbar')} end={asTable || matrix === null ? undefined : <Legend rows={matrix.rows} />}>
        <Checkbox label={t('access.matrix.reachedOnly')} checked={filter.reachedOnly} onChange={(reachedOnly) => change({ reachedOnly })} />
        <Checkbox
          label={t('access.matrix.controlledOnly')}
          checked={filter.controlledOnly}
          onChange={(controlledOnly) => change({ controlledOnly })}
        />
        <div className={classes['narrowField']}>
          <Select
            label={t('access.matrix.team')}
            labelHidden
            size="small"
            placeholder={t('access.matrix.anyTeam')}
            value={filter.team}
            options={teams.map((team) => ({ value: team, label: team }))}
            onChange={(team) => change({ team })}
            onClear={() => change({ team: null })}
          />
        </div>
      </Toolbar>
      {error !== null ? (
        <ErrorState {...describeError(t, error.error)} onRetry={retry} />
      ) : matrix === null ? (
        <LoadingState rows={14} />
      ) : matrix.rows.length === 0 || matrix.head.columns.length === 0 ? (
        <Nothing filter={filter} onClear={() => setFilter({ team: null, controlledOnly: false, reachedOnly: false })} />
      ) : asTable ? (
        <MatrixTable columns={matrix.head.columns} rows={matrix.rows} onGrid={() => setAsTable(false)} />
      ) : (
        <MatrixGrid columns={matrix.head.columns} rows={matrix.rows} total={matrix.head.people} />
      )}
      {dialog}
    </Page>
  );
}

const marks = ['none', 'permitted', 'missing', 'finding'] as const;

/** What the cells mean, each drawn as it stands in the grid, with how many there are. */
function Legend({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText();
  const counts = useMemo(() => {
    const found = { none: 0, permitted: 0, missing: 0, finding: 0 };
    for (const row of rows) for (const cell of row.cells) found[cell.mark] += 1;
    return found;
  }, [rows]);
  return (
    <ul className={grid['legend']} aria-label={t('access.matrix.legend')}>
      {marks.map((mark) => (
        <li key={mark}>
          <CellMark mark={mark} words={counts[mark].toLocaleString(t.locale)} />
          {t(`access.mark.${mark}`)}
        </li>
      ))}
    </ul>
  );
}

function Nothing({ filter, onClear }: { readonly filter: MatrixFilter; readonly onClear: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const narrowed = filter.team !== null || filter.controlledOnly || filter.reachedOnly;
  return (
    <EmptyState
      title={t('access.matrix.none.title')}
      actions={
        <>
          {narrowed ? <Button onClick={onClear}>{t('access.matrix.showAll')}</Button> : null}
          <Button onClick={() => void navigate('/access/coverage')}>{t('access.matrix.toCoverage')}</Button>
        </>
      }
    >
      {t('access.matrix.none.text')}
    </EmptyState>
  );
}
