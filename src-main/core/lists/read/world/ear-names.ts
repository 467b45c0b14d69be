/** What stands before another name of a party: `a.k.a.,`, `(f.k.a.,`, `formerly`. */
export const aliasIntro =
  /[,;]?\s*\(?\s*(?<![\p{L}\p{N}])(?:a\.?\s?k\.?\s?a\.?|f\.?\s?k\.?\s?a\.?|n\.?\s?k\.?\s?a\.?|also known as|formerly known as|formerly|alias)(?=[\s,:(\u2014\u201c"'])[,:]?\s*/iu;

const legalForm =
  'co|company|corp|corporation|inc|incorporated|ltd|ltda|limited|llc|l\\.?l\\.?c|llp|lp|plc|pvt|pte|pty|private|public|gmbh|ag|kg|sa|s\\.?a|s\\.?a\\.?l|sal|s\\.?r\\.?l|srl|s\\.?p\\.?a|bv|b\\.?v|nv|n\\.?v|oy|oyj|ab|as|a\\.?s|sti|dis|tic|san|sdn|bhd|jsc|ojsc|pjsc|cjsc|ooo|oao|zao|pao|ao|fze|fzc|fzco|fz|fzllc|dmcc|est|establishment|jr|sr|ii|iii|dba|ip|fgup|fsue|holding|group';

const form = new RegExp(`^(?:${legalForm}).?$`, 'i');

/** True for text that is legal forms alone, `Co., Ltd.`. Word by word, since one pattern over all words could be made to run for ever. */
export function isLegalForm(text: string): boolean {
  const words = text.split(/[ ,/&-]+/).filter((word) => word !== '');
  return words.length > 0 && words.length < 12 && words.every((word, index) => (index === 0 && /^the$/i.test(word)) || form.test(word));
}

/** Where the first sentence ends: a full stop before a blank and a capital or digit, not after an initial or an abbreviation inside a name. */
export function sentenceEnd(text: string): number {
  for (const found of text.matchAll(/\.\s+(?=[\p{Lu}\d#"']|(?:ul|d|str|pr|prospekt|shosse)\b)/gu)) {
    const before = /([\p{L}\d.-]+)$/u.exec(text.slice(0, found.index))?.[1] ?? '';
    const after = /^[^\s,]+/.exec(text.slice(found.index + found[0].length))?.[0] ?? '';
    if (isLegalForm(after)) continue;
    if (
      /^(?:\p{L}\.)*\p{L}$/u.test(before) ||
      /^(?:St|Str|Pr|Ul|D|Dr|Mr|Mrs|No|Nos|Prof|Ing|Gen|Col|Eng|Sh|Bldg|Rd|Ave|Tech|Int'?l|Mfg|Ind|Sci|Elec|Imp|Exp)$/i.test(before)
    )
      continue;
    return found.index;
  }
  return text.length;
}

/** Splits `Name, Co., Ltd., 12 Street, City` where the address begins: behind the legal forms that follow the name. */
export function nameAndRest(text: string): { name: string; rest: string } {
  const line = text.indexOf('\n');
  // Inside brackets a comma divides nothing.
  const commas: number[] = [];
  let depth = 0;
  for (let at = 0; at < text.length && (line === -1 || at < line); at += 1) {
    const letter = text[at];
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (letter === ',' && depth === 0) commas.push(at);
  }
  for (let index = 0; index < commas.length; index += 1) {
    const at = commas[index] ?? 0;
    const part = text.slice(at + 1, commas[index + 1] ?? (line === -1 ? text.length : line)).trim();
    if (isLegalForm(part.replace(/\s*\([^()]*\)/g, '')) || aliasIntro.test(`, ${part} `) || /^(?:and|&)\s/i.test(part)) continue;
    if (isNamePart(part)) continue;
    return { name: text.slice(0, at).trim(), rest: text.slice(at + 1).trim() };
  }
  return line === -1
    ? { name: text.replace(/[.,;\s]+$/, (end) => (/\.$/.test(end.trim()) && isLegalForm(lastWord(text)) ? '.' : '')), rest: '' }
    : { name: text.slice(0, line).replace(/[,;\s]+$/, ''), rest: text.slice(line + 1).trim() };
}

export const lastWord = (text: string): string => /(\S+)\s*$/.exec(text)?.[1] ?? '';

/** Parts of names that stand behind a comma: `31 Research Institute`, `Chinese Academy of Sciences`, `Subordinate Institution`. */
const isNamePart = (part: string): boolean =>
  (/^(?:Joint|Public|Open|Closed|State|Federal|NPO|OAO|PAO|OOO|AO|JSC|LLC)\s/.test(part) ||
    /\b(?:institut\w*|academy|university|college|bureau|department|ministry|division|laborator\w*|faculty|branch|subsidiary|committee|design)\b/i.test(
      part,
    )) &&
  !/\b(?:rm\.|street|road|st\.|rd\.|avenue|ave\.?|building|floor|room|district|no\.|p\.?o\.? ?box|city|province|\d{5,})/i.test(part);
