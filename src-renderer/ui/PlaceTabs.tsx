import { useNavigate } from 'react-router';
import classes from './PlaceTabs.module.css';
import { Tabs } from './Tabs.tsx';
import { useText } from './text.tsx';

interface Place<T extends string = string> {
  readonly id: T;
  readonly label: string;
  readonly href: string;
}

interface PlaceTabsProps<T extends string> {
  readonly label: string;
  readonly places: ReadonlyArray<Place<T>>;
  readonly here: T;
}

/** Neighbouring screens of one room as a row of links, the present one marked. For the actions of a page header. */
function PlaceTabs<T extends string>({ label, places, here }: PlaceTabsProps<T>) {
  return (
    <nav className={classes['places']} aria-label={label}>
      {places.map((place) => (
        <a key={place.id} href={place.href} aria-current={place.id === here ? 'page' : undefined}>
          {place.label}
        </a>
      ))}
    </nav>
  );
}

const partyPlaces = { queue: '#/parties/queue', parties: '#/parties', lookUp: '#/parties/lookup', lists: '#/lists' } as const;

/** The four screens of screening: what waits, whom we deal with, a name looked up at once, the lists. */
export function PartyPlaces({ here }: { readonly here: keyof typeof partyPlaces }) {
  const t = useText();
  return (
    <PlaceTabs
      label={t('parties.places')}
      here={here}
      places={(['queue', 'parties', 'lookUp', 'lists'] as const).map((id) => ({
        id,
        label: t(`parties.place.${id}`),
        href: partyPlaces[id],
      }))}
    />
  );
}

const historyPlaces = {
  all: '#/history',
  since: '#/history/since',
  evidence: '#/evidence',
  retention: '#/retention',
  holds: '#/retention/holds',
} as const;

/** What was done, what changed since a report, what is kept as evidence, how long records are kept, and what holds them. */
export function HistoryPlaces({ here }: { readonly here: keyof typeof historyPlaces }) {
  const t = useText();
  const places = (['all', 'since', 'evidence', 'retention', 'holds'] as const).map((id) => ({
    id,
    label: t(`history.place.${id}`),
    href: historyPlaces[id],
  }));
  return <PlaceTabs label={t('history.places')} here={here} places={places} />;
}

const programmePlaces = {
  assessment: '/programme',
  risk: '/programme/risk',
  organisation: '/programme/organisation',
  committee: '/programme/committee',
  gates: '/programme/gates',
  incidents: '/programme/incidents',
  training: '/programme/training',
  manual: '/programme/manual',
  figures: '/programme/figures',
} as const;
export type ProgrammePlace = keyof typeof programmePlaces;

interface ProgrammePlacesProps {
  readonly here: ProgrammePlace;
  /** Work that waits there, beside the word. */
  readonly counts?: Partial<Readonly<Record<ProgrammePlace, number>>>;
}

/** The screens of the compliance programme as tabs. Put it under the title of a page header. */
export function ProgrammePlaces({ here, counts = {} }: ProgrammePlacesProps) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <Tabs<ProgrammePlace>
      label={t('programme.places')}
      active={here}
      onChange={(id) => void navigate(programmePlaces[id])}
      tabs={(Object.keys(programmePlaces) as ProgrammePlace[]).map((id) => ({
        id,
        label: t(`programme.place.${id}`),
        ...(counts[id] ? { count: counts[id] } : {}),
      }))}
    />
  );
}

const qualityPlaces = { checks: '#/quality', times: '#/quality/times' } as const;

/** The two screens of quality: what is wrong with the records, and how long cases take. */
export function QualityPlaces({ here }: { readonly here: keyof typeof qualityPlaces }) {
  const t = useText();
  const places = (['checks', 'times'] as const).map((id) => ({ id, label: t(`quality.place.${id}`), href: qualityPlaces[id] }));
  return <PlaceTabs label={t('quality.places')} here={here} places={places} />;
}

const rulePlaces = {
  browse: '/rules',
  watch: '/rules/watch',
  packs: '/rules/packs',
  countries: '/rules/countries',
  changes: '/rules/changes',
  guides: '/rules/guides',
  networks: '/rules/networks',
  lists: '/lists',
} as const;
export type RulePlace = keyof typeof rulePlaces;

/** The screens of the rules as tabs. Lists of parties have screens of their own: they stand here, and among the screens of screening. */
export function RulePlaces({ here }: { readonly here: RulePlace }) {
  const t = useText();
  const navigate = useNavigate();
  return (
    <Tabs<RulePlace>
      label={t('rules.title')}
      active={here}
      onChange={(id) => void navigate(rulePlaces[id])}
      tabs={(Object.keys(rulePlaces) as RulePlace[]).map((id) => ({
        id,
        label: id === 'lists' ? t('lists.tab') : id === 'watch' ? t('watch.tab') : t(`rules.tab.${id}`),
      }))}
    />
  );
}
