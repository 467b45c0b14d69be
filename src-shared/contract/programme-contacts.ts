import { z } from 'zod';
import { IsoDate } from '../model/dates.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const Name = z.string().trim().min(1).max(200);

/** An authority or a group of the industry that the company is in touch with. */
export const Contact = z.strictObject({
  id: Id,
  kind: z.enum(['authority', 'group']),
  /** What it is called: `Bureau of Industry and Security`. */
  name: Name,
  /** What is talked about. */
  topic: z.string().trim().max(600),
  /** Who is spoken to there; empty where nobody is known. */
  contact: z.string().trim().max(200),
  /** Who of the company keeps in touch. */
  owner: z.string().trim().max(200),
  /** Code of the regional note it belongs to; null where none. */
  region: z.string().max(20).nullable(),
  lastOn: IsoDate.nullable(),
  /** Day on which to speak again; null where none is set. */
  nextOn: IsoDate.nullable(),
  notes: z.string().max(4000),
  revision: z.int().nonnegative(),
});
export type Contact = z.infer<typeof Contact>;

export const Contacts = z.strictObject({
  /** Those with a day first, the earliest first, then by name. */
  contacts: z.array(Contact).max(500),
  /** How many are due today or were due before. */
  due: z.int().nonnegative(),
  today: IsoDate,
  /** Regional notes they can belong to. */
  regions: z.array(z.strictObject({ code: z.string().max(20), name: z.string().max(200) })).max(80),
});
export type Contacts = z.infer<typeof Contacts>;

const changed = ['programme', 'journal'] as const;

export const contactMethods = {
  'programme.contacts': query(z.strictObject({}), Contacts, ['programme']),
  'programme.saveContact': command(Contact.extend({ id: Id.nullable() }), Contacts, [...changed]),
  'programme.removeContact': command(z.strictObject({ id: Id, revision: Contact.shape.revision }), Contacts, [...changed]),
};
