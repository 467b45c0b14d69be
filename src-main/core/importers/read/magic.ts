import type { FileFormat, ReadRefusal } from '../../../../src-shared/formats/import-file.ts';

export type Magic =
  | { readonly is: 'zip' }
  | { readonly is: 'cfb' }
  | { readonly is: 'biff' }
  | { readonly is: 'text' }
  | { readonly is: 'refused'; readonly reason: ReadRefusal };

const refusedBeginnings: ReadonlyArray<readonly [string, ReadRefusal]> = [
  ['%PDF', 'pdf'],
  ['\x89PNG', 'image'],
  ['\xff\xd8\xff', 'image'],
  ['GIF8', 'image'],
  ['MZ', 'executable'],
  ['\x7fELF', 'executable'],
  ['\xfe\xed\xfa', 'executable'],
  ['\xcf\xfa\xed\xfe', 'executable'],
  ['\xca\xfe\xba\xbe', 'executable'],
  ['#!', 'executable'],
  ['\x1f\x8b', 'gzip'],
  ['7z\xbc\xaf', 'archive'],
  ['Rar!', 'archive'],
  ['BZh', 'archive'],
  ['\xfd7zXZ', 'archive'],
  ['ElfFile\0', 'eventLog'],
  ['PAR1', 'parquet'],
  ['SQLite format 3', 'unknownType'],
  ['{\\rtf', 'document'],
];

/** First look at a file by its first bytes. The name is never asked. */
export function magicOf(start: Buffer): Magic {
  const text = start.toString('latin1', 0, 16);
  if (text.startsWith('PK\x03\x04') || text.startsWith('PK\x05\x06')) return { is: 'zip' };
  if (text.startsWith('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')) return { is: 'cfb' };
  for (const [beginning, reason] of refusedBeginnings) if (text.startsWith(beginning)) return { is: 'refused', reason };
  // A bare BIFF stream: record 0x0009 (BIFF2), 0x0209, 0x0409 or 0x0809 with a small length.
  if (start[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(start[1] ?? 0xff) && (start[2] ?? 0xff) <= 16 && start[3] === 0)
    return { is: 'biff' };
  return { is: 'text' };
}

/** What a compound file (the old binary container) holds, from the stream names in it. */
export function compoundKind(whole: Buffer): { readonly format: FileFormat } | { readonly reason: ReadRefusal } {
  const has = (name: string) => whole.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage') || has('EncryptionInfo')) return { reason: 'encrypted' };
  if (has('Workbook') || has('Book')) return { format: 'xls' };
  return { reason: has('WordDocument') || has('PowerPoint Document') || has('__substg1.0') ? 'document' : 'unknownType' };
}

/** True when a compound file carries macro code. */
export function compoundHasMacros(whole: Buffer): boolean {
  return whole.includes(Buffer.from('_VBA_PROJECT', 'utf16le'));
}

/** What a zip archive holds, from its member names. */
export function zipKind(names: readonly string[]): { readonly format: FileFormat } | { readonly reason: ReadRefusal } {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^xl\/workbook\.bin$/i)) return { format: 'xlsb' };
  if (has(/^\[Content_Types\]\.xml$/i) && has(/(^|\/)workbook\d*\.xml$/i)) return { format: has(/vbaProject\.bin$/i) ? 'xlsm' : 'xlsx' };
  if (has(/^content\.xml$/) && has(/^(mimetype|META-INF\/manifest\.xml)$/)) return { format: 'ods' };
  if (has(/^Index\/Document\.iwa$/) || has(/^Index\.zip$/)) return { reason: 'numbers' };
  if (has(/^(word|ppt)\//)) return { reason: 'document' };
  if (names.length === 0) return { reason: 'empty' };
  return { reason: has(/\.(csv|tsv|txt|xlsx?|ods|json|jsonl|ndjson|log|gz)$/i) ? 'archiveOfTables' : 'archive' };
}

/** Kinds of text that are no delimited table, by how they begin. */
export function textKind(start: string): FileFormat | 'table' {
  const text = start.trimStart();
  if (/^<\?xml[^>]*>\s*(<\?mso-application[^>]*>\s*)?(<!--.*?-->\s*)?<(\w+:)?Workbook\b/s.test(text)) return 'xml2003';
  if (/^(<!doctype html|<html|<table|<head|<meta|<body)/i.test(text)) return 'html';
  if (/^[[{]/.test(text) && looksLikeJson(text)) return firstLineIsWhole(text) ? 'ndjson' : 'json';
  return 'table';
}

function looksLikeJson(text: string): boolean {
  return /^\{\s*("|\})|^\[\s*(\{|\[|"|\]|-?\d)/.test(text);
}

function firstLineIsWhole(text: string): boolean {
  const end = text.indexOf('\n');
  if (end === -1 || !text.startsWith('{') || !/^\s*\{/.test(text.slice(end + 1))) return false;
  try {
    JSON.parse(text.slice(0, end));
    return true;
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    return false;
  }
}
