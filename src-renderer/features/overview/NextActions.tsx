import { formatDay, localDay } from '../../../src-shared/text/dates.ts';
import type { OutputOf } from '../../host/index.ts';
import { type Tone, ToneIcon, useText } from '../../ui/index.ts';
import classes from './overview.module.css';

type Action = OutputOf<'overview.actions'>[number];

const tones: Readonly<Record<Action['kind'], Tone>> = {
  decide: 'restricted',
  decideAgain: 'review',
  checkRun: 'review',
  mapAgain: 'info',
  answerQuestion: 'review',
  reclassify: 'review',
  incidentStep: 'restricted',
  gateHeld: 'review',
  screenAgain: 'info',
  committeeDue: 'info',
  answerEscalation: 'review',
  redFlagOpen: 'restricted',
  contactDue: 'info',
  vettingDue: 'review',
  transferHeld: 'restricted',
  transferWaits: 'review',
  decideFinding: 'restricted',
  judgeHits: 'review',
  loadLists: 'review',
  watchLook: 'review',
  riskDue: 'info',
  assessmentDue: 'info',
  lateTask: 'review',
  closeTask: 'clear',
  recurringDue: 'review',
  trainingOverdue: 'review',
  review: 'info',
};

/** Actions that lead to a list, which then has as many lines as the action counts. The others lead to one record. */
const counting: ReadonlySet<Action['kind']> = new Set(['judgeHits', 'vettingDue', 'watchLook', 'reclassify']);

const countOf = ({ kind, detail, count }: Action): number | undefined =>
  counting.has(kind) || (kind === 'loadLists' && detail === 'old') ? count : undefined;

/** What to do, the most useful first, each with who and when. */
export function NextActions({ actions }: { readonly actions: readonly Action[] }) {
  const t = useText();
  const today = localDay(new Date());
  if (actions.length === 0) return <p className={classes['none']}>{t('overview.actions.none')}</p>;
  return (
    <ol className={classes['actions']}>
      {actions.map((action) => (
        <li key={`${action.kind}-${action.route}-${action.detail}`}>
          <a href={`#${action.route}`} data-count={countOf(action)}>
            <ToneIcon tone={tones[action.kind]} />
            <span>
              <b>{t(`overview.action.${action.kind}`, { name: action.title, count: action.count })}</b>
              <small>{t(`overview.action.${action.kind}.detail`, { detail: action.detail, count: action.count })}</small>
            </span>
            <span className={classes['who']}>{action.ownerName}</span>
            <span className={classes['due']} data-late={action.due !== null && action.due <= today ? '' : undefined}>
              {action.due === null ? '' : formatDay(action.due, t.locale)}
            </span>
          </a>
        </li>
      ))}
    </ol>
  );
}
