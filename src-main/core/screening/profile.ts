import type { Profile } from '../../../src-shared/contract/screening.ts';
import { partyTypes } from '../../../src-shared/model/listed-party.ts';
import type { ScreeningProfile } from '../../../src-shared/model/screening.ts';
import { screeningProfiles } from '../../engine/screening/profiles.ts';
import { type Connection, prepared } from '../db/index.ts';

interface Row {
  readonly manner: Profile['manner'];
  readonly thresholds: string;
  readonly second_person: number;
  readonly remind_after_days: number;
  readonly revision: number;
}

/** Days between two looks at everybody, where the company says nothing else. */
const remindAfterDays = 30;

/** How the workspace screens; thresholds are those the company set itself, on top of the manner's own. */
export function readProfile({ db }: Pick<Connection, 'db'>): Profile {
  const row = prepared<[], Row>(db, 'SELECT * FROM screening_settings WHERE id = 1').get();
  if (row === undefined) return { manner: 'default', thresholds: {}, secondPerson: true, remindAfterDays, revision: 0 };
  return {
    manner: row.manner,
    thresholds: JSON.parse(row.thresholds) as Profile['thresholds'],
    secondPerson: row.second_person === 1,
    remindAfterDays: row.remind_after_days,
    revision: row.revision,
  };
}

/** The thresholds in force: the manner's, with the company's own over them. */
export function profileOf(profile: Pick<Profile, 'manner' | 'thresholds'>): ScreeningProfile {
  const base = screeningProfiles[profile.manner];
  const own = Object.keys(profile.thresholds).length > 0;
  return { id: own ? `${base.id}+` : base.id, manner: base.manner, thresholds: { ...base.thresholds, ...profile.thresholds } };
}

/** Lowest score a run keeps: below the review threshold, so that another profile can be tried without screening anew. */
export function keptFrom(profile: ScreeningProfile): number {
  const lowest = Math.min(...Object.values(screeningProfiles.wide.thresholds).map(({ review }) => review));
  return Math.min(lowest, ...Object.values(profile.thresholds).map(({ review }) => review));
}

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** SQL for the threshold of a hit `h`: the more exact key wins (`SDN/person`, `SDN`, `person`, `*`). */
export function thresholdSql(profile: ScreeningProfile, which: 'review' | 'strong'): string {
  const entries = Object.entries(profile.thresholds).map(([key, value]) => ({ key, at: value[which] }));
  const condition = (key: string): string | null => {
    if (key === '*') return null;
    const [list, type] = key.split('/');
    if (type !== undefined) return `h.list = ${quoted(list ?? '')} AND h.type = ${quoted(type)}`;
    return typeNames.has(key) ? `h.type = ${quoted(key)}` : `h.list = ${quoted(key)}`;
  };
  const rank = (key: string): number => (key.includes('/') ? 0 : typeNames.has(key) ? 2 : 1);
  const cases = entries
    .filter(({ key }) => key !== '*')
    .sort((a, b) => rank(a.key) - rank(b.key) || (a.key < b.key ? -1 : 1))
    .map(({ key, at }) => `WHEN ${condition(key)} THEN ${at}`);
  const otherwise = profile.thresholds['*']?.[which] ?? screeningProfiles.default.thresholds['*']?.[which] ?? 1;
  return cases.length === 0 ? String(otherwise) : `(CASE ${cases.join(' ')} ELSE ${otherwise} END)`;
}

const typeNames = new Set<string>(partyTypes);
