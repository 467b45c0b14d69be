import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { programmeMethods, RiskDetail } from '../../../src-shared/contract/programme.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { countryCodes } from '../../../src-shared/text/countries.ts';
import { atRevision, type OpenWorkspace, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { findAsset } from '../inventory/index.ts';
import type { ProgrammeJoins } from './joins.ts';
import {
  allRisks,
  findRisk,
  findRiskRow,
  keyOf,
  lastSigned,
  obstaclesOf,
  type RiskRecord,
  riskDetail,
  riskRowsOf,
  riskStarters,
  riskSummary,
} from './risks.ts';
import { riskDue } from './standing.ts';

type Handlers = Pick<
  HandlersFor<typeof programmeMethods>,
  | 'programme.risks'
  | 'programme.risk'
  | 'programme.riskStarters'
  | 'programme.startRisk'
  | 'programme.saveRisk'
  | 'programme.addRiskRows'
  | 'programme.saveRiskRow'
  | 'programme.removeRiskRows'
  | 'programme.signRisk'
  | 'programme.reopenRisk'
  | 'programme.removeRisk'
>;

/** Lines one assessment may hold: more than a meeting can look at. */
const MOST_ROWS = 1000;

/** Answers the methods of the risk assessment. A signed one is not changed; it can be opened again with a reason. */
export function createRiskHandlers(deps: FeatureDeps, joins: ProgrammeJoins): Handlers {
  const subject = (id: string) => ({ entity: 'risk_assessments', id });
  const packsNow = (workspace: OpenWorkspace) => joins.packs(workspace).map(({ manifest: { id, version } }) => `${id}@${version}`);

  const detail = (workspace: OpenWorkspace, id: string): Reply<RiskDetail> => {
    const row = findRisk(workspace, id);
    return row === undefined ? gone(id) : ok(riskDetail(workspace, row, packsNow(workspace)));
  };

  /** An unsigned assessment; a signed one is refused. */
  const draft = (workspace: OpenWorkspace, id: string): Reply<RiskRecord> => {
    const row = findRisk(workspace, id);
    if (row === undefined) return gone(id);
    return row.signed_on === null ? ok(row) : signed;
  };

  return {
    'programme.risks': () => {
      const workspace = deps.session();
      return ok({
        due: riskDue(workspace, joins, deps.ports.clock.today()),
        list: allRisks(workspace).map((row) => riskSummary(workspace, row)),
      });
    },
    'programme.risk': ({ id }) => detail(deps.session(), id),
    'programme.riskStarters': () => ok(riskStarters(deps.session())),

    'programme.startRisk': ({ title, assessedOn, cause, causeNote, carryOver }) => {
      const workspace = deps.session();
      if (assessedOn > deps.ports.clock.today()) return notYet;
      const last = carryOver ? lastSigned(workspace, null) : undefined;
      const id = deps.ports.ids.next();
      return workspace.write({ method: 'programme.startRisk', params: { title }, subject: subject(id) }, () => {
        prepared(
          workspace.db,
          'INSERT INTO risk_assessments (id, title, assessed_on, cause, cause_note, created_at) VALUES (?, ?, ?, ?, ?, ?)',
        ).run(id, title, assessedOn, cause, causeNote, deps.ports.clock.now());
        const put = prepared(
          workspace.db,
          `INSERT INTO risk_rows (id, risk_id, asset_id, asset_name, country, end_use, misuse, likelihood, effect, likelihood_after, effect_after,
             safeguards, treatment, owner, due, note, rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        );
        for (const one of last === undefined ? [] : riskRowsOf(workspace, last.id)) {
          const { asset_id, asset_name, country, end_use, misuse, likelihood, effect, likelihood_after, effect_after } = one;
          put.run(
            ...[
              deps.ports.ids.next(),
              id,
              asset_id,
              asset_name,
              country,
              end_use,
              misuse,
              likelihood,
              effect,
              likelihood_after,
              effect_after,
            ],
            ...[one.safeguards, one.treatment, one.owner, one.due, one.note, one.rank],
          );
        }
        return detail(workspace, id);
      });
    },

    'programme.saveRisk': ({ id, revision, title, assessedOn, cause, causeNote, conclusion }) => {
      const workspace = deps.session();
      if (assessedOn > deps.ports.clock.today()) return notYet;
      const open = draft(workspace, id);
      const found = open.ok ? atRevision('riskAssessment', id, revision, open.value) : open;
      if (!found.ok) return found;
      return workspace.write({ method: 'programme.saveRisk', params: { title }, subject: subject(id) }, () => {
        prepared(
          workspace.db,
          'UPDATE risk_assessments SET title = ?, assessed_on = ?, cause = ?, cause_note = ?, conclusion = ?, revision = revision + 1 WHERE id = ?',
        ).run(title, assessedOn, cause, causeNote, conclusion, id);
        return detail(workspace, id);
      });
    },

    'programme.addRiskRows': ({ riskId, rows }) => {
      const workspace = deps.session();
      const open = draft(workspace, riskId);
      if (!open.ok) return open;
      const names = new Map<string, string>();
      for (const { assetId, country } of rows) {
        if (!countryCodes.some((code) => code === country))
          return err({ code: 'request.invalid', issues: [`country: ${country} is no country code in use`] });
        if (assetId === null || names.has(assetId)) continue;
        const asset = findAsset(workspace, assetId);
        if (asset === undefined) return err({ code: 'record.notFound', entity: 'asset', id: assetId });
        names.set(assetId, asset.name);
      }
      const existing = riskRowsOf(workspace, riskId);
      const keys = new Set(existing.map(keyOf));
      const fresh = rows.filter(({ assetId, country, endUse, misuse }) => {
        const key = keyOf({ asset_id: assetId, country, end_use: endUse, misuse });
        return !keys.has(key) && keys.add(key);
      });
      if (existing.length + fresh.length > MOST_ROWS)
        return err({
          code: 'policy.refused',
          detail: `An assessment holds ${MOST_ROWS} lines at most. Take some away, or assess fewer combinations`,
        });
      if (fresh.length === 0)
        return err({ code: 'record.conflict', entity: 'riskRow', detail: 'every one of these lines is in the assessment already' });
      const from = Math.max(0, ...existing.map(({ rank }) => rank)) + 1;
      return workspace.write({ method: 'programme.addRiskRows', params: { count: fresh.length }, subject: subject(riskId) }, () => {
        const put = prepared(
          workspace.db,
          'INSERT INTO risk_rows (id, risk_id, asset_id, asset_name, country, end_use, misuse, rank) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
        );
        for (const [place, { assetId, country, endUse, misuse }] of fresh.entries()) {
          const name = assetId === null ? '' : (names.get(assetId) ?? '');
          put.run(deps.ports.ids.next(), riskId, assetId, name, country, endUse, misuse, from + place);
        }
        return detail(workspace, riskId);
      });
    },

    'programme.saveRiskRow': ({ id, revision, ...row }) => {
      const workspace = deps.session();
      const found = atRevision('riskRow', id, revision, findRiskRow(workspace, id));
      if (!found.ok) return found;
      const open = draft(workspace, found.value.risk_id);
      if (!open.ok) return open;
      const issues = ratingIssues(row);
      if (issues.length > 0) return err({ code: 'request.invalid', issues });
      const name = found.value.asset_name || found.value.misuse;
      return workspace.write({ method: 'programme.saveRiskRow', params: { name }, subject: subject(found.value.risk_id) }, () => {
        prepared(
          workspace.db,
          `UPDATE risk_rows SET likelihood = ?, effect = ?, likelihood_after = ?, effect_after = ?, safeguards = ?, treatment = ?, owner = ?,
             due = ?, note = ?, revision = revision + 1 WHERE id = ?`,
        ).run(
          ...[
            row.likelihood,
            row.effect,
            row.likelihoodAfter,
            row.effectAfter,
            row.safeguards,
            row.treatment,
            row.owner,
            row.due,
            row.note,
            id,
          ],
        );
        return detail(workspace, found.value.risk_id);
      });
    },

    'programme.removeRiskRows': ({ riskId, ids }) => {
      const workspace = deps.session();
      const open = draft(workspace, riskId);
      if (!open.ok) return open;
      const missing = ids.find((id) => findRiskRow(workspace, id)?.risk_id !== riskId);
      if (missing !== undefined) return err({ code: 'record.notFound', entity: 'riskRow', id: missing });
      return workspace.write({ method: 'programme.removeRiskRows', params: { count: ids.length }, subject: subject(riskId) }, () => {
        for (const id of ids) prepared(workspace.db, 'DELETE FROM risk_rows WHERE id = ?').run(id);
        return detail(workspace, riskId);
      });
    },

    'programme.signRisk': ({ id, revision, by, on, note }) => {
      const workspace = deps.session();
      if (on > deps.ports.clock.today())
        return err({ code: 'request.invalid', issues: ['on: the day lies ahead; give the day it was signed'] });
      const open = draft(workspace, id);
      const found = open.ok ? atRevision('riskAssessment', id, revision, open.value) : open;
      if (!found.ok) return found;
      if (on < found.value.assessed_on)
        return err({ code: 'request.invalid', issues: ['on: it cannot be signed before the day it was done'] });
      const [obstacle] = obstaclesOf(workspace, id);
      if (obstacle !== undefined) return err({ code: 'policy.refused', detail: obstacleWords[obstacle.code](obstacle.count) });
      const packs = packsNow(workspace);
      return workspace.write(
        { method: 'programme.signRisk', params: { title: found.value.title, by }, subject: subject(id), packs },
        () => {
          prepared(
            workspace.db,
            'UPDATE risk_assessments SET signed_by = ?, signed_on = ?, sign_note = ?, packs = ?, revision = revision + 1 WHERE id = ?',
          ).run(by, on, note, JSON.stringify(packs), id);
          return detail(workspace, id);
        },
      );
    },

    'programme.reopenRisk': ({ id, revision, reason }) => {
      const workspace = deps.session();
      const found = atRevision('riskAssessment', id, revision, findRisk(workspace, id));
      if (!found.ok) return found;
      if (found.value.signed_on === null)
        return err({ code: 'policy.refused', detail: 'This assessment is not signed, so it is open already' });
      return workspace.write({ method: 'programme.reopenRisk', params: { title: found.value.title, reason }, subject: subject(id) }, () => {
        prepared(
          workspace.db,
          "UPDATE risk_assessments SET signed_by = '', signed_on = NULL, sign_note = '', packs = '[]', revision = revision + 1 WHERE id = ?",
        ).run(id);
        return detail(workspace, id);
      });
    },

    'programme.removeRisk': ({ id, revision }) => {
      const workspace = deps.session();
      const open = draft(workspace, id);
      const found = open.ok ? atRevision('riskAssessment', id, revision, open.value) : open;
      if (!found.ok) return found;
      return workspace.write({ method: 'programme.removeRisk', params: { title: found.value.title }, subject: subject(id) }, () => {
        prepared(workspace.db, 'DELETE FROM risk_rows WHERE risk_id = ?').run(id);
        prepared(workspace.db, 'DELETE FROM risk_assessments WHERE id = ?').run(id);
        return ok({ removed: true });
      });
    },
  };
}

interface Ratings {
  readonly likelihood: number | null;
  readonly effect: number | null;
  readonly likelihoodAfter: number | null;
  readonly effectAfter: number | null;
  readonly safeguards: string;
}

/** What is wrong with ratings: half a rating after safeguards, one that safeguards raised, one without a word on what does it. */
function ratingIssues({ likelihood, effect, likelihoodAfter, effectAfter, safeguards }: Ratings): string[] {
  const after = [likelihoodAfter, effectAfter].filter((step) => step !== null).length;
  return [
    ...(after === 1 ? ['likelihoodAfter, effectAfter: with safeguards, give both or neither'] : []),
    ...(after === 2 && (likelihood === null || effect === null) ? ['likelihood, effect: rate the risk without safeguards first'] : []),
    ...((likelihoodAfter ?? 0) > (likelihood ?? 5) ? ['likelihoodAfter: safeguards cannot make it likelier'] : []),
    ...((effectAfter ?? 0) > (effect ?? 5) ? ['effectAfter: safeguards cannot make the effect larger'] : []),
    ...(after === 2 && safeguards === '' ? ['safeguards: say what holds the risk down'] : []),
  ];
}

const lines = (count: number) => (count === 1 ? '1 line' : `${count} lines`);
const obstacleWords = {
  empty: () => 'There is no line to sign. Add what could go wrong first',
  unrated: (count: number) => `${lines(count)} without likelihood and effect. Rate each, or take it away`,
  untreated: (count: number) => `${lines(count)} with a high or severe risk and no treatment. Say what is done about each`,
  unowned: (count: number) => `${lines(count)} with a high or severe risk and no owner. Name somebody for each`,
  undated: (count: number) => `${lines(count)} to be reduced without a day. Say by when`,
} as const;

const gone = (id: string): Reply<never> => err({ code: 'record.notFound', entity: 'riskAssessment', id });
const signed: Reply<never> = err({
  code: 'policy.refused',
  detail: 'This assessment is signed. Open it again, with a reason, to change it',
});
const notYet: Reply<never> = err({ code: 'request.invalid', issues: ['assessedOn: the day lies ahead; give the day it was done'] });
