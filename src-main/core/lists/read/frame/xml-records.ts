import type { ReadLimits } from '../../../importers/read/limits.ts';
import { Refusal } from '../../../importers/read/refuse.ts';
import { createXmlScanner } from '../../../importers/read/sheet-xml.ts';
import type { XmlAttributes } from '../../../importers/read/xml.ts';
import { type ListFile, textOf } from './list-file.ts';
import type { ListOutput } from './list-format.ts';

/** An element with all that is in it. Names come without their prefix. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: XmlAttributes;
  /** Texts and elements in order. */
  readonly parts: readonly (string | XmlNode)[];
}

export interface XmlRecordTaker {
  /** Whether an element is a record, to be handed over whole. Asked outside records only; `parents` is the path from the root. */
  isRecord(name: string, parents: readonly string[]): boolean;
  record(node: XmlNode, parents: readonly string[]): void;
  /** An element that is no record and stands in none: the root with its date, or a section. */
  open?(name: string, attributes: XmlAttributes, parents: readonly string[]): void;
}

/**
 * Streams an XML file and hands over its records one by one as small trees, so that memory holds one at a time. Refuses document types, malformed
 * text, deep nesting and records beyond the limit. Waits for `out.room()` between pieces. A document cut short is a `Refusal` after what came before was taken.
 */
export async function readXmlRecords(file: ListFile, out: ListOutput, limits: ReadLimits, taker: XmlRecordTaker): Promise<void> {
  const parents: string[] = [];
  /** From the record inward. */
  const nodes: { name: string; attributes: XmlAttributes; parts: (string | XmlNode)[] }[] = [];
  let weight = 0;
  const scanner = createXmlScanner(file.name, {
    open(name, attributes) {
      if (nodes.length === 0 && !taker.isRecord(name, parents)) {
        taker.open?.(name, attributes, parents);
        parents.push(name);
        return;
      }
      weight += name.length + 32;
      for (const value of Object.values(attributes)) weight += value.length;
      const node = { name, attributes, parts: [] };
      nodes.at(-1)?.parts.push(node);
      nodes.push(node);
      if (weight > limits.recordChars) throw new Refusal('limitRecord', file.name, limits.recordChars);
    },
    text(text) {
      const parts = nodes.at(-1)?.parts;
      if (parts === undefined) return;
      weight += text.length;
      if (weight > limits.recordChars) throw new Refusal('limitRecord', file.name, limits.recordChars);
      if (typeof parts.at(-1) === 'string') parts[parts.length - 1] += text;
      else parts.push(text);
    },
    close() {
      const node = nodes.pop();
      if (node === undefined) parents.pop();
      else if (nodes.length === 0) {
        weight = 0;
        taker.record(node, parents);
      }
    },
    // The scanner's short cut for worksheets; in any other document it is never met.
    cell: () => undefined,
  });
  const bare = (count: number, text: string) => out.notice('undecodable', `${file.name}: ${text}`, count);
  for await (const piece of withoutBareMarks(textOf(file, limits, out.onBytes(file)), bare)) {
    scanner.write(piece);
    if (scanner.held > limits.hostileCellChars) throw new Refusal('limitCell', file.name, limits.cellChars);
    await out.room();
  }
  scanner.close();
}

/** An ampersand that begins no reference and a bracket that begins no tag. */
const bareMark = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)|<(?![!?]|\/?[A-Za-z_\u0080-\uffff][\w.:\u0080-\uffff-]*[\s/>])/g;

/**
 * Writes an ampersand or bracket that is no markup as the letter it is. Copies of official files have them where a tool kept half of each letter of another
 * script; a whole list must not be refused for a few spoilt names. The notice tells where the first one is.
 */
async function* withoutBareMarks(pieces: AsyncIterable<string>, found: (count: number, text: string) => void): AsyncGenerator<string> {
  let held = '';
  const mended = (text: string): string => {
    // In a CDATA section both are letters anyhow.
    if (text.includes('<![CDATA[')) return text;
    const at = text.search(bareMark);
    if (at === -1) return text;
    found(text.match(bareMark)?.length ?? 0, text.slice(Math.max(0, at - 40), at + 40));
    return text.replace(bareMark, (mark) => (mark === '&' ? '&amp;' : '&lt;'));
  };
  for await (const piece of pieces) {
    const text = held + piece;
    // A reference or a tag may go on in the next piece.
    const last = text.slice(-60).search(/[&<][^&<\s;/>]*$|<\/[^&<\s;/>]*$/);
    const cut = last === -1 ? text.length : Math.max(0, text.length - 60) + last;
    held = text.slice(cut);
    if (cut > 0) yield mended(text.slice(0, cut));
  }
  if (held !== '') yield mended(held);
}

/** The first child of a name. */
export function child(node: XmlNode, name: string): XmlNode | undefined {
  for (const part of node.parts) if (typeof part !== 'string' && part.name === name) return part;
  return undefined;
}

/** All children of a name, of any name without one. */
export function children(node: XmlNode | undefined, name?: string): readonly XmlNode[] {
  const found: XmlNode[] = [];
  for (const part of node?.parts ?? []) if (typeof part !== 'string' && (name === undefined || part.name === name)) found.push(part);
  return found;
}

/** All text within a node, blanks evened out; empty for none. */
export function nodeText(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: XmlNode): string {
  let text = '';
  for (const part of node.parts) text += typeof part === 'string' ? part : rawText(part);
  return text;
}

/** Text of the first child of a name; empty when there is none. */
export const childText = (node: XmlNode, name: string): string => nodeText(child(node, name));
