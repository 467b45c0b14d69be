import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLimits } from './limits.ts';
import { Refusal } from './refuse.ts';
import { readSheetXml } from './sheet-xml.ts';
import { readXml, type XmlAttributes } from './xml.ts';

type Heard = string[];

async function* pieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** What a listener hears, texts within one element put together, since the pieces a text comes in say nothing. */
function ear(): { heard: Heard; open(name: string, attributes: XmlAttributes): void; text(text: string): void; close(name: string): void } {
  const heard: Heard = [];
  let depth = 0;
  return {
    heard,
    open: (name, attributes) => {
      depth += 1;
      heard.push(`<${name} ${JSON.stringify(attributes)}`);
    },
    text: (text) => {
      // Blanks outside the document are none of its content.
      if (depth === 0) return;
      if (heard.at(-1)?.startsWith('"')) heard[heard.length - 1] += text;
      else heard.push(`"${text}`);
    },
    close: (name) => {
      depth -= 1;
      heard.push(`/${name}`);
    },
  };
}

async function own(text: string, size = 1 << 20): Promise<Heard | string> {
  const listener = ear();
  const cell = (reference: string, style: string | undefined, kind: string | undefined, value: string) => {
    listener.open('c', { r: reference, ...(style === undefined ? {} : { s: style }), ...(kind === undefined ? {} : { t: kind }) });
    listener.open('v', {});
    if (value !== '') listener.text(value);
    listener.close('v');
    listener.close('c');
  };
  return heardOr(async () => {
    await readSheetXml(pieces(text, size), 'sheet', readLimits, { ...listener, cell }, async () => true);
    return listener.heard;
  });
}

const general = (text: string): Promise<Heard | string> =>
  heardOr(async () => {
    const listener = ear();
    await readXml(pieces(text, 1 << 20), 'sheet', readLimits, listener);
    return listener.heard;
  });

async function heardOr(work: () => Promise<Heard>): Promise<Heard | string> {
  try {
    return await work();
  } catch (cause) {
    if (cause instanceof Refusal) return cause.problem.reason;
    throw cause;
  }
}

const value = fc.oneof(
  fc.constantFrom('', '1', '0.5', 'a &amp; b', '&#x20AC;', '<![CDATA[x < y]]>', 'two\nlines', 'ä漢😀', '  '),
  fc.integer().map(String),
);
const cell = fc
  .record({
    r: fc.constantFrom('A1', 'BC12', 'XFD9'),
    s: fc.constantFrom('', ' s="3"'),
    t: fc.constantFrom('', ' t="s"', " t='str'"),
    value,
    form: fc.integer({ min: 0, max: 4 }),
  })
  .map(
    ({ r, s, t, value, form }) =>
      [
        `<c r="${r}"${s}${t}><v>${value}</v></c>`,
        `<c r="${r}"${t}${s} ><f a = "1>2">${value}</f><v>${value}</v></c>`,
        `<x:c r="${r}"/>`,
        `<c${s}><is><t xml:space="preserve">${value}</t></is></c>`,
        `<!-- ${r} --><c r="${r}" />`,
      ][form],
  );
const sheet = fc
  .array(fc.array(cell, { maxLength: 4 }), { maxLength: 5 })
  .map(
    (rows) =>
      `<?xml version="1.0"?>\n<worksheet><sheetData>${rows.map((cells, at) => `<row r="${at + 1}">${cells.join('')}</row>`).join('\n')}</sheetData></worksheet>\n`,
  );

describe('the scanner for sheets', () => {
  it('hears what a general parser hears, wherever the text is cut', async () => {
    await fc.assert(
      fc.asyncProperty(sheet, fc.integer({ min: 1, max: 60 }), async (text, size) => {
        expect(await own(text, size)).toEqual(await general(text));
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a tag that is not closed', '<a><b></a>'],
    ['a document that ends early', '<a><b>'],
    ['text outside', '<a/>text'],
    ['two roots', '<a/><b/>'],
    ['nothing', ' '],
    ['an unknown reference', '<a>&evil;</a>'],
    ['a bare ampersand', '<a>fish & chips</a>'],
    ['a reference to no character', '<a>&#0;</a>'],
    ['an attribute without quotes', '<a b=c/>'],
    ['an attribute without a value', '<a b/>'],
    ['attributes that touch', '<a b="1"c="2"/>'],
    ['a tag without a name', '<a>< b/></a>'],
    ['a bracket in an attribute', '<a b="<"/>'],
    ['a declaration inside', '<a><!ELEMENT b></a>'],
    ['deep nesting', '<a>'.repeat(500)],
  ])('refuses %s', async (_what, text) => {
    expect(await own(text)).toBe('xml');
    expect(await own(text, 1)).toBe('xml');
  });

  it('refuses document types and pieces without end', async () => {
    expect(await own('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 3)).toBe('doctype');
    for (const endless of ['<a><!--', '<a><![CDATA[', '<a><b c="', '<a><b '])
      expect(await own(endless + 'x'.repeat(3_000_000), 65_536)).toBe('limitCell');
  });

  it('changes no prototype', async () => {
    expect(await own('<a __proto__="x"><b constructor="y"/></a>')).toEqual(['<a {}', '<b {"constructor":"y"}', '/b', '/a']);
  });
});
