import type { LookUp, LookUpSign } from '../../../src-shared/contract/screening.ts';
import type { IsoDate, IsoInstant } from '../../../src-shared/model/dates.ts';
import type { Block, Line, ReportPage, TableRow } from '../../../src-shared/model/report-page.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import { formatDay, formatInstant } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { line, type Withholding } from '../reports/index.ts';

/** What a certificate says: who was screened against which versions under which thresholds, and what came of it. */
export interface Certificate {
  readonly of: 'lookUp' | 'subject' | 'run';
  readonly title: string;
  readonly screenedAt: IsoInstant;
  readonly on: IsoDate;
  readonly by: string;
  readonly engine: string;
  readonly profile: ScreeningProfile;
  readonly lists: LookUp['lists'];
  readonly names: readonly CertifiedName[];
}

export interface CertifiedName {
  /** A person, or somebody of whom nothing says that it is none. */
  readonly person: boolean;
  readonly name: string;
  readonly about: string;
  /** Beside the lists: places, and owners where a register knows them. */
  readonly signs: readonly LookUpSign[];
  readonly hits: readonly {
    readonly list: string;
    /** The entry is a person's: its name tells who was screened, as it is nearly the same. */
    readonly person: boolean;
    readonly entry: string;
    readonly matched: string;
    readonly score: number;
    readonly state: string;
    readonly decision: string;
  }[];
}

/** A certificate for a reader who may not see everybody in it. */
export function hiddenCertificate(certificate: Certificate, { hide }: Withholding): Certificate {
  const named = (person: boolean) => (person ? hide.person : hide.words);
  const [only] = certificate.names;
  return {
    ...certificate,
    by: hide.person(certificate.by),
    title: named(certificate.of === 'subject' && only?.person === true)(certificate.title),
    names: certificate.names.map((one) => ({
      ...one,
      name: named(one.person)(one.name),
      about: hide.words(one.about),
      signs: one.signs.map((sign) => ({ ...sign, text: hide.words(sign.text) })),
      hits: one.hits.map((hit) => ({
        ...hit,
        entry: named(one.person || hit.person)(hit.entry),
        matched: named(one.person || hit.person)(hit.matched),
        decision: hide.words(hit.decision),
      })),
    })),
  };
}

