import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** One member of an archive, its content in pieces so that a large one never stands in memory whole. */
export interface ZipMember {
  readonly name: string;
  readonly content: Iterable<string | Uint8Array>;
}

/** 1 January 1980, the archive's zero day: the same content gives the same bytes whenever it is packed. */
const DOS_DATE = 0x0021;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;

/** Packs members into a ZIP archive. Names are ours and plain; sizes stay below 4 GiB. Yields to other work between pieces. */
export async function packZip(members: readonly ZipMember[]): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { name, content } of members) {
    const packed = await deflate(content);
    const label = Buffer.from(name, 'utf8');
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(UTF8_NAMES, 2);
    head.writeUInt16LE(DEFLATED, 4);
    head.writeUInt16LE(0, 6);
    head.writeUInt16LE(DOS_DATE, 8);
    head.writeUInt32LE(packed.crc, 10);
    head.writeUInt32LE(packed.size, 14);
    head.writeUInt32LE(packed.rawSize, 18);
    head.writeUInt16LE(label.length, 22);
    head.writeUInt16LE(0, 24);
    const local = Buffer.concat([signature(0x04034b50), head, label]);
    parts.push(local, ...packed.chunks);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), head, place, label]));
    offset += local.length + packed.size;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(members.length, 4);
  end.writeUInt16LE(members.length, 6);
  end.writeUInt32LE(size, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, ...directory, signature(0x06054b50), end]);
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

interface Deflated {
  readonly chunks: readonly Uint8Array[];
  readonly size: number;
  readonly rawSize: number;
  readonly crc: number;
}

async function deflate(content: Iterable<string | Uint8Array>): Promise<Deflated> {
  const stream = createDeflateRaw();
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = once(stream, 'end');
  let crc = 0;
  let rawSize = 0;
  for (const piece of inLargePieces(content)) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    crc = crc32(bytes, crc);
    rawSize += bytes.length;
    if (!stream.write(bytes)) await once(stream, 'drain');
  }
  stream.end();
  await ended;
  return { chunks, size: chunks.reduce((sum, { length }) => sum + length, 0), rawSize, crc };
}

/** Rows are short: joined, they cost one turn of the packer per piece and not one per row. */
function* inLargePieces(content: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let piece = '';
  for (const part of content) {
    if (typeof part !== 'string') {
      if (piece !== '') yield piece;
      piece = '';
      yield part;
      continue;
    }
    piece += part;
    if (piece.length < 65_536) continue;
    yield piece;
    piece = '';
  }
  if (piece !== '') yield piece;
}
