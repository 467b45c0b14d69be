import { initialsOf } from './redact-memo.ts';
import type { BuiltReport } from './source.ts';

/** Shortest name that is looked for in free text: a shorter one would also hit ordinary words. */
const shortest = 4;

/**
 * Replaces whole names of known people by their initials in a text. Reads each text once, whatever the number of names: words are looked up, not
 * each name tried. Parts of names are left to the sources, which know whom a text is about.
 */
export function createEverybodyHider(names: Iterable<string>): (text: string) => string {
  const byFirstWord = new Map<string, string[]>();
  for (const name of new Set(names)) {
    const plain = name.trim();
    const first = /[\p{L}\p{N}]+/u.exec(plain);
    if (plain.length < shortest || first === null || first.index !== 0) continue;
    byFirstWord.set(first[0], [...(byFirstWord.get(first[0]) ?? []), plain]);
  }
  for (const found of byFirstWord.values()) found.sort((a, b) => b.length - a.length);
  const isEdge = (text: string, at: number) => at >= text.length || !/[\p{L}\p{N}]/u.test(text.charAt(at));
  return (text) => {
    let shown = '';
    let from = 0;
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      if (index < from) continue;
      const name = byFirstWord.get(word)?.find((each) => text.startsWith(each, index) && isEdge(text, index + each.length));
      if (name === undefined) continue;
      shown += text.slice(from, index) + initialsOf(name);
      from = index + name.length;
    }
    return from === 0 ? text : shown + text.slice(from);
  };
}

/** The report with the names of everybody on record hidden, wherever a source may have left one: page, workbook and data. */
export function hideEverybody(report: BuiltReport, names: Iterable<string>): BuiltReport {
  const hide = createEverybodyHider(names);
  return { title: hide(report.title), page: deep(report.page, hide), sheets: deep(report.sheets, hide), data: deep(report.data, hide) };
}

/** Every text of a value replaced; keys, numbers and pictures stay. */
function deep<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return (value.startsWith('data:image/') ? value : replace(value)) as T;
  if (Array.isArray(value)) return value.map((each) => deep(each, replace)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, deep(each, replace)])) as T;
}
