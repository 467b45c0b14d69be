import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { pdfOf } from '../../../../test/fixtures/pdf.ts';
import { encodePng } from './png.ts';
import { previewOf } from './preview.ts';

const look = (bytes: Uint8Array, whole = true) => previewOf({ do: 'previewEvidence', bytes, whole });
const dataOf = (source: string) => Buffer.from(source.slice(source.indexOf(',') + 1), 'base64');

/** Share of dark pixels of a PNG that was written here. */
function ink(png: Buffer): number {
  const from = png.indexOf('IDAT') + 4;
  const lines = inflateSync(png.subarray(from, from + png.readUInt32BE(from - 8)));
  return lines.filter((value) => value < 96).length / lines.length;
}

describe('what is shown of a file', () => {
  it('is the first page of a PDF with what stands on it', async () => {
    const shown = await look(pdfOf(['EXPORT LICENCE', 'D1234567']));
    expect(shown).toMatchObject({ kind: 'page', width: 989, height: 1400, pages: 1 });
    if (shown.kind !== 'page') throw new Error('No page');
    const blank = await look(pdfOf([]));
    if (blank.kind !== 'page') throw new Error('No page');
    expect(ink(dataOf(shown.source))).toBeGreaterThan(ink(dataOf(blank.source)) + 0.001);
  });

  it('is a picture as it was handed in, told by its content', async () => {
    const png = encodePng(3, 2, new Uint8Array(24).fill(120));
    const shown = await look(png);
    expect(shown).toMatchObject({ kind: 'image', width: 3, height: 2 });
    expect(shown.kind === 'image' && dataOf(shown.source).equals(png)).toBe(true);
  });

  it('is text in the encoding it was written in, to a limit', async () => {
    expect(await look(Buffer.from('Frachtbrief für Köln', 'utf8'))).toEqual({ kind: 'text', text: 'Frachtbrief für Köln', cut: false });
    expect(await look(Buffer.from('Frachtbrief für Köln', 'latin1'))).toMatchObject({ kind: 'text', text: 'Frachtbrief für Köln' });
    expect(await look(Buffer.from('x'.repeat(70_000)))).toEqual({ kind: 'text', text: 'x'.repeat(65_536), cut: true });
  });

  it.each([
    ['a picture that unpacks to gigabytes', () => hugePng(), 'tooLarge'],
    ['a picture without a size', () => encodePng(0, 0, new Uint8Array(0)), 'damaged'],
    ['a drawing that may hold scripts', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), null],
    ['a PDF of which nothing is right', () => Buffer.from(`%PDF-1.7\n${'garbage '.repeat(200)}`), 'damaged'],
    ['a PDF cut in the middle of its text', () => pdfOf(['x'.repeat(500)]).subarray(0, 420), 'damaged'],
    ['a PDF with a page as large as a town', () => pdfOf(['x'], [9_000_000, 9_000_000]), 'damaged'],
    ['a program', () => Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 0x3e, 0]), 'unknownType'],
    ['nothing', () => Buffer.alloc(0), 'empty'],
  ] as const)('is refused or harmless for %s', async (_name, bytes, because) => {
    const shown = await look(bytes());
    // A drawing in XML is shown as the text it is, and never drawn.
    expect(shown).toMatchObject(because === null ? { kind: 'text' } : { kind: 'none', because });
  });

  it('is refused for a PDF that is too large to be looked at whole', async () => {
    expect(await look(pdfOf(['x']), false)).toEqual({ kind: 'none', because: 'tooLarge' });
  });

  it('survives a PDF changed at any place', async () => {
    const whole = pdfOf(['EXPORT LICENCE']);
    for (let at = 9; at < whole.length; at += 61) {
      const changed = Buffer.from(whole);
      changed[at] = 0xff - (changed[at] ?? 0);
      expect(['page', 'none', 'text']).toContain((await look(changed)).kind);
    }
  });
});

function hugePng(): Buffer {
  const png = encodePng(1, 1, new Uint8Array(4));
  png.writeUInt32BE(100_000, 16);
  png.writeUInt32BE(100_000, 20);
  return png;
}
