/** Thresholds of the audit. Every number has a reason in `settingDefinitions`. */
export interface AccessSettings {
  readonly home: string;
  readonly releaseActions: 'technology' | 'all';
  readonly unknownOutcomeCounts: boolean;
  readonly highRiskCountries: readonly string[];
  readonly networkTags: readonly string[];
  readonly maxSpeedKmh: number;
  readonly travelToleranceKm: number;
  readonly beforeStartDays: number;
  readonly burstPerDay: number;
  readonly burstPerHour: number;
  readonly burstTokensPerDay: number;
  readonly burstTimesOwn: number;
  readonly burstTimesGroup: number;
  readonly dripDays: number;
  readonly dripTotal: number;
  readonly dripTimesGroup: number;
  readonly gapDays: number;
  readonly gapExpectedEvents: number;
  readonly oldNetworkDataDays: number;
}

export type SettingValue = number | string | boolean | readonly string[];

export interface SettingDefinition {
  readonly id: keyof AccessSettings;
  readonly standard: SettingValue;
  readonly unit: string;
  readonly title: string;
  readonly because: string;
  /** Bounds of a number, both included; choices of a text. */
  readonly range?: readonly [number, number];
  readonly choices?: readonly string[];
}

/** What can be set, with the standard value and the reason for it, in the order shown. */
export const settingDefinitions: readonly SettingDefinition[] = [
  {
    id: 'home',
    standard: 'US',
    unit: 'country',
    title: 'Country whose deemed-export rule applies',
    because:
      'The rule on releases to foreign persons is that of the EAR (15 CFR 734.13(a)(2)). Its own citizens and permanent residents are not foreign persons.',
  },
  {
    id: 'releaseActions',
    standard: 'technology',
    unit: '',
    title: 'Which actions count as a release',
    because:
      'Only inspection or exchange that reveals technology or source code is a release (15 CFR 734.15); prompts and running a program are not. "All" is a strict reading for companies that want every successful access looked at.',
    choices: ['technology', 'all'],
  },
  {
    id: 'unknownOutcomeCounts',
    standard: true,
    unit: '',
    title: 'Count events whose log does not say whether they went through',
    because: 'Many logs write a line only for what happened. Leaving such lines out would pass over whole sources in silence.',
  },
  {
    id: 'highRiskCountries',
    standard: ['AF', 'BY', 'CD', 'CF', 'ER', 'HT', 'IQ', 'LB', 'LY', 'MM', 'NI', 'RU', 'SD', 'SO', 'SS', 'VE', 'ZW'],
    unit: 'countries',
    title: 'High-risk places beside the embargoed ones',
    because:
      'Country group D:5 (15 CFR 740 Supp. 1) without the embargoed places, which are always looked at, and without China, where the rules on releases and exports ask the question already.',
  },
  {
    id: 'networkTags',
    standard: ['vpn', 'hosting', 'tor', 'proxy'],
    unit: 'kinds',
    title: 'Kinds of network that hide where somebody is',
    because: 'Privacy relays are on by default for many people and say little, so they are left out. Add "relay" to see them.',
  },
  {
    id: 'maxSpeedKmh',
    standard: 900,
    unit: 'km/h',
    title: 'Fastest plausible journey',
    because: 'Cruising speed of an airliner; nobody gets from one log-in to the next faster.',
    range: [100, 5000],
  },
  {
    id: 'travelToleranceKm',
    standard: 200,
    unit: 'km',
    title: 'Distance that address data may be wrong by',
    because:
      'Addresses are known by country only. The way between the nearest edges of two countries counts, less the reach of an airport.',
    range: [0, 5000],
  },
  {
    id: 'beforeStartDays',
    standard: 14,
    unit: 'days',
    title: 'Days before the first day on which an account may be in use',
    because: 'Accounts are made ready, and induction begins, in the weeks before somebody starts.',
    range: [0, 365],
  },
  {
    id: 'burstPerDay',
    standard: 100,
    unit: 'requests',
    title: 'Least requests in a day that can be a burst',
    because: 'Below it a busy day of one person cannot be told from copying.',
    range: [1, 1e9],
  },
  {
    id: 'burstPerHour',
    standard: 60,
    unit: 'requests',
    title: 'Least requests in an hour that can be a burst',
    because: 'One a minute without a pause is the least that suggests a script.',
    range: [1, 1e9],
  },
  {
    id: 'burstTokensPerDay',
    standard: 200_000,
    unit: 'tokens',
    title: 'Least tokens in a day that can be a burst',
    because: 'About the text of two novels; far above a day of ordinary prompts.',
    range: [1, 1e12],
  },
  {
    id: 'burstTimesOwn',
    standard: 6,
    unit: 'times',
    title: 'Times the own usual day that make a burst',
    because: 'Usual days vary by a factor of two or three; the median and its spread are not moved by the burst itself.',
    range: [1, 1000],
  },
  {
    id: 'burstTimesGroup',
    standard: 3,
    unit: 'times',
    title: 'Times a busy day of everybody else on the asset that make a burst',
    because: 'A release or an incident makes a whole team busy; only who stands out from the others counts.',
    range: [1, 1000],
  },
  {
    id: 'dripDays',
    standard: 28,
    unit: 'days',
    title: 'Days over which a slow drip is summed',
    because: 'Copying a little every day stays under any daily limit; four weeks show it.',
    range: [7, 365],
  },
  {
    id: 'dripTotal',
    standard: 600,
    unit: 'requests',
    title: 'Least requests in those days that can be a slow drip',
    because: 'About thirty on every working day of four weeks.',
    range: [1, 1e9],
  },
  {
    id: 'dripTimesGroup',
    standard: 4,
    unit: 'times',
    title: 'Times the usual total of everybody else that make a slow drip',
    because: 'Somebody whose work is the asset uses it two or three times as much as the others.',
    range: [1, 1000],
  },
  {
    id: 'gapDays',
    standard: 3,
    unit: 'days',
    title: 'Least days without an event that make a gap in one asset\u2019s log',
    because: 'One or two quiet days happen; days of the week that are always quiet do not count.',
    range: [1, 365],
  },
  {
    id: 'gapExpectedEvents',
    standard: 20,
    unit: 'events',
    title: 'Events that a gap must have lacked',
    because: 'Where twenty events were due, silence by chance is out of the question.',
    range: [1, 1e9],
  },
  {
    id: 'oldNetworkDataDays',
    standard: 180,
    unit: 'days',
    title: 'Age at which address data is called old',
    because: 'Blocks of addresses change hands; after half a year a country is a weaker sign.',
    range: [1, 3650],
  },
];

