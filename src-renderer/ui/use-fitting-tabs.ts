import { type RefObject, useLayoutEffect, useState } from 'react';
import { fittingTabs } from './fitting-tabs.ts';

/**
 * How many tabs of a row fit. Tabs that do not fit keep their size out of sight, so every change of the row, of a
 * word or of the font measures all of them anew.
 *
 * The row holds elements marked `data-part`: `tab` for each tab, `more` for the button of the rest, `end` for what stands after them.
 */
export function useFittingTabs(row: RefObject<HTMLElement | null>, ids: string, count: number): number {
  const [shown, setShown] = useState(count);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other tabs are other elements to watch
  useLayoutEffect(() => {
    const element = row.current;
    if (element === null) return undefined;
    const measure = () => setShown(measureRow(element));
    measure();
    const observer = new ResizeObserver(measure);
    for (const one of [element, ...parts(element, 'tab'), ...parts(element, 'more'), ...parts(element, 'end')]) observer.observe(one);
    return () => observer.disconnect();
  }, [row, ids]);
  return shown;
}

function measureRow(row: HTMLElement): number {
  const style = getComputedStyle(row);
  const gap = Number.parseFloat(style.columnGap) || 0;
  const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight);
  const end = parts(row, 'end').reduce((sum, part) => sum + gap + part.getBoundingClientRect().width, 0);
  return fittingTabs({
    // Half a pixel is lost to rounding at some zooms.
    available: row.getBoundingClientRect().width - padding - end + 0.5,
    tabs: parts(row, 'tab').map((tab) => tab.getBoundingClientRect().width),
    more: parts(row, 'more')[0]?.getBoundingClientRect().width ?? 0,
    gap,
  });
}

const parts = (row: HTMLElement, part: string) => [...row.querySelectorAll<HTMLElement>(`[data-part="${part}"]`)];
