import { useCallback } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { ImportSession, ImportStep } from '../../../src-shared/contract/imports.ts';
import { useHostQuery } from '../../host/index.ts';
import { useGoOn, useText } from '../../ui/index.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { ReviewStep } from './ReviewStep.tsx';
import { TableStep } from './TableStep.tsx';
import { ValuesStep } from './ValuesStep.tsx';
import { importSteps, kindOf, railSteps } from './words.ts';

/** What every step is given: the session, the frame around it, and the way on. */
export interface StepProps {
  readonly session: ImportSession;
  readonly frame: FrameProps;
  readonly go: (step: ImportStep) => void;
}

/** Parts of the wizard's frame that are the same in every step. */
export interface FrameProps {
  readonly title: string;
  readonly subtitle: string;
  readonly steps: ReturnType<typeof railSteps>;
  readonly onStep: (step: ImportStep) => void;
  readonly onLeave: () => void;
}

/** The import frame: one step in view, the others in the rail. Where one stands is in the address, so that Back works. */
export function ImportWizard({ session }: { readonly session: ImportSession }) {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [search] = useSearchParams();
  const targets = useHostQuery('imports.targets', {});
  const kind = kindOf(session);
  const asked = importSteps.find((step) => step === search.get('step'));
  const furthest = importSteps.indexOf(session.step);
  const wanted = asked ?? session.step;
  const current =
    session.status === 'open' ? (importSteps.indexOf(wanted) > furthest || wanted === 'done' ? session.step : wanted) : 'done';
  const go = useCallback(
    (step: ImportStep) => (step === 'file' ? goOn(`/import?kind=${kind}`) : goOn({ search: `?step=${step}` })),
    [goOn, kind],
  );
  const label = targets.data?.find((one) => kindOf(one) === kind)?.label ?? kind;
  const frame: FrameProps = {
    title: t('imports.ui.title', { kind: t.dynamic(`imports.kind.${kind}`, {}, label) }),
    subtitle: session.fileName,
    steps: railSteps(t, session),
    onStep: go,
    onLeave: () => navigate(`/import?kind=${kind}`),
  };
  const props: StepProps = { session, frame, go };
  switch (current) {
    case 'file':
    case 'table':
      return <TableStep {...props} />;
    case 'columns':
      return <ColumnsStep {...props} />;
    case 'values':
      return <ValuesStep {...props} />;
    case 'check':
      return <CheckStep {...props} />;
    case 'review':
      return <ReviewStep {...props} />;
    case 'done':
      return <DoneStep {...props} />;
  }
}
