import type { RuleHit, RuleKind } from '../../../src-shared/contract/rulelibrary.ts';
import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { citationOf, cited, covers } from './cited.ts';
import { valueOnDay } from './views.ts';

interface SearchDocument {
  readonly kind: RuleKind;
  readonly pack: RulePack;
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Folded copies, so that a search compares plain letters only. */
  readonly foldedId: string;
  readonly foldedTitle: string;
  readonly foldedBody: string;
  readonly hit: (on: IsoDate) => Pick<RuleHit, 'textStatus' | 'enforcement' | 'confidence' | 'isLaw' | 'value' | 'unit' | 'source'>;
}

export interface RuleQuery {
  readonly text: string;
  readonly kinds?: readonly RuleKind[] | undefined;
  readonly packs?: readonly string[] | undefined;
}

const documentsByPack = new WeakMap<RulePack, readonly SearchDocument[]>();
const kindOrder: readonly RuleKind[] = ['entry', 'parameter', 'term', 'capability', 'question', 'country', 'source'];

/**
 * Finds rules by words. Every word must occur, at the start of a word of the id, the title or the text; case and accents do
 * not matter. Best first: the id itself, then the title, then the text. No words: everything, in reading order.
 */
export function searchRules(packs: readonly RulePack[], query: RuleQuery, on: IsoDate): RuleHit[] {
  const words = folded(query.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  return packs
    .filter(({ manifest }) => query.packs === undefined || query.packs.includes(manifest.id))
    .flatMap(documentsOf)
    .filter(({ kind }) => query.kinds === undefined || query.kinds.includes(kind))
    .flatMap((document, place) => {
      const score = scoreOf(document, words);
      return score === 0 ? [] : [{ document, score, place }];
    })
    .sort((a, b) => b.score - a.score || kindOrder.indexOf(a.document.kind) - kindOrder.indexOf(b.document.kind) || a.place - b.place)
    .map(({ document }) => ({
      kind: document.kind,
      pack: document.pack.manifest.id,
      packTitle: document.pack.manifest.title,
      id: document.id,
      title: document.title,
      excerpt: excerptOf(document, words),
      body: document.kind === 'entry' || document.kind === 'parameter' ? '' : document.body,
      ...document.hit(on),
    }));
}

function scoreOf(document: SearchDocument, words: readonly string[]): number {
  if (words.length === 0) return 1;
  let score = 0;
  for (const word of words) {
    const found =
      document.foldedId === word
        ? 100
        : startsWord(document.foldedId, word)
          ? 30
          : startsWord(document.foldedTitle, word)
            ? 10
            : startsWord(document.foldedBody, word)
              ? 1
              : 0;
    if (found === 0) return 0;
    score += found;
  }
  return score;
}

/** Where a word begins in a text: at its start, or after something that is no letter or figure. */
function startsWord(text: string, word: string): boolean {
  return placeOf(text, word) >= 0;
}

function placeOf(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? '')) return at;
  }
  return -1;
}

/** Lower case without accents, sign by sign, so that places in the folded text are places in the text. */
function folded(text: string): string {
  return [...text]
    .map((sign) => {
      const plain = sign.normalize('NFD')[0]?.toLowerCase() ?? sign;
      return plain.length === sign.length ? plain : sign;
    })
    .join('');
}

const EXCERPT = 180;

function excerptOf({ body, foldedBody }: SearchDocument, words: readonly string[]): string {
  const places = words.map((word) => placeOf(foldedBody, word)).filter((place) => place >= 0);
  const first = places.length === 0 ? 0 : Math.min(...places);
  const from = first < EXCERPT / 2 ? 0 : body.lastIndexOf(' ', first - 40) + 1;
  const piece = body.slice(from, from + EXCERPT);
  return `${from > 0 ? '… ' : ''}${piece}${from + EXCERPT < body.length ? ' …' : ''}`;
}

const nothing = { textStatus: null, enforcement: null, confidence: null, isLaw: true, value: null, unit: null, source: null } as const;

function documentsOf(pack: RulePack): readonly SearchDocument[] {
  const known = documentsByPack.get(pack);
  if (known !== undefined) return known;
  const built = [...entryDocuments(pack), ...parameterDocuments(pack), ...otherDocuments(pack)];
  documentsByPack.set(pack, built);
  return built;
}

function document(
  pack: RulePack,
  kind: RuleKind,
  id: string,
  title: string,
  body: string,
  hit: SearchDocument['hit'] = () => nothing,
): SearchDocument {
  return { kind, pack, id, title, body, foldedId: folded(id), foldedTitle: folded(title), foldedBody: folded(body), hit };
}

function entryDocuments(pack: RulePack): SearchDocument[] {
  return pack.entries.map((entry) => {
    const words = [
      entry.summary,
      ...entry.versions.flatMap(({ label, unless }) => [label, ...unless.map(({ text }) => text)]),
      ...(entry.licence ?? []).map(({ value }) => value.summary),
      ...(entry.notes ?? []).map(({ text }) => text),
      ...entry.citations.map(({ locator }) => locator),
      entry.reasons.join(' '),
    ];
    return document(pack, 'entry', entry.id, entry.title, words.join(' '), (on) => ({
      ...nothing,
      textStatus: entry.textStatus.findLast((stretch) => covers(stretch, on))?.value ?? null,
      enforcement: entry.enforcement.findLast((stretch) => covers(stretch, on))?.value ?? null,
      confidence: entry.confidence,
      isLaw: entry.isLaw,
    }));
  });
}

function parameterDocuments(pack: RulePack): SearchDocument[] {
  return pack.parameters.map((parameter) => {
    const words = parameter.history.flatMap(({ citation, note }) => [citation.locator, note ?? '']);
    return document(pack, 'parameter', parameter.id, parameter.title, [...new Set(words)].join(' ').trim(), (on) => ({
      ...nothing,
      isLaw: parameter.history.every(({ citation }) => citation.standing !== 'guide'),
      value: valueOnDay(parameter, on),
      unit: parameter.unit,
    }));
  });
}

function otherDocuments(pack: RulePack): SearchDocument[] {
  const groups = pack.countryGroups?.groups ?? [];
  const from = (citation: Citation | undefined): SearchDocument['hit'] => {
    const source = citation === undefined ? null : cited(pack, citation);
    return () => ({ ...nothing, source });
  };
  return [
    ...pack.glossary.map(({ term, meaning, citation }) => document(pack, 'term', term, term, meaning, from(citation))),
    ...pack.capabilities.map(({ id, title, ask, why, citation }) =>
      document(pack, 'capability', id, title, `${ask} ${why}`, from(citation)),
    ),
    ...pack.questions.map(({ factId, ask, why, citation }) => document(pack, 'question', factId, ask, why ?? '', from(citation))),
    ...(pack.countryChart?.rows ?? []).map((row) => {
      const inGroups = groups.filter(({ members }) => members.includes(row.code)).map(({ id }) => id);
      const body = [inGroups.join(', '), row.pointer ?? '', (row.requires ?? []).join(', ')].join(' ').trim();
      return document(pack, 'country', row.code, row.name, body, from(pack.countryChart?.citation));
    }),
    ...pack.manifest.sources.map((source) =>
      document(pack, 'source', source.id, source.reference, [source.how, source.asOf ?? ''].join(' ').trim(), () => ({
        ...nothing,
        confidence: source.confidence,
        source: cited(pack, citationOf(source)),
      })),
    ),
  ];
}
