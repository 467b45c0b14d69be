/** An element of the programme with the ids of its questions. */
export interface AskedElement {
  readonly id: string;
  readonly questions: readonly { readonly id: string }[];
}

/** What was answered to a question. */
export interface Answered {
  readonly questionId: string;
  /** False: the question does not concern this company; it counts nowhere. */
  readonly applies: boolean;
  /** 0 to 4; null while nobody answered. */
  readonly maturity: number | null;
  /** Something is on file that shows it. */
  readonly shown: boolean;
}

/** Where an element stands. */
export interface ElementScore {
  readonly elementId: string;
  /** Questions that concern the company. */
  readonly applicable: number;
  readonly answered: number;
  /** Mean over the answered questions, 0 to 4; null while none is answered. What nobody answered is not taken for a nought. */
  readonly maturity: number | null;
  /** The weakest answer; null while none. */
  readonly weakest: number | null;
}

/** From this step on an answer says that something is done and can be shown. */
export const SHOWABLE_FROM = 3;

/** Scores each element from its own questions alone. An answer to a question that no element asks is left out. */
export function scoreElements(elements: readonly AskedElement[], answers: readonly Answered[]): ElementScore[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  return elements.map(({ id, questions }) => {
    const concerning = questions.filter((question) => given.get(question.id)?.applies !== false);
    const values = concerning.map((question) => given.get(question.id)?.maturity ?? null).filter((value) => value !== null);
    return {
      elementId: id,
      applicable: concerning.length,
      answered: values.length,
      maturity: meanOf(values),
      weakest: values.length === 0 ? null : Math.min(...values),
    };
  });
}

/** The programme as a whole: the mean of its elements, each counting alike however many questions it has; null while no question is answered. */
export function overallMaturity(scores: readonly ElementScore[]): number | null {
  return meanOf(scores.map(({ maturity }) => maturity).filter((value) => value !== null));
}

/** Why an answer leaves something to do. */
export type GapKind = 'below' | 'notShown' | 'unanswered';

export interface Gap {
  readonly elementId: string;
  readonly questionId: string;
  readonly kind: GapKind;
  /** Steps to the target; 0 where it is reached but nothing shows it. */
  readonly steps: number;
}

/**
 * What is left to do until every question stands at the target and is shown: the farthest first, unanswered ones last, else in the order asked.
 *
 * `target` is 0 to 4 and the company's own. An answer at 3 or 4 that nothing on file shows is a gap even where the target is reached.
 */
export function gapsOf(elements: readonly AskedElement[], answers: readonly Answered[], target: number): Gap[] {
  const given = new Map(answers.map((answer) => [answer.questionId, answer]));
  const gaps = elements.flatMap(({ id: elementId, questions }) =>
    questions.flatMap(({ id: questionId }): Gap[] => {
      const answer = given.get(questionId);
      if (answer?.applies === false) return [];
      const maturity = answer?.maturity ?? null;
      if (maturity === null) return [{ elementId, questionId, kind: 'unanswered', steps: 0 }];
      if (maturity < target) return [{ elementId, questionId, kind: 'below', steps: target - maturity }];
      return maturity >= SHOWABLE_FROM && answer?.shown !== true ? [{ elementId, questionId, kind: 'notShown', steps: 0 }] : [];
    }),
  );
  const rank = { below: 0, notShown: 1, unanswered: 2 } as const;
  return gaps.sort((a, b) => rank[a.kind] - rank[b.kind] || b.steps - a.steps);
}

/** A question whose answer differs from last time. */
export interface MovedAnswer {
  readonly questionId: string;
  /** Null where it was not answered, or did not concern the company. */
  readonly before: number | null;
  readonly now: number | null;
}

/** Questions that stand elsewhere than last time, the largest fall first, then the largest rise. */
export function movedAnswers(now: readonly Answered[], before: readonly Answered[]): MovedAnswer[] {
  const standing = ({ applies, maturity }: Answered) => (applies ? maturity : null);
  const then = new Map(before.map((answer) => [answer.questionId, standing(answer)]));
  const here = new Map(now.map((answer) => [answer.questionId, standing(answer)]));
  const ids = [...new Set([...here.keys(), ...then.keys()])];
  const moved = ids
    .map((questionId) => ({ questionId, before: then.get(questionId) ?? null, now: here.get(questionId) ?? null }))
    .filter((one) => one.before !== one.now);
  const change = (one: MovedAnswer) => (one.before === null || one.now === null ? 0 : one.now - one.before);
  const rank = (one: MovedAnswer) => (change(one) < 0 ? 0 : change(one) > 0 ? 1 : 2);
  return moved.sort((a, b) => rank(a) - rank(b) || Math.abs(change(b)) - Math.abs(change(a)));
}

function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
