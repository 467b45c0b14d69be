import path from 'node:path';
import type { AuditAsset } from '../../../src-shared/model/access-audit.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { NamedAsset } from '../../engine/access/index.ts';
import { allCountries, isEmptyMark, plainText, readCountry, readYesNo } from '../importers/index.ts';
import { type ColumnNames, namedColumns, readNamedTable } from '../people/index.ts';
import { AuditRefused, type InputProblem } from './problems.ts';
import { readPlace } from './read-place.ts';

export const assetFields = [
  'id',
  'name',
  'version',
  'kind',
  'eccn',
  'nationals',
  'roles',
  'teams',
  'form',
  'keptIn',
  'cloudRegion',
  'published',
  'fundamentalResearch',
  'resourceNames',
  'reasons',
] as const;
export type AssetColumn = (typeof assetFields)[number];

/** Which column a heading is; generous, since people name them freely. */
export function assetColumn(heading: string): AssetColumn | null {
  const title = plainText(heading);
  if (/owner|origin|note|comment|description|remark|url of|date|created|updated/.test(title)) return null;
  if (/national|citizen|licen[cs]e (is )?(required|needed)|countries|controlled for|restricted (for|to)|foreign person/.test(title))
    return 'nationals';
  if (/(allowed|permitted|authori[sz]ed|access|may).*(team|department|group)/.test(title)) return 'teams';
  if (/roles|(allowed|permitted|authori[sz]ed|access).*role|role.*(allowed|permitted)|who should|need to know/.test(title)) return 'roles';
  if (/reasons?( for control)?$/.test(title)) return 'reasons';
  if (/(train|develop|made|built|customer|owner|vendor|provider|supplier|manufactur)/.test(title) && /countr|location|region/.test(title))
    return null;
  if (/cloud region|^region$|region (code|name)$|(storage|hosting|data) region/.test(title)) return 'cloudRegion';
  if (
    /^country( code)?$|^location$|(site|storage|hosting|host|data ?cent(er|re)|server|asset) (country|location)|country (code )?of (site|storage|hosting)|(located|stored|kept|hosted|held) in$|location country|physical location/.test(
      title,
    )
  )
    return 'keptIn';
  if (/eccn|ccl|control (entry|list|classification|number)|export (class|control)|classification|entry/.test(title)) return 'eccn';
  if (/fundamental/.test(title)) return 'fundamentalResearch';
  if (/published|public(ly)?( available)?$/.test(title)) return 'published';
  if (/version|release$|revision/.test(title)) return 'version';
  if (/resource( names?| path)?$|alias|also known|aka|path|uri|repositor(y|ies)$|endpoint|bucket|log name/.test(title))
    return 'resourceNames';
  if (/^form$|form of/.test(title)) return 'form';
  if (/kind|type|category|^class$/.test(title)) return 'kind';
  if (/(^| )(id|identifier|key|code|number|nr|no|ref|reference|uid|uuid)$/.test(title)) return 'id';
  if (/name|title|^asset$|^model$|^item$/.test(title)) return 'name';
  return null;
}

const forms: readonly (readonly [RegExp, NonNullable<AuditAsset['form']>])[] = [
  [/weight|checkpoint/, 'weights'],
  [/object|binar|executable|compiled|container|firmware/, 'objectCode'],
  [/source|code|repo|software/, 'sourceCode'],
  [/technology|document|drawing|spec|design|know|paper|notebook|data ?sheet|report|file/, 'technology'],
  [/hardware|chip|server|gpu|cluster|machine|computer/, 'hardware'],
  [/api|service|endpoint|inference|hosted/, 'service'],
];

