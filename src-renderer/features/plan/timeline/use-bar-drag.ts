import { type MouseEvent, type PointerEvent, type RefObject, useEffect, useRef } from 'react';
import type { DaySpan, ScheduledTask, WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { useText } from '../../../ui/index.ts';
import { spanWords } from '../words.ts';
import { isMovable } from './keys.ts';
import { type Box, boxOf, type Grip, gripAt } from './routes.ts';
import type { TimelineRow } from './rows.ts';
import type { TimeScale } from './scale.ts';
import { movedTo, resizedTo } from './working-days.ts';

interface DragScene {
  readonly rows: readonly TimelineRow[];
  readonly rowHeight: number;
  readonly scale: TimeScale;
  readonly calendar: WorkCalendar;
  readonly onPress: (index: number) => void;
  readonly onOpen: (id: string) => void;
  readonly onDrop: (task: ScheduledTask, span: DaySpan) => void;
}

interface Drag {
  readonly task: ScheduledTask;
  readonly grip: 'move' | 'end';
  readonly box: Box;
  readonly fromX: number;
  readonly bar: SVGGElement;
  readonly barWidth: number;
  columns: number;
  span: DaySpan;
}

/**
 * Dragging and resizing bars. While the pointer is down nothing is rendered: the one bar is moved by its transform (or its
 * width), a label beside it says the days, and only the drop becomes a change.
 */
export function useBarDrag(svg: RefObject<SVGSVGElement | null>, scene: DragScene) {
  const t = useText();
  const latest = useRef({ scene, t });
  latest.current = { scene, t };
  const drag = useRef<Drag | null>(null);

  const at = (event: { readonly clientX: number; readonly clientY: number }) => {
    const edge = svg.current?.getBoundingClientRect();
    const x = event.clientX - (edge?.left ?? 0);
    const y = event.clientY - (edge?.top ?? 0);
    const { rows, rowHeight, scale } = latest.current.scene;
    const index = Math.floor(y / rowHeight);
    const row = rows[index];
    if (row?.kind !== 'task') return { x, index, task: null, box: null, grip: null as Grip };
    const box = boxOf(row.task, index * rowHeight, scale);
    return { x, index, task: row.task, box, grip: gripAt(box, row.task.milestone, x, y) };
  };

  const end = (commit: boolean) => {
    const now = drag.current;
    drag.current = null;
    if (now === null) return;
    draw(now, 0, svg.current, null);
    hint(svg.current, null);
    if (commit && (now.span.start !== now.task.expected.start || now.span.end !== now.task.expected.end))
      latest.current.scene.onDrop(now.task, now.span);
  };
  const cancel = useRef(() => end(false));
  cancel.current = () => end(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || drag.current === null) return;
      event.preventDefault();
      cancel.current();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);

  const onPointerDown = (event: PointerEvent<SVGSVGElement>) => {
    if (event.button !== 0) return;
    const { x, index, task, box, grip } = at(event);
    if (task === null) return;
    latest.current.scene.onPress(index);
    if (grip === null || !isMovable(task)) return;
    const bar = svg.current?.querySelector<SVGGElement>(`[data-task="${CSS.escape(task.id)}"] > [data-moving]`);
    if (bar === null || bar === undefined) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    drag.current = { task, grip, box, fromX: x, bar, barWidth: box.right - box.left - 1, columns: 0, span: task.expected };
  };

  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const now = drag.current;
    if (now === null) {
      const { task, grip } = at(event);
      const free = task !== null && isMovable(task);
      event.currentTarget.style.cursor = !free || grip === null ? '' : grip === 'end' ? 'ew-resize' : 'grab';
      return;
    }
    const { scale, calendar } = latest.current.scene;
    const edge = event.currentTarget.getBoundingClientRect();
    const columns = Math.round((event.clientX - edge.left - now.fromX) / scale.dayWidth);
    if (columns === now.columns) return;
    now.columns = columns;
    const { expected } = now.task;
    now.span =
      now.grip === 'end'
        ? resizedTo(expected, scale.dayAt(scale.columnOf(expected.end) + columns), calendar)
        : movedTo(expected, scale.dayAt(scale.columnOf(expected.start) + columns), calendar);
    draw(now, scale.left(now.span.start) - scale.left(expected.start), svg.current, scale);
    hint(svg.current, { words: spanWords(latest.current.t, now.span), x: scale.left(now.span.start), y: now.box.top - 22 });
  };

  return {
    onPointerDown,
    onPointerMove,
    onPointerUp: () => end(true),
    onPointerCancel: () => end(false),
    onDoubleClick: (event: MouseEvent<SVGSVGElement>) => {
      const { task } = at(event);
      if (task !== null) latest.current.scene.onOpen(task.id);
    },
  };
}

/** Moves the bar by so many pixels and gives it the width of its days; without a scale, as it was. */
function draw(drag: Drag, by: number, svg: SVGSVGElement | null, scale: TimeScale | null): void {
  const width = scale === null ? drag.barWidth : Math.max(4, scale.right(drag.span.end) - scale.left(drag.span.start) - 1);
  if (scale === null) drag.bar.removeAttribute('transform');
  else drag.bar.setAttribute('transform', `translate(${by} 0)`);
  drag.bar.querySelector('rect[data-bar]')?.setAttribute('width', String(width));
  drag.bar.querySelector('[data-remark]')?.setAttribute('visibility', scale === null ? 'visible' : 'hidden');
  const share = drag.bar.querySelector('[data-share]');
  const percent = share === null ? null : Number(share.getAttribute('width')) / Number(share.getAttribute('data-of') ?? drag.barWidth);
  if (share !== null && percent !== null) {
    share.setAttribute('width', String(percent * width));
    share.setAttribute('data-of', String(width));
  }
  svg?.toggleAttribute('data-dragging', scale !== null);
}

/** Says beside the bar where it would lie; null takes the words away. */
function hint(svg: SVGSVGElement | null, shown: { readonly words: string; readonly x: number; readonly y: number } | null): void {
  const group = svg?.querySelector<SVGGElement>('[data-hint]') ?? null;
  if (group === null) return;
  group.setAttribute('visibility', shown === null ? 'hidden' : 'visible');
  if (shown === null) return;
  const text = group.querySelector('text');
  if (text !== null) text.textContent = shown.words;
  group.setAttribute('transform', `translate(${shown.x} ${shown.y})`);
  group.querySelector('rect')?.setAttribute('width', String(shown.words.length * 6.6 + 16));
}
