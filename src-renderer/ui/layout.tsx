import { IconChevronRight, IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, useContext, useEffect, useRef } from 'react';
import { Icon } from './Icon.tsx';
import classes from './layout.module.css';
import { useText } from './text.tsx';

interface PageProps {
  readonly header: ReactNode;
  readonly children: ReactNode;
  /** An `<Inspector>`; it stands at the right edge, or above the content in a narrow window. */
  readonly inspector?: ReactNode;
  readonly footer?: ReactNode;
  /** `scroll` (default) scrolls the content; `fill` hands the whole height to it, for tables that scroll themselves. */
  readonly body?: 'scroll' | 'fill';
  readonly padded?: boolean;
  readonly ruled?: boolean;
  /** What the content shows, for example the tab: another one starts at its top, however far the last was scrolled. */
  readonly shows?: string;
}

/** A screen: header, content, footer, and the inspector beside them. Fills the room between sidebar and status bar. */
export function Page({ header, children, inspector, footer, body = 'scroll', padded = false, ruled = false, shows }: PageProps) {
  return (
    <div className={classes['page']}>
      <div className={classes['main']}>
        {header}
        <div
          key={shows}
          className={classes['body']}
          data-fill={flag(body === 'fill')}
          data-padded={flag(padded)}
          data-ruled={flag(ruled)}
          // Reading pages hold no control of their own: the keys that scroll need the region itself in the tab order.
          tabIndex={body === 'scroll' ? 0 : undefined}
        >
          {children}
        </div>
        {footer}
      </div>
      {inspector}
    </div>
  );
}

export interface Crumb {
  readonly label: string;
  readonly href?: string;
}

interface PageHeaderProps {
  readonly title: string;
  /** Beside the title, or under it where there is no room: a count with its meaning, or what the thing is. */
  readonly subtitle?: ReactNode;
  readonly crumbs?: readonly Crumb[];
  /** Beside the title: a version picker, a word of state. */
  readonly beside?: ReactNode;
  /** Buttons at the right, the primary one last. */
  readonly actions?: ReactNode;
  /** Tabs or views under the title. */
  readonly children?: ReactNode;
  readonly ruled?: boolean;
  /** A title that is a sentence goes on in a second line instead of being cut. */
  readonly wrap?: boolean;
}

/** Title, state and actions of a screen. Moves the focus to the title when the screen opens, so that it is read first. */
export function PageHeader({ title, subtitle, crumbs, beside, actions, children, ruled = false, wrap = false }: PageHeaderProps) {
  const t = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    if (active === null || active === document.body || active.closest('nav') !== null) heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <header className={classes['header']} data-ruled={flag(ruled)}>
      {crumbs === undefined ? null : (
        <nav className={classes['crumbs']} aria-label={t('common.breadcrumb')}>
          {crumbs.map((crumb, place) => (
            <span key={crumb.label} className="row">
              {place > 0 ? <Icon of={IconChevronRight} size={14} /> : null}
              {crumb.href === undefined ? <span aria-current="page">{crumb.label}</span> : <a href={crumb.href}>{crumb.label}</a>}
            </span>
          ))}
        </nav>
      )}
      <div className={classes['headline']}>
        <div className={classes['words']}>
          <div className={classes['named']}>
            <h1 ref={heading} tabIndex={-1} title={title} data-wrap={flag(wrap)}>
              {title}
            </h1>
            {beside}
          </div>
          {subtitle === undefined ? null : <span className={classes['subtitle']}>{subtitle}</span>}
        </div>
        {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
      </div>
      {children}
    </header>
  );
}

/** Filters at the left, view controls (`end`) at the right. */
export function Toolbar({ children, end, label }: { readonly children: ReactNode; readonly end?: ReactNode; readonly label: string }) {
  return (
    <div className={classes['toolbar']} role="toolbar" aria-label={label}>
      {children}
      {end === undefined ? null : <div data-end="">{end}</div>}
    </div>
  );
}

