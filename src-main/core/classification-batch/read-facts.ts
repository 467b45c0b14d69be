import { z } from 'zod';
import { ItemFacts, ItemType } from '../../../src-shared/model/item-facts.ts';
import { isRow, type Row } from '../batch-input/index.ts';
import { readDescription, readDistribution, stagesOf } from './describe.ts';
import { readChip, readMemory } from './read-chip.ts';
import { readModel } from './read-model.ts';
import { countryOf, createReader, type FieldProblem, withInputs } from './values.ts';

/** Facts of one row, or everything that is wrong with it. */
export interface ReadFacts {
  readonly facts?: ItemFacts;
  readonly problems: readonly FieldProblem[];
}

const MAX_NESTING = 8;

/** Reads a fact pattern: `{ item: { type, … }, exporter: { role } }`. Field names are those of the worked examples. */
export function readFactPattern(pattern: unknown): ReadFacts {
  if (!isRow(pattern)) return { problems: [{ field: 'facts', message: 'facts is missing. Give an object with an item in it.' }] };
  const problems: FieldProblem[] = [];
  const item = pattern['item'];
  if (!isRow(item)) return { problems: [{ field: 'facts.item', message: 'facts.item is missing.' }] };
  const role = isRow(pattern['exporter']) ? roleOf(createReader(pattern['exporter'], 'facts.exporter.', problems).text('role')) : null;
  const facts = readItem(item, 'facts.item.', problems, undefined, 0);
  return finish(facts === undefined ? undefined : { ...facts, ...(role === null ? {} : { exporterRole: role }) }, problems);
}

/** Reads one row of a list of chips or models. */
export function readRow(row: Row, type: ItemType): ReadFacts {
  const problems: FieldProblem[] = [];
  return finish(readItem({ type, ...row }, '', problems, type, 0), problems);
}

function finish(facts: Record<string, unknown> | undefined, problems: FieldProblem[]): ReadFacts {
  if (facts === undefined || problems.length > 0) return { problems };
  const checked = ItemFacts.safeParse(facts);
  if (checked.success) return { facts: checked.data, problems };
  return {
    problems: checked.error.issues.map((issue) => ({ field: issue.path.join('.'), message: `${issue.path.join('.')}: ${issue.message}` })),
  };
}

/** Other words for the types of item; spelling with capitals, spaces, hyphens or underscores makes no difference. */
const typeWords: Readonly<Record<string, ItemType>> = {
  ...Object.fromEntries(ItemType.options.map((type) => [type.toLowerCase(), type])),
  integratedcircuit: 'chip',
  ic: 'chip',
  accelerator: 'chip',
  gpu: 'chip',
  card: 'assembly',
  board: 'assembly',
  computer: 'server',
  workstation: 'server',
  aimodel: 'model',
  encryption: 'encryptionItem',
  data: 'dataset',
};

const TypeWord = z.preprocess(
  (value) => (typeof value === 'string' ? (typeWords[value.toLowerCase().replace(/[^a-z]/g, '')] ?? value) : value),
  ItemType,
);

function readItem(
  given: Row,
  prefix: string,
  problems: FieldProblem[],
  fallback: ItemType | undefined,
  depth: number,
): Record<string, unknown> | undefined {
  const row = withInputs(given);
  const read = createReader(row, prefix, problems);
  const type = TypeWord.safeParse(row['type'] ?? fallback);
  if (!type.success) {
    read.problem('type', `type is ${JSON.stringify(row['type'] ?? null)}. Known types: ${ItemType.options.join(', ')}.`);
    return undefined;
  }
  const description = [read.text('what'), read.text('description')].filter((text) => text !== null).join('. ');
  const distribution = [read.text('distribution'), read.text('access'), read.text('licenceTerms'), read.text('publishedWhere')]
    .filter((text) => text !== null)
    .join('. ');
  const contained = read.namedRows('contains');
  if (contained !== null && depth >= MAX_NESTING) read.problem('contains', `Items are nested more than ${MAX_NESTING} deep.`);
  const facts: Record<string, unknown> = {
    type: type.data,
    name: read.text('name') ?? undefined,
    earBasis: earBasisOf(read.text('subjectToEarBasis', 'earBasis')),
    origin: countryOf(read.text('origin', 'countryOfOrigin', 'country_of_origin')),
    locatedIn: countryOf(read.text('locatedIn', 'location')),
    usContentPercent: read.number('usContentPercent', 'usControlledContentPercent'),
    published: read.yesNo('published'),
    fundamentalResearch: researchOf(read),
    declaredClassification: read.text('classification', 'declaredClassification'),
    hostEntries: hostsOf(read),
    ...(type.data === 'chip' ? readChip(read, problems, prefix) : {}),
    ...(type.data === 'memory' ? readMemory(read) : {}),
    ...(type.data === 'model' ? readModel(read) : {}),
    ...readGeneral(read),
    ...(distribution === '' ? {} : readDistribution(distribution)),
  };
  // Know-how about cryptography may come as an encryption item whose form is technology.
  const described = type.data === 'encryptionItem' && facts['form'] === 'technology' ? 'technology' : type.data;
  for (const [field, value] of Object.entries(readDescription(described, description))) facts[field] ??= value;
  // An empty list names no part; it does not say that there is none.
  if (contained !== null && contained.length > 0 && depth < MAX_NESTING)
    facts['contains'] = contained.map((part, place) => readPart(part, `${prefix}contains[${place}].`, problems, depth));
  return facts;
}

