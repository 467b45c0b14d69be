import type { HandlersFor } from '../../../src-shared/contract/kernel.ts';
import type { peopleMethods } from '../../../src-shared/contract/people.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { PeopleContext } from './handlers.ts';
import { findPerson, personAt, stateColumn, touch } from './store.ts';
import { addTie, correctTie, eraseTies, openTies, settleStates, tiesOf } from './ties.ts';

type Handlers = Pick<HandlersFor<typeof peopleMethods>, 'people.revealTies' | 'people.saveTie' | 'people.setTieState' | 'people.eraseTies'>;

/** Citizenship, residence and US status: shown on demand, each look journalled, corrected by a new value, erased for good. */
export function createTieHandlers({ deps, detail, stamp }: PeopleContext): Handlers {
  const today = () => deps.ports.clock.today();
  const subject = (id: string) => ({ entity: 'people', id });
  return {
    'people.revealTies': ({ id, purpose }) => {
      const workspace = deps.session();
      const person = findPerson(workspace, id);
      if (person === undefined) return err({ code: 'record.notFound', entity: 'person', id });
      // A look changes nothing, but it is an entry: undo passes over it.
      return workspace.write({ method: 'people.revealTies', params: { name: person.name, purpose }, subject: subject(id) }, () =>
        ok({ ties: [...openTies(workspace, id, today())] }),
      );
    },

    'people.saveTie': ({ personId, revision, tieId, ...tie }) => {
      const workspace = deps.session();
      const fault = tieFault(tie.kind, tie.country, tie.standing);
      if (fault !== null) return err({ code: 'request.invalid', issues: [fault] });
      return workspace.write({ method: 'people.saveTie', params: { kind: tie.kind }, subject: subject(personId) }, () => {
        const person = personAt(workspace, personId, revision);
        if (!person.ok) return person;
        const at = stamp();
        if (tieId === null) addTie(workspace, personId, tie, today(), at);
        else {
          const known = tiesOf(workspace, personId).find((one) => one.id === tieId);
          if (known === undefined) return err({ code: 'record.notFound', entity: 'tie', id: tieId });
          correctTie(workspace, known, tie, today(), at);
        }
        touch(workspace, personId, at);
        return detail(workspace, personId);
      });
    },

    'people.setTieState': ({ personId, revision, kind, state }) => {
      const workspace = deps.session();
      return workspace.write({ method: 'people.setTieState', params: { kind, state }, subject: subject(personId) }, () => {
        const person = personAt(workspace, personId, revision);
        if (!person.ok) return person;
        if (tiesOf(workspace, personId).some((tie) => tie.kind === kind))
          return err({ code: 'record.conflict', entity: 'tie', detail: person.value.name.slice(0, 300) });
        workspace.db.prepare<[string, string]>(`UPDATE people SET ${stateColumn[kind]} = ? WHERE id = ?`).run(state, personId);
        settleStates(workspace, personId);
        touch(workspace, personId, stamp());
        return detail(workspace, personId);
      });
    },

    'people.eraseTies': ({ personId, revision, tieIds, reason }) => {
      const workspace = deps.session();
      const known = findPerson(workspace, personId);
      const params = { name: known?.name ?? '', reason };
      return workspace.write({ method: 'people.eraseTies', params, subject: subject(personId), undoable: false }, () => {
        const person = personAt(workspace, personId, revision);
        if (!person.ok) return person;
        eraseTies(workspace, personId, tieIds);
        touch(workspace, personId, stamp());
        return detail(workspace, personId);
      });
    },
  };
}

/** A country belongs to citizenship and residence, a standing to US status. */
function tieFault(kind: string, country: string | null, standing: string | null): string | null {
  if (kind === 'usStatus') return standing === null || country !== null ? 'standing: US status needs a standing and no country' : null;
  return country === null || standing !== null ? 'country: citizenship and residence need a country and no standing' : null;
}
