import type { EntryFinding, FindingWarning, ItemFinding, TextStatus, TraceStep } from '../../../src-shared/model/finding.ts';

/** Names under which the worked examples and the accelerator catalogue know a fact. Others keep their own name. */
const outsideNames: Readonly<Record<string, string>> = {
  peakDense: 'peak_dense',
  applicableDieAreaMm2: 'applicable_die_area_mm2',
  designedOrMarketedForDatacenter: 'designed_or_marketed_for_datacenter',
  memoryBandwidthGbS: 'memory_bandwidth_gb_s',
  packageAreaMm2: 'package_area_mm2',
  interconnectBidirectionalGbS: 'interconnect_bidirectional_gb_s',
  tdpW: 'tdp_w',
  appWt: 'appWT',
  emailNoticeSent: 'emailNoticeToBisAndNsa',
  ownTrainingOperations: 'extraTrainingOperations',
  interconnectPerLinkGbS: 'interconnectGBsPerLink',
  syntheticShareOfOperations: 'syntheticData.shareOfOperations',
  syntheticDataPublished: 'syntheticData.dataPublished',
  generatorWeightsPublished: 'syntheticData.generator.weightsPublished',
  generatorTrainingOperations: 'syntheticData.generator.trainingOperations',
  generationOperations: 'syntheticData.generationOperations',
  baseTrainingOperations: 'derivedFrom.trainingOperations',
  baseWeightsPublished: 'derivedFrom.published',
};

/** Fact names as the files of the command line use them; a part's fact is named without its place. */
export const outsideName = (factId: string): string => {
  const plain = factId.replace(/^(?:contains\.\d+\.)+/, '');
  return outsideNames[plain] ?? plain;
};

const named = (facts: readonly string[]): string[] => [...new Set(facts.map(outsideName))];

/** The worked examples know fewer words for the state of a text. */
const textStatusWord = (status: TextStatus): string =>
  status === 'suspended'
    ? 'stayed'
    : status === 'unconfirmed' || status === 'guide'
      ? 'unknown'
      : status === 'repealed'
        ? 'lapsed'
        : status;

export interface EntryAnswer {
  readonly regime: string;
  readonly pack: string;
  readonly entry: string;
  readonly verdict: EntryFinding['verdict'];
  readonly textStatus: string;
  readonly enforcement: EntryFinding['enforcement'];
  readonly limb?: string;
  readonly reasons?: readonly string[];
  readonly version?: string;
  readonly isExportControl: boolean;
  readonly confidence: EntryFinding['confidence'];
  readonly margin?: EntryFinding['margin'];
  readonly missing?: readonly string[];
  readonly citations: readonly string[];
  /** True for a row that sums up the paragraphs of an entry, for example `3A090`. */
  readonly family?: true;
}

export interface FactsAnswer {
  readonly entries: readonly EntryAnswer[];
  readonly conclusion: { readonly classification: string; readonly subjectToEar: boolean | 'undetermined' };
  readonly computed: Readonly<Record<string, number>>;
  readonly guide: readonly { readonly id: string; readonly claim: string; readonly result: string; readonly isLaw: false }[];
  readonly missing: readonly string[];
  readonly ask: readonly string[];
  readonly warnings: readonly string[];
  readonly standing: ItemFinding['standing'];
  readonly warningTexts: readonly FindingWarning[];
  readonly trace: readonly (TraceStep & { readonly entry: string })[];
}

/** Least effect of a question that is worth asking in an answer of one line. */
const WORTH_ASKING = 0.9;

