import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import { ComputePanel } from '../compute/ComputePanel.tsx';

interface ComputeStepProps {
  readonly facts: Facts;
  readonly onFacts: (changes: readonly FactChange[]) => void;
}

/** The wizard's second step: how much compute did training take? */
export function ComputeStep({ facts, onFacts }: ComputeStepProps) {
  return <ComputePanel facts={facts} onFacts={onFacts} />;
}
