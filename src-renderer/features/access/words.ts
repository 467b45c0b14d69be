import type { FindingLine, FindingState, Position, Severity } from '../../../src-shared/contract/access.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { TaskSource } from '../../host/index.ts';
import type { ProductText, Tone } from '../../ui/index.ts';

/** Outline and colour of a severity; the word beside it carries the meaning. */
export const severityTones: Readonly<Record<Severity, Tone>> = { high: 'restricted', medium: 'review', low: 'info' };

export const stateTones: Readonly<Record<FindingState, Tone>> = {
  open: 'unassessed',
  confirmed: 'restricted',
  cleared: 'clear',
  accepted: 'review',
};

/** Where somebody stands towards controlled items; only what asks for a look is coloured. */
export const positionTones: Readonly<Record<Position, Tone | null>> = {
  usPerson: null,
  noLicenceNeeded: null,
  covered: null,
  service: null,
  licenceNeeded: 'restricted',
  exceptionPossible: 'review',
  unknown: 'review',
  unknownAccount: 'review',
};

/** The product and export a log comes from. */
export const kindOfLog = (t: ProductText, preset: string | null): string =>
  preset === null ? t('accessLogs.preset.none') : t.dynamic(`accessLogs.preset.${preset}`, {}, preset);

/** Who a finding is about: the person, else the account; null where it is about neither. */
export const whoWords = (line: Pick<FindingLine, 'person' | 'account'>): string | null => line.person?.name ?? line.account;

/** An instant in UTC to the minute, in a form that sorts: `2026-10-05 20:40`. Screens say once that times are UTC. */
export const minuteOf = (instant: string): string => instant.slice(0, 16).replace('T', ' ');

/** The same for an event, whose time the log may withhold. */
export const eventTime = (t: ProductText, at: string | null): string => (at === null ? t('access.event.withheld') : minuteOf(at));

/** First and last day of something in words; one day once. */
export function spanWords(t: ProductText, first: string | null, last: string | null): string {
  if (first === null || last === null) return '–';
  const [from, until] = [first.slice(0, 10), last.slice(0, 10)];
  return from === until ? formatDay(from, t.locale) : rangeFormat(t.locale).formatRange(Date.parse(from), Date.parse(until));
}

const ranges = new Map<string, Intl.DateTimeFormat>();

/** Kept, because making it costs far more than using it and lists use it for every row. */
function rangeFormat(locale: string): Intl.DateTimeFormat {
  const language = locale === 'en' ? 'en-GB' : locale;
  const made =
    ranges.get(language) ?? new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  ranges.set(language, made);
  return made;
}

/** What the two databases say of an address: `US / US`; `–` where an opinion is missing. */
export function locatedWords(event: { readonly country: string | null; readonly country2: string | null }): string {
  if (event.country === null && event.country2 === null) return '–';
  return `${event.country ?? '–'} / ${event.country2 ?? '–'}`;
}

/** The same in full, for hover and the inspector: agreement or not is said in words. */
export function locatedSentence(t: ProductText, event: { readonly country: string | null; readonly country2: string | null }): string {
  const { country, country2 } = event;
  const name = (code: string | null) => (code === null ? t('access.located.none') : countryName(t.locale, code));
  if (country === null && country2 === null) return t('access.located.nowhere');
  if (country === null || country2 === null) return t('access.located.one', { country: name(country ?? country2) });
  return country === country2
    ? t('access.located.agree', { country: name(country) })
    : t('access.located.differ', { first: name(country), second: name(country2) });
}

/** A finding as what a task is made from. */
export function findingSource(t: ProductText, finding: Pick<FindingLine, 'id' | 'label' | 'title'>): TaskSource {
  return {
    record: { kind: 'accessFinding', id: finding.id },
    title: t('access.task.one', { label: finding.label, title: finding.title }).slice(0, 300),
  };
}
