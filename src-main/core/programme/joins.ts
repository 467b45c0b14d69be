import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { Records } from '../records/index.ts';
import type { RetentionTerm } from './manual-text.ts';

/** What the programme takes from other features. */
export interface ProgrammeJoins {
  /** What records of other rooms are called. */
  readonly records: Records;
  /** Rule packs in use. */
  packs(workspace: OpenWorkspace): readonly RulePack[];
  /** Those of some answers that have evidence on file. */
  proven(workspace: OpenWorkspace, answerIds: readonly string[]): ReadonlySet<string>;
  /** How names are compared. */
  screening(workspace: OpenWorkspace): { readonly manner: string; readonly secondPerson: boolean; readonly remindAfterDays: number };
  /** How long records are kept by the packs in use today; null where none says. */
  retention(workspace: OpenWorkspace): RetentionTerm | null;
  /** Lists in use, with the day each speaks for. */
  lists(workspace: OpenWorkspace): readonly { readonly title: string; readonly day: string; readonly training: boolean }[];
}
