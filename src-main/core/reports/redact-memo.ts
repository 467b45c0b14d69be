import { hidesPeople, type Redaction, withholds } from '../../../src-shared/model/redaction.ts';
import type { ClassificationMemo, MemoPerson } from '../../../src-shared/model/report.ts';
import { sealMemo } from './build-memo.ts';
import type { Hider } from './hide-people.ts';

/**
 * The memo for a reader who may not see everything. What hides people hides them wherever they stand, in text that people wrote as well; words of
 * the law are left alone. The result has its own content hash.
 */
export function redactMemo(memo: ClassificationMemo, redaction: Redaction, hider: Hider): ClassificationMemo {
  if (!withholds(redaction)) return memo;
  const { words: hide } = hider;
  const person = (who: MemoPerson): MemoPerson => ({ ...who, name: hider.person(who.name) });
  const { contentHash: _replaced, ...content } = memo;
  return sealMemo({
    ...content,
    redaction,
    prepared: { ...memo.prepared, by: person(memo.prepared.by) },
    asset: {
      ...memo.asset,
      name: hide(memo.asset.name),
      ...(memo.asset.version === undefined ? {} : { version: hide(memo.asset.version) }),
      ...(memo.asset.summary === undefined ? {} : { summary: hide(memo.asset.summary) }),
      ...(memo.asset.owner === undefined ? {} : { owner: person(memo.asset.owner) }),
    },
    facts: memo.facts.map((fact) => ({
      ...fact,
      value: fact.personal && hidesPeople(redaction) ? hider.person(fact.value) : hide(fact.value),
      ...(fact.source === undefined ? {} : { source: hide(fact.source) }),
    })),
    questions: memo.questions.map((question) => ({
      ...question,
      ...(question.owner === undefined ? {} : { owner: person(question.owner) }),
    })),
    capabilities: memo.capabilities.map((each) => ({ ...each, ...(each.note === undefined ? {} : { note: hide(each.note) }) })),
    decisions: memo.decisions.map((each) => ({
      ...each,
      by: person(each.by),
      conclusion: hide(each.conclusion),
      reason: hide(each.reason),
    })),
    reviews: memo.reviews.map((each) => ({ ...each, by: person(each.by), ...(each.note === undefined ? {} : { note: hide(each.note) }) })),
    remarks: memo.remarks.map((each) => ({ ...each, by: person(each.by), text: hide(each.text) })),
    evidence: memo.evidence.map((each) => ({
      ...each,
      name: hide(each.name),
      by: person(each.by),
      ...(each.note === undefined ? {} : { note: hide(each.note) }),
      ...(each.address === undefined ? {} : { address: hide(each.address) }),
    })),
    rulings: memo.rulings.map((each) => ({ ...each, ...(each.answer === undefined ? {} : { answer: hide(each.answer) }) })),
  });
}
