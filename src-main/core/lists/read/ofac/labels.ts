import type { IdentifierKind } from '../../../../../src-shared/model/listed-party.ts';

/**
 * What a label of the Treasury stands for. Remarks of the flat files, id types of the XML, feature types of the advanced XML and the ids of the
 * Consolidated Screening List share these labels, so they are read in one place.
 */
export type LabelMeaning =
  | IdentifierKind
  | 'gender'
  | 'birth'
  | 'birthPlace'
  | 'nationality'
  | 'citizenship'
  | 'flag'
  | 'registrationCountry'
  | 'tonnage'
  | 'vesselType'
  | 'operator'
  | 'linkedTo'
  | 'title'
  /** Said about the sanctions or the party, no identifier: it stays in the remarks. */
  | 'remark'
  | 'unknown';

const patterns: readonly (readonly [RegExp, LabelMeaning])[] = [
  [/^(?:gender|sex)$/, 'gender'],
  [/^(?:dob|birthdate|date of birth)$/, 'birth'],
  [/^(?:pob|place of birth)$/, 'birthPlace'],
  [/^(?:nationality|nationality country)$/, 'nationality'],
  [/^(?:citizen|citizenship|citizenship country)$/, 'citizenship'],
  [/^nationality of registration$/, 'registrationCountry'],
  [/^(?:former |other |alternate |previous )?vessel flag$/, 'flag'],
  [/^(?:gross )?(?:registered )?tonnage$|^vessel gross/, 'tonnage'],
  [/^vessel type$|^other vessel type$/, 'vesselType'],
  [/^aircraft operator$/, 'operator'],
  [/^linked to$/, 'linkedTo'],
  [/^(?:alternate )?title$/, 'title'],
  // Of ships and aircraft.
  [/^(?:vessel registration identification|vessel registration number|imo|imo number|international maritime organization no)$/, 'imo'],
  [/^mmsi$/, 'mmsi'],
  [/^(?:other )?(?:vessel )?call sign$/, 'callSign'],
  [/^(?:previous )?aircraft tail number$/, 'aircraftTail'],
  [/^aircraft (?:construction number|manufacturer'?s serial number|serial identification|mode s transponder code)/, 'aircraftSerial'],
  [/^aircraft (?:model|manufacture date|type)|^vessel (?:year of build|owner)|^date of (?:build|manufacture)/, 'remark'],
  // Of persons.
  [/passport|travel document/, 'passport'],
  [/^(?:ssn|social security number)$/, 'nationalId'],
  [
    /^(?:national (?:foreign )?id|cedula|c\.?u\.?r\.?p|d\.?n\.?i|n\.?i\.?e|c\.?u\.?i$|c\.?u\.?i no|i\.?f\.?e|le number|tarjeta|numero de identidad|credencial|cartilla|c\.?u\.?i\.?p|seafarer|moroccan|matricula consular|tazkira|identification number|identification card|personal id|residency number|refugee|driver|birth certificate|electoral|citizen's card|kenyan id|turkish identification|uae identification|bosnian|stateless person|military registration|family (?:card|registration)|resident|romanian|national identification|moroccan|bolivian|nit |id card|government id|numero de|pilot|state id|permanent resident|alien registration|stateless)/,
    'nationalId',
  ],
  // Of organisations.
  [/^(?:d-u-n-s|duns)/, 'duns'],
  [/^(?:swift|bic$)/, 'swift'],
  [/^legal entity (?:number|identifier)|^lei$/, 'lei'],
  [
    /^(?:tax id|r\.?f\.?c|v\.?a\.?t|vat|c\.?u\.?i\.?t|us fein|ruc|rif|nit|n\.?i\.?t|italian fiscal|fiscal code|rtn|c\.?n\.?p\.?j|afm|tax|us ein|ein|utr|numero rfc|trn|c\.i\.f|n\.i\.f|paraguayan tax|romanian tax|numero unico)/,
    'taxId',
  ],
  [
    /(?:registration|registered|registry|register|company number|company id|commercial|chamber|enterprise number|business number|organization code|folio mercantil|matricula mercantil|c\.?r\.? no|trade licen[sc]e|licen[sc]e|incorporation|c\.i\.n$|c\.r$|trademark|charity|branch unit|gazette|social credit|permit|economic|public security|file number|serial no|entity number|business|identification document|bik|unified)/,
    'registration',
  ],
  [/^digital ?currency address/, 'cryptoAddress'],
  [/^(?:e-?mail|email address)/, 'email'],
  [/^website|^url$/, 'website'],
  [/^(?:phone|telephone|fax|mobile|tel)\b/, 'phone'],
  [
    /^(?:isin|visanumberid|equity ticker|issuer name|chinese commercial code|immigration|temporary|numero|unspecified|crypto|account|msb|telegram|social media|user ?name)/,
    'other',
  ],
  // About the sanctions.
  [
    /^(?:secondary sanctions risk|additional sanctions information|executive order|transactions prohibited|caatsa|target type|organization (?:established date|type)|listing date|effective date|purchase\/sales|for more information|peesa|directive|date of|ifca|subject to|cmic|all (?:offices|branches)|menu)/,
    'remark',
  ],
];

const known = new Map<string, LabelMeaning>();

/** Meaning of a label, however it ends (`Tax ID No.`, `Secondary sanctions risk:`). */
export function labelMeaning(label: string): LabelMeaning {
  const cached = known.get(label);
  if (cached !== undefined) return cached;
  const plain = label
    .toLowerCase()
    .replace(/^alt\. /, '')
    .replace(/ \([^()]*\)$/, '')
    .replace(/[\s:.#-]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();
  // A date of registration and the like is no number of it.
  const meaning =
    /(?:^|\s)date$/.test(plain) && plain !== 'birthdate' ? 'remark' : (patterns.find(([pattern]) => pattern.test(plain))?.[1] ?? 'unknown');
  if (known.size < 5000) known.set(label, meaning);
  return meaning;
}
