import type { ExchangeFields, ExchangeKind } from '../../../src-shared/formats/exchange.ts';
import type { Connection } from '../db/index.ts';

/** A record as it is exchanged. */
export interface Exchanged {
  readonly id: string;
  readonly fields: ExchangeFields;
}

/** What a room offers so that its records can go to other offices and come back. */
export interface ExchangePart {
  readonly kind: ExchangeKind;
  /** Fields that hold ids of other records, by what they name. */
  readonly refs: Readonly<Record<string, ExchangeKind>>;
  /** Fields that name a person, which leave only where people are shown. */
  readonly names: readonly string[];
  /** Ids of all records in a steady order. */
  ids(connection: Connection): readonly string[];
  read(connection: Connection, id: string): ExchangeFields | undefined;
  /** A record that is the same thing under another id, by number or by name; only where exactly one fits. */
  twin(connection: Connection, fields: ExchangeFields): string | undefined;
  /** What is wrong with the fields, in words of the format; null where they can be written. */
  fault(fields: ExchangeFields): string | null;
  /** Adds the record under this id or changes the fields that are given. Runs inside a transaction. False where it cannot stand here. */
  write(tx: Connection, id: string, fields: ExchangeFields, now: string): boolean;
  /** How a person would call it. */
  title(fields: ExchangeFields): string;
}
