import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { maxEvidenceBytes } from '../../../src-shared/contract/evidence.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { storageErrorOf } from '../files/index.ts';
import type { FileToKeep } from './store.ts';

/**
 * Looks a file through once, for its size and hash, so that what is kept later can be told from what was chosen. Never whole in memory.
 * Errors: `file.refused`, `storage.failed`.
 */
export async function lookAtFile(path: string, name: string): Promise<Reply<FileToKeep>> {
  const refused = (reason: string, limit: number | null = null): Reply<FileToKeep> =>
    err({ code: 'file.refused', reason, place: name.slice(0, 300), limit });
  try {
    const file = await open(path, 'r');
    try {
      const found = await file.stat();
      if (!found.isFile()) return refused('evidenceNotAFile');
      if (found.size === 0) return refused('evidenceEmpty');
      if (found.size > maxEvidenceBytes) return refused('evidenceTooLarge', maxEvidenceBytes / 1024 / 1024);
    } finally {
      await file.close();
    }
    const hash = createHash('sha256');
    let sizeBytes = 0;
    for await (const piece of readPieces(path)) {
      hash.update(piece);
      sizeBytes += piece.length;
      // It may have grown between the two looks.
      if (sizeBytes > maxEvidenceBytes) return refused('evidenceTooLarge', maxEvidenceBytes / 1024 / 1024);
    }
    return ok({ name, sizeBytes, sha256: hash.digest('hex'), pieces: () => readPieces(path) });
  } catch (cause) {
    const failure = storageErrorOf(cause);
    return failure === null ? refused('evidenceUnreadable') : err(failure);
  }
}

const pieceSize = 1024 * 1024;

/** A file in pieces of 1 MiB, the last one shorter. */
async function* readPieces(path: string): AsyncGenerator<Uint8Array> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const piece = Buffer.alloc(pieceSize);
      let filled = 0;
      while (filled < pieceSize) {
        const { bytesRead } = await file.read(piece, filled, pieceSize - filled, null);
        if (bytesRead === 0) break;
        filled += bytesRead;
      }
      if (filled > 0) yield piece.subarray(0, filled);
      if (filled < pieceSize) return;
    }
  } finally {
    await file.close();
  }
}
