import type { PartyDetail } from '../../../../src-shared/contract/parties.ts';
import { Chart, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { type TierNode, type Tiers, tiersOf } from './ownership-tiers.ts';

const boxHeight = 44;
const tierHeight = 104;
const gap = 16;
const widest = 208;
const narrowest = 112;
/** Width of a letter at the chart's type size, on the safe side. */
const letter = 7;

/** Who stands above a party, tier by tier, with the shares; the same as a table one button away. */
export function OwnershipChart({ party }: { readonly party: PartyDetail }) {
  const t = useText();
  const drawn = tiersOf(party);
  const tierOf = new Map(drawn.tiers.flat().map((node) => [node.id, node]));
  const share = (percent: number | null) => (percent === null ? t('parties.ownership.shareUnknown') : `${percent} %`);
  const title = t('parties.chart.title', { count: drawn.tiers.length - 1, name: party.row.name });
  return (
    <div className={classes['stack']}>
      <Chart
        title={title}
        table={{
          columns: [
            { header: t('parties.chart.tier'), align: 'end' },
            { header: t('parties.chart.owner') },
            { header: t('parties.chart.of') },
            { header: t('parties.chart.share'), align: 'end' },
          ],
          rows: drawn.holdings.map((one) => ({
            key: one.id,
            cells: [
              tierOf.get(one.ownerId)?.tier ?? '',
              <a key="owner" href={`#/parties/${one.ownerId}`}>
                {one.ownerName}
              </a>,
              one.ownedName,
              <span key="share" className="figures">
                {share(one.percent)}
              </span>,
            ],
          })),
        }}
      >
        {(width) => <Drawing drawn={drawn} width={width} title={title} share={share} matched={t('parties.standing.trueMatch')} />}
      </Chart>
      {drawn.more ? <p className="muted">{t('parties.chart.more', { count: drawn.tiers.flat().length })}</p> : null}
    </div>
  );
}

interface DrawingProps {
  readonly drawn: Tiers;
  readonly width: number;
  readonly title: string;
  readonly share: (percent: number | null) => string;
  readonly matched: string;
}

function Drawing({ drawn, width, title, share, matched }: DrawingProps) {
  const { tiers, holdings } = drawn;
  const lines = linesOf(tiers, width);
  const height = lines.length * tierHeight - (tierHeight - boxHeight);
  const placed = new Map<string, { readonly x: number; readonly y: number; readonly box: number }>();
  lines.forEach((line, at) => {
    const box = Math.min(widest, (width - gap * (line.length - 1)) / line.length);
    const start = (width - line.length * box - gap * (line.length - 1)) / 2;
    line.forEach((node, place) => {
      placed.set(node.id, { x: start + place * (box + gap), y: height - boxHeight - at * tierHeight, box });
    });
  });
  return (
    <svg width={width} height={height} role="img" aria-label={title}>
      {holdings.map((one) => {
        const [from, to] = [placed.get(one.ownerId), placed.get(one.ownedId)];
        if (from === undefined || to === undefined || one.ownerId === one.ownedId) return null;
        const [x1, x2] = [from.x + from.box / 2, to.x + to.box / 2];
        const down = from.y < to.y;
        const [y1, y2] = [down ? from.y + boxHeight : from.y, down ? to.y : to.y + boxHeight];
        return (
          <g key={one.id}>
            <line className={classes['edge']} data-known={one.percent === null ? 'no' : undefined} x1={x1} y1={y1} x2={x2} y2={y2} />
            <text className={classes['share']} x={x1 + (x2 - x1) * 0.3} y={y1 + (y2 - y1) * 0.3 + 4} textAnchor="middle">
              {share(one.percent)}
            </text>
          </g>
        );
      })}
      {tiers.flat().map((node) => {
        const at = placed.get(node.id);
        if (at === undefined) return null;
        return <NodeBox key={node.id} node={node} {...at} matched={matched} />;
      })}
    </svg>
  );
}

/** A tier too wide for the room goes on in a line above. */
function linesOf(tiers: Tiers['tiers'], width: number): readonly (readonly TierNode[])[] {
  const most = Math.max(1, Math.floor((width + gap) / (narrowest + gap)));
  return tiers.flatMap((tier) =>
    Array.from({ length: Math.ceil(tier.length / most) }, (_, part) => tier.slice(part * most, (part + 1) * most)),
  );
}

interface NodeBoxProps {
  readonly node: TierNode;
  readonly x: number;
  readonly y: number;
  readonly box: number;
  readonly matched: string;
}

function NodeBox({ node, x, y, box, matched }: NodeBoxProps) {
  const room = Math.floor((box - 16) / letter);
  const name = node.name.length > room ? `${node.name.slice(0, Math.max(1, room - 1))}…` : node.name;
  return (
    <g>
      <title>{node.name}</title>
      <rect
        className={classes['box']}
        data-self={node.tier === 0 ? '' : undefined}
        data-listed={node.listed ? '' : undefined}
        x={x}
        y={y}
        width={box}
        height={boxHeight}
        rx={4}
      />
      <text className={classes['nodeName']} x={x + box / 2} y={y + (node.listed ? 18 : 26)} textAnchor="middle">
        {name}
      </text>
      {node.listed ? (
        <text className={classes['nodeWord']} x={x + box / 2} y={y + 35} textAnchor="middle">
          {matched}
        </text>
      ) : null}
    </g>
  );
}
