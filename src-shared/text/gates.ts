import type { GateCondition } from '../model/gate.ts';
import { formatDay } from './dates.ts';
import type { Text } from './format.ts';
import { formatQuantity } from './numbers.ts';

/** Why a condition stands as it does; empty where its name says enough. */
export function whyWords(text: Pick<Text, 'locale' | 'dynamic'>, { id, state, params }: GateCondition): string {
  const isDay = (key: string, value: string | number) =>
    ['on', 'until', 'since'].includes(key) && typeof value === 'string' && value !== '';
  const isFigure = (key: string, value: string | number): value is number =>
    ['value', 'onRecord'].includes(key) && typeof value === 'number';
  const filled = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      isDay(key, value) ? formatDay(String(value), text.locale) : isFigure(key, value) ? formatQuantity(value, text.locale) : value,
    ]),
  );
  if (state === 'met') return text.dynamic(`gates.why.${id}`, filled, '');
  return text.dynamic(`gates.why.${id}.${state}`, filled, text.dynamic(`gates.why.${id}.missing`, filled, ''));
}
