import { z } from 'zod';
import { IsoDate } from '../../../src-shared/model/dates.ts';

/** A shipped address database: what it is, from whom, under which terms, and of which day. */
const AddressDatabaseSchema = z.strictObject({
  role: z.enum(['country', 'country2', 'operator']),
  file: z.string().max(80),
  name: z.string().max(200),
  maker: z.string().max(200),
  licence: z.string().max(200),
  attribution: z.string().max(400),
  /** What its maker warns of; null for nothing. */
  caution: z.string().max(400).nullable(),
  /** Day it was built. */
  day: IsoDate,
  version: z.string().max(80),
  ranges: z.number().int().nonnegative(),
  bytes: z.number().int().nonnegative(),
  sha256: z.string().length(64),
});
export type AddressDatabase = z.input<typeof AddressDatabaseSchema>;
export type DatabaseRole = AddressDatabase['role'];

export const AddressManifestSchema = z.strictObject({
  /** Names what the tables were made from and by; set-up makes them anew when it differs. */
  stamp: z.string().max(100),
  databases: z.array(AddressDatabaseSchema).length(3),
});
export type AddressManifest = z.input<typeof AddressManifestSchema>;
