import { IconChevronDown } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { Icon } from './Icon.tsx';
import { Menu } from './Menu.tsx';
import classes from './Tabs.module.css';
import { useText } from './text.tsx';
import { useFittingTabs } from './use-fitting-tabs.ts';

export interface Tab<T extends string = string> {
  readonly id: T;
  readonly label: string;
  /** A count or share beside the word. */
  readonly count?: number | string;
}

interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: ReadonlyArray<Tab<T>>;
  readonly active: T;
  readonly onChange: (id: T) => void;
  /** `header` reaches the edges of a page header; `inspector` uses its gutter. */
  readonly place?: 'header' | 'inspector' | 'plain';
  /** After the tabs, for example "Save view". */
  readonly end?: ReactNode;
}

/**
 * A row of tabs; arrows, `Home` and `End` move. Those that find no room stand in a menu after the row, which names the
 * current one when it is among them. Put the content in a `<TabPanel>`, or anywhere when the tabs are views of one list.
 */
export function Tabs<T extends string>({ label, tabs, active, onChange, place = 'header', end }: TabsProps<T>) {
  const prefix = useId();
  const row = useRef<HTMLDivElement>(null);
  const ids = tabs.map((tab) => tab.id).join(' ');
  const shown = useFittingTabs(row, ids, tabs.length);
  const at = tabs.findIndex((tab) => tab.id === active);
  const reachable = at < shown ? at : 0;
  const move = (event: KeyboardEvent) => {
    // From where the focus is: a view that takes a moment to change must not swallow the second of two quick presses.
    const focused = tabs.findIndex((tab) => tab.id === (event.target as HTMLElement).dataset['tab']);
    const from = focused === -1 ? reachable : focused;
    const next = { ArrowRight: from + 1, ArrowLeft: from - 1, Home: 0, End: shown - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + shown) % shown];
    if (tab === undefined) return;
    onChange(tab.id);
    row.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
  };
  return (
    <div ref={row} className={classes['tabs']} data-place={place}>
      <div role="tablist" aria-label={label} onKeyDown={move} style={{ display: 'contents' }}>
        {tabs.map((tab, index) => (
          <button
            key={tab.id}
            id={`${prefix}-${tab.id}`}
            type="button"
            role="tab"
            data-tab={tab.id}
            data-part="tab"
            data-out={index < shown ? undefined : ''}
            className={classes['tab']}
            aria-selected={tab.id === active}
            tabIndex={index === reachable ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count === undefined ? null : <i>{tab.count}</i>}
          </button>
        ))}
      </div>
      <MoreTabs tabs={tabs.slice(shown)} active={tabs.slice(shown).find((tab) => tab.id === active)} onChange={(id) => onChange(id)} />
      {end === undefined ? null : (
        <div data-part="end" className={classes['end']}>
          {end}
        </div>
      )}
    </div>
  );
}

interface MoreTabsProps<T extends string> {
  readonly tabs: ReadonlyArray<Tab<T>>;
  /** The current tab, when it is one of these. */
  readonly active: Tab<T> | undefined;
  readonly onChange: (id: T) => void;
}

/** The tabs that found no room. The button is always laid out, out of sight while all fit, because its width decides what fits. */
function MoreTabs<T extends string>({ tabs, active, onChange }: MoreTabsProps<T>) {
  const t = useText();
  return (
    <Menu
      align="end"
      groups={[
        {
          items: tabs.map((tab) => ({
            id: tab.id,
            label: tab.count === undefined ? tab.label : `${tab.label} ${tab.count}`,
            checked: tab.id === active?.id,
            onSelect: () => onChange(tab.id),
          })),
        },
      ]}
    >
      <button
        type="button"
        data-part="more"
        data-out={tabs.length === 0 ? '' : undefined}
        data-current={active === undefined ? undefined : ''}
        className={classes['tab']}
      >
        {active === undefined ? t('common.moreTabs') : t('common.moreTabsNow', { tab: active.label })}
        <Icon of={IconChevronDown} size={14} />
      </button>
    </Menu>
  );
}

/** What a tab shows. */
export function TabPanel({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="tabpanel" aria-label={label} tabIndex={-1}>
      {children}
    </div>
  );
}
