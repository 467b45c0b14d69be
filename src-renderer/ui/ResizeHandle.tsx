import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import classes from './panes.module.css';

interface ResizeHandleProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 1 when dragging to the right widens the thing, -1 when it narrows it. */
  readonly direction: 1 | -1;
  /** Every step, for live sizing. */
  readonly onMove: (value: number) => void;
  /** The last size, to remember. */
  readonly onEnd: (value: number) => void;
}

/** A divider that is dragged, or moved with the arrow keys (16 px a press, `Home` and `End` to the limits). */
export function ResizeHandle({ label, value, min, max, direction, onMove, onEnd }: ResizeHandleProps) {
  const [from, setFrom] = useState<{ x: number; size: number } | null>(null);
  const clamp = (size: number) => Math.round(Math.min(max, Math.max(min, size)));
  const sizeAt = (event: PointerEvent) => (from === null ? value : clamp(from.size + (event.clientX - from.x) * direction));
  const byKey = (event: KeyboardEvent) => {
    const size = { ArrowRight: value + 16 * direction, ArrowLeft: value - 16 * direction, Home: min, End: max }[event.key];
    if (size === undefined) return;
    event.preventDefault();
    onMove(clamp(size));
    onEnd(clamp(size));
  };
  return (
    <div
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={value}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      className={classes['handle']}
      data-dragging={from === null ? undefined : ''}
      onKeyDown={byKey}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setFrom({ x: event.clientX, size: value });
      }}
      onPointerMove={(event) => {
        if (from !== null) onMove(sizeAt(event));
      }}
      onPointerUp={(event) => {
        if (from === null) return;
        onEnd(sizeAt(event));
        setFrom(null);
      }}
    />
  );
}
