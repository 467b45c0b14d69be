import type { ListedNameKind } from '../../../../../src-shared/model/listed-party.ts';
import { countryAtEnd } from '../values/places.ts';
import { oneLine, type PartyDraft } from './draft.ts';
import { aliasIntro, isLegalForm, lastWord, nameAndRest, sentenceEnd } from './ear-names.ts';

/** An entry of the tables in part 744, taken apart. */
export interface EarEntry {
  readonly name: string;
  readonly others: readonly { readonly text: string; readonly kind: ListedNameKind }[];
  readonly addresses: readonly string[];
  /** `See alternate addresses under Pakistan`, and whatever else is neither name nor address. */
  readonly remarks: readonly string[];
}

const dash = '[\u2014\u2013\u2015]';

const aliasCount = /^(?:and )?the following (?:[\w-]+ )?(?:aliase?s?|names?|acronyms?)\s*:?\s*/i;

/**
 * Takes an entity cell of Supplements 4, 6 and 7 apart: name, names `a.k.a., the following two aliases: —X; and —Y.`, addresses divided by `; and`. `lines` are the
 * cell's lines, since a line break ends the last alias; where a copy has lost them, the first sentence end that is no abbreviation does.
 */
export function readEarEntry(lines: readonly string[]): EarEntry {
  const text = lines
    .map(oneLine)
    .filter((line) => line !== '')
    .join('\n')
    .replace(/[\u2018\u2019]/g, "'");
  const remarks: string[] = [];
  // Pointers to other entries of the same party may stand anywhere.
  const body = text.replace(
    /\(?\s*\b(See (?:also )?(?:the )?(?:alternat\w*|additional|other|address\w*)[^()\n]*?)\)?\s*\.?(?=\n|$|;)/gi,
    (_whole, note: string) => {
      remarks.push(oneLine(note).replace(/[.)]+$/, ''));
      return '';
    },
  );
  const listed = new RegExp(
    `^([\\s\\S]*?)${aliasIntro.source}the following [\\w -]*?(?:aliase?s?|names?|acronyms?|institut\\w*)?\\s*:?\\s*(?=${dash})`,
    'iu',
  ).exec(body);
  if (listed !== null) {
    const head = namesIn(oneLine(listed[1] ?? ''));
    const kind = kindOf(listed[0].slice((listed[1] ?? '').length));
    const { aliases, rest } = cutAliases(body.slice(listed[0].length));
    const others = [...head.others, ...aliases.flatMap((alias) => aliasNames(alias, kind, remarks))];
    return { name: head.name, others, ...splitAddresses(rest, remarks) };
  }
  const { name, rest } = nameAndRest(body);
  const own = namesIn(name);
  return { name: own.name, others: own.others, ...splitAddresses(rest, remarks) };
}

/** Name and aliases of a file that has them apart, though a few names still hold others: `X, JSC (a.k.a., Y`. */
export function readEarNames(name: string, aliases: readonly string[]): EarEntry {
  const remarks: string[] = [];
  const own = namesIn(
    oneLine(name)
      .replace(/[\u2018\u2019]/g, "'")
      .replace(/\s*\(See (?:alternat|also)[^)]*\)?/i, ''),
  );
  const addresses: string[] = [];
  const others = aliases.flatMap((alias) => {
    const [first = '', ...later] = alias.split(/;\s+(?:and(?:\s+|$))?/);
    const names = later.filter((part) => !isAddress(part) && !isNote(part));
    addresses.push(...later.filter(isAddress));
    for (const part of later) if (isNote(part) && !isAddress(part)) remarks.push(trimmed(part));
    return [...aliasNames(first, 'aka', remarks, later.some(isAddress)), ...names.flatMap((name) => aliasNames(name, 'aka', remarks))];
  });
  return { name: own.name, others: [...own.others, ...others], addresses, remarks };
}

