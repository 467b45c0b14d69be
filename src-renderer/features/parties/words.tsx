import { IconHourglass, IconInfoCircle, IconRefreshAlert } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { PartyDetail, PartyOverall, PartyRow, PartySign, RiskTier, ScreeningStanding } from '../../../src-shared/contract/parties.ts';
import { countryCodes, countryName } from '../../../src-shared/text/countries.ts';
import { type IconType, type ProductText, type SelectOption, StatusBadge, StatusText, type Tone, useText } from '../../ui/index.ts';

/** Countries as choices, by name in the person's language. */
export function countryOptions(t: ProductText): readonly SelectOption[] {
  return countryCodes
    .map((code) => ({ value: code as string, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
}

export const countryWords = (t: ProductText, codes: readonly string[]): string =>
  codes.map((code) => countryName(t.locale, code)).join(', ');

const standingTones: Readonly<Record<ScreeningStanding, Tone>> = {
  notScreened: 'unassessed',
  noMatch: 'unassessed',
  open: 'review',
  trueMatch: 'restricted',
  needFacts: 'review',
  escalated: 'review',
  stale: 'unassessed',
};
const standingIcons: Readonly<Partial<Record<ScreeningStanding, IconType>>> = {
  noMatch: IconInfoCircle,
  stale: IconRefreshAlert,
  needFacts: IconHourglass,
};

const overallTones: Readonly<Record<PartyOverall, Tone>> = {
  trueMatch: 'restricted',
  grave: 'restricted',
  toDecide: 'review',
  notScreened: 'unassessed',
  toAsk: 'review',
  nothingFound: 'clear',
};

interface OverallWordProps {
  readonly overall: PartyOverall;
  /** Whether an official list is among those in use: without one, nothing found is a fact and no relief. */
  readonly official: boolean;
  readonly filled?: boolean;
}

/** What lists, owners and places come to together. Only this word can look settled. */
export function OverallWord({ overall, official, filled = false }: OverallWordProps) {
  const t = useText();
  const Word = filled ? StatusBadge : StatusText;
  return <Word tone={overall === 'nothingFound' && !official ? 'info' : overallTones[overall]}>{t(`parties.overall.${overall}`)}</Word>;
}

/** Where a party stands with the lists and with nothing else, by word, icon and colour; it never looks settled. */
export function StandingWord({ standing }: { readonly standing: ScreeningStanding }) {
  const t = useText();
  const icon = standingIcons[standing];
  return (
    <StatusText tone={standingTones[standing]} {...(icon === undefined ? {} : { icon })}>
      {t(`parties.standing.${standing}`)}
    </StatusText>
  );
}

export const signTones: Readonly<Record<PartySign['severity'], Tone>> = { high: 'restricted', medium: 'review', low: 'info' };

const tierTones: Readonly<Record<RiskTier, Tone>> = { low: 'clear', medium: 'info', high: 'review', prohibited: 'restricted' };

export function TierWord({ tier }: { readonly tier: RiskTier | null }) {
  const t = useText();
  if (tier === null) return <span className="muted">{t('parties.tier.none')}</span>;
  return <StatusText tone={tierTones[tier]}>{t(`parties.tier.${tier}`)}</StatusText>;
}

/** A fact that says nothing for or against a party. */
export function PlainFact({ children }: { readonly children: ReactNode }) {
  return (
    <StatusText tone="unassessed" icon={IconInfoCircle}>
      {children}
    </StatusText>
  );
}

/** How far owners are known. What nobody knows is a question; that they are known says nothing for them, so it never looks settled. */
export function OwnersWord({ known }: { readonly known: PartyRow['ownersKnown'] }) {
  const t = useText();
  const word = t(`parties.ownersKnown.${known}`);
  if (known === 'unknown' || known === 'partial') return <StatusText tone="review">{word}</StatusText>;
  return <PlainFact>{word}</PlainFact>;
}

export const rolesText = (t: ProductText, roles: PartyRow['roles']): string => roles.map((role) => t(`parties.role.${role}`)).join(', ');

/** The sentence under a party's standing. */
export function standingSentence(t: ProductText, { standing, openHits, screenedOn }: PartyDetail['row']): string {
  return t(`parties.standingWhy.${standing}`, { count: openHits, day: screenedOn ?? '' });
}

/** The language of a name by its script, where nobody said, so that a screen reader and the font choice fit. */
export function langOf(text: string, language: string): string | undefined {
  if (language !== '') return language;
  const scripts = [
    [/\p{Script=Hangul}/u, 'ko'],
    [/[\p{Script=Hiragana}\p{Script=Katakana}]/u, 'ja'],
    [/\p{Script=Han}/u, 'zh'],
    [/\p{Script=Arabic}/u, 'ar'],
    [/\p{Script=Hebrew}/u, 'he'],
    [/\p{Script=Cyrillic}/u, 'ru'],
    [/\p{Script=Greek}/u, 'el'],
    [/\p{Script=Thai}/u, 'th'],
    [/\p{Script=Devanagari}/u, 'hi'],
  ] as const;
  return scripts.find(([script]) => script.test(text))?.[1];
}
