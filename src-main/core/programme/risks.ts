import type { RiskDetail, RiskRowView, RiskStarter, RiskSummaryView } from '../../../src-shared/contract/programme.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { capabilityField, capabilityIds } from '../../../src-shared/model/fields/model-fields.ts';
import type { RiskTreatment } from '../../../src-shared/model/programme.ts';
import {
  bandOf,
  compareRisks,
  type RatedRisk,
  scoreOf,
  signObstacles,
  standingScore,
  summariseRisks,
} from '../../engine/programme/index.ts';
import { type Connection, prepared } from '../db/index.ts';
import { knownText, modelsOnTheWay } from '../inventory/index.ts';

type Db = Pick<Connection, 'db'>;

export interface RiskRecord {
  readonly id: string;
  readonly title: string;
  readonly assessed_on: IsoDate;
  readonly cause: RiskSummaryView['cause'];
  readonly cause_note: string;
  readonly conclusion: string;
  readonly signed_by: string;
  readonly signed_on: IsoDate | null;
  readonly sign_note: string;
  readonly packs: string;
  readonly created_at: string;
  readonly revision: number;
}

export interface RiskRowRecord {
  readonly id: string;
  readonly risk_id: string;
  readonly asset_id: string | null;
  readonly asset_name: string;
  readonly country: string;
  readonly end_use: string;
  readonly misuse: string;
  readonly likelihood: number | null;
  readonly effect: number | null;
  readonly likelihood_after: number | null;
  readonly effect_after: number | null;
  readonly safeguards: string;
  readonly treatment: RiskTreatment | null;
  readonly owner: string;
  readonly due: IsoDate | null;
  readonly note: string;
  readonly rank: number;
  readonly revision: number;
}

export const findRisk = ({ db }: Db, id: string): RiskRecord | undefined =>
  prepared<[string], RiskRecord>(db, 'SELECT * FROM risk_assessments WHERE id = ?').get(id);

/** Newest first. */
export const allRisks = ({ db }: Db): RiskRecord[] =>
  prepared<[], RiskRecord>(db, 'SELECT * FROM risk_assessments ORDER BY assessed_on DESC, created_at DESC LIMIT 500').all();

export const riskRowsOf = ({ db }: Db, riskId: string): RiskRowRecord[] =>
  prepared<[string], RiskRowRecord>(db, 'SELECT * FROM risk_rows WHERE risk_id = ? ORDER BY rank, id').all(riskId);

export const findRiskRow = ({ db }: Db, id: string): RiskRowRecord | undefined =>
  prepared<[string], RiskRowRecord>(db, 'SELECT * FROM risk_rows WHERE id = ?').get(id);

/** The same model, place, use and misuse, in whatever assessment. */
export const keyOf = (row: Pick<RiskRowRecord, 'asset_id' | 'country' | 'end_use' | 'misuse'>): string =>
  JSON.stringify([row.asset_id, row.country, row.end_use.toLowerCase(), row.misuse.toLowerCase()]);

const rated = (row: RiskRowRecord): RatedRisk => ({
  key: keyOf(row),
  before: { likelihood: row.likelihood, effect: row.effect },
  after: { likelihood: row.likelihood_after, effect: row.effect_after },
  treatment: row.treatment,
  owner: row.owner,
  due: row.due,
});

export function riskSummary(workspace: Db, row: RiskRecord): RiskSummaryView {
  return {
    id: row.id,
    title: row.title,
    assessedOn: row.assessed_on,
    cause: row.cause,
    state: row.signed_on === null ? 'draft' : 'signed',
    signedBy: row.signed_by,
    signedOn: row.signed_on,
    ...summariseRisks(riskRowsOf(workspace, row.id).map(rated)),
    revision: row.revision,
  };
}

/** The assessment signed last before this one. */
export const lastSigned = (workspace: Db, row: RiskRecord | null): RiskRecord | undefined =>
  allRisks(workspace).find(
    (one) =>
      one.signed_on !== null &&
      one.id !== row?.id &&
      (row === null || one.assessed_on < row.assessed_on || (one.assessed_on === row.assessed_on && one.created_at < row.created_at)),
  );

export const obstaclesOf = (workspace: Db, riskId: string) => signObstacles(riskRowsOf(workspace, riskId).map(rated));

/** Everything one risk assessment shows, its lines beside those signed last. `packsNow` stands in until it is signed. */
export function riskDetail(workspace: Db, row: RiskRecord, packsNow: readonly string[]): RiskDetail {
  const rows = riskRowsOf(workspace, row.id);
  const last = lastSigned(workspace, row);
  const lastRows = last === undefined ? [] : riskRowsOf(workspace, last.id);
  const { moves, gone } = compareRisks(rows.map(rated), lastRows.map(rated));
  const lost = new Set(gone);
  return {
    summary: riskSummary(workspace, row),
    causeNote: row.cause_note,
    conclusion: row.conclusion,
    signNote: row.sign_note,
    rows: rows.map((one): RiskRowView => {
      const risk = rated(one);
      const standing = standingScore(risk);
      const against = last === undefined ? undefined : moves.get(risk.key);
      return {
        id: one.id,
        subject: subjectOf(one),
        assetName: one.asset_name,
        likelihood: one.likelihood,
        effect: one.effect,
        likelihoodAfter: one.likelihood_after,
        effectAfter: one.effect_after,
        safeguards: one.safeguards,
        treatment: one.treatment,
        owner: one.owner,
        due: one.due,
        note: one.note,
        score: scoreOf(risk.before),
        scoreAfter: scoreOf(risk.after),
        band: standing === null ? null : bandOf(standing),
        last: against?.before ?? null,
        move: against?.move ?? null,
        revision: one.revision,
      };
    }),
    gone: lastRows
      .filter((one) => lost.has(keyOf(one)))
      .map((one) => ({ assetName: one.asset_name, subject: subjectOf(one), last: standingScore(rated(one)) })),
    obstacles: signObstacles(rows.map(rated)),
    packs: row.signed_on === null ? [...packsNow] : (JSON.parse(row.packs) as string[]),
  };
}

const subjectOf = (row: RiskRowRecord): RiskRowView['subject'] => ({
  assetId: row.asset_id,
  country: row.country,
  endUse: row.end_use,
  misuse: row.misuse,
});

const mostStarters = 500;

/** What the register says of models in use or on the way: countries with customers or people, conceivable misuse, intended use. */
export function riskStarters(workspace: Db): RiskStarter[] {
  return modelsOnTheWay(workspace, mostStarters).map(({ id, name, facts: known, country }) => {
    const listed = (field: string): string[] => {
      const fact = known[field];
      return fact?.state === 'known' && Array.isArray(fact.value) ? fact.value.filter((one) => typeof one === 'string') : [];
    };
    const countries = [...listed('customerCountries'), ...listed('reachCountries'), ...(country === null ? [] : [country])];
    const able = capabilityIds.filter((ability) => {
      const fact = known[capabilityField(ability)];
      return fact?.state === 'known' && fact.value === 'yes';
    });
    return {
      assetId: id,
      name,
      countries: [...new Set(countries)].filter((code) => /^[A-Z]{2}$/.test(code)),
      misuses: [...new Set([...listed('conceivableMisuse'), ...able])],
      intendedUse: knownText(known, 'intendedUse').slice(0, 400),
    };
  });
}
