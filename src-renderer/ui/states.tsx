import { IconCopy, IconRefresh } from '@tabler/icons-react';
import { type ReactNode, useEffect, useState } from 'react';
import { Button, IconButton } from './Button.tsx';
import classes from './states.module.css';
import { useText } from './text.tsx';

interface EmptyStateProps {
  /** What this place is for, as a title. */
  readonly title: string;
  readonly children: ReactNode;
  /** One primary action, one import, one example. */
  readonly actions?: ReactNode;
  /** Among other things that stand at the gutter already, it starts where they do. */
  readonly inline?: boolean;
}

/** A place with nothing in it yet: what it is for and how to begin. */
export function EmptyState({ title, children, actions, inline = false }: EmptyStateProps) {
  return (
    <div className={classes['state']} data-inline={inline ? '' : undefined}>
      <h2>{title}</h2>
      <p>{children}</p>
      {actions === undefined ? null : <div className={classes['actions']}>{actions}</div>}
    </div>
  );
}

export interface Failure {
  /** What failed. */
  readonly title: string;
  /** What is safe and what to try. */
  readonly detail: string;
  readonly incidentId?: string | undefined;
}

interface ErrorStateProps extends Failure {
  readonly onRetry?: (() => void) | undefined;
  readonly retryLabel?: string;
  readonly children?: ReactNode;
  /** Copies text; the host gives it, since the page itself may not reach the clipboard. */
  readonly onCopy?: (text: string) => void;
}

/** Something failed: what, what is safe, what to try, and an incident number that can be copied. */
export function ErrorState({ title, detail, incidentId, onRetry, retryLabel, children, onCopy = copyText }: ErrorStateProps) {
  const t = useText();
  return (
    <div className={classes['state']} data-tone="restricted" role="alert">
      <h2>{title}</h2>
      <p>{detail}</p>
      {incidentId === undefined ? null : (
        <div className={classes['incident']}>
          <span>
            {t('common.incident')} <span className="code">{incidentId}</span>
          </span>
          <IconButton icon={IconCopy} label={t('common.copyIncident')} onClick={() => onCopy(incidentId)} />
        </div>
      )}
      <div className={classes['actions']}>
        {onRetry === undefined ? null : (
          <Button icon={IconRefresh} onClick={onRetry}>
            {retryLabel ?? t('common.tryAgain')}
          </Button>
        )}
        {children}
      </div>
    </div>
  );
}

interface LoadingStateProps {
  readonly rows?: number;
  /** Said once the wait is long. */
  readonly label?: string;
  readonly onCancel?: (() => void) | undefined;
}

/** Waiting: nothing under 200 ms, bones up to 2 s, then words with a way out. */
export function LoadingState({ rows = 8, label, onCancel }: LoadingStateProps) {
  const t = useText();
  const phase = useWaitPhase();
  // The mark tells tests, and nobody else, that the screen is not complete yet.
  if (phase === 'short') return <span hidden data-loading="true" />;
  if (phase === 'bones') {
    return (
      <div className={classes['skeleton']} data-loading="true" aria-busy="true" aria-label={t('common.loading')} role="status">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bones have no content and never move
          <span key={row} />
        ))}
      </div>
    );
  }
  return (
    <div className={classes['state']} data-loading="true" role="status">
      <Progress label={label ?? t('common.loading')} done={null} total={null} onCancel={onCancel} />
    </div>
  );
}

/** How long we have waited, in the three steps people notice. */
function useWaitPhase(): 'short' | 'bones' | 'long' {
  const [phase, setPhase] = useState<'short' | 'bones' | 'long'>('short');
  useEffect(() => {
    const bones = setTimeout(() => setPhase('bones'), 200);
    const long = setTimeout(() => setPhase('long'), 2000);
    return () => {
      clearTimeout(bones);
      clearTimeout(long);
    };
  }, []);
  return phase;
}

interface ProgressProps {
  readonly label: string;
  readonly done: number | null;
  readonly total: number | null;
  readonly onCancel?: (() => void) | undefined;
}

/** Work under way with its count and a way to stop it. Unknown totals show the count alone. */
export function Progress({ label, done, total, onCancel }: ProgressProps) {
  const t = useText();
  return (
    <div className={classes['progress']}>
      <div>
        <span>{label}</span>
        <span className="muted figures">
          {done === null ? null : total === null ? t('common.doneCount', { done }) : t('common.doneOf', { done, total })}
        </span>
      </div>
      <ProgressBar value={done} max={total} label={label} />
      {onCancel === undefined ? null : (
        <div>
          <Button size="small" onClick={onCancel}>
            {t('common.cancel')}
          </Button>
        </div>
      )}
    </div>
  );
}

interface ProgressBarProps {
  readonly value: number | null;
  readonly max: number | null;
  readonly label: string;
  /** Grey instead of accent: complete, or only background. */
  readonly quiet?: boolean;
}

/** A thin bar of share done. */
export function ProgressBar({ value, max, label, quiet = false }: ProgressBarProps) {
  const known = value !== null && max !== null && max > 0;
  const share = known ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <span
      className={classes['track']}
      data-unknown={known ? undefined : ''}
      data-quiet={quiet ? '' : undefined}
      role="progressbar"
      aria-label={label}
      aria-valuemin={known ? 0 : undefined}
      aria-valuemax={known ? max : undefined}
      aria-valuenow={known ? value : undefined}
    >
      <span style={{ ['--done' as string]: `${share * 100}%` }} />
    </span>
  );
}

function copyText(text: string): void {
  navigator.clipboard?.writeText(text).catch(() => undefined);
}
