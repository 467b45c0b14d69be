import type { Reply } from '../../../../src-shared/contract/kernel.ts';
import type { LogAnswers, LogTable } from '../../../../src-shared/formats/access-log.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import { proposeReading } from '../read/propose/propose.ts';
import { refused, understood, type WizardContext } from './context.ts';
import { meaningsOf } from './meanings.ts';
import { profileFor, withProfile } from './profiles.ts';
import type { KeptPreview, WizardState } from './state.ts';
import { saveLook } from './store.ts';

/** Rows that a draft keeps for its screens, and characters of each of their cells. */
const keptRows = 200;
const keptChars = 400;
/** Columns of a row that are kept: more are not shown. */
const keptColumns = 512;

interface LookOptions {
  /** Where the table is, when a person said so. */
  readonly table?: LogTable | undefined;
  /** Product to read it as; `undefined` tells by content. */
  readonly preset?: string | null | undefined;
  readonly answers?: LogAnswers | undefined;
}

/**
 * Looks into the file of a draft: takes its first rows, proposes how to read it, and lays a fitting profile over that. Errors:
 * `file.handleExpired`, `file.refused`.
 */
export async function lookInto(context: WizardContext, id: string, { table, preset, answers }: LookOptions = {}): Promise<Reply<null>> {
  const path = context.paths.get(id);
  if (path === undefined) return err({ code: 'file.handleExpired' });
  const seen = await context.reader.preview(path, table);
  if (seen === 'cancelled') return err({ code: 'cancelled' });
  if (!seen.ok) return refused(seen.error);
  const workspace = context.workspace();
  const proposal = proposeReading(seen.value, Date.parse(context.now()), {
    ...(preset === undefined ? {} : { preset }),
    ...(answers === undefined ? {} : { answers }),
  });
  const kept: KeptPreview = {
    rows: seen.value.rows
      .slice(0, keptRows)
      .map(({ row, cells }) => ({ row, cells: cells.slice(0, keptColumns).map((cell) => cell.slice(0, keptChars)) })),
    more: !seen.value.complete || seen.value.rows.length > keptRows,
  };
  const words = { outcome: meaningsOf(workspace, 'outcome'), country: meaningsOf(workspace, 'country') };
  const reading = {
    ...proposal.reading,
    answers: {
      ...proposal.reading.answers,
      outcomeWords: { ...Object.fromEntries(words.outcome), ...proposal.reading.answers.outcomeWords } as LogAnswers['outcomeWords'],
      countryWords: { ...Object.fromEntries(words.country), ...proposal.reading.answers.countryWords },
    },
  };
  const fresh: WizardState = {
    proposal,
    reading,
    fields: [],
    questions: [],
    chosen: [],
    leftOut: [],
    actions: {},
    assets: {},
    accounts: {},
    profile: null,
  };
  const profileId = answers === undefined ? profileFor(workspace, reading) : null;
  const profiled = profileId === null ? ok(fresh) : withProfile(workspace, profileId, fresh);
  const state = profiled.ok ? profiled.value : fresh;
  saveLook(workspace, id, { ...state, ...understood(state.reading, kept, context.now()) }, kept, context.now());
  // Another header row or the check comes next.
  context.reader.prepare();
  return ok(null);
}
