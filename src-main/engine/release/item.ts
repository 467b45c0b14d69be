import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import type { PackEntry } from '../../../src-shared/model/rule-pack.ts';
import { valueOn } from '../rules/dated.ts';
import { evaluate } from '../rules/evaluate.ts';
import { type FactValue, unknownFact } from '../rules/fact-value.ts';
import type { Regime } from './law.ts';
import { fitsEntry } from './law.ts';

export type Form = 'technology' | 'sourceCode' | 'objectCode' | 'weights' | 'hardware' | 'service';

/** One reason for control with the column it was stated with, if any. */
export interface Reason {
  readonly id: string;
  readonly column: string | null;
  /** A regional-stability reason written into the chip entries, which the chart knows nothing about. */
  readonly chip: boolean;
}

/** One possible standing of the item in the list. */
export interface Control {
  readonly listed: boolean;
  readonly entries: readonly string[];
  readonly hosts: readonly string[];
  readonly reasons: readonly Reason[];
  /** The reasons are not known, so nothing can be said about a licence. */
  readonly open: boolean;
}

export interface ItemReading {
  readonly classification: string | null;
  readonly entries: readonly string[];
  readonly hosts: readonly string[];
  /** What the item may be in the list; one where that is known. */
  readonly controls: readonly Control[];
  /** The classification is missing or hedged. */
  readonly classificationOpen: boolean;
  readonly reasonsOpen: boolean;
  readonly forms: readonly Form[];
  readonly origin: string | null;
}

const ECCN = /\b\d[A-Ea-e]\d{3}(?:\.[a-z0-9]+)*/g;
const HEDGED =
  /\b(if|possibl[ye]|maybe|perhaps|likely|probably|presumably|unclear|unsure|pending|unreviewed|not reviewed|unconfirmed|to be|tbc|tbd|candidate|suspected|may be|might|could|draft)\b|\?/i;
const UNLISTED = /\bear ?99\b|\bin no entry\b|\bnot (on the (ccl|list)|listed|controlled)\b|\bno entry\b|\bnot (in|listed in) annex\b/i;
const forms: readonly Form[] = ['technology', 'sourceCode', 'objectCode', 'weights', 'hardware', 'service'];

