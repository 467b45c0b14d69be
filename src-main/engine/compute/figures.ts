import type { ComputeFigure } from '../../../src-shared/model/compute.ts';
import type { ComputeInputs, Quantity } from '../../../src-shared/model/compute-inputs.ts';
import { type FigureKind, spreadOf } from './factors.ts';

type Entry = readonly [input: string, kind: FigureKind, figure: Quantity | undefined];

/**
 * Every figure that was entered with its source and the factor the methods take for it, so that a reader can see where the
 * spread comes from. A figure without a source counts as disclosed, as in the methods. Factors are pure numbers, 1 = exact.
 */
export function figuresOf(inputs: ComputeInputs): ComputeFigure[] {
  return entriesOf(inputs).flatMap(([input, kind, figure]) =>
    figure === undefined ? [] : [{ input, source: figure.source ?? 'disclosed', factor: spreadOf(figure, kind).up }],
  );
}

function entriesOf(inputs: ComputeInputs): readonly Entry[] {
  const { count, hardware, energy, cost, adapter, reinforcement, lineage } = inputs;
  return [
    ['measured', 'total', inputs.measured],
    ['lineage.ownReported', 'total', lineage?.ownReported],
    ['count.parameters', 'parameters', count?.parameters],
    ['count.activeParameters', 'parameters', count?.activeParameters],
    ['count.forwardOpsPerUnit', 'data', count?.forwardOpsPerUnit],
    ['count.dataset', 'data', count?.dataset],
    ['count.unitsPerExample', 'data', count?.unitsPerExample],
    ['count.epochs', 'epochs', count?.epochs],
    ['count.encoder.parameters', 'parameters', count?.encoder?.parameters],
    ['count.encoder.units', 'data', count?.encoder?.units],
    ['count.decoder.parameters', 'parameters', count?.decoder?.parameters],
    ['count.decoder.units', 'data', count?.decoder?.units],
    ['count.attention.layers', 'parameters', count?.attention?.layers],
    ['count.attention.width', 'parameters', count?.attention?.width],
    ['count.attention.contextLength', 'data', count?.attention?.contextLength],
    ['count.embedding.vocabulary', 'parameters', count?.embedding?.vocabulary],
    ['hardware.chips', 'chipTime', hardware?.chips],
    ['hardware.hours', 'chipTime', hardware?.hours],
    ['hardware.chipHours', 'chipTime', hardware?.chipHours],
    ['hardware.peak', 'rate', hardware?.peak?.rate],
    ['hardware.utilisation', 'utilisation', hardware?.utilisation?.value],
    ['hardware.lostShare', 'share', hardware?.lostShare],
    ['energy.energy', 'power', energy?.energy],
    ['energy.chipPower', 'power', energy?.chipPower],
    ['energy.overhead', 'power', energy?.overhead],
    ['cost.spend', 'price', cost?.spend],
    ['cost.pricePerChipHour', 'price', cost?.pricePerChipHour],
    ['adapter.allParameters', 'parameters', adapter?.allParameters],
    ['adapter.tokens', 'data', adapter?.tokens],
    ['reinforcement.activeParameters', 'parameters', reinforcement?.activeParameters],
    ['reinforcement.rollouts', 'data', reinforcement?.rollouts],
    ['reinforcement.tokensPerRollout', 'data', reinforcement?.tokensPerRollout],
    ['reinforcement.updateTokens', 'data', reinforcement?.updateTokens],
    ['reinforcement.rewardParameters', 'parameters', reinforcement?.rewardParameters],
    ['reinforcement.referenceParameters', 'parameters', reinforcement?.referenceParameters],
    ...(inputs.syntheticData ?? []).flatMap((data, index): Entry[] => [
      [`syntheticData.${index}.generatorParameters`, 'parameters', data.generatorParameters],
      [`syntheticData.${index}.tokensGenerated`, 'data', data.tokensGenerated],
      [`syntheticData.${index}.operations`, 'total', data.operations],
    ]),
    ...(lineage?.links ?? []).flatMap((link, index): Entry[] => [
      [`lineage.links.${index}.teacherParameters`, 'parameters', link.teacherParameters],
      [`lineage.links.${index}.teacherTokens`, 'data', link.teacherTokens],
    ]),
  ];
}
