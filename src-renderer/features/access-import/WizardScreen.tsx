import { useCallback } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { LogSession, LogStep } from '../../../src-shared/contract/access-logs.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { useGoOn, useText } from '../../ui/index.ts';
import { CheckStep } from './CheckStep.tsx';
import { ColumnsStep } from './ColumnsStep.tsx';
import { DoneStep } from './DoneStep.tsx';
import { FileStep } from './FileStep.tsx';
import { PeopleStep } from './PeopleStep.tsx';
import { ReviewStep } from './ReviewStep.tsx';
import type { StepProps } from './step-props.ts';
import { TableStep } from './TableStep.tsx';
import { ValuesStep } from './ValuesStep.tsx';
import { logSteps, railSteps } from './words.ts';

/** One access log on its way in, wherever it stands. */
export function WizardScreen() {
  const { id = '' } = useParams();
  const session = useHostQuery('accessLogs.session', { id });
  return <QueryView query={session}>{(value) => <LogWizard key={value.id} session={value} />}</QueryView>;
}

const stepScreens = {
  file: FileStep,
  table: TableStep,
  columns: ColumnsStep,
  values: ValuesStep,
  check: CheckStep,
  people: PeopleStep,
  review: ReviewStep,
  done: DoneStep,
} as const satisfies Record<LogStep, (props: StepProps) => unknown>;

/** One step in view, the others in the rail. Where one stands is in the address, so that Back works. */
function LogWizard({ session }: { readonly session: LogSession }) {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const [search] = useSearchParams();
  const go = useCallback((step: LogStep) => goOn({ search: `?step=${step}` }), [goOn]);
  const asked = logSteps.find((step) => step === search.get('step')) ?? session.step;
  const tooFar = logSteps.indexOf(asked) > logSteps.indexOf(session.step) || asked === 'done';
  const isOpen = session.status === 'open' || session.status === 'waiting';
  const current = !isOpen ? 'done' : tooFar ? session.step : asked;
  const Step = stepScreens[current];
  return (
    <Step
      session={session}
      go={go}
      frame={{
        title: t('accessLogs.wizard.title'),
        subtitle: session.fileName,
        steps: railSteps(t, session, current),
        onStep: go,
        onLeave: () => navigate('/access/import'),
      }}
    />
  );
}
