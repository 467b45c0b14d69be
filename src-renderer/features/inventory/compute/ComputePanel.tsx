import { IconClipboardText, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import type { EstimateAnswer, ThresholdLine } from '../../../../src-shared/contract/compute.ts';
import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeMethod } from '../../../../src-shared/model/compute.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import {
  ArithmeticWell,
  Button,
  MathText,
  Note,
  RangeChart,
  type RangeSeries,
  SimpleTable,
  StatusText,
  useText,
} from '../../../ui/index.ts';
import classes from './compute.module.css';
import { MethodCards } from './MethodCards.tsx';
import { OtherWays } from './OtherWays.tsx';
import { PartsTable } from './PartsTable.tsx';
import { RunLogDialog } from './RunLogDialog.tsx';
import { findingText, lineName, messageText, positionTone, refusalText, settledText, startsText } from './words.ts';

interface ComputePanelProps {
  readonly facts: Facts;
  readonly onFacts: (changes: readonly FactChange[]) => void;
  /** Facts that the screen asks for itself, above the panel. */
  readonly askedBefore?: ReadonlySet<string>;
}

/** Training compute of a model version: figures in, range out, against the lines of the rules. The core does the arithmetic. */
export function ComputePanel({ facts, onFacts, askedBefore }: ComputePanelProps) {
  const t = useText();
  const [pasting, setPasting] = useState(false);
  const ways = useRef<HTMLElement>(null);
  const query = useHostQuery('compute.estimateFacts', { facts }, { keepPrevious: true });
  return (
    <div className={classes['panel']}>
      <MethodCards facts={facts} answer={query.data} onFacts={onFacts} />
      <QueryView query={query}>
        {(answer) => <Outcome answer={answer} onPaste={() => setPasting(true)} onWays={() => showWays(ways.current)} />}
      </QueryView>
      <OtherWays place={ways} facts={facts} answer={query.data} onFacts={onFacts} {...(askedBefore === undefined ? {} : { askedBefore })} />
      {pasting ? <RunLogDialog facts={facts} onFacts={onFacts} onClose={() => setPasting(false)} /> : null}
      <p className="caption muted">{t('compute.panel.attribution')}</p>
    </div>
  );
}

/** Brings the further ways into sight, with the first one ready to open by keyboard. */
function showWays(section: HTMLElement | null): void {
  section?.scrollIntoView({ block: 'start' });
  section?.querySelector('summary')?.focus({ preventScroll: true });
}

interface OutcomeProps {
  readonly answer: EstimateAnswer;
  readonly onPaste: () => void;
  readonly onWays: () => void;
}

