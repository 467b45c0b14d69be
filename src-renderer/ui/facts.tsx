import { Fragment, type ReactNode } from 'react';
import type { Citation } from '../../src-shared/model/citation.ts';
import classes from './facts.module.css';
import { Icon } from './Icon.tsx';
import { MathText } from './Quantity.tsx';
import { type Tone, toneIcons } from './status.tsx';
import { useText } from './text.tsx';

export interface FactRow {
  readonly label: string;
  /** `null` or undefined reads "unknown". */
  readonly value: ReactNode;
  readonly key?: string;
}

/** Label and value, one fact a line. `labelWidth` in pixels, 112 by default. */
export function FactList({ rows, labelWidth }: { readonly rows: readonly FactRow[]; readonly labelWidth?: number }) {
  const t = useText();
  return (
    <dl className={classes['facts']} style={labelWidth === undefined ? undefined : { ['--label' as string]: `${labelWidth}px` }}>
      {rows.map((row) => (
        <FactPair key={row.key ?? row.label} row={row} unknown={t('common.unknownWord')} />
      ))}
    </dl>
  );
}

/** The same pairs in columns, label above value, for wide regions. */
export function KeyValueGrid({ rows, cellWidth }: { readonly rows: readonly FactRow[]; readonly cellWidth?: number }) {
  const t = useText();
  return (
    <dl className={classes['grid']} style={cellWidth === undefined ? undefined : { ['--cell' as string]: `${cellWidth}px` }}>
      {rows.map((row) => (
        <div key={row.key ?? row.label}>
          <FactPair row={row} unknown={t('common.unknownWord')} />
        </div>
      ))}
    </dl>
  );
}

function FactPair({ row, unknown }: { readonly row: FactRow; readonly unknown: string }) {
  return (
    <>
      <dt>{row.label}</dt>
      <dd>{row.value === null || row.value === undefined ? <span className="muted">{unknown}</span> : row.value}</dd>
    </>
  );
}

interface SourceLinkProps {
  readonly citation: Pick<Citation, 'locator' | 'standing'>;
  /** Short name of the source before the locator. */
  readonly title?: string | undefined;
  /** Opens the source's text with its date and standing. Plain text without it. */
  readonly onOpen?: (() => void) | undefined;
}

/** Where a statement comes from and how well it is known. What is only claimed is underlined with dots and says so. */
export function SourceLink({ citation, title, onOpen }: SourceLinkProps) {
  const t = useText();
  const name = title ?? citation.locator;
  const face = <span className={citation.standing === 'verified' ? undefined : 'claimed'}>{name}</span>;
  return (
    <span className={classes['source']}>
      {onOpen === undefined ? (
        face
      ) : (
        <button type="button" className={classes['sourceButton']} onClick={onOpen}>
          {face}
        </button>
      )}
      {title === undefined ? '' : `, ${citation.locator}`}. {t(`sourceStanding.${citation.standing}`)}
    </span>
  );
}

/** Worked arithmetic in a well; `10^25` becomes a raised figure. `aside` is a quiet second line. */
export function ArithmeticWell({ children, aside }: { readonly children: ReactNode; readonly aside?: ReactNode }) {
  return (
    <div className={classes['well']}>
      {typeof children === 'string' ? <MathText>{children}</MathText> : children}
      {aside === undefined ? null : <small>{aside}</small>}
    </div>
  );
}

/** A sunken region for code, raw text and figures. */
export function Well({ children }: { readonly children: ReactNode }) {
  return <div className={classes['well']}>{children}</div>;
}

/** Numbered steps of a reasoning, joined by a hairline. Fill it with `<TraceItem>`. */
export function TraceList({ children }: { readonly children: ReactNode }) {
  return <ol className={classes['trace']}>{children}</ol>;
}

interface TraceItemProps {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly source?: ReactNode;
}

/** One step: what was done, the values, the source. */
export function TraceItem({ title, children, source }: TraceItemProps) {
  return (
    <li>
      <div>
        <div className={classes['title']}>{title}</div>
        {children}
        {source === undefined ? null : <div className={classes['source']}>{source}</div>}
      </div>
    </li>
  );
}

