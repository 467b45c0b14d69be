import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import type { PassphraseStrength } from '../../../src-shared/contract/workspace.ts';

const minimumLength = 12;
const minimumWords = 5;
/** Below a hundred million guesses a passphrase falls within a year even at half a second a try. */
const minimumGuessesLog10 = 8;

type Keyboards = Record<string, Record<string, (string | null)[]>>;

let estimator: Promise<ZxcvbnFactory> | undefined;

/** The word lists are large: fetched and unpacked at the first question, so that unlocking never waits for them. */
async function loadEstimator(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, { adjacencyGraphs, dictionary }] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
  ]);
  // The package gives its keyboards inside a `default` when loaded as CommonJS, and beside one when bundled as a module.
  const graphs = adjacencyGraphs as unknown as Keyboards & { default?: Keyboards };
  return new Factory({ dictionary: { ...dictionary }, graphs: graphs.default ?? graphs, maxLength: 128 });
}

async function estimate(passphrase: string, ownWords: readonly string[]) {
  estimator ??= loadEstimator();
  return (await estimator).check(passphrase.slice(0, 128), [...ownWords]);
}

/**
 * Judges a passphrase: at least 12 characters or five words, not on the list of common ones, not guessable at once.
 * No rule about which characters; `ownWords` (the workspace's and the person's name) count as known to an attacker.
 */
export async function judgePassphrase(passphrase: string, ownWords: readonly string[] = []): Promise<PassphraseStrength> {
  const text = passphrase.normalize('NFKC');
  const length = [...text].length;
  const words = text.split(/[\s\-_.,]+/).filter((word) => word.length > 1).length;
  if (length === 0) return { acceptable: false, reason: 'short', guessesLog10: 0, words, length };
  const { guessesLog10, sequence } = await estimate(text, ownWords);
  const onList = sequence.length === 1 && sequence[0]?.pattern === 'dictionary';
  const reason =
    length < minimumLength && words < minimumWords ? 'short' : onList ? 'common' : guessesLog10 < minimumGuessesLog10 ? 'guessable' : null;
  return { acceptable: reason === null, reason, guessesLog10: Math.round(guessesLog10 * 10) / 10, words, length };
}
