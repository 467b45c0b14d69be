/** What became of an attempt; the position is its number in `EventColumns.outcome`. */
export const eventOutcomes = ['unknown', 'success', 'failure', 'denied'] as const;
export type EventOutcome = (typeof eventOutcomes)[number];

/**
 * Stands for the time of an event whose log withholds it. Readers refuse moments before 2000, so no real one is like it; it is never shown or
 * reckoned with as a time.
 */
export const withheldTime = 0;

/** True where the log gives the time of an event. */
export const isDated = (ts: number): boolean => ts !== withheldTime;

/**
 * Access events by column, so that a million of them cross threads and pass the rules without an object each.
 * Numbers in `account`, `address`, `resource`, `action` and `loggedCountry` point into the dictionaries; 0 there is "none given".
 */
export interface EventColumns {
  readonly length: number;
  /** Id in the store, unique in the workspace. */
  readonly id: Float64Array;
  /** Milliseconds since 1970, UTC; `withheldTime` where the log withholds it. */
  readonly ts: Float64Array;
  readonly account: Uint32Array;
  readonly address: Uint32Array;
  readonly resource: Uint32Array;
  readonly action: Uint32Array;
  readonly loggedCountry: Uint16Array;
  readonly outcome: Uint8Array;
  /** Requests, queries or rows the event stands for; 1 where the source does not say. */
  readonly count: Float64Array;
  /** Tokens in and out together; 0 where the source does not say. */
  readonly tokens: Float64Array;
  /** Bytes moved to the person; 0 where the source does not say. */
  readonly bytes: Float64Array;
}

/** Texts the columns point to. Entry 0 of each is the empty text. */
export interface EventDictionaries {
  /** As written in the source; `accountKey` says which are the same. */
  readonly accounts: readonly string[];
  readonly addresses: readonly string[];
  readonly resources: readonly string[];
  readonly actions: readonly string[];
  /** ISO 3166-1 alpha-2 the source itself gives. */
  readonly loggedCountries: readonly string[];
}

/** Kind of reach an action gives; which of them are a release is a matter of law and setting. */
export const actionKinds = [
  /** Technology, source code, notebooks or weights were read, copied or moved. */
  'readTechnology',
  'readSource',
  'readWeights',
  'readNotebook',
  /** Use without sight of technology: prompts, inference, running a program. */
  'use',
  'signIn',
  'administer',
  'other',
] as const;
export type ActionKind = (typeof actionKinds)[number];
