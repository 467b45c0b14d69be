import type { z } from 'zod';
import type {
  AccessFinding,
  ExclusionRow,
  FindingDecision,
  FindingLine,
  FindingQuestion,
  FindingState,
} from '../../../src-shared/contract/access.ts';
import type { ActionKind } from '../../../src-shared/model/access-events.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { type Connection, prepared } from '../db/index.ts';
import { aboutOf, allAnswers, type StoredAnswer } from './answers.ts';
import { assetsOf, type FindingRow, findFinding, labelOf } from './finding-rows.ts';
import type { FindingBody } from './judge/packing.ts';

interface DecisionRow {
  readonly state: FindingState;
  readonly reason: string;
  readonly decided_by: string;
  readonly decided_at: string;
  readonly review_on: string | null;
  readonly fingerprint: string;
  readonly ground: string;
}

/** Decisions on a finding, newest first. */
export const decisionsOn = ({ db }: Pick<Connection, 'db'>, findingId: string): readonly DecisionRow[] =>
  prepared<[string], DecisionRow>(
    db,
    'SELECT state, reason, decided_by, decided_at, review_on, fingerprint, ground FROM access_decisions WHERE finding_id = ? ORDER BY decided_at DESC, id DESC',
  ).all(findingId);

const instant = (ts: number | null): string | null => (ts === null ? null : new Date(ts).toISOString());

const movedSince = (row: Pick<FindingRow, 'fingerprint' | 'gone'>, decision: Pick<DecisionRow, 'fingerprint'> | undefined): boolean =>
  decision !== undefined && (row.gone === 1 || decision.fingerprint !== row.fingerprint);

/** A finding as lists show it. */
export function lineOf(
  row: FindingRow & { readonly body: FindingBody },
  decision: DecisionRow | undefined,
  answers: ReadonlyMap<string, StoredAnswer>,
): FindingLine {
  return {
    id: row.id,
    label: labelOf(row.number),
    type: row.type,
    title: row.title,
    severity: row.severity,
    confidence: row.confidence,
    state: decision?.state ?? 'open',
    groundMoved: movedSince(row, decision),
    person: row.person_id === null ? null : { id: row.person_id, name: row.person_name.slice(0, 300) },
    account: row.account?.slice(0, 300) ?? null,
    asset: row.asset_id === null ? null : { id: row.asset_id, name: row.asset_name.slice(0, 300) },
    assetCount: assetsOf(row).length,
    events: row.event_count,
    firstAt: instant(row.first_ts),
    lastAt: instant(row.last_ts),
    openQuestions: row.body.questions.filter((question) => {
      const answer = answers.get(`${aboutOf(row, question)} ${question.id}`)?.answer;
      return answer === undefined || answer === 'unknown';
    }).length,
  };
}

const kindWords: Readonly<Record<ActionKind, string>> = {
  readTechnology: 'Technology, read or copied',
  readSource: 'Source code, cloned or read',
  readWeights: 'Weights, downloaded or inspected',
  readNotebook: 'Notebook, opened',
  use: 'Use only, no sight of technology',
  signIn: 'Sign-in',
  administer: 'Administration',
  other: 'Not named by the log',
};

const exclusionTitles: Readonly<Record<string, string>> = {
  'notForeignPerson.citizen': 'Citizen of the home country',
  'notForeignPerson.permanentResident': 'Permanent resident of the home country',
  'notForeignPerson.protectedIndividual': 'Protected individual',
  'published.734.7': 'Published',
  'fundamentalResearch.734.8': 'Fundamental research',
  objectCode: 'Object code only',
  noReleaseOfTechnology: 'Mere use, nothing shown',
  noListedEntry: 'Not controlled for this nationality',
  authorisation: 'Licence valid at that time',
};

/** Questions whose answer settles an exclusion. */
const settles: Readonly<Record<string, string>> = {
  'person.protected': 'notForeignPerson.protectedIndividual',
  'asset.published': 'published.734.7',
  'asset.fundamentalResearch': 'fundamentalResearch.734.8',
  'finding.authorisation': 'authorisation',
};

