import type { FigureSource, Quantity } from '../../../src-shared/model/compute-inputs.ts';
import { type Spread, within } from './range.ts';

/** What a figure is about; the same kind of source is surer of a parameter count than of a token count. */
export type FigureKind = 'parameters' | 'data' | 'epochs' | 'chipTime' | 'utilisation' | 'rate' | 'share' | 'power' | 'price' | 'total';

type Table = Readonly<Record<FigureKind, number>>;

/**
 * Uncertainty factors by source. Disclosed, inferred and press figures follow section 2 of the estimation notes (parameters 1.02 and 3,
 * data 1.05 and 2, chip-hours 1.1, press 2); the rest are interpolated between them.
 */
const factors: Readonly<Record<FigureSource, Table>> = {
  exact: { parameters: 1, data: 1, epochs: 1, chipTime: 1, utilisation: 1, rate: 1, share: 1, power: 1, price: 1, total: 1 },
  measured: {
    parameters: 1,
    data: 1.02,
    epochs: 1,
    chipTime: 1.02,
    utilisation: 1.05,
    rate: 1,
    share: 1.05,
    power: 1.05,
    price: 1.02,
    total: 1.1,
  },
  disclosed: {
    parameters: 1.02,
    data: 1.05,
    epochs: 1.02,
    chipTime: 1.1,
    utilisation: 1.1,
    rate: 1.02,
    share: 1.1,
    power: 1.1,
    price: 1.1,
    total: 1.2,
  },
  reported: {
    parameters: 1.1,
    data: 1.3,
    epochs: 1.2,
    chipTime: 2,
    utilisation: 1.2,
    rate: 1.05,
    share: 1.3,
    power: 1.2,
    price: 1.3,
    total: 2,
  },
  inferred: {
    parameters: 1.5,
    data: 2,
    epochs: 1.5,
    chipTime: 2,
    utilisation: 1.4,
    rate: 1.2,
    share: 1.5,
    power: 1.3,
    price: 1.5,
    total: 3,
  },
  rumoured: { parameters: 3, data: 3, epochs: 2, chipTime: 3, utilisation: 1.6, rate: 1.3, share: 2, power: 1.5, price: 2, total: 5 },
  default: { parameters: 3, data: 3, epochs: 2, chipTime: 3, utilisation: 1.6, rate: 1.3, share: 2, power: 1.5, price: 2, total: 5 },
  unknown: { parameters: 3, data: 3, epochs: 2, chipTime: 3, utilisation: 1.6, rate: 1.3, share: 2, power: 1.5, price: 2, total: 5 },
};

/** Uncertainty of one figure: its own factor where the user gave one, else the table's for its source; a figure without a source counts as disclosed. */
export function spreadOf(quantity: Quantity | undefined, kind: FigureKind): Spread {
  if (quantity === undefined) return within(1);
  return within(quantity.factor ?? factors[quantity.source ?? 'disclosed'][kind]);
}

/** Utilisation when nobody reported it: sample median 0.34, taken as 0.35 between 0.2 and 0.55. */
export const defaultUtilisation = { likely: 0.35, low: 0.2, high: 0.55 } as const;

/** Spread of the default utilisation; not symmetric. */
export const defaultUtilisationSpread: Spread = {
  down: defaultUtilisation.likely / defaultUtilisation.low,
  up: defaultUtilisation.high / defaultUtilisation.likely,
};

/**
 * What 6ND leaves out when its corrections are off (attention, embeddings, routers, norms) and how makers round:
 * published totals of models with disclosed figures lie within about a quarter of it.
 */
export const countFormulaFactor = 1.25;
