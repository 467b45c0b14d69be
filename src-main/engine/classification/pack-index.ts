import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ItemType } from '../../../src-shared/model/item-facts.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import type { DerivedFact, PackEntry, PackQuestion, Parameter, RulePack } from '../../../src-shared/model/rule-pack.ts';
import { type ParameterError, valueOn } from '../rules/dated.ts';
import type { ResolvedParameter } from '../rules/evaluate.ts';
import { type StatusOn, statusOn } from './status.ts';

/** Look-up tables of one pack. Derived from the pack alone, so keeping them does not make the engine impure. */
export interface PackIndex {
  readonly pack: RulePack;
  readonly entries: ReadonlyMap<string, PackEntry>;
  readonly entriesFor: (type: ItemType) => readonly PackEntry[];
  readonly derived: ReadonlyMap<string, DerivedFact>;
  readonly questions: ReadonlyMap<string, PackQuestion>;
  readonly statusOf: (entry: PackEntry, on: IsoDate) => StatusOn;
  readonly parameterOn: (id: string, on: IsoDate) => Result<ResolvedParameter, ParameterError>;
}

const indexes = new WeakMap<RulePack, PackIndex>();

/** Index of a pack, built on first use. */
export function indexOf(pack: RulePack): PackIndex {
  const known = indexes.get(pack);
  if (known !== undefined) return known;
  const built = build(pack);
  indexes.set(pack, built);
  return built;
}

function build(pack: RulePack): PackIndex {
  const parameters = new Map(pack.parameters.map((parameter) => [parameter.id, parameter]));
  const byType = new Map<ItemType, readonly PackEntry[]>();
  const resolved = new Map<IsoDate, Map<string, Result<ResolvedParameter, ParameterError>>>();
  const statuses = new Map<IsoDate, Map<string, StatusOn>>();
  return {
    pack,
    entries: new Map(pack.entries.map((entry) => [entry.id, entry])),
    entriesFor: (type) => {
      const known = byType.get(type) ?? pack.entries.filter((entry) => entry.itemTypes.includes(type));
      byType.set(type, known);
      return known;
    },
    derived: new Map(pack.derived.map((fact) => [fact.id, fact])),
    questions: new Map(pack.questions.map((question) => [question.factId, question])),
    statusOf: (entry, on) => {
      const ofDay = dayOf(statuses, on);
      const known = ofDay.get(entry.id) ?? statusOn(entry, pack.manifest.coverage, on);
      ofDay.set(entry.id, known);
      return known;
    },
    parameterOn: (id, on) => {
      const ofDay = dayOf(resolved, on);
      const known = ofDay.get(id) ?? resolve(parameters.get(id), id, on);
      ofDay.set(id, known);
      return known;
    },
  };
}

/** Days kept at once; a list that judges every row on another day does not grow the memory. */
const MOST_DAYS = 400;

function dayOf<T>(days: Map<IsoDate, Map<string, T>>, on: IsoDate): Map<string, T> {
  const known = days.get(on);
  if (known !== undefined) return known;
  if (days.size >= MOST_DAYS) days.clear();
  const fresh = new Map<string, T>();
  days.set(on, fresh);
  return fresh;
}

function resolve(parameter: Parameter | undefined, id: string, on: IsoDate): Result<ResolvedParameter, ParameterError> {
  if (parameter === undefined) return err({ code: 'parameter.unknown', parameterId: id, on });
  const value = valueOn(id, parameter.history, on);
  return value.ok ? ok({ ...value.value, unit: parameter.unit, title: parameter.title }) : value;
}
