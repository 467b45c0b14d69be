import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { IconButton } from '../Button.tsx';
import { useText } from '../text.tsx';
import classes from './preview.module.css';

const steps = [0.5, 0.67, 0.75, 0.86, 1, 1.25, 1.5, 2] as const;

/** The zoom of a preview: what fits the desk until the person chooses another. `setFit` goes to the desk, `tools` beside the buttons. */
export function useSheetZoom(): { readonly zoom: number; readonly setFit: (zoom: number) => void; readonly tools: ReactNode } {
  const t = useText();
  const [chosen, setZoom] = useState<number | null>(null);
  const [fit, setFit] = useState(0.86);
  const zoom = chosen ?? fit;
  const tools = (
    <>
      <IconButton icon={IconMinus} label={t('memo.zoomOut')} onClick={() => setZoom(steps.findLast((step) => step < zoom) ?? zoom)} />
      <span className={classes['zoom']} aria-live="polite">
        {t('memo.zoom', { percent: Math.round(zoom * 100) })}
      </span>
      <IconButton icon={IconPlus} label={t('memo.zoomIn')} onClick={() => setZoom(steps.find((step) => step > zoom) ?? zoom)} />
    </>
  );
  return { zoom, setFit, tools };
}

interface SheetFrameProps {
  /** The pages are there; until then what stands for them gets the room to itself. */
  readonly ready: boolean;
  /** A `<SheetDesk>`, or what stands for it. */
  readonly children: ReactNode;
  /** A `<SheetOptions>`. */
  readonly options: ReactNode;
}

/** The pages of a report with what goes into it at the right. */
export function SheetFrame({ ready, children, options }: SheetFrameProps) {
  return (
    <div className={classes['frame']}>
      <div className={classes[ready ? 'pages' : 'waiting']}>{children}</div>
      {options}
    </div>
  );
}

/** What goes into a report and for whom; `foot` stands at the bottom in small print. */
export function SheetOptions({ children, foot }: { readonly children: ReactNode; readonly foot: ReactNode }) {
  const t = useText();
  return (
    <aside className={classes['options']} aria-label={t('memo.options')}>
      {children}
      <div className={classes['bottom']}>{foot}</div>
    </aside>
  );
}
