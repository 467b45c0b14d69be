import { type RefObject, useLayoutEffect, useRef, useState } from 'react';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { pageSizes, paginate, type Slice, type Unit } from './paginate.ts';

/** Kinds that may break between their rows. Two columns of facts are laid out in pairs of rows, so they break there too. */
const breakable = { table: 'tbody > tr', steps: 'li', notes: 'li', pairs: ':scope > div' } as const;

/** Measures a report in a hidden column of the paper's width and breaks it into pages; measured again when the fonts are there. */
export function usePages(
  page: ReportPage,
  paper: Paper,
): { readonly column: RefObject<HTMLDivElement | null>; readonly pages: readonly (readonly Slice[])[] } {
  const column = useRef<HTMLDivElement>(null);
  const [pages, setPages] = useState<readonly (readonly Slice[])[]>([]);
  useLayoutEffect(() => {
    let live = true;
    const { height, top, bottom } = pageSizes[paper];
    const measure = () => {
      if (live && column.current !== null) setPages(paginate(unitsOf(column.current, page), height - top - bottom));
    };
    measure();
    void document.fonts.ready.then(measure);
    return () => {
      live = false;
    };
  }, [page, paper]);
  return { column, pages };
}

function unitsOf(column: HTMLElement, page: ReportPage): Unit[] {
  const origin = column.getBoundingClientRect().top;
  const elements = [...column.children];
  const units = elements.flatMap((element, block): Unit[] => {
    const kind = page.blocks[block]?.kind;
    if (kind === 'pageBreak') return [];
    const box = element.getBoundingClientRect();
    const rows = kind !== undefined && kind in breakable ? [...element.querySelectorAll(breakable[kind as keyof typeof breakable])] : [];
    if (rows.length === 0) {
      const keeps = kind === 'heading' || kind === 'subheading';
      return [{ block, row: null, top: box.top - origin, bottom: box.bottom - origin, repeats: 0, keeps }];
    }
    const first = rows[0]?.getBoundingClientRect().top ?? box.top;
    return rows.map((row, place) => {
      const { top, bottom } = row.getBoundingClientRect();
      return {
        block,
        row: place,
        top: (place === 0 ? box.top : top) - origin,
        bottom: (place === rows.length - 1 ? box.bottom : bottom) - origin,
        repeats: kind === 'table' ? first - box.top : 0,
        keeps: row.classList.contains('sheet-group'),
      };
    });
  });
  return units.map((unit, place) =>
    units[place - 1]?.block !== unit.block && page.blocks[unit.block - 1]?.kind === 'pageBreak' ? { ...unit, starts: true } : unit,
  );
}
