import type { z } from 'zod';
import type { accessMethods } from '../../../src-shared/contract/access.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { auditLawOf, explainEvent } from '../../engine/access/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { withExitDays } from './exit-days.ts';
import { findingsByEvent } from './finding-rows.ts';
import { surroundingsNow } from './picture.ts';
import { type AccessJoins, auditInputOf } from './sources.ts';

type WhyNot = z.output<(typeof accessMethods)['access.whyNot']['output']>;

/** Why an event is, or is not, under a finding of each kind. */
export async function explainStoredEvent(
  deps: FeatureDeps,
  joins: AccessJoins,
  id: number,
  pause: () => Promise<void>,
): Promise<Reply<WhyNot>> {
  const around = await surroundingsNow(deps.session, joins, pause);
  const { input: read } = await auditInputOf(deps.session(), around, { ids: new Set([id]) }, pause);
  const input = withExitDays(read, joins.exits(deps.session()));
  if (input.events.length === 0) return err({ code: 'record.notFound', entity: 'accessEvent', id: String(id) });
  const found = new Set((findingsByEvent(deps.session()).get(id) ?? []).map(({ type }) => type));
  const rules = explainEvent(input, around.settings, auditLawOf(around.judging.packs), found);
  return ok({ rules: rules.map((rule) => ({ ...rule, because: rule.because.slice(0, 600) })) });
}
