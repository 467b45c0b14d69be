import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { networkTags } from '../../../src-shared/model/network.ts';

/** Bytes of the company's own address databases and lists, packed, in pieces of 1 MiB. They are never changed; the same content is kept once. */
export const networkPieces = sqliteTable('network_pieces', {
  /** SHA-256 of the packed bytes, hex. */
  sha256: text('sha256').notNull(),
  /** Place of the piece, from 0. */
  place: integer('place').notNull(),
  /** At most 1 MiB. */
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
});

/** Address databases that the company put in place of the shipped ones. */
export const networkDatabases = sqliteTable('network_databases', {
  /** Which of the three it stands for: first country, second country, network operator. */
  role: text('role', { enum: ['country', 'country2', 'operator'] }).primaryKey(),
  /** What the file calls itself. */
  name: text('name').notNull(),
  /** Day it was built, as the file says. */
  day: text('day').notNull(),
  /** Ranges of addresses with an answer. */
  ranges: integer('ranges').notNull(),
  /** Key of its bytes in `network_pieces`. */
  sha256: text('sha256').notNull(),
  /** The file it came from. */
  fileName: text('file_name').notNull(),
  /** Who added it. */
  addedBy: text('added_by').notNull(),
  /** When, UTC. */
  addedAt: text('added_at').notNull(),
});

/** Lists of networks of one kind that the company loaded. */
export const networkLists = sqliteTable('network_lists', {
  /** Unguessable id. */
  id: text('id').primaryKey(),
  /** As the company calls it. */
  name: text('name').notNull(),
  /** Kind of network it lists. */
  tag: text('tag', { enum: networkTags }).notNull(),
  /** Day the list is of; null where nobody said. */
  day: text('day'),
  /** Networks listed by number. */
  networks: integer('networks').notNull(),
  /** Ranges of addresses listed. */
  ranges: integer('ranges').notNull(),
  /** Key of its bytes in `network_pieces`. */
  sha256: text('sha256').notNull(),
  /** The file it came from. */
  fileName: text('file_name').notNull(),
  /** Who added it. */
  addedBy: text('added_by').notNull(),
  /** When, UTC. */
  addedAt: text('added_at').notNull(),
  /** Rises by one with each change; a write that names an older one is refused. */
  revision: integer('revision').notNull().default(0),
});

/** Networks the company knows and accepts: no finding for being a VPN, hosting or Tor network. */
export const networkAllowed = sqliteTable('network_allowed', {
  /** Unguessable id. */
  id: text('id').primaryKey(),
  /** `AS64500`, a prefix, a range or one address. */
  network: text('network').notNull(),
  /** Why the company accepts it. */
  reason: text('reason').notNull(),
  /** Who added it. */
  addedBy: text('added_by').notNull(),
  /** When, UTC. */
  addedAt: text('added_at').notNull(),
  /** Rises by one with each change; a write that names an older one is refused. */
  revision: integer('revision').notNull().default(0),
});

/** Addresses at which the company's own people and gateways leave its network. */
export const networkExits = sqliteTable('network_exits', {
  /** Unguessable id. */
  id: text('id').primaryKey(),
  /** Site or gateway. */
  label: text('label').notNull(),
  /** A prefix, a range or one address. */
  network: text('network').notNull(),
  /** First day of use; null is open. */
  fromDay: text('from_day'),
  /** Last day of use, included; null is open. */
  untilDay: text('until_day'),
  /** Who added it. */
  addedBy: text('added_by').notNull(),
  /** When, UTC. */
  addedAt: text('added_at').notNull(),
  /** Rises by one with each change; a write that names an older one is refused. */
  revision: integer('revision').notNull().default(0),
});
