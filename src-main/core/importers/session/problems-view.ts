import type { ProblemGroup, ProblemKind, ProposedFix, Said } from '../../../../src-shared/contract/imports.ts';
import type { TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import type { Connection } from '../../db/index.ts';
import { readDate } from '../map/date.ts';
import { duplicateGroups } from './duplicates.ts';
import type { StoredSession } from './store.ts';

interface GroupRow {
  readonly group_id: string;
  readonly kind: ProblemKind;
  readonly field_id: string | null;
  readonly column_index: number | null;
  readonly errors: number;
  readonly warnings: number;
  readonly cells: number;
  readonly rows: number;
}

const severityRank = { error: 0, warning: 1, settled: 2 } as const;

/** Problems by what one answer settles: errors first, then warnings, then what is dealt with; the most cells first. */
export function problemGroups({ db }: Connection, session: StoredSession, schema: TargetSchema): ProblemGroup[] {
  const groups = db
    .prepare<[string], GroupRow>(
      `SELECT group_id, kind, max(field_id) AS field_id, max(column_index) AS column_index, sum(severity = 'error') AS errors, sum(severity = 'warning') AS warnings,
              count(*) AS cells, count(DISTINCT row) AS rows
       FROM import_issues WHERE session_id = ? GROUP BY group_id, kind`,
    )
    .all(session.id);
  const values = db.prepare<[string, string], { value: string; count: number }>(
    "SELECT value, count(*) AS count FROM import_issues WHERE session_id = ? AND group_id = ? AND value <> '' GROUP BY value ORDER BY count(*) DESC, value LIMIT 50",
  );
  return groups
    .map((group): ProblemGroup => {
      const shown = values.all(session.id, group.group_id);
      const field = schema.fields.find((one) => one.id === group.field_id);
      const header = group.column_index === null ? (field?.label ?? '') : (session.state.titles[group.column_index] ?? '');
      const action = session.state.actions[group.group_id];
      return {
        id: group.group_id,
        kind: group.kind,
        severity: group.errors > 0 ? 'error' : group.warnings > 0 ? 'warning' : 'settled',
        fieldId: group.field_id,
        column: group.column_index,
        header,
        cells: group.cells,
        rows: group.rows,
        said: saidOf(group, header, field?.label ?? '', field?.unit ?? '', action?.kind ?? ''),
        values: shown,
        fixes: fixesFor(group, shown, field?.type === 'text' || field?.type === 'longText'),
      };
    })
    .sort((a, b) => severityRank[a.severity] - severityRank[b.severity] || b.cells - a.cells);
}

function saidOf(group: GroupRow, header: string, field: string, unit: string, fixed: string): Said {
  const key = group.group_id === duplicateGroups.equal ? 'duplicateEqual' : group.kind;
  return { key: `imports.problem.${key}`, params: { cells: group.cells, rows: group.rows, header, field, unit, fixed } };
}

function fixesFor(group: GroupRow, values: readonly { readonly value: string; readonly count: number }[], isText: boolean): ProposedFix[] {
  const all = group.cells;
  const fix = (kind: ProposedFix['kind'], recommended = false, extra: Partial<ProposedFix> = {}): ProposedFix => ({
    kind,
    fits: all,
    recommended,
    because: null,
    ...extra,
  });
  switch (group.kind) {
    case 'dateOrder':
      return dateOrderFixes(values, all);
    case 'decimalSign':
      return [
        fix('chooseDecimalSign', false, {
          value: '.',
          because: { key: 'imports.because.decimalPoint', params: { example: values[0]?.value ?? '' } },
        }),
        fix('chooseDecimalSign', false, {
          value: ',',
          because: { key: 'imports.because.decimalComma', params: { example: values[0]?.value ?? '' } },
        }),
        fix('excludeRows'),
      ];
    case 'unknownChoice':
    case 'unknownCountry':
    case 'notYesNo':
      return [fix('mapValue', true), fix('setUnknown'), fix('leaveEmpty'), fix('excludeRows')];
    case 'notANumber':
    case 'wrongUnit':
    case 'notADate':
    case 'notAnAddress':
    case 'errorCell':
      return [fix('editCells', all <= 20), fix('setUnknown', all > 20), fix('leaveEmpty'), fix('setValue'), fix('excludeRows')];
    case 'implausible':
      return [fix('editCells', all <= 20), fix('setUnknown', all > 20), fix('leaveEmpty'), fix('excludeRows')];
    case 'tooLong':
      return isText
        ? [fix('acceptAsText', true), fix('editCells'), fix('leaveEmpty'), fix('excludeRows')]
        : [fix('editCells', true), fix('leaveEmpty'), fix('excludeRows')];
    case 'missingRequired':
    case 'missingIdentity':
      return [fix('editCells', all <= 20), fix('excludeRows', all > 20)];
    case 'duplicateInFile':
      return group.group_id === duplicateGroups.equal
        ? []
        : [fix('keepFirst'), fix('keepLast', true), fix('editCells'), fix('excludeRows')];
    case 'ambiguousMatch':
    case 'notOnRecord':
    case 'dayAhead':
    case 'hasEnded':
      return [fix('editCells', true), fix('excludeRows')];
    case 'damagedBySpreadsheet':
    case 'cutCell':
    case 'undecodable':
      return [fix('accept', true), fix('editCells'), fix('excludeRows')];
    default:
      return [];
  }
}

/** Both orders with how many dates fit them and how many would then lie in the future of the newest plain reading. */
function dateOrderFixes(values: readonly { readonly value: string; readonly count: number }[], all: number): ProposedFix[] {
  const months = (order: 'DMY' | 'MDY') => {
    const found = values
      .map(({ value }) => readDate(value, order))
      .flatMap((reading) => (reading.is === 'date' ? [reading.iso.slice(0, 7)] : []));
    return [...new Set(found)].sort();
  };
  const spread = { DMY: months('DMY'), MDY: months('MDY') };
  const tighter = spread.DMY.length === spread.MDY.length ? null : spread.DMY.length < spread.MDY.length ? 'DMY' : 'MDY';
  const choose = (order: 'DMY' | 'MDY'): ProposedFix => ({
    kind: 'chooseDateOrder',
    value: order,
    fits: all,
    recommended: tighter === order,
    because: {
      key: 'imports.because.dateSpread',
      params: { from: spread[order][0] ?? '', to: spread[order].at(-1) ?? '', months: spread[order].length },
    },
  });
  return [choose('DMY'), choose('MDY'), { kind: 'excludeRows', fits: all, recommended: false, because: null }];
}
