import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import type { AssetField, Facts } from '../../../../src-shared/model/asset-fields.ts';
import { ComputePanel } from '../compute/ComputePanel.tsx';
import { countFieldIds, hardwareFields, totalFields } from '../compute/fields.ts';
import { factsOf, ways } from '../compute/ways.ts';
import { FieldQuestions } from './FieldQuestion.tsx';

/** Asked before the figures, because they decide which figures count. */
const first: ReadonlySet<string> = new Set(['architecture', 'fineTuneMethod']);
const inPanel: ReadonlySet<string> = new Set([
  ...countFieldIds,
  ...[...hardwareFields, ...totalFields].map((field) => field.id),
  'hardware',
  'numericalFormat',
  ...ways.flatMap(factsOf).filter((id) => !first.has(id)),
]);

interface ComputeStepProps {
  readonly fields: readonly AssetField[];
  readonly facts: Facts;
  readonly onFacts: (changes: readonly FactChange[]) => void;
}

/** How much compute did training take? What kind of network first, then the methods side by side, then what is left to say. */
export function ComputeStep({ fields, facts, onFacts }: ComputeStepProps) {
  const rest = fields.filter((field) => !inPanel.has(field.id));
  return (
    <>
      <FieldQuestions fields={rest.filter((field) => first.has(field.id))} facts={facts} onFacts={onFacts} />
      <ComputePanel facts={facts} onFacts={onFacts} askedBefore={first} />
      <FieldQuestions fields={rest.filter((field) => !first.has(field.id))} facts={facts} onFacts={onFacts} />
    </>
  );
}
