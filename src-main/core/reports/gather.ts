import type { Review, RulingRequest } from '../../../src-shared/contract/classification.ts';
import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { ComputeEstimate } from '../../../src-shared/model/compute.ts';
import { IsoDate, type IsoInstant } from '../../../src-shared/model/dates.ts';
import type { ItemFinding } from '../../../src-shared/model/finding.ts';
import type { MemoEvidence, MemoRemark, MemoReview, MemoRuling } from '../../../src-shared/model/report.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { ChipRates, Judging } from '../classification/index.ts';
import {
  decisionOn,
  findFor,
  itemInputOf,
  loadFinding,
  notesOf,
  overtakenDecision,
  reviewsOf,
  rulingsOf,
} from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { evidenceOf } from '../evidence/index.ts';
import { findAsset, findState, findVersion, listQuestions, parseFacts } from '../inventory/index.ts';
import type { MemoEstimate, MemoInput, MemoPackInput } from './memo-input.ts';

/** Which asset a memo is about, and what its reader may have of the notes. */
export interface MemoSubject {
  readonly assetId: string;
  readonly versionId?: string | undefined;
  readonly remarks: boolean;
  readonly attorneyAdvice: boolean;
  /** Leaves out what only a single memo shows: reviews, rulings and estimates. For exports of thousands. */
  readonly brief?: boolean;
}

/** What a memo is judged by, who prepares it when, and the rates of known chips. */
export interface MemoSetting {
  readonly judging: Judging;
  readonly rates: ChipRates;
  readonly at: IsoInstant;
  readonly by: string;
}

/** A memo's input and whether its finding still matches the packs and the day. */
export interface Gathered {
  readonly input: Omit<MemoInput, 'prepared'>;
  readonly stale: boolean;
  /** Share of the asset's facts that are answered, 0 to 1. */
  readonly completeness: number;
}

/**
 * Reads what a memo needs. The finding is the stored one, which a replay can prove; where a version was never judged,
 * it is worked out now. A stored finding that rules have moved past is marked stale, never quietly replaced.
 */
export function gatherMemo(workspace: OpenWorkspace, subject: MemoSubject, { judging, rates }: MemoSetting): Reply<Gathered> {
  const asset = findAsset(workspace, subject.assetId);
  if (asset === undefined) return err({ code: 'record.notFound', entity: 'asset', id: subject.assetId });
  const version = findVersion(workspace, subject.versionId ?? asset.currentVersionId);
  if (version === undefined || version.assetId !== asset.id)
    return err({ code: 'record.notFound', entity: 'assetVersion', id: subject.versionId ?? '' });

  const facts = parseFacts(version.facts);
  const item = { id: asset.id, kind: asset.kind, name: asset.name, facts };
  const state = findState(workspace, asset.id);
  const findingId = version.id === asset.currentVersionId ? state?.findingId : undefined;
  const stored = findingId === undefined || findingId === null ? undefined : loadFinding(workspace, findingId);
  const finding = stored?.finding ?? findFor(workspace, item, judging, rates).finding;
  const stale = stored !== undefined && (stored.packsKey !== judging.packsKey || finding.on < judging.lastRuleChange);
  const standing = stored === undefined ? null : decisionOn(workspace, stored.id, judging.today);
  const overtaken =
    stored === undefined || standing !== null || subject.brief === true ? null : overtakenDecision(workspace, stored, judging.today);
  const decision = standing ?? overtaken?.decision ?? null;
  const questions = listQuestions(workspace, { assetId: asset.id, dropped: false, limit: 500 });

  return ok({
    stale,
    completeness: state?.completeness ?? 0,
    input: {
      workspace: { name: workspace.name, kind: workspace.kind },
      asset: {
        id: asset.id,
        kind: asset.kind,
        name: asset.name,
        ...(version.label === '' ? {} : { version: version.label }),
        ...(asset.ownerName === '' ? {} : { owner: asset.ownerName }),
      },
      facts,
      finding,
      estimates: subject.brief === true ? [] : estimatesOf(itemInputOf(workspace, item, rates).estimate),
      questionCare: Object.fromEntries(
        questions.map(({ factId, ownerName, due }) => [
          factId,
          { ...(ownerName === '' ? {} : { owner: ownerName }), ...(due === null ? {} : { due }) },
        ]),
      ),
      decisions:
        decision === null
          ? []
          : [
              {
                conclusion: decision.classification,
                reason: decision.reason,
                by: { name: decision.decidedBy },
                on: decision.decidedOn,
                expires: decision.expiresOn,
                expired: decision.expired,
                stale: stale || overtaken !== null,
              },
            ],
      reviews:
        subject.brief === true
          ? []
          : reviewsOf(workspace, asset.id, stored?.id ?? null)
              .map(memoReview)
              .reverse(),
      rulings:
        subject.brief === true
          ? []
          : rulingsOf(workspace, asset.id)
              .filter(({ state }) => state !== 'withdrawn')
              .map(memoRuling),
      remarks: remarksOf(workspace, subject),
      evidence:
        subject.brief === true
          ? []
          : evidenceOf(workspace, { kind: 'asset', id: asset.id })
              .filter((one) => subject.attorneyAdvice || !one.attorneyAdvice)
              .map(memoEvidence),
      packs: judging.packs.map(packInput),
    },
  });
}

