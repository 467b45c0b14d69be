import type { Text } from './format.ts';
import { factName } from './trace.ts';

type Words = Pick<Text, 'locale' | 'dynamic'>;

/** A line of the journal as it is stored: what was done, and with which words. */
export interface JournalStep {
  readonly method: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * What a step of the journal did, as a sentence. The journal keeps ids, which never change; a reader gets the names of facts
 * and safeguards. `otherwise` stands where a method has no sentence of its own.
 */
export function journalSentence({ method, params }: JournalStep, text: Words, otherwise: string = method): string {
  const { fields, fact, kind } = params;
  const said = {
    ...params,
    ...(typeof fields === 'string' ? { fields: factNames(fields, text) } : {}),
    ...(typeof fact === 'string' ? { fact: factName(fact, text) } : {}),
    ...(method === 'safeguards.save' && typeof kind === 'string' ? { kind: text.dynamic(`safeguard.${kind}`, {}, kind) } : {}),
  };
  return text.dynamic(`journal.${method}`, said, otherwise);
}

const factNames = (ids: string, text: Words): string =>
  ids
    .split(', ')
    .map((id) => factName(id, text))
    .join(', ');
