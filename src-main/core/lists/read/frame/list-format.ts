import type { ListFormatId, ListNoticeCode, ListRejectReason } from '../../../../../src-shared/formats/list-file.ts';
import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListedParty } from '../../../../../src-shared/model/listed-party.ts';
import type { ReadLimits } from '../../../importers/read/limits.ts';
import type { NumberOrder } from '../values/spans.ts';
import type { FileHead, ListFile } from './list-file.ts';

/** A file of a known format: `part` says what it is within its source. */
export interface KnownFile {
  readonly file: ListFile;
  readonly part: string;
}

/** What a person answered about files that do not settle it themselves. */
export interface ReadChoices {
  /** Of dates in numbers alone in somebody's own list; null where nobody said. */
  readonly dateOrder: NumberOrder | null;
}

/**
 * One official format. Formats are asked in the order of the registry and the first that knows a file has it, so a format must be sure: by
 * titles, root element or keys, never by the file's name.
 */
export interface ListFormat {
  readonly id: ListFormatId;
  /** The part this file plays (`main` for a file that stands alone), or `null` when it is none of this format. */
  recognise(head: FileHead): string | null;
  /** Puts files into sources that are read together, main file first. Without it each file is a source of its own. */
  group?(files: readonly KnownFile[], limits: ReadLimits): Promise<readonly (readonly KnownFile[])[]>;
  /**
   * Reads a source from end to end. Must await `out.room()` regularly, so that a slow taker slows the reading. Throws a `Refusal` for a file
   * that cannot be read on; records that make no party are rejects, never exceptions.
   */
  read(files: readonly KnownFile[], out: ListOutput, limits: ReadLimits, choices: ReadChoices): Promise<void>;
}

/** Where a format puts what it reads. Every record of the main file ends as exactly one of party, reject or merged. */
export interface ListOutput {
  party(party: ListedParty): void;
  reject(file: ListFile, line: number, reason: ListRejectReason, text: string): void;
  /** Records that added to a party of an earlier record. */
  merged(records?: number): void;
  /** Counted by code and file; the first place is kept: `alt.csv: 12: text at fault`. */
  notice(code: ListNoticeCode, place: string, count?: number): void;
  /** Day the publisher dates the list. */
  published(list: string, day: IsoDate | null): void;
  /** Waits until the other side can take more; sends a batch when one is due. */
  room(): Promise<void>;
  /** To be called with every byte as it lies on disk: hashed for the version. */
  onBytes(file: ListFile): (piece: Buffer) => void;
}
