import type { ComputeMessage, LogCandidate } from '../../../src-shared/model/compute.ts';
import { note, warning } from './method.ts';
import { deriveCandidates } from './run-log-derive.ts';
import { chipPattern, formatPattern, logPatterns, type RawFigure, timePattern } from './run-log-patterns.ts';

/** A figure with the line it stands on. */
export interface Found {
  readonly value: number;
  readonly line: number;
  readonly text: string;
}

export interface RunLog {
  readonly candidates: LogCandidate[];
  readonly notes: ComputeMessage[];
}

/** What was collected from the lines. */
export interface Collected {
  readonly figures: ReadonlyMap<RawFigure, readonly Found[]>;
  readonly chip: (Found & { readonly name: string }) | undefined;
  readonly format: (Found & { readonly name: string }) | undefined;
  readonly firstTime: Found | undefined;
  readonly lastTime: Found | undefined;
}

const longestLine = 4000;
const mostLines = 400_000;
/** Distinct values kept for a figure; a log repeats the running ones endlessly. */
const mostValues = 5000;
const magnitudes: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9, g: 1e9, t: 1e12 };

/**
 * Reads a pasted training log, trainer state or run summary and offers the figures the estimator needs.
 *
 * Nothing is taken over: each candidate names the input it would fill, the line it came from and, where it was worked out from
 * several lines, the arithmetic. The first candidate of an input is the best supported. JSON is read like text, since every
 * trainer prints its keys with their values; very long lines are cut to pieces at commas first.
 */
export function readRunLog(text: string): RunLog {
  const collected = collect(text);
  const candidates = deriveCandidates(collected);
  const notes: ComputeMessage[] = [];
  if (candidates.length === 0) notes.push(warning('runLogNothingFound'));
  const planned = collected.figures.get('plannedSteps')?.at(-1)?.value;
  const reached = collected.figures.get('steps')?.at(-1)?.value;
  if (planned !== undefined && reached !== undefined && reached < planned * 0.98)
    notes.push(warning('runLogUnfinished', { reached, planned }));
  if (collected.figures.has('trainableParameters') && collected.figures.has('parameters')) {
    const trained = collected.figures.get('trainableParameters')?.[0]?.value ?? 0;
    const all = collected.figures.get('parameters')?.[0]?.value ?? 0;
    if (trained < all * 0.9) notes.push(note('runLogLooksLikeAdapter', { trained, all }));
  }
  return { candidates, notes };
}

function collect(text: string): Collected {
  const figures = new Map<RawFigure, Found[]>();
  let chip: Collected['chip'];
  let format: Collected['format'];
  let firstTime: Found | undefined;
  let lastTime: Found | undefined;
  const lines = text.split(/\r\n|\r|\n/, mostLines);
  for (const [index, whole] of lines.entries()) {
    const line = index + 1;
    for (const piece of whole.length > longestLine ? piecesOf(whole) : [whole]) {
      const shown = piece.trim().slice(0, 200);
      for (const [figure, value] of figuresOf(piece)) {
        const list = figures.get(figure) ?? [];
        if (list.length < mostValues) list.push({ value, line, text: shown });
        else list[list.length - 1] = { value, line, text: shown };
        figures.set(figure, list);
      }
      chip ??= named(chipPattern.exec(piece)?.[1], line, shown);
      format ??= named(formatPattern.exec(piece)?.[1]?.toLowerCase(), line, shown);
      const time = timeOf(piece);
      if (time !== undefined) {
        lastTime = { value: time, line, text: shown };
        firstTime ??= lastTime;
      }
    }
  }
  return { figures, chip, format, firstTime, lastTime };
}

/** Figures of one line, one value each; the first pattern that fits wins. */
function figuresOf(line: string): ReadonlyMap<RawFigure, number> {
  const found = new Map<RawFigure, number>();
  if (!/\d/.test(line)) return found;
  for (const { figure, pattern, scale } of logPatterns) {
    if (found.has(figure)) continue;
    const match = pattern.exec(line);
    if (match === null) continue;
    const digits = Number((match[1] ?? '').replace(/[,_]/g, ''));
    const magnitude = magnitudes[(match[2] ?? '').toLowerCase()] ?? 1;
    const value = digits * magnitude * (scale ?? 1);
    if (Number.isFinite(value) && value > 0) found.set(figure, value);
  }
  // "number of parameters on rank" and "trainable params" hold the words of the plain count too.
  if (found.has('parametersPerRank') || (found.has('trainableParameters') && !/all params|total params/i.test(line)))
    found.delete('parameters');
  return found;
}

function piecesOf(line: string): readonly string[] {
  return line.slice(0, 4_000_000).split(/(?<=[,;|}])/);
}

function named(name: string | undefined, line: number, text: string): (Found & { readonly name: string }) | undefined {
  return name === undefined ? undefined : { value: 1, line, text, name: name.trim() };
}

/** Seconds since an arbitrary day, without a zone: only differences are used. */
function timeOf(line: string): number | undefined {
  const match = timePattern.exec(line);
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}
