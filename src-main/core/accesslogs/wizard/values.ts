import type { LogValue, LogValues } from '../../../../src-shared/contract/access-logs.ts';
import type { LogCheck } from '../../../../src-shared/formats/access-log.ts';
import type { ActionKind } from '../../../../src-shared/model/access-events.ts';
import { type WizardState, wordKey } from './state.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What is known of values without asking. */
export interface ValueKnowledge {
  readonly assets: readonly Named[];
  assetOf(resource: string): Named | null;
  actionKind(action: string): ActionKind;
  /** Kinds of action that people gave before, by word. */
  readonly told: ReadonlyMap<string, string>;
}

/** Values of the file that have a meaning here, those without one first, then most frequent first. */
export function valueViews(check: LogCheck, state: WizardState, knowledge: ValueKnowledge): readonly LogValues[] {
  const { outcomeWords, countryWords } = state.reading.answers;
  const words = (kind: 'outcome' | 'country', tally: LogCheck['outcomes'], answers: Readonly<Record<string, string>>) =>
    group(
      kind,
      tally,
      tally.top.map(({ value, count, means }): LogValue => {
        const key = wordKey(value);
        const chosen = Object.hasOwn(answers, key) ? answers[key] : undefined;
        return {
          from: value,
          count,
          means: (chosen ?? means) || null,
          how: chosen !== undefined ? 'chosen' : means === null ? 'none' : 'known',
          suggestions: [],
        };
      }),
    );
  const actions = check.actions.top.map(({ value, count }): LogValue => {
    const chosen = Object.hasOwn(state.actions, value) ? state.actions[value] : undefined;
    const told = knowledge.told.get(wordKey(value));
    const own = knowledge.actionKind(value);
    return {
      from: value,
      count,
      means: chosen ?? told ?? (own === 'other' ? null : own),
      how: chosen !== undefined ? 'chosen' : told !== undefined ? 'remembered' : own === 'other' ? 'none' : 'known',
      suggestions: [],
    };
  });
  const near = likeness(knowledge.assets);
  const resources = check.resources.top.slice(0, 1000).map(({ value, count }): LogValue => {
    const chosen = Object.hasOwn(state.assets, value) ? state.assets[value] : undefined;
    const known = knowledge.assetOf(value);
    const means = chosen !== undefined ? (chosen === '' ? null : chosen) : (known?.id ?? null);
    return {
      from: value,
      count,
      means,
      how: chosen !== undefined ? 'chosen' : known !== null ? 'known' : 'none',
      suggestions: means === null && chosen === undefined ? near(value).map(({ id, name }) => ({ value: id, label: name })) : [],
    };
  });
  return [
    words('outcome', check.outcomes, outcomeWords),
    group('action', check.actions, actions),
    words('country', check.countries, countryWords),
    group('resource', check.resources, resources),
  ].filter((one) => one.distinct > 0);
}

function group(
  kind: LogValues['kind'],
  tally: { readonly distinct: number; readonly more: boolean },
  values: readonly LogValue[],
): LogValues {
  const open = (value: LogValue) => value.means === null && value.how !== 'chosen';
  return {
    kind,
    distinct: tally.distinct,
    more: tally.more || tally.distinct > values.length,
    unmatched: values.filter(open).length,
    values: [...values].sort((a, b) => Number(!open(a)) - Number(!open(b)) || b.count - a.count).slice(0, 1000),
  };
}

/** Assets whose name shares its letters with the end of a resource: `org/atlas-70b` is like "Atlas 70B". */
function likeness(assets: readonly Named[]): (resource: string) => readonly Named[] {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');
  const known = assets.map((asset) => ({ asset, key: plain(asset.name) })).filter(({ key }) => key.length >= 4);
  return (resource) => {
    const key = plain(resource);
    if (key.length < 4) return [];
    return known
      .filter((one) => key.includes(one.key) || one.key.includes(key))
      .sort((a, b) => Math.abs(a.key.length - key.length) - Math.abs(b.key.length - key.length))
      .slice(0, 3)
      .map(({ asset }) => asset);
  };
}
