import type { ReactNode } from 'react';
import { StatusText, type Tone } from '../status.tsx';
import classes from './Chart.module.css';

export interface Share {
  readonly id: string;
  readonly label: string;
  readonly value: number;
  readonly tone: Tone;
  readonly href?: string;
}

interface StackedBarProps {
  readonly shares: readonly Share[];
  readonly height?: number;
  /** Lists the shares below, each with word, icon and count. */
  readonly legend?: boolean;
}

/** Parts of a whole in one bar; "not assessed" is hatched, never a colour. */
export function StackedBar({ shares, height = 12, legend = true }: StackedBarProps) {
  const shown = shares.filter((share) => share.value > 0);
  return (
    <>
      <div
        className={classes['stack']}
        style={{ ['--height' as string]: `${height}px` }}
        role="img"
        aria-label={shares.map((share) => `${share.value} ${share.label}`).join(', ')}
      >
        {shown.map((share) => (
          <span key={share.id} data-tone={share.tone} style={{ ['--share' as string]: share.value }} />
        ))}
      </div>
      {legend ? (
        <div className={classes['legend']}>
          {shares.map((share) => (
            <LegendLine key={share.id} share={share} />
          ))}
        </div>
      ) : null}
    </>
  );
}

function LegendLine({ share }: { readonly share: Share }): ReactNode {
  const word = <StatusText tone={share.tone}>{share.label}</StatusText>;
  if (share.href === undefined)
    return (
      <>
        <span>{word}</span>
        <span className="figures">{share.value}</span>
      </>
    );
  return (
    <a href={share.href} data-count={share.value}>
      {word}
      <span className="figures">{share.value}</span>
    </a>
  );
}
