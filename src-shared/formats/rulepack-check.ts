import { itemFact, questionsCatalogue } from '../model/item-fact-catalogue.ts';
import type { Expression } from '../model/rule-expression.ts';
import type { PackEntry, RulePack } from '../model/rule-pack.ts';
import type { PackProblem } from './rulepack.ts';

/**
 * Checks what a shape alone cannot: ids are unique, every citation points to a listed source, every limit to a cited
 * parameter, every fact to one the engine knows and can ask for, and entries do not lean on each other in a circle.
 */
export function checkPack(pack: RulePack): PackProblem[] {
  const problems: PackProblem[] = [];
  const report = (code: PackProblem['code'], path: string, message: string) =>
    problems.push({ code, pack: pack.manifest.id, path, message });
  checkUnique(pack, report);
  checkSources(pack, report);
  checkReferences(pack, report);
  checkHistories(pack, report);
  checkCircles(pack.entries, report);
  checkRelease(pack, report);
  checkWatch(pack, report);
  return problems;
}

/** Facts a person can answer, so a pack that reads one must be able to ask for it. */
const answerable = new Set(questionsCatalogue.map((info) => info.id));

type Report = (code: PackProblem['code'], path: string, message: string) => void;

function checkUnique(pack: RulePack, report: Report): void {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['entries.json', pack.entries.map((entry) => entry.id)],
    ['parameters.json', pack.parameters.map((parameter) => parameter.id)],
    ['derived.json', pack.derived.map((fact) => fact.id)],
    ['questions.json', pack.questions.map((question) => question.factId)],
    ['capabilities.json', pack.capabilities.map((question) => question.id)],
    ['watch.json events', (pack.watch?.events ?? []).map((event) => event.id)],
    ['red-flags.json flags', (pack.redFlags?.flags ?? []).map((flag) => flag.id)],
    ['watch.json checks', (pack.watch?.checks ?? []).map((check) => check.id)],
    ['manifest.json sources', pack.manifest.sources.map((source) => source.id)],
  ];
  for (const [file, ids] of lists) {
    for (const id of ids.filter((entry, place) => ids.indexOf(entry) !== place))
      report('pack.duplicateId', file, `The id ${id} stands twice.`);
  }
}

/** Walks everything and looks at each citation, wherever it stands. */
function checkSources(pack: RulePack, report: Report): void {
  const sources = new Set(pack.manifest.sources.map((source) => source.id));
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      value.forEach((part, place) => {
        walk(part, `${path}[${place}]`);
      });
    } else if (typeof value === 'object' && value !== null) {
      const id = (value as { readonly sourceId?: unknown }).sourceId;
      if (typeof id === 'string' && !sources.has(id)) report('pack.unknownSource', path, `The source ${id} is not listed in the manifest.`);
      for (const [key, part] of Object.entries(value)) walk(part, `${path}.${key}`);
    }
  };
  const { manifest: _manifest, ...rest } = pack;
  walk(rest, 'pack');
}

function checkReferences(pack: RulePack, report: Report): void {
  const parameters = new Set(pack.parameters.map((parameter) => parameter.id));
  const entries = new Set(pack.entries.map((entry) => entry.id));
  const derived = new Set(pack.derived.map((fact) => fact.id));
  const capabilities = new Set(pack.capabilities.map((question) => question.id));
  const asked = new Set(pack.questions.map((question) => question.factId));
  const checkFact = (id: string, path: string) => {
    if (id.startsWith('contains:')) {
      if (!entries.has(id.slice(9))) report('pack.unknownEntry', path, `The entry ${id.slice(9)} is not in the pack.`);
    } else if (id.startsWith('capability:')) {
      if (!capabilities.has(id.slice(11))) report('pack.unknownFact', path, `The capability ${id.slice(11)} is not in the pack.`);
    } else if (!derived.has(id)) {
      const info = itemFact(id);
      if (info === undefined) report('pack.unknownFact', path, `The engine knows no fact ${id}.`);
      else if (answerable.has(id) && !asked.has(id)) report('pack.noQuestion', path, `The pack reads ${id} and has no question for it.`);
    }
  };
  for (const [expression, path] of expressionsOf(pack)) {
    for (const leaf of leavesOf(expression)) {
      if ('meets' in leaf && !entries.has(leaf.meets)) report('pack.unknownEntry', path, `The entry ${leaf.meets} is not in the pack.`);
      if ('fact' in leaf) checkFact(leaf.fact, path);
      if ('missing' in leaf) checkFact(leaf.missing, path);
      if (!('fact' in leaf)) continue;
      const bounds =
        'atLeast' in leaf || 'above' in leaf || 'below' in leaf || 'atMost' in leaf
          ? [leaf.atLeast, leaf.above, leaf.below, leaf.atMost]
          : [];
      for (const id of bounds)
        if (id !== undefined && !parameters.has(id))
          report('pack.unknownParameter', path, `The limit ${id} is not a parameter of the pack.`);
    }
  }
  for (const fact of pack.derived)
    for (const id of [...fact.choose.map((branch) => branch.fact), fact.otherwise]) checkFact(id, `derived.${fact.id}`);
}

