import type { RuleChange } from '../../../src-shared/contract/rulelibrary.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { OpenWorkspace } from '../db/index.ts';

/** A rule change as the clock of a review needs it. */
export type ChangeOfRules = Pick<RuleChange, 'on' | 'title' | 'packTitle' | 'pack'>;

/** What the programme takes from other features. */
export interface ProgrammeJoins {
  /** Rule packs in use. */
  packs(workspace: OpenWorkspace): readonly RulePack[];
  /** Dated changes of those packs. */
  changes(workspace: OpenWorkspace): readonly ChangeOfRules[];
  /** How names are compared. */
  screening(workspace: OpenWorkspace): { readonly manner: string; readonly secondPerson: boolean; readonly remindAfterDays: number };
  /** Lists in use, with the day each speaks for. */
  lists(workspace: OpenWorkspace): readonly { readonly title: string; readonly day: string; readonly training: boolean }[];
}
