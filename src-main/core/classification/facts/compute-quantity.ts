import type { Facts, SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import type { FigureSource, Quantity, QuantityUnit } from '../../../../src-shared/model/compute-inputs.ts';
import { factReader } from './read.ts';

const sourceOf: Readonly<Record<SourceKind, FigureSource>> = {
  measured: 'measured',
  vendor: 'disclosed',
  contract: 'disclosed',
  published: 'disclosed',
  inferred: 'inferred',
  rumoured: 'rumoured',
  stated: 'reported',
};

/**
 * A known figure of the register as the estimator takes it, with the bounds as a factor where somebody gave them. A figure
 * that is not above zero says nothing and is left out. `scale` turns the register's unit into the estimator's.
 */
export function quantityOf(facts: Facts, field: string, unit: QuantityUnit, scale = 1): Quantity | undefined {
  const fact = facts[field];
  const figure = factReader(facts).figure(field);
  if (fact?.state !== 'known' || figure === null) return undefined;
  const value = typeof figure === 'number' ? figure : (figure.likely ?? figure.high);
  if (value <= 0) return undefined;
  const source = fact.sourceKind === undefined ? undefined : sourceOf[fact.sourceKind];
  const bounded =
    typeof fact.value === 'object' && !Array.isArray(fact.value) && (fact.value.low !== undefined || fact.value.high !== undefined);
  const factor =
    typeof figure === 'number' || !bounded || figure.low <= 0 ? undefined : Math.max(value / figure.low, figure.high / value, 1);
  return {
    value: value * scale,
    unit,
    ...(source === undefined ? {} : { source }),
    ...(factor === undefined ? {} : { factor: Math.min(factor, 1e6) }),
  };
}

/** The entries that are there, for sections whose figures may each be missing. `undefined` when none is. */
export function present<T extends object>(figures: { readonly [K in keyof T]: T[K] | undefined }): Partial<T> | undefined {
  const known = Object.entries(figures).filter(([, figure]) => figure !== undefined);
  return known.length === 0 ? undefined : (Object.fromEntries(known) as Partial<T>);
}
