import { IconX } from '@tabler/icons-react';
import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { IconButton } from './Button.tsx';
import { UnderHeading } from './layout.tsx';
import classes from './panes.module.css';
import { isNumber, usePreference } from './preferences.tsx';
import { ResizeHandle } from './ResizeHandle.tsx';
import { isTyping } from './shortcut.ts';
import { type Tab, Tabs } from './Tabs.tsx';
import { useText } from './text.tsx';
import { useFocusBack } from './use-focus-back.ts';

/** In the tab order by itself, since a panel of steps holds no control the keys could scroll it by. */
const scrollsByKeys = { tabIndex: 0 } as const;
const MIN = 320;
const MAX = 560;

interface InspectorProps<T extends string> {
  readonly title: string;
  /** Above the title: kind and version. */
  readonly over?: ReactNode;
  /** Below the title: what it is. */
  readonly subtitle?: ReactNode;
  /** Beside the close button: "open in full". */
  readonly tools?: ReactNode;
  readonly tabs?: ReadonlyArray<Tab<T>>;
  readonly active?: T;
  readonly onTab?: (id: T) => void;
  readonly children: ReactNode;
  readonly footer?: ReactNode;
  readonly onClose: () => void;
  /** `why` opens at 420 px and remembers its own width. */
  readonly kind?: 'record' | 'why';
}

/** The panel at the right: one thing in short, with the same tabs everywhere. Drags from 320 to 560 px and remembers. */
export function Inspector<T extends string>(props: InspectorProps<T>) {
  const { title, over, subtitle, tools, tabs, active, onTab, children, footer, onClose, kind = 'record' } = props;
  const t = useText();
  const [stored, remember] = usePreference(`inspector.${kind}.width`, kind === 'why' ? 420 : 360, isNumber);
  const [live, setLive] = useState<number | null>(null);
  const width = live ?? stored;
  const panel = useRef<HTMLElement>(null);
  useEscape(panel, onClose);
  useFocusBack();
  return (
    <aside ref={panel} className={classes['inspector']} aria-label={title} style={{ ['--width' as string]: `${width}px` }}>
      <ResizeHandle
        label={t('inspector.width')}
        value={width}
        min={MIN}
        max={MAX}
        direction={-1}
        onMove={setLive}
        onEnd={(size) => {
          remember(size);
          setLive(null);
        }}
      />
      <header>
        <div>
          {over === undefined ? <h2>{title}</h2> : <span className="small muted">{over}</span>}
          <span className={classes['tools']}>
            {tools}
            <IconButton icon={IconX} label={t('inspector.close')} shortcut="Escape" onClick={onClose} />
          </span>
        </div>
        {over === undefined ? null : <h2>{title}</h2>}
        {subtitle === undefined ? null : <div className="small muted">{subtitle}</div>}
      </header>
      {tabs === undefined || active === undefined || onTab === undefined ? null : (
        <Tabs label={title} tabs={tabs} active={active} onChange={onTab} place="inspector" />
      )}
      <section className={classes['scroll']} aria-label={title} {...scrollsByKeys}>
        <UnderHeading>{children}</UnderHeading>
      </section>
      {footer === undefined ? null : <footer>{footer}</footer>}
    </aside>
  );
}

/**
 * Closes the panel on `Esc` wherever the focus is, since it stays on the list when a panel opens beside it. Not where the key was meant for
 * something nearer: a menu or a dialog above the page, or a field outside of the panel.
 */
function useEscape(panel: RefObject<HTMLElement | null>, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useEffect(() => {
    let above = false;
    // What lies above the page may be gone once the key has come up to the window.
    const look = () => {
      above = document.querySelector('[role="dialog"], [role="menu"], [role="listbox"]') !== null;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || above) return;
      const inside = panel.current?.contains(document.activeElement) ?? false;
      if (!inside && isTyping(event.target)) return;
      event.preventDefault();
      latest.current();
    };
    window.addEventListener('keydown', look, true);
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', look, true);
      window.removeEventListener('keydown', onKey);
    };
  }, [panel]);
}

interface SplitPaneProps {
  /** Key under which the size is remembered. */
  readonly id: string;
  readonly start: ReactNode;
  readonly children: ReactNode;
  readonly initial?: number;
  readonly min?: number;
  readonly max?: number;
}

/** Two regions side by side with a divider that can be dragged or moved by keys. */
export function SplitPane({ id, start, children, initial = 336, min = 240, max = 720 }: SplitPaneProps) {
  const t = useText();
  const [stored, remember] = usePreference(`split.${id}`, initial, isNumber);
  const [live, setLive] = useState<number | null>(null);
  const size = live ?? stored;
  return (
    <div className={classes['split']} style={{ ['--start' as string]: `${size}px` }}>
      <div>{start}</div>
      <div>
        <ResizeHandle
          label={t('split.size')}
          value={size}
          min={min}
          max={max}
          direction={1}
          onMove={setLive}
          onEnd={(end) => {
            remember(end);
            setLive(null);
          }}
        />
        <section>{children}</section>
      </div>
    </div>
  );
}
