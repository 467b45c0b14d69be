import { z } from 'zod';
import type { GateKind } from '../model/gate.ts';

/** Stages as a pipeline names them, with the gate each reports. */
const gateOf = {
  idea: 'idea',
  'training-planned': 'trainingPlanned',
  'training-completed': 'trainingCompleted',
  release: 'release',
  change: 'change',
} as const satisfies Readonly<Record<string, GateKind>>;

const Words = z.string().trim();

/** What a pipeline calls the stage of each gate. */
export const stageNames = Object.fromEntries(Object.entries(gateOf).map(([stage, gate]) => [gate, stage])) as Readonly<
  Record<GateKind, keyof typeof gateOf>
>;

/** One report of a training pipeline, `gatehouse.stage/1`; documented in docs/cli.md. */
const StageReportFile = z.strictObject({
  format: z.literal('gatehouse.stage/1'),
  /** Id, number or name of a model in the register. */
  model: Words.min(1).max(200),
  /** Label of the version; the current one where it is absent. */
  version: Words.max(200).optional(),
  stage: z.enum(['idea', 'training-planned', 'training-completed', 'release', 'change']),
  /** ISO 3166-1 alpha-2; of a release, and of nothing else. */
  destination: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  at: z.iso.datetime({ offset: true }),
  runId: Words.max(200).optional(),
  computeFlop: z.number().positive().max(1e40).optional(),
  weightsSha256: z
    .string()
    .regex(/^[0-9a-fA-F]{64}$/)
    .optional(),
  by: Words.max(200).optional(),
  note: Words.max(2000).optional(),
});

/** A report as it was read. What was not said is empty or null. */
export interface ReadStageReport {
  readonly model: string;
  /** Null: the current version. */
  readonly version: string | null;
  readonly gate: GateKind;
  readonly destination: string;
  /** UTC. */
  readonly at: string;
  readonly runId: string;
  readonly computeFlop: number | null;
  /** Lower case. */
  readonly weightsSha256: string;
  readonly by: string;
  readonly note: string;
}

/** Why a line is no report. `field` names the field, empty where the whole line is meant. */
export interface StageFault {
  readonly code: 'notJson' | 'noReport' | 'otherFormat' | 'unknownField' | 'missingField' | 'wrongField';
  readonly field: string;
}

export interface StageReportLine {
  /** 1 for the first line of the text, or for the first report of a list. */
  readonly line: number;
  readonly read: { readonly ok: true; readonly report: ReadStageReport } | { readonly ok: false; readonly fault: StageFault };
}

/**
 * Reads reports of a training pipeline: one JSON object, a list of them, or one a line. Blank lines are passed over.
 * A line that is no report says why; the others are read all the same.
 */
export function readStageReports(text: string): StageReportLine[] {
  const whole = parsed(text);
  if (whole !== undefined) return (Array.isArray(whole) ? whole : [whole]).map((value, at) => ({ line: at + 1, read: readOne(value) }));
  return text.split(/\r?\n/).flatMap((words, at): StageReportLine[] => {
    if (words.trim() === '') return [];
    const value = parsed(words);
    return [{ line: at + 1, read: value === undefined ? { ok: false, fault: { code: 'notJson', field: '' } } : readOne(value) }];
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function readOne(value: unknown): StageReportLine['read'] {
  const fault = (code: StageFault['code'], field = ''): StageReportLine['read'] => ({
    ok: false,
    fault: { code, field: field.slice(0, 60) },
  });
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault('noReport');
  if (!('format' in value)) return fault('missingField', 'format');
  if (value.format !== 'gatehouse.stage/1') return fault('otherFormat', String(value.format));
  const read = StageReportFile.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    if (issue?.code === 'unrecognized_keys') return fault('unknownField', issue.keys.join(', '));
    const field = String(issue?.path[0] ?? '');
    return fault(Object.hasOwn(value, field) ? 'wrongField' : 'missingField', field);
  }
  const { model, version, stage, destination, at, runId, computeFlop, weightsSha256, by, note } = read.data;
  if (stage === 'release' && destination === undefined) return fault('missingField', 'destination');
  if (stage !== 'release' && destination !== undefined) return fault('unknownField', 'destination');
  const report: ReadStageReport = {
    model,
    version: version ?? null,
    gate: gateOf[stage],
    destination: destination ?? '',
    at: new Date(at).toISOString(),
    runId: runId ?? '',
    computeFlop: computeFlop ?? null,
    weightsSha256: (weightsSha256 ?? '').toLowerCase(),
    by: by ?? '',
    note: note ?? '',
  };
  return { ok: true, report };
}
