import { useEffect, useMemo, useRef, useState } from 'react';
import { contentsOf } from '../../../src-shared/model/report-contents.ts';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { useText } from '../text.tsx';
import { PaperSheet } from './PaperSheet.tsx';
import { pageSizes, type Slice } from './paginate.ts';
import { type ContentsLine, SheetBlock } from './SheetBlock.tsx';
import classes from './sheet.module.css';
import { usePages } from './use-pages.ts';

const THUMB_WIDTH = 76;
/** Thumbnails are whole pages drawn small; beyond this many, numbers do. */
const MOST_THUMBS = 30;

interface SheetDeskProps {
  readonly page: ReportPage;
  readonly paper: Paper;
  readonly zoom: number;
  /** The zoom at which a page fits the width of the desk, told whenever the width changes. */
  readonly onFit: (zoom: number) => void;
  readonly onPages: (count: number) => void;
}

/** The pages on a desk, with small ones at the left to jump by. */
export function SheetDesk({ page, paper, zoom, onFit, onPages }: SheetDeskProps) {
  const t = useText();
  const { column, pages } = usePages(page, paper);
  const contents = useMemo(() => contentsLines(page, pages), [page, pages]);
  const [current, setCurrent] = useState(0);
  const desk = useRef<HTMLDivElement>(null);
  const size = pageSizes[paper];
  useEffect(() => onPages(pages.length), [pages.length, onPages]);
  useEffect(() => {
    const element = desk.current;
    if (element === null) return undefined;
    const watch = new ResizeObserver(() => onFit(fitting(element.clientWidth, size.width)));
    watch.observe(element);
    return () => watch.disconnect();
  }, [size.width, onFit]);

  const jump = (place: number) => {
    setCurrent(place);
    const target = desk.current?.querySelectorAll('[data-page]')[place];
    if (desk.current === null || target === undefined) return;
    // Only the desk moves: scrolling the page into view would also push the header of the screen out of it.
    desk.current.scrollTop += target.getBoundingClientRect().top - desk.current.getBoundingClientRect().top - ABOVE_PAGE;
  };
  const follow = () => {
    const box = desk.current?.getBoundingClientRect();
    if (box === undefined) return;
    const middle = box.top + box.height / 3;
    const tops = [...(desk.current?.querySelectorAll('[data-page]') ?? [])].map((each) => each.getBoundingClientRect().top);
    setCurrent(
      Math.max(
        0,
        tops.findLastIndex((top) => top <= middle),
      ),
    );
  };

  return (
    <>
      <nav className={classes['thumbs']} aria-label={t('memo.pages')}>
        {pages.map((slices, place) => (
          <button
            // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
            key={place}
            type="button"
            aria-current={place === current ? 'page' : undefined}
            onClick={() => jump(place)}
          >
            {place < MOST_THUMBS ? (
              <span className={classes['thumb']} style={{ zoom: THUMB_WIDTH / size.width }} aria-hidden inert>
                <PaperSheet page={page} paper={paper} slices={slices} number={place + 1} of={pages.length} contents={contents} />
              </span>
            ) : null}
            <span className="visually-hidden">{t('memo.goToPage', { page: place + 1 })}</span>
            <span aria-hidden>{place + 1}</span>
          </button>
        ))}
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <div ref={desk} className={classes['desk']} role="region" aria-label={page.title} tabIndex={0} onScroll={follow}>
        {pages.map((slices, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a page is its number
          <div key={place} className={classes['page']} data-page="" style={{ zoom }}>
            <PaperSheet page={page} paper={paper} slices={slices} number={place + 1} of={pages.length} contents={contents} />
          </div>
        ))}
      </div>
      <div ref={column} className={`sheet ${classes['measure'] ?? ''}`} style={{ width: size.width - 2 * size.side }} aria-hidden inert>
        {page.blocks.map((block, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks of a report do not move
          <SheetBlock key={place} block={block} contents={contents} />
        ))}
      </div>
    </>
  );
}

/** The contents with the pages their parts came to lie on. */
function contentsLines(page: ReportPage, pages: readonly (readonly Slice[])[]): readonly ContentsLine[] {
  const pageOf = new Map<number, number>();
  for (const [place, slices] of pages.entries()) for (const { block } of slices) if (!pageOf.has(block)) pageOf.set(block, place + 1);
  return contentsOf(page.blocks).map((entry) => ({ ...entry, page: pageOf.get(entry.block) ?? null }));
}

/** Desk that shows above a page that was jumped to. */
const ABOVE_PAGE = 12;
/** Room left and right of a page, and the smallest and largest zoom that is chosen without being asked for. */
const MARGINS = 56;
const SMALLEST = 0.5;

function fitting(desk: number, paper: number): number {
  return Math.min(1, Math.max(SMALLEST, Math.floor(((desk - MARGINS) / paper) * 100) / 100));
}
