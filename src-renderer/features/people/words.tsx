import type { PersonRow, TieState } from '../../../src-shared/contract/people.ts';
import { countryCodes, countryName } from '../../../src-shared/text/countries.ts';
import { type ProductText, type SelectOption, StatusText, type Tone, useText } from '../../ui/index.ts';

/** Countries as choices, by name in the person's language. */
export function countryOptions(t: ProductText): readonly SelectOption[] {
  return countryCodes
    .map((code) => ({ value: code as string, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
}

const positionTones: Readonly<Record<NonNullable<PersonRow['position']>, Tone>> = {
  usPerson: 'clear',
  noLicenceNeeded: 'clear',
  covered: 'clear',
  licenceNeeded: 'restricted',
  exceptionPossible: 'review',
  unknown: 'review',
  service: 'info',
  unknownAccount: 'review',
};

/** Where somebody stands towards controlled items, without naming a nationality. */
export function PositionWord({ position }: { readonly position: PersonRow['position'] }) {
  const t = useText();
  if (position === null) return <span className="muted">{t('people.position.notRun')}</span>;
  return <StatusText tone={positionTones[position]}>{t(`people.position.${position}`)}</StatusText>;
}

/** Whether citizenship is on file, never what it is. */
export function TieStateWord({ state, sourced }: { readonly state: TieState; readonly sourced: boolean }) {
  const t = useText();
  if (state === 'onFile')
    return sourced ? (
      <StatusText tone="clear">{t('people.tieState.onFileSourced')}</StatusText>
    ) : (
      <StatusText tone="review">{t('people.tieState.onFileUnsourced')}</StatusText>
    );
  return state === 'unknown' ? (
    <StatusText tone="review">{t('people.tieState.unknown')}</StatusText>
  ) : (
    <span className="muted">{t('people.tieState.notAsked')}</span>
  );
}

export const tieStateText = (t: ProductText, row: Pick<PersonRow, 'citizenship' | 'sourced'>): string =>
  row.citizenship === 'onFile'
    ? t(row.sourced ? 'people.tieState.onFileSourced' : 'people.tieState.onFileUnsourced')
    : t(`people.tieState.${row.citizenship}`);

export const employmentWord = (t: ProductText, kind: PersonRow['employment']): string =>
  kind === null ? t('people.employment.none') : t(`people.employment.${kind}`);
