import type { QualityCheckId, QualityKind, QualityRecord } from '../../../src-shared/model/quality.ts';
import type { RecordKind } from '../../../src-shared/model/record-ref.ts';
import type { QualityAsset, QualityParty, QualityPicture } from './picture.ts';

export interface QualityCheck {
  readonly id: QualityCheckId;
  readonly kind: QualityKind;
  /** `high`: a conclusion may be wrong; `medium`: one is missing; `low`: untidy. */
  readonly severity: 'high' | 'medium' | 'low';
  readonly find: (picture: QualityPicture) => QualityRecord[];
}

export const record = (
  kind: RecordKind,
  { id, name }: { readonly id: string; readonly name: string },
  detail: QualityRecord['detail'] = {},
) => ({
  ref: { kind, id },
  name: name.slice(0, 700),
  detail,
});

export const asset = (one: QualityAsset, detail?: QualityRecord['detail']) =>
  record('asset', { id: one.id, name: one.version === '' ? one.name : `${one.name} ${one.version}` }, detail);

export const inUse = ({ stage }: QualityAsset) => stage !== 'retired';

export const party = (one: QualityParty, detail?: QualityRecord['detail']) => record('party', one, detail);
