import { listedName } from '../values/names.ts';
import type { PartyFacts } from './facts.ts';
import { labelMeaning } from './labels.ts';
import { ofacCountry } from './ofac-country.ts';

/**
 * Reads the remarks of the flat files clause by clause into facts. There is no fixed grammar; clauses that say nothing we know are given to `onUnknown` and stay
 * in the remarks as printed. `country` in brackets at the end and issue and expiry days are taken off values.
 */
export function readRemarks(remarks: string, facts: PartyFacts, onUnknown: (clause: string) => void): void {
  const clauses = clausesOf(remarks);
  for (const [index, clause] of clauses.entries()) {
    // The point after the last clause ends the remarks; elsewhere it may belong to a name: `Linked To: EXAMPLE S.A.; …`.
    const read = index === clauses.length - 1 ? clause.replace(/\.$/, '') : clause;
    if (!readClause(read, facts)) onUnknown(clause);
  }
}

/** Clauses end with a semicolon outside brackets; a name in quotes may hold one too. */
export function clausesOf(remarks: string): readonly string[] {
  const clauses: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < remarks.length; at += 1) {
    const letter = remarks[at];
    if (letter === '(') depth += 1;
    else if (letter === ')') depth = Math.max(0, depth - 1);
    else if (
      letter === ';' &&
      (depth === 0 || /^; (?:alt\. )?(?:DOB|POB|nationality|Passport|Gender|Linked|a\.k\.a)/.test(remarks.slice(at, at + 30)))
    ) {
      clauses.push(remarks.slice(start, at));
      start = at + 1;
      depth = 0;
    }
  }
  clauses.push(remarks.slice(start));
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '' && clause !== '.');
}

/** Labels that do not end with a mark of their own, the longest first. */
const bareLabels: readonly RegExp[] = [
  /^(?:Place of Birth|POB|DOB|Date of Birth)(?=\s)/,
  /^Nationality of Registration(?=\s)/,
  /^(?:nationality|citizen)(?=\s)/,
  /^Gender(?=:?\s)/,
  /^Linked To(?=:)/i,
  /^(?:Former |Other |Alternate )?Vessel (?:Flag|Type|Owner|Call Sign|Year of Build)(?=\s)/,
  /^Vessel Registration Identification(?=\s)/,
  /^Other Vessel Call Sign(?=\s)/,
  /^MMSI(?=\s)/,
  /^Digital ?Currency Address - (?:[A-Za-z0-9.]{2,10}(?=\s)|XBT(?=[13b]))/,
  /^E-?mail(?: Address)?(?=[:\s])/i,
  /^Website(?=[:\s])/,
  /^(?:Phone|Telephone|Fax|Mobile)(?: Number| No\.)?(?=[:\s]+[\d(+])/i,
  /^SWIFT\/BIC(?=\s)/,
  /^BIK \(RU\)(?=\s)/,
  /^D-U-N-S Number,?(?=\s)/,
  /^Aircraft (?:Construction Number|Manufacturer'?s Serial Number) \([^)]*\)(?=\s)/,
  /^(?:Previous )?Aircraft (?:Tail Number|Model|Operator|Manufacture Date|Mode S Transponder Code|Serial Identification)(?=\s)/,
  /^(?:Diplomatic |Official |Service |Stateless Person |British National Overseas )?Passport(?: #| No\.| Number)?(?=\s)/,
  /^(?:ISIN|SSN|US FEIN|Issuer Name|Equity Ticker|License|RFC|C\.?U\.?R\.?P\.?|R\.?F\.?C\.?|C\.U\.I\.P\.|C\.I\.F\.|N\.I\.F\.|C\.I\.N\.|D\.?N\.?I\.?|I\.?F\.?E\.?|N\.?I\.?E\.?|C\.?U\.?I\.?T?\.?|NIT|RIF|RUC|RTN)(?: #| No\.| Number)?(?=\s)/,
  /^(?:Credencial electoral|Numero de Identidad|Cartilla de Servicio Militar Nacional|Italian Fiscal Code|Legal Entity Number|Chinese Commercial Code|VisaNumberID)(?=[:\s])/,
  /^(?:Unified|United) Social Credit Code (?:Certificate )?\([A-Z]+\)(?=\s)/,
  /^(?:Organization (?:Established Date|Type)|Target Type)(?=[:\s])/,
  /^(?:Alternate )?Title(?=[,:\s])/,
];

/** `… No. 123`, `… Number 123`, `… # 123`, `… ID 123`: the label ends there and the value has a digit. */
const numberedLabel =
  /^([A-Z][^;:()]{0,60}?\b(?:No\.?|Number|ID Card|ID|Code|Card|Document|Certificate|Identification|Permit)(?: #| No\.| Number)?(?: \((?!\d)[^()]{2,20}\))?|[A-Z][^;:()]{0,60}? #|[A-Z][\w. ]{0,40} C\.R\.)[:,]?\s+(?=\S*\d|[^;]{1,40}\d)/;

function readClause(printed: string, facts: PartyFacts): boolean {
  let clause = printed.replace(/^alt\. /i, '');
  if (clause.startsWith('(') && /\)\.?$/.test(clause)) clause = clause.replace(/^\(|\)\.?$/g, '');
  if (!/^Linked To/i.test(clause)) clause = clause.replace(/\.$/, '').trim();
  const weak = /^[afn]\.k\.a\.,? '(.*)'$/.exec(clause) ?? /^[afn]\.k\.a\.,? "(.*)"$/.exec(clause);
  if (weak !== null) {
    facts.names.push(listedName(weak[1] ?? '', 'weak'));
    return true;
  }
  for (const pattern of bareLabels) {
    const label = pattern.exec(clause)?.[0];
    if (label !== undefined) return learn(label, clause.slice(label.length), facts);
  }
  const numbered = numberedLabel.exec(clause);
  if (numbered !== null) {
    const label = numbered[1] ?? '';
    if (labelMeaning(label) !== 'unknown') return learn(label, clause.slice(numbered[0].length), facts);
  }
  // What is said about the sanctions has no value to take.
  return labelMeaning(clause.slice(0, 60)) === 'remark';
}

function learn(label: string, rest: string, facts: PartyFacts): boolean {
  const meaning = labelMeaning(label);
  const value = rest.replace(/^[\s:,]+/, '').trim();
  if (meaning === 'birth' || meaning === 'birthPlace' || meaning === 'nationality' || meaning === 'citizenship' || meaning === 'linkedTo')
    return facts.learn(label, value, '');
  const { bare, country } = withoutCountry(value);
  return facts.learn(label, bare, country);
}

/** `A123 (Iran) issued 01 Jan 2001 expires 01 Jan 2006` → `A123`, `Iran`. */
function withoutCountry(value: string): { readonly bare: string; readonly country: string } {
  let bare = value.replace(/[,;]?\s+(?:issued|expires|expired|expiration|valid)\b.*$/i, '').trim();
  const bracket = /\s*\(([^()]+)\)$/.exec(bare);
  if (bracket === null) return { bare, country: '' };
  const country = bracket[1] ?? '';
  const { code, known } = ofacCountry(country);
  if (code === null && !known) return { bare, country: '' };
  bare = bare.slice(0, bracket.index).trim();
  return { bare, country };
}
