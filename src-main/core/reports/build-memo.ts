import type { Confidence } from '../../../src-shared/model/citation.ts';
import type { EntryFinding, ItemFinding } from '../../../src-shared/model/finding.ts';
import { readyMade } from '../../../src-shared/model/redaction.ts';
import type { ClassificationMemo, MemoQuestion } from '../../../src-shared/model/report.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { contentHash } from './content-hash.ts';
import { memoArithmetic } from './memo-arithmetic.ts';
import { memoCapabilities, memoFacts } from './memo-facts.ts';
import { memoGroups } from './memo-groups.ts';
import type { MemoInput } from './memo-input.ts';
import { createNoteBook } from './memo-notes.ts';

/**
 * Builds the memo of one asset on one day. Pure: the same input gives the same memo and the same content hash.
 *
 * Nothing is judged here: verdicts, questions and warnings are the finding's. Labels are put into words in the
 * language of `text`, so that the memo reads the same wherever it is shown later.
 */
export function buildMemo(input: MemoInput, text: Text): ClassificationMemo {
  const { finding } = input;
  const book = createNoteBook(input.packs);
  const arithmetic = memoArithmetic(input, book, text);
  const groups = memoGroups(input, book, text);
  const purpose = input.facts['purpose'];

  return sealMemo({
    format: 'gatehouse.memo/1',
    prepared: { number: input.prepared.number, at: input.prepared.at, by: { name: input.prepared.by } },
    workspace: input.workspace,
    on: finding.on,
    redaction: readyMade.none,
    attorneyAdvice: input.remarks.some((remark) => remark.attorneyAdvice),
    asset: {
      id: input.asset.id,
      kind: input.asset.kind,
      kindLabel: text.dynamic(`assetKind.${input.asset.kind}`, undefined, input.asset.kind),
      name: input.asset.name,
      ...(input.asset.version === undefined ? {} : { version: input.asset.version }),
      ...(purpose?.state === 'known' && typeof purpose.value === 'string' ? { summary: purpose.value } : {}),
      ...(input.asset.owner === undefined ? {} : { owner: { name: input.asset.owner } }),
    },
    conclusion: conclusionOf(finding),
    facts: memoFacts(input, text),
    arithmetic,
    groups,
    questions: finding.questions.map((question) => withCare(question, input.questionCare)),
    capabilities: memoCapabilities(input, text),
    warnings: finding.warnings.map(({ code, text: said }) => ({ code, text: said })),
    decisions: [...input.decisions],
    reviews: [...input.reviews],
    rulings: [...input.rulings],
    remarks: [...input.remarks],
    evidence: [...input.evidence],
    packs: finding.packs.map((pack) => {
      const known = input.packs.find(({ id }) => id === pack.id);
      return { ...pack, name: known?.name ?? pack.id, ...(known?.lastChecked === undefined ? {} : { lastChecked: known.lastChecked }) };
    }),
    notes: book.notes(),
    engineVersion: finding.engineVersion,
  });
}

/** Adds the content hash. Who prepared the memo when, and its number, stay outside it. */
export function sealMemo(memo: Omit<ClassificationMemo, 'contentHash'>): ClassificationMemo {
  const { prepared, ...content } = memo;
  return { ...content, prepared, contentHash: contentHash(content) };
}

/** Whether an entry counts for the conclusion: printed law on exports, and not the leftover class. */
export function isControlEntry(entry: EntryFinding | { entry: string; isLaw: boolean; isExportControl: boolean }): boolean {
  return entry.isLaw && entry.isExportControl && !/^(EAR99|notSubject)/i.test(entry.entry);
}

function conclusionOf(finding: ItemFinding): ClassificationMemo['conclusion'] {
  const controls = finding.entries.filter(isControlEntry);
  const named = (verdict: EntryFinding['verdict']) => [
    ...new Set(controls.filter((entry) => entry.verdict === verdict).map(({ entry }) => entry)),
  ];
  const carrying = controls.filter((entry) => entry.verdict !== 'doesNotMeet');
  return {
    standing: finding.standing,
    classification: finding.classification,
    subjectToEar: finding.subjectToEar,
    met: named('meets'),
    open: named('undetermined'),
    confidence: weakest((carrying.length > 0 ? carrying : controls).map(({ confidence }) => confidence)),
  };
}

const fromBest: readonly Confidence[] = ['text', 'secondary', 'background', 'unknown'];

function weakest(confidences: readonly Confidence[]): Confidence {
  return fromBest[Math.max(-1, ...confidences.map((each) => fromBest.indexOf(each)))] ?? 'unknown';
}

function withCare(question: ItemFinding['questions'][number], care: MemoInput['questionCare']): MemoQuestion {
  const carer = Object.hasOwn(care, question.factId) ? care[question.factId] : undefined;
  return {
    factId: question.factId,
    ask: question.ask,
    decides: question.decides,
    ...(carer?.owner === undefined ? {} : { owner: { name: carer.owner } }),
    ...(carer?.due === undefined ? {} : { due: carer.due }),
  };
}
