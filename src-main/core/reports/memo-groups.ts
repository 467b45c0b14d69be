import type { EntryFinding, Verdict } from '../../../src-shared/model/finding.ts';
import type { MemoEntry, MemoGroup } from '../../../src-shared/model/report.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { factLabel } from './fact-words.ts';
import type { MemoInput } from './memo-input.ts';
import type { NoteBook } from './memo-notes.ts';

const readingOrder: Readonly<Record<Verdict, number>> = { meets: 0, undetermined: 1, doesNotMeet: 2 };
const kindOrder = ['exportControl', 'otherLaw', 'guide'] as const;

/** Entries by jurisdiction: export control first, then other law, then guides, which are never mixed with law. */
export function memoGroups({ finding, packs }: MemoInput, book: NoteBook, text: Text): MemoGroup[] {
  const asks = new Map(finding.questions.map((question) => [question.factId, question.ask]));
  const order = [...new Set([...packs.map(({ id }) => id), ...finding.packs.map(({ id }) => id)])];
  const groups = new Map<string, { kind: MemoGroup['kind']; jurisdiction: string; packs: Set<string>; entries: EntryFinding[] }>();

  const byPack = [...finding.entries].sort((a, b) => order.indexOf(a.pack) - order.indexOf(b.pack));
  for (const entry of byPack) {
    const kind = kindOf(entry);
    const jurisdiction = packs.find(({ id }) => id === entry.pack)?.jurisdiction ?? entry.pack;
    const key = `${kind}\n${jurisdiction}`;
    const group = groups.get(key) ?? { kind, jurisdiction, packs: new Set<string>(), entries: [] };
    group.packs.add(entry.pack);
    group.entries.push(entry);
    groups.set(key, group);
  }

  return [...groups.values()]
    .sort((a, b) => kindOrder.indexOf(a.kind) - kindOrder.indexOf(b.kind))
    .map((group) => ({
      jurisdiction: group.jurisdiction,
      packs: [...group.packs],
      kind: group.kind,
      entries: [...group.entries]
        .sort((a, b) => readingOrder[a.verdict] - readingOrder[b.verdict])
        .map((entry) => memoEntry(entry, asks, book, text)),
    }));
}

function kindOf(entry: EntryFinding): MemoGroup['kind'] {
  if (!entry.isLaw) return 'guide';
  return entry.isExportControl ? 'exportControl' : 'otherLaw';
}

function memoEntry(entry: EntryFinding, asks: ReadonlyMap<string, string>, book: NoteBook, text: Text): MemoEntry {
  return {
    pack: entry.pack,
    entry: entry.entry,
    title: entry.title,
    ...(entry.limb === undefined ? {} : { limb: entry.limb }),
    verdict: entry.verdict,
    textStatus: entry.textStatus,
    enforcement: entry.enforcement,
    confidence: entry.confidence,
    isLaw: entry.isLaw,
    isExportControl: entry.isExportControl,
    reasons: entry.reasons,
    ...(entry.guideResult === undefined ? {} : { guideResult: entry.guideResult }),
    ...(entry.licenceScope === undefined ? {} : { licenceScope: entry.licenceScope }),
    ...(entry.version === undefined ? {} : { version: entry.version }),
    ...(entry.margin === undefined ? {} : { margin: entry.margin }),
    missing: entry.missing.map((factId) => missingLabel(factId, asks, text)),
    notes: book.refer(entry.pack, entry.citations),
    trace: entry.trace.map((step) => ({ step, notes: book.refer(entry.pack, [step.citation]) })),
  };
}

/** A field has a label of its own; for any other fact its question says best what is missing. */
function missingLabel(factId: string, asks: ReadonlyMap<string, string>, text: Text): string {
  return text.has(`field.${factId}`) ? factLabel(factId, text) : (asks.get(factId) ?? factLabel(factId, text));
}
