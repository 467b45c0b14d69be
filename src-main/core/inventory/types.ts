export type { FactChange } from '../../../src-shared/contract/inventory.ts';
export type { AssetKind, Facts, FieldValue } from '../../../src-shared/model/asset-fields.ts';
