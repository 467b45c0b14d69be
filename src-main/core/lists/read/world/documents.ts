import type { IdentifierKind } from '../../../../../src-shared/model/listed-party.ts';
import { countryOf } from '../values/places.ts';
import { oneLine, type PartyDraft } from './draft.ts';

/**
 * Takes the number out of a document told in words: `Passport No: 592667 (Qatari passport issued on 3 May 2007).`, `Tunisian passport G557170`. The first run
 * with at least four letters or digits and a digit, outside brackets and no date, is the number; the words stay in the remarks. Without a number the words are the value.
 */
export function documentOf(draft: PartyDraft, kind: IdentifierKind, label: string, printed: string, country: string | null = null): void {
  const text = oneLine(printed).replace(/[.,;]$/, '');
  if (text === '') return;
  // `Ruritanian passport numbers (1) K048787 (2) 486298`: counted behind words that hold for all of them.
  const counted = text.split(/\s*\(\d\)\s+/);
  if (counted.length > 2 && /\(1\)\s.*\(2\)\s/.test(text) && counted.slice(1).every((part) => numberIn(part) !== null)) {
    for (const part of counted.slice(1)) documentOf(draft, kind, label, part, country ?? countryIn(counted[0] ?? ''));
    draft.remark(`${label}: ${text}`);
    return;
  }
  // `190950894 (Belarus), 7704734000 (Russia)`: several numbers, each with its country.
  const parts = text.split(/(?<=\))\s*[,;]\s*|\s*;\s*/);
  if (parts.length > 1 && parts.every((part) => numberIn(part) !== null)) {
    for (const part of parts) documentOf(draft, kind, label, part, country);
    return;
  }
  const value = numberIn(text);
  draft.identifier(kind, label, value ?? text, country ?? countryIn(text));
  if (value !== null && value !== text) draft.remark(`${label}: ${text}`);
}

const dates =
  /\b\d{1,2}(?:st|nd|rd|th)?[ .]*(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z.]*[ ,]*\d{2,4}\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b/gi;

function numberIn(text: string): string | null {
  const bare = text.replace(/\([^)]*\)/g, ' ').replace(dates, ' ');
  // Letters before the digits may stand apart: `SE 012820`, `BPA C700RKL8R4`.
  const found = /(?:\b[A-Z]{1,3}[ -])?(?<![\p{L}\d])(?=[A-Z\d/-]*\d)[A-Z\d](?:[A-Z\d]|[/.-](?=[A-Z\d])){3,}(?![\p{L}\d])/u.exec(bare);
  if (found === null) return null;
  return found[0].replace(/^(?:No|NO|ID|SSN|NI|UN)[ -]/, '');
}

/** A country in brackets, `(Saudi Arabian)`, or one of the first words. */
function countryIn(text: string): string | null {
  const places = [...text.matchAll(/\(([^)]*)\)/g)].map((found) => found[1] ?? '');
  for (const place of [...places, ...places.map((one) => one.split(/[\s,]/)[0] ?? ''), ...text.split(/[\s,]+/).slice(0, 2)]) {
    const code = place.length > 3 ? countryOf(place) : null;
    if (code !== null) return code;
  }
  return null;
}
