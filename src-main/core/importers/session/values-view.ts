import type { DistinctValue, ValueField, ValueTarget } from '../../../../src-shared/contract/imports.ts';
import type { ImportField, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import type { OpenWorkspace } from '../../db/index.ts';
import { type ChoiceIndex, createChoiceIndex } from '../map/choice.ts';
import { countryName, readCountry, suggestCountries } from '../map/country.ts';
import { rowRole } from '../map/header.ts';
import { choicesOf, hasValueStep, splitList, valueKey } from '../map/read-value.ts';
import { isEmptyMark, isUnknownWord, readYesNo } from '../map/words.ts';
import { firstDataRow } from './check.ts';
import { currentCells, rowsAfter } from './rows.ts';
import type { Pause } from './slices.ts';
import type { StoredSession } from './store.ts';

const shownValues = 500;

/** Distinct values of the columns whose values are matched to ours, most frequent first, each with what it would become. */
export async function valueFields(
  workspace: () => OpenWorkspace,
  session: StoredSession,
  schema: TargetSchema,
  remembered: StoredSession['state']['values'],
  pause: Pause,
): Promise<ValueField[]> {
  const { state } = session;
  const columns = state.mapping.flatMap((fieldId, column) => {
    const field = schema.fields.find((one) => one.id === fieldId);
    return field !== undefined && hasValueStep(field)
      ? [{ column, field, counts: new Map<string, { text: string; count: number }>() }]
      : [];
  });
  let after = firstDataRow(state) - 1;
  while (columns.length > 0) {
    const rows = rowsAfter(workspace(), session.id, after, 200);
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const record of rows) {
      if (record.state === 'skipped' && record.skipped_because !== null) continue;
      const { cells } = currentCells(record);
      if (rowRole(cells, state.titles) !== 'data') continue;
      for (const { column, field, counts } of columns) {
        const text = cells[column]?.text.trim() ?? '';
        if (isEmptyMark(text)) continue;
        for (const part of field.type === 'choices' || field.type === 'countries' ? splitList(field, text) : [text]) {
          const entry = counts.get(valueKey(part));
          if (entry === undefined) counts.set(valueKey(part), { text: part, count: 1 });
          else entry.count += 1;
        }
      }
    }
    after = last.row;
    await pause();
  }
  const views: ValueField[] = [];
  for (const { column, field, counts } of columns) {
    const chosen = state.values[field.id] ?? {};
    const memory = remembered[field.id] ?? {};
    const index = createChoiceIndex(field.choices ?? []);
    const values = [...counts]
      .sort((a, b) => b[1].count - a[1].count)
      .slice(0, shownValues)
      .map(([key, { text, count }]) => describeValue(field, index, text, count, lookUp(chosen, key), lookUp(memory, key)));
    views.push({
      // Screens offer the same answers whatever the kind of field.
      field: { ...field, choices: choicesOf(field).map(({ value, label }) => ({ value, label })) },
      column,
      header: state.titles[column] ?? '',
      distinct: counts.size,
      unmatched: values.filter((value) => value.target === null).length,
      values,
    });
    await pause();
  }
  return views;
}

function lookUp(values: Readonly<Record<string, ValueTarget>>, key: string): ValueTarget | undefined {
  return Object.hasOwn(values, key) ? values[key] : undefined;
}

function describeValue(
  field: ImportField,
  index: ChoiceIndex,
  text: string,
  count: number,
  chosen: ValueTarget | undefined,
  memory: ValueTarget | undefined,
): DistinctValue {
  const base = { from: text.slice(0, 400), count };
  if (chosen !== undefined) {
    const isMemory = memory !== undefined && JSON.stringify(memory) === JSON.stringify(chosen);
    return { ...base, target: chosen, how: isMemory ? 'remembered' : 'chosen', suggestions: suggestions(field, index, text) };
  }
  const read = readOne(field, index, text);
  if (read !== null) return { ...base, target: read.target, how: read.how, suggestions: [] };
  const close = suggestions(field, index, text);
  // Two Koreas or a "maybe" are no likeness to be accepted in bulk: the person says which.
  const isOpen = field.type === 'boolean' || readCountry(text).is === 'ask';
  return { ...base, target: null, how: close.length > 0 && !isOpen ? 'close' : 'none', suggestions: close };
}

/** What the check would make of the value without an answer; `null` when it would be a problem. */
function readOne(field: ImportField, index: ChoiceIndex, text: string): { target: ValueTarget; how: 'exact' | 'alias' } | null {
  if (field.type === 'choice' || field.type === 'choices') {
    const match = index.match(text);
    if (match !== null && (match.how === 'exact' || !isUnknownWord(text)))
      return { target: { to: 'value', value: match.value }, how: match.how };
  }
  if (isUnknownWord(text)) return { target: { to: 'unknown' }, how: 'exact' };
  if (field.type === 'boolean') {
    const answer = readYesNo(text);
    return answer === null ? null : { target: { to: 'value', value: answer }, how: 'exact' };
  }
  if (field.type !== 'country' && field.type !== 'countries') return null;
  const country = readCountry(text);
  return country.is === 'country' ? { target: { to: 'value', value: country.code }, how: country.exact ? 'exact' : 'alias' } : null;
}

function suggestions(field: ImportField, index: ChoiceIndex, text: string): { value: string; label: string }[] {
  if (field.type === 'boolean')
    return [
      { value: 'yes', label: 'Yes' },
      { value: 'no', label: 'No' },
    ];
  if (field.type === 'country' || field.type === 'countries')
    return suggestCountries(text).map((code) => ({ value: code, label: countryName(code) }));
  return index.suggest(text).map(({ value, label }) => ({ value, label }));
}
