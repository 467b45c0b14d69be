import type { AuditInput } from '../../../src-shared/model/access-audit.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { auditAccess } from './audit.ts';
import { auditLawOf } from './law.ts';
import { type AuditPosition, positionsOf } from './positions.ts';
import type { AccessSettings } from './settings.ts';
import type { AuditFinding } from './types.ts';

/** Message to a pool thread; the columns of events are handed over, not copied. */
export interface AuditRequest {
  readonly input: AuditInput;
  readonly settings: AccessSettings;
  readonly packs: readonly RulePack[];
}

export interface AuditAnswer {
  readonly findings: readonly AuditFinding[];
  /** By position in `people`. */
  readonly positions: readonly AuditPosition[];
}

/** The pool's task: the whole audit at once. */
export function runAuditTask(request: unknown): AuditAnswer {
  const { input, settings, packs } = request as AuditRequest;
  const law = auditLawOf(packs);
  return { findings: auditAccess(input, settings, law), positions: positionsOf(input, settings, law) };
}
