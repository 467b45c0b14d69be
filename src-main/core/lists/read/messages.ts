import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import type { ListSourceSummary } from '../../../../src-shared/formats/list-file.ts';
import type { Result } from '../../../../src-shared/model/result.ts';
import type { ReadLimits } from '../../importers/read/limits.ts';
import type { ReadChoices } from './frame/list-format.ts';
import type { PartyBatch } from './frame/output.ts';
import type { KnownSource, Recognised } from './recognise.ts';

export type ListTask =
  | { readonly do: 'recogniseLists'; readonly paths: readonly string[]; readonly limits: ReadLimits }
  | { readonly do: 'readList'; readonly source: KnownSource; readonly limits: ReadLimits; readonly choices: ReadChoices };

export type FromListReader =
  | { readonly say: 'batch'; readonly batch: PartyBatch }
  | { readonly say: 'recognised'; readonly result: Result<Recognised, ReadProblem> }
  | { readonly say: 'listRead'; readonly result: Result<ListSourceSummary, ReadProblem> };
