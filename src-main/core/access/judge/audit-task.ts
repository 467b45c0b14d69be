import type { AuditInput } from '../../../../src-shared/model/access-audit.ts';
import type { RulePack } from '../../../../src-shared/model/rule-pack.ts';
import {
  type AccessSettings,
  type AuditFinding,
  type AuditPosition,
  auditAccess,
  auditLawOf,
  positionsOf,
  rankOf,
} from '../../../engine/access/index.ts';
import { packBody } from './packing.ts';

/** Message to a pool thread; the columns of events are handed over, not copied. */
export interface AuditRequest {
  readonly input: AuditInput;
  readonly settings: AccessSettings;
  readonly packs: readonly RulePack[];
}

/** A finding ready for its row. */
export interface PackedFinding
  extends Pick<
    AuditFinding,
    | 'id'
    | 'type'
    | 'title'
    | 'severity'
    | 'confidence'
    | 'events'
    | 'firstTs'
    | 'lastTs'
    | 'personId'
    | 'account'
    | 'assetId'
    | 'assetIds'
    | 'countries'
    | 'fingerprint'
  > {
  readonly rank: number;
  /** What `unpackBody` reads. */
  readonly body: Uint8Array;
}

export interface AuditAnswer {
  readonly findings: readonly PackedFinding[];
  /** By position in `people`. */
  readonly positions: readonly AuditPosition[];
}

/** The pool's task: the whole audit at once. What it finds is packed here, so that the core thread only writes. */
export function runAuditTask(request: unknown): AuditAnswer {
  const { input, settings, packs } = request as AuditRequest;
  const law = auditLawOf(packs);
  return { findings: auditAccess(input, settings, law).map(packed), positions: positionsOf(input, settings, law) };
}

function packed(finding: AuditFinding): PackedFinding {
  const { id, type, title, severity, confidence, events, firstTs, lastTs, personId, account, assetId, assetIds, countries, fingerprint } =
    finding;
  return {
    id,
    type,
    title,
    severity,
    confidence,
    events,
    firstTs,
    lastTs,
    personId,
    account,
    assetId,
    assetIds,
    countries,
    fingerprint,
    rank: rankOf(finding),
    body: packBody(finding),
  };
}