interface FilterChipsProps {
  readonly filters: ReadonlyArray<{ readonly id: string; readonly label: string }>;
  readonly onRemove: (id: string) => void;
}

/** The filters in force, each with a way to drop it. */
export function FilterChips({ filters, onRemove }: FilterChipsProps) {
  const t = useText();
  return filters.map((filter) => (
    <span key={filter.id} className={classes['chip']}>
      {filter.label}
      <button type="button" aria-label={t('common.removeFilter', { filter: filter.label })} onClick={() => onRemove(filter.id)}>
        <Icon of={IconX} size={14} />
      </button>
    </span>
  ));
}

/** The line under a list: counts and legend at the left, keys (`end`) at the right. */
export function ListFooter({ children, end }: { readonly children: ReactNode; readonly end?: ReactNode }) {
  return (
    <footer className={classes['footer']}>
      {children}
      {end === undefined ? null : <div data-end="">{end}</div>}
    </footer>
  );
}

interface PanelProps {
  readonly title: string;
  /** What the title opens, where it names a number, and that number. */
  readonly href?: string;
  readonly count?: number;
  /** A link or a caption at the right of the title. */
  readonly aside?: ReactNode;
  readonly children: ReactNode;
  readonly className?: string | undefined;
}

/** A bordered region with a heading. Panels do not nest. */
export function Panel({ title, href, count, aside, children, className }: PanelProps) {
  return (
    <section className={`${classes['panel'] ?? ''} ${className ?? ''}`} aria-label={title}>
      <header>
        <h2>
          {href === undefined ? (
            title
          ) : (
            <a href={href} data-count={count}>
              {title}
            </a>
          )}
        </h2>
        {aside}
      </header>
      <UnderHeading>{children}</UnderHeading>
    </section>
  );
}

const HeadingLevel = createContext<'h2' | 'h3'>('h2');

/** Says that headings below stand under another one, so that levels go down one by one for a screen reader. */
export function UnderHeading({ children }: { readonly children: ReactNode }) {
  return <HeadingLevel value="h3">{children}</HeadingLevel>;
}

interface SectionProps {
  readonly title: string;
  readonly aside?: ReactNode;
  readonly children: ReactNode;
}

/** A heading with its content, in inspectors and long pages. */
export function Section({ title, aside, children }: SectionProps) {
  const Heading = useContext(HeadingLevel);
  return (
    <section className={classes['section']}>
      <Heading>
        {title}
        {aside === undefined ? null : <span>{aside}</span>}
      </Heading>
      <UnderHeading>{children}</UnderHeading>
    </section>
  );
}

/** A person by initials; the full name is spoken and shown on hover. */
export function Avatar({ name }: { readonly name: string }) {
  const words = name.trim().split(/\s+/);
  const initials = `${words[0]?.[0] ?? ''}${words.length > 1 ? (words.at(-1)?.[0] ?? '') : ''}`.toLocaleUpperCase();
  return (
    <span className={classes['avatar']} title={name} role="img" aria-label={name}>
      {initials}
    </span>
  );
}

const swatchTokens = {
  teal: 'c3',
  orange: 'c2',
  magenta: 'c4',
  violet: 'exercise',
  slate: 'c5',
  blue: 'c1',
  green: 'clear',
  red: 'restricted',
} as const;

/** Colours a workspace may carry; the names are the contract's, the values are tokens. */
export type WorkspaceColour = keyof typeof swatchTokens;
export const workspaceColours = Object.keys(swatchTokens) as readonly WorkspaceColour[];

/** The colour square of a workspace. Always beside its name. */
export function Swatch({ colour }: { readonly colour: WorkspaceColour }) {
  return <span className={classes['swatch']} style={{ ['--swatch' as string]: `var(--${swatchTokens[colour]})` }} aria-hidden />;
}

function flag(on: boolean): '' | undefined {
  return on ? '' : undefined;
}
