import type { Facts } from '../../../src-shared/model/asset-fields.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { GatePass } from '../../../src-shared/model/gate.ts';
import type { ReleaseLicence } from '../../../src-shared/model/release.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { GateDestinationFacts, GateVersionFacts } from '../../engine/cases/index.ts';
import { judgeRelease, releaseLawOf } from '../../engine/release/index.ts';
import { graveFindingsByAsset } from '../access/index.ts';
import type { Judging } from '../classification/index.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { parseFacts } from '../inventory/index.ts';
import { haltsInForce } from './halts.ts';
import type { PartyHere } from './joins.ts';

/** A model in its current version, as the gates read it. */
export interface ModelRecord {
  readonly id: string;
  readonly name: string;
  readonly ownerName: string;
  readonly stage: GateVersionFacts['stage'];
  readonly versionId: string;
  readonly versionLabel: string;
  readonly versionCount: number;
  readonly ordinal: number;
  readonly note: string;
  readonly madeAt: string;
  readonly updatedAt: string;
  readonly revision: number;
  readonly classification: string;
  readonly findingId: string | null;
  readonly judgedOn: string;
  readonly packsKey: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly openQuestions: number;
  readonly decidedUntil: string;
  readonly mapOn: IsoDate | null;
}

const select = `
  SELECT a.id, a.name, a.owner_name AS ownerName, a.stage, a.version_count AS versionCount, a.updated_at AS updatedAt, a.revision,
    v.id AS versionId, v.label AS versionLabel, v.ordinal, v.note, v.created_at AS madeAt,
    coalesce(s.classification, '') AS classification, s.finding_id AS findingId, coalesce(s.judged_on, '') AS judgedOn,
    coalesce(s.packs_key, '') AS packsKey, s.compute_low AS low, s.compute_high AS high, coalesce(s.open_questions, 0) AS openQuestions,
    coalesce(s.decided_until, '') AS decidedUntil,
    (SELECT max(m.reviewed_on) FROM map_reviews m WHERE m.asset_id = a.id) AS mapOn
  FROM assets a JOIN asset_versions v ON v.id = a.current_version_id LEFT JOIN asset_states s ON s.asset_id = a.id
  WHERE a.kind = 'model'`;

/** Models that are not archived, by name. */
export const gatedModels = ({ db }: OpenWorkspace): ModelRecord[] =>
  prepared<[], ModelRecord>(db, `${select} AND a.archived_at IS NULL ORDER BY a.name COLLATE NOCASE, a.id`).all();

export const gatedModel = ({ db }: OpenWorkspace, id: string): ModelRecord | undefined =>
  prepared<[string], ModelRecord>(db, `${select} AND a.id = ?`).get(id);

/** What the facts of a version say to its gates. */
interface Told {
  readonly originType: string;
  readonly purposeKnown: boolean;
  readonly useKnown: boolean;
  readonly militaryAnswered: boolean;
  readonly trainingPlaceKnown: boolean;
  readonly reachKnown: boolean;
  readonly originCountry: string | null;
  readonly published: boolean | null;
  /** Countries with the fields that name them. */
  readonly places: ReadonlyMap<string, readonly string[]>;
}

const placeFields = ['reachCountries', 'customerCountries'] as const;
const told = new WeakMap<object, Map<string, { readonly stamp: string; readonly told: Told }>>();

/** Read again only where the model changed: facts are large, and the list asks for all of them. */
export function toldBy({ db }: OpenWorkspace, model: ModelRecord): Told {
  const here = told.get(db) ?? new Map<string, { readonly stamp: string; readonly told: Told }>();
  told.set(db, here);
  const stamp = `${model.versionId} ${model.revision} ${model.updatedAt}`;
  const known = here.get(model.id);
  if (known?.stamp === stamp) return known.told;
  const row = prepared<[string], { facts: string }>(db, 'SELECT facts FROM asset_versions WHERE id = ?').get(model.versionId);
  const made = read(row === undefined ? {} : parseFacts(row.facts));
  here.set(model.id, { stamp, told: made });
  return made;
}

