import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import { codeOf } from './person.ts';
import type { Said } from './words.ts';

export interface AuthorisationReading {
  /** Covers this release on the day. */
  readonly covers: Said;
  /** The recipient abroad may hold the item: by licence, by exception, or because none is needed. */
  readonly entity: Said;
  /** Applied for and not granted. */
  readonly pending: boolean;
  /** What is known, without naming a nationality. */
  readonly because: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : Array.isArray(value) ? value.join(', ') : '');

/** What an authorisation on file is worth on the day. An application, a lapsed one and one for others are worth nothing. */
export function readAuthorisation(facts: ReleaseFacts, on: IsoDate): AuthorisationReading {
  const stated = facts.authorisation;
  const type = textOf(stated?.type).trim().toLowerCase();
  if (stated === null || stated === undefined || type === '' || /^unknown\b/.test(type))
    return { covers: 'unknown', entity: 'unknown', pending: false, because: 'Nobody said whether there is one.' };
  if (/^(none|no)$/.test(type)) return { covers: 'no', entity: 'no', pending: false, because: 'None is recorded.' };
  if (/none needed|not (needed|required)|\bnlr\b|no licen[cs]e (needed|required)/.test(type))
    return { covers: 'no', entity: 'yes', pending: false, because: 'The recipient needed none.' };
  const state = `${type} ${textOf(stated['status'])}`.toLowerCase();
  if (
    /\b(pending|filed|applied|application|submitted|draft|requested|planned|denied|refused|rejected|returned|revoked|suspended|withdrawn|expired|lapsed)\b/.test(
      state,
    )
  )
    return {
      covers: 'no',
      entity: 'no',
      pending: /pending|filed|appli|submitted|draft|requested|planned/.test(state),
      because: 'Not granted, or no longer in force.',
    };
  const from = day(stated['validFrom'] ?? stated['issuedOn'] ?? stated['from'] ?? stated['since']);
  const to = day(stated['validTo'] ?? stated['until'] ?? stated['expiresOn'] ?? stated['to']);
  if (from !== '' && from > on) return { covers: 'no', entity: 'no', pending: false, because: 'Not yet valid on that day.' };
  if (to !== '' && to < on) return { covers: 'no', entity: 'no', pending: false, because: 'No longer valid on that day.' };
  const covers = textOf(stated['covers']);
  return {
    covers: coversThis(covers, stated['persons'] ?? stated['person'], facts),
    entity: /\b(another|other|different) (firm|company|site|recipient)\b/i.test(covers) ? 'no' : 'yes',
    pending: false,
    because: covers === '' ? 'Its scope is not recorded.' : 'Valid on that day; its scope has to name the person and the item.',
  };
}

const day = (value: unknown): string => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : '');

/** Whether the words of the scope name this person and this item. */
function coversThis(covers: string, persons: unknown, facts: ReleaseFacts): Said {
  const text = `${covers} ${textOf(persons)}`.toLowerCase();
  if (text.trim() === '') return 'unknown';
  if (/\b(another|other|different|not this|only the (firm|company)|excluding)\b/.test(text) || /\bsilent\b/.test(text)) return 'no';
  const own = facts.item?.classification?.match(/\d[A-E]\d{3}/gi) ?? [];
  const named: readonly string[] = text.match(/\b\d[a-e]\d{3}/g) ?? [];
  const item =
    named.length === 0
      ? /\b(this|the|same) (technology|item|software|source code|data|files?|weights)\b|\ball (the )?(technology|items)\b/.test(text)
      : own.some((entry) => named.includes(entry.toLowerCase()));
  if (!item) return named.length > 0 ? 'no' : 'unknown';
  const ties = [...(facts.person?.citizenships ?? []), ...(facts.person?.permanentResidences ?? [])].map((tie) => codeOf(tie?.country));
  const codes = `${covers} ${textOf(persons)}`.match(/\b[A-Z]{2}\b/g) ?? [];
  const person =
    /\b(this|the|named|same) (person|engineer|employee|colleague|researcher|national|individual|student|contractor)\b|\bthird.country\b/.test(
      text,
    ) || codes.some((code) => ties.includes(code));
  return person ? 'yes' : 'unknown';
}
