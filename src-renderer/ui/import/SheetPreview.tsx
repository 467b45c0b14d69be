import { useText } from '../text.tsx';
import classes from './import.module.css';

interface SheetCell {
  readonly text: string;
  /** `number` and `date` stand at the right; formulas and errors look different. */
  readonly type?: string;
  /** Shown while pointed at: the formula, the serial number behind a date. */
  readonly raw?: string | undefined;
}

interface SheetRow {
  readonly row: number;
  readonly role: 'banner' | 'header' | 'data' | 'repeatedHeader' | 'totals' | 'blank';
  readonly cells: readonly SheetCell[];
}

interface SheetPreviewProps {
  readonly label: string;
  readonly rows: readonly SheetRow[];
  readonly headerRow: number | null;
  /** Absent where the file has no header to choose. */
  readonly onHeader?: ((row: number) => void) | undefined;
}

const widest = 40;

/** A sheet as it is, each row marked with what we take it for. A press on a row number makes it the header. */
export function SheetPreview({ label, rows, headerRow, onHeader }: SheetPreviewProps) {
  const t = useText();
  const width = Math.min(widest, Math.max(1, ...rows.map((row) => row.cells.length)));
  // Columns have no other identity than their place.
  const places = Array.from({ length: width }, (_, column) => ({ column, key: `column ${column}` }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section className={classes['preview']} aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row} data-role={row.role}>
              <th scope="row">
                {onHeader === undefined ? (
                  <span>{row.row}</span>
                ) : (
                  <button
                    type="button"
                    aria-pressed={row.row === headerRow}
                    title={t('imports.ui.headerRow')}
                    onClick={() => onHeader(row.row)}
                  >
                    {row.row}
                  </button>
                )}
              </th>
              <td className={classes['role']}>{t(`imports.ui.role.${row.role}`)}</td>
              {places.map(({ key, column }) => {
                const cell = row.cells[column];
                return (
                  <td key={key} data-type={cell?.type} title={cell?.raw}>
                    {cell?.text.slice(0, 120) ?? ''}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
