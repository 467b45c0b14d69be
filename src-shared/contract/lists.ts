import { z } from 'zod';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { identifierKinds, listedCountryRoles, listedNameKinds, partyTypes } from '../model/listed-party.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const EntryId = z.string().min(1).max(200);
const Count = z.number().int().nonnegative();
const Code = z.string().min(1).max(40);
const Text = z.string().max(4000);

/** One version of one list. Never changes; a newer file is another version. */
export const ListVersionView = z.strictObject({
  id: Id,
  list: Code,
  fileName: z.string().max(300),
  sha256: z.string().max(64),
  /** Day the publisher dates it, or the person says it is of; null where neither is known, then age counts from the day it was imported. */
  published: IsoDate.nullable(),
  importedAt: IsoInstant,
  importedBy: z.string().max(200),
  parties: Count,
  names: Count,
  rejects: Count,
  byType: z.record(z.enum(partyTypes), Count),
  current: z.boolean(),
});
export type ListVersionView = z.infer<typeof ListVersionView>;

/** A list the workspace holds, or could hold. */
export const ListView = z.strictObject({
  code: Code,
  title: z.string().max(300),
  publisher: z.string().max(300),
  /** What being on it means, in a sentence. */
  meaning: z.string().max(800),
  /** Official page with the next version: shown, never opened by itself. */
  page: z.string().max(400),
  /** `training`: invented parties, never mixed with a real answer unless asked. */
  kind: z.enum(['official', 'own', 'training']),
  current: ListVersionView.nullable(),
  versions: Count,
  ageDays: z.number().int().nullable(),
  old: z.boolean(),
  /** Left out of screening by choice. */
  off: z.boolean(),
});
export type ListView = z.infer<typeof ListView>;

export const EntryLine = z.strictObject({
  id: EntryId,
  list: Code,
  type: z.enum(partyTypes),
  name: z.string().max(1000),
  otherNames: Count,
  countries: z.array(z.string().length(2)).max(60),
  programmes: z.array(z.string().max(200)).max(60),
});
export type EntryLine = z.infer<typeof EntryLine>;

export const EntryDetail = EntryLine.extend({
  versionId: Id,
  names: z
    .array(
      z.strictObject({
        text: z.string().max(1000),
        kind: z.enum(listedNameKinds),
        script: z.string().max(10),
        language: z.string().max(35),
      }),
    )
    .max(1000),
  gender: z.enum(['male', 'female']).nullable(),
  births: z.array(z.string().max(200)).max(60),
  birthPlaces: z.array(z.string().max(400)).max(60),
  countriesByRole: z.array(z.strictObject({ code: z.string().length(2), role: z.enum(listedCountryRoles) })).max(200),
  identifiers: z
    .array(
      z.strictObject({
        kind: z.enum(identifierKinds),
        label: z.string().max(200),
        value: z.string().max(400),
        country: z.string().max(2).nullable(),
      }),
    )
    .max(400),
  addresses: z.array(z.string().max(1000)).max(400),
  title: Text,
  licenceRequirement: Text,
  licencePolicy: Text,
  citations: z.array(z.string().max(400)).max(100),
  footnotes: z.array(z.string().max(20)).max(10),
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  links: z.array(z.strictObject({ relation: z.string().max(200), partyId: EntryId.nullable(), name: z.string().max(1000) })).max(100),
  vessel: z
    .strictObject({ kind: z.string().max(200), flag: z.string().max(200), owner: z.string().max(400), tonnage: z.string().max(100) })
    .nullable(),
  remarks: z.string().max(20000),
  file: z.string().max(300),
  line: Count,
});
export type EntryDetail = z.infer<typeof EntryDetail>;

export const RejectLine = z.strictObject({
  file: z.string().max(300),
  line: Count,
  reason: z.string().max(400),
  text: z.string().max(400),
});