/** Lays a certificate out as blocks of finished text. The hash is of what it says, so that a changed copy can be told. */
export function certificatePage(
  certificate: Certificate,
  head: { readonly number: string; readonly workspace: string; readonly exercise: boolean; readonly hash: string },
  text: Text,
): ReportPage {
  const say = text.dynamic;
  const number = say('screening.certificate.numbered', { number: head.number });
  const withHits = certificate.names.filter(({ hits }) => hits.length > 0);
  const open = certificate.names.filter(({ hits }) => hits.some(({ state }) => state !== 'falsePositive'));
  const signed = certificate.names.filter(({ signs }) => signs.length > 0);
  const mark = open.length > 0 || signed.length > 0 ? 'triangle' : 'info';
  const counts = { names: certificate.names.length, open: open.length, hits: withHits.length, signed: signed.length };
  return {
    title: `${number}, ${certificate.title}`,
    language: text.locale,
    header: {
      left: [head.workspace, ...(head.exercise ? [say('report.exerciseMark')] : [])],
      right: [number, say('screening.certificate.screenedOn', { day: formatDay(certificate.on, text.locale) })],
    },
    footer: {
      left: say('report.prepared'),
      middle: say('report.kind.screeningCertificate'),
      pageOf: say('report.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      ...(head.exercise ? [{ kind: 'banner', text: say('report.exerciseBanner') } as const] : []),
      {
        kind: 'title',
        text: certificate.title,
        under: say('screening.certificate.under', {
          at: formatInstant(certificate.screenedAt, text.locale),
          by: certificate.by,
        }),
      },
      {
        kind: 'verdict',
        mark,
        word: say(
          open.length > 0
            ? 'screening.certificate.verdictOpen'
            : signed.length > 0
              ? 'screening.certificate.verdictSigns'
              : 'screening.certificate.verdictNone',
        ),
        sentence: line(
          [
            say(open.length > 0 ? 'screening.certificate.sentenceOpen' : 'screening.certificate.sentenceNone', counts),
            signed.length > 0 ? say('screening.certificate.sentenceSigns', counts) : '',
          ]
            .filter(Boolean)
            .join(' '),
        ),
        pairs: [
          { term: say('screening.certificate.names'), value: line(String(counts.names)) },
          { term: say('screening.certificate.engine'), value: line(certificate.engine) },
        ],
      },
      heading(1, say('screening.certificate.names')),
      namesTable(certificate.names, text),
      heading(2, say('screening.certificate.hits')),
      ...(withHits.length === 0 ? [paragraph(say('screening.certificate.noHits'))] : [hitsTable(withHits, text)]),
      heading(3, say('screening.certificate.signs')),
      ...(signed.length === 0 ? [paragraph(say('screening.certificate.noSigns'))] : [signsTable(signed, text)]),
      heading(4, say('screening.certificate.lists')),
      listsTable(certificate.lists, text),
      heading(5, say('screening.certificate.thresholds')),
      {
        kind: 'pairs',
        columns: 1,
        pairs: Object.entries(certificate.profile.thresholds).map(([key, { review, strong }]) => ({
          term: key === '*' ? say('screening.certificate.allLists') : key,
          value: line(say('screening.certificate.threshold', { review: review.toFixed(2), strong: strong.toFixed(2) })),
        })),
      },
      heading(6, say('screening.certificate.limits')),
      paragraph(say('screening.certificate.limitsText')),
      {
        kind: 'paragraph',
        line: [
          { kind: 'quiet', text: say('screening.certificate.hash') },
          { kind: 'code', text: head.hash },
        ],
        quiet: true,
      },
    ],
  };
}

const heading = (number: number, title: string): Block => ({ kind: 'heading', number, text: title });
const paragraph = (words: string): Block => ({ kind: 'paragraph', line: line(words), quiet: false });
const row = (...values: readonly (string | Line)[]): TableRow => ({
  kind: 'cells',
  cells: values.map((value) => (typeof value === 'string' ? line(value) : value)),
});

function namesTable(names: readonly CertifiedName[], text: Text): Block {
  const say = text.dynamic;
  return {
    kind: 'table',
    columns: [
      { title: say('screening.certificate.column.name'), share: 6 },
      { title: say('screening.certificate.column.about'), share: 3 },
      { title: say('screening.certificate.column.result'), share: 3 },
    ],
    rows: names.map(({ name, about, hits }) =>
      row(name, about, hits.length === 0 ? say('screening.certificate.none') : say('screening.certificate.some', { count: hits.length })),
    ),
  };
}

function signsTable(names: readonly CertifiedName[], text: Text): Block {
  const say = text.dynamic;
  return {
    kind: 'table',
    columns: [
      { title: say('parties.register.severity'), share: 1.5 },
      { title: say('parties.register.sign'), share: 10.5 },
    ],
    rows: names.flatMap(({ name, signs }): TableRow[] => [
      { kind: 'group', cells: [line(name)] },
      ...signs.map((sign) => row(say(`parties.severity.${sign.severity}`), sign.text)),
    ]),
  };
}

function hitsTable(names: readonly CertifiedName[], text: Text): Block {
  const say = text.dynamic;
  return {
    kind: 'table',
    columns: [
      { title: say('screening.certificate.column.entry'), share: 5 },
      { title: say('screening.certificate.column.list'), share: 2 },
      { title: say('screening.certificate.column.score'), share: 1 },
      { title: say('screening.certificate.column.state'), share: 4 },
    ],
    rows: names.flatMap(({ name, hits }): TableRow[] => [
      { kind: 'group', cells: [line(name)] },
      ...hits.map((hit) =>
        row(
          hit.matched === hit.entry ? hit.entry : say('screening.certificate.asName', { entry: hit.entry, matched: hit.matched }),
          hit.list,
          hit.score.toFixed(2),
          [hit.state === '' ? '' : say(`screening.state.${hit.state}`), hit.decision].filter(Boolean).join('. '),
        ),
      ),
    ]),
  };
}

function listsTable(lists: LookUp['lists'], text: Text): Block {
  const say = text.dynamic;
  return {
    kind: 'table',
    columns: [
      { title: say('screening.certificate.column.list'), share: 5 },
      { title: say('screening.certificate.column.published'), share: 2 },
      { title: say('screening.certificate.column.age'), share: 1.5 },
      { title: say('screening.certificate.column.version'), share: 3.5 },
    ],
    rows: lists.map(({ title, published, ageDays, version }) =>
      row(
        title,
        published === null ? say('screening.certificate.dayUnknown') : formatDay(published, text.locale),
        ageDays === null ? '' : say('screening.certificate.days', { count: ageDays }),
        [{ kind: 'code', text: version }],
      ),
    ),
  };
}
