import type { TokenRole } from '../../../../src-shared/model/screening.ts';
import { isStanding, writtenOf } from '../index/keys.ts';
import { wordIn } from '../index/open.ts';
import type { NameReading, NameToken } from '../names/index.ts';
import { slotOf } from '../names/slots.ts';
import type { ScreeningIndex } from '../open-index.ts';
import { bitsIn, type Expansion, expand } from './expand.ts';
import { type NameKind, weightOf } from './rules.ts';

export interface QueryToken {
  readonly token: NameToken;
  readonly role: TokenRole;
  readonly bits: number;
  readonly weight: number;
  readonly expansion: Expansion;
  /** Number of a standing word as it is written here, -1 where the lists never write it so. */
  readonly written: number;
  /** This word and the next one written together, where the lists have such a word. */
  readonly glued: Expansion | null;
}

/** One reading of one name of a query, with everything the lists offer for its words. */
export interface QueryReading {
  readonly kind: NameKind;
  readonly reading: NameReading;
  readonly tokens: readonly QueryToken[];
}

/** Longer names are cut: what follows the twentieth word decides nothing. */
const MOST_TOKENS = 20;
const unglued = new Set<TokenRole>(['honorific', 'number', 'branch']);

export function prepareReading(index: ScreeningIndex, reading: NameReading): QueryReading {
  const tokens = reading.tokens.slice(0, MOST_TOKENS).map((token, place): QueryToken => {
    const expansion = expand(index, token, reading.kind);
    const bits = bitsIn(index, token, expansion);
    return {
      token,
      role: token.role,
      bits,
      weight: weightOf(reading.kind, token.role, bits),
      expansion,
      written: isStanding(token.role) ? wordIn(index.data, writtenOf(token)) : expansion.itself,
      glued: gluedWith(index, reading.kind, token, reading.tokens[place + 1]),
    };
  });
  return { kind: reading.kind, reading, tokens };
}

function gluedWith(index: ScreeningIndex, kind: NameKind, token: NameToken, next: NameToken | undefined): Expansion | null {
  if (next === undefined || unglued.has(token.role) || unglued.has(next.role)) return null;
  const norm = writtenOf(token) + writtenOf(next);
  if (norm.length < 5) return null;
  const expansion = expand(
    index,
    {
      text: norm,
      norm,
      others: [],
      role: 'word',
      script: 'Latn',
      skeleton: '',
      sound: '',
      phones: '',
      family: -1,
      slot: slotOf(norm),
    },
    kind,
  );
  return expansion.matches.length === 0 ? null : expansion;
}
