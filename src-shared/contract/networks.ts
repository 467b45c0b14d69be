import { z } from 'zod';
import { IsoDate, IsoInstant } from '../model/dates.ts';
import { networkTags } from '../model/network.ts';
import { DateOrder } from './imports.ts';
import { command, query } from './kernel.ts';

const Id = z.string().min(1).max(80);
const Count = z.number().int().nonnegative();
const Revision = z.number().int().nonnegative();
const Country = z.string().length(2);
const Named = z.string().trim().min(1).max(200);
const Words = z.string().trim().max(600);
const Author = z.strictObject({ fileName: z.string().max(300), by: z.string().max(200), at: IsoInstant });

/** Days after which address data are called old: networks change hands every week. */
export const oldAddressDataDays = 180;

export const DatabaseRole = z.enum(['country', 'country2', 'operator']);
export type DatabaseRole = z.infer<typeof DatabaseRole>;
export const NetworkTagName = z.enum(networkTags);

/** An address database in use: shipped, or a file of the company's own in its place. */
export const AddressDatabaseView = z.strictObject({
  role: DatabaseRole,
  name: z.string().max(300),
  /** Who made it, under which terms, and what must be said beside it; empty for a company's own file, whose terms we do not know. */
  maker: z.string().max(200),
  licence: z.string().max(200),
  attribution: z.string().max(400),
  caution: z.string().max(400).nullable(),
  day: IsoDate,
  ageDays: z.number().int(),
  old: z.boolean(),
  ranges: Count,
  /** Who put it in place of the shipped one; null for the shipped one. */
  own: Author.nullable(),
  /** Day of the shipped one, which "back to the shipped database" returns to. */
  shippedDay: IsoDate,
});
export type AddressDatabaseView = z.infer<typeof AddressDatabaseView>;

/** A list of networks of one kind. */
export const NetworkListView = z.strictObject({
  id: Id,
  name: z.string().max(200),
  tag: NetworkTagName,
  day: IsoDate.nullable(),
  ageDays: z.number().int().nullable(),
  old: z.boolean(),
  /** Numbered networks, and ranges of addresses. */
  networks: Count,
  ranges: Count,
  /** Who loaded it; null for a shipped list. */
  own: Author.nullable(),
  revision: Revision,
});
export type NetworkListView = z.infer<typeof NetworkListView>;

/** A network the company knows and accepts. */
export const AllowedNetworkView = z.strictObject({
  id: Id,
  /** `AS64500`, a prefix, a range or one address. */
  network: z.string().max(120),
  /** Operator of a numbered network, where the database knows it. */
  operator: z.string().max(200).nullable(),
  reason: Words,
  by: z.string().max(200),
  at: IsoInstant,
  revision: Revision,
});
export type AllowedNetworkView = z.infer<typeof AllowedNetworkView>;

/** An exit of the company's own. */
export const CorporateExitView = z.strictObject({
  id: Id,
  label: z.string().max(200),
  network: z.string().max(120),
  /** First and last day, both included; null is open. */
  from: IsoDate.nullable(),
  until: IsoDate.nullable(),
  by: z.string().max(200),
  at: IsoInstant,
  revision: Revision,
});
export type CorporateExitView = z.infer<typeof CorporateExitView>;

const ListProblemView = z.strictObject({ row: Count, text: z.string().max(200), reason: z.enum(['notANetwork', 'tooWide']) });

/** A list that was read and waits for its kind and day to be confirmed. */
export const OpenedList = z.strictObject({
  token: Id,
  fileName: z.string().max(300),
  networks: Count,
  ranges: Count,
  /** Kind that the file's words speak for, and the day it gives itself. */
  tag: NetworkTagName.nullable(),
  day: IsoDate.nullable(),
  problems: z.array(ListProblemView).max(20),
  problemCount: Count,
});
export type OpenedList = z.infer<typeof OpenedList>;

const ExitProblemView = z.strictObject({
  row: Count,
  text: z.string().max(200),
  reason: z.enum(['notANetwork', 'notADate', 'dateTwoWays', 'endsBeforeItStarts', 'tooMany']),
});

/** A file of exits that was read and waits to be added. */
export const OpenedExits = z.strictObject({
  token: Id,
  fileName: z.string().max(300),
  exits: Count,
  /** The first of them, as they would be added. */
  sample: z
    .array(
      z.strictObject({ label: z.string().max(200), network: z.string().max(120), from: IsoDate.nullable(), until: IsoDate.nullable() }),
    )
    .max(5),
  problems: z.array(ExitProblemView).max(20),
  problemCount: Count,
  /** True while days of it can be read in two ways. */
  asksDateOrder: z.boolean(),
});
export type OpenedExits = z.infer<typeof OpenedExits>;

