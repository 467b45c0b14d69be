/**
 * The archive of a binder: ZIP with every file stored as it is. Each byte is either a file's own, which its SHA-256 covers, or one that this
 * format fixes, so that no byte can change unseen. Archives and files stay below 4 GiB.
 */
export interface ZipEntry {
  readonly path: string;
  readonly crc: number;
  readonly size: number;
  /** Where its head begins, from the start of the archive. */
  readonly offset: number;
}

/** 1 January 1980, the archive's zero day: the same files give the same bytes whenever they are packed. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
export const END_BYTES = 22;

/** Largest archive, in bytes. */
export const MOST_BYTES = 0xffff_fffe;

function common({ path, crc, size }: Omit<ZipEntry, 'offset'>): Buffer {
  const head = Buffer.alloc(26);
  head.writeUInt16LE(20, 0);
  head.writeUInt16LE(UTF8_NAMES, 2);
  head.writeUInt16LE(DOS_DATE, 8);
  head.writeUInt32LE(crc, 10);
  head.writeUInt32LE(size, 14);
  head.writeUInt32LE(size, 18);
  head.writeUInt16LE(Buffer.byteLength(path), 22);
  return head;
}

/** The bytes before a file's own. */
export function localHead(entry: Omit<ZipEntry, 'offset'>): Buffer {
  return Buffer.concat([signature(LOCAL), common(entry), Buffer.from(entry.path, 'utf8')]);
}

/** Everything after the last file: the directory and its end. */
export function directory(entries: readonly ZipEntry[], offset: number): Buffer {
  const lines = entries.map((entry) => {
    const place = Buffer.alloc(14);
    place.writeUInt32LE(entry.offset, 10);
    return Buffer.concat([signature(CENTRAL), Buffer.from([20, 0]), common(entry), place, Buffer.from(entry.path, 'utf8')]);
  });
  const size = lines.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(END_BYTES - 4);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...lines, signature(END), end]);
}

/** Reads the entries of a directory; null where it is not one of ours. `tail` begins with the directory. */
export function readDirectory(tail: Buffer): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = 0;
  while (at + 46 <= tail.length && tail.readUInt32LE(at) === CENTRAL) {
    const length = tail.readUInt16LE(at + 28);
    const path = tail.toString('utf8', at + 46, at + 46 + length);
    entries.push({ path, crc: tail.readUInt32LE(at + 16), size: tail.readUInt32LE(at + 24), offset: tail.readUInt32LE(at + 42) });
    at += 46 + length;
  }
  return entries.length === 0 ? null : entries;
}

/** Where the directory begins, from the end of the archive; null where the last bytes are no end of an archive. */
export function directoryStart(end: Buffer): number | null {
  return end.length === END_BYTES && end.readUInt32LE(0) === END ? end.readUInt32LE(16) : null;
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
