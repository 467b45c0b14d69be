import type { Facts, FormatRate, KnownValue, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import type { FactRange, YesNoFact } from '../../../../src-shared/model/item-facts.ts';

/**
 * Uncertainty either way that a figure's origin brings when nobody gave bounds. Disclosed and measured figures count as
 * exact; inferred and rumoured ones never decide by their point value.
 */
const factorBySource: Readonly<Partial<Record<SourceKind, number>>> = { inferred: 2, rumoured: 3 };

/** Reads facts of one version by field id, as the engine wants them. Not asked and unknown both come out as `null`. */
export function factReader(facts: Facts) {
  const known = (field: string): KnownValue | null => {
    const fact = facts[field];
    return fact?.state === 'known' ? fact.value : null;
  };
  return {
    text(field: string): string | null {
      const value = known(field);
      return typeof value === 'string' && value !== '' ? value : null;
    },
    yesNo(field: string): YesNoFact {
      const value = known(field);
      return value === 'yes' || value === 'no' ? value : null;
    },
    list(field: string): string[] | null {
      const value = known(field);
      return Array.isArray(value) && value.every((entry) => typeof entry === 'string') ? value : null;
    },
    formats(field: string): FormatRate[] | null {
      const value = known(field);
      return Array.isArray(value) && value.every(isFormatRate) ? value : null;
    },
    /** A figure with its bounds; an exact figure comes out as a plain number. */
    figure(field: string): number | FactRange | null {
      const fact = facts[field];
      if (fact?.state !== 'known' || typeof fact.value !== 'object' || Array.isArray(fact.value)) return null;
      const { value, low, high } = fact.value;
      if (low !== undefined || high !== undefined) return { low: low ?? value, likely: value, high: high ?? value };
      const factor = fact.sourceKind === undefined ? undefined : factorBySource[fact.sourceKind];
      return factor === undefined ? value : { low: value / factor, likely: value, high: value * factor };
    },
  };
}

export type FactReader = ReturnType<typeof factReader>;

function isFormatRate(entry: unknown): entry is FormatRate {
  return typeof entry === 'object' && entry !== null && 'denseTeraOpsPerS' in entry;
}

/** Likely value of a figure. */
export function likelyOf(figure: number | FactRange | null): number | null {
  if (figure === null || typeof figure === 'number') return figure;
  return figure.likely ?? figure.high;
}

/** Scales a figure and its bounds. */
export function scaled(figure: number | FactRange | null, by: number): number | FactRange | null {
  if (figure === null) return null;
  if (typeof figure === 'number') return figure * by;
  return { low: figure.low * by, ...(figure.likely === undefined ? {} : { likely: figure.likely * by }), high: figure.high * by };
}
