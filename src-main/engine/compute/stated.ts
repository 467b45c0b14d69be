import type { Quantity } from '../../../src-shared/model/compute-inputs.ts';
import { spreadOf } from './factors.ts';
import { answered, line, type MethodOutcome, refused, warning } from './method.ts';
import { show } from './numbers.ts';

/** Fewer operations than any network worth recording needs; a figure this small was a rate in tera- or peta-operations. */
const fewestOps = 1e9;

/**
 * A total that was measured or that the maker stated. Units: FLOP.
 *
 * Errors: `rateGivenAsTotal` when the unit is FLOP/s, `totalTooSmall`. Source: estimation notes, introduction.
 */
export function measuredTotal(total: Quantity): MethodOutcome {
  return stated('measured', 'measured', total);
}

/** Own compute of a derived model as the maker stated it. Errors as `measuredTotal`. */
export function reportedOwn(total: Quantity): MethodOutcome {
  return stated('reportedOwn', 'lineage.ownReported', total);
}

function stated(method: 'measured' | 'reportedOwn', path: string, total: Quantity): MethodOutcome {
  if (total.unit !== 'flop') return refused('rateGivenAsTotal', [path], [], { entered: total.value });
  if (total.value < fewestOps) return refused('totalTooSmall', [path], [], { entered: total.value });
  const spread = spreadOf(total, 'total');
  const warnings = total.value > 1e29 ? [warning('totalImplausiblyLarge', { entered: total.value })] : [];
  return answered(method, total.value, [spread], [line('stated', show(total.value), total.value, 'FLOP', [path], spread.up)], warnings);
}
