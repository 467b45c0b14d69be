import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listLimits } from './limits.ts';
import { headsOf } from './list-file.ts';
import { createOutput } from './output.ts';
import { childText, readXmlRecords, type XmlNode } from './xml-records.ts';

async function records(text: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'lists-')), 'list.xml');
  writeFileSync(path, text);
  const [head] = await headsOf(path, listLimits);
  if (head === undefined) throw new Error('no head');
  const known = { file: head.file, part: 'main' };
  const out = createOutput([known], async () => undefined);
  const nodes: XmlNode[] = [];
  await readXmlRecords(head.file, out, listLimits, { isRecord: (name) => name === 'ENTRY', record: (node) => void nodes.push(node) });
  const summary = out.summary({ index: 0, format: 'unXml', files: [] });
  return { nodes, notices: summary.notices };
}

describe('records of XML', () => {
  it('reads references, attributes and CDATA', async () => {
    const { nodes, notices } = await records(
      '<LIST><ENTRY id="A&amp;B"><NAME>R&#233;my &lt;x&gt;</NAME><NOTE><![CDATA[a & b < c]]></NOTE></ENTRY></LIST>',
    );
    expect(nodes[0]?.attributes).toEqual({ id: 'A&B' });
    expect(nodes.map((node) => [childText(node, 'NAME'), childText(node, 'NOTE')])).toEqual([['Rémy <x>', 'a & b < c']]);
    expect(notices).toEqual([]);
  });

  it('takes ampersands and brackets that are no markup as letters, and says so, wherever the file is cut', async () => {
    const filler = 'x'.repeat(65_536 - 60);
    for (let shift = 0; shift < 60; shift += 7) {
      const { nodes, notices } = await records(
        `<LIST><ENTRY><NOTE>${filler}${'y'.repeat(shift)}</NOTE><NAME>2D&/ E-E <0@>2 <CEB0@) &amp; Co &lt;x&gt;</NAME></ENTRY><ENTRY><NAME>B</NAME></ENTRY></LIST>`,
      );
      expect(nodes.map((node) => childText(node, 'NAME'))).toEqual(['2D&/ E-E <0@>2 <CEB0@) & Co <x>', 'B']);
      expect(notices).toMatchObject([{ code: 'undecodable', count: 3 }]);
    }
  });
});
