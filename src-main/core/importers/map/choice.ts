import type { ImportChoice } from '../../../../src-shared/formats/import-target.ts';
import { likeness, plainText } from './normal.ts';

export interface ChoiceMatch {
  readonly value: string;
  readonly how: 'exact' | 'alias';
}

/** Finds the choice a text means, by value, label or alias. */
export interface ChoiceIndex {
  match(text: string): ChoiceMatch | null;
  /** Choices that look most like the text, best first. */
  suggest(text: string): readonly ImportChoice[];
}

export function createChoiceIndex(choices: readonly ImportChoice[]): ChoiceIndex {
  const byText = new Map<string, ChoiceMatch>();
  const learn = (text: string, match: ChoiceMatch) => {
    const key = plainText(text);
    // `MoE` falls apart into two words and `moe` does not: both spellings are kept.
    for (const one of [key, key.replaceAll(' ', '')]) if (one !== '' && !byText.has(one)) byText.set(one, match);
  };
  for (const choice of choices) {
    learn(choice.value, { value: choice.value, how: 'exact' });
    learn(choice.label, { value: choice.value, how: 'exact' });
  }
  for (const choice of choices) for (const alias of choice.aliases ?? []) learn(alias, { value: choice.value, how: 'alias' });
  return {
    match(text) {
      const key = plainText(text);
      return byText.get(key) ?? byText.get(key.replaceAll(' ', '')) ?? null;
    },
    suggest(text) {
      const key = plainText(text);
      const score = (choice: ImportChoice) =>
        Math.max(
          ...[choice.label, choice.value, ...(choice.aliases ?? [])].map((one) => {
            const other = plainText(one);
            return other !== '' && (key.includes(other) || other.includes(key)) ? 0.8 : likeness(key, other);
          }),
        );
      return choices
        .map((choice) => ({ choice, score: score(choice) }))
        .filter((one) => one.score > 0.35)
        .sort((a, b) => b.score - a.score)
        .slice(0, 5)
        .map((one) => one.choice);
    },
  };
}
