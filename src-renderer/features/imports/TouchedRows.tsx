import { IconCircleMinus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportSession, ProblemGroup, StagedRow } from '../../../src-shared/contract/imports.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import { importClasses as classes, IconButton, Note, Pager, Section, SimpleTable, TextField, useText } from '../../ui/index.ts';

const pageSize = 50;

interface TouchedRowsProps {
  readonly session: ImportSession;
  readonly group: ProblemGroup;
}

/** The rows of a problem as they stand in the file; the cell in question can be mended in place. */
export function TouchedRows({ session, group }: TouchedRowsProps) {
  const t = useText();
  const [offset, setOffset] = useState(0);
  const rows = useHostQuery('imports.problemRows', { id: session.id, groupId: group.id, offset, limit: pageSize }, { keepPrevious: true });
  const edit = useHostCommand('imports.editCell');
  const exclude = useHostCommand('imports.exclude');
  const column = group.column ?? columnOf(rows.data?.rows[0], group.fieldId);
  const failed = edit.error ?? exclude.error;
  const total = rows.data?.total ?? 0;
  const editable = group.severity !== 'settled' && column !== null;
  return (
    <Section title={t('imports.ui.rowsTouched')} aside={t('imports.ui.ofRows', { shown: Math.min(total, offset + pageSize), total })}>
      {failed === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, failed)}
        </Note>
      )}
      <SimpleTable
        label={t('imports.ui.rowsTouched')}
        place="inline"
        rowHeight={36}
        groups={[{ id: 'rows', rows: rows.data?.rows ?? [] }]}
        rowKey={(row) => String(row.row)}
        columns={[
          { id: 'row', header: t('imports.ui.row'), width: 64, align: 'end', cell: (row) => <span className="figures">{row.row}</span> },
          {
            id: 'written',
            header: t('imports.ui.asWritten'),
            width: 240,
            cell: (row) =>
              editable ? (
                <CellEditor
                  key={`${row.row}:${cellText(row, column)}`}
                  row={row}
                  text={cellText(row, column)}
                  onCommit={(text) => void edit.run({ id: session.id, revision: session.revision, row: row.row, column, text })}
                />
              ) : (
                <span className={classes['cell']}>
                  {column === null
                    ? row.cells
                        .map((cell) => cell.text)
                        .filter(Boolean)
                        .slice(0, 4)
                        .join(' | ')
                    : cellText(row, column)}
                </span>
              ),
          },
          {
            id: 'record',
            header: t('imports.ui.record'),
            cell: (row) => <span className={classes['cell']}>{row.title || otherCells(row, column)}</span>,
          },
          {
            id: 'out',
            header: '',
            width: 44,
            cell: (row) =>
              group.severity === 'settled' ? null : (
                <IconButton
                  icon={IconCircleMinus}
                  label={t('imports.ui.excludeRow', { row: row.row })}
                  onClick={() => void exclude.run({ id: session.id, revision: session.revision, rows: [row.row], excluded: true })}
                />
              ),
          },
        ]}
      />
      <Pager offset={offset} pageSize={pageSize} total={total} onMove={setOffset} />
    </Section>
  );
}

interface CellEditorProps {
  readonly row: StagedRow;
  readonly text: string;
  readonly onCommit: (text: string) => void;
}

function CellEditor({ row, text, onCommit }: CellEditorProps) {
  const t = useText();
  const [typed, setTyped] = useState(text);
  return (
    <TextField
      label={t('imports.ui.editCell', { row: row.row })}
      labelHidden
      size="small"
      value={typed}
      onChange={setTyped}
      onCommit={(value) => {
        if (value !== text) onCommit(value);
      }}
    />
  );
}

const cellText = (row: StagedRow, column: number | null) =>
  column === null ? '' : (row.cells.find((cell) => cell.column === column)?.text ?? '');

/** Column a field is read from, for problems about a cell that is not there. */
function columnOf(row: StagedRow | undefined, fieldId: string | null): number | null {
  return fieldId === null ? null : (row?.cells.find((cell) => cell.fieldId === fieldId)?.column ?? null);
}

function otherCells(row: StagedRow, column: number | null): string {
  return row.cells
    .filter((cell) => cell.column !== column && cell.text !== '')
    .slice(0, 3)
    .map((cell) => cell.text)
    .join(' | ');
}
