import type { AddressExplanation } from '../../../src-shared/contract/networks.ts';
import { type Address, readAddress } from '../../../src-shared/formats/internet-address.ts';
import { hasNumber, type NetworkList } from './list.ts';
import type { DatabaseInUse } from './networks.ts';
import { valueAt } from './read/steps.ts';
import type { WorkspaceNetworks } from './workspace-networks.ts';

/** Countries around regions that are embargoed by themselves and that no country database tells apart. */
const aroundRegions: ReadonlySet<string | null> = new Set(['UA', 'RU']);

/** Everything that is known of one address, and from where. */
export function explainAddress({ networks, data }: WorkspaceNetworks, text: string): AddressExplanation {
  const [facts] = networks.locate([text]);
  if (facts === undefined) throw new Error('A look-up gave no answer');
  const address = readAddress(text);
  const { databases, lists } = data;
  const answer = (role: 'country' | 'country2', { name, day }: DatabaseInUse, country: string | null) => ({
    role,
    database: name,
    day,
    country,
  });
  return {
    address: text,
    kind: facts.kind,
    countries:
      facts.kind === 'public'
        ? [answer('country', databases.country, facts.country), answer('country2', databases.country2, facts.country2)]
        : [],
    agree: facts.country === null || facts.country2 === null ? null : facts.country === facts.country2,
    disputedRegion: aroundRegions.has(facts.country) || aroundRegions.has(facts.country2),
    operator:
      facts.asn === null
        ? null
        : {
            asn: facts.asn,
            name: facts.operator ?? '',
            country: facts.operatorCountry,
            database: databases.operator.name,
            day: databases.operator.day,
          },
    tags: lists.flatMap((list) => {
      const because = address === null || facts.kind !== 'public' ? null : becauseOf(list, address, facts.asn);
      return because === null ? [] : [{ tag: list.tag, list: list.name, day: list.day, because }];
    }),
    exits: networks
      .exitsOf(text)
      .slice(0, 50)
      .map(({ label, from, until }) => ({ label, from, until })),
    allowedBecause: networks.allowedBecause(text),
  };
}

/** Whether a list names the address itself, or only its network's number. */
function becauseOf({ asns, prefixes }: NetworkList, address: Address, asn: number | null): 'address' | 'number' | null {
  if (valueAt(prefixes, address) !== 0) return 'address';
  return asn !== null && hasNumber(asns, asn) ? 'number' : null;
}
