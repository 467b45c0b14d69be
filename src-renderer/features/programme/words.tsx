import { IconArrowDown, IconArrowUp, IconEqual, IconPlus } from '@tabler/icons-react';
import type { DueView, RiskRowView } from '../../../src-shared/contract/programme.ts';
import { daysBetween } from '../../../src-shared/model/dates.ts';
import { offeredEndUses, offeredMisuses, type RiskBand } from '../../../src-shared/model/programme.ts';
import { countryCodes, countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { Icon, type ProductText, type SelectOption, StatusText, type Tone, useText } from '../../ui/index.ts';
import classes from './programme.module.css';

/** Countries as choices, by name in the person's language. */
export const countryOptions = (t: ProductText): readonly SelectOption[] =>
  countryCodes
    .map((code) => ({ value: code as string, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));

export const endUseWords = (t: ProductText, use: string): string => t.dynamic(`programme.endUse.${use}`, {}, use);
export const misuseWords = (t: ProductText, misuse: string): string => t.dynamic(`programme.misuse.${misuse}`, {}, misuse);
export const endUseOptions = (t: ProductText): readonly SelectOption[] =>
  offeredEndUses.map((value) => ({ value, label: endUseWords(t, value) }));
export const misuseOptions = (t: ProductText): readonly SelectOption[] =>
  offeredMisuses.map((value) => ({ value, label: misuseWords(t, value) }));

/** When the next one is due and why, in one sentence. */
export function dueSentence(t: ProductText, due: DueView): string {
  const day = formatDay(due.dueOn, t.locale);
  if (due.because === 'never') return t('programme.due.never');
  if (due.because === 'ruleChange') return t('programme.due.ruleChange', { day, count: due.since.length });
  const days = due.lastOn === null ? 0 : daysBetween(due.lastOn, due.dueOn);
  return t('programme.due.calendar', { due: String(due.due), day, days });
}

const bandTones: Readonly<Record<RiskBand, Tone>> = { low: 'clear', medium: 'info', high: 'review', severe: 'restricted' };
export const bandTone = (band: RiskBand): Tone => bandTones[band];

/** A score with its band; what nobody rated says so. */
export function BandWord({ band, score }: { readonly band: RiskBand | null; readonly score: number | null }) {
  const t = useText();
  if (band === null || score === null) return <StatusText tone="unassessed">{t('programme.risk.unrated')}</StatusText>;
  return (
    <StatusText tone={bandTones[band]}>
      {t(`programme.risk.band.${band}`)} <span className="figures">{score}</span>
    </StatusText>
  );
}

const moveIcons = { new: IconPlus, up: IconArrowUp, down: IconArrowDown, same: IconEqual } as const;

/** How a line stands against last time. */
export function MoveWord({ row }: { readonly row: Pick<RiskRowView, 'move' | 'last'> }) {
  const t = useText();
  if (row.move === null) return null;
  return (
    <span className={classes['move']} data-move={row.move}>
      <Icon of={moveIcons[row.move]} size={14} />
      {t(`programme.risk.move.${row.move}`, { last: row.last ?? '' })}
    </span>
  );
}

/** A change of a maturity: its direction by arrow and word. */
export function ChangeWord({ now, before }: { readonly now: number | null; readonly before: number | null }) {
  const t = useText();
  if (now === null || before === null) return <span className="muted">–</span>;
  const change = Math.round((now - before) * 10) / 10;
  if (change === 0) return <span className="muted">{t('programme.assessment.same')}</span>;
  const up = change > 0;
  return (
    <span className={classes['move']} data-move={up ? 'better' : 'worse'}>
      <Icon of={up ? IconArrowUp : IconArrowDown} size={14} />
      {t(up ? 'programme.assessment.up' : 'programme.assessment.down', { steps: Math.abs(change) })}
    </span>
  );
}

interface MaturityBarProps {
  readonly value: number | null;
  /** The target as a line across the bar. */
  readonly target?: number;
}

/** A maturity from 0 to 4 as a short bar with its figure. */
export function MaturityBar({ value, target }: MaturityBarProps) {
  const t = useText();
  if (value === null) return <span className="muted">{t('programme.maturity.none')}</span>;
  return (
    <span className={classes['maturity']} data-below={target !== undefined && value < target ? '' : undefined}>
      <span className={classes['track']} aria-hidden>
        <span style={{ ['--share' as string]: value / 4 }} />
        {target === undefined ? null : <i style={{ ['--share' as string]: target / 4 }} />}
      </span>
      <span className="figures">{t('programme.maturity.short', { value })}</span>
    </span>
  );
}
