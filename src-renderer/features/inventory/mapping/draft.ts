import { z } from 'zod';
import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import { LifeCycleStage, LinkKind } from '../../../../src-shared/contract/inventory.ts';
import { type AssetField, applicableFields, Facts, type FieldGroup } from '../../../../src-shared/model/asset-fields.ts';

export const stepIds = ['identity', 'compute', 'origin', 'capability', 'reach', 'result'] as const;
export type StepId = (typeof stepIds)[number];

/** A model being mapped. It is saved, encrypted, as it is typed; nothing reaches the register before the last step. */
export const MappingDraft = z.strictObject({
  step: z.enum(stepIds),
  name: z.string().max(200),
  versionLabel: z.string().max(200),
  ownerName: z.string().max(200),
  stage: LifeCycleStage,
  siteId: z.string().max(80).nullable(),
  externalId: z.string().max(200),
  facts: Facts,
  links: z.array(z.strictObject({ kind: LinkKind, toId: z.string().max(80), name: z.string().max(300) })).max(50),
  /** Facts of the asset it was copied from, to show at the end what is different. */
  copiedFrom: z.strictObject({ name: z.string(), facts: Facts }).nullable(),
});
export type MappingDraft = z.infer<typeof MappingDraft>;

export const emptyDraft: MappingDraft = {
  step: 'identity',
  name: '',
  versionLabel: '1.0',
  ownerName: '',
  stage: 'unknown',
  siteId: null,
  externalId: '',
  facts: {},
  links: [],
  copiedFrom: null,
};

const groupsOfStep: Readonly<Record<Exclude<StepId, 'result'>, readonly FieldGroup[]>> = {
  identity: ['identity'],
  compute: ['compute', 'computeDetail'],
  origin: ['origin', 'figures'],
  capability: ['capability', 'release'],
  reach: ['reach'],
};

/** Fields asked in a step, given what was answered so far. */
export function fieldsOfStep(step: StepId, facts: Facts): readonly AssetField[] {
  if (step === 'result') return [];
  const groups = groupsOfStep[step];
  return applicableFields('model', facts).filter((field) => groups.includes(field.group));
}

/** Facts with changes applied; null clears one. */
export function withFacts(facts: Facts, changes: readonly FactChange[]): Facts {
  const next = { ...facts };
  for (const { field, value } of changes) {
    if (value === null) delete next[field];
    else next[field] = value;
  }
  return next;
}

/** Fields of a step that weigh and are neither answered nor said to be unknown. */
export function unanswered(step: StepId, facts: Facts): number {
  return fieldsOfStep(step, facts).filter((field) => field.weight > 0 && facts[field.id] === undefined).length;
}

/** Fields of a step that somebody said they do not know. */
export function unknowns(step: StepId, facts: Facts): number {
  return fieldsOfStep(step, facts).filter((field) => facts[field.id]?.state === 'unknown').length;
}
