import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Enforcement, ItemFinding, TextStatus, Verdict } from '../../src-shared/model/finding.ts';
import { english } from '../../src-shared/text/en/index.ts';

const resources = join(import.meta.dirname, '../../resources');
const catalogue: Readonly<Record<string, string>> = english;

/** Words that claim more than a program can know. "Not legal advice" is the one place where the word belongs. */
const tooMuch = /\b(?:non-?)?compliant\b|\bil?legal(?:ly|ity)?\b/i;
const withoutDisclaimer = (text: string): string => text.replace(/not legal advice/gi, '');

/** Every text of a JSON file, with the path to it. */
function textsOf(value: unknown, path: string): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) => textsOf(member, `${path}.${key}`));
}

describe('the words of verdicts', () => {
  it('[I8] no text of the product says "compliant" or "legal"', () => {
    const said = Object.entries(catalogue).filter(([, text]) => tooMuch.test(withoutDisclaimer(text)));
    expect(said).toEqual([]);
  });

  it('[I8] no text of a rule pack does, names of acts and bodies apart', () => {
    const folders = readdirSync(join(resources, 'rulepacks'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const said = folders
      .flatMap(({ name }) => readdirSync(join(resources, 'rulepacks', name)).map((file) => join(name, file)))
      .filter((file) => file.endsWith('.json') && !file.endsWith('examples.json'))
      .flatMap((file) => textsOf(JSON.parse(readFileSync(join(resources, 'rulepacks', file), 'utf8')), file))
      .filter(({ text }) => /\b(?:non-?)?compliant\b|\b(?:is|are|be) (?:il)?legal\b/i.test(withoutDisclaimer(text)));
    expect(said).toEqual([]);
  });

  it('[I8] are a closed list', () => {
    const wordsOf = (prefix: string) =>
      Object.fromEntries(
        Object.entries(catalogue)
          .filter(([key]) => key.startsWith(`${prefix}.`))
          .map(([key, text]) => [key.slice(prefix.length + 1), text]),
      );
    expect(wordsOf('verdict')).toEqual({ meets: 'Meets', doesNotMeet: 'Does not meet', undetermined: 'Undetermined' });
    expect(Object.keys(wordsOf('verdict')).sort()).toEqual([...Verdict.options].sort());
    expect(Object.keys(wordsOf('standing')).sort()).toEqual([...ItemFinding.shape.standing.options].sort());
    expect(Object.keys(wordsOf('textStatus')).sort()).toEqual([...TextStatus.options].sort());
    expect(Object.keys(wordsOf('enforcement')).sort()).toEqual([...Enforcement.options].sort());
  });
});
