import type { FindingState, Position, Severity } from '../../../src-shared/contract/access.ts';
import type { AccessFindingType } from '../../../src-shared/model/access-audit.ts';
import { StatusBadge, StatusText, useText } from '../../ui/index.ts';
import classes from './access.module.css';
import { positionTones, severityTones, stateTones } from './words.ts';

/** How grave a finding is: shape, word and colour. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const t = useText();
  return <StatusText tone={severityTones[severity]}>{t(`access.severity.${severity}`)}</StatusText>;
}

/** The kind of a finding, filled: the one verdict of its page. */
export function TypeBadge({ type, severity }: { readonly type: AccessFindingType; readonly severity: Severity }) {
  const t = useText();
  return <StatusBadge tone={severityTones[severity]}>{t(`access.type.${type}`)}</StatusBadge>;
}

interface StateWordProps {
  readonly state: FindingState;
  readonly groundMoved: boolean;
}

/** What was decided; says beside it when the facts have moved since. */
export function StateWord({ state, groundMoved }: StateWordProps) {
  const t = useText();
  return (
    <span className={classes['state']}>
      {state === 'open' ? (
        <span className="muted">{t('access.state.open')}</span>
      ) : (
        <StatusText tone={stateTones[state]}>{t(`access.state.${state}`)}</StatusText>
      )}
      {groundMoved ? <span className={classes['moved']}>{t('access.groundMoved')}</span> : null}
    </span>
  );
}

/** Where somebody stands towards controlled items, never by nationality. */
export function PositionWord({ position }: { readonly position: Position }) {
  const t = useText();
  return (
    <span className={classes['position']} data-tone={positionTones[position] ?? undefined}>
      {t(`access.position.${position}`)}
    </span>
  );
}
