import type { ImportField, TargetSchema } from '../../../src-shared/formats/import-target.ts';
import type { ExportSheet } from '../exports/index.ts';
import { allCountries } from './map/country.ts';

/** A workbook to fill in: the table with two example rows, what each column means, and the values we know. It can be imported as it is. */
export function templateSheets(schema: TargetSchema, words: TemplateWords): readonly ExportSheet[] {
  const fields = [...schema.fields].sort((a, b) => rank(a) - rank(b));
  const countries = fields.some((field) => field.type === 'country' || field.type === 'countries');
  return [
    {
      name: schema.label.slice(0, 31),
      columns: fields.map((field) => ({
        title: titleOf(field),
        width: Math.max(12, Math.min(34, titleOf(field).length + 4)),
        ...(field.type === 'boolean' ? { choices: [words.yes, words.no, words.unknown] } : {}),
        ...(field.type === 'choice' ? { choices: [...(field.choices ?? []).map((choice) => choice.label), words.unknown] } : {}),
        ...(field.help === undefined ? {} : { note: field.help }),
      })),
      rows: [0, 1].map((row) => fields.map((field) => field.examples?.[row] ?? exampleValue(field, row))),
    },
    {
      name: words.instructions.slice(0, 31),
      columns: [
        { title: words.column, width: 34 },
        { title: words.meaning, width: 70 },
        { title: words.required, width: 12 },
        { title: words.accepted, width: 60 },
      ],
      rows: fields.map((field) => [titleOf(field), field.help ?? field.label, field.required ? words.yes : '', accepted(field, words)]),
    },
    {
      name: words.choices.slice(0, 31),
      columns: [
        { title: words.column, width: 34 },
        { title: words.value, width: 40 },
      ],
      rows: fields.flatMap((field) => (field.choices ?? []).map((choice) => [titleOf(field), choice.label])),
    },
    ...(countries
      ? [
          {
            name: words.countries.slice(0, 31),
            columns: [
              { title: words.code, width: 10 },
              { title: words.country, width: 50 },
            ],
            rows: allCountries().map(([code, name]) => [code, name]),
          },
        ]
      : []),
  ];
}

/** Words of the template that are not field names. */
export interface TemplateWords {
  readonly yes: string;
  readonly no: string;
  readonly unknown: string;
  readonly instructions: string;
  readonly choices: string;
  readonly countries: string;
  readonly column: string;
  readonly meaning: string;
  readonly required: string;
  readonly accepted: string;
  readonly value: string;
  readonly code: string;
  readonly country: string;
  readonly anyText: string;
  readonly numbers: string;
  readonly dates: string;
  readonly several: string;
}

function rank(field: ImportField): number {
  return field.required ? 0 : field.common === true ? 1 : 2;
}

/** Label with its unit, so that a filled-in figure can be read without this file. */
function titleOf(field: ImportField): string {
  return field.unit === undefined ? field.label : `${field.label} (${field.unit})`;
}

function exampleValue(field: ImportField, row: number): string | null {
  if (row > 0) return null;
  if (field.type === 'choice' || field.type === 'choices') return field.choices?.[0]?.label ?? null;
  return null;
}

function accepted(field: ImportField, words: TemplateWords): string {
  switch (field.type) {
    case 'boolean':
      return [words.yes, words.no, words.unknown].join(', ');
    case 'choice':
      return (field.choices ?? []).map((choice) => choice.label).join(', ');
    case 'choices':
      return `${words.several} ${(field.choices ?? []).map((choice) => choice.label).join(', ')}`;
    case 'country':
      return words.countries;
    case 'countries':
      return `${words.several} ${words.countries}`;
    case 'number':
    case 'integer':
      return words.numbers;
    case 'date':
    case 'dateTime':
      return words.dates;
    case 'list':
      return `${words.several} ${words.anyText}`;
    default:
      return words.anyText;
  }
}
