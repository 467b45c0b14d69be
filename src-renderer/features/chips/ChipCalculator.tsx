import { useMemo } from 'react';
import type { ChipAnswer } from '../../../src-shared/contract/compute.ts';
import type { Facts, FieldValue } from '../../../src-shared/model/asset-fields.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { type MapPoint, Note, Quantity, RuleMap, StatusBadge, useText, VerdictLine } from '../../ui/index.ts';
import classes from './chips.module.css';
import { FigureFields } from './FigureFields.tsx';
import { chipFigures, ratesOf, typed, wordOf } from './figures.ts';
import { regionsOf } from './map-regions.ts';
import { RatesTable } from './RatesTable.tsx';
import { LetterTable, TierTable } from './TierTable.tsx';
import { conclusion, mapTitle, tierRows, warningSentences } from './words.ts';

/** Known products that give the map its bearings. */
const bearings = ['nvidia-h100-sxm5', 'nvidia-a100-80-sxm4', 'nvidia-l40s', 'nvidia-l4', 'nvidia-h20', 'nvidia-a30', 'amd-mi210'];
const xScale = [600, 40_000] as const;
const yScale = [0.6, 30] as const;

interface ChipCalculatorProps {
  readonly name: string;
  readonly facts: Facts;
  readonly onChange: (field: string, fact: FieldValue | null) => void;
}

/** Figures of a chip at the left, what rules make of them at the right; every change is worked out by the core at once. */
export function ChipCalculator({ name, facts, onChange }: ChipCalculatorProps) {
  const t = useText();
  const catalogueId = wordOf(facts, 'catalogueId') ?? '';
  const record = useHostQuery('catalogue.get', { id: catalogueId }, { enabled: catalogueId !== '' });
  const figures = useMemo(() => chipFigures(name, facts, record.data ?? null), [name, facts, record.data]);
  const answer = useHostQuery('compute.chip', { figures }, { keepPrevious: true });
  const rates = ratesOf(facts);
  return (
    <QueryView query={answer}>
      {(worked) => (
        <>
          <Verdict name={name} facts={facts} answer={worked} />
          <div className={classes['columns']}>
            <div className={classes['figures']}>
              <RatesTable
                rates={rates}
                result={worked.result}
                onChange={(next) => onChange('peakDense', next.length === 0 ? null : typed(next, facts['peakDense']))}
              />
              <FigureFields facts={facts} onChange={onChange} />
            </div>
            <Rules name={name} facts={facts} answer={worked} />
          </div>
          <div className={classes['foot']}>
            <span>{t('chips.judgedOn', { day: worked.on })}</span>
            <span>{t('chips.attribution')}</span>
          </div>
        </>
      )}
    </QueryView>
  );
}

interface PartProps {
  readonly name: string;
  readonly facts: Facts;
  readonly answer: ChipAnswer;
}

function useFinding(name: string, facts: Facts) {
  return useHostQuery('classification.preview', { kind: 'chip', name, facts }, { keepPrevious: true }).data;
}

function Verdict({ name, facts, answer }: PartProps) {
  const t = useText();
  const rows = tierRows(t, answer, useFinding(name, facts));
  const { tone, word, sentence } = conclusion(t, rows, answer);
  const { tpp, performanceDensity, opsPerSecondPerWatt } = answer.result;
  const figures = [
    { label: t('chips.tpp'), value: tpp?.value ?? null, arithmetic: tpp?.arithmetic },
    {
      label: t('chips.tppPerArea'),
      value: performanceDensity === null ? null : Number(performanceDensity.value.toPrecision(4)),
      arithmetic: performanceDensity?.arithmetic,
    },
    {
      label: t('chips.opsPerWatt'),
      value: opsPerSecondPerWatt === null ? null : Number((opsPerSecondPerWatt.value / 1e12).toPrecision(2)),
      unit: 'T',
      arithmetic: opsPerSecondPerWatt?.arithmetic,
    },
  ];
  return (
    <div className={classes['verdict']}>
      <VerdictLine badge={<StatusBadge tone={tone}>{word}</StatusBadge>}>{sentence}</VerdictLine>
      <dl className={classes['large']}>
        {figures.map(({ label, value, unit, arithmetic }) => (
          <div key={label} title={arithmetic}>
            <dd>
              <Quantity value={value} {...(unit === undefined ? {} : { unit })} />
            </dd>
            <dt>{label}</dt>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Rules({ name, facts, answer }: PartProps) {
  const t = useText();
  const landmarks = useHostQuery('catalogue.landmarks', {});
  const rows = tierRows(t, answer, useFinding(name, facts));
  const warnings = warningSentences(t, answer);
  const { tpp, performanceDensity } = answer.result;
  const own = wordOf(facts, 'catalogueId');
  const points: MapPoint[] = (landmarks.data ?? [])
    .filter((one) => bearings.includes(one.id) && one.id !== own)
    .map((one) => ({
      id: one.id,
      label: one.name.replace(/ (SXM\d?|PCIe).*$|^(HGX|Instinct) /, '').replace(/ \d+GB$/, ''),
      x: one.tpp,
      y: one.performanceDensity,
    }));
  if (tpp !== null && performanceDensity !== null)
    points.push({ id: 'own', label: name, x: tpp.value, y: performanceDensity.value, strong: true });
  return (
    <div className={classes['rules']}>
      <RuleMap
        title={mapTitle(t, name, rows, answer)}
        regions={regionsOf(answer.tiers, xScale[1], yScale[1])}
        points={points}
        xLabel={t('chips.axis.tpp')}
        yLabel={t('chips.axis.density')}
        xScale={xScale}
        yScale={yScale}
      />
      <TierTable rows={rows} />
      {warnings.map(({ code, text }) => (
        <Note key={code + text} tone="review">
          {text}
        </Note>
      ))}
      <LetterTable answer={answer} />
    </div>
  );
}
