import type { Evidence, EvidencePreview } from '../../../src-shared/contract/evidence.ts';
import type { Connection } from '../db/index.ts';
import { createReaderThreads, type ReadLimits, readerEntry, readLimits, runReaderThread } from '../importers/index.ts';
import { type FromPreview, type PreviewTask, textBytes, wholeBytes } from './read/messages.ts';
import { piecesOf } from './store.ts';

/** A page is looked at while somebody waits. */
const previewLimits: ReadLimits = { ...readLimits, parseMs: 20_000 };

/**
 * Shows what can be shown of a file, in a thread without key, database or socket, whose memory and time have an end. Never throws for what the file
 * holds: why nothing is shown is part of the answer.
 */
export async function previewEvidence(
  connection: Connection,
  { sha256, sizeBytes }: Pick<Evidence, 'sha256' | 'sizeBytes'>,
  pause: () => Promise<void>,
  limits: ReadLimits = previewLimits,
): Promise<EvidencePreview> {
  if (sha256 === null) return { kind: 'none', because: 'unknownType' };
  const whole = sizeBytes <= wholeBytes;
  const wanted = whole ? sizeBytes : textBytes;
  const bytes = new Uint8Array(wanted);
  let filled = 0;
  for (const piece of piecesOf(connection, sha256)) {
    bytes.set(piece.subarray(0, wanted - filled), filled);
    filled += piece.length;
    if (filled >= wanted && !whole) break;
    await pause();
  }
  const end = await runReaderThread<PreviewTask, never, FromPreview>(
    createReaderThreads(readerEntry(), limits),
    { do: 'previewEvidence', bytes, whole },
    limits,
    () => undefined,
    undefined,
  );
  if (end === 'cancelled') return { kind: 'none', because: 'damaged' };
  if ('say' in end) return end.preview;
  return { kind: 'none', because: end.reason === 'time' ? 'tooLong' : end.reason === 'memory' ? 'tooMuchMemory' : 'damaged' };
}
