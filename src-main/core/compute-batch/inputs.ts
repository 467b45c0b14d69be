import type { ComputeMessage, OpsRange } from '../../../src-shared/model/compute.ts';
import type { ComputeInputs, LineageNode, Quantity, QuantityUnit } from '../../../src-shared/model/compute-inputs.ts';
import type { ChipIndex } from '../catalogues/index.ts';
import { chipInput } from './chip-input.ts';
import type { ModelRow } from './row.ts';

/** What the batch remembers of a row that other rows name as their base. */
export interface KnownModel {
  readonly name: string;
  readonly own: OpsRange | undefined;
  readonly bases: readonly string[];
  /** Figures of the training run as one text, to notice a derived model that repeats its base's figures. */
  readonly fingerprint: string | undefined;
}

/** Ancestors by normalised name. */
export type KnownModels = ReadonlyMap<string, KnownModel>;

export interface RowInputs {
  readonly inputs: ComputeInputs;
  readonly messages: readonly ComputeMessage[];
}

/** Names are compared without case, blanks and punctuation. */
export const modelKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/**
 * Turns a row into inputs of the estimator. Figures count as disclosed, because a table does not say how it came by them;
 * the range then speaks of the methods, not of the table.
 */
export function inputsFromRow(row: ModelRow, index: ChipIndex, known: KnownModels): RowInputs {
  const messages: ComputeMessage[] = [];
  const hardware = hardwareFrom(row, index, messages);
  const lineage = lineageFrom(row, known, messages);
  const hasData = row.parameters !== undefined || row.activeParameters !== undefined || row.datasetSize !== undefined;
  const inputs: ComputeInputs = {
    ...(row.domains.length === 0 ? {} : { domains: [...row.domains] }),
    ...(hasData ? { count: countFrom(row) } : {}),
    ...hardware,
    ...(lineage === undefined ? {} : { lineage }),
  };
  return { inputs, messages };
}

/** Figures that make a training run the same run; `undefined` with fewer than three of them. */
export function fingerprintOf(row: ModelRow): string | undefined {
  const figures = [row.parameters, row.activeParameters, row.datasetSize, row.epochs, row.hardware, row.chips, row.hours];
  return figures.filter((figure) => figure !== undefined).length < 3 ? undefined : JSON.stringify(figures);
}

function figure(value: number, unit: QuantityUnit): Quantity {
  return { value, unit, source: 'disclosed' };
}

function countFrom(row: ModelRow): NonNullable<ComputeInputs['count']> {
  return {
    ...(row.parameters === undefined ? {} : { parameters: figure(row.parameters, 'parameters') }),
    ...(row.activeParameters === undefined ? {} : { activeParameters: figure(row.activeParameters, 'parameters') }),
    ...(row.datasetSize === undefined ? {} : { dataset: figure(row.datasetSize, row.datasetUnit) }),
    ...(row.epochs === undefined ? {} : { epochs: figure(row.epochs, 'epochs') }),
  };
}

function hardwareFrom(row: ModelRow, index: ChipIndex, messages: ComputeMessage[]): Pick<ComputeInputs, 'hardware' | 'energy'> {
  if (row.hardware === undefined && row.chips === undefined && row.hours === undefined) return {};
  const chip = row.hardware === undefined ? undefined : chipInput(row.hardware, row.format, index);
  // A chip that cannot be used anyway (no hours) needs no remark about its name.
  if (row.hours !== undefined) messages.push(...(chip?.messages ?? []));
  const utilisation = utilisationFrom(row);
  const hardware = {
    ...(row.chips === undefined ? {} : { chips: figure(row.chips, 'chips') }),
    ...(row.hours === undefined ? {} : { hours: figure(row.hours, 'hours') }),
    ...(chip?.peak === undefined ? {} : { peak: chip.peak }),
    ...utilisation,
  };
  const canUseEnergy =
    row.chips === undefined && row.hours !== undefined && row.powerW !== undefined && chip?.peak !== undefined && chip.powerW !== undefined;
  if (!canUseEnergy || row.hours === undefined || row.powerW === undefined || chip?.peak === undefined) return { hardware };
  const energy = {
    energy: figure((row.powerW * row.hours) / 1000, 'kilowattHours'),
    chipPower: figure(chip.powerW ?? 0, 'watts'),
    peak: chip.peak,
    ...utilisation,
  };
  return { hardware, energy };
}

function utilisationFrom(row: ModelRow): Pick<NonNullable<ComputeInputs['hardware']>, 'utilisation'> {
  const value = row.mfu ?? row.hfu;
  if (value === undefined) return {};
  return { utilisation: { value: figure(value, 'fraction'), basis: row.mfu === undefined ? 'hfu' : 'mfu' } };
}

function lineageFrom(row: ModelRow, known: KnownModels, messages: ComputeMessage[]): ComputeInputs['lineage'] {
  if (row.bases.length === 0) {
    if (row.fineTuneFlop !== undefined) messages.push({ code: 'fineTuneWithoutBase', severity: 'note', params: { ops: row.fineTuneFlop } });
    return undefined;
  }
  const own = fingerprintOf(row);
  const repeated = row.bases
    .map((name) => known.get(modelKey(name)))
    .find((base) => base !== undefined && own !== undefined && base.fingerprint === own);
  if (repeated !== undefined) {
    messages.push({ code: 'sameFiguresAsBase', severity: 'warning', params: { base: repeated.name } });
    return undefined;
  }
  const ancestors = ancestorsOf(row.bases, known);
  for (const node of ancestors)
    if (node.own !== undefined) messages.push({ code: 'baseFromSameFile', severity: 'note', params: { base: node.name } });
  return {
    links: row.bases.map((name) => ({ relation: 'derivedFrom' as const, parent: modelKey(name) || name })),
    ancestors,
    ...(row.fineTuneFlop === undefined ? {} : { ownReported: figure(row.fineTuneFlop, 'flop') }),
  };
}

function ancestorsOf(names: readonly string[], known: KnownModels): LineageNode[] {
  const nodes = new Map<string, LineageNode>();
  const visit = (name: string): void => {
    const id = modelKey(name) || name;
    if (nodes.has(id) || nodes.size >= 200) return;
    const model = known.get(id);
    const links = (model?.bases ?? []).map((base) => ({ relation: 'derivedFrom' as const, parent: modelKey(base) || base }));
    nodes.set(id, { id, name: model?.name ?? name, ...(model?.own === undefined ? {} : { own: model.own }), links });
    for (const base of model?.bases ?? []) visit(base);
  };
  for (const name of names) visit(name);
  return [...nodes.values()];
}
