import { type MouseEvent, type ReactNode, type Ref, useId } from 'react';
import classes from './Button.module.css';
import { Icon, type IconType } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { ariaShortcut } from './shortcut.ts';
import { Tooltip } from './Tooltip.tsx';

interface CommonProps {
  readonly onClick?: ((event: MouseEvent) => void) | undefined;
  /** Why it cannot be pressed now. The button stays in the tab order and says the reason; it does not vanish. */
  readonly disabledBecause?: string | undefined;
  readonly shortcut?: string | undefined;
  readonly type?: 'button' | 'submit';
  readonly pressed?: boolean | undefined;
  readonly expanded?: boolean | undefined;
  readonly hasPopup?: 'menu' | 'dialog' | 'listbox' | undefined;
  readonly ref?: Ref<HTMLButtonElement> | undefined;
  readonly autoFocus?: boolean | undefined;
}

export interface ButtonProps extends CommonProps {
  readonly children: ReactNode;
  /** One primary button a region. `danger` is for what undo cannot fix. */
  readonly kind?: 'default' | 'primary' | 'quiet' | 'danger' | 'link';
  readonly size?: 'small' | 'medium' | 'large';
  readonly icon?: IconType | undefined;
  readonly iconAfter?: IconType | undefined;
  readonly fullWidth?: boolean;
  /** Work is under way: the press is ignored and announced as busy. */
  readonly busy?: boolean | undefined;
  /** Shows the shortcut on the face of the button, not only to assistive technology. */
  readonly showShortcut?: boolean;
}

/** A verb and its object. */
export function Button(props: ButtonProps) {
  const {
    children,
    kind = 'default',
    size = 'medium',
    icon,
    iconAfter,
    fullWidth,
    busy = false,
    disabledBecause,
    shortcut,
    showShortcut = false,
  } = props;
  const reasonId = useId();
  const off = disabledBecause !== undefined || busy;
  const face = (
    <button
      ref={props.ref}
      type={props.type ?? 'button'}
      className={classes['button']}
      data-kind={kind}
      data-size={size}
      data-full={fullWidth === true ? '' : undefined}
      aria-disabled={off ? true : undefined}
      aria-busy={busy ? true : undefined}
      aria-describedby={disabledBecause === undefined ? undefined : reasonId}
      aria-pressed={props.pressed}
      aria-expanded={props.expanded}
      aria-haspopup={props.hasPopup}
      aria-keyshortcuts={ariaShortcut(shortcut)}
      autoFocus={props.autoFocus}
      data-autofocus={props.autoFocus === true ? '' : undefined}
      onClick={(event) => pressUnless(off, event, props.onClick)}
    >
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
      {iconAfter === undefined ? null : <Icon of={iconAfter} size={14} />}
      {showShortcut && shortcut !== undefined ? <Kbd shortcut={shortcut} /> : null}
      {disabledBecause === undefined ? null : (
        <span id={reasonId} hidden>
          {disabledBecause}
        </span>
      )}
    </button>
  );
  return disabledBecause === undefined ? face : <Tooltip label={disabledBecause}>{face}</Tooltip>;
}

export interface IconButtonProps extends CommonProps {
  /** Spoken name, and shown on hover and focus. */
  readonly label: string;
  readonly icon: IconType;
  readonly bordered?: boolean;
  readonly iconSize?: 14 | 16 | 18;
  /** -1 where a key of the region around does the same, so that Tab need not pass it. */
  readonly tabIndex?: -1 | undefined;
}

/** A button that is only an icon; its name shows on hover and focus. */
export function IconButton(props: IconButtonProps) {
  const off = props.disabledBecause !== undefined;
  return (
    <Tooltip label={off ? `${props.label}. ${props.disabledBecause ?? ''}` : props.label} shortcut={props.shortcut}>
      <button
        ref={props.ref}
        type={props.type ?? 'button'}
        tabIndex={props.tabIndex}
        className={classes['button']}
        data-kind={props.bordered === true ? 'default' : 'quiet'}
        data-icon-only=""
        aria-label={props.label}
        aria-disabled={off ? true : undefined}
        aria-pressed={props.pressed}
        aria-expanded={props.expanded}
        aria-haspopup={props.hasPopup}
        aria-keyshortcuts={ariaShortcut(props.shortcut)}
        onClick={(event) => pressUnless(off, event, props.onClick)}
      >
        <Icon of={props.icon} size={props.iconSize ?? 16} />
      </button>
    </Tooltip>
  );
}

interface LinkButtonProps {
  readonly href: string;
  readonly children: ReactNode;
  readonly icon?: IconType;
  readonly kind?: 'default' | 'primary' | 'quiet' | 'link';
  readonly size?: 'small' | 'medium' | 'large';
}

/** A link to another screen (`#/…`) that looks like a button. */
export function LinkButton({ href, children, icon, kind = 'default', size = 'medium' }: LinkButtonProps) {
  return (
    <a href={href} className={classes['button']} data-kind={kind} data-size={size}>
      {icon === undefined ? null : <Icon of={icon} />}
      {children}
    </a>
  );
}

function pressUnless(off: boolean, event: MouseEvent, press: ((event: MouseEvent) => void) | undefined): void {
  if (off) {
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  press?.(event);
}
