import type { LogProblem } from '../../../../src-shared/formats/access-log.ts';

/**
 * New texts of one dictionary. Numbers in the columns point to all texts sent so far; 0 is "none given" and never sent. `first` is the number
 * of `texts[0]`: one more than the last number so far, or 1 when the dictionary begins anew (the old numbers are then forgotten).
 */
export interface DictionaryPart {
  readonly first: number;
  readonly texts: readonly string[];
}

/** Original rows as they stand in the file, packed. `evidenceRows` unpacks them. */
export interface EvidenceBlock {
  readonly firstRow: number;
  readonly lastRow: number;
  /** `deflateRaw` of the UTF-8 JSON `[[row, cell, cell, …], …]`; records and text lines have one cell, the original text. */
  readonly packed: Uint8Array;
}

export interface RejectedRow {
  readonly row: number;
  readonly problem: LogProblem;
  /** Title or path of the column that is to blame; `null` when it is the whole row. */
  readonly column: string | null;
  readonly value: string;
}

/** A run of events in file order, by column, in buffers that are handed over between threads instead of copied. */
export interface EventBatch {
  readonly length: number;
  /** Row (sheet), record or line the event comes from, from 1. One record can give several events, so a number can come twice in a run. */
  readonly row: Uint32Array;
  /** Milliseconds since 1970, UTC. */
  readonly ts: Float64Array;
  readonly account: Uint32Array;
  readonly address: Uint32Array;
  readonly resource: Uint32Array;
  readonly action: Uint32Array;
  readonly loggedCountry: Uint16Array;
  /** Position in `eventOutcomes`. */
  readonly outcome: Uint8Array;
  readonly count: Float64Array;
  readonly tokens: Float64Array;
  readonly bytes: Float64Array;
  /**
   * Same file, same event, same key: the first 16 bytes of a SHA-256, four words an event, over system, the event's own id, time, account, address,
   * resource, action and outcome, and how often all of that came before in the file. Unique within one reading. (An id alone would not do: real
   * exports give several events of one record, request or session the same id.)
   */
  readonly dedupe: Uint32Array;
  /** Ids the source gives, end to end in `eventIdText`; event `i` ends at `eventIdEnds[i]`. */
  readonly eventIdEnds: Uint32Array;
  readonly eventIdText: string;

  readonly accounts: DictionaryPart;
  readonly addresses: DictionaryPart;
  readonly resources: DictionaryPart;
  readonly actions: DictionaryPart;
  /** ISO 3166-1 alpha-2. */
  readonly loggedCountries: DictionaryPart;

  /** Every row of this run that is an event or was rejected. */
  readonly evidence: readonly EvidenceBlock[];
  readonly rejected: readonly RejectedRow[];
  /** All rows up to this one are dealt with once this batch is stored: where to go on after a break. */
  readonly lastRow: number;
  /** Bytes of the file read so far, for progress. */
  readonly readBytes: number;
}
