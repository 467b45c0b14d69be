import type { ReactNode } from 'react';
import { Navigate, useSearchParams } from 'react-router';
import type { PlanView } from '../../../src-shared/contract/plan.ts';
import { QueryView } from '../../host/index.ts';
import { EmptyPlan } from './EmptyPlan.tsx';
import { endedHref } from './ended/ended-href.ts';
import { usePlan } from './plan-data.ts';

/** A screen of the plan in force, or the way to start one. A link to a plan that was closed is sent on to its own page, at its evidence where that was asked for. */
export function PlanInForce({ children }: { readonly children: (plan: PlanView) => ReactNode }) {
  const query = usePlan();
  const [params] = useSearchParams();
  const asked = params.get('plan');
  const evidence = params.get('at') === 'evidence' ? '&at=evidence' : '';
  return (
    <QueryView query={query}>
      {(plan) =>
        asked !== null && asked !== plan?.id ? (
          <Navigate to={`${endedHref(asked)}${evidence}`} replace />
        ) : plan === null ? (
          <EmptyPlan />
        ) : (
          children(plan)
        )
      }
    </QueryView>
  );
}
