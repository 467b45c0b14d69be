import type { Text } from './format.ts';
import { profileTitle } from './redaction.ts';
import { factName } from './trace.ts';

type Words = Pick<Text, 'locale' | 'dynamic'>;

/** A line of the journal as it is stored: what was done, and with which words. */
export interface JournalStep {
  readonly method: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What a step of the journal did, as a sentence. The journal keeps ids, which never change; a reader gets the names of facts
 * and safeguards, and of whatever left the program the redaction profile. `otherwise` stands where a method has no sentence of its own.
 */
export function journalSentence({ method, params }: JournalStep, text: Words, otherwise: string = method): string {
  const { fields, fact, kind, redaction } = params;
  const said = {
    ...params,
    ...(typeof fields === 'string' ? { fields: factNames(fields, text) } : {}),
    ...(typeof fact === 'string' ? { fact: factName(fact, text) } : {}),
    ...(method === 'safeguards.save' && typeof kind === 'string' ? { kind: text.dynamic(`safeguard.${kind}`, {}, kind) } : {}),
  };
  const sentence = text.dynamic(`journal.${method}`, said, otherwise);
  if (typeof redaction !== 'string') return sentence;
  return text.dynamic('redaction.journal', { sentence, profile: profileTitle(redaction, text) });
}

const factNames = (ids: string, text: Words): string =>
  ids
    .split(', ')
    .map((id) => factName(id, text))
    .join(', ');
