import type { ComputeEstimate, ComputeMessage } from '../../../src-shared/model/compute.ts';
import { computeText } from '../../../src-shared/text/en/compute.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';

const text = createText('en', computeText);

/** Sentence of a warning or note. */
export function sentenceOf(message: ComputeMessage): string {
  if (message.code !== 'methodRefused') return text.dynamic(`compute.warning.${message.code}`, readable(message.params));
  const method = text.dynamic(`compute.method.${String(message.params['method'])}`);
  const reason = text.dynamic(`compute.refusal.${String(message.params['reason'])}`, readable(message.params));
  return text.dynamic('compute.warning.methodRefused', { method, reason });
}

/** Why no total is given and what to supply, in one or two sentences. */
export function refusalSentence(refusal: Extract<ComputeEstimate, { status: 'refused' }>['refusal']): string {
  const reason = text.dynamic(`compute.refusal.${refusal.code}`, readable(refusal.params));
  const missing = [...new Set(refusal.missing.map((input) => text.dynamic(`compute.input.${input}`, {}, input)))];
  return missing.length === 0 ? reason : `${reason} ${text.dynamic('compute.question.supply', { input: missing.join('; ') })}`;
}

export const lineLabel = (id: string): string => text.dynamic(`compute.line.${id}`, {}, id);

/** Numbers as people read them; three significant digits are what an estimate carries. */
function readable(params: ComputeMessage['params']): Record<string, string | boolean | null> {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'number' ? formatQuantity(Number(value.toPrecision(3)), 'en', 3) : value,
    ]),
  );
}
