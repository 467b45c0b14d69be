import type { AuditInput } from '../../../src-shared/model/access-audit.ts';
import { isDated, withheldTime } from '../../../src-shared/model/access-events.ts';
import type { Networks } from '../networks/index.ts';

const dayMs = 86_400_000;

/**
 * Takes the mark of a corporate exit from events outside the days on which the company used it. Such an address gets a second entry
 * without the mark, so that every rule sees it as any other address on those days.
 */
export function withExitDays(input: AuditInput, networks: Pick<Networks, 'exitsOf'>): AuditInput {
  const addresses = [...input.dictionaries.addresses];
  const facts = [...input.addresses];
  const another = new Map<number, { readonly place: number; readonly days: readonly (readonly [number, number])[] }>();
  for (const [place, address] of input.dictionaries.addresses.entries()) {
    const known = input.addresses[place] ?? null;
    if (known === null || !known.tags.includes('corporate')) continue;
    const days = networks
      .exitsOf(address)
      .map(({ from, until }) => [dayOf(from, Number.NEGATIVE_INFINITY), dayOf(until, Number.POSITIVE_INFINITY)] as const);
    if (days.length === 0 || days.some(([from, until]) => from === Number.NEGATIVE_INFINITY && until === Number.POSITIVE_INFINITY))
      continue;
    another.set(place, { place: addresses.push(address) - 1, days });
    facts.push({ ...known, tags: known.tags.filter((tag) => tag !== 'corporate') });
  }
  if (another.size === 0) return input;
  const { events } = input;
  const address = events.address.map((place, at) => {
    const other = another.get(place);
    if (other === undefined) return place;
    const ts = events.ts[at] ?? withheldTime;
    // Without a time nothing says that the company used the exit then.
    if (!isDated(ts)) return other.place;
    const day = Math.floor(ts / dayMs);
    return other.days.some(([from, until]) => day >= from && day <= until) ? place : other.place;
  });
  return { ...input, events: { ...events, address }, dictionaries: { ...input.dictionaries, addresses }, addresses: facts };
}

const dayOf = (day: string | null, open: number): number => (day === null ? open : Math.floor(Date.parse(`${day}T00:00:00Z`) / dayMs));
