import { journalSentence } from '../../src-shared/text/journal.ts';
import type { OutputOf } from '../host/index.ts';
import type { ProductText } from '../ui/index.ts';

type Step = Pick<OutputOf<'journal.undo'>, 'method' | 'params'>;

/** A change in words, "rename Atlas-M", from the journal's own text; a plain phrase where a method has none yet. */
export function namedChange(t: ProductText, step: Step): string {
  return journalSentence(step, t, t('shell.aChange'));
}
