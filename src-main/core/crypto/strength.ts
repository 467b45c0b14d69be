import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import type { PassphraseStrength } from '../../../src-shared/contract/workspace.ts';

const minimumLength = 12;
const minimumWords = 5;
/** Below a hundred million guesses a passphrase falls within a year even at half a second a try. */
const minimumGuessesLog10 = 8;

type Keyboards = Record<string, Record<string, (string | null)[]>>;

/** The package gives its keyboards inside a `default` when loaded as CommonJS, and beside one when bundled as a module. */
function keyboards(): Keyboards {
  const graphs = adjacencyGraphs as unknown as Keyboards & { default?: Keyboards };
  return graphs.default ?? graphs;
}

let estimator: ZxcvbnFactory | undefined;

function estimate(passphrase: string, ownWords: readonly string[]) {
  // The lists take some 50 ms to unpack: done at the first question, not at start.
  estimator ??= new ZxcvbnFactory({ dictionary: { ...dictionary }, graphs: keyboards(), maxLength: 128 });
  return estimator.check(passphrase.slice(0, 128), [...ownWords]);
}

/**
 * Judges a passphrase: at least 12 characters or five words, not on the list of common ones, not guessable at once.
 * No rule about which characters; `ownWords` (the workspace's and the person's name) count as known to an attacker.
 */
export function judgePassphrase(passphrase: string, ownWords: readonly string[] = []): PassphraseStrength {
  const text = passphrase.normalize('NFKC');
  const length = [...text].length;
  const words = text.split(/[\s\-_.,]+/).filter((word) => word.length > 1).length;
  if (length === 0) return { acceptable: false, reason: 'short', guessesLog10: 0, words, length };
  const { guessesLog10, sequence } = estimate(text, ownWords);
  const onList = sequence.length === 1 && sequence[0]?.pattern === 'dictionary';
  const reason =
    length < minimumLength && words < minimumWords ? 'short' : onList ? 'common' : guessesLog10 < minimumGuessesLog10 ? 'guessable' : null;
  return { acceptable: reason === null, reason, guessesLog10: Math.round(guessesLog10 * 10) / 10, words, length };
}