/** Release rules lean on rules, groups and entries of their own pack only. */
function checkRelease(pack: RulePack, report: Report): void {
  const release = pack.release;
  if (release === undefined) return;
  const rules = new Set(release.rules.map((rule) => rule.id));
  const groups = new Set((pack.countryGroups?.groups ?? []).map((group) => group.id));
  const entries = new Set(pack.entries.map((entry) => entry.id));
  const leaning = [
    ...release.exclusions.map(({ rule, code }) => [rule, code] as const),
    ...release.reasonColumns.map(({ rule, reason }) => [rule, reason] as const),
    ...release.embargoes.map(({ rule, place }) => [rule, place] as const),
    ...release.exceptions.map(({ rule, symbol }) => [rule, symbol] as const),
    ...[release.chips, release.employeeRelief, release.computeUse].flatMap((one) =>
      one === undefined ? [] : [[one.rule, one.rule] as const],
    ),
  ];
  for (const [rule, where] of leaning)
    if (!rules.has(rule)) report('pack.unknownRule', `release.json ${where}`, `The rule ${rule} is not in release.json.`);
  const named = [
    ...release.exceptions.flatMap((one) => [
      ...(one.groups ?? []),
      ...(one.notGroups ?? []),
      ...(one.deemedOnlyGroups ?? []),
      ...(one.destinationAndHeadquartersIn === undefined ? [] : [one.destinationAndHeadquartersIn]),
    ]),
    ...release.storageBarredIn,
    ...(release.computeUse?.groups ?? []),
    ...(release.abroad === undefined ? [] : [release.abroad.partners, ...release.abroad.risk]),
    ...(release.employeeRelief === undefined ? [] : [release.employeeRelief.headquartersIn]),
  ];
  for (const group of new Set(named))
    if (!groups.has(group)) report('pack.unknownGroup', 'release.json', `The group ${group} is not in country-groups.json.`);
  for (const id of release.chips?.serves.flatMap((tier) => tier.scopesOf) ?? [])
    if (!entries.has(id)) report('pack.unknownEntry', 'release.json chips', `The entry ${id} is not in the pack.`);
}

/** Events lean on entries and checks of their own pack, checks on its entries and ownership rules, amounts on a check. */
function checkWatch(pack: RulePack, report: Report): void {
  const { watch, penalties } = pack;
  const entries = new Set(pack.entries.map(({ id }) => id));
  const checks = new Set((watch?.checks ?? []).map(({ id }) => id));
  const tests = new Set((pack.ownership?.rules ?? []).map(({ test }) => test));
  const named = [...(watch?.events ?? []), ...(watch?.checks ?? [])];
  for (const { id, entries: about } of named)
    for (const entry of about)
      if (!entries.has(entry)) report('pack.unknownEntry', `watch.json ${id}`, `The entry ${entry} is not in the pack.`);
  for (const { id, check } of watch?.events ?? [])
    if (check !== undefined && !checks.has(check))
      report('pack.unknownRule', `watch.json ${id}`, `The check ${check} is not in watch.json.`);
  for (const { id, ownership } of watch?.checks ?? [])
    if (ownership !== undefined && !tests.has(ownership))
      report('pack.unknownRule', `watch.json ${id}`, `The rule ${ownership} is not in ownership.json.`);
  const check = penalties?.administrative.check;
  if (check !== undefined && !checks.has(check)) report('pack.unknownRule', 'penalties.json', `The check ${check} is not in watch.json.`);
  for (const { id, textStatus, enforcement = [] } of watch?.events ?? []) {
    checkOverlap(textStatus, `watch.json ${id} textStatus`, report);
    checkOverlap(enforcement, `watch.json ${id} enforcement`, report);
  }
  if (pack.retention !== undefined) checkOverlap(pack.retention.years, 'retention.json years', report);
  for (const [name, kind] of Object.entries(
    penalties === undefined ? {} : { administrative: penalties.administrative, criminal: penalties.criminal },
  ))
    checkOverlap(kind.history, `penalties.json ${name}`, report);
}

