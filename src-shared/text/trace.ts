import type { TraceStep, TraceValue } from '../model/finding.ts';
import { formatDay } from './dates.ts';
import type { Text } from './format.ts';
import { formatQuantity } from './numbers.ts';

/** As much of the formatter as is needed here, whatever its keys. */
type Words = Pick<Text, 'locale' | 'dynamic'>;

/**
 * One step of a reasoning as a sentence, with facts called by their names and numbers as people write them. The pack's own
 * words are used as they stand. Screens and reports both say it this way.
 */
export function traceSentence(step: Pick<TraceStep, 'said' | 'params' | 'ruleId'>, text: Words): string {
  if (step.said.startsWith('pack:')) return step.said.slice('pack:'.length).trim();
  const { params } = step;
  const said = {
    ...Object.fromEntries(Object.entries(params).map(([key, value]) => [key, valueWords(value, text)])),
    fact: typeof params['fact'] === 'string' ? factName(params['fact'], text) : '',
    limit: `${valueWords(params['limit'], text)}${unitOf(params)}`,
    range: rangeWords(params, text),
    bound: typeof params['bound'] === 'string' ? text.dynamic(`trace.bound.${params['bound']}`, {}, params['bound']) : '',
    textStatus:
      typeof params['textStatus'] === 'string' ? text.dynamic(`textStatus.${params['textStatus']}`, {}, params['textStatus']) : '',
    on: typeof params['on'] === 'string' ? formatDay(params['on'], text.locale) : '',
    wanted: choiceList(params['wanted'], text),
    value: choiceList(params['value'], text),
  };
  return text.dynamic(step.said, said, step.ruleId);
}

/** Name of a fact or figure the engine reads: a computed quantity, a field of the register, or its id in words. */
export function factName(id: string, text: Words): string {
  const [, inside] = /^contains:(.+)$/.exec(id) ?? [];
  if (inside !== undefined) return text.dynamic('trace.containsEntry', { entry: inside });
  const [, capability] = /^capability:(.)/.exec(id) ?? [];
  if (capability !== undefined) {
    // A capability is a field of the register: `capability:drones` is `capDrones`.
    const field = `cap${capability.toUpperCase()}${id.slice('capability:'.length + 1)}`;
    return text.dynamic(`field.${field}`, {}, spelledOut(id));
  }
  const bare = id.replace(/^answer\./, '');
  return text.dynamic(`quantity.${bare}`, {}, text.dynamic(`field.${bare}`, {}, spelledOut(bare)));
}

function spelledOut(id: string): string {
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[._:]+/g, ' ')
    .trim()
    .toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function valueWords(value: TraceValue | undefined, text: Words): string {
  if (value === null || value === undefined) return text.dynamic('trace.notKnown');
  if (typeof value === 'number') return formatQuantity(value, text.locale, 3);
  return String(value);
}

function rangeWords(params: TraceStep['params'], text: Words): string {
  const { value, high } = params;
  const low = `${valueWords(value, text)}${high === undefined ? unitOf(params) : ''}`;
  if (high === undefined) return low;
  if (high === null) return text.dynamic('trace.range.open', { low: `${valueWords(value, text)}${unitOf(params)}` });
  return text.dynamic('trace.range.between', { low, high: `${valueWords(high, text)}${unitOf(params)}` });
}

const unitOf = ({ unit }: TraceStep['params']): string => (typeof unit === 'string' && unit !== '' ? ` ${unit}` : '');

/** Words of a closed choice, several of them apart by commas. Entry numbers and the pack's own words stay as they are. */
function choiceList(value: TraceValue | undefined, text: Words): string {
  if (typeof value !== 'string') return valueWords(value, text);
  return value
    .split(', ')
    .map((each) => choiceWord(each, text))
    .join(', ');
}

function choiceWord(choice: string, text: Words): string {
  if (/^\d/.test(choice)) return choice;
  const known = text.dynamic(`choice.${choice}`, {}, '');
  if (known !== '') return `${known.charAt(0).toLocaleLowerCase(text.locale)}${known.slice(1)}`;
  return /^[a-z]+(?:[A-Z][a-z]+)+$/.test(choice) ? spelledOut(choice).toLowerCase() : choice;
}
