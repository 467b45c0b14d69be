import type { RuleChange } from '../../../src-shared/contract/rulelibrary.ts';
import type { Citation } from '../../../src-shared/model/citation.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { RulePack } from '../../../src-shared/model/rule-pack.ts';
import { cited } from './cited.ts';

interface Dated {
  readonly from: IsoDate;
  readonly until?: IsoDate | undefined;
  readonly citation: Citation;
  readonly note?: string | undefined;
}

/** Everything in the rules that began, moved or ended, newest first. What held before the pack's coverage begins is no change. */
export function ruleChanges(packs: readonly RulePack[]): RuleChange[] {
  return packs.flatMap(changesOf).sort((a, b) => (a.on === b.on ? a.id.localeCompare(b.id) : a.on < b.on ? 1 : -1));
}

function changesOf(pack: RulePack): RuleChange[] {
  const of = (what: RuleChange['what'], id: string, title: string, unit: string | null) => ({ pack, what, id, title, unit });
  return [
    ...pack.parameters.flatMap((each) =>
      steps(of('parameter', each.id, each.title, each.unit), each.history, ({ value }) => String(value)),
    ),
    ...pack.entries.flatMap((entry) => [
      ...steps(of('textStatus', entry.id, entry.title, null), entry.textStatus, ({ value }) => value),
      ...steps(of('enforcement', entry.id, entry.title, null), entry.enforcement, ({ value }) => value),
      ...steps(of('licence', entry.id, entry.title, null), entry.licence ?? [], ({ value }) => value.summary),
      ...wordings(of('wording', entry.id, entry.title, null), entry.versions, entry.citations),
    ]),
  ];
}

interface About {
  readonly pack: RulePack;
  readonly what: RuleChange['what'];
  readonly id: string;
  readonly title: string;
  readonly unit: string | null;
}

function steps<T extends Dated>(about: About, history: readonly T[], words: (stretch: T) => string): RuleChange[] {
  const inOrder = [...history].sort((a, b) => (a.from < b.from ? -1 : 1));
  const changes: RuleChange[] = [];
  for (const [index, stretch] of inOrder.entries()) {
    const before = inOrder[index - 1];
    const after = inOrder[index + 1];
    const isBaseline = before === undefined && stretch.from <= about.pack.manifest.coverage.from;
    const said = words(stretch);
    if (!isBaseline && (before === undefined || words(before) !== said)) {
      changes.push(change(about, stretch.from, before === undefined ? null : words(before), said, stretch));
    }
    if (stretch.until !== undefined && (after === undefined || after.from > stretch.until))
      changes.push(change(about, stretch.until, said, null, stretch));
  }
  return changes;
}

function wordings(
  about: About,
  versions: readonly { readonly from: IsoDate; readonly until?: IsoDate | undefined; readonly label: string }[],
  [citation]: readonly Citation[],
): RuleChange[] {
  if (versions.length < 2 || citation === undefined) return [];
  return steps(
    about,
    versions.map((version) => ({ ...version, citation })),
    ({ label }) => label,
  );
}

function change(
  { pack, what, id, title, unit }: About,
  on: IsoDate,
  before: string | null,
  after: string | null,
  { citation, note }: Dated,
): RuleChange {
  return {
    on,
    pack: pack.manifest.id,
    packTitle: pack.manifest.title,
    what,
    id,
    title,
    before,
    after,
    unit,
    note: note ?? null,
    source: cited(pack, citation),
  };
}
