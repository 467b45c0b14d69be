import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconHandStop, IconInfoCircle, IconSwords } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Enforcement, ItemFinding, TextStatus, Verdict } from '../../src-shared/model/finding.ts';
import { Icon, type IconType } from './Icon.tsx';
import classes from './status.module.css';
import { useText } from './text.tsx';

/** The colours that carry meaning. Each has its own icon outline and always comes with a word. */
export type Tone = 'clear' | 'review' | 'restricted' | 'info' | 'unassessed' | 'exercise';

export const toneIcons: Readonly<Record<Tone, IconType>> = {
  clear: IconCircleCheck,
  review: IconAlertTriangle,
  restricted: IconHandStop,
  info: IconInfoCircle,
  unassessed: IconCircleDashed,
  exercise: IconSwords,
};

interface StatusProps {
  readonly tone: Tone;
  /** The word. Short and from the catalogue. */
  readonly children: ReactNode;
  /** Another outline where the tone's own would mislead, for example skipped rows. */
  readonly icon?: IconType;
}

/** A state in a row: word, icon and colour without a fill, so that a table of twenty states stays a table. */
export function StatusText({ tone, children, icon = toneIcons[tone] }: StatusProps) {
  return (
    <span className={classes['status']} data-tone={tone}>
      <Icon of={icon} />
      <span>{children}</span>
    </span>
  );
}

/** The one filled state of a region: its verdict. */
export function StatusBadge({ tone, children, icon = toneIcons[tone], small = false }: StatusProps & { readonly small?: boolean }) {
  return (
    <span className={classes['status']} data-tone={tone} data-filled={small ? 'small' : 'full'}>
      <Icon of={icon} size={small ? 14 : 16} />
      <span>{children}</span>
    </span>
  );
}

export type Standing = ItemFinding['standing'];

const standingTones: Readonly<Record<Standing, Tone>> = {
  clear: 'clear',
  clearOnClaimedRules: 'info',
  review: 'review',
  restricted: 'restricted',
  unassessed: 'unassessed',
};
const verdictTones: Readonly<Record<Verdict, Tone>> = { meets: 'restricted', doesNotMeet: 'clear', undetermined: 'review' };

/** Colour of a standing, for charts and stacked bars. */
export function standingTone(standing: Standing): Tone {
  return standingTones[standing];
}

/** Colour of a verdict. What is not an export control (`isExportControl` false) informs instead of stopping. */
export function verdictTone(verdict: Verdict, isExportControl = true): Tone {
  return verdict === 'meets' && !isExportControl ? 'info' : verdictTones[verdict];
}

/** An asset's overall standing, filled or as plain text in a row. */
export function StandingStatus({
  standing,
  filled = false,
  label,
}: {
  readonly standing: Standing;
  readonly filled?: boolean;
  readonly label?: string;
}) {
  const t = useText();
  const word = label ?? t(`standing.${standing}`);
  return filled ? (
    <StatusBadge tone={standingTones[standing]}>{word}</StatusBadge>
  ) : (
    <StatusText tone={standingTones[standing]}>{word}</StatusText>
  );
}

interface VerdictStatusProps {
  readonly verdict: Verdict;
  readonly isExportControl?: boolean;
  readonly filled?: boolean;
}

/** What one paragraph says of the item: meets, does not meet, undetermined. */
export function VerdictStatus({ verdict, isExportControl = true, filled = false }: VerdictStatusProps) {
  const t = useText();
  const tone = verdictTone(verdict, isExportControl);
  return filled ? (
    <StatusBadge tone={tone}>{t(`verdict.${verdict}`)}</StatusBadge>
  ) : (
    <StatusText tone={tone}>{t(`verdict.${verdict}`)}</StatusText>
  );
}

/** Whether the words of a rule stand on the day judged. */
export function TextStatusWord({ status }: { readonly status: TextStatus }) {
  const t = useText();
  return <span>{t(`textStatus.${status}`)}</span>;
}

/** Whether a rule is enforced; anything but plain enforcement is set stronger, since it is easily read over. */
export function EnforcementWord({ enforcement }: { readonly enforcement: Enforcement }) {
  const t = useText();
  if (enforcement === 'notApplicable') return <span className="muted">–</span>;
  return <span className={enforcement === 'enforced' ? undefined : 'medium'}>{t(`enforcement.${enforcement}`)}</span>;
}

interface VerdictLineProps {
  /** The filled badge. */
  readonly badge: ReactNode;
  /** The sentence: what we concluded and why, never cut. */
  readonly children: ReactNode;
  /** Inspector size. */
  readonly compact?: boolean;
}

/** The verdict of a page: one filled badge, then one sentence at 16 px. */
export function VerdictLine({ badge, children, compact = false }: VerdictLineProps) {
  return (
    <div className={classes['verdict']} data-compact={compact ? '' : undefined}>
      {badge}
      <p>{children}</p>
    </div>
  );
}

interface NoteProps {
  readonly tone?: Tone | 'quiet';
  readonly icon?: IconType;
  readonly children: ReactNode;
  /** Announced at once when it appears; for errors and warnings that answer an action. */
  readonly live?: boolean;
}

/** A remark on a fill: a warning, a hint, a consequence. Full sentences. */
export function Note({ tone = 'quiet', icon, children, live = false }: NoteProps) {
  return (
    <div className={classes['note']} data-tone={tone} role={live ? 'alert' : undefined}>
      <Icon of={icon ?? (tone === 'quiet' ? IconInfoCircle : toneIcons[tone])} />
      <div>{children}</div>
    </div>
  );
}
