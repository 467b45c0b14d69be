import type { z } from 'zod';
import type { HoldingView, PartyName } from '../../../src-shared/contract/parties.ts';
import { hidesPeople } from '../../../src-shared/model/redaction.ts';
import type { Withholding } from '../reports/index.ts';
import type { PartyRegister, RegisteredParty } from './register.ts';
import { listed, type PartyRecord } from './store.ts';

/**
 * The register for a reader who may not see everybody in it. A party that is a person keeps its kind, roles and standing; its names are hidden, and
 * its numbers, addresses, birth and own words are left out, since each of them tells who it is.
 */
export function hiddenRegister(
  register: PartyRegister,
  { redaction, hide }: Withholding,
  isPerson: (id: string) => boolean,
): PartyRegister {
  const named = (id: string) => (hidesPeople(redaction) && isPerson(id) ? hide.person : hide.words);
  const holding = (one: HoldingView): HoldingView => ({
    ...one,
    ownerName: named(one.ownerId)(one.ownerName),
    ownedName: named(one.ownedId)(one.ownedName),
    evidence: hide.words(one.evidence),
  });
  const party = (one: RegisteredParty): RegisteredParty => {
    const person = hidesPeople(redaction) && one.row.kind === 'person';
    const name = (person ? hide.person : hide.words)(one.record.name);
    const names = listed<z.infer<typeof PartyName>>(one.record.names).map((each) => ({ ...each, text: hide.words(each.text) }));
    const telling: Partial<PartyRecord> = person
      ? { external_id: '', names: '[]', identifiers: '[]', places: '[]', birth: '', website: '', business: '', note: '' }
      : { names: JSON.stringify(names), business: hide.words(one.record.business), note: hide.words(one.record.note) };
    return {
      ...one,
      vettings: one.vettings.map((each) => ({
        ...each,
        doneBy: hide.person(each.doneBy),
        matter: hide.words(each.matter),
        conditions: hide.words(each.conditions),
      })),
      row: { ...one.row, name },
      record: {
        ...one.record,
        name,
        owner: hide.person(one.record.owner),
        tier_reason: hide.words(one.record.tier_reason),
        owners_reason: hide.words(one.record.owners_reason),
        ...telling,
      },
      signs: one.signs.map((sign) => ({ ...sign, title: hide.words(sign.title), why: hide.words(sign.why) })),
      ultimateParents: one.ultimateParents.map((parent) => ({ ...parent, name: named(parent.id)(parent.name) })),
      owners: one.owners.map(holding),
    };
  };
  const { text } = register.filter;
  return {
    ...register,
    filter: text === undefined ? register.filter : { ...register.filter, text: hide.words(text) },
    parties: register.parties.map(party),
  };
}
