import classes from './PlaceTabs.module.css';
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