function remarksOf(workspace: OpenWorkspace, { assetId, remarks, attorneyAdvice }: MemoSubject): MemoRemark[] {
  if (!remarks && !attorneyAdvice) return [];
  return notesOf(workspace, { entity: 'assets', id: assetId })
    .filter((note) => (note.attorneyAdvice ? attorneyAdvice : remarks))
    .map((note) => ({
      text: note.text,
      by: { name: note.author },
      on: IsoDate.parse(note.writtenAt.slice(0, 10)),
      attorneyAdvice: note.attorneyAdvice,
    }));
}

/** A piece of evidence as a memo names it. */
export function memoEvidence({ name, part, note, address, sha256, addedBy, addedAt }: Evidence): MemoEvidence {
  return {
    name,
    ...(part === null ? {} : { proves: part }),
    ...(note === '' ? {} : { note }),
    ...(address === '' ? {} : { address }),
    ...(sha256 === null ? {} : { sha256 }),
    by: { name: addedBy === '' ? '–' : addedBy },
    on: IsoDate.parse(addedAt.slice(0, 10)),
  };
}

function memoReview(review: Review): MemoReview {
  return {
    outcome: review.outcome,
    by: { name: review.askedOf },
    on: review.reviewedOn ?? review.askedOn,
    overtaken: review.overtaken,
    ...(review.note === '' ? {} : { note: review.note }),
  };
}

function memoRuling(ruling: RulingRequest): MemoRuling {
  return {
    authority: ruling.authority,
    ...(ruling.reference === '' ? {} : { reference: ruling.reference }),
    ...(ruling.submittedOn === null ? {} : { submitted: ruling.submittedOn }),
    ...(ruling.answeredOn === null ? {} : { answered: ruling.answeredOn }),
    ...(ruling.answer === '' ? {} : { answer: ruling.answer }),
  };
}

/** Each method that answered, then the stages added to it: what the total is made of. */
function estimatesOf(estimate: ComputeEstimate | null): MemoEstimate[] {
  const methods = (estimate?.methods ?? []).filter((result) => !result.excluded);
  const stages = (estimate?.parts ?? []).flatMap(({ id, range, lines, excludedBecause }) =>
    range === null || excludedBecause !== undefined || id === 'own' || id === 'base' ? [] : [{ method: id, lines, ...range }],
  );
  return [...methods, ...stages].flatMap(({ method, lines, low, likely, high }) => {
    const sum = lines.findLast((line) => line.unit === 'FLOP' && line.state !== 'off');
    return sum === undefined ? [] : [{ method, arithmetic: sum.arithmetic, low, likely, high }];
  });
}

/** A pack as a memo names it: title, jurisdiction, and the full reference of each source. */
export function packInput({ manifest }: RulePack): MemoPackInput {
  return {
    id: manifest.id,
    name: manifest.title,
    // A pack of guides belongs to no place; its own name says best what it is.
    jurisdiction: manifest.jurisdiction === 'none' ? manifest.title : manifest.jurisdiction,
    lastChecked: manifest.lastChecked,
    sources: manifest.sources.map(({ id, reference, asOf }) => ({ id, title: reference, ...(asOf === undefined ? {} : { asOf }) })),
  };
}

/** Warns in the memo itself that rules moved on after the finding. */
export function withStaleWarning(finding: ItemFinding, text: string): ItemFinding {
  return { ...finding, warnings: [{ code: 'findingStale', text, params: {} }, ...finding.warnings] };
}
