import type { OutcomeStyle } from '../../../../../src-shared/formats/access-log.ts';
import { type EventOutcome, eventOutcomes } from '../../../../../src-shared/model/access-events.ts';
import { plainText } from '../../../importers/map/normal.ts';

const wordsOf: Readonly<Record<Exclude<EventOutcome, 'unknown'>, string>> = {
  success:
    'success succeeded successful ok okay pass passed allow allowed accept accepted granted approved grant completed complete finished true yes y erfolg erfolgreich ja oui succes reussi reussite exito correcto si verdadero wahr vrai authenticated notice info 0',
  failure:
    'failure failed fail error errored unsuccessful invalid false no n fehler fehlgeschlagen fehlschlag nein non echec fallo error fallido falso interrupted timeout abandoned killed aborted',
  denied:
    'denied deny block blocked forbidden unauthorized unauthorised rejected reject refused accessdenied accessdeniedexception unauthorizedoperation permissiondenied unauthenticated verweigert abgelehnt gesperrt refuse bloque denegado rechazado bloqueado',
};
const byWord = new Map(
  Object.entries(wordsOf).flatMap(([outcome, words]) => words.split(' ').map((word) => [word, outcome as EventOutcome] as const)),
);

/** Words that say that nothing was decided: understood, and neither success nor failure. */
const undecided = /^(?:unknown|challenge|skipped|pending|none|n\/a|running|scheduled|unbekannt|inconnu|desconocido)$/i;

const numberOf = (outcome: EventOutcome) => eventOutcomes.indexOf(outcome);
const [unknown, success, failure, denied] = [numberOf('unknown'), numberOf('success'), numberOf('failure'), numberOf('denied')];
const refusal = /denied|unauthori[sz]ed|forbidden|blocked|not ?authori[sz]ed/i;

/** False for a text that should be explained: it says something, and we do not know what. */
export const isOutcomeUnderstood = (text: string, style: OutcomeStyle): boolean =>
  style === 'eventName' || undecided.test(text.trim()) || readOutcome(text, style) !== unknown;

/** Position in `eventOutcomes` of what became of an attempt. */
export function readOutcome(text: string, style: OutcomeStyle): number {
  const written = text.trim();
  if (style === 'errorIfPresent') {
    if (written === '' || written === '-' || written === 'null') return success;
    return refusal.test(written) ? denied : failure;
  }
  if (style === 'grpc') return grpc(written);
  if (written === '') return unknown;
  if (/^-?\d{1,9}$/.test(written)) return numeric(Number(written));
  return wordy(written);
}

function grpc(text: string): number {
  if (text === '' || text === '0') return success;
  if (text === '7' || text === '16') return denied;
  return /^\d+$/.test(text) ? failure : wordy(text);
}

/** HTTP status where it can be one, else an error number of which 0 is none. */
function numeric(value: number): number {
  if (value === 0) return success;
  if (value >= 100 && value < 400) return success;
  if (value === 401 || value === 403 || value === 407 || value === 451) return denied;
  // Conditional access and blocked users of Microsoft Entra.
  if ([50053, 53000, 53001, 53002, 53003, 50105, 50057].includes(value)) return denied;
  return failure;
}

function wordy(text: string): number {
  const plain = plainText(text);
  const whole = byWord.get(plain.replaceAll(' ', ''));
  if (whole !== undefined) return numberOf(whole);
  if (refusal.test(text)) return denied;
  for (const word of plain.split(' ')) {
    const found = byWord.get(word);
    if (found !== undefined && found !== 'success') return numberOf(found);
  }
  return plain.split(' ').some((word) => word.length > 2 && byWord.get(word) === 'success') ? success : unknown;
}