/** The values that hold where nobody set another. */
export const standardSettings: AccessSettings = Object.fromEntries(
  settingDefinitions.map(({ id, standard }) => [id, standard]),
) as unknown as AccessSettings;

/** What is wrong with a value for a setting, in plain words; null where it fits. */
export function settingFault(definition: SettingDefinition, value: unknown): string | null {
  const { standard, range, choices } = definition;
  if (typeof standard === 'boolean') return typeof value === 'boolean' ? null : 'must be true or false';
  if (typeof standard === 'number') {
    const [low, high] = range ?? [0, Number.MAX_SAFE_INTEGER];
    if (typeof value !== 'number' || !Number.isFinite(value)) return 'must be a number';
    return value < low || value > high ? `must lie between ${low} and ${high}` : null;
  }
  if (typeof standard === 'string') {
    if (typeof value !== 'string') return 'must be a text';
    if (choices !== undefined) return choices.includes(value) ? null : `must be one of ${choices.join(', ')}`;
    return /^[A-Z]{2}$/.test(value) ? null : 'must be a country code of two letters';
  }
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== 'string')) return 'must be a list of texts';
  if (definition.id === 'highRiskCountries' && value.some((entry) => !/^[A-Z]{2}$/.test(String(entry))))
    return 'must be country codes of two letters';
  return null;
}
