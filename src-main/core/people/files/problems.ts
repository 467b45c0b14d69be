import type { DateOrder } from '../../../../src-shared/contract/imports.ts';
import type { ColumnNames } from './mapping.ts';

/** Something in a file that was not used, or was used with care, and where it stands. */
export interface FileProblem {
  readonly file: string;
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string;
  readonly reason: string;
}

/** A column whose dates can be read two ways; an answer is needed before anything is judged. */
export interface FileQuestion {
  readonly ask: 'dateOrder';
  readonly file: string;
  readonly column: string;
  readonly samples: readonly string[];
}

/** Why a file gives nothing at all. */
export interface FileFault {
  readonly file: string;
  readonly reason: string;
}

export interface FileOptions {
  /** How slashed and dashed dates are read; null decides by column and asks where it cannot. Dotted dates are day first. */
  readonly dateOrder: DateOrder | null;
  /** ISO 3166-1 alpha-2 that a bare “permanent resident: yes” refers to; null leaves it unread. */
  readonly home?: string | null;
  /** Columns that somebody named, by field; the others are told by their titles. */
  readonly columns?: ColumnNames;
}
