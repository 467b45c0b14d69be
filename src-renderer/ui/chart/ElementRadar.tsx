import type { AssessmentSummary } from '../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../src-shared/formats/programme-catalogue.ts';
import { useText } from '../text.tsx';
import { Radar, type RadarSeries } from './Radar.tsx';

interface ElementRadarProps {
  readonly catalogue: ProgrammeElements;
  readonly now: AssessmentSummary;
  readonly before: AssessmentSummary | null;
  readonly target: number;
  /** What the title opens. */
  readonly href?: string;
}

/** The elements of one assessment over those of the last, with the target. The title names the weakest. */
export function ElementRadar({ catalogue, now, before, target, href }: ElementRadarProps) {
  const t = useText();
  const valuesOf = (summary: AssessmentSummary) =>
    catalogue.elements.map(({ id }) => summary.scores.find(({ elementId }) => elementId === id)?.maturity ?? null);
  const scored = now.scores.flatMap(({ elementId, maturity }) => (maturity === null ? [] : [{ elementId, maturity }]));
  const weakest = scored.reduce<(typeof scored)[number] | undefined>(
    (low, one) => (low === undefined || one.maturity < low.maturity ? one : low),
    undefined,
  );
  const name = catalogue.elements.find(({ id }) => id === weakest?.elementId)?.name;
  const series: readonly RadarSeries[] = [
    { id: 'now', label: t('programme.assessment.now'), values: valuesOf(now), look: 'now' },
    ...(before === null
      ? []
      : [{ id: 'before', label: t('programme.assessment.last'), values: valuesOf(before), look: 'before' as const }]),
    { id: 'target', label: t('programme.assessment.target'), values: catalogue.elements.map(() => target), look: 'target' },
  ];
  return (
    <Radar
      title={t('programme.assessment.radar', { weakest: name ?? 'none', value: weakest?.maturity ?? 0 })}
      href={href}
      axes={catalogue.elements.map(({ id, name: label, short }) => ({ id, label, short }))}
      series={series}
    />
  );
}
