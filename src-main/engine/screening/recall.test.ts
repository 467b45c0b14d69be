import { readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { GatehouseListEntry } from '../../../src-shared/formats/gatehouse-list.ts';
import type { ListedParty } from '../../../src-shared/model/listed-party.ts';
import { partyNamed } from '../../../test/harness/listed-party.ts';
import { buildIndex, openIndex, readQuery, type ScreeningIndex, screen, screeningProfiles } from './index.ts';

/** The shipped, invented list, with names of other scripts left out of the index so that they can be asked for. */
interface Labelled {
  readonly entry: GatehouseListEntry;
  readonly latin: readonly string[];
  readonly native: readonly string[];
}

const isLatin = (name: string) => /^[\p{Script=Latin}\p{N}\p{P}\p{S}\s]+$/u.test(name);

let labelled: readonly Labelled[];
let index: ScreeningIndex;

beforeAll(() => {
  const lines = readFileSync(path.resolve('resources/lists/training-list.jsonl'), 'utf8').trim().split('\n').slice(1);
  labelled = lines
    .map((line) => GatehouseListEntry.parse(JSON.parse(line)))
    .map((entry) => {
      const texts = entry.names.filter(({ kind }) => kind !== 'weak').map(({ text }) => text);
      return { entry, latin: texts.filter(isLatin), native: texts.filter((text) => !isLatin(text)) };
    })
    .filter(({ latin }) => latin.length > 0);
  index = openIndex(buildIndex(labelled.map(asListed)));
});

const asListed = ({ entry, latin }: Labelled): ListedParty => partyNamed(entry.id, latin, { list: 'TRAINING', type: entry.type });

const finds = (entry: GatehouseListEntry, name: string): boolean =>
  screen(
    index,
    readQuery({ names: [name], type: entry.type, countries: [], births: [], gender: null, identifiers: [], cities: [] }),
    screeningProfiles.default,
  ).some(({ id }) => id === entry.id);

/** Share found of names asked, and the names that were not. */
function recallOf(asked: readonly (readonly [GatehouseListEntry, string])[]) {
  const missed = asked.filter(([entry, name]) => !finds(entry, name)).map(([entry, name]) => `${entry.id} ${name}`);
  return { asked: asked.length, recall: 1 - missed.length / asked.length, missed };
}

const natural = (name: string): string => {
  const comma = name.indexOf(', ');
  return comma === -1 ? name : `${name.slice(comma + 2)} ${name.slice(0, comma)}`;
};

/** One slip in the longest word of five letters or more, its kind and place told by the entry's own number: the same slips on every run. */
function slipped(name: string, seed: number): string | null {
  const words = name.split(' ');
  const longest = words.reduce((best, word, at) => (word.length > (words[best]?.length ?? 0) ? at : best), 0);
  const word = words[longest] ?? '';
  if (!/^\p{L}{5,}$/u.test(word)) return null;
  const at = 1 + (seed % (word.length - 2));
  const kinds = [
    word.slice(0, at) + word.slice(at + 1),
    word.slice(0, at) + word.charAt(at) + word.slice(at),
    word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2),
  ];
  words[longest] = kinds[seed % kinds.length] ?? word;
  return words.join(' ');
}

const floors: Readonly<Record<string, number>> = {
  Cyrillic: 0.99,
  Arabic: 0.99,
  Greek: 0.99,
  Devanagari: 0.99,
  Hangul: 0.95,
  Hebrew: 0.95,
  Thai: 0.99,
  Han: 0.95,
};

describe('recall over the shipped invented list', () => {
  it('[I6] finds listed names as written, in natural order and without marks', () => {
    const asked = labelled.flatMap(({ entry, latin }) =>
      latin.flatMap((name) => [
        [entry, name] as const,
        [entry, entry.type === 'person' ? natural(name) : name.toUpperCase()] as const,
        [entry, name.normalize('NFKD').replace(/\p{M}/gu, '')] as const,
      ]),
    );
    const { recall, missed } = recallOf(asked);
    expect(missed).toEqual([]);
    expect(recall).toBe(1);
  });

  it.each(Object.entries(floors))(
    '[I6] finds persons by their name in %s letters when only a Latin spelling is listed',
    (script, floor) => {
      const letters = new RegExp(`\\p{Script=${script}}`, 'u');
      const asked = labelled
        .filter(({ entry }) => entry.type === 'person')
        .flatMap(({ entry, native }) => native.filter((name) => letters.test(name)).map((name) => [entry, name] as const));
      const { asked: count, recall, missed } = recallOf(asked);
      expect(count).toBeGreaterThan(0);
      expect({ enough: recall >= floor, missed }).toMatchObject({ enough: true });
    },
  );

  it('[I6] finds firms by their name in Han letters when only a Latin one is listed', () => {
    const asked = labelled
      .filter(({ entry }) => entry.type === 'org')
      .flatMap(({ entry, native }) => native.filter((name) => /^\p{Script=Han}+$/u.test(name)).map((name) => [entry, name] as const));
    const { asked: count, recall, missed } = recallOf(asked);
    expect(count).toBeGreaterThan(15);
    expect({ enough: recall >= 0.85, missed }).toMatchObject({ enough: true });
  });

  it('[I6] finds names with one slip in a long word', () => {
    const asked = labelled.flatMap(({ entry, latin }, at) => {
      if (entry.type === 'vessel' || entry.type === 'aircraft') return [];
      const name = slipped(entry.type === 'person' ? natural(latin[0] ?? '') : (latin[0] ?? ''), at);
      return name === null ? [] : [[entry, name] as const];
    });
    const { asked: count, recall, missed } = recallOf(asked);
    expect(count).toBeGreaterThan(100);
    expect({ enough: recall >= 0.95, missed }).toMatchObject({ enough: true });
  });
});
