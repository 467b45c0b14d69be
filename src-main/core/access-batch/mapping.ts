import { LogField } from '../../../src-shared/formats/access-log.ts';
import { exitFields } from '../networks/index.ts';
import { type ColumnNames, licenceFields, rosterFields, serviceAccountFields, travelFields } from '../people/index.ts';
import { assetFields } from './read-assets.ts';

/** Column titles by field, for each kind of file. What is not named is told by titles and content. */
export interface ColumnMapping {
  /** One title or path a field. */
  readonly access: Readonly<Partial<Record<LogField, string>>>;
  readonly people: ColumnNames;
  readonly assets: ColumnNames;
  readonly licences: ColumnNames;
  readonly serviceAccounts: ColumnNames;
  readonly travel: ColumnNames;
  readonly egress: ColumnNames;
}

const fieldsOf: Readonly<Record<keyof ColumnMapping, readonly string[]>> = {
  access: LogField.options,
  people: Object.keys(rosterFields),
  assets: assetFields,
  licences: Object.keys(licenceFields),
  serviceAccounts: Object.keys(serviceAccountFields),
  travel: Object.keys(travelFields),
  egress: exitFields,
};
const parts = Object.keys(fieldsOf) as (keyof ColumnMapping)[];

/** Reads a mapping from outside. A text says what is wrong with it, and where. */
export function readMapping(given: Readonly<Record<string, unknown>>): ColumnMapping | string {
  const found = Object.fromEntries(parts.map((part) => [part, {}])) as Record<keyof ColumnMapping, Record<string, string | string[]>>;
  for (const [name, fields] of Object.entries(given)) {
    const part = parts.find((one) => one === name);
    if (part === undefined) return `"${name}" is no kind of file. Kinds: ${parts.join(', ')}.`;
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      return `"${name}" must be an object of field and column title.`;
    for (const [field, titles] of Object.entries(fields as Readonly<Record<string, unknown>>)) {
      if (!fieldsOf[part].includes(field)) return `"${field}" is no field of "${name}". Fields: ${fieldsOf[part].join(', ')}.`;
      const list = Array.isArray(titles) ? (titles as readonly unknown[]) : [titles];
      if (!list.every((title): title is string => typeof title === 'string' && title.trim() !== ''))
        return `"${name}"."${field}" must be a column title or a list of them.`;
      if (part === 'access' && list.length !== 1) return `"access"."${field}" must be one column title or path.`;
      found[part][field] = part === 'access' ? (list[0] ?? '') : [...list];
    }
  }
  return found as unknown as ColumnMapping;
}
