import type { ReactNode } from 'react';
import { StackedBar } from '../chart/StackedBar.tsx';
import { ToneIcon } from '../facts.tsx';
import { StatusText, type Tone } from '../status.tsx';
import { useText } from '../text.tsx';
import classes from './import.module.css';

interface ProblemGroup {
  readonly id: string;
  readonly title: string;
  /** What each of its problems does: `Blocks`. */
  readonly word: string;
  readonly tone: Tone;
  readonly problems: readonly { readonly id: string; readonly said: string }[];
}

interface ProblemListProps {
  readonly groups: readonly ProblemGroup[];
  readonly active: string;
  readonly onActive: (id: string) => void;
  /** The problem in view: what would settle it. */
  readonly children: ReactNode;
}

/** Problems at the left, grouped by what they do to the import; the one in view at the right. */
export function ProblemList({ groups, active, onActive, children }: ProblemListProps) {
  const t = useText();
  return (
    <div className={classes['check']}>
      <nav className={classes['groups']} aria-label={t('imports.ui.problems')}>
        {groups.map(({ id, title, word, tone, problems }) =>
          problems.length === 0 ? null : (
            <section key={id}>
              <h2>{title}</h2>
              {problems.map((problem) => (
                <button
                  key={problem.id}
                  type="button"
                  aria-current={problem.id === active ? 'true' : undefined}
                  onClick={() => onActive(problem.id)}
                >
                  <ToneIcon tone={tone} />
                  <span>{problem.said}</span>
                  <span className="caption muted">{word}</span>
                </button>
              ))}
            </section>
          ),
        )}
      </nav>
      {children}
    </div>
  );
}

/** How the rows of a file divide, as a bar with words. */
export function RowShares({ shares }: { readonly shares: readonly { id: string; label: string; value: number; tone: Tone }[] }) {
  return (
    <div className={classes['counts']}>
      <StackedBar legend={false} height={8} shares={shares} />
      {shares.map((share) => (
        <StatusText key={share.id} tone={share.tone}>
          {share.label}
        </StatusText>
      ))}
    </div>
  );
}
