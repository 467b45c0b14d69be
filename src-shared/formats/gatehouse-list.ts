import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { identifierKinds, listedCountryRoles, listedNameKinds, partyTypes } from '../model/listed-party.ts';

/** First line of a list file of our own: JSON lines, one party each after it. */
export const GatehouseListHeader = z.strictObject({
  format: z.literal('gatehouse-list/1'),
  /** Code of the list; `TRAINING` for the invented one. */
  list: z.string().regex(/^[A-Z0-9][A-Z0-9-]{1,30}$/),
  published: IsoDate,
  about: z.string().max(400).default(''),
});

const Text = z.string().trim().max(4000);
const Country = z.string().regex(/^[A-Z]{2}$/);

/** A party of such a file. What is left out is empty; the first name is the primary one unless another kind is said. */
export const GatehouseListEntry = z.strictObject({
  id: z.string().trim().min(1).max(80),
  type: z.enum(partyTypes),
  names: z
    .array(
      z.strictObject({
        text: z.string().trim().min(1).max(1000),
        kind: z.enum(listedNameKinds).optional(),
        language: z.string().max(35).optional(),
        family: z.string().max(200).optional(),
        given: z.string().max(400).optional(),
      }),
    )
    .min(1)
    .max(200),
  gender: z.enum(['male', 'female']).optional(),
  /** As printed on official lists: `1962-03-04`, `03 Jan 1962`, `circa 1960`, `1955 to 1960`. */
  births: z.array(Text).max(40).optional(),
  birthPlaces: z.array(Text).max(40).optional(),
  countries: z
    .array(z.strictObject({ code: Country, role: z.enum(listedCountryRoles) }))
    .max(60)
    .optional(),
  identifiers: z
    .array(z.strictObject({ kind: z.enum(identifierKinds), label: Text.optional(), value: Text, country: Country.optional() }))
    .max(100)
    .optional(),
  addresses: z
    .array(z.strictObject({ text: Text, city: Text.optional(), country: Country.optional() }))
    .max(100)
    .optional(),
  programmes: z.array(z.string().max(200)).max(40).optional(),
  title: Text.optional(),
  licenceRequirement: Text.optional(),
  licencePolicy: Text.optional(),
  citations: z.array(Text).max(40).optional(),
  footnotes: z.array(z.string().max(20)).max(10).optional(),
  from: IsoDate.optional(),
  until: IsoDate.optional(),
  links: z
    .array(z.strictObject({ relation: Text, partyId: z.string().max(80).nullable(), name: Text }))
    .max(60)
    .optional(),
  vessel: z.strictObject({ kind: Text, flag: Text, owner: Text, tonnage: Text }).optional(),
  remarks: z.string().max(20_000).optional(),
});
export type GatehouseListEntry = z.infer<typeof GatehouseListEntry>;
