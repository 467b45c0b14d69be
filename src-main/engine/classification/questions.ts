import type { OpenQuestion } from '../../../src-shared/model/finding.ts';
import { itemFact } from '../../../src-shared/model/item-fact-catalogue.ts';
import type { PackEntry } from '../../../src-shared/model/rule-pack.ts';
import type { JudgedEntry } from './entry-finding.ts';
import type { ItemJudge } from './judge.ts';

/** An entry that was left out because it is not known whether it is to be considered at all. */
export interface OpenConsideration {
  readonly entry: PackEntry;
  readonly missing: readonly string[];
}

interface Draft {
  readonly ask: string;
  readonly answer: OpenQuestion['answer'];
  readonly decides: Set<string>;
  effect: number;
}

/**
 * Questions whose answers could change a verdict, the most telling first. Effect: sum over the entries a fact could decide,
 * weighted by what hangs on the entry; facts that decide alone weigh more than facts that only narrow together with others.
 */
export function openQuestions(
  judges: readonly ItemJudge[],
  judged: readonly JudgedEntry[],
  open: readonly OpenConsideration[],
): OpenQuestion[] {
  const drafts = new Map<string, Draft>();
  const raise = (factId: string, decides: string, weight: number, ask?: string) => {
    const draft = drafts.get(factId) ?? { ...wordingOf(judges, factId, ask), decides: new Set<string>(), effect: 0 };
    if (decides !== '' && !draft.decides.has(decides)) draft.decides.add(decides);
    draft.effect += weight;
    drafts.set(factId, draft);
  };
  for (const { entry, finding } of judged) {
    const key = `${finding.pack}:${finding.entry}`;
    if (finding.verdict === 'undetermined' && entry.guide !== 'notComputable') {
      for (const id of finding.missing) raise(id, key, weightOf(entry) / finding.missing.length ** 0.5);
    }
    for (const id of finding.rebuttableBy ?? []) raise(id, key, weightOf(entry) / 2);
  }
  for (const { entry, missing } of open) for (const id of missing) raise(id, entry.id, weightOf(entry) / 8);
  for (const judge of judges) raiseAsks(judge, judged, raise);
  for (const judge of judges) raiseCapabilities(judge, raise);
  return [...drafts]
    .map(([factId, draft]) => ({
      factId,
      ask: draft.ask,
      decides: [...draft.decides].sort(),
      effect: Math.round(draft.effect * 100) / 100,
      answer: draft.answer,
    }))
    .sort((a, b) => b.effect - a.effect || (a.factId < b.factId ? -1 : 1));
}

function weightOf(entry: PackEntry): number {
  if (!entry.isLaw) return 0.5;
  if (!entry.isExportControl) return 2;
  if (entry.classification === null) return 1;
  return entry.reasons.some((reason) => reason !== 'AT') ? 8 : 4;
}

function raiseAsks(
  judge: ItemJudge,
  judged: readonly JudgedEntry[],
  raise: (factId: string, decides: string, weight: number, ask?: string) => void,
): void {
  for (const { entry, finding } of judged) {
    if (finding.pack !== judge.index.pack.manifest.id) continue;
    for (const ask of entry.asks ?? []) {
      const inTime = (ask.from === undefined || ask.from <= judge.on) && (ask.until === undefined || judge.on < ask.until);
      if (!inTime) continue;
      if (ask.when !== undefined && judge.peek(ask.when, ask.citation).value === 'no') continue;
      raise(ask.factId, `${finding.pack}:${finding.entry}`, 1, ask.ask);
    }
  }
}

function raiseCapabilities(judge: ItemJudge, raise: (factId: string, decides: string, weight: number, ask?: string) => void): void {
  for (const question of judge.index.pack.capabilities) {
    if (!question.itemTypes.includes(judge.item.type)) continue;
    const factId = `capability:${question.id}`;
    if (judge.fact(factId).kind === 'unknown') raise(factId, '', 0.25, question.ask);
  }
}

function wordingOf(judges: readonly ItemJudge[], factId: string, ask: string | undefined): Pick<Draft, 'ask' | 'answer'> {
  const plain = factId.replace(/^(?:contains\.\d+\.)+/, '');
  for (const judge of judges) {
    const question = judge.index.questions.get(plain);
    if (question !== undefined) return { ask: ask ?? question.ask, answer: question.answer };
  }
  const kind = itemFact(plain)?.kind;
  return {
    ask: ask ?? plain,
    answer:
      kind === 'number' ? 'number' : kind === 'yesNo' || plain.startsWith('capability:') ? 'yesNo' : kind === undefined ? 'text' : 'field',
  };
}