/** What an asset is, from its kind: null where the action has to tell, as for a model that is code, weights and service at once. */
function formOf(kind: string): AuditAsset['form'] {
  const plain = plainText(kind);
  return forms.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

export interface AssetsFile {
  readonly assets: readonly AuditAsset[];
  readonly names: readonly NamedAsset[];
  readonly problems: readonly InputProblem[];
}

/** Reads the list of assets: any table or JSON. Throws `AuditRefused` where the file cannot be read or names no asset. */
export async function readAssets(file: string, named: ColumnNames, packs: readonly RulePack[], home: string): Promise<AssetsFile> {
  const name = path.basename(file);
  const isColumn = (field: string): field is AssetColumn => (assetFields as readonly string[]).includes(field);
  const guess = (title: string): AssetColumn | null => (isColumn(title) ? title : assetColumn(title));
  const columnOf = namedColumns(named, Object.fromEntries(assetFields.map((field) => [field, field])), guess, (column) => column);
  const table = await readNamedTable(file, (title) => columnOf(title) !== null, named);
  if (!table.ok) throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: ${table.error.reason}.`] });
  const places = new Map<AssetColumn, number>();
  for (const [place, title] of table.value.titles.entries()) {
    const column = columnOf(title);
    if (column !== null && !places.has(column)) places.set(column, place);
  }
  if (!places.has('id') && !places.has('name'))
    throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: no column names an asset. Give one titled id or name.`] });
  const problems: InputProblem[] = [];
  const assets: AuditAsset[] = [];
  const names: NamedAsset[] = [];
  const taken = new Set<string>();
  for (const { row, cells } of table.value.rows) {
    const cell = (column: AssetColumn): string => {
      const place = places.get(column);
      const found = place === undefined ? '' : (cells[place]?.text ?? '').trim().replace(/^'(?=.)/, '');
      return found;
    };
    const plain = (column: AssetColumn): string => (isEmptyMark(cell(column)) ? '' : cell(column));
    const id = plain('id') || [plain('name'), plain('version')].filter((part) => part !== '').join(' ');
    if (id === '') continue;
    const complain = (column: AssetColumn, reason: string) =>
      problems.push({
        file: name,
        sheet: null,
        row,
        column: table.value.titles[places.get(column) ?? -1] ?? null,
        value: cell(column),
        reason,
      });
    const version = plain('version') || null;
    const key = `${id}\n${taken.has(id) ? (version ?? '') : ''}`;
    if (taken.has(id) && taken.has(key)) {
      complain('id', 'The asset stands in the list already; the first line counts.');
      continue;
    }
    taken.add(id);
    taken.add(key);
    const isAgain = key !== `${id}\n`;
    const own = isAgain ? `${id} ${version ?? ''}` : id;
    const kind = plain('kind');
    assets.push({
      id: own,
      version,
      name: plain('name') || id,
      kind: kind || null,
      eccn: plain('eccn') || null,
      reasons: listOf(plain('reasons')),
      keptIn: keptIn(plain('keptIn'), plain('cloudRegion'), complain),
      form: plain('form') === '' ? formOf(kind) : formOf(plain('form')),
      published: yesNo(plain('published')),
      fundamentalResearch: yesNo(plain('fundamentalResearch')),
      licenceRequiredForNationalsOf: places.has('nationals')
        ? nationalsOf(cell('nationals'), packs, home, (token) => complain('nationals', `Not a country: ${token}`))
        : null,
      allowedRoles: rolesOf(plain('roles'), plain('teams')),
    });
    names.push({ id: own, name: plain('name') || id, version, resourceNames: listOf(plain('resourceNames')) });
  }
  if (assets.length === 0) throw new AuditRefused({ code: 'input.rejected', problems: [`${name}: it lists no asset.`] });
  return { assets, names, problems };
}

/** Country where the files are kept; null where nobody said, where it cannot be read, or where copies lie in several. */
function keptIn(said: string, region: string, complain: (column: AssetColumn, reason: string) => void): string | null {
  const place = readPlace(said);
  const cloud = readPlace(region);
  if (place.is === 'several') complain('keptIn', 'Several countries: which copy was read is not known, so none of them is taken.');
  else if (place.is === 'unreadable')
    complain('keptIn', 'No country and no cloud region: where the asset is kept stays open. Write a country or its code.');
  else if (place.is === 'country' && cloud.is === 'country' && place.code !== cloud.code)
    complain('cloudRegion', `The region lies in ${cloud.code}, the place is ${place.code}: where the asset is kept stays open.`);
  else if (place.is === 'country') return place.code;
  else if (cloud.is === 'country') return cloud.code;
  return null;
}

const listOf = (text: string): string[] =>
  text
    .replace(/^[[{(]|[\]})]$/g, '')
    .split(/[;,|\n]/)
    .map((part) => part.trim().replace(/^["']|["']$/g, ''))
    .filter((part) => part !== '');

function yesNo(text: string): boolean | null {
  if (text === '') return null;
  const read = readYesNo(text);
  return read === null ? null : read === 'yes';
}

function rolesOf(roles: string, teams: string): readonly string[] | null {
  const all = [...listOf(roles), ...listOf(teams)];
  return all.length === 0 ? null : all;
}

const nobody = /^(none|no|nobody|no one|keine?|aucun|ningun[oa]?|not required|free|nlr|unrestricted|n a|not applicable)$/;
const everybody = /^(all|any|every(body|one)?|worldwide|all countries|all foreign( persons| nationals)?|\*)$/;

/** A list of countries, groups such as `D:5`, "none" or "all"; null where the cell is empty, so that the answer is computed. */
function nationalsOf(text: string, packs: readonly RulePack[], home: string, complain: (token: string) => void): readonly string[] | null {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (/^[-\u2013\u2014]+$/.test(trimmed) || nobody.test(plainText(trimmed))) return [];
  const countries = new Set<string>();
  for (const token of tokensOf(trimmed)) {
    const group = packs
      .flatMap(({ countryGroups }) => countryGroups?.groups ?? [])
      .find(({ id }) => id.toUpperCase() === token.toUpperCase());
    if (everybody.test(plainText(token)) || token === '*') for (const [code] of allCountries()) countries.add(code);
    else if (group !== undefined) for (const code of group.members) countries.add(code);
    else {
      const read = readCountry(token);
      if (read.is === 'country') countries.add(read.code);
      else complain(token);
    }
  }
  if (countries.size > 200) countries.delete(home);
  return [...countries].sort();
}

/** Codes may stand apart by blanks alone; names of countries hold blanks. */
const tokensOf = (text: string): string[] => {
  const parts = listOf(text.replace(/\s+(and|und|et|y)\s+/gi, ', ').replace(/\s\/\s|\//g, ', '));
  return parts.flatMap((part) => (/^([A-Z]{2}\s+)+[A-Z]{2}$/.test(part) ? part.split(/\s+/) : [part]));
};
