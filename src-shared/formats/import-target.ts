import { z } from 'zod';

/** How the text of a cell is read for a field. */
export const ImportFieldType = z.enum([
  'text',
  'longText',
  'number',
  'integer',
  'boolean',
  'date',
  'dateTime',
  'country',
  'countries',
  'choice',
  'choices',
  'list',
  'email',
  'url',
  'ip',
  /** Citizenship, residence or US standing, several to a cell; kept as `kind:COUNTRY:since`. */
  'ties',
]);
export type ImportFieldType = z.infer<typeof ImportFieldType>;

export const ImportChoice = z.strictObject({
  value: z.string().min(1).max(120),
  label: z.string().min(1).max(200),
  /** Other ways people write it, in any language. Compared without case, accents and punctuation. */
  aliases: z.array(z.string().max(120)).optional(),
});
export type ImportChoice = z.infer<typeof ImportChoice>;

export const ImportField = z.strictObject({
  id: z.string().min(1).max(80),
  label: z.string().min(1).max(200),
  /** Column titles people use for it, in any language. */
  aliases: z.array(z.string().max(120)),
  type: ImportFieldType,
  /**
   * Unit the stored number carries. Known to the number reader: `FLOP`, `parameters`, `tokens`, `hours`, `days`, `mm2`, `GB`, `GB/s`, `TB/s`,
   * `TOPS`, `W`, `MW`, `MWh`, `USD`, `percent`, `fraction`. Other units are accepted and only stripped from the text.
   */
  unit: z.string().max(40).optional(),
  /** A row without it is refused. */
  required: z.boolean(),
  /** Common fields come before rare ones on the screen and in the template. */
  common: z.boolean().optional(),
  choices: z.array(ImportChoice).optional(),
  help: z.string().max(600).optional(),
  /** Values for the example rows of the template, as a person would write them. */
  examples: z.array(z.string().max(300)).optional(),
  /** Smallest and largest value that makes sense; outside is a warning, not a refusal. */
  plausible: z.strictObject({ min: z.number().optional(), max: z.number().optional() }).optional(),
  /** What a `ties` column asks: a bare country, or a plain yes, means this. */
  asks: z.enum(['citizen', 'resident', 'usResident', 'usStatus', 'usPerson', 'usCitizen', 'protected']).optional(),
  /** What such a column holds is not shown beside a person, neither in previews nor in reviews, and leaves the staging area once it is imported. */
  restricted: z.boolean().optional(),
});
export type ImportField = z.infer<typeof ImportField>;

/**
 * What rows of a file can become: assets of a kind, people, parties, access events.
 * The whole import frame works from this and knows nothing else about a register.
 */
export const TargetSchema = z.strictObject({
  /** `assets`, `people`, `parties`, `accessEvents`. */
  id: z.string().min(1).max(40),
  /** Kind inside the target, such as `model` or `chip`; empty where there is one kind. */
  variant: z.string().max(40),
  label: z.string().min(1).max(120),
  fields: z.array(ImportField).min(1),
  /**
   * Ways to recognise a record that is already there, strongest first; each is a set of fields that together name it,
   * for example `[['externalId'], ['name', 'version']]`. The first set whose leading field has a value in the row is used.
   */
  identity: z.array(z.array(z.string()).min(1)).min(1),
  /** Fields that call a row by name in lists; without them the last identity set does. */
  title: z.array(z.string()).optional(),
  /** Lists that several rows of one record add up to, where the rows agree in everything else. */
  unites: z.array(z.string()).optional(),
  /** Fields whose values are added to those on record: a row that says no more than the record is the same. */
  adds: z.array(z.string()).optional(),
  /** Fields that say which record a row is about and are no part of it: another spelling there changes nothing. */
  pointers: z.array(z.string()).optional(),
  /** Words of column titles that are never read nor shown: what nobody should collect here. */
  neverRead: z.array(z.string()).optional(),
  /** A row must have one of these. */
  needsOneOf: z.array(z.string()).optional(),
});
export type TargetSchema = z.infer<typeof TargetSchema>;

/** A value read from a cell: known with its stored form, or told to be unknown by the person who wrote the file. */
export const ImportValue = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('known'),
    value: z.union([z.string().max(32_767), z.number(), z.boolean(), z.array(z.string().max(400)).max(200)]),
    /** Bounds when the cell held a range such as `10-20B`. */
    low: z.number().optional(),
    high: z.number().optional(),
    /** True for `~405B`, `approx. 400`. */
    approximate: z.boolean().optional(),
  }),
  z.strictObject({ state: z.literal('unknown') }),
]);
export type ImportValue = z.infer<typeof ImportValue>;

/** Values of one row by field id. A field the row says nothing about is absent. */
export const ImportRecord = z.record(z.string(), ImportValue);
export type ImportRecord = z.infer<typeof ImportRecord>;