function Outcome({ answer, onPaste, onWays }: OutcomeProps) {
  const t = useText();
  const { estimate, thresholds } = answer;
  const refusal = refusalText(t, estimate);
  const warnings = estimate.warnings.filter((one) => one.severity === 'warning');
  const notes = estimate.warnings.filter((one) => one.severity === 'note' && one.code !== 'methodRefused');
  return (
    <>
      {refusal === null ? null : <Note tone="review">{refusal}</Note>}
      <RangeChart
        title={findingText(t, estimate, thresholds)}
        series={seriesOf(t, answer)}
        limits={limitsOf(t, thresholds)}
        axisLabel={t('compute.panel.axis')}
        actions={
          <>
            <Button kind="quiet" size="small" icon={IconPlus} onClick={onWays}>
              {t('compute.ways.open')}
            </Button>
            <Button kind="quiet" size="small" icon={IconClipboardText} onClick={onPaste}>
              {t('compute.panel.pasteLog')}
            </Button>
          </>
        }
      />
      <PartsTable estimate={estimate} />
      {warnings.map((one) => (
        <Note key={one.code} tone="review">
          {messageText(t, one)}
        </Note>
      ))}
      <SimpleTable<ThresholdLine>
        label={t('compute.panel.lines')}
        place="inline"
        groups={[{ id: 'all', rows: thresholds }]}
        rowKey={(line) => line.comparison.id}
        columns={[
          {
            id: 'line',
            header: t('compute.panel.line'),
            width: 160,
            cell: (line) => (
              <span>
                <span className="medium">{lineName(t, line)}</span> <MathText>{formatQuantity(line.comparison.ops, t.locale)}</MathText>
              </span>
            ),
          },
          {
            id: 'starts',
            header: t('compute.panel.wouldStart'),
            minWidth: 200,
            cell: (line) => <MathText>{startsText(t, line)}</MathText>,
          },
          {
            id: 'verdict',
            header: t('compute.panel.position'),
            width: 108,
            cell: (line) => (
              <StatusText tone={positionTone[line.comparison.position]}>{t(`compute.position.${line.comparison.position}`)}</StatusText>
            ),
          },
          {
            id: 'settles',
            header: t('compute.panel.settles'),
            width: 200,
            fold: { under: 'verdict', order: 1 },
            cell: (line) => settledText(t, line),
          },
        ]}
      />
      <details className={classes['details']}>
        <summary>{t('compute.panel.arithmetic')}</summary>
        {estimate.methods.map((method) => (
          <div key={method.method}>
            <h3>{t(`compute.method.${method.method}`)}</h3>
            {method.lines.map((line) => (
              <ArithmeticWell key={line.id} aside={t.dynamic(`compute.line.${line.id}`)}>
                {line.arithmetic}
              </ArithmeticWell>
            ))}
          </div>
        ))}
        {notes.map((one) => (
          <p key={one.code} className="muted">
            {messageText(t, one)}
          </p>
        ))}
      </details>
    </>
  );
}

const colours: Readonly<Partial<Record<ComputeMethod, 1 | 2 | 3 | 4 | 5 | 6>>> = {
  operationCount: 1,
  hardwareTime: 2,
  measured: 3,
  energy: 4,
  cost: 5,
  adapter: 6,
};
const markers: Readonly<Partial<Record<ComputeMethod, 'dot' | 'diamond' | 'square'>>> = {
  hardwareTime: 'diamond',
  measured: 'square',
  energy: 'square',
};

function seriesOf(t: ReturnType<typeof useText>, { estimate }: EstimateAnswer): readonly RangeSeries[] {
  const methods = estimate.methods.map(
    (method): RangeSeries => ({
      id: method.method,
      label: t(`compute.series.${method.method}`),
      range: { low: method.low, likely: method.likely, high: method.high },
      colour: colours[method.method] ?? 5,
      marker: markers[method.method] ?? 'dot',
    }),
  );
  const base = estimate.parts
    .filter((part) => part.id === 'base' && part.range !== null)
    .flatMap((part) =>
      part.range === null
        ? []
        : [
            {
              id: `base-${part.of ?? ''}`,
              label: part.of ?? t('compute.part.base'),
              range: part.range,
              colour: 5 as const,
              marker: 'square' as const,
            },
          ],
    );
  if (estimate.status === 'refused') return [...methods, ...base];
  return [
    ...methods,
    ...base,
    {
      id: 'used',
      label: t('compute.panel.used'),
      range: { low: estimate.low, likely: estimate.likely, high: estimate.high },
      colour: 'ink',
    },
  ];
}

/** One line for each number; a rule that is not law or not enforced is dashed, one that the range crosses is strong. */
function limitsOf(t: ReturnType<typeof useText>, thresholds: readonly ThresholdLine[]) {
  const byOps = new Map<number, ThresholdLine[]>();
  for (const line of thresholds) byOps.set(line.comparison.ops, [...(byOps.get(line.comparison.ops) ?? []), line]);
  return [...byOps].map(([value, lines]) => {
    const lead = lines.find((line) => line.origin.isLaw) ?? lines[0];
    return {
      value,
      label: lead === undefined ? formatQuantity(value, t.locale) : lineName(t, lead),
      strong: lines.some((line) => line.comparison.position === 'straddles'),
      dashed: lead === undefined || !lead.origin.isLaw || lead.origin.enforcement !== 'enforced',
    };
  });
}
