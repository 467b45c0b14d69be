import { IconAlertTriangle, IconArrowLeft, IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { useFoldedSidebar } from './shell-context.tsx';
import { matchesShortcut } from './shortcut.ts';
import { useText } from './text.tsx';
import classes from './Wizard.module.css';

export type StepState = 'done' | 'attention' | 'todo';

export interface WizardStep<T extends string = string> {
  readonly id: T;
  readonly title: string;
  /** What it came to: `2 methods agree`, `1 unknown, owner set`. */
  readonly summary?: string | undefined;
  readonly state: StepState;
  /** Steps that cannot be visited yet say why. */
  readonly blockedBecause?: string | undefined;
}

interface WizardProps<T extends string> {
  /** What is being worked on, at the top of the rail. */
  readonly title: string;
  readonly subtitle?: ReactNode;
  readonly steps: ReadonlyArray<WizardStep<T>>;
  readonly current: T;
  readonly onStep: (id: T) => void;
  /** The question of this step, as a heading. */
  readonly heading: string;
  readonly lead?: ReactNode;
  /** Beside the heading. */
  readonly headingActions?: ReactNode;
  readonly children: ReactNode;
  /** "What this means": the rule in plain words with its source. */
  readonly meaning?: ReactNode;
  readonly meaningTitle?: string;
  readonly onLeave: () => void;
  /** "Save and leave" unless leaving keeps nothing. */
  readonly leaveLabel?: string;
  /** Label of the next step, its action, and why it is not possible yet. */
  readonly next: {
    readonly label: string;
    readonly onClick: () => void;
    readonly disabledBecause?: string | undefined;
    readonly busy?: boolean;
  };
  /** At the left of the next button: `Saved 14:12`, `4 of 4 required fields mapped`. */
  readonly footNote?: ReactNode;
  /** Content that fills the height and scrolls by itself, such as a table. */
  readonly fill?: boolean;
}

/** The one frame of every wizard: steps, content, meaning, and a footer that never loses what was typed. */
export function Wizard<T extends string>(props: WizardProps<T>) {
  const { steps, current, onStep, heading, next, meaning, fill = false } = props;
  const t = useText();
  useFoldedSidebar();
  const headingId = useId();
  const headingRef = useRef<HTMLHeadingElement>(null);
  const at = steps.findIndex((step) => step.id === current);
  const previous = steps[at - 1];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each step is read from its heading
  useEffect(() => {
    headingRef.current?.focus({ preventScroll: true });
  }, [current]);

  const { onClick, disabledBecause, busy } = next;
  // With the step itself: whoever sees its heading can go on.
  useLayoutEffect(() => {
    const go = (event: KeyboardEvent) => {
      if (!matchesShortcut(event, 'Mod+Enter')) return;
      event.preventDefault();
      // A field commits when it loses the focus; without this the last value typed would be left behind.
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (disabledBecause === undefined && busy !== true) onClick();
    };
    window.addEventListener('keydown', go);
    return () => window.removeEventListener('keydown', go);
  }, [onClick, disabledBecause, busy]);

  return (
    <div className={classes['frame']} data-no-aside={meaning === undefined ? '' : undefined}>
      <nav className={classes['rail']} aria-label={t('wizard.steps')}>
        <header>
          <h2>{props.title}</h2>
          {props.subtitle === undefined ? null : <span className="caption muted">{props.subtitle}</span>}
        </header>
        <ol>
          {steps.map((step, place) => (
            <li key={step.id}>
              <StepButton step={step} number={place + 1} here={step.id === current} onClick={() => onStep(step.id)} />
            </li>
          ))}
        </ol>
      </nav>
      <section className={classes['content']} aria-labelledby={headingId} data-fill={fill ? '' : undefined}>
        <div className={classes['heading']}>
          <div>
            <h1 id={headingId} ref={headingRef} tabIndex={-1}>
              {heading}
            </h1>
            {props.lead === undefined ? null : <p>{props.lead}</p>}
          </div>
          {props.headingActions}
        </div>
        <div className={classes['inner']} data-flush={fill ? '' : undefined}>
          {props.children}
        </div>
      </section>
      {meaning === undefined ? null : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <aside className={classes['aside']} aria-label={props.meaningTitle ?? t('wizard.whatThisMeans')} tabIndex={0}>
          <h2>{props.meaningTitle ?? t('wizard.whatThisMeans')}</h2>
          {meaning}
        </aside>
      )}
      <footer className={classes['foot']}>
        {previous === undefined || previous.blockedBecause !== undefined ? null : (
          <Button icon={IconArrowLeft} onClick={() => onStep(previous.id)}>
            {previous.title}
          </Button>
        )}
        <Button kind="quiet" onClick={props.onLeave}>
          {props.leaveLabel ?? t('wizard.saveAndLeave')}
        </Button>
        <div>
          {props.footNote === undefined ? null : <span className="caption muted">{props.footNote}</span>}
          <Button kind="primary" shortcut="Mod+Enter" showShortcut onClick={onClick} disabledBecause={disabledBecause} busy={busy}>
            {next.label}
          </Button>
        </div>
      </footer>
    </div>
  );
}

const stepIcons = { done: IconCircleCheck, attention: IconAlertTriangle, todo: IconCircleDashed } as const;

interface StepButtonProps {
  readonly step: WizardStep;
  readonly number: number;
  readonly here: boolean;
  readonly onClick: () => void;
}

function StepButton({ step, number, here, onClick }: StepButtonProps) {
  const t = useText();
  const blocked = step.blockedBecause !== undefined && !here;
  return (
    <button
      type="button"
      className={classes['step']}
      data-state={step.state}
      aria-current={here ? 'step' : undefined}
      aria-disabled={blocked || undefined}
      title={blocked ? step.blockedBecause : undefined}
      onClick={() => (blocked ? undefined : onClick())}
    >
      {here ? <span className={classes['dot']} aria-hidden /> : <Icon of={stepIcons[step.state]} size={20} />}
      <span>
        <b>
          {number}. {step.title}
        </b>
        <span className="visually-hidden">{t(here ? 'wizard.stepState.here' : `wizard.stepState.${step.state}`)}</span>
        {step.summary === undefined ? null : <small>{step.summary}</small>}
      </span>
    </button>
  );
}

/** One block of the meaning panel: a question, the plain words, the source. */
export function Meaning({
  title,
  children,
  source,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly source?: ReactNode;
}) {
  return (
    <div>
      <h3>{title}</h3>
      <p>{children}</p>
      {source === undefined ? null : <div className="caption muted">{source}</div>}
    </div>
  );
}
