import { IconCircleCheck, IconCircleDashed, IconHandStop, IconLock, IconRefreshAlert } from '@tabler/icons-react';
import type { IncidentRow, WatchCheckView } from '../../../src-shared/contract/cases.ts';
import type { GateKind, GateState } from '../../../src-shared/model/gate.ts';
import { countryCodes, countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { useHostQuery } from '../../host/index.ts';
import { type IconType, type ProductText, type SelectOption, StatusBadge, StatusText, type Tone, useText } from '../../ui/index.ts';
import classes from './cases.module.css';

const gateTones: Readonly<Record<GateState, Tone>> = {
  passed: 'clear',
  passedDespite: 'info',
  overtaken: 'review',
  ready: 'info',
  held: 'review',
  notYet: 'unassessed',
  notApplicable: 'unassessed',
};
const gateIcons: Readonly<Partial<Record<GateState, IconType>>> = {
  overtaken: IconRefreshAlert,
  held: IconHandStop,
  notYet: IconLock,
  ready: IconCircleDashed,
  passedDespite: IconCircleCheck,
};

/** Where a gate stands, by word, icon and colour. */
export function GateWord({ state, filled = false }: { readonly state: GateState; readonly filled?: boolean }) {
  const t = useText();
  const Word = filled ? StatusBadge : StatusText;
  const icon = gateIcons[state];
  return (
    <Word tone={gateTones[state]} {...(icon === undefined ? {} : { icon })}>
      {t(`gates.state.${state}`)}
    </Word>
  );
}

/** What a gate is called, with its place. */
export const gateName = (t: ProductText, gate: GateKind, destination: string): string =>
  gate === 'release' && destination !== '' ? t('gates.releaseTo', { place: countryName(t.locale, destination) }) : t(`gates.gate.${gate}`);

/** Countries as choices, by name in the person's language. */
export const placeOptions = (t: ProductText): readonly SelectOption[] =>
  countryCodes
    .map((code) => ({ value: code as string, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));

/** Six small dots, one a step, and the word for where it stands. */
export function StepDots({ row }: { readonly row: IncidentRow }) {
  const t = useText();
  const now = row.steps.find(({ state }) => state === 'now');
  const done = row.steps.filter(({ state }) => state === 'done').length;
  return (
    <span className="row">
      <span className={classes['dots']} aria-hidden>
        {row.steps.map(({ id, state }) => (
          <i key={id} data-state={state} />
        ))}
      </span>
      {stepWords(t, row, now?.id, done)}
    </span>
  );
}

export const stepWords = (t: ProductText, row: IncidentRow, now: IncidentRow['steps'][number]['id'] | undefined, done: number): string =>
  row.closedOn !== null
    ? t('cases.closedOn', { on: formatDay(row.closedOn, t.locale) })
    : now === undefined
      ? t('cases.allDone')
      : t('cases.stepOf', { step: t(`cases.step.${now}`), done, of: row.steps.length });

const lookTones: Readonly<Record<WatchCheckView['standing']['state'], Tone>> = { due: 'review', differs: 'restricted', settled: 'clear' };

/** Whether an item of the watch has been looked at. */
export function LookWord({ check, filled = false }: { readonly check: WatchCheckView; readonly filled?: boolean }) {
  const t = useText();
  const Word = filled ? StatusBadge : StatusText;
  const { state, looks } = check.standing;
  if (check.closed) return <Word tone="unassessed">{t('watch.item.closed')}</Word>;
  if (state === 'settled' && looks.length === 0) return <Word tone="unassessed">{t('watch.stateEarly')}</Word>;
  return <Word tone={lookTones[state]}>{t(`watch.state.${state}`)}</Word>;
}

/** Who works here, to fill in names. */
export function useMe(): string {
  return useHostQuery('settings.get', {}).data?.workspace?.person.name ?? '';
}
