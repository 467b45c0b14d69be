import type { SupposedChange, Supposition } from '../../../src-shared/contract/cases.ts';
import type { AppError } from '../../../src-shared/contract/kernel.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Judging } from '../classification/index.ts';
import { packsKeyOf } from '../classification/index.ts';

/**
 * The rules as they might be: other packs, another day, and single values that hold on every day. Pure; the packs given are not touched. What is changed
 * gets a hash of its own, so that nothing judged under it is ever taken for the real thing.
 *
 * Errors: `record.notFound` for a pack, entry, number or rule that is not there.
 */
export function supposedLaw(
  supposed: Supposition,
  all: readonly RulePack[],
  now: Judging,
): Result<Pick<Judging, 'packs' | 'packsKey' | 'on'>, AppError> {
  let packs: readonly RulePack[] = now.packs;
  if (supposed.packs !== null) {
    const byId = new Map(all.map((pack) => [pack.manifest.id, pack]));
    const unknown = supposed.packs.find((id) => !byId.has(id));
    if (unknown !== undefined) return err({ code: 'record.notFound', entity: 'rulePack', id: unknown });
    packs = all.filter(({ manifest }) => supposed.packs?.includes(manifest.id));
  }
  for (const change of supposed.changes) {
    const pack = packs.find(({ manifest }) => manifest.id === change.pack);
    if (pack === undefined) return err({ code: 'record.notFound', entity: 'rulePack', id: change.pack });
    const changed = withChange(pack, change);
    if (changed === undefined)
      return err({
        code: 'record.notFound',
        entity: change.kind,
        id: (change.kind === 'ownership' ? change.test : change.id).slice(0, 80),
      });
    packs = packs.map((one) => (one === pack ? changed : one));
  }
  return ok({ packs, packsKey: packsKeyOf(packs), on: supposed.on ?? now.on });
}

function withChange(pack: RulePack, change: SupposedChange): RulePack | undefined {
  const manifest = { ...pack.manifest, hash: `${pack.manifest.hash.slice(0, 40)} supposing ${JSON.stringify(change)}` };
  const { from } = pack.manifest.coverage;
  switch (change.kind) {
    case 'enforcement':
    case 'textStatus': {
      const entry = pack.entries.find(({ id }) => id === change.id);
      if (entry === undefined) return undefined;
      const [citation] = entry.citations;
      if (citation === undefined) return undefined;
      const always = (value: string) => [{ from, value, citation }];
      const made =
        change.kind === 'enforcement'
          ? // What sets enforcement by condition would overrule the supposed word.
            { ...entry, enforcement: always(change.value) as typeof entry.enforcement, enforcementWhen: [] }
          : { ...entry, textStatus: always(change.value) as typeof entry.textStatus };
      return { ...pack, manifest, entries: pack.entries.map((one) => (one === entry ? made : one)) };
    }
    case 'parameter': {
      const parameter = pack.parameters.find(({ id }) => id === change.id);
      if (parameter === undefined) return undefined;
      const history = parameter.history.map((stretch) => ({ ...stretch, value: change.value }));
      return { ...pack, manifest, parameters: pack.parameters.map((one) => (one === parameter ? { ...one, history } : one)) };
    }
    case 'ownership': {
      const rule = pack.ownership?.rules.find(({ test }) => test === change.test);
      if (rule === undefined || pack.ownership === undefined) return undefined;
      const applies = change.value === 'applies';
      const made = {
        ...rule,
        textStatus: [{ from: from as IsoDate, value: applies ? ('inForce' as const) : ('suspended' as const), citation: rule.citation }],
        enforcement: [
          { from: from as IsoDate, value: applies ? ('enforced' as const) : ('notEnforced' as const), citation: rule.citation },
        ],
      };
      return { ...pack, manifest, ownership: { ...pack.ownership, rules: pack.ownership.rules.map((one) => (one === rule ? made : one)) } };
    }
  }
}
