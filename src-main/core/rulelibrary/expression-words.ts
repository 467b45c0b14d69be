import type { Compare, Expression } from '../../../src-shared/model/rule-expression.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import { factName } from '../../../src-shared/text/trace.ts';
import { covers } from './cited.ts';
import { isCompare } from './expression-parts.ts';

/** A condition in plain words, one line for each part that must hold. Numbers are those of the day. */
export function conditionLines(expression: Expression, pack: RulePack, on: string, text: Text): string[] {
  const parts = 'all' in expression ? expression.all : [expression];
  return parts.map((part) => conditionWords(part, pack, on, text));
}

function conditionWords(expression: Expression, pack: RulePack, on: string, text: Text): string {
  const say = text.dynamic;
  const words = (inner: Expression) => conditionWords(inner, pack, on, text);
  const list = (inner: readonly Expression[]) => inner.map(words).join('; ');
  if ('all' in expression) return say('rules.condition.all', { list: list(expression.all) });
  if ('any' in expression) return say('rules.condition.any', { list: list(expression.any) });
  if ('not' in expression) return say('rules.condition.not', { what: words(expression.not) });
  if ('known' in expression) return say('rules.condition.known', { what: words(expression.known) });
  if ('shown' in expression) return say('rules.condition.shown', { what: words(expression.shown) });
  if ('readings' in expression) return say('rules.condition.readings', { list: list(expression.readings) });
  if ('missing' in expression) return say('rules.condition.missing', { fact: factName(expression.missing, text) });
  if ('meets' in expression) return say('rules.condition.meets', { entry: expression.meets });
  const fact = factName(expression.fact, text);
  if (isCompare(expression)) return compareWords(expression, fact, pack, on, text);
  if ('is' in expression) return say('rules.condition.is', { fact, value: valueWords(expression.is, text) });
  if ('in' in expression)
    return say('rules.condition.in', { fact, list: expression.in.map((value) => valueWords(value, text)).join(', ') });
  if ('anyStartsWith' in expression) return say('rules.condition.anyStartsWith', { fact, list: expression.anyStartsWith.join(', ') });
  return say('rules.condition.everyStartsWith', { fact, list: expression.everyStartsWith.join(', ') });
}

function compareWords(compare: Compare, fact: string, pack: RulePack, on: string, text: Text): string {
  const bounds = (['atLeast', 'above', 'below', 'atMost'] as const).flatMap((edge) => {
    const id = compare[edge];
    return id === undefined ? [] : [text.dynamic(`rules.condition.${edge}`, { limit: limitWords(id, pack, on, text) })];
  });
  return `${fact} ${bounds.join(` ${text.dynamic('rules.condition.and')} `)}`;
}

function limitWords(id: string, pack: RulePack, on: string, text: Text): string {
  const parameter = pack.parameters.find((each) => each.id === id);
  const value = parameter?.history.findLast((stretch) => covers(stretch, on))?.value;
  return parameter === undefined || value === undefined ? id : `${formatQuantity(value, text.locale, 3)} ${parameter.unit}`;
}

const valueWords = (value: string, text: Text): string =>
  text.dynamic(`choice.${value}`, undefined, /[\d.]/.test(value) ? value : spelledOut(value).toLowerCase());

function spelledOut(id: string): string {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._-]+/g, ' ')
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
