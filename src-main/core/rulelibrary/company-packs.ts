import type { GuideQuantity } from '../../../src-shared/contract/rulelibrary.ts';
import type { Citation } from '../../../src-shared/model/citation.ts';
import { isoDate } from '../../../src-shared/model/dates.ts';
import type { ItemType } from '../../../src-shared/model/item-facts.ts';
import type { PackEntry, PackSource, Parameter, RulePack } from '../../../src-shared/model/rule-pack.ts';
import { contentHash } from './content-hash.ts';
import { parametersOf } from './expression-parts.ts';
import type { GuideChange, OwnThreshold } from './threshold-store.ts';

/** Id of the pack made from a company's own thresholds. */
export const OWN_PACK = 'company-thresholds';

const SOURCE = 'COMPANY';
/** Own thresholds speak about every day, so that an earlier day can be judged by them as well. */
const ALWAYS = isoDate('1990-01-01');

const itemTypesOf: Readonly<Record<GuideQuantity, readonly ItemType[]>> = {
  totalOperations: ['model'],
  parametersTotal: ['model'],
  tpp: ['chip'],
  performanceDensity: ['chip'],
  memoryBandwidthDensity: ['chip', 'memory'],
  opsPerSecondPerWatt: ['chip'],
};

/** Unit in which the engine reads each quantity. */
export const unitOf: Readonly<Record<GuideQuantity, string>> = {
  totalOperations: 'operations',
  parametersTotal: 'parameters',
  tpp: 'TPP',
  performanceDensity: 'TPP/mm²',
  memoryBandwidthDensity: 'GB/s/mm²',
  opsPerSecondPerWatt: 'operations/s/W',
};

/** The one number a guide's entry compares with, or undefined where it has none or several. */
export function guideParameter(pack: RulePack, entry: PackEntry): Parameter | undefined {
  const [only, ...more] = parametersOf(entry);
  return only === undefined || more.length > 0 ? undefined : pack.parameters.find(({ id }) => id === only);
}

/**
 * A shipped pack with the company's changes: entries switched off are gone, changed numbers are replaced in every stretch
 * of their history. Law cannot be changed: only entries that are not law are touched. Version and hash say that it differs.
 */
export function withChanges(pack: RulePack, changes: readonly GuideChange[]): RulePack {
  const effective = changes.filter(({ pack: id, enabled, value }) => id === pack.manifest.id && (!enabled || value !== null));
  const byEntry = new Map(effective.map((change) => [change.entry, change]));
  const isOff = (entry: PackEntry) => !entry.isLaw && byEntry.get(entry.id)?.enabled === false;
  const values = new Map<string, GuideChange>();
  for (const entry of pack.entries) {
    const change = byEntry.get(entry.id);
    const parameter = guideParameter(pack, entry);
    if (entry.isLaw || change === undefined || change.value === null || parameter === undefined) continue;
    values.set(parameter.id, change);
  }
  if (values.size === 0 && !pack.entries.some(isOff)) return pack;

  const rules = {
    entries: pack.entries.filter((entry) => !isOff(entry)),
    parameters: pack.parameters.map((parameter) => {
      const change = values.get(parameter.id);
      return change === undefined || change.value === null ? parameter : replaced(parameter, change.value, change.reason);
    }),
  };
  const hash = `sha256:${contentHash({ base: pack.manifest.hash, ...rules })}`;
  return {
    ...pack,
    ...rules,
    manifest: {
      ...pack.manifest,
      version: `${pack.manifest.version}+own.${hash.slice(7, 13)}`,
      sources: [...pack.manifest.sources, companySource],
      hash,
    },
  };
}

const companySource: PackSource = {
  id: SOURCE,
  reference: "The company's own decision, not law",
  how: 'Entered in this workspace',
  confidence: 'background',
};

function replaced(parameter: Parameter, value: number, reason: string): Parameter {
  return {
    ...parameter,
    history: parameter.history.map((stretch) => ({
      ...stretch,
      value,
      citation: companyCitation(parameter.title),
      ...(reason === '' ? {} : { note: reason }),
    })),
  };
}

const companyCitation = (title: string): Citation => ({ sourceId: SOURCE, locator: title.slice(0, 300), standing: 'guide' });

/** The company's own thresholds as a pack of guides, or undefined where none is switched on. */
export function ownPack(thresholds: readonly OwnThreshold[]): RulePack | undefined {
  const inUse = thresholds.filter(({ enabled }) => enabled);
  const [first] = inUse;
  if (first === undefined) return undefined;
  const lastChanged = inUse.reduce((day, { changedOn }) => (changedOn > day ? changedOn : day), first.changedOn);
  const entries = inUse.map((threshold, index) =>
    ownEntry(threshold, inUse.slice(0, index).filter(({ title }) => title === threshold.title).length),
  );
  const parameters = inUse.map(ownParameter);
  const hash = `sha256:${contentHash({ entries, parameters })}`;
  return {
    manifest: {
      format: 'gatehouse-rulepack/1',
      id: OWN_PACK,
      version: `own.${hash.slice(7, 13)}`,
      title: 'Own thresholds of the company',
      jurisdiction: 'Company',
      regime: 'guide',
      published: lastChanged,
      lastChecked: lastChanged,
      reviewer: 'The company',
      licence: 'none',
      coverage: { from: ALWAYS },
      about: 'Numbers the company chose for itself. They are guides, not law; no licence duty follows from them.',
      caveats: [],
      sources: [companySource],
      hash,
    },
    parameters,
    derived: [],
    entries,
    questions: [],
    capabilities: [],
    glossary: [],
  };
}

function ownParameter({ id, title, quantity, value, reason }: OwnThreshold): Parameter {
  return {
    id: `own.${id}`,
    title,
    unit: unitOf[quantity],
    history: [{ from: ALWAYS, value, citation: companyCitation(title), ...(reason === '' ? {} : { note: reason }) }],
  };
}

function ownEntry({ id, title, quantity, reason }: OwnThreshold, namesakes: number): PackEntry {
  const citation = companyCitation(title);
  return {
    id: `${title.slice(0, 110)}${namesakes === 0 ? '' : ` (${namesakes + 1})`}`,
    title: title.slice(0, 300),
    family: 'company',
    summary: reason === '' ? title : reason,
    isExportControl: false,
    isLaw: false,
    confidence: 'background',
    itemTypes: [...itemTypesOf[quantity]],
    classification: null,
    rank: 1000,
    reasons: [],
    textStatus: [{ from: ALWAYS, value: 'guide', citation }],
    enforcement: [{ from: ALWAYS, value: 'notApplicable', citation }],
    versions: [
      {
        from: ALWAYS,
        label: 'as entered',
        limbs: [{ id: 'a', when: { fact: quantity, atLeast: `own.${id}`, cite: citation }, citation }],
        unless: [],
      },
    ],
    guide: 'compare',
    citations: [citation],
  };
}
