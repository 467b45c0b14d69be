import type { ComputeEstimate, ComputePart, OpsRange } from '../../../../src-shared/model/compute.ts';
import { MathText, Quantity, SimpleTable, useText } from '../../../ui/index.ts';
import { partRefusalText } from './words.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  readonly range: OpsRange | null;
  readonly formula: string;
}

/** The run, its base and the stages added to it, with their sum. Nothing to show while the run stands alone. */
export function PartsTable({ estimate }: { readonly estimate: ComputeEstimate }) {
  const t = useText();
  if (estimate.parts.every((part) => part.id === 'own')) return null;
  const lines = estimate.parts.map(
    (part, place): Line => ({
      key: `${part.id}-${place}`,
      name: part.of === undefined ? t(`compute.part.${part.id}`) : `${t(`compute.part.${part.id}`)}: ${part.of}`,
      range: part.excludedBecause === undefined ? part.range : null,
      formula: formulaOf(t, part),
    }),
  );
  const total = estimate.status === 'estimated' ? estimate : null;
  return (
    <SimpleTable<Line>
      label={t('compute.ways.addsUp')}
      place="inline"
      groups={[{ id: 'all', rows: [...lines, { key: 'total', name: t('compute.ways.total'), range: total, formula: '' }] }]}
      rowKey={(line) => line.key}
      columns={[
        {
          id: 'part',
          header: t('compute.ways.part'),
          width: 200,
          cell: (line) => <span className={line.key === 'total' ? 'medium' : undefined}>{line.name}</span>,
        },
        {
          id: 'low',
          header: t('compute.ways.low'),
          align: 'end',
          width: 92,
          cell: (line) => figure(line, 'low', t('compute.ways.notKnown')),
        },
        { id: 'likely', header: t('compute.ways.likely'), align: 'end', width: 92, cell: (line) => figure(line, 'likely', '') },
        { id: 'high', header: t('compute.ways.high'), align: 'end', width: 92, cell: (line) => figure(line, 'high', '') },
        {
          id: 'formula',
          header: t('compute.ways.formulaColumn'),
          cell: (line) => (
            <span className="muted">
              <MathText>{line.formula}</MathText>
            </span>
          ),
        },
      ]}
    />
  );
}

const figure = (line: Line, end: keyof OpsRange, otherwise: string) =>
  line.range === null ? <span className="muted">{otherwise}</span> : <Quantity value={line.range[end]} />;

/** The last sum of a part says what it comes to; a part without one says why. */
function formulaOf(t: ReturnType<typeof useText>, part: ComputePart): string {
  if (part.excludedBecause !== undefined) return t('compute.ways.covered');
  if (part.refusal !== undefined) return partRefusalText(t, part.refusal);
  return part.lines.findLast((line) => line.unit === 'FLOP' && line.state !== 'off')?.arithmetic ?? '';
}