interface Side {
  readonly label: string;
  readonly value: ReactNode;
  readonly detail?: ReactNode;
}

/** Two facts side by side that must never be read apart: Text and Enforcement. */
export function TwoSides({ start, end }: { readonly start: Side; readonly end: Side }) {
  return (
    <div className={classes['two']}>
      {[start, end].map((side) => (
        <div key={side.label}>
          {side.label}
          <b>{side.value}</b>
          {side.detail}
        </div>
      ))}
    </div>
  );
}

export interface QuestionRow {
  readonly id: string;
  readonly ask: string;
  /** What an answer could change, who owns it, when it is due. */
  readonly detail?: ReactNode;
  readonly action?: ReactNode;
}

/** Open questions, the one with the largest effect first. */
export function QuestionList({ questions }: { readonly questions: readonly QuestionRow[] }) {
  return (
    <ol className={classes['questions']}>
      {questions.map((question) => (
        <li key={question.id}>
          <span>
            <b>{question.ask}</b>
            <span className="caption muted">{question.detail}</span>
          </span>
          {question.action ?? <span />}
        </li>
      ))}
    </ol>
  );
}

export interface TileFigure {
  readonly name: string;
  readonly figure: ReactNode;
  /** Small words after the figure: `of 26`. */
  readonly of?: ReactNode;
  readonly reason?: ReactNode;
  readonly tone?: Tone;
  /** What the tile opens; with `counts`, what its figure opens. */
  readonly href?: string;
  /** Numbers in place of a reason, each of which opens what it counts. */
  readonly counts?: readonly TileCount[];
  /** What the figure counts, where it counts records of a list. */
  readonly count?: number;
}

export interface TileCount {
  readonly words: string;
  readonly href: string;
  /** Absent where the number is a day or a span, and no list has so many lines. */
  readonly count?: number;
}

/** One strip of up to five figures, each with its reason. */
export function TileStrip({ tiles, label }: { readonly tiles: readonly TileFigure[]; readonly label: string }) {
  return (
    <section className={classes['tiles']} aria-label={label}>
      {tiles.map((tile) =>
        tile.counts !== undefined ? (
          <CountingTile key={tile.name} tile={tile} counts={tile.counts} />
        ) : tile.href === undefined ? (
          <div key={tile.name} className={classes['tile']}>
            <TileFace tile={tile} />
          </div>
        ) : (
          <a key={tile.name} className={classes['tile']} href={tile.href}>
            <TileFace tile={tile} />
          </a>
        ),
      )}
    </section>
  );
}

function CountingTile({ tile, counts }: { readonly tile: TileFigure; readonly counts: readonly TileCount[] }) {
  return (
    <div className={classes['tile']}>
      <a href={tile.href} data-count={tile.count}>
        <TileFace tile={{ name: tile.name, figure: tile.figure, of: tile.of }} />
      </a>
      <span className={classes['reason']}>
        {tile.tone === undefined ? null : <ToneIcon tone={tile.tone} />}
        <span>
          {counts.map(({ words, href, count }, place) => (
            <Fragment key={words}>
              {place === 0 ? null : ', '}
              <a href={href} data-count={count}>
                {words}
              </a>
            </Fragment>
          ))}
        </span>
      </span>
    </div>
  );
}

function TileFace({ tile }: { readonly tile: TileFigure }) {
  return (
    <>
      <span className={classes['name']}>{tile.name}</span>
      <span className={classes['figure']}>
        {tile.figure}
        {tile.of === undefined ? null : <small>{tile.of}</small>}
      </span>
      {tile.reason === undefined ? null : (
        <span className={classes['reason']}>
          {tile.tone === undefined ? null : <ToneIcon tone={tile.tone} />}
          {tile.reason}
        </span>
      )}
    </>
  );
}

/** The icon of a tone in its colour; the word beside it carries the meaning. */
export function ToneIcon({ tone, size = 16 }: { readonly tone: Tone; readonly size?: 14 | 16 | 18 }) {
  return <Icon of={toneIcons[tone]} size={size} className={classes[`tone-${tone}`]} />;
}
