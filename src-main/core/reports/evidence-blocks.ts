import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { evidenceOf } from '../evidence/index.ts';
import { paragraph } from './frame.ts';
import { memoEvidence } from './gather.ts';
import type { Hider } from './hide-people.ts';
import { evidenceBlock } from './sections/people.ts';

/** What a report lists of the evidence on one record. */
export interface EvidenceListed {
  readonly pieces: readonly Evidence[];
  /** Pieces marked as advice of counsel, which a report leaves out. */
  readonly leftOut: number;
}

/** A piece without the names that its reader may not see. */
export const hiddenPiece = (piece: Evidence, { person, words }: Hider): Evidence => ({
  ...piece,
  name: words(piece.name),
  note: words(piece.note),
  address: words(piece.address),
  addedBy: person(piece.addedBy),
});

/** Evidence on a record for a report, oldest first. */
export function evidenceListed(workspace: OpenWorkspace, record: Evidence['record'], hider: Hider): EvidenceListed {
  const all = evidenceOf(workspace, record);
  const pieces = all.filter(({ attorneyAdvice }) => !attorneyAdvice).map((piece) => hiddenPiece(piece, hider));
  return { pieces, leftOut: all.length - pieces.length };
}

/** The list for paper and screen; says how many pieces it leaves out. */
export function evidenceBlocks({ pieces, leftOut }: EvidenceListed, text: Text): Block[] {
  const say = text.dynamic;
  return [
    ...(pieces.length === 0 ? [paragraph(say('report.evidence.none'), true)] : []),
    ...pieces.map((piece) => evidenceBlock(memoEvidence(piece), text)),
    ...(leftOut === 0 ? [] : [paragraph(say('report.evidence.adviceLeftOut', { count: leftOut }), true)]),
  ];
}