/** Every expression of a pack with the place it stands at. */
export function expressionsOf(pack: RulePack): (readonly [Expression, string])[] {
  const found: (readonly [Expression, string])[] = [];
  for (const entry of pack.entries) {
    const at = `entries.json ${entry.id}`;
    for (const [expression, place] of entryExpressions(entry)) found.push([expression, `${at} ${place}`]);
  }
  for (const fact of pack.derived) for (const branch of fact.choose) found.push([branch.when, `derived.json ${fact.id}`]);
  if (pack.scope !== undefined) {
    found.push([pack.scope.subject, 'scope.json subject']);
    for (const rule of pack.scope.outside) found.push([rule.when, `scope.json ${rule.id}`]);
  }
  return found;
}

function entryExpressions(entry: PackEntry): (readonly [Expression, string])[] {
  return [
    ...(entry.considerWhen === undefined ? [] : [[entry.considerWhen, 'considerWhen'] as const]),
    ...(entry.reasonsWhen ?? []).map((rule) => [rule.when, 'reasonsWhen'] as const),
    ...(entry.enforcementWhen ?? []).map((rule) => [rule.when, 'enforcementWhen'] as const),
    ...(entry.warnings ?? []).map((rule) => [rule.when, `warning ${rule.code}`] as const),
    ...(entry.asks ?? []).flatMap((ask) => (ask.when === undefined ? [] : [[ask.when, `ask ${ask.factId}`] as const])),
    ...entry.versions.flatMap((version) => [
      ...version.limbs.map((limb) => [limb.when, `${version.from} ${limb.id}`] as const),
      ...version.unless.map((rule) => [rule.when, `${version.from} ${rule.id}`] as const),
    ]),
  ];
}

type Leaf = Exclude<
  Expression,
  { all: unknown } | { any: unknown } | { not: unknown } | { known: unknown } | { shown: unknown } | { readings: unknown }
>;

export function leavesOf(expression: Expression): Leaf[] {
  if ('all' in expression) return expression.all.flatMap(leavesOf);
  if ('any' in expression) return expression.any.flatMap(leavesOf);
  if ('not' in expression) return leavesOf(expression.not);
  if ('known' in expression) return leavesOf(expression.known);
  if ('shown' in expression) return leavesOf(expression.shown);
  if ('readings' in expression) return expression.readings.flatMap(leavesOf);
  return [expression];
}

function checkHistories(pack: RulePack, report: Report): void {
  for (const parameter of pack.parameters) checkOverlap(parameter.history, `parameters.json ${parameter.id}`, report);
  for (const entry of pack.entries) {
    checkOverlap(entry.textStatus, `entries.json ${entry.id} textStatus`, report);
    checkOverlap(entry.enforcement, `entries.json ${entry.id} enforcement`, report);
    checkOverlap(entry.versions, `entries.json ${entry.id} versions`, report);
  }
}

function checkOverlap(
  ranges: readonly { readonly from: string; readonly until?: string | undefined }[],
  path: string,
  report: Report,
): void {
  const sorted = [...ranges].sort((a, b) => (a.from < b.from ? -1 : 1));
  for (const [place, range] of sorted.entries()) {
    const next = sorted[place + 1];
    if (next !== undefined && (range.until === undefined || range.until > next.from))
      report('pack.overlap', path, `The range from ${range.from} runs into the one from ${next.from}.`);
  }
}

function checkCircles(entries: readonly PackEntry[], report: Report): void {
  const leansOn = new Map(
    entries.map((entry) => [
      entry.id,
      entry.versions.flatMap((version) =>
        [...version.limbs, ...version.unless].flatMap((part) =>
          leavesOf(part.when).flatMap((leaf) => ('meets' in leaf ? [leaf.meets] : [])),
        ),
      ),
    ]),
  );
  const done = new Set<string>();
  const visit = (id: string, path: readonly string[]): void => {
    if (path.includes(id)) {
      report('pack.circular', `entries.json ${id}`, `Entries lean on each other: ${[...path, id].join(' → ')}.`);
      return;
    }
    if (done.has(id)) return;
    for (const next of leansOn.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  };
  for (const id of leansOn.keys()) visit(id, []);
}