function readPart(part: Row, prefix: string, problems: FieldProblem[], depth: number): unknown {
  const count = createReader(part, prefix, problems).number('count', 'quantity');
  const stated = isRow(part['item']) ? part['item'] : part;
  const [entry] = Object.keys(stated).length === 1 ? (entriesIn(createReader(stated, prefix, []).text('name')) ?? []) : [];
  const item = entry === undefined ? stated : { ...stated, classification: entry };
  return {
    count: typeof count === 'number' ? Math.max(1, Math.round(count)) : 1,
    item: readItem({ ...item, type: item['type'] ?? guessType(item) }, `${prefix}item.`, problems, undefined, depth + 1) ?? {
      type: 'chip',
    },
  };
}

/** A part without a type: what it carries says what it is. Declared computers nest as computers, everything else is a chip. */
function guessType(item: Row): ItemType {
  if (Array.isArray(item['contains'])) return 'assembly';
  if (typeof item['classification'] === 'string' && /^(?:4A|5A)/i.test(item['classification'].trim())) return 'server';
  return item['bandwidth_gb_s'] !== undefined && item['package_area_mm2'] !== undefined ? 'memory' : 'chip';
}

type Read = ReturnType<typeof createReader>;

/** Fundamental research, unless limits on publishing it were accepted. A sponsor's look for its own secrets or patents is none. */
function researchOf(read: Read): 'yes' | 'no' | null {
  const origin = read.text('arisesFrom') ?? '';
  const stated = read.yesNo('fundamentalResearch') ?? (/\bfundamental research\b/i.test(origin) ? 'yes' : null);
  const limits = read.text('publicationRestrictions', 'publicationRestriction', 'publicationLimits', 'restrictionsOnPublication') ?? '';
  return stated === 'yes' && (limitsPublication(limits) || /\b(?:veto|withh[eo]ld)\b/i.test(origin)) ? 'no' : stated;
}

const limitsPublication = (text: string): boolean =>
  text !== '' && !/^(?:no|none|false|not)\b/i.test(text) && !/\b(?:look|review)\b[^.;]*\b(?:proprietary|own|patents?)\b/i.test(text);

function hostsOf(read: Read): readonly string[] | null {
  const hosts = read.list(
    'hostEntries',
    'hostEntry',
    'otherEntries',
    'otherEntry',
    'alsoIn',
    'alsoMeets',
    'alsoControlledUnder',
    'alsoClassifiedAs',
    'alsoDescribedIn',
    'parentEntry',
    'baseEntry',
    'otherClassification',
    'otherwiseClassifiedAs',
    'otherwise',
  );
  return hosts === null ? null : hosts.flatMap((host) => entriesIn(host) ?? []);
}

const entriesIn = (text: string | null): string[] | null => (text === null ? null : (text.match(/\d[A-E]\d{3}(?:\.[a-z0-9]+)*/g) ?? []));

function stagesIn(words: readonly string[] | null): readonly string[] | null {
  const stages = words === null ? [] : stagesOf(words.join(', '));
  return stages.length > 0 ? stages : null;
}

