import type { ListedName, ListedNameKind, PartyType } from '../../../../../src-shared/model/listed-party.ts';
import { child, children, nodeText, type XmlNode } from '../frame/xml-records.ts';
import { listedName, scriptOf } from '../values/names.ts';
import type { Codes } from './advanced-codes.ts';

/** Codes of the file's scripts as the program has them; Chinese in either hand is one script, and the hand tells the language. */
const scripts: Readonly<Record<string, readonly [script: string, language: string]>> = {
  Hans: ['Hani', 'zh-Hans'],
  Hant: ['Hani', 'zh-Hant'],
  Kore: ['Hang', 'ko'],
  Jpan: ['Jpan', 'ja'],
};

/** Scripts whose names are written without a blank between family and given name. */
const unspaced = new Set(['Hani', 'Hang', 'Jpan', 'Kana']);

/** All names of a profile, the primary one in Latin script first. Words of a person are told apart by the groups of the identity. */
export function aliasNames(identities: readonly XmlNode[], codes: Codes, type: PartyType): readonly ListedName[] {
  const first: ListedName[] = [];
  const rest: ListedName[] = [];
  for (const identity of identities) {
    const groups = groupKinds(identity, codes);
    for (const alias of children(identity, 'Alias')) {
      const kind = kindOf(alias, codes);
      for (const documented of children(alias, 'DocumentedName')) {
        const name = nameOf(documented, kind, groups, codes, type);
        if (name.text === '') continue;
        if (kind === 'primary' && first.length === 0 && name.script === 'Latn') first.push(name);
        else rest.push(kind === 'primary' ? { ...name, kind: 'aka' } : name);
      }
    }
  }
  // A party whose primary name is in no Latin script still has a primary one.
  const [head, ...others] = rest;
  return first.length > 0 || head === undefined ? [...first, ...rest] : [{ ...head, kind: 'primary' }, ...others];
}

function kindOf(alias: XmlNode, codes: Codes): ListedNameKind {
  if (alias.attributes['LowQuality'] === 'true') return 'weak';
  if (alias.attributes['Primary'] === 'true') return 'primary';
  return /^f/i.test(codes.text('AliasType', alias.attributes['AliasTypeID'])) ? 'fka' : 'aka';
}

/** What each group of name parts is: `Last Name`, `First Name`, `Patronymic`, `Entity Name`. */
function groupKinds(identity: XmlNode, codes: Codes): ReadonlyMap<string, string> {
  const kinds = new Map<string, string>();
  for (const master of children(child(identity, 'NamePartGroups'), 'MasterNamePartGroup'))
    for (const group of children(master, 'NamePartGroup'))
      kinds.set(group.attributes['ID'] ?? '', codes.text('NamePartType', group.attributes['NamePartTypeID']));
  return kinds;
}

function nameOf(documented: XmlNode, kind: ListedNameKind, groups: ReadonlyMap<string, string>, codes: Codes, type: PartyType): ListedName {
  const family: string[] = [];
  const given: string[] = [];
  const whole: string[] = [];
  let code = '';
  for (const part of children(documented, 'DocumentedNamePart')) {
    const value = child(part, 'NamePartValue');
    const text = nodeText(value);
    if (text === '') continue;
    code ||= codes.attribute('Script', value?.attributes['ScriptID'], 'ScriptCode');
    whole.push(text);
    const group = groups.get(value?.attributes['NamePartGroupID'] ?? '') ?? '';
    if (/^(?:last|maiden|matronymic|family)/i.test(group)) family.push(text);
    else given.push(text);
  }
  // Without groups the family name is what stands first in capitals.
  if (groups.size === 0 && type === 'person')
    while (given.length > 1 && /^[\p{Lu}\P{L}]+$/u.test(given[0] ?? '')) family.push(given.shift() ?? '');
  const letters = whole.join(' ');
  const [script, language] = scripts[code] ?? [/^[A-Z][a-z]{3}$/.test(code) ? code : scriptOf(letters), ''];
  if (type !== 'person' || family.length === 0) return listedName(letters, kind, { script, language });
  const parts = { family: family.join(' '), given: given.join(' ') };
  const text = unspaced.has(script)
    ? `${parts.family}${parts.given}`
    : [parts.family, parts.given].filter((part) => part !== '').join(', ');
  return listedName(text, kind, { script, language, ...parts });
}
