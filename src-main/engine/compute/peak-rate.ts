import type { BreakdownLine, ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { PeakRate, Utilisation } from '../../../src-shared/model/compute-inputs.ts';
import { defaultUtilisation, defaultUtilisationSpread, spreadOf } from './factors.ts';
import { line, note, warning } from './method.ts';
import { show } from './numbers.ts';
import { combine, type Spread, within } from './range.ts';

/** Dense rate of one chip that the method may use, after the checks. */
export interface CheckedRate {
  readonly flopPerSecond: number;
  readonly line: BreakdownLine;
  readonly spread: Spread;
  readonly warnings: readonly ComputeMessage[];
}

/** Below this a rate was typed in tera-operations; above the other, for a whole system. */
const slowestChip = 1e10;
const fastestChip = 1e18;
/** A sparse rate is twice the dense one; three percent covers rounding in data sheets. */
const sparseTolerance = 0.03;

/**
 * Checks a peak rate against the catalogue's dense rates and corrects what is certain.
 *
 * A rate that is twice the catalogue's dense rate for the stated format is the sparse marketing figure: the dense one is
 * used and the warning says so. Units: FLOP/s of one chip. Errors: `rateTypedInTera`, `rateOfWholeSystem` as refusal codes.
 * Source: estimation notes, sections 1.2 and 5 (test 7).
 */
export function checkRate(
  peak: PeakRate,
  path: string,
): { readonly ok: true; readonly value: CheckedRate } | { readonly ok: false; readonly code: string } {
  const entered = peak.rate.value;
  if (entered < slowestChip) return { ok: false, code: 'rateTypedInTera' };
  if (entered > fastestChip) return { ok: false, code: 'rateOfWholeSystem' };

  const warnings: ComputeMessage[] = [];
  const format = peak.format?.toLowerCase();
  const dense = format === undefined ? undefined : peak.catalogueDense?.[format];
  const isSparse = dense !== undefined && Math.abs(entered / dense / 2 - 1) <= sparseTolerance;
  if (isSparse) warnings.push(warning('sparseRate', { entered, dense, format: format ?? '', chip: peak.chip ?? '' }));
  else if (dense !== undefined && Math.abs(entered / dense - 1) > sparseTolerance)
    warnings.push(
      warning('rateDiffersFromCatalogue', {
        entered,
        dense,
        format: format ?? '',
        chip: peak.chip ?? '',
        ratio: entered / dense,
        matches: matchingFormat(peak, entered),
      }),
    );
  if (peak.formatAssumed === true) warnings.push(note('formatAssumed', { format: format ?? '', chip: peak.chip ?? '' }));

  const used = isSparse ? dense : entered;
  const said = [peak.chip, peak.format].filter((part) => part !== undefined).join(', ');
  const arithmetic = isSparse ? `${show(entered)} ÷ 2 = ${show(used)}` : show(used);
  const stated = spreadOf(peak.rate, 'rate');
  const other = peak.formatAssumed === true && peak.rateIfOtherFormat !== undefined ? used / peak.rateIfOtherFormat : 1;
  const spread = combine([stated, { down: Math.max(1, other), up: Math.max(1, 1 / other) }]);
  return {
    ok: true,
    value: {
      flopPerSecond: used,
      warnings,
      spread,
      line: line(
        'peakRate',
        said === '' ? arithmetic : `${arithmetic} (${said})`,
        used,
        'FLOP/s',
        [`${path}.peak`],
        Math.max(spread.down, spread.up),
      ),
    },
  };
}

/** Format of the catalogue that the entered rate fits, to say "this is the FP8 rate". */
function matchingFormat(peak: PeakRate, entered: number): string {
  const fits = Object.entries(peak.catalogueDense ?? {}).filter(([, rate]) => Math.abs(entered / rate - 1) <= sparseTolerance);
  return fits.length === 0 ? 'none' : fits.map(([format]) => format).join(', ');
}

export interface CheckedUtilisation {
  readonly value: number;
  readonly line: BreakdownLine;
  readonly spread: Spread;
  readonly warnings: readonly ComputeMessage[];
}

/** Share of hardware operations that are model operations when activations are recomputed: between three quarters and all. */
const recomputation = { likely: 0.87, factor: 1.15 } as const;

/**
 * Utilisation for model operations: reported MFU as it is, HFU less recomputation, else 0.35 between 0.2 and 0.55.
 *
 * A value above 1 is read as percent. Errors: `utilisationAboveOne` when it is above 100.
 * Source: estimation notes, sections 1.1 (recomputation) and 1.2.
 */
export function checkUtilisation(
  given: Utilisation | undefined,
  path: string,
): { readonly ok: true; readonly value: CheckedUtilisation } | { readonly ok: false; readonly code: string } {
  if (given === undefined) {
    const { likely, low, high } = defaultUtilisation;
    const text = `${likely} (${low} to ${high})`;
    return {
      ok: true,
      value: {
        value: likely,
        spread: defaultUtilisationSpread,
        warnings: [note('utilisationAssumed', { likely, low, high })],
        line: line('utilisationDefault', text, likely, 'fraction', [`${path}.utilisation`], defaultUtilisationSpread.down),
      },
    };
  }
  const warnings: ComputeMessage[] = [];
  const entered = given.value.value;
  if (entered > 100) return { ok: false, code: 'utilisationAboveOne' };
  const share = entered > 1 ? entered / 100 : entered;
  if (entered > 1) warnings.push(warning('utilisationTypedInPercent', { entered, used: share }));
  if (share > 0.75) warnings.push(warning('utilisationImplausible', { utilisation: share }));
  const spread = spreadOf(given.value, 'utilisation');
  if (given.basis === 'mfu')
    return {
      ok: true,
      value: {
        value: share,
        spread,
        warnings,
        line: line('utilisationMfu', show(share), share, 'fraction', [`${path}.utilisation`], spread.up),
      },
    };
  const model = share * recomputation.likely;
  const wider = combine([spread, within(recomputation.factor)]);
  warnings.push(note('hardwareUtilisationReduced', { hfu: share, mfu: model }));
  return {
    ok: true,
    value: {
      value: model,
      spread: wider,
      warnings,
      line: line(
        'utilisationHfu',
        `${show(share)} × ${recomputation.likely} = ${show(model)}`,
        model,
        'fraction',
        [`${path}.utilisation`],
        wider.up,
      ),
    },
  };
}
