import type { ReadLimits } from './limits.ts';
import { Refusal } from './refuse.ts';
import type { XmlAttributes, XmlListener } from './xml.ts';
import { readReferences } from './xml-references.ts';

const maxDepth = 128;

export interface SheetListener extends XmlListener {
  /** A whole cell with a plain value, in one call; other cells come as their elements and texts. */
  cell(reference: string, style: string | undefined, kind: string | undefined, value: string): void;
}

/** A cell the way nearly all programs write it. */
const plainCell = /<c r="([A-Z]{1,3}\d{1,7})"(?: s="(\d{1,6})")?(?: t="(\w{1,9})")?><v>([^<&\r]*)<\/v><\/c>/y;

export interface XmlScanner {
  write(text: string): void;
  /** Throws when the document is not complete. */
  close(): void;
  /** Characters since the last event: a piece that long is no cell. */
  readonly held: number;
}

/**
 * Hands the elements and texts of an XML part to a listener, several times faster than a general parser: a sheet of a million rows has tens of millions
 * of tags. It takes the XML that workbooks are made of and refuses everything else: document types, unknown entities, tags that do not match, attributes
 * without quotes, deep nesting. Throws a `Refusal`.
 */
export function createXmlScanner(place: string, listener: SheetListener): XmlScanner {
  const open: string[] = [];
  let held = '';
  let rooted = false;
  const broken = () => new Refusal('xml', place);

  const giveText = (text: string) => {
    if (open.length === 0) {
      if (text.trim() !== '') throw broken();
    } else if (listener.text !== undefined) listener.text(readReferences(text, broken));
  };

  const openTag = (name: string, attributes: XmlAttributes, empty: boolean) => {
    if (open.length === 0 && rooted) throw broken();
    rooted = true;
    const local = localName(name);
    listener.open?.(local, attributes);
    if (empty) {
      listener.close?.(local);
      return;
    }
    open.push(name);
    if (open.length > maxDepth) throw broken();
  };

  const wholeCell = (text: string, at: number): number | undefined => {
    if (text.charCodeAt(at + 1) !== 99 || open.at(-1) !== 'row') return undefined;
    plainCell.lastIndex = at;
    const found = plainCell.exec(text);
    if (found === null) return undefined;
    listener.cell(found[1] ?? '', found[2], found[3], found[4] ?? '');
    return plainCell.lastIndex;
  };

  /** Answers where the markup that begins at `at` ends; -1 when it goes on in the next piece. */
  const markup = (text: string, at: number): number => {
    const code = text.charCodeAt(at + 1);
    if (code === 47) return closeTag(text, at);
    if (code === 33) return declaration(text, at);
    if (code === 63) {
      const end = text.indexOf('?>', at + 2);
      return end === -1 ? -1 : end + 2;
    }
    return startTag(text, at);
  };

  const closeTag = (text: string, at: number): number => {
    const end = text.indexOf('>', at + 2);
    if (end === -1) return -1;
    const name = open.pop();
    if (name === undefined || (end - at - 2 === name.length ? !text.startsWith(name, at + 2) : text.slice(at + 2, end).trimEnd() !== name))
      throw broken();
    listener.close?.(localName(name));
    return end + 1;
  };

  const declaration = (text: string, at: number): number => {
    if (text.startsWith('<!--', at)) {
      const end = text.indexOf('-->', at + 4);
      return end === -1 ? -1 : end + 3;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at + 9);
      if (end === -1) return -1;
      if (open.length === 0) throw broken();
      listener.text?.(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.length - at < 9) return -1;
    throw /^<!DOCTYPE/i.test(text.slice(at, at + 9)) ? new Refusal('doctype', place) : broken();
  };

  const startTag = (text: string, at: number): number => {
    let cursor = at + 1;
    while (isNameCode(text.charCodeAt(cursor))) cursor += 1;
    if (cursor >= text.length) return -1;
    if (cursor === at + 1) throw broken();
    const name = cursor - at === 2 ? letter(text.charCodeAt(at + 1)) : text.slice(at + 1, cursor);
    const attributes: Record<string, string> = {};
    for (;;) {
      const spaced = cursor;
      while (isBlank(text.charCodeAt(cursor))) cursor += 1;
      if (cursor >= text.length) return -1;
      const code = text.charCodeAt(cursor);
      if (code === 62) {
        openTag(name, attributes, false);
        return cursor + 1;
      }
      if (code === 47) {
        if (cursor + 1 >= text.length) return -1;
        if (text.charCodeAt(cursor + 1) !== 62) throw broken();
        openTag(name, attributes, true);
        return cursor + 2;
      }
      if (spaced === cursor) throw broken();
      cursor = attribute(text, cursor, attributes);
      if (cursor === -1) return -1;
    }
  };

  const attribute = (text: string, at: number, attributes: Record<string, string>): number => {
    let cursor = at;
    while (isNameCode(text.charCodeAt(cursor))) cursor += 1;
    const nameEnd = cursor;
    while (isBlank(text.charCodeAt(cursor))) cursor += 1;
    if (cursor >= text.length) return -1;
    if (nameEnd === at || text.charCodeAt(cursor) !== 61) throw broken();
    cursor += 1;
    while (isBlank(text.charCodeAt(cursor))) cursor += 1;
    if (cursor >= text.length) return -1;
    const quote = text.charCodeAt(cursor);
    if (quote !== 34 && quote !== 39) throw broken();
    const end = text.indexOf(quote === 34 ? '"' : "'", cursor + 1);
    if (end === -1) return -1;
    const name = nameEnd - at === 1 ? letter(text.charCodeAt(at)) : text.slice(at, nameEnd);
    const value = text.slice(cursor + 1, end);
    const plain = simple.test(value) ? value : checked(value);
    // No attribute of a workbook is called so, and as a plain key it would be no key.
    if (name !== '__proto__') attributes[name] = plain;
    return end + 1;
  };

  const checked = (value: string): string => {
    if (value.includes('<')) throw broken();
    return readReferences(value, broken);
  };

  return {
    write(piece) {
      const text = held === '' ? piece : held + piece;
      let at = 0;
      while (at < text.length) {
        const next = text.indexOf('<', at);
        const end = next === -1 ? textEnd(text, at) : next;
        if (end > at) giveText(text.slice(at, end));
        at = end;
        if (next === -1) break;
        const after = wholeCell(text, at) ?? markup(text, at);
        if (after === -1) break;
        at = after;
      }
      held = text.slice(at);
    },
    close() {
      if (held.trim() !== '' || open.length > 0 || !rooted) throw broken();
    },
    get held() {
      return held.length;
    },
  };
}