/** Fields shared by software, technology, computers and security items. Absent ones stay absent. */
function readGeneral(read: Read): Record<string, unknown> {
  const facts: Record<string, unknown> = {
    appWt: read.number('appWT', 'appWt', 'app_wt'),
    interconnectPerLinkGbS: read.number('interconnectGBsPerLink', 'interconnectPerLinkGbS'),
    encryptionClassification: read.text('encryptionClassification', 'encryption'),
    form: formOf(read.text('form')),
    servesStages: stagesIn(read.list('stage', 'stages', 'servesStages', 'activity')),
    servesEntries: entriesIn(read.text('host', 'servesEntries', 'forEntry', 'targetEntry')),
    speciallyDesigned: read.yesNo('speciallyDesigned'),
    servedAppWt: read.number('servedAppWt', 'targetAppWT'),
    vulnerabilityDisclosure: read.yesNo('vulnerabilityDisclosure'),
    algorithms: read.list('algorithms'),
    standardCryptography: read.yesNo('standardCryptography'),
    massMarket: read.yesNo('massMarket'),
    selfClassifiedOrClassified: selfClassified(read),
    emailNoticeSent: read.yesNo('emailNoticeToBisAndNsa', 'emailNoticeSent', 'emailNotice'),
    matchingSourcePublished: undefined,
    informationSecurityFunction: mainFunction(read.text('primaryFunction', 'mainFunction')),
    graphicalInterface: read.yesNo('graphicalInterface'),
    pixelNormalisation: read.yesNo('pixelNormalisation', 'pixelNormalization'),
    trainsDetector: read.yesNo('trainsDetector'),
    matchesObjects: read.yesNo('matchesObjects'),
    trainsOnGeospatialImagery: read.yesNo('trainsOnGeospatialImagery'),
    intrusionPurpose: read.yesNo('intrusionPurpose'),
    authorisedUpdatesOnly: read.yesNo('authorisedUpdatesOnly'),
    defeatsInformationSecurity: read.yesNo('defeatsInformationSecurity'),
    handsOverItem: read.yesNo('handsOverItem'),
    coreBits: read.number('coreBits'),
    vectorCalculationsAtOnce: read.number('vectorCalculationsAtOnce'),
    fp64ResultsPerCycle: read.number('fp64ResultsPerCycle'),
    mac16ResultsPerCycle: read.number('mac16ResultsPerCycle'),
  };
  if (read.has('algorithms') && (read.list('algorithms') ?? ['?']).length === 0) facts['strongCryptography'] = 'no';
  const answers: Record<string, string> = {};
  for (const id of ['matchingSourcePublished', 'destinationUnderEmbargo', 'foreignDirectProduct', 'interceptionOrMonitoring'] as const) {
    const answer = read.yesNo(id);
    if (answer !== null && answer !== undefined) answers[id] = answer;
  }
  if (Object.keys(answers).length > 0) facts['answers'] = answers;
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== null && value !== undefined));
}

function selfClassified(read: Read): 'yes' | 'no' | null {
  const stated = read.text('selfClassified', 'classifiedUnder', 'selfClassifiedUnder', 'encParagraph', 'classificationStep');
  if (stated === null) return null;
  if (/^(?:no|false|not)\b|\bnot yet\b|\bnone\b/i.test(stated)) return 'no';
  return /^(?:yes|true)\b|740\.17|classified/i.test(stated) ? 'yes' : null;
}

function mainFunction(text: string | null): 'yes' | 'no' | null {
  if (text === null) return null;
  return /\b(?:information security|security|encrypt\w*|crypto\w*|vpn|communicat\w*|network\w*|storage|comput\w*)\b/i.test(text)
    ? 'yes'
    : 'no';
}

function formOf(text: string | null): ItemFacts['form'] {
  if (text === null) return null;
  if (/source/i.test(text)) return 'sourceCode';
  if (/object|binar|compiled|executable/i.test(text)) return 'objectCode';
  if (/weights/i.test(text)) return 'weights';
  if (/hardware|appliance|equipment|device|module|commodity/i.test(text)) return 'hardware';
  if (/technolog|document|know-how|specification/i.test(text)) return 'technology';
  return 'other';
}

function earBasisOf(text: string | null): ItemFacts['earBasis'] {
  if (text === null) return null;
  if (/^none\b(?!\s+(?:known|stated|given|found))|\bnot subject\b|^no (?:us|u\.s\.|american)\b/i.test(text)) return 'notSubject';
  if (/direct[ -]product|fdp/i.test(text)) return 'foreignDirectProduct';
  if (/de minimis|us content|u\.s\. content|uscontent/i.test(text)) return 'deMinimisExceeded';
  if (
    /\b(?:us|u\.s\.|united states|american)[ -]?origin|usorigin|(?:made|designed and made|produced|manufactured) in (?:the )?(?:us|u\.s\.|usa|united states)|^(?:us|u\.s\.|usa|united states)$/i.test(
      text,
    )
  )
    return 'usOrigin';
  if (/\b(?:in|located in|from) (?:the )?(?:us|u\.s\.|united states)\b|^inus$/i.test(text)) return 'inUnitedStates';
  return null;
}

function roleOf(text: string | null): ItemFacts['exporterRole'] {
  if (text === null) return null;
  if (/fabricat|foundry|wafer|\bfab\b/i.test(text)) return 'frontEndFabricator';
  if (/osat|packag|assembly and test/i.test(text)) return 'packagingHouse';
  if (/design|fabless/i.test(text)) return 'designer';
  if (/maker|oem|manufacturer|equipment|integrator|system/i.test(text)) return 'equipmentMaker';
  if (/distribut|resell|dealer|trad|broker/i.test(text)) return 'distributor';
  return /end user|customer|operator/i.test(text) ? 'endUser' : 'other';
}
