import { IconX } from '@tabler/icons-react';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react';
import { Button, IconButton } from './Button.tsx';
import classes from './Dialog.module.css';
import { useText } from './text.tsx';

export interface Toast {
  /** What happened, with its object: "Atlas-M 3.2 archived". */
  readonly message: string;
  /** Takes it back; the button says what it undoes to assistive technology. */
  readonly onUndo?: () => void;
  readonly action?: { readonly label: string; readonly onClick: () => void };
  readonly durationMs?: number;
}

interface ShownToast extends Toast {
  readonly id: number;
}

const Context = createContext<(toast: Toast) => void>(() => undefined);

/** Shows a short message that goes by itself. For what the person cannot see on the screen; never for plain success. */
export function useToast(): (toast: Toast) => void {
  return useContext(Context);
}

const MOST = 3;
const DURATION_MS = 8000;

/** The place where messages appear, announced politely and kept while the pointer or the focus is on them. */
export function ToastProvider({ children }: { readonly children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([]);
  const next = useRef(1);
  const show = useCallback((toast: Toast) => {
    const id = next.current;
    next.current += 1;
    setToasts((now) => [...now.slice(1 - MOST), { ...toast, id }]);
  }, []);
  const drop = useCallback((id: number) => setToasts((now) => now.filter((toast) => toast.id !== id)), []);
  const shown = useMemo(
    () => toasts.map((toast) => <ToastLine key={toast.id} toast={toast} onGone={() => drop(toast.id)} />),
    [toasts, drop],
  );
  return (
    <Context value={show}>
      {children}
      <div className={classes['toasts']} role="status" aria-live="polite">
        {shown}
      </div>
    </Context>
  );
}

function ToastLine({ toast, onGone }: { readonly toast: ShownToast; readonly onGone: () => void }) {
  const t = useText();
  const [held, setHeld] = useState(false);
  const gone = useRef(onGone);
  gone.current = onGone;
  useEffect(() => {
    if (held) return undefined;
    const timer = setTimeout(() => gone.current(), toast.durationMs ?? DURATION_MS);
    return () => clearTimeout(timer);
  }, [held, toast.durationMs]);
  const act = (run: () => void) => () => {
    run();
    onGone();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the handlers only stop the clock while it is read
    <div
      className={classes['toast']}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span>{toast.message}</span>
      {toast.action === undefined ? null : (
        <Button size="small" onClick={act(toast.action.onClick)}>
          {toast.action.label}
        </Button>
      )}
      {toast.onUndo === undefined ? null : (
        <Button size="small" onClick={act(toast.onUndo)}>
          {t('common.undo')}
        </Button>
      )}
      <IconButton icon={IconX} label={t('common.dismiss')} onClick={onGone} />
    </div>
  );
}
