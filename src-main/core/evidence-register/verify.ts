import type { EvidenceRow, EvidenceVerdict } from '../../../src-shared/contract/evidence.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { bytesMatch } from '../evidence/index.ts';
import type { JobContext } from '../jobs/index.ts';
import type { Records } from '../records/index.ts';
import { evidenceWithBytes } from './all.ts';

/** Damaged pieces that are named. */
const mostNamed = 200;

/** Reads the bytes under every hash again, piece by piece, and says which of them are gone or others. Ends early when the job is cancelled. */
export async function verifyEvidence(
  session: () => OpenWorkspace,
  records: Records,
  job: Pick<JobContext, 'pause' | 'progress' | 'signal'>,
): Promise<EvidenceVerdict> {
  const hashes = session()
    .db.prepare<[], { sha256: string; sizeBytes: number }>(
      'SELECT sha256, max(size_bytes) AS sizeBytes FROM evidence WHERE sha256 IS NOT NULL GROUP BY sha256 ORDER BY min(added_at)',
    )
    .all();
  const damaged: EvidenceRow[] = [];
  let bytes = 0;
  for (const [place, { sha256, sizeBytes }] of hashes.entries()) {
    if (!(await bytesMatch(session, sha256, () => job.pause()))) damaged.push(...evidenceWithBytes(session(), records, sha256));
    bytes += sizeBytes;
    job.progress(place + 1, hashes.length);
  }
  return { files: hashes.length, bytes, damaged: damaged.slice(0, mostNamed), damagedCount: damaged.length };
}