function read(facts: Facts): Told {
  const is = (field: string): boolean => facts[field]?.state === 'known';
  const text = (field: string): string => {
    const fact = facts[field];
    return fact?.state === 'known' && typeof fact.value === 'string' ? fact.value : '';
  };
  const places = new Map<string, string[]>();
  for (const field of placeFields) {
    const fact = facts[field];
    if (fact?.state !== 'known' || !Array.isArray(fact.value)) continue;
    for (const code of fact.value)
      if (typeof code === 'string' && /^[A-Z]{2}$/.test(code)) places.set(code, [...(places.get(code) ?? []), field]);
  }
  const published = text('weightsPublished');
  return {
    originType: text('originType'),
    purposeKnown: is('purpose'),
    useKnown: is('intendedUse'),
    militaryAnswered: is('militaryEndUse'),
    trainingPlaceKnown: is('trainedIn') || is('trainingSite'),
    reachKnown: is('waysIn') && (is('reachTeams') || is('reachCountries')),
    originCountry: /^[A-Z]{2}$/.test(text('originCountry')) ? text('originCountry') : null,
    published: published === 'yes' ? true : published === 'no' ? false : null,
    places,
  };
}

/** What all models share when their gates are judged; read once for a list. */
export interface GateSurroundings {
  readonly judging: Judging;
  readonly mapEveryDays: number;
  readonly passes: ReadonlyMap<string, readonly (GatePass & { readonly assetId: string })[]>;
  readonly named: ReadonlyMap<string, readonly { readonly country: string; readonly note: string }[]>;
  readonly findings: ReadonlyMap<string, { readonly count: number; readonly first: string }>;
  readonly halts: ReadonlyMap<string, readonly { readonly incidentId: string; readonly number: string }[]>;
}

interface PassRecord {
  readonly id: string;
  readonly asset_id: string;
  readonly version_id: string;
  readonly label: string | null;
  readonly gate: GatePass['gate'];
  readonly destination: string;
  readonly passed_on: IsoDate;
  readonly by_name: string;
  readonly reason: string;
  readonly despite: string;
}

export function gateSurroundings(workspace: OpenWorkspace, judging: Judging, mapEveryDays: number, assetId?: string): GateSurroundings {
  const { db } = workspace;
  const one = assetId ?? '';
  const passes = prepared<[string, string], PassRecord>(
    db,
    `SELECT p.*, v.label FROM gate_passes p LEFT JOIN asset_versions v ON v.id = p.version_id WHERE ? = '' OR p.asset_id = ?
     ORDER BY p.passed_on, p.made_at, p.id`,
  ).all(one, one);
  const named = prepared<[string, string], { asset_id: string; country: string; note: string }>(
    db,
    "SELECT asset_id, country, note FROM gate_destinations WHERE ? = '' OR asset_id = ? ORDER BY country",
  ).all(one, one);
  const findings = graveFindingsByAsset(workspace);
  const halts = haltsInForce(workspace).filter(({ record }) => record.kind === 'asset');
  return {
    judging,
    mapEveryDays,
    passes: grouped(
      passes.map((row) => ({
        assetId: row.asset_id,
        id: row.id,
        gate: row.gate,
        destination: row.destination,
        versionId: row.version_id,
        versionLabel: row.label ?? '',
        on: row.passed_on,
        by: row.by_name,
        reason: row.reason,
        despite: JSON.parse(row.despite) as GatePass['despite'],
      })),
      ({ assetId: id }) => id,
    ),
    named: grouped(named, (row) => row.asset_id),
    findings: new Map(findings.map(({ assetId: id, ...rest }) => [id, rest])),
    halts: grouped(
      halts.map(({ record, incidentId, incidentNumber: number }) => ({ id: record.id, incidentId, number })),
      ({ id }) => id,
    ),
  };
}

function grouped<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

