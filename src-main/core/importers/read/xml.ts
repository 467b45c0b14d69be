import { SaxesParser } from 'saxes';
import type { ReadLimits } from './limits.ts';
import { Refusal } from './refuse.ts';

export type XmlAttributes = Readonly<Record<string, string>>;

/** What a reader wants to hear of an XML part. Names come without their prefix. */
export interface XmlListener {
  open?(name: string, attributes: XmlAttributes): void;
  /** Text and CDATA, references resolved. May be called several times within one element. */
  text?(text: string): void;
  close?(name: string): void;
}

const maxDepth = 128;

/**
 * Feeds an XML part to a listener as it arrives. Refuses document types, hence every entity but the five of XML itself, malformed
 * text, deep nesting, and any single piece (text, tag, comment) beyond the cell limit for hostile files: a piece that long shows as chunks without
 * an event in between, and is caught before it is held in memory whole.
 *
 * `goOn` is asked after every chunk and may wait, which holds the reading back; `false` ends it early. Answers whether the part was read to its end.
 */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  place: string,
  limits: ReadLimits,
  listener: XmlListener,
  goOn?: () => Promise<boolean>,
): Promise<boolean> {
  let quiet = 0;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', () => {
    throw new Refusal('xml', place);
  });
  parser.on('doctype', () => {
    throw new Refusal('doctype', place);
  });
  parser.on('opentag', (tag) => {
    quiet = 0;
    if (++depth > maxDepth) throw new Refusal('xml', place);
    listener.open?.(localName(tag.name), tag.attributes as XmlAttributes);
  });
  parser.on('closetag', (tag) => {
    quiet = 0;
    depth -= 1;
    listener.close?.(localName(tag.name));
  });
  if (listener.text !== undefined) {
    const text = listener.text.bind(listener);
    parser.on('text', (piece) => {
      quiet = 0;
      text(piece);
    });
    parser.on('cdata', (piece) => {
      quiet = 0;
      text(piece);
    });
  }
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: false });
    const text = decoder.decode(chunk, { stream: true });
    if (quiet === 0 && /<!DOCTYPE/i.test(text.slice(0, 2000))) throw new Refusal('doctype', place);
    quiet += text.length;
    parser.write(text);
    if (quiet > limits.hostileCellChars) throw new Refusal('limitCell', place, limits.cellChars);
    if (goOn !== undefined && !(await goOn())) return false;
  }
  if (decoder !== undefined) parser.write(decoder.decode());
  parser.close();
  return true;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

function encodingOf(start: Buffer): string {
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}
