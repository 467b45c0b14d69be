import { describe, expect, it } from 'vitest';
import { english } from '../../src-shared/text/en/index.ts';
import { windowText } from '../../src-shared/text/en/window.ts';

const catalogue = Object.entries({ ...english, ...windowText });

// Phrases in which the word is a disclaimer or a party's name, not a judgement about the user's conduct.
const harmless = [/not legal advice/gi, /legal entit(y|ies)/gi, /legal counsel/gi, /legal (name|person|basis|form)/gi];

const withoutHarmless = (text: string) => harmless.reduce((rest, phrase) => rest.replaceAll(phrase, ''), text);

describe('the text catalogue', () => {
  it('never says that something is “compliant” or “legal” [I8]', () => {
    const offending = catalogue.filter(([, text]) => /\b(non-?)?compliant\b|\b(il)?legal(ly)?\b/i.test(withoutHarmless(text)));
    expect(offending).toEqual([]);
  });

  it('names no machine, folder of the developers, or registry', () => {
    const offending = catalogue.filter(([, text]) => /\/work\/|registry\.npmjs|localhost/i.test(text));
    expect(offending).toEqual([]);
  });
});
