import type { ClassificationMemo } from '../../../../src-shared/model/report.ts';
import type { Block, Mark, Pair } from '../../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import type { Text } from '../../../../src-shared/text/format.ts';
import { line } from '../runs.ts';

const marks: Readonly<Record<ClassificationMemo['conclusion']['standing'], Mark>> = {
  clear: 'check',
  clearOnClaimedRules: 'info',
  review: 'triangle',
  restricted: 'hand',
  unassessed: 'dashed',
};

/** Entries named in the first sentence; the rest is counted, and the table has them all. */
const NAMED = 4;

/** The ruled box under the title: the word, the sentence, and what it rests on. */
export function conclusionBlock(memo: ClassificationMemo, text: Text): Block {
  const { standing } = memo.conclusion;
  return {
    kind: 'verdict',
    mark: marks[standing],
    word: text.dynamic(`standing.${standing}`),
    sentence: line(conclusionSentence(memo, text)),
    pairs: conclusionPairs(memo, text),
  };
}

/** What the rules give on the facts, in fixed sentences: entries met, entries open, and the US class where it is settled. */
export function conclusionSentence(
  { conclusion, questions, groups }: Pick<ClassificationMemo, 'conclusion' | 'questions' | 'groups'>,
  text: Text,
): string {
  const say = text.dynamic;
  const { met, open, standing, classification, subjectToEar } = conclusion;
  if (standing === 'unassessed') return say('report.conclusion.unassessed');
  const deciding = questions.filter(({ decides }) => decides.length > 0).length;
  const unenforced = groups
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.verdict === 'meets' && entry.enforcement === 'notEnforced' && met.includes(entry.entry))
    .map(({ entry }) => entry);
  return [
    met.length > 0 ? say('report.conclusion.met', { count: met.length, list: namedList(met, text) }) : say('report.conclusion.noneMet'),
    open.length > 0 ? say('report.conclusion.open', { count: open.length, list: namedList(open, text) }) : undefined,
    open.length > 0 && deciding > 0 ? say('report.conclusion.wants', { count: deciding }) : undefined,
    unenforced.length > 0
      ? say('report.conclusion.notEnforced', { count: unenforced.length, list: namedList(unenforced, text) })
      : undefined,
    met.length + open.length === 0 && standing === 'review' ? reviewReason(groups, deciding, text) : undefined,
    usClass(classification, subjectToEar, met, text),
    standing === 'clearOnClaimedRules' ? say('report.conclusion.claimed') : undefined,
  ]
    .filter((sentence) => sentence !== undefined)
    .join(' ');
}

/** No list entry is open, yet it is not clear: other law is open, or questions are that no entry waits for. */
function reviewReason(groups: ClassificationMemo['groups'], deciding: number, text: Text): string {
  const open = groups
    .filter(({ kind }) => kind !== 'guide')
    .flatMap(({ entries }) => entries)
    .filter(({ verdict }) => verdict === 'undetermined')
    .map(({ entry }) => entry);
  if (open.length > 0)
    return text.dynamic('report.conclusion.otherOpen', { count: open.length, list: namedList([...new Set(open)], text) });
  return text.dynamic('report.conclusion.wants', { count: deciding });
}

function usClass(classification: string, subjectToEar: boolean | null, met: readonly string[], text: Text): string | undefined {
  if (subjectToEar === false || /^notSubject/i.test(classification)) return text.dynamic('report.conclusion.notSubject');
  if (classification === 'EAR99') return text.dynamic('report.conclusion.ear99');
  if (/^(undetermined|none)?$/.test(classification) || met.includes(classification)) return undefined;
  return text.dynamic('report.conclusion.classification', { classification });
}

/** `5D002, 4E091 and 3 more`. */
export function namedList(names: readonly string[], text: Text): string {
  const shown = names.slice(0, NAMED);
  if (names.length > NAMED) return text.dynamic('report.conclusion.more', { list: shown.join(', '), count: names.length - NAMED });
  const last = shown.at(-1);
  if (last === undefined || shown.length === 1) return shown.join('');
  return text.dynamic('report.list.pair', { first: shown.slice(0, -1).join(', '), last });
}

function conclusionPairs(memo: ClassificationMemo, text: Text): Pair[] {
  const say = text.dynamic;
  const deciding = memo.questions.filter(({ decides }) => decides.length > 0).length;
  return [
    { term: say('report.pairs.confidence'), value: line(say(`confidence.${memo.conclusion.confidence}`)) },
    {
      term: say('report.pairs.packs'),
      value: line(packsInBrief(memo, text)),
    },
    { term: say('report.pairs.questions'), value: line(say('report.pairs.questionsValue', { count: memo.questions.length, deciding })) },
    { term: say('report.pairs.decision'), value: line(decisionWord(memo, text)) },
  ];
}

/** Packs named where room is short; the section on packs has them all, with their hashes. */
const PACKS_NAMED = 3;

/** `us-ear 2026.11.2, eu 2026.10.1 and 7 more`. */
export function packsInBrief({ packs }: Pick<ClassificationMemo, 'packs'>, text: Text): string {
  if (packs.length === 0) return text.dynamic('report.packs.none');
  const list = packs
    .slice(0, PACKS_NAMED)
    .map(({ id, version }) => `${id} ${version}`)
    .join(', ');
  return packs.length > PACKS_NAMED ? text.dynamic('report.conclusion.more', { list, count: packs.length - PACKS_NAMED }) : list;
}

function decisionWord(memo: ClassificationMemo, text: Text): string {
  const latest = memo.decisions.at(-1);
  if (latest === undefined) return text.dynamic('report.pairs.noDecision');
  const day = formatDay(latest.on, text.locale);
  return text.dynamic(latest.stale ? 'report.pairs.decidedStale' : 'report.pairs.decided', { name: latest.by.name, day });
}
