import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportCell, ExportSheet } from '../exports/index.ts';
import type { PartyRegister, RegisteredParty, RegisterHead } from './register.ts';
import {
  addressesOf,
  ageWords,
  countryWord,
  countryWords,
  filterWords,
  isPractice,
  namesOf,
  numbersOf,
  ownerWords,
  resultWords,
  standingWords,
} from './register-words.ts';
import { listed } from './store.ts';

/**
 * The register as a workbook: one row a party under the titles that an import reads again, then signs, owners, and what the words rest on.
 * The first sheet alone is the CSV.
 */
export function registerSheets(register: PartyRegister, head: RegisterHead, text: Text): readonly ExportSheet[] {
  const say = text.dynamic;
  const columns: readonly (readonly [string, number, (party: RegisteredParty) => ExportCell])[] = [
    [say('parties.import.externalId'), 16, ({ record }) => record.external_id],
    [say('parties.import.name'), 36, ({ record }) => record.name],
    [say('parties.import.kind'), 14, ({ record }) => say(`parties.kind.${record.kind}`)],
    [say('parties.import.roles'), 22, ({ row }) => row.roles.map((role) => say(`parties.role.${role}`)).join('; ')],
    [say('parties.column.overall'), 20, ({ row }) => say(`parties.overall.${row.overall}`)],
    [say('parties.column.standing'), 22, ({ row }) => say(`parties.standing.${row.standing}`)],
    [say('parties.column.openHits'), 10, ({ row }) => row.openHits],
    [say('parties.column.screenedOn'), 12, ({ row }) => row.screenedOn],
    [say('parties.column.vetting'), 30, ({ standings }) => standings.map((one) => standingWords(one, text)).join('; ')],
    [say('parties.column.signs'), 40, ({ signs }) => signs.map(({ title }) => title).join('; ')],
    [say('parties.import.tier'), 12, ({ record }) => (record.tier === null ? null : say(`parties.tier.${record.tier}`))],
    [say('parties.import.tierReason'), 30, ({ record }) => record.tier_reason],
    [say('parties.import.registrationCountry'), 14, ({ record }) => countryWord(record.registration_country, text)],
    [say('parties.import.headquartersCountry'), 14, ({ record }) => countryWord(record.headquarters_country, text)],
    [say('parties.import.operationCountries'), 20, ({ record }) => countryWords(listed<string>(record.operation_countries), text)],
    [say('parties.import.nationalities'), 16, ({ record }) => countryWords(listed<string>(record.nationalities), text)],
    [say('parties.import.birth'), 12, ({ record }) => record.birth],
    [say('parties.import.gender'), 10, ({ record }) => (record.gender === null ? null : say(`parties.gender.${record.gender}`))],
    [say('parties.import.aliases'), 30, ({ record }) => namesOf(record)],
    [say('parties.import.identifiers'), 30, ({ record }) => numbersOf(record, text)],
    [say('parties.addresses'), 40, ({ record }) => addressesOf(record, text)],
    [say('parties.import.owners'), 34, ({ owners }) => owners.map((one) => ownerWords(one)).join('; ')],
    [say('parties.register.ownersKnown'), 16, ({ row }) => (row.kind === 'person' ? null : say(`parties.ownersKnown.${row.ownersKnown}`))],
    [say('parties.ownership.parents'), 30, ({ ultimateParents }) => ultimateParents.map(({ name }) => name).join('; ')],
    [say('parties.import.business'), 24, ({ record }) => record.business],
    [say('parties.import.website'), 20, ({ record }) => record.website],
    [say('parties.import.owner'), 18, ({ record }) => record.owner],
    [say('parties.import.note'), 30, ({ record }) => record.note],
  ];
  return [
    {
      name: say('parties.title'),
      columns: columns.map(([title, width]) => ({ title, width })),
      rows: register.parties.map((party) => columns.map(([, , cell]) => cell(party))),
    },
    {
      name: say('parties.column.signs'),
      columns: [
        { title: say('parties.import.name'), width: 36 },
        { title: say('parties.register.severity'), width: 10 },
        { title: say('parties.register.sign'), width: 50 },
        { title: say('parties.register.why'), width: 80 },
        { title: say('parties.signs.question'), width: 10 },
        { title: say('parties.register.source'), width: 50 },
      ],
      rows: register.parties.flatMap(({ row, signs }) =>
        signs.map((sign) => [
          row.name,
          say(`parties.severity.${sign.severity}`),
          sign.title,
          sign.why,
          sign.question ? say('parties.signs.question') : null,
          sign.citations.join('; '),
        ]),
      ),
    },
    {
      name: say('parties.column.owners'),
      columns: [
        { title: say('parties.chart.owner'), width: 36 },
        { title: say('parties.chart.of'), width: 36 },
        { title: say('parties.ownership.column.holds'), width: 22 },
        { title: `${say('parties.ownership.column.share')} %`, width: 10 },
        { title: say('parties.ownership.from'), width: 12 },
        { title: say('parties.ownership.until'), width: 12 },
        { title: say('parties.ownership.evidence'), width: 40 },
        { title: say('parties.ownership.evidenceOn'), width: 12 },
      ],
      rows: register.parties.flatMap(({ owners }) =>
        owners.map((one) => [
          one.ownerName,
          one.ownedName,
          say(`parties.holding.${one.kind}`),
          one.percent,
          one.from,
          one.until,
          one.evidence,
          one.evidenceOn,
        ]),
      ),
    },
    {
      name: say('vetting.register.sheet'),
      columns: [
        { title: say('parties.import.name'), width: 36 },
        { title: say('vetting.column.kind'), width: 30 },
        { title: say('vetting.column.day'), width: 12 },
        { title: say('vetting.column.result'), width: 22 },
        { title: say('vetting.column.by'), width: 24 },
        { title: say('vetting.column.matter'), width: 60 },
        { title: say('vetting.field.conditions'), width: 40 },
        { title: say('vetting.column.next'), width: 12 },
      ],
      rows: register.parties.flatMap(({ row, vettings }) =>
        vettings.map((one) => [
          row.name,
          say(`vetting.kind.${one.kind}`),
          one.doneOn,
          resultWords(one, text),
          one.doneBy,
          one.matter,
          one.conditions,
          one.nextOn,
        ]),
      ),
    },
    {
      name: say('parties.register.about'),
      columns: [
        { title: say('parties.register.numbered', { number: head.number }), width: 60 },
        { title: '', width: 16 },
        { title: '', width: 60 },
      ],
      rows: [
        [head.workspace, null, head.exercise ? say('report.exerciseBanner') : null],
        [say('report.judgedAsOf', { day: formatDay(register.on, text.locale) }), null, null],
        [filterWords(register.filter, text), register.parties.length, null],
        [say('parties.register.words'), null, null],
        ...(isPractice(register) ? [[say('parties.register.practice'), null, null]] : []),
        ...register.lists.map((list): ExportCell[] => [list.title, list.day, `${list.version}, ${ageWords(list.ageDays, text)}`]),
        [say('screening.certificate.hash'), null, head.hash],
        [say('report.prepared'), null, null],
      ],
    },
  ];
}