/** Official files, read and recognised, waiting for the user to say yes. */
export const OpenedLists = z.strictObject({
  token: Id,
  files: z
    .array(
      z.strictObject({
        fileName: z.string().max(300),
        /** What it was recognised as: `OFAC SDN, CSV`; null: not recognised, with the reason. */
        format: z.string().max(200).nullable(),
        problem: z.string().max(600).nullable(),
      }),
    )
    .max(200),
  lists: z
    .array(
      z.strictObject({
        /** Of the version that waits. */
        id: Id,
        code: Code,
        title: z.string().max(300),
        fileName: z.string().max(300),
        published: IsoDate.nullable(),
        /** For a file that does not say its day: the one in its name, to be confirmed by the person. */
        suggestedDay: IsoDate.nullable(),
        parties: Count,
        names: Count,
        rejects: Count,
        /** Against the current version; null when there is none. `same`: this very content is here already. */
        change: z.strictObject({ added: Count, removed: Count, changed: Count, same: z.boolean(), older: z.boolean() }).nullable(),
      }),
    )
    .max(60),
  rejects: z.array(RejectLine).max(50),
  rejectCount: Count,
  notices: z.array(z.string().max(400)).max(50),
  /** Columns of dates that can be read two ways and that nothing settles: `file: column: example`. */
  dateQuestions: z.array(z.strictObject({ place: z.string().max(300), count: Count })).max(20),
  /** What the person answered to them. */
  dateOrder: z.enum(['dayFirst', 'monthFirst']).nullable(),
});
export type OpenedLists = z.infer<typeof OpenedLists>;

export const EntryChange = z.strictObject({
  kind: z.enum(['added', 'removed', 'changed']),
  id: EntryId,
  name: z.string().max(1000),
  type: z.enum(partyTypes),
  /** For `changed`: field, before and after, in words. */
  fields: z.array(z.strictObject({ field: z.string().max(60), before: z.string().max(4000), after: z.string().max(4000) })).max(30),
});
export type EntryChange = z.infer<typeof EntryChange>;

const topics = ['lists', 'journal'] as const;

export const listMethods = {
  'lists.all': query(z.strictObject({}), z.array(ListView).max(100), ['lists']),
  'lists.versions': query(z.strictObject({ list: Code }), z.array(ListVersionView).max(500), ['lists']),
  /** Opens files or folders picked by the user or dropped on the window, reads them in a job whose result is `OpenedLists`. Null: nothing was picked. */
  'lists.open': command(
    z.strictObject({ handles: z.array(z.string().max(80)).min(1).max(200).nullable(), folder: z.boolean().default(false) }),
    z.strictObject({ jobId: Id, token: Id }).nullable(),
    [],
  ),
  /** Reads the same files anew with an answer about their dates; what was read before is forgotten. */
  'lists.reopen': command(
    z.strictObject({ token: Id, dateOrder: z.enum(['dayFirst', 'monthFirst']) }),
    z.strictObject({ jobId: Id, token: Id }),
    [],
  ),
  'lists.opened': query(z.strictObject({ token: Id }), OpenedLists, ['jobs']),
  /** Keeps what was opened as new versions. Screening of what changed starts by itself afterwards. */
  'lists.keep': command(
    z.strictObject({
      token: Id,
      versions: z.array(Id).min(1).max(60),
      /** Day of a version whose file does not say it, by the id of the version. Without one, age counts from today. */
      days: z.record(Id, IsoDate).default({}),
    }),
    z.array(ListVersionView).max(60),
    [...topics, 'screening'],
  ),
  'lists.discard': command(z.strictObject({ token: Id }), z.strictObject({ discarded: z.boolean() }), []),
  /** Brings in the invented training list that is shipped. */
  'lists.addTraining': command(z.strictObject({}), ListVersionView, [...topics, 'screening']),
  'lists.setOff': command(z.strictObject({ list: Code, off: z.boolean() }), ListView, [...topics, 'screening']),
  'lists.entries': query(
    z.strictObject({
      list: Code.nullable(),
      text: z.string().max(200).default(''),
      type: z.enum(partyTypes).nullable().default(null),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({ total: Count, rows: z.array(EntryLine).max(500) }),
    ['lists'],
  ),
  'lists.entry': query(z.strictObject({ list: Code, id: EntryId, versionId: Id.nullable() }), EntryDetail, ['lists']),
  'lists.diff': query(
    z.strictObject({
      list: Code,
      from: Id,
      to: Id,
      kind: z.enum(['added', 'removed', 'changed']).nullable().default(null),
      offset: Count.default(0),
      limit: z.number().int().min(1).max(500).default(200),
    }),
    z.strictObject({ added: Count, removed: Count, changed: Count, rows: z.array(EntryChange).max(500) }),
    ['lists'],
  ),
  /** Saves the rejected rows of a version, with reasons, where the user says. Null: the dialog was left. */
  'lists.saveRejects': command(z.strictObject({ versionId: Id }), z.strictObject({ fileName: z.string().max(300) }).nullable(), []),
} as const;
