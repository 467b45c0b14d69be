import { z } from 'zod';
import { Citation } from '../model/citation.ts';
import { IsoDate } from '../model/dates.ts';
import { Enforcement, TextStatus, Verdict } from '../model/finding.ts';
import { ItemFacts } from '../model/item-facts.ts';
import { OwnershipRules } from '../model/ownership-rules.ts';
import { PenaltyRules } from '../model/penalty-rules.ts';
import { RedFlagRules } from '../model/red-flag-rules.ts';
import { ReleaseRules } from '../model/release-rules.ts';
import { RetentionRules } from '../model/retention-rules.ts';
import {
  CapabilityQuestion,
  CountryChart,
  CountryGroups,
  DerivedFact,
  GlossaryTerm,
  PackEntry,
  PackManifest,
  PackQuestion,
  PackScope,
  Parameter,
} from '../model/rule-pack.ts';
import { RuleWatch } from '../model/rule-watch.ts';

/** Example with its expected result; every pack's examples run as tests. */
export const PackExample = z.strictObject({
  id: z.string().min(1).max(80),
  title: z.string().min(1).max(200),
  on: IsoDate,
  facts: ItemFacts,
  expect: z.strictObject({
    entries: z
      .array(
        z.strictObject({
          entry: z.string().max(160),
          verdict: Verdict,
          limb: z.string().max(40).optional(),
          textStatus: TextStatus.optional(),
          enforcement: Enforcement.optional(),
        }),
      )
      .max(40),
    classification: z.string().max(120).optional(),
    warnings: z.array(z.string().max(60)).max(20).optional(),
  }),
  citation: Citation,
});
export type PackExample = z.infer<typeof PackExample>;

/** Files of a pack folder. Only the manifest and the entries have to be there; nothing else may be. */
export const packFiles = {
  'manifest.json': PackManifest,
  'entries.json': z.array(PackEntry).max(2000),
  'parameters.json': z.array(Parameter).max(2000),
  'derived.json': z.array(DerivedFact).max(200),
  'questions.json': z.array(PackQuestion).max(1000),
  'capabilities.json': z.array(CapabilityQuestion).max(100),
  'glossary.json': z.array(GlossaryTerm).max(2000),
  'scope.json': PackScope,
  'country-groups.json': CountryGroups,
  'country-chart.json': CountryChart,
  'release.json': ReleaseRules,
  'ownership.json': OwnershipRules,
  'penalties.json': PenaltyRules,
  'red-flags.json': RedFlagRules,
  'retention.json': RetentionRules,
  'watch.json': RuleWatch,
  'examples.json': z.array(PackExample).max(2000),
} as const;

export type PackFileName = keyof typeof packFiles;
export const requiredPackFiles: readonly PackFileName[] = ['manifest.json', 'entries.json', 'examples.json'];
export const isPackFile = (name: string): name is PackFileName => Object.hasOwn(packFiles, name);

/** What is wrong with a pack folder, and where. `path` points into the file: `entries.json[3].limbs[0].citation`. */
export interface PackProblem {
  readonly code:
    | 'pack.folderUnreadable'
    | 'pack.fileMissing'
    | 'pack.fileUnknown'
    | 'pack.fileTooLarge'
    | 'pack.notJson'
    | 'pack.shape'
    | 'pack.hashMismatch'
    | 'pack.duplicateId'
    | 'pack.unknownSource'
    | 'pack.unknownParameter'
    | 'pack.unknownEntry'
    | 'pack.unknownFact'
    | 'pack.unknownRule'
    | 'pack.unknownGroup'
    | 'pack.circular'
    | 'pack.overlap'
    | 'pack.noQuestion';
  readonly pack: string;
  readonly path: string;
  readonly message: string;
}
