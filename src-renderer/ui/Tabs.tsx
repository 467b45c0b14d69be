import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import classes from './Tabs.module.css';

export interface Tab<T extends string = string> {
  readonly id: T;
  readonly label: ReactNode;
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

/** A row of tabs; arrows, `Home` and `End` move. Put the content in a `<TabPanel>` with the same id, or anywhere when the tabs are views of one list. */
export function Tabs<T extends string>({ label, tabs, active, onChange, place = 'header', end }: TabsProps<T>) {
  const prefix = useId();
  const list = useRef<HTMLDivElement>(null);
  const move = (event: KeyboardEvent) => {
    const at = tabs.findIndex((tab) => tab.id === active);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    const tab = tabs[(next + tabs.length) % tabs.length];
    if (tab === undefined) return;
    onChange(tab.id);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(tab.id)}"]`)?.focus();
  };
  return (
    <div className={classes['tabs']} data-place={place}>
      <div ref={list} role="tablist" aria-label={label} onKeyDown={move} style={{ display: 'contents' }}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${prefix}-${tab.id}`}
            type="button"
            role="tab"
            data-tab={tab.id}
            className={classes['tab']}
            aria-selected={tab.id === active}
            tabIndex={tab.id === active ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count === undefined ? null : <i>{tab.count}</i>}
          </button>
        ))}
      </div>
      {end}
    </div>
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
