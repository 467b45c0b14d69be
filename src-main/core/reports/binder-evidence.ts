import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { BinderManifest } from '../binder/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { allEvidence } from '../evidence/index.ts';
import type { ExportSheet } from '../exports/index.ts';
import { hiddenPiece } from './evidence-blocks.ts';
import { type Hider, hiddenIn } from './hide-people.ts';

/** A piece of evidence as a binder lists it, by names its reader may see. */
export interface ListedPiece extends Evidence {
  /** What the record it hangs on is called. */
  readonly recordName: string;
  /** Where its file lies in the binder; null for links, notes, and files that are not in it. */
  readonly path: string | null;
}

/** All evidence of the workspace for a binder's list, oldest first, with counts of what is left out. Advice of counsel is counted, never listed. */
export interface BinderEvidence {
  readonly pieces: readonly ListedPiece[];
  readonly counts: NonNullable<BinderManifest['evidence']>;
}

/** `paths`: where each file that the binder holds lies in it, by the piece's id. */
export function binderEvidence(
  workspace: OpenWorkspace,
  nameOf: (record: Evidence['record']) => string,
  paths: ReadonlyMap<string, string>,
  hider: Hider,
): BinderEvidence {
  const all = allEvidence(workspace);
  const open = all.filter(({ attorneyAdvice }) => !attorneyAdvice);
  const pieces = open.map(
    (piece): ListedPiece => ({
      ...hiddenPiece(piece, hider),
      recordName: hider.words(nameOf(piece.record)),
      path: paths.get(piece.id) ?? null,
    }),
  );
  const count = (kind: Evidence['kind']) => open.filter((piece) => piece.kind === kind).length;
  return {
    pieces,
    counts: {
      ...{ files: count('file'), links: count('link'), notes: count('note') },
      filesLeftOut: count('file') - paths.size,
      adviceLeftOut: all.length - open.length,
    },
  };
}

const columns = [
  ['kind', 8],
  ['name', 40],
  ['recordKind', 18],
  ['record', 36],
  ['note', 50],
  ['address', 36],
  ['sizeBytes', 12],
  ['sha256', 66],
  ['addedBy', 24],
  ['addedAt', 24],
] as const;

/** The list as a sheet; a file that the binder holds is named by its place in it. */
export function evidenceListSheet({ pieces }: BinderEvidence, { rest }: Hider, text: Text): ExportSheet {
  const say = text.dynamic;
  return {
    name: say('report.binder.evidence'),
    columns: [
      ...columns.map(([key, width]) => ({ title: say(`evidence.column.${key}`), width })),
      { title: say('report.binder.file'), width: 50 },
    ],
    rows: hiddenIn(
      pieces.map((piece) => [
        say(`evidence.kind.${piece.kind}`),
        piece.name,
        say(`record.${piece.record.kind}`),
        piece.recordName,
        piece.note,
        piece.address,
        piece.kind === 'file' ? piece.sizeBytes : null,
        piece.sha256,
        piece.addedBy,
        piece.addedAt,
        piece.path,
      ]),
      rest,
    ),
  };
}