/** What an entry says of all its names: `any related institutes located in …`, `(all of preceding located in …)`. */
const isNote = (part: string): boolean => /^\(?(?:any|all of)\s/.test(part);

/** A part behind an alias that is where it sits: `5440 Long Street, Office 103, Montreal, Canada`. */
const isAddress = (part: string): boolean => /\d/.test(part) && (countryAtEnd(part) !== null || /,.*,/.test(part));

/** Addresses of one cell: `12 Street, City, Country; and 13 Street, …`. */
export const readAddresses = (text: string): readonly string[] => splitAddresses(text, []).addresses;

/** Aliases after their introduction, each with a dash before it; the last ends with its line or its sentence. */
function cutAliases(text: string): { aliases: readonly string[]; rest: string } {
  const aliases: string[] = [];
  let rest = text.trim();
  const start = new RegExp(`^${dash}\\s*`);
  while (start.test(rest)) {
    rest = rest.replace(start, '');
    // The next alias begins behind `;`, `; and` or a line end; a dash inside a name stands between letters.
    const next = new RegExp(`(?:[;,.]\\s*(?:and|or)?\\s*|\\s*\\n\\s*(?:and\\s*)?)(?=${dash})`).exec(rest);
    const line = /\n/.exec(rest);
    if (next !== null && (line === null || next.index <= line.index)) {
      aliases.push(rest.slice(0, next.index));
      rest = rest.slice(next.index + next[0].length);
    } else if (line !== null) {
      aliases.push(rest.slice(0, line.index));
      rest = rest.slice(line.index + 1).trim();
    } else {
      const end = sentenceEnd(rest);
      aliases.push(rest.slice(0, end));
      rest = rest.slice(end).replace(/^[.\s]+/, '');
    }
  }
  return { aliases, rest };
}

/** Names of one text: `Gazprom, OAO (f.k.a., OJSC Gazprom)`, `X a.k.a. Y`, `Mesbah Energy Company (a.k.a. "MEC")`; brackets may be left open. */
function namesIn(text: string): Names {
  const found = aliasIntro.exec(text);
  if (found === null || found.index === 0) return { name: trimmed(text), others: [] };
  const kind = kindOf(found[0]);
  const open = text.slice(0, found.index + found[0].length);
  const inBrackets = /\(\s*[^()]*$/.test(open) || found[0].includes('(');
  const after = text.slice(found.index + found[0].length).replace(aliasCount, '');
  const end = inBrackets ? closing(after) : after.length;
  const others = after
    .slice(0, end)
    .split(/\s*;\s*(?:and\s+)?|\s+and\s+(?=["\u201c])/)
    .flatMap((part) => [{ text: trimmed(part), kind }, ...namesIn(trimmed(part)).others])
    .map((one) => ({ ...one, text: namesIn(one.text).name }))
    .filter((one) => one.text !== '');
  const tail = trimmed(after.slice(end).replace(/^\)/, ''));
  return { name: trimmed(`${text.slice(0, found.index)}${/^[,.]|^$/.test(tail) ? tail : ` ${tail}`}`), others };
}

interface Names {
  readonly name: string;
  readonly others: EarEntry['others'];
}

/** Where the bracket that is open closes. */
function closing(text: string): number {
  let depth = 1;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    else if (text[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return text.length;
}

const kindOf = (intro: string): ListedNameKind => (/f\.?\s?k\.?\s?a|former/i.test(intro) ? 'fka' : 'aka');

/** An alias as it stands in the list of aliases; some have their own address behind them. `addressed`: more addresses of it follow, so that this is one too. */
function aliasNames(alias: string, kind: ListedNameKind, remarks: string[], addressed = false): { text: string; kind: ListedNameKind }[] {
  let text = trimmed(alias);
  if (addressed || (text.length > 40 && /\d/.test(text) && countryAtEnd(text.split(/;\s*and\s+/)[0] ?? '') !== null)) {
    const end = /^[^,]{3,90}\.\s/.test(text) ? sentenceEnd(text) : text.length;
    const { name, rest } = end < text.length ? { name: text.slice(0, end), rest: text.slice(end + 1) } : nameAndRest(text);
    if (rest !== '') {
      remarks.push(`${trimmed(name)}: ${oneLine(rest)}`);
      text = trimmed(name);
    }
  }
  const names = namesIn(
    text.replace(/^and\s+(?=[\p{Lu}\d])/u, '').replace(/^(?:formerly known as|also known as:?|the following|[af]\.?k\.?a\b\.?,?)\s+/i, ''),
  );
  const own: ListedNameKind = /^(?:formerly known as|f\.?k\.?a\b)/i.test(text) ? 'fka' : kind;
  return [{ text: names.name, kind: own }, ...names.others].filter((one) => /[\p{L}\p{N}]/u.test(one.text));
}

/** Without the marks that divide entries and without quotes around the whole. */
function trimmed(text: string): string {
  const bare = oneLine(text)
    .replace(/^[\s;,:\u2014\u2013-]+/, '')
    .replace(/[\s;,:]+(?:and|or)?\s*[;,]*$/i, '')
    .replace(/[\s,]*\([af]\.?k\.?a\.?,?$/i, '')
    .replace(/^["\u201c]([^"\u201c\u201d]*)["\u201d]$/, '$1')
    .replace(/^\((.*)\)$/, '$1');
  const plain = /\)\.?$/.test(bare) && count(bare, '(') < count(bare, ')') ? bare.replace(/\)\.?$/, '') : bare;
  // A full stop ends the sentence, unless the name ends in an abbreviation.
  return /\.$/.test(plain) && !isLegalForm(lastWord(plain)) && !/(?:\b\p{L}\.)+$/u.test(plain) ? plain.slice(0, -1) : plain;
}

const count = (text: string, letter: string): number => text.split(letter).length - 1;

function splitAddresses(text: string, remarks: readonly string[]): { addresses: readonly string[]; remarks: readonly string[] } {
  const addresses = text
    .split(/\n|;\s*(?:and\s+|or\s+)?|,\s+and\s+(?=[^,]+,[^,]+,)/)
    .map((part) =>
      oneLine(part)
        .replace(/^(?:and\s+|Address(?:es)?:\s*)/i, '')
        .replace(/^[\s,.;:]+|[\s,;]+$/g, ''),
    )
    .filter((part) => /[\p{L}\p{N}]/u.test(part) && part !== 'and');
  return { addresses, remarks };
}

/** Puts what an entry says into a draft; an address that names no country lies in the one the entry stands under. */
export function addEarEntry(draft: PartyDraft, entry: EarEntry, listedUnder: string): void {
  draft.name(entry.name, 'primary');
  for (const other of entry.others) draft.name(other.text, other.kind);
  const under = draft.country(listedUnder, 'listedUnder');
  for (const address of entry.addresses) draft.address(address, '', countryAtEnd(address) ?? under);
  for (const remark of entry.remarks) draft.remark(remark);
}
