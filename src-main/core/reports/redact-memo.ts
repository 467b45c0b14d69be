import type { ClassificationMemo, MemoPerson, Redaction } from '../../../src-shared/model/report.ts';
import { sealMemo } from './build-memo.ts';

/** `Priya Raman` as `P. R.`. A name in a script without case keeps its first sign of each part. */
export function initialsOf(name: string): string {
  const parts = name
    .trim()
    .split(/[\s]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length === 0 ? '–' : parts.map((part) => `${[...part.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '–'}.`).join(' ');
}

/** A text as a pattern that matches itself and nothing else. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** Takes names of known people, and mail addresses, out of text that people wrote. */
export function createNameHider(names: readonly string[]): (text: string) => string {
  const known = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))];
  const whole = known.map((name) => [name, initialsOf(name)] as const);
  const parts = known.flatMap((name) =>
    name
      .split(/\s+/u)
      .filter((part) => [...part].length >= 3)
      .map((part) => [part, initialsOf(part)] as const),
  );
  const rules = [...whole, ...parts]
    .sort(([a], [b]) => b.length - a.length)
    .map(([name, initials]) => ({ find: new RegExp(`(?<![\\p{L}\\p{N}])${literal(name)}(?![\\p{L}\\p{N}])`, 'gu'), initials }));
  return (text) => {
    let shown = text.replace(/[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu, '–');
    for (const { find, initials } of rules) shown = shown.replace(find, initials);
    return shown;
  };
}

/**
 * The memo for a reader who may not see people's names. Names become initials wherever they stand, in text that people
 * wrote as well; words of the law are left alone. The result has its own content hash.
 */
export function redactMemo(memo: ClassificationMemo, redaction: Redaction): ClassificationMemo {
  if (redaction === 'none') return memo;
  const hide = createNameHider(namesIn(memo));
  const person = (who: MemoPerson): MemoPerson => ({ ...who, name: initialsOf(who.name) });
  const { contentHash: _replaced, ...content } = memo;
  return sealMemo({
    ...content,
    redaction,
    prepared: { ...memo.prepared, by: person(memo.prepared.by) },
    asset: {
      ...memo.asset,
      ...(memo.asset.summary === undefined ? {} : { summary: hide(memo.asset.summary) }),
      ...(memo.asset.owner === undefined ? {} : { owner: person(memo.asset.owner) }),
    },
    facts: memo.facts.map((fact) => ({
      ...fact,
      value: fact.personal ? initialsOf(fact.value) : hide(fact.value),
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

function namesIn(memo: ClassificationMemo): string[] {
  return [
    memo.prepared.by.name,
    ...(memo.asset.owner === undefined ? [] : [memo.asset.owner.name]),
    ...memo.facts.filter(({ personal }) => personal).map(({ value }) => value),
    ...memo.questions.flatMap(({ owner }) => (owner === undefined ? [] : [owner.name])),
    ...memo.decisions.map(({ by }) => by.name),
    ...memo.reviews.map(({ by }) => by.name),
    ...memo.remarks.map(({ by }) => by.name),
    ...memo.evidence.map(({ by }) => by.name),
  ];
}
