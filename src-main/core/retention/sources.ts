import type { RecordKind } from '../../../src-shared/model/record-ref.ts';
import type { ReadAll, ReadDays } from '../records/index.ts';

/** Records of one kind whose time of keeping is watched. `core/joins/records.ts` gathers them; a room adds its own there. */
export interface RetentionSource {
  readonly kind: RecordKind;
  /** Every record that is there. */
  readonly all: ReadAll;
  /** Relevant days of each sort, for all records. */
  readonly days: readonly ReadDays[];
}
