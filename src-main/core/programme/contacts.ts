import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { Contact, Contacts, contactMethods } from '../../../src-shared/contract/programme-contacts.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { atRevision, type Connection, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { programmeCatalogue } from './catalogue.ts';

type Db = Pick<Connection, 'db'>;

interface ContactRecord extends Omit<Contact, 'lastOn' | 'nextOn'> {
  readonly last_on: IsoDate | null;
  readonly next_on: IsoDate | null;
}

const contactOf = ({ last_on, next_on, ...rest }: ContactRecord): Contact => ({ ...rest, lastOn: last_on, nextOn: next_on });

const findContact = ({ db }: Db, id: string): Contact | undefined => {
  const row = prepared<[string], ContactRecord>(db, 'SELECT * FROM programme_contacts WHERE id = ?').get(id);
  return row === undefined ? undefined : contactOf(row);
};

/** Authorities and groups, those with a day first and the earliest first. */
export const allContacts = ({ db }: Db): readonly Contact[] =>
  prepared<[], ContactRecord>(db, 'SELECT * FROM programme_contacts ORDER BY next_on IS NULL, next_on, name COLLATE NOCASE, id LIMIT 500')
    .all()
    .map(contactOf);

/** Those to speak to again by a day, the earliest first. */
export const dueContacts = (db: Db, today: IsoDate): readonly Contact[] =>
  allContacts(db).filter(({ nextOn }) => nextOn !== null && nextOn <= today);

/** Answers the methods of the register of authorities and groups. */
export function createContactHandlers(deps: FeatureDeps): HandlersFor<typeof contactMethods> {
  const today = () => deps.ports.clock.today();
  const regions = () => programmeCatalogue(deps.ports.paths.resources).regions.notes;
  const view = (workspace: OpenWorkspace): Contacts => ({
    contacts: [...allContacts(workspace)],
    due: dueContacts(workspace, today()).length,
    today: today(),
    regions: regions().map(({ code, name }) => ({ code, name })),
  });
  const subject = (id: string) => ({ entity: 'programme_contacts', id });

  return {
    'programme.contacts': () => ok(view(deps.session())),

    'programme.saveContact': ({ id, revision, kind, name, topic, contact, owner, region, lastOn, nextOn, notes }) => {
      const workspace = deps.session();
      if (id !== null) {
        const found = atRevision('contact', id, revision, findContact(workspace, id));
        if (!found.ok) return found;
      }
      if (region !== null && !regions().some(({ code }) => code === region))
        return err({ code: 'record.notFound', entity: 'region', id: region });
      if (lastOn !== null && lastOn > today())
        return err({ code: 'request.invalid', issues: ['lastOn: the day lies ahead; give the day you were in touch'] });
      if (lastOn !== null && nextOn !== null && nextOn < lastOn)
        return err({ code: 'request.invalid', issues: ['nextOn: the next day lies before the last one'] });
      const key = id ?? deps.ports.ids.next();
      return workspace.write({ method: 'programme.saveContact', params: { name }, subject: subject(key) }, () => {
        prepared(
          workspace.db,
          `INSERT INTO programme_contacts (id, kind, name, topic, contact, owner, region, last_on, next_on, notes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, name = excluded.name, topic = excluded.topic, contact = excluded.contact,
             owner = excluded.owner, region = excluded.region, last_on = excluded.last_on, next_on = excluded.next_on, notes = excluded.notes,
             revision = revision + 1`,
        ).run(key, kind, name, topic, contact, owner, region, lastOn, nextOn, notes);
        return ok(view(workspace));
      });
    },

    'programme.removeContact': ({ id, revision }) => {
      const workspace = deps.session();
      const found = atRevision('contact', id, revision, findContact(workspace, id));
      if (!found.ok) return found;
      return workspace.write({ method: 'programme.removeContact', params: { name: found.value.name }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM programme_contacts WHERE id = ?').run(id);
        return ok(view(workspace));
      });
    },
  };
}
