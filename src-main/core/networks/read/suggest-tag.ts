import type { NetworkTag } from '../../../../src-shared/model/network.ts';

/** Words that speak for a kind, the most telling kinds first: an Apple relay list often has "vpn" in its name as well. */
const words: readonly (readonly [NetworkTag, RegExp])[] = [
  ['tor', /\b(tor|torproject|onion|exit ?nodes?)\b/],
  ['relay', /\b(apple|icloud|private relay|relays?)\b/],
  ['corporate', /\b(corporate|office|egress|offices)\b/],
  ['vpn', /\b(\w*vpns?|mullvad\w*|proton|nord|pia|surfshark|cyberghost|windscribe|expressvpn)\b/],
  ['proxy', /\b(prox(?:y|ies)|socks5?|anonymi[sz]ers?)\b/],
  ['hosting', /\b(hosting|hosters?|data ?cent(?:er|re)s?|clouds?|servers?|vps|bad asns?|aws|azure|gcp|ip ranges|service tags)\b/],
];

/** Share of the entries that must speak for a kind when neither the file's name nor its comments do. */
const telling = 0.1;

/** The kind of network a list is about, from its name, then its comments, then the names beside its entries; null where nothing tells. */
export function suggestTag(
  fileName: string,
  comments: readonly string[],
  labels: readonly string[],
  isGeofeed: boolean,
): NetworkTag | null {
  const plain = (text: string) => text.toLowerCase().replace(/[-_./]+/g, ' ');
  for (const text of [plain(fileName), plain(comments.slice(0, 40).join(' '))]) {
    const found = words.find(([, pattern]) => pattern.test(text));
    if (found !== undefined) return found[0];
  }
  const said = labels.map(plain).filter((label) => label.trim() !== '');
  const byLabel = words.map(([tag, pattern]) => [tag, said.filter((label) => pattern.test(label)).length] as const);
  const best = byLabel.reduce((most, one) => (one[1] > most[1] ? one : most), ['hosting', 0] as const);
  if (said.length > 0 && best[1] >= said.length * telling) return best[0];
  // Prefixes with country, region and town: how relay services publish where their exits stand.
  return isGeofeed ? 'relay' : null;
}