/** Everything that is known of one address, and from where. */
export const AddressExplanation = z.strictObject({
  address: z.string().max(200),
  kind: z.enum(['public', 'inside', 'notAnAddress']),
  countries: z
    .array(
      z.strictObject({ role: z.enum(['country', 'country2']), database: z.string().max(300), day: IsoDate, country: Country.nullable() }),
    )
    .max(2),
  /** Null unless both databases have an answer. */
  agree: z.boolean().nullable(),
  /** True where a country database cannot tell an embargoed region from the country around it: Crimea, Donetsk and Luhansk. */
  disputedRegion: z.boolean(),
  operator: z
    .strictObject({ asn: Count, name: z.string().max(200), country: Country.nullable(), database: z.string().max(300), day: IsoDate })
    .nullable(),
  tags: z
    .array(
      z.strictObject({ tag: NetworkTagName, list: z.string().max(200), day: IsoDate.nullable(), because: z.enum(['number', 'address']) }),
    )
    .max(200),
  exits: z.array(z.strictObject({ label: z.string().max(200), from: IsoDate.nullable(), until: IsoDate.nullable() })).max(50),
  allowedBecause: z.string().max(600).nullable(),
});
export type AddressExplanation = z.infer<typeof AddressExplanation>;

const NetworkText = z.string().trim().min(1).max(120);
const Period = { from: IsoDate.nullable(), until: IsoDate.nullable() };
const At = z.strictObject({ id: Id, revision: Revision });
const touched = ['networks', 'accessLogs', 'access'] as const;

export const networkMethods = {
  'networks.overview': query(
    z.strictObject({}),
    z.strictObject({ databases: z.array(AddressDatabaseView).length(3), lists: z.array(NetworkListView).max(200) }),
    ['networks'],
  ),
  'networks.allowed': query(z.strictObject({}), z.array(AllowedNetworkView).max(2000), ['networks']),
  'networks.exits': query(z.strictObject({}), z.array(CorporateExitView).max(5000), ['networks']),
  /** Looks up one address and says why. */
  'networks.lookUp': query(z.strictObject({ address: z.string().trim().min(1).max(200) }), AddressExplanation, ['networks']),

  /** Reads a file as a list and adds nothing: the one let go on the window, else it asks for one. Errors: `cancelled`, `file.refused`, `file.handleExpired`. */
  'networks.openList': query(
    z.strictObject({ handle: Id.nullable().default(null), fileName: z.string().max(300).default('') }),
    OpenedList,
  ),
  /** Adds the list that was opened. Errors: `file.handleExpired` when it was opened too long ago. */
  'networks.addList': command(z.strictObject({ token: Id, name: Named, tag: NetworkTagName, day: IsoDate.nullable() }), NetworkListView, [
    ...touched,
  ]),
  'networks.changeList': command(At.extend({ name: Named, tag: NetworkTagName, day: IsoDate.nullable() }), NetworkListView, [...touched]),
  'networks.removeList': command(At, z.strictObject({}), [...touched]),

  /** Errors: `request.invalid` for what is no network. */
  'networks.allow': command(z.strictObject({ network: NetworkText, reason: Words.min(1) }), AllowedNetworkView, [...touched]),
  'networks.disallow': command(At, z.strictObject({}), [...touched]),

  'networks.addExit': command(z.strictObject({ label: Named, network: NetworkText, ...Period }), CorporateExitView, [...touched]),
  'networks.removeExit': command(At, z.strictObject({}), [...touched]),
  /** Asks for a file and reads it as exits; adds nothing. With a token it reads the opened file again in the given order of dates. */
  'networks.openExits': query(z.strictObject({ token: Id.nullable(), dateOrder: DateOrder.nullable() }), OpenedExits),
  'networks.addExits': command(z.strictObject({ token: Id }), z.strictObject({ added: Count, alreadyThere: Count }), [...touched]),

  /** Asks for a MaxMind DB file and puts it in place of the shipped database. Errors: `cancelled`, `file.refused`. */
  'networks.replaceDatabase': command(z.strictObject({ role: DatabaseRole }), AddressDatabaseView, [...touched]),
  'networks.useShipped': command(z.strictObject({ role: DatabaseRole }), AddressDatabaseView, [...touched]),
};