export function readItem(facts: ReleaseFacts, on: IsoDate, regime: Regime): ItemReading {
  const item = facts.item ?? {};
  const classification = textOf(item.classification);
  const entries = [...new Set((classification ?? '').match(ECCN) ?? [])].map(tidyEntry);
  const hosts = [...new Set((textOf(item.host) ?? '').match(ECCN) ?? [])].map(tidyEntry);
  const open = classification === null || /^\s*(unknown|unclassified|none given|not classified|open|undetermined)\b/i.test(classification);
  const hedged = !open && HEDGED.test(classification ?? '');
  const stated = statedReasons(item.reasons);
  const unlisted = !open && entries.length === 0 && UNLISTED.test(classification ?? '');
  const free: Control = { listed: false, entries: [], hosts, reasons: [], open: false };
  let controls: Control[];
  if (regime.rules.namedBy.length > 0) controls = [unlisted ? free : { listed: true, entries, hosts, reasons: [], open: false }];
  else if (unlisted && (stated ?? []).length === 0) controls = [free];
  else if (entries.length === 0 && stated === null) controls = [{ ...free, listed: true, open: true }, free];
  else controls = controlsOf(entries, hosts, stated, on, regime);
  if ((open || hedged) && !controls.some((control) => !control.listed)) controls = [...controls, free];
  return {
    classification,
    entries,
    hosts,
    controls,
    classificationOpen: open || hedged,
    reasonsOpen: controls.some((control) => control.open) || controls.length > 1,
    forms: formsOf(item.form, entries, facts),
    origin: typeof item.origin === 'string' ? item.origin.trim().toUpperCase() : null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null);
/** `3e001.A` is written `3E001.a`. */
const tidyEntry = (entry: string): string => entry.slice(0, 5).toUpperCase() + entry.slice(5).toLowerCase();

function statedReasons(value: unknown): readonly { readonly id: string; readonly column: string | null }[] | null {
  if (!Array.isArray(value)) return null;
  return (value as readonly unknown[]).flatMap((one) => {
    const found = typeof one === 'string' ? /^\s*([A-Za-z]{2})\s*(?:col(?:umn)?\.?\s*)?([1-3])?\b/i.exec(one) : null;
    if (found === null) return [];
    const id = (found[1] ?? '').toUpperCase();
    return [{ id, column: found[2] === undefined ? null : `${id}${found[2]}` }];
  });
}

/** Every reading of the reasons the facts leave room for. */
function controlsOf(
  entries: readonly string[],
  hosts: readonly string[],
  stated: ReturnType<typeof statedReasons>,
  on: IsoDate,
  regime: Regime,
): Control[] {
  const ready = entries.filter((entry) => !isBeforeItsTime(entry, on, regime));
  if (entries.length > 0 && ready.length === 0) return [{ listed: false, entries: [], hosts, reasons: [], open: false }];
  const sets = stated !== null ? [stated] : derivedReasons(ready, hosts, on, regime);
  if (sets === undefined) return [{ listed: true, entries: ready, hosts, reasons: [], open: true }];
  return sets.flatMap((set) =>
    chipReadings(ready, hosts, regime, set).map((reasons) => ({ listed: true, entries: ready, hosts, reasons, open: false })),
  );
}

/** A paragraph that did not exist on the day controls nothing on it. */
function isBeforeItsTime(entry: string, on: IsoDate, regime: Regime): boolean {
  const known = regime.entries.find((one) => fitsEntry(entry, [one.id]));
  const status = known === undefined ? undefined : valueOn(known.id, known.textStatus, on);
  return (
    status?.ok === true && (status.value.value === 'notYetInForce' || status.value.value === 'repealed' || status.value.value === 'lapsed')
  );
}

function derivedReasons(
  entries: readonly string[],
  hosts: readonly string[],
  on: IsoDate,
  regime: Regime,
): (readonly { readonly id: string; readonly column: null }[])[] | undefined {
  let sets: string[][] = [[]];
  for (const entry of entries) {
    const known = regime.entries.filter((one) => fitsEntry(entry, [one.id]) || one.family === entry);
    if (known.length === 0) return undefined;
    const options = known.flatMap((one) => reasonsIn(one, hosts, on));
    sets = sets.flatMap((set) => options.map((option) => [...new Set([...set, ...option])]));
  }
  const distinct = new Map(sets.map((set) => [[...set].sort().join(), set]));
  return [...distinct.values()].map((set) => set.map((id) => ({ id, column: null })));
}

function reasonsIn(entry: PackEntry, hosts: readonly string[], on: IsoDate): (readonly string[])[] {
  const rules = entry.reasonsWhen ?? [];
  if (rules.length === 0) return [entry.reasons];
  if (hosts.length === 0) return [entry.reasons, ...rules.map((rule) => rule.reasons)];
  const served: FactValue = { kind: 'list', values: hosts, read: ['servesEntries'] };
  for (const rule of rules) {
    const found = evaluate(rule.when, {
      fact: (id) => (id === 'servesEntries' ? served : unknownFact(id)),
      parameter: (parameterId) => ({ ok: false, error: { code: 'parameter.unknown', parameterId, on } }),
      meets: (entryId) => ({ value: 'unknown', missing: [entryId] }),
      ruleId: entry.id,
      citation: rule.citation,
      withTrace: false,
    });
    if (found.value === 'yes') return [rule.reasons];
  }
  return [entry.reasons];
}

/** Regional stability stands in the chart, or is written into the chip entries; which of both can be open. */
function chipReadings(
  entries: readonly string[],
  hosts: readonly string[],
  regime: Regime,
  set: readonly { readonly id: string; readonly column: string | null }[],
): (readonly Reason[])[] {
  const chips = regime.rules.chips;
  const patterns = chips?.serves.flatMap((tier) => tier.patterns) ?? [];
  const applies = (chip: boolean) => set.map(({ id, column }) => ({ id, column, chip: chip && id === chips?.reason && column === null }));
  if (chips === undefined || !set.some(({ id, column }) => id === chips.reason && column === null)) return [applies(false)];
  const isChip = (list: readonly string[]) => list.some((entry) => fitsEntry(entry, patterns));
  if (isChip(entries) || isChip(hosts)) return [applies(true)];
  // Software and technology of categories 3 to 5 serve something; without its entry both readings are open.
  const serving = entries.some((entry) => /^[345][DE]00/.test(entry));
  if (!serving || hosts.length > 0) return [applies(false)];
  return [applies(true), applies(false)];
}

function formsOf(value: unknown, entries: readonly string[], facts: ReleaseFacts): readonly Form[] {
  const word = typeof value === 'string' ? value.replace(/[^A-Za-z]/g, '').toLowerCase() : '';
  const stated = forms.find((form) => form.toLowerCase() === word);
  if (stated !== undefined) return [stated];
  if (/^(source|code|sourcefiles)$/.test(word)) return ['sourceCode'];
  if (/^(object|binary|compiled|executable)/.test(word)) return ['objectCode'];
  if (/^(technicaldata|knowhow|document|documentation|drawing|drawings|design|data)$/.test(word)) return ['technology'];
  if (/^(modelweights|checkpoint|model)$/.test(word)) return ['weights'];
  const act = `${facts.access?.kind ?? ''} ${facts.access?.what ?? ''}`.toLowerCase();
  if (entries.some((entry) => entry.startsWith('4E091')) || /\bweights?\b/.test(act)) return ['weights'];
  if (entries.some((entry) => entry[1] === 'E')) return ['technology'];
  if (entries.some((entry) => entry[1] === 'D')) return /\bsource\b/.test(act) ? ['sourceCode'] : ['sourceCode', 'objectCode'];
  if (entries.some((entry) => 'ABC'.includes(entry[1] ?? ''))) return ['hardware'];
  return ['technology', 'objectCode'];
}
