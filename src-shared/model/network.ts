/** What a list says of a network. `relay`: a privacy relay that is on by default for many people, so a weak sign. */
export const networkTags = ['vpn', 'hosting', 'tor', 'relay', 'proxy', 'corporate'] as const;
export type NetworkTag = (typeof networkTags)[number];

/** Everything that is known offline about one address. Location is evidence, never proof. */
export interface AddressFacts {
  readonly address: string;
  /** `inside`: private, carrier-grade, loopback or documentation range: never a country. `notAnAddress`: a host or service name. */
  readonly kind: 'public' | 'inside' | 'notAnAddress';
  /** ISO 3166-1 alpha-2 of the first and of the second database; null where it has no answer. */
  readonly country: string | null;
  readonly country2: string | null;
  readonly asn: number | null;
  readonly operator: string | null;
  /** Where the operator is at home, where known; a network run from an embargoed place counts wherever it ends. */
  readonly operatorCountry: string | null;
  readonly tags: readonly NetworkTag[];
  /** List or label behind each tag, and the corporate exit's name: `x4b-vpn-mullvadvpn.txt, 2026-08-22`. */
  readonly tagSources: readonly string[];
  /** Allow-listed by the company: no VPN, hosting or Tor finding. */
  readonly allowed: boolean;
  /** Day of the oldest data used for this answer, `YYYY-MM-DD`; null for `inside`. */
  readonly dataDay: string | null;
}