export function versionFactsOf(model: ModelRecord, facts: Told, around: GateSurroundings): GateVersionFacts {
  const { judging } = around;
  const findings = around.findings.get(model.id);
  return {
    assetId: model.id,
    versionId: model.versionId,
    ordinal: model.ordinal,
    versionNote: model.note,
    versionMadeOn: model.madeAt.slice(0, 10) as IsoDate,
    stage: model.stage,
    originType: facts.originType,
    ownerName: model.ownerName,
    purposeKnown: facts.purposeKnown,
    useKnown: facts.useKnown,
    militaryAnswered: facts.militaryAnswered,
    trainingPlaceKnown: facts.trainingPlaceKnown,
    reachKnown: facts.reachKnown,
    operations: model.low === null || model.high === null ? null : { low: model.low, high: model.high },
    classification: model.classification,
    stale: model.findingId === null || model.packsKey !== judging.packsKey || model.judgedOn < judging.lastRuleChange,
    openQuestions: model.openQuestions,
    decidedUntil: model.decidedUntil,
    mapReviewedOn: model.mapOn,
    mapEveryDays: around.mapEveryDays,
    openHighFindings: findings?.count ?? 0,
    firstFinding: findings?.first ?? null,
    halts: around.halts.get(model.id) ?? [],
  };
}

/** Places a model goes to: named for its gates, or told by its facts. Sorted by code. */
export function placesOf(model: ModelRecord, facts: Told, around: GateSurroundings): string[] {
  return [...new Set([...(around.named.get(model.id) ?? []).map(({ country }) => country), ...facts.places.keys()])].sort().slice(0, 300);
}

/** Parties by the countries they have a tie to. */
export function partiesByCountry(parties: readonly PartyHere[]): ReadonlyMap<string, readonly PartyHere[]> {
  const found = new Map<string, PartyHere[]>();
  for (const party of parties)
    for (const country of party.countries) {
      const here = found.get(country);
      if (here === undefined) found.set(country, [party]);
      else here.push(party);
    }
  return found;
}

interface Licence {
  readonly licence: ReleaseLicence;
  readonly text: ReleaseLicence | null;
  readonly reasons: string;
}

const licences = new WeakMap<readonly RulePack[], Map<string, Licence>>();

/**
 * Whether sending the weights to a place needs a licence: as if to somebody of that country alone, with headquarters there. Who it really is, and
 * what for, are asked for by other conditions.
 */
function licenceFor(
  classification: string,
  country: string,
  told: Pick<Told, 'originCountry' | 'published'>,
  { packs, on }: Judging,
): Licence {
  if (classification === '' || classification === 'undetermined') return { licence: 'undetermined', text: null, reasons: '' };
  if (/^notSubject/i.test(classification)) return { licence: 'notRequired', text: null, reasons: '' };
  const known = licences.get(packs) ?? new Map<string, Licence>();
  licences.set(packs, known);
  const key = `${classification} ${country} ${told.originCountry ?? ''} ${told.published ?? ''} ${on}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  const answer = judgeRelease(
    {
      person: {
        citizenships: [{ country, since: '1990-01-01' }],
        permanentResidences: [],
        usStatus: country === 'US' ? 'citizen' : 'none',
        locatedIn: country,
        employer: { name: country, country, headquarters: country },
      },
      item: { classification, form: 'weights', origin: told.originCountry ?? 'US', published: told.published },
      access: { kind: 'weightsDownload', what: 'downloads the weights', from: country },
    },
    on,
    releaseLawOf(packs),
  );
  const made = { licence: answer.licence, text: answer.textLicence ?? null, reasons: answer.reasons.join(', ') };
  known.set(key, made);
  return made;
}

export function destinationFactsOf(
  country: string,
  model: ModelRecord,
  facts: Told,
  { judging }: GateSurroundings,
  parties: readonly PartyHere[],
): GateDestinationFacts {
  const { licence, text, reasons } = licenceFor(model.classification, country, facts, judging);
  const are = (...words: readonly PartyHere['overall'][]) => parties.filter(({ overall }) => words.includes(overall));
  const [matched, waiting, asked] = [are('trueMatch'), are('toDecide', 'notScreened'), are('toAsk')];
  const flagged = parties.filter(({ redFlags }) => redFlags > 0);
  return {
    country,
    licence,
    textLicence: text,
    reasons,
    embargoed: judging.packs.some(({ release }) =>
      release?.embargoes.some(({ place, regions }) => place === country && regions === undefined),
    ),
    parties: parties.length,
    partiesOpen: waiting.length,
    partiesMatched: matched.length,
    partiesToAsk: asked.length,
    firstParty: [...matched, ...waiting, ...asked][0]?.id ?? null,
    redFlags: flagged.reduce((sum, { redFlags }) => sum + redFlags, 0),
    flaggedParty: flagged[0]?.id ?? null,
  };
}
