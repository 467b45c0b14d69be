import { Popover as MantinePopover } from '@mantine/core';
import type { ReactElement, ReactNode } from 'react';
import classes from './overlay.module.css';

interface PopoverProps {
  /** The control that opens it; it must be focusable. */
  readonly trigger: ReactElement;
  readonly children: ReactNode;
  readonly opened?: boolean;
  readonly onChange?: (opened: boolean) => void;
  readonly width?: number;
  readonly align?: 'start' | 'end';
}

/** Content that floats beside a control. Focus moves in and comes back; `Esc` and a click outside close it. */
export function Popover({ trigger, children, opened, onChange, width = 320, align = 'start' }: PopoverProps) {
  return (
    <MantinePopover
      position={align === 'end' ? 'bottom-end' : 'bottom-start'}
      offset={4}
      width={width}
      trapFocus
      returnFocus
      transitionProps={{ duration: 0 }}
      classNames={{ dropdown: `${classes['floating'] ?? ''} ${classes['popover'] ?? ''}` }}
      {...(opened === undefined ? {} : { opened })}
      {...(onChange === undefined ? {} : { onChange })}
    >
      <MantinePopover.Target>{trigger}</MantinePopover.Target>
      <MantinePopover.Dropdown>{children}</MantinePopover.Dropdown>
    </MantinePopover>
  );
}
