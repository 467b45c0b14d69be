import type { FlagAnswer, FlagLine, FlagsOf } from '../../../src-shared/contract/red-flags.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { PlaceSign } from '../../../src-shared/model/place-sign.ts';
import { type RedFlag, RedFlagCategory } from '../../../src-shared/model/red-flag-rules.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { partiesText } from '../../../src-shared/text/en/parties.ts';
import { redFlagText } from '../../../src-shared/text/en/red-flags.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { type Connection, prepared } from '../db/index.ts';

type Db = Pick<Connection, 'db'>;
type Packs = readonly RulePack[];
const text = createText<Record<string, string>>('en', { ...partiesText, ...redFlagText });

/** What somebody said of a red flag on a party. What it said stays with the answer, so that a later pack changes nothing of it. */
export interface FlagRecord {
  readonly party_id: string;
  readonly flag: string;
  readonly says: string;
  readonly category: RedFlagCategory;
  readonly citation: string;
  readonly state: 'noSign' | 'seen';
  readonly note: string;
  readonly said_by: string;
  readonly said_on: string;
  readonly resolution: string;
  readonly resolved_by: string;
  readonly resolved_on: string | null;
}

/** Flags of the packs in use, by id, with the words of their citation. */
export const flagsIn = (packs: Packs): ReadonlyMap<string, RedFlag> =>
  new Map(packs.flatMap(({ redFlags }) => (redFlags?.flags ?? []).map((flag) => [flag.id, flag] as const)));

export const answersOf = ({ db }: Db, partyId: string): ReadonlyMap<string, FlagRecord> =>
  new Map(
    prepared<[string], FlagRecord>(db, 'SELECT * FROM party_flags WHERE party_id = ? ORDER BY flag')
      .all(partyId)
      .map((row) => [row.flag, row]),
  );

const isOpen = ({ state, resolved_on }: FlagRecord): boolean => state === 'seen' && resolved_on === null;

const answerOf = (row: FlagRecord): FlagAnswer => ({
  state: row.state === 'seen' && row.resolved_on !== null ? 'resolved' : row.state,
  note: row.note,
  by: row.said_by,
  on: isoDate(row.said_on),
  resolution: row.resolution,
  resolvedBy: row.resolved_by,
  resolvedOn: row.resolved_on === null ? null : isoDate(row.resolved_on),
});

/** The whole checklist of a party: flags of the packs in use, and those answered once that no pack holds any more. */
export function flagsOf(connection: Db, packs: Packs, partyId: string): FlagsOf {
  const answers = answersOf(connection, partyId);
  const known = flagsIn(packs);
  const lines = [...known.values()].map(({ id, number, citation, status, ...flag }): FlagLine => {
    const answer = answers.get(id);
    return {
      ...{ id, text: flag.text, category: flag.category, confidence: flag.confidence, number: number ?? null },
      citation: { label: citation.locator, standing: citation.standing },
      status: status ?? null,
      answer: answer === undefined ? null : answerOf(answer),
      current: true,
    };
  });
  const gone = [...answers.values()]
    .filter(({ flag }) => !known.has(flag))
    .map(
      (row): FlagLine => ({
        ...{ id: row.flag, text: row.says, category: row.category, confidence: 'unknown', number: null, status: null },
        citation: { label: row.citation, standing: 'claimed' },
        answer: answerOf(row),
        current: false,
      }),
    );
  const order = (line: FlagLine) => RedFlagCategory.options.indexOf(line.category);
  const rules = packs.flatMap(({ redFlags }) => redFlags ?? []);
  return {
    flags: [...lines, ...gone].sort((a, b) => order(a) - order(b)),
    open: [...answers.values()].filter(isOpen).length,
    looked: answers.size,
    duties: [...new Set(rules.flatMap(({ duties }) => duties))],
    asOf: rules[0]?.asOf ?? null,
  };
}

/** Flags that were seen and are not resolved, as signs, by party: known and grave, so that nobody goes on past one. */
export function openFlagSigns({ db }: Db, partyId: string | null): ReadonlyMap<string, readonly PlaceSign[]> {
  const rows = prepared<[string | null, string | null], FlagRecord>(
    db,
    "SELECT * FROM party_flags WHERE state = 'seen' AND resolved_on IS NULL AND (? IS NULL OR party_id = ?) ORDER BY party_id, flag",
  ).all(partyId, partyId);
  const found = new Map<string, PlaceSign[]>();
  for (const row of rows) {
    const own = found.get(row.party_id) ?? [];
    found.set(row.party_id, own);
    own.push({
      kind: 'redFlag',
      severity: 'high',
      title: text.dynamic('redFlags.sign', { flag: row.says }).slice(0, 300),
      why: text.dynamic('redFlags.sign.why', { note: row.note, by: row.said_by, day: row.said_on }).slice(0, 1000),
      question: false,
      citations: [row.citation],
    });
  }
  return found;
}

/** A party with flags that are open: how many, and since when. */
export interface FlaggedParty {
  readonly id: string;
  readonly name: string;
  readonly count: number;
  readonly since: string;
  /** The first of them. */
  readonly flag: string;
}

/** Parties in use with open flags, the longest open first. */
export const flaggedParties = ({ db }: Db): readonly FlaggedParty[] =>
  prepared<[], FlaggedParty>(
    db,
    `SELECT p.id, p.name, count(*) AS count, min(f.said_on) AS since, min(f.says) AS flag FROM party_flags f
     JOIN parties p ON p.id = f.party_id AND p.archived_at IS NULL
     WHERE f.state = 'seen' AND f.resolved_on IS NULL GROUP BY p.id ORDER BY since, p.id`,
  ).all();
