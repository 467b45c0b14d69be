import { computeFields } from './fields/compute-fields.ts';
import { hardwareFields } from './fields/hardware-fields.ts';
import { modelFields } from './fields/model-fields.ts';
import { commonFields, otherFields } from './fields/other-fields.ts';
import type { AssetField, AssetKind, Facts, FieldValue } from './fields/types.ts';

export { capabilityField, capabilityIds } from './fields/model-fields.ts';
export * from './fields/types.ts';

/** Every field of the register. Ids are unique: a field shared by several kinds stands once. */
export const assetFields: readonly AssetField[] = [...commonFields, ...modelFields, ...computeFields, ...hardwareFields, ...otherFields];

const byId = new Map(assetFields.map((field) => [field.id, field]));

/** The field of that id, or `undefined` where the catalogue has none. */
export const assetField = (id: string): AssetField | undefined => byId.get(id);

const byKind = new Map<AssetKind, readonly AssetField[]>();

/** Fields a kind of asset can have, in catalogue order. */
export function fieldsOf(kind: AssetKind): readonly AssetField[] {
  const known = byKind.get(kind);
  if (known !== undefined) return known;
  const fields = assetFields.filter((field) => field.kinds.includes(kind));
  byKind.set(kind, fields);
  return fields;
}

/** Fields that make sense for these facts: a field whose condition is not met is left out. */
export function applicableFields(kind: AssetKind, facts: Facts): readonly AssetField[] {
  return fieldsOf(kind).filter((field) => field.when === undefined || meetsCondition(facts[field.when.field], field.when.is));
}

function meetsCondition(value: FieldValue | undefined, wanted: readonly string[]): boolean {
  if (value?.state !== 'known') return false;
  return typeof value.value === 'string' && wanted.includes(value.value);
}

export interface Completeness {
  /** Weighted share of needed fields that are answered, 0 to 1; an asset that needs nothing is complete. */
  readonly share: number;
  readonly answered: number;
  readonly needed: number;
  /** Fields marked unknown: they count as not answered. */
  readonly unknown: number;
}

/** How much of what matters is answered. `unknown` is honest but is not an answer; `notApplicable` is one. */
export function completenessOf(kind: AssetKind, facts: Facts): Completeness {
  let weight = 0;
  let weightAnswered = 0;
  let answered = 0;
  let needed = 0;
  let unknown = 0;
  for (const field of applicableFields(kind, facts)) {
    const state = facts[field.id]?.state;
    if (state === 'unknown') unknown += 1;
    if (field.weight === 0) continue;
    needed += 1;
    weight += field.weight;
    if (state === 'known' || state === 'notApplicable') {
      answered += 1;
      weightAnswered += field.weight;
    }
  }
  return { share: weight === 0 ? 1 : weightAnswered / weight, answered, needed, unknown };
}
