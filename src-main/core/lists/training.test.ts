import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import type { ListReject, ListSourceSummary } from '../../../src-shared/formats/list-file.ts';
import { type ListedParty, listedNameKinds } from '../../../src-shared/model/listed-party.ts';
import { readLists } from './index.ts';
import { trainingPath } from './training.ts';

const repository = resolve(import.meta.dirname, '../../..');

async function read(path: string) {
  const parties: ListedParty[] = [];
  const rejects: ListReject[] = [];
  const end = await readLists([path], {
    onParties: (some) => void parties.push(...some),
    onReject: (some) => void rejects.push(...some),
  });
  if (end === 'cancelled') throw new Error('Reading was stopped');
  const [source] = end.sources;
  if (source === undefined || !source.result.ok) throw new Error(`Not read: ${JSON.stringify(end)}`);
  const summary: ListSourceSummary = source.result.value;
  return { parties, rejects, summary };
}

it('reads the shipped training list without a remark: enough parties, scripts and facts for every exercise', async () => {
  const { parties, rejects, summary } = await read(trainingPath(resolve(repository, 'resources')));
  expect(rejects).toEqual([]);
  expect(summary.notices).toEqual([]);
  expect(summary.lists).toMatchObject([{ list: 'TRAINING', published: '2026-11-16' }]);
  expect(parties.length).toBeGreaterThanOrEqual(210);

  const names = parties.flatMap((party) => party.names);
  const scripts = new Set(names.map(({ script }) => script));
  for (const script of ['Latn', 'Cyrl', 'Arab', 'Hani', 'Kana', 'Hang', 'Grek', 'Hebr', 'Thai', 'Deva']) expect(scripts).toContain(script);
  expect(new Set(names.map(({ kind }) => kind))).toEqual(new Set(listedNameKinds));
  expect(new Set(parties.map(({ type }) => type))).toEqual(new Set(['person', 'org', 'vessel', 'aircraft']));
  expect(new Set(parties.flatMap(({ footnotes }) => footnotes))).toEqual(new Set(['1', '4', '5']));

  const births = parties.flatMap((party) => party.births);
  const months = ({ from, until }: { from: string; until: string }) => [from.slice(5), until.slice(5)].join(' ');
  expect(births.some(({ from, until }) => from === until)).toBe(true);
  expect(births.some(({ from, until }) => months({ from, until }) === '01-01 12-31' && from.slice(0, 4) === until.slice(0, 4))).toBe(true);
  expect(births.some(({ from, until }) => from.slice(0, 4) !== until.slice(0, 4))).toBe(true);
  expect(births.some(({ circa }) => circa)).toBe(true);
});

it('says of each invented party that it is invented, and leads every owner it names to an entry', async () => {
  const { parties } = await read(trainingPath(resolve(repository, 'resources')));
  expect(parties.filter(({ remarks }) => !remarks.startsWith('Invented for training.'))).toEqual([]);
  for (const { licenceRequirement, licencePolicy } of parties)
    for (const words of [licenceRequirement, licencePolicy]) expect(words === '' || words.startsWith('Training: ')).toBe(true);
  const ids = new Set(parties.map(({ id }) => id));
  const links = parties.flatMap((party) => party.links);
  expect(links.length).toBeGreaterThan(30);
  expect(links.filter(({ partyId }) => partyId === null || !ids.has(partyId))).toEqual([]);
});
