import type { CitedSource, EntryView, PackSummary, ParameterView } from '../../../src-shared/contract/rulelibrary.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { LicenceScope, PackEntry, Parameter, RulePack } from '../../../src-shared/model/rule-pack.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { citationOf, cited, covers, historyView } from './cited.ts';
import { OWN_PACK } from './company-packs.ts';
import { parametersOf } from './expression-parts.ts';
import { conditionLines } from './expression-words.ts';
import type { RuleLibrary } from './library.ts';

/** A pack as the library lists it. */
export function packSummary(pack: RulePack, enabled: boolean): PackSummary {
  const { manifest } = pack;
  return {
    id: manifest.id,
    title: manifest.title,
    jurisdiction: manifest.jurisdiction,
    version: manifest.version,
    published: manifest.published,
    lastChecked: manifest.lastChecked,
    reviewer: manifest.reviewer,
    hash: manifest.hash,
    coverage: { from: manifest.coverage.from, until: manifest.coverage.until ?? null },
    about: manifest.about,
    caveats: manifest.caveats,
    counts: {
      entries: pack.entries.length,
      parameters: pack.parameters.length,
      questions: pack.questions.length,
      capabilities: pack.capabilities.length,
      glossary: pack.glossary.length,
      sources: manifest.sources.length,
      countries: pack.countryChart?.rows.length ?? 0,
    },
    guideOnly: pack.entries.every((entry) => !entry.isLaw),
    enabled,
    own: manifest.id === OWN_PACK,
  };
}

/** Every pack of the library, switched off or not. */
export function packSummaries(library: RuleLibrary, workspace: OpenWorkspace): PackSummary[] {
  return library.allPacks(workspace).map((pack) => packSummary(pack, library.isEnabled(workspace, pack.manifest.id)));
}

/** Every source of a pack with its full reference. */
export function sourceList(pack: RulePack): CitedSource[] {
  return pack.manifest.sources.map((source) => cited(pack, citationOf(source)));
}

/** A parameter with its history and the entries that compare with it. */
export function parameterView(pack: RulePack, parameter: Parameter, on: IsoDate): ParameterView {
  return {
    pack: pack.manifest.id,
    packTitle: pack.manifest.title,
    id: parameter.id,
    title: parameter.title,
    unit: parameter.unit,
    history: historyView(pack, parameter.history, on),
    usedBy: pack.entries.filter((entry) => parametersOf(entry).includes(parameter.id)).map(({ id, title }) => ({ id, title })),
  };
}

/** An entry as a page to read: what it says, since when, whether it is applied, and where each statement comes from. */
export function entryView(pack: RulePack, entry: PackEntry, on: IsoDate, text: Text): EntryView {
  const wording = entry.versions.findLast((version) => covers(version, on));
  return {
    pack: pack.manifest.id,
    packTitle: pack.manifest.title,
    lastChecked: pack.manifest.lastChecked,
    id: entry.id,
    title: entry.title,
    family: entry.family,
    summary: entry.summary,
    isLaw: entry.isLaw,
    isExportControl: entry.isExportControl,
    confidence: entry.confidence,
    reasons: entry.reasons,
    textStatus: historyView(pack, entry.textStatus, on),
    enforcement: historyView(pack, entry.enforcement, on),
    licence: historyView(pack, entry.licence ?? [], on).map((stretch) => ({ ...stretch, value: licenceView(stretch.value) })),
    versions: [...entry.versions]
      .sort((a, b) => (a.from < b.from ? 1 : -1))
      .map((version) => ({
        from: version.from,
        until: version.until ?? null,
        label: version.label,
        current: version === wording,
        limbs: version.limbs.map((limb) => ({
          id: limb.id,
          tests: conditionLines(limb.when, pack, on, text),
          source: cited(pack, limb.citation),
        })),
        unless: version.unless.map((each) => ({ id: each.id, text: each.text, source: cited(pack, each.citation) })),
      })),
    parameters: parametersOf(entry).flatMap((id) => {
      const parameter = pack.parameters.find((each) => each.id === id);
      return parameter === undefined ? [] : [{ id, title: parameter.title, unit: parameter.unit, value: valueOnDay(parameter, on) }];
    }),
    notes: (entry.notes ?? []).map((note) => ({ id: note.id, text: note.text, source: cited(pack, note.citation) })),
    sources: entry.citations.map((citation) => cited(pack, citation)),
    related: pack.entries.filter((each) => each.family === entry.family && each.id !== entry.id).map(({ id, title }) => ({ id, title })),
  };
}

/** Value of a parameter on a day; null where it had none. */
export function valueOnDay(parameter: Parameter, on: IsoDate): number | null {
  return parameter.history.findLast((stretch) => covers(stretch, on))?.value ?? null;
}

function licenceView(scope: LicenceScope): EntryView['licence'][number]['value'] {
  return {
    summary: scope.summary,
    exceptions: scope.exceptionsNamed ?? [],
    reviewPolicy: scope.reviewPolicy ?? null,
    exemptParties: scope.exemptParties ?? null,
    deemedExport: scope.deemedExport?.note ?? null,
    practical: scope.practical?.note ?? null,
  };
}
