import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconHandStop, IconInfoCircle } from '@tabler/icons-react';
import { Fragment } from 'react';
import { chartShape, type Shape } from '../../../src-shared/model/chart-shape.ts';
import type { ContentsEntry } from '../../../src-shared/model/report-contents.ts';
import { type Block, type Chart, isPoint, type Line, type Mark, type Pair, type Run } from '../../../src-shared/model/report-page.ts';
import { assertNever } from '../../../src-shared/model/result.ts';
import type { IconType } from '../Icon.tsx';

const marks: Readonly<Record<Mark, IconType>> = {
  check: IconCircleCheck,
  triangle: IconAlertTriangle,
  hand: IconHandStop,
  dashed: IconCircleDashed,
  info: IconInfoCircle,
};

/** One block of a report, drawn with the classes that paper uses, so that screen and print are the same sheet. */
export function SheetBlock({ block, contents = [] }: { readonly block: Block; readonly contents?: readonly ContentsLine[] }) {
  switch (block.kind) {
    case 'brand':
      return (
        <div className="sheet-brand">
          <span>{block.logo === null ? null : <img src={block.logo.source} alt={block.logo.alternative} />}</span>
          <span>
            {keyed(block.lines).map(([key, each]) => (
              <span key={key} dir="auto">
                {each}
              </span>
            ))}
          </span>
        </div>
      );
    case 'contents':
      return <Contents title={block.title} lines={contents} />;
    case 'pageBreak':
      return <div className="sheet-break" />;
    case 'chart':
      return <SheetChart chart={block.chart} />;
    case 'image':
      return (
        <p className="sheet-in sheet-image">
          <img src={block.source} alt={block.alternative} style={{ width: `${(block.width * 100).toFixed(1)}%` }} />
        </p>
      );
    case 'title':
      return (
        <div>
          <p className="sheet-title" dir="auto">
            {block.text}
          </p>
          <p className="sheet-under" dir="auto">
            {block.under}
          </p>
        </div>
      );
    case 'banner':
      return (
        <p className="sheet-banner" dir="auto">
          {block.text}
        </p>
      );
    case 'verdict':
      return <Verdict block={block} />;
    case 'heading':
      return (
        <h2 className="sheet-heading">
          <span>{block.number}</span>
          {block.text}
        </h2>
      );
    case 'subheading':
      return (
        <h3 className="sheet-subheading" dir="auto">
          <Runs line={block.line} />
        </h3>
      );
    case 'pairs':
      return (
        <dl className="sheet-in sheet-pairs" data-columns={block.columns}>
          {keyed(block.pairs).map(([key, pair]) => (
            <div key={key}>
              <PairText pair={pair} />
            </div>
          ))}
        </dl>
      );
    case 'sum':
      return (
        <div className="sheet-in sheet-sum">
          <LineText line={block.left} />
          <LineText line={block.right} />
        </div>
      );
    case 'paragraph':
      return (
        <p className={block.quiet ? 'sheet-in sheet-quiet' : 'sheet-in'} data-point={isPoint(block.line) ? '' : undefined} dir="auto">
          <Runs line={block.line} />
        </p>
      );
    case 'table':
      return <SheetTable block={block} />;
    case 'steps':
      return (
        <ol className="sheet-steps">
          {keyed(block.steps).map(([key, step]) => (
            <li key={key}>
              <span dir="auto">
                <Runs line={step.line} />
                {step.detail.length === 0 ? null : (
                  <small>
                    <Runs line={step.detail} />
                  </small>
                )}
              </span>
            </li>
          ))}
        </ol>
      );
    case 'notes':
      return (
        <ol className="sheet-notes">
          {block.notes.map((note) => (
            <li key={note.number}>
              <span>[{note.number}]</span>
              <LineText line={note.line} />
            </li>
          ))}
        </ol>
      );
    case 'signatures':
      return (
        <div className="sheet-signatures">
          {block.lines.map((line) => (
            <div key={line.role}>
              <b>{line.role}</b>
              <br />
              <span dir="auto">{line.name}</span>
            </div>
          ))}
        </div>
      );
    default:
      return assertNever(block);
  }
}

/** A line of the contents with the page it leads to, once pages are counted. */
export interface ContentsLine extends ContentsEntry {
  readonly page: number | null;
}

