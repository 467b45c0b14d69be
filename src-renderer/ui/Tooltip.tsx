import { Tooltip as MantineTooltip } from '@mantine/core';
import type { ReactElement } from 'react';
import { Kbd } from './Kbd.tsx';
import classes from './overlay.module.css';

interface TooltipProps {
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly children: ReactElement;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
}

/** A short word about the thing under the pointer or the focus. Never the only place of a fact. */
export function Tooltip({ label, shortcut, side = 'bottom', children }: TooltipProps) {
  const face = (
    <span className="row">
      {label}
      {shortcut === undefined ? null : <Kbd shortcut={shortcut} />}
    </span>
  );
  return (
    <MantineTooltip
      label={face}
      // It floats outside every landmark and repeats what the control says of itself, so only eyes meet it there; it still describes its control.
      aria-hidden
      position={side}
      openDelay={500}
      multiline
      events={{ hover: true, focus: true, touch: false }}
      transitionProps={{ duration: 0 }}
      classNames={{ tooltip: classes['tooltip'] ?? '' }}
    >
      {children}
    </MantineTooltip>
  );
}
