import { createHash, type Hash } from 'node:crypto';
import type {
  ListNotice,
  ListNoticeCode,
  ListReject,
  ListSource,
  ListSourceSummary,
  ListSummary,
} from '../../../../../src-shared/formats/list-file.ts';
import type { IsoDate } from '../../../../../src-shared/model/dates.ts';
import type { ListedParty, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import type { KnownFile, ListOutput } from './list-format.ts';

/** Parties in a batch: some hundred kilobytes, so that neither side waits long for the other. */
const batchParties = 500;
const rejectChars = 2000;

/** What crosses threads: one JSON text, which costs a third of cloning the objects. */
export interface PartyBatch {
  /** JSON of `ListedParty[]`. */
  readonly parties: string;
  readonly rejects: readonly ListReject[];
}

export interface CountingOutput extends ListOutput {
  /** Sends what is left. */
  finish(): Promise<void>;
  summary(source: ListSource): ListSourceSummary;
}

interface ListCount {
  published: IsoDate | null;
  parties: number;
  names: number;
  byType: Partial<Record<PartyType, number>>;
}

/** Gathers what a format reads into batches and counts everything. `send` is awaited, so a slow taker slows the reading. */
export function createOutput(files: readonly KnownFile[], send: (batch: PartyBatch) => Promise<void>): CountingOutput {
  const lists = new Map<string, ListCount>();
  /** One notice for each code and file. */
  const notices = new Map<string, { code: ListNoticeCode; count: number; place: string }>();
  const hashes = new Map<string, Hash>();
  let parties: ListedParty[] = [];
  let rejects: ListReject[] = [];
  const total = { parties: 0, rejected: 0, merged: 0 };

  const countOf = (list: string): ListCount => {
    let count = lists.get(list);
    if (count === undefined) {
      count = { published: null, parties: 0, names: 0, byType: {} };
      lists.set(list, count);
    }
    return count;
  };
  const sendNow = async () => {
    const batch: PartyBatch = { parties: JSON.stringify(parties), rejects };
    parties = [];
    rejects = [];
    await send(batch);
  };

  return {
    party(party) {
      const count = countOf(party.list);
      count.parties += 1;
      count.names += party.names.length;
      count.byType[party.type] = (count.byType[party.type] ?? 0) + 1;
      total.parties += 1;
      parties.push(party);
    },
    reject(file, line, reason, text) {
      total.rejected += 1;
      rejects.push({ file: file.name, line, reason, text: text.slice(0, rejectChars) });
    },
    merged(records = 1) {
      total.merged += records;
    },
    notice(code, place, count = 1) {
      const key = `${code} ${place.split(': ', 1)[0] ?? ''}`;
      const known = notices.get(key);
      if (known === undefined) notices.set(key, { code, count, place: place.replace(/\p{Cc}/gu, ' ').slice(0, 300) });
      else known.count += count;
    },
    published(list, day) {
      if (day !== null) countOf(list).published = day;
    },
    async room() {
      if (parties.length + rejects.length >= batchParties) await sendNow();
    },
    onBytes(file) {
      const hash = createHash('sha256');
      hashes.set(`${file.path}\0${file.member ?? ''}`, hash);
      return (piece) => void hash.update(piece);
    },
    async finish() {
      if (parties.length + rejects.length > 0) await sendNow();
    },
    summary(source) {
      const digests = files.map(({ file }) => hashes.get(`${file.path}\0${file.member ?? ''}`)?.digest('hex') ?? '');
      return {
        source,
        lists: [...lists].map(([list, count]): ListSummary => ({ list, ...count })),
        sha256: digests.length === 1 ? (digests[0] ?? '') : createHash('sha256').update(digests.join('')).digest('hex'),
        bytes: files.reduce((sum, { file }) => sum + file.bytes, 0),
        records: total.parties + total.rejected + total.merged,
        ...total,
        notices: [...notices.values()].map((notice): ListNotice => ({ ...notice })),
      };
    },
  };
}
