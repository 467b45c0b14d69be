import type { z } from 'zod';
import {
  type HoldingView,
  type PartyDetail,
  type PartyFilter,
  type PartyId,
  type PartyName,
  PartyOverall,
  type PartyPlace,
  type PartyRow,
} from '../../../src-shared/contract/parties.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Redaction } from '../../../src-shared/model/redaction.ts';
import type { Block, ReportPage } from '../../../src-shared/model/report-page.ts';
import { undertakings, type VettingKind, type VettingResult, type VettingStanding } from '../../../src-shared/model/vetting.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { ExportCell, ExportSheet } from '../exports/index.ts';
import { cells, line, paragraph, reportFrame, tableOr } from '../reports/index.ts';
import { listed, type PartyRecord } from './store.ts';

/** A party with all that an export says of it. */
export interface RegisteredParty {
  readonly row: PartyRow;
  readonly record: PartyRecord;
  readonly signs: PartyDetail['signs'];
  readonly ultimateParents: PartyDetail['ultimateParents'];
  readonly owners: readonly HoldingView[];
  /** Checks and undertakings: where each stands, and those on record, the newest first. */
  readonly standings: readonly VettingStanding[];
  readonly vettings: readonly RegisteredVetting[];
}

/** A check or undertaking of a party, as an export says it. */
export interface RegisteredVetting {
  readonly kind: VettingKind;
  readonly doneOn: IsoDate;
  readonly doneBy: string;
  readonly nextOn: IsoDate | null;
  readonly result: VettingResult;
  readonly matter: string;
  readonly conditions: string;
}

/** The parties a filter found, with the lists they were compared with. */
export interface PartyRegister {
  /** Day rules were judged as of. */
  readonly on: IsoDate;
  readonly filter: PartyFilter;
  readonly parties: readonly RegisteredParty[];
  readonly lists: readonly {
    readonly title: string;
    readonly version: string;
    readonly day: IsoDate;
    readonly ageDays: number;
    readonly training: boolean;
  }[];
}

export interface RegisterHead {
  readonly number: string;
  readonly hash: string;
  readonly workspace: string;
  readonly exercise: boolean;
  readonly redaction: Redaction;
}

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

/** The register for paper: what it comes to, the lists and their age, each party in a line, and each sign with its reason and source. */
export function registerPage(register: PartyRegister, head: RegisterHead, text: Text): ReportPage {
  const say = text.dynamic;
  const { parties, lists } = register;
  const counts = PartyOverall.options.map((overall) => ({ overall, count: parties.filter(({ row }) => row.overall === overall).length }));
  const page = reportFrame(
    { workspace: { name: head.workspace, kind: head.exercise ? 'exercise' : 'live' }, redaction: head.redaction, on: register.on },
    {
      title: say('parties.register.numbered', { number: head.number }),
      under: filterWords(register.filter, text),
      lead: [
        {
          kind: 'pairs',
          columns: 2,
          pairs: counts.map(({ overall, count }) => ({ term: say(`parties.overall.${overall}`), value: line(String(count)) })),
        },
        paragraph(say('parties.register.words'), true),
        ...(isPractice(register) ? [paragraph(line(say('parties.register.practice'), 'strong'))] : []),
      ],
      sections: [
        {
          title: say('parties.title'),
          blocks: [
            tableOr(
              [
                [say('parties.column.name'), 3.4],
                [say('parties.column.overall'), 2],
                [say('parties.column.standing'), 2],
                [say('parties.column.tier'), 1.2],
                [say('parties.column.countries'), 1.8],
                [say('parties.column.owners'), 1.6],
              ],
              parties.map(({ row, record }) =>
                cells(
                  [record.name, record.external_id].filter((part) => part !== '').join(', '),
                  say(`parties.overall.${row.overall}`),
                  say(`parties.standing.${row.standing}`),
                  record.tier === null ? '' : say(`parties.tier.${record.tier}`),
                  countryWords(row.countries, text),
                  row.kind === 'person' ? '' : say(`parties.ownersKnown.${row.ownersKnown}`),
                ),
              ),
              say('parties.register.none'),
            ),
          ],
        },
        { title: say('parties.signs'), blocks: [signTable(parties, text)] },
        { title: say('vetting.section'), blocks: [vettingTable(parties, text)] },
        {
          title: say('parties.overall.lists'),
          blocks: [
            tableOr(
              [
                [say('screening.certificate.column.list'), 5],
                [say('screening.certificate.column.published'), 2],
                [say('screening.certificate.column.age'), 1.5],
                [say('screening.certificate.column.version'), 3.5],
              ],
              lists.map((list) =>
                cells(list.title, formatDay(list.day, text.locale), ageWords(list.ageDays, text), [{ kind: 'code', text: list.version }]),
              ),
              say('parties.overall.noLists'),
            ),
          ],
        },
      ],
      tail: [
        {
          kind: 'paragraph',
          line: [
            { kind: 'quiet', text: say('screening.certificate.hash') },
            { kind: 'code', text: head.hash },
          ],
          quiet: true,
        },
      ],
    },
    text,
  );
  return { ...page, footer: { ...page.footer, middle: say('report.kind.partyRegister') } };
}