function Contents({ title, lines }: { readonly title: string; readonly lines: readonly ContentsLine[] }) {
  return (
    <nav className="sheet-contents">
      <h2>{title}</h2>
      <ol>
        {lines.map(({ block, text, level, page }) => (
          <li key={block} data-level={level}>
            <span>
              <span dir="auto">{text}</span>
              <i />
              <span>{page}</span>
            </span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SheetChart({ chart }: { readonly chart: Chart }) {
  const { width, height, shapes } = chartShape(chart);
  return (
    <figure className="sheet-in sheet-chart">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={chart.caption}>
        {keyed(shapes).map(([key, shape]) => (
          <ShapeSvg key={key} shape={shape} />
        ))}
      </svg>
      <figcaption dir="auto">
        {chart.caption}
        {chart.series.length < 2 ? null : (
          <span className="sheet-legend">
            {keyed(chart.series).map(([place, { name }]) => (
              <span key={place} data-series={place}>
                {name}
              </span>
            ))}
          </span>
        )}
      </figcaption>
    </figure>
  );
}

function ShapeSvg({ shape }: { readonly shape: Shape }) {
  switch (shape.kind) {
    case 'line': {
      const points = shape.points.map(({ x, y }) => `${x},${y}`).join(' ');
      const series = shape.series ?? undefined;
      return shape.closed ? <polygon points={points} data-series={series} /> : <polyline points={points} data-series={series} />;
    }
    case 'bar':
      return <rect x={shape.x} y={shape.y} width={shape.width} height={shape.height} data-series={shape.series} />;
    case 'dot':
      return <circle cx={shape.x} cy={shape.y} r={2.5} data-series={shape.series} />;
    case 'words':
      return (
        <text x={shape.x} y={shape.y} textAnchor={shape.anchor}>
          {shape.text}
        </text>
      );
    default:
      return assertNever(shape);
  }
}

function Verdict({ block }: { readonly block: Extract<Block, { kind: 'verdict' }> }) {
  const Shape = marks[block.mark];
  return (
    <section className="sheet-verdict">
      <div>
        <p className="sheet-word">
          <Shape aria-hidden size={14} />
          <span>{block.word}</span>
        </p>
        <p className="sheet-sentence" dir="auto">
          <Runs line={block.sentence} />
        </p>
      </div>
      <dl>
        {keyed(block.pairs).map(([key, pair]) => (
          <PairText key={key} pair={pair} />
        ))}
      </dl>
    </section>
  );
}

function SheetTable({ block }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  const whole = block.columns.reduce((sum, { share }) => sum + share, 0);
  return (
    <table className="sheet-table">
      <colgroup>
        {block.columns.map(({ title, share }) => (
          <col key={title} style={{ width: `${((share / whole) * 100).toFixed(2)}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {block.columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {keyed(block.rows).map(([key, row]) =>
          row.kind === 'group' ? (
            <tr key={key} className="sheet-group">
              <td colSpan={block.columns.length} dir="auto">
                <Runs line={row.cells[0] ?? []} />
              </td>
            </tr>
          ) : (
            <tr key={key}>
              {keyed(row.cells).map(([cellKey, cell]) => (
                <td key={cellKey} dir="auto">
                  <Runs line={cell} />
                </td>
              ))}
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function PairText({ pair }: { readonly pair: Pair }) {
  return (
    <>
      <dt dir="auto">{pair.term}</dt>
      <dd dir="auto">
        <Runs line={pair.value} />
      </dd>
    </>
  );
}

function LineText({ line }: { readonly line: Line }) {
  return (
    <span dir="auto">
      <Runs line={line} />
    </span>
  );
}

function Runs({ line }: { readonly line: Line }) {
  return keyed(line).map(([key, run]) => (
    <Fragment key={key}>
      <RunText run={run} />
    </Fragment>
  ));
}

function RunText({ run }: { readonly run: Run }) {
  switch (run.kind) {
    case 'text':
      return run.text;
    case 'strong':
      return <b>{run.text}</b>;
    case 'quiet':
      return <span className="sheet-quiet">{run.text}</span>;
    case 'code':
      return <span className="sheet-code">{run.text}</span>;
    case 'up':
      return run.strong ? (
        <b>
          <sup>{run.text}</sup>
        </b>
      ) : (
        <sup>{run.text}</sup>
      );
    case 'note':
      return <span className="sheet-ref">[{run.number}]</span>;
    default:
      return assertNever(run);
  }
}

/** A report does not change while it is shown: the place of a thing in its list is its identity. */
function keyed<T>(items: readonly T[]): ReadonlyArray<readonly [number, T]> {
  return items.map((item, place) => [place, item] as const);
}