/** Puts a finding into the shape of the worked examples' expected answers, with the trace. */
export function factsAnswer(finding: ItemFinding): FactsAnswer {
  const law = finding.entries.filter((entry) => entry.guideResult === undefined);
  const missing = named(finding.classificationMissing ?? []);
  return {
    entries: [...law.map(entryAnswer), ...families(law)],
    conclusion: { classification: finding.classification, subjectToEar: finding.subjectToEar ?? 'undetermined' },
    computed: finding.computed,
    guide: finding.entries.flatMap((entry) =>
      entry.guideResult === undefined ? [] : [{ id: entry.entry, claim: entry.title, result: entry.guideResult, isLaw: false as const }],
    ),
    missing,
    ask: finding.questions
      .filter((question) => question.effect >= WORTH_ASKING || missing.includes(outsideName(question.factId)))
      .map((question) => question.ask),
    warnings: [...new Set(finding.warnings.map((warning) => warning.code))],
    standing: finding.standing,
    warningTexts: finding.warnings,
    trace: finding.entries.flatMap((entry) => entry.trace.map((step) => ({ entry: entry.entry, ...step }))),
  };
}

function entryAnswer(entry: EntryFinding): EntryAnswer {
  const open = [...entry.missing, ...(entry.rebuttableBy ?? [])];
  return {
    regime: entry.regime,
    pack: entry.pack,
    entry: entry.entry,
    verdict: entry.verdict,
    textStatus: textStatusWord(entry.textStatus),
    enforcement: entry.enforcement,
    ...(entry.limb === undefined || entry.verdict !== 'meets' ? {} : { limb: entry.limb }),
    ...(entry.verdict === 'doesNotMeet' ? {} : { reasons: entry.reasons }),
    ...(entry.version === undefined ? {} : { version: entry.version }),
    isExportControl: entry.isExportControl,
    confidence: entry.confidence,
    ...(entry.margin === undefined ? {} : { margin: entry.margin }),
    ...(open.length > 0 ? { missing: named(open) } : {}),
    citations: entry.citations.map((citation) => citation.locator),
  };
}

/** One row for each entry judged paragraph by paragraph: met if any is met, open if any is open. */
function families(entries: readonly EntryFinding[]): EntryAnswer[] {
  const reported = new Set(entries.map((entry) => entry.entry));
  const groups = new Map<string, EntryFinding[]>();
  for (const entry of entries.filter((one) => one.pack === 'us-ear')) {
    const name = familyOf(entry.entry);
    if (name !== undefined && !reported.has(name)) groups.set(name, [...(groups.get(name) ?? []), entry]);
  }
  return [...groups].flatMap(([name, members]) => {
    const leading =
      members.find((entry) => entry.verdict === 'meets') ?? members.find((entry) => entry.verdict === 'undetermined') ?? members[0];
    return leading === undefined ? [] : [{ ...entryAnswer(leading), entry: name, family: true as const }];
  });
}

/** `5A002.z` for `5A002.z.1.a`, `3A090` for `3A090.a`, `0D521` for `0D521 No. 1`. */
function familyOf(entry: string): string | undefined {
  const found = /^(\d[A-E]\d{3})(\.z)?(.*)$/.exec(entry);
  if (found === null || found[3] === '') return undefined;
  return `${found[1] ?? ''}${found[2] ?? ''}`;
}

/** One output line for a chip or model of a list. */
export function listLine(id: string, finding: ItemFinding): Record<string, unknown> {
  return {
    id,
    on: finding.on,
    computed: finding.computed,
    entries: finding.entries.map((entry) => ({
      pack: entry.pack,
      entry: entry.entry,
      paragraph: entry.limb ?? null,
      verdict: entry.verdict,
      textStatus: entry.textStatus,
      enforcement: entry.enforcement,
      confidence: entry.confidence,
      isExportControl: entry.isExportControl,
      isLaw: entry.isLaw,
      ...(entry.guideResult === undefined ? {} : { guideResult: entry.guideResult }),
      margin: entry.margin ?? null,
      citations: entry.citations.map((citation) => citation.locator),
      missing: named(entry.missing),
    })),
    classification: finding.classification,
    subjectToEar: finding.subjectToEar,
    standing: finding.standing,
    questions: finding.questions
      .slice(0, 12)
      .map((question) => ({ fact: outsideName(question.factId), ask: question.ask, effect: question.effect })),
    warnings: finding.warnings.map((warning) => ({ code: warning.code, text: warning.text })),
  };
}
