import type { LogSession, LogStep } from '../../../src-shared/contract/access-logs.ts';
import type { railSteps } from './words.ts';

/** What every step is given: the draft, the frame around it, and the way on. */
export interface StepProps {
  readonly session: LogSession;
  readonly frame: {
    readonly title: string;
    readonly subtitle: string;
    readonly steps: ReturnType<typeof railSteps>;
    readonly onStep: (step: LogStep) => void;
    readonly onLeave: () => void;
  };
  readonly go: (step: LogStep) => void;
}