/** The whole of a finding: what a page shows. Undefined where there is none of that id. */
export function findingView(
  connection: Pick<Connection, 'db'>,
  id: string,
  today: IsoDate,
  placeName: (country: string) => string,
): AccessFinding | undefined {
  const row = findFinding(connection, id);
  if (row === undefined) return undefined;
  const { body } = row;
  const answers = allAnswers(connection);
  const decisions = decisionsOn(connection, id);
  const questions = body.questions.map((question): FindingQuestion => {
    const said = answers.get(`${aboutOf(row, question)} ${question.id}`);
    return {
      id: question.id,
      ask: question.ask.slice(0, 600),
      about: question.about,
      field: question.field,
      owner: null,
      answer: said?.answer ?? null,
      answeredAt: said?.answered_at ?? null,
      note: said?.source.slice(0, 2000) ?? '',
    };
  });
  const decision = decisions[0];
  return {
    ...lineOf(row, decision, answers),
    revision: decisions.length,
    assets: assetsOf(row)
      .slice(0, 500)
      .map(({ id: assetId, name }) => ({ id: assetId, name: name.slice(0, 300) })),
    summary: body.summary.slice(0, 2000),
    actionKind: body.actionKind,
    releaseWords: body.actionKind === null ? null : kindWords[body.actionKind],
    where: body.countries.length === 0 ? null : body.countries.map(placeName).join(', ').slice(0, 200),
    whereDetail: body.countries.length === 0 || body.dataDay === null ? null : `Located with data of ${body.dataDay}`,
    why: body.why.slice(0, 40).map((text) => text.slice(0, 1000)),
    citations: body.citations.slice(0, 40).map((text) => text.slice(0, 300)),
    exclusions: body.exclusions.slice(0, 40).map((test): z.infer<typeof ExclusionRow> => {
      const question = questions.find((one) => settles[one.id] === test.code && one.answer !== null && one.answer !== 'unknown');
      return {
        code: test.code.slice(0, 80),
        title: (test.title ?? exclusionTitles[test.code] ?? test.code).slice(0, 200),
        rule: test.citation.slice(0, 200),
        known: (question === undefined ? test.because : `Answered ${question.answer}: ${question.note}`).slice(0, 600),
        result: question === undefined ? test.result : question.answer === 'yes' ? 'applies' : 'doesNotApply',
      };
    }),
    questions: questions.slice(0, 40),
    decisions: decisions.slice(0, 100).map(
      (one): z.infer<typeof FindingDecision> => ({
        state: one.state,
        reason: one.reason,
        by: one.decided_by,
        at: one.decided_at,
        reviewOn: one.review_on as IsoDate | null,
      }),
    ),
    foundOn: row.found_on as IsoDate,
    judgedOn: row.judged_on as IsoDate,
    dataAgeDays: body.dataDay === null ? null : Math.max(0, Math.round((Date.parse(today) - Date.parse(body.dataDay)) / 86_400_000)),
    groundChanges: decision === undefined ? [] : groundChanges(row, decision),
  };
}

/** What moved under a decided finding, in plain words. */
function groundChanges(row: FindingRow & { readonly body: FindingBody }, decision: DecisionRow): string[] {
  if (row.gone === 1) return ['The last run does not find it any more.'];
  if (decision.fingerprint === row.fingerprint) return [];
  const then = JSON.parse(decision.ground) as FindingBody['ground'];
  const now = row.body.ground;
  const names = [...new Set([...Object.keys(then), ...Object.keys(now)])];
  const changes = names.flatMap((name) => {
    const [before, after] = [then[name] ?? '', now[name] ?? ''];
    if (before === after) return [];
    if (name === 'export to') return ['It counts as an export to another country than before.'];
    if (name === 'which events') return then['events'] === now['events'] ? ['It rests on other events.'] : [];
    return [`${name}: ${before === '' ? 'nothing' : before} before, ${after === '' ? 'nothing' : after} now`.slice(0, 600)];
  });
  return changes.slice(0, 20);
}
