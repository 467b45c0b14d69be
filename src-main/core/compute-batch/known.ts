import { estimateCompute } from '../../engine/compute/index.ts';
import type { ChipIndex } from '../catalogues/index.ts';
import { fingerprintOf, inputsFromRow, type KnownModel, modelKey } from './inputs.ts';
import type { ModelRow } from './row.ts';

const nobody = new Map<string, KnownModel>();

/** Names that rows give as their base, by key. */
export function namedBases(row: ModelRow): readonly string[] {
  return row.bases.map(modelKey).filter((key) => key !== '');
}

/** What a row tells about itself as an ancestor: its own compute, without its parents'. */
function knownModel(row: ModelRow, index: ChipIndex): KnownModel {
  const alone = { ...row, bases: [], ...(row.bases.length > 0 ? {} : { fineTuneFlop: undefined }) };
  const { inputs } = inputsFromRow(alone, index, nobody);
  const stated = row.bases.length > 0 && row.fineTuneFlop !== undefined;
  const own = stated
    ? estimateCompute({ measured: { value: row.fineTuneFlop ?? 0, unit: 'flop', source: 'disclosed' } })
    : estimateCompute(inputs);
  return {
    name: row.model,
    own: own.status === 'estimated' ? { low: own.low, likely: own.likely, high: own.high } : undefined,
    bases: row.bases,
    fingerprint: fingerprintOf(row),
  };
}

/** Adds a model to those that rows name as their base. Rows of one name that tell different figures leave its compute unknown. */
export function learn(known: Map<string, KnownModel>, row: ModelRow, index: ChipIndex): void {
  const key = modelKey(row.model);
  const model = knownModel(row, index);
  const earlier = known.get(key);
  if (earlier === undefined) known.set(key, model);
  else if (earlier.own?.likely !== model.own?.likely) known.set(key, { ...earlier, own: undefined, fingerprint: undefined });
}

/** A row that repeats its base's figures is the base: it brings no compute of its own and no further parents. */
export function withoutRepeats(known: ReadonlyMap<string, KnownModel>): ReadonlyMap<string, KnownModel> {
  const repeats = (model: KnownModel): boolean =>
    model.fingerprint !== undefined && model.bases.some((name) => known.get(modelKey(name))?.fingerprint === model.fingerprint);
  return new Map([...known].map(([key, model]) => [key, repeats(model) ? { ...model, bases: [] } : model]));
}