/** Where a text that may go on can be cut: before a reference that is not closed, and before a return whose line feed may follow. */
function textEnd(text: string, from: number): number {
  const mark = text.lastIndexOf('&');
  if (mark >= from && text.length - mark < 16 && !text.includes(';', mark)) return mark;
  return text.endsWith('\r') ? text.length - 1 : text.length;
}

const simple = /^[\w.:/ -]{0,40}$/;
/** Names of cells and rows have one letter; taking the same text each time saves making millions of them. */
const letters = Array.from({ length: 128 }, (_, code) => String.fromCharCode(code));
const letter = (code: number) => letters[code] ?? String.fromCharCode(code);

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** Letters, digits, `_`, `:`, `-`, `.` and everything beyond ASCII: more than XML allows at the start of a name, which harms nobody. */
const isNameCode = (code: number) =>
  (code >= 97 && code <= 122) ||
  (code >= 65 && code <= 90) ||
  (code >= 48 && code <= 58) ||
  code === 95 ||
  code === 45 ||
  code === 46 ||
  code >= 128;
const isBlank = (code: number) => code === 32 || code === 10 || code === 13 || code === 9;

/** Feeds a sheet to a listener as it arrives; the rules are those of `readXml`. */
export async function readSheetXml(
  bytes: AsyncIterable<Buffer>,
  place: string,
  limits: ReadLimits,
  listener: SheetListener,
  goOn: () => Promise<boolean>,
): Promise<boolean> {
  const scanner = createXmlScanner(place, listener);
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(
      chunk[0] === 0xff && chunk[1] === 0xfe ? 'utf-16le' : chunk[0] === 0xfe && chunk[1] === 0xff ? 'utf-16be' : 'utf-8',
    );
    scanner.write(decoder.decode(chunk, { stream: true }));
    if (scanner.held > limits.hostileCellChars) throw new Refusal('limitCell', place, limits.cellChars);
    if (!(await goOn())) return false;
  }
  if (decoder !== undefined) scanner.write(decoder.decode());
  scanner.close();
  return true;
}