function signTable(parties: readonly RegisteredParty[], text: Text): Block {
  const say = text.dynamic;
  const grades = ['high', 'medium', 'low'];
  const signs = parties.flatMap(({ row, signs: all }) => all.map((sign) => ({ ...sign, party: row.name })));
  return tableOr(
    [
      [say('parties.column.name'), 3],
      [say('parties.register.severity'), 1.4],
      [say('parties.register.sign'), 4.6],
      [say('parties.register.source'), 3],
    ],
    signs
      .sort((a, b) => grades.indexOf(a.severity) - grades.indexOf(b.severity))
      .map((sign) =>
        cells(
          sign.party,
          [say(`parties.severity.${sign.severity}`), sign.question ? say('parties.signs.question') : ''].filter(Boolean).join(', '),
          `${sign.title} ${sign.why}`,
          sign.citations.join('; '),
        ),
      ),
    say('parties.signs.none'),
  );
}

/** What is expected and where it stands, and what was done last, party by party. */
function vettingTable(parties: readonly RegisteredParty[], text: Text): Block {
  const say = text.dynamic;
  return tableOr(
    [
      [say('parties.column.name'), 3],
      [say('vetting.column.kind'), 3],
      [say('vetting.column.state'), 2.4],
      [say('vetting.column.result'), 3.6],
    ],
    parties.flatMap(({ row, standings, vettings }) => {
      const kinds = new Set([...standings.map(({ kind }) => kind), ...vettings.map(({ kind }) => kind)]);
      return [...kinds].map((kind) => {
        const standing = standings.find((one) => one.kind === kind);
        const last = vettings.find((one) => one.kind === kind);
        return cells(
          row.name,
          say(`vetting.kind.${kind}`),
          standing === undefined ? '' : standingWords({ ...standing, bare: true }, text),
          last === undefined ? '' : [resultWords(last, text), last.conditions, last.doneOn, last.doneBy].filter(Boolean).join(', '),
        );
      });
    }),
    say('vetting.register.none'),
  );
}

const resultWords = ({ kind, result }: RegisteredVetting, text: Text): string =>
  text.dynamic(`vetting.result.${undertakings.has(kind) ? 'agreed' : 'check'}.${result}`);

function standingWords({ kind, state, dueOn, bare = false }: VettingStanding & { readonly bare?: boolean }, text: Text): string {
  const say = text.dynamic;
  const word = [say(`vetting.state.${state}`), dueOn === null ? '' : say('vetting.stateDay', { state, day: dueOn })]
    .filter(Boolean)
    .join(', ');
  return bare ? word : `${say(`vetting.kind.${kind}`)}: ${word}`;
}

/** Only an invented list was in use: what was found is practice. */
const isPractice = ({ lists }: PartyRegister): boolean => lists.every(({ training }) => training);

/** What narrows the register, in words. */
function filterWords({ archived, text: sought, ...facets }: PartyFilter, text: Text): string {
  const say = text.dynamic;
  const group = {
    kinds: 'parties.kind',
    roles: 'parties.role',
    tiers: 'parties.tier',
    standings: 'parties.standing',
    overall: 'parties.overall',
    vettings: 'vetting.state',
  } as const;
  const parts = Object.entries(facets).flatMap(([id, values]) =>
    values === undefined || values.length === 0
      ? []
      : [
          say('parties.filter.chip', {
            name: say(`parties.filter.${id}`),
            values: values
              .map((value) => (id === 'countries' ? countryName(text.locale, value) : say(`${group[id as keyof typeof group]}.${value}`)))
              .join(', '),
          }),
        ],
  );
  return [
    say(archived ? 'parties.register.archived' : 'parties.register.all'),
    ...parts,
    ...(sought === undefined || sought.trim() === '' ? [] : [say('parties.register.sought', { text: sought })]),
  ].join(' · ');
}

const countryWord = (code: string | null, text: Text): string | null => (code === null ? null : countryName(text.locale, code));
const countryWords = (codes: readonly string[], text: Text): string => codes.map((code) => countryName(text.locale, code)).join('; ');
const ageWords = (count: number, text: Text): string => text.dynamic('screening.certificate.days', { count });

const namesOf = (record: PartyRecord): string =>
  listed<z.infer<typeof PartyName>>(record.names)
    .map((name) => name.text)
    .join('; ');

const numbersOf = (record: PartyRecord, text: Text): string =>
  listed<z.infer<typeof PartyId>>(record.identifiers)
    .map(({ kind, label, value }) => `${label === '' ? text.dynamic(`parties.identifier.${kind}`) : label} ${value}`)
    .join('; ');

const addressesOf = (record: PartyRecord, text: Text): string =>
  listed<z.infer<typeof PartyPlace>>(record.places)
    .map((place) => placeWords(place, text))
    .join('; ');

/** An address as one text; what stands apart is added where the text does not hold it already. */
function placeWords({ text: whole, city, region, country }: z.infer<typeof PartyPlace>, text: Text): string {
  const parts = [city, region, country === null ? '' : countryName(text.locale, country)].filter(
    (part) => part !== '' && !whole.toLowerCase().includes(part.toLowerCase()),
  );
  return [whole, ...parts].join(', ');
}

const ownerWords = ({ ownerName, percent }: HoldingView): string => (percent === null ? ownerName : `${ownerName} ${percent} %`);
