import type { ItemFacts, ItemType } from '../../../src-shared/model/item-facts.ts';
import { readCore } from './describe-core.ts';

type Reading = Partial<
  Pick<
    ItemFacts,
    | 'servesEntries'
    | 'servesStages'
    | 'speciallyDesigned'
    | 'servedAppWt'
    | 'intrusionPurpose'
    | 'authorisedUpdatesOnly'
    | 'vulnerabilityDisclosure'
    | 'defeatsInformationSecurity'
    | 'strongCryptography'
    | 'trainsOnGeospatialImagery'
    | 'technicalDataForListedItems'
    | 'handsOverItem'
    | 'form'
    | 'informationSecurityFunction'
    | 'coreBits'
    | 'vectorCalculationsAtOnce'
    | 'fp64ResultsPerCycle'
    | 'mac16ResultsPerCycle'
    | 'publicationUnrestricted'
  >
>;

/**
 * Reads facts out of a description in plain English ("technology for production of circuits that meet 3A090.a").
 *
 * Only statements the text makes are taken; whatever it does not say stays unknown, and a doubtful phrase gives nothing. The
 * words looked for are those of the control entries. Facts given in fields of their own win over what is read here.
 */
export function readDescription(type: ItemType, text: string): Reading {
  const plain = text.replace(/\s+/g, ' ').trim();
  switch (type) {
    case 'software':
    case 'technology':
    case 'encryptionItem':
      return readMaking(type, plain);
    case 'intrusionSoftware':
      return { ...readIntrusion(plain, false), ...readSecurity(plain) };
    case 'geospatialSoftware':
      return readGeospatial(plain);
    case 'dataset':
      return readDataset(plain);
    case 'service':
      return readService(plain);
    default:
      return {};
  }
}

function readMaking(type: ItemType, text: string): Reading {
  const security = readSecurity(text);
  const purpose = readPurpose(type, text, security.strongCryptography);
  if (type === 'software') return { ...purpose, ...security, ...readGeospatial(text) };
  if (type !== 'technology') return { ...purpose, ...security };
  const intrusion = readIntrusion(text, true);
  const cryptography = security.strongCryptography === 'yes' && purpose.servesStages !== undefined;
  // Know-how about cryptography or intrusion software is judged as that; it names no chip or computer.
  const special =
    purpose.servesEntries === undefined && !HARDWARE_WORDS.test(text) && (cryptography || intrusion.intrusionPurpose === 'yes');
  return {
    ...purpose,
    ...security,
    ...readCore(text),
    ...intrusion,
    ...(cryptography ? { form: 'technology', informationSecurityFunction: 'yes' } : {}),
    ...(special ? { servesEntries: [] } : {}),
  };
}

const ENTRY = /\b\d[A-E]\d{3}(?:\.[a-z](?:\.(?:\d+|[a-z]))*)*/g;
/** "not in 3A001", "outside 4D090", "neither 4D004 nor …": named in order to say that it is not meant. */
const NEGATED_ENTRY =
  /\b(?:not|neither|nor|outside|except|other than|without|no|below|under)\b(?:\s+(?:a|an|any|all|every|in|under|of|part|already|otherwise|listed|described|controlled|covered|caught|by|for|itself|is|it|also|meet|meets|meeting|reach|reaches|reaching|specially|designed|development|production|or|the))*\s+((?:\d[A-E]\d{3}(?:\.[a-z0-9]+)*(?:\s*(?:,|\bor\b|\bnor\b|\band\b)\s*)?)+)/g;
const NOT_SPECIAL = /\b(?:not|never|neither|nor|nothing(?: is)?|no part(?: is)?)\s+(?:been\s+)?specially\s+(?:designed|modified)\b/i;
const SPECIAL = /\bspecially\s+(?:designed|modified)\b|\brequired for\b/i;
/** Words without which a text about software or know-how cannot be about making listed chips or computers. */
const HARDWARE_WORDS = new RegExp(
  [
    String.raw`\b(?:chip(?:let)?s?|circuits?|semiconductors?|wafers?|dies?|processors?|[cgtnd]pus?|accelerators?|asics?|fpgas?|socs?)\b`,
    String.raw`\b(?:super)?computers?\b|\b(?:servers?|workstations?|racks?|mainframes?|clusters?|boards?|pcbs?|assembl(?:y|ies)|hardware)\b`,
    String.raw`lithograph|photoresist|reticle|\b(?:e|d)uv\b|\b(?:masks?|pellicles?|etch\w*|deposition|epitax\w*|dop(?:ing|ants?)|anneal\w*|implantation|metrology)\b`,
    String.raw`\b(?:transistors?|fin-?fets?|gaa(?:fet)?|gate-all-around|nanosheets?|silicon|gallium|\d+(?:\.\d+)?\s?(?:nm|nanomet(?:er|re)s?))\b`,
    String.raw`\b(?:rtl|netlists?|floor ?plans?|eda|verilog|vhdl|gdsii?|pdks?|standard cells?|tape-?outs?|foundr(?:y|ies)|fabs?|cores?|serdes|phy)\b`,
    String.raw`\b(?:hbm|[sd]ram|nand|memory (?:stacks?|dies?|chips?|packages?)|interposers?|through-silicon|tsvs?|bumping|advanced packaging)\b`,
    String.raw`\b(?:manufactur\w*|fabricat\w*|blueprints?|(?:assembly|engineering) drawings?|process (?:steps|technology|parameters|recipes?|flows?))\b`,
    String.raw`\b(?:firmware|microcode|bios|device drivers?|drivers? for)\b`,
  ].join('|'),
  'i',
);
/** Words of other listed goods, on which this reader says nothing. */
const SENSITIVE_WORDS =
  /\b(?:intrusion|exploit\w*|malware|implants?|spyware|surveillance|intercept\w*|jamm(?:ing|ers?)|radars?|sonars?|missiles?|rockets?|drones?|uavs?|unmanned|satellites?|spacecraft|launch(?:er)?s? vehicles?|nuclear|reactors?|centrifuges?|isotopes?|lasers?|inertial|gyroscop\w*|torpedo\w*|submarines?|military|weapons?|munitions?|explosives?|pathogens?|toxins?|virus strains?|nerve agents?|precursor chemicals?|quantum|qubits?|cryogenic\w*|controlled technical data)\b/i;
const CRYPTOGRAPHIC_WORDS = /\b(?:crypto\w*|encrypt\w*|cipher\w*)\b/i;

function readPurpose(type: ItemType, text: string, security?: ItemFacts['strongCryptography']): Reading {
  const named = [...new Set(text.match(ENTRY) ?? [])];
  const negated = new Set([...text.matchAll(NEGATED_ENTRY)].flatMap((match) => (match[1] ?? '').match(ENTRY) ?? []));
  const meant = named.filter((entry) => !negated.has(entry));
  const app = [...text.matchAll(/(\d+(?:\.\d+)?)\s*(?:WT\b|weighted\s+tera)/gi)]
    .map((match) => Number(match[1]))
    .reduce<number | undefined>((most, figure) => Math.max(most ?? 0, figure), undefined);
  const special = NOT_SPECIAL.test(text) ? 'no' : SPECIAL.test(text) ? 'yes' : null;
  const stages = stagesOf(text);
  // "no cryptography" and "computer science" are no hints at listed items.
  const bare = text.replace(/\b(?:no|without|not any)\s+(?:crypto\w*|encrypt\w*)|\bcomputer (?:science|vision|programs?|code)\b/gi, '');
  const unrelated =
    (type === 'encryptionItem' || says(text)) &&
    meant.length === 0 &&
    !SENSITIVE_WORDS.test(bare) &&
    // Cryptography the text states is judged by its own entries; a mere mention of it leaves the purpose open.
    (security === 'yes' || !CRYPTOGRAPHIC_WORDS.test(bare)) &&
    (app !== undefined || special === 'no' || !HARDWARE_WORDS.test(bare) || deniesFamily(negated) || deniesListed(text));
  return {
    ...(meant.length > 0 ? { servesEntries: meant } : unrelated ? { servesEntries: [] } : {}),
    ...(stages.length > 0 ? { servesStages: stages } : {}),
    ...(special === null || type === 'technology' ? {} : { speciallyDesigned: special }),
    ...(app === undefined ? {} : { servedAppWt: app }),
  };
}

/** Words that say nothing about what a thing is for; a text of such words leaves everything open. */
const EMPTY_WORDS =
  /\b(?:a|an|the|our|of|for|and|or|with|in|on|some|various|other|internal|confidential|proprietary|secret|technical|technolog(?:y|ies)|software|programs?|tools?|packages?|know-?how|documents?|documentation|files?|data|information|material|specifications?|drawings?|source|object|code|version|project|product|customers?|company)\b/gi;
const says = (text: string): boolean => /[a-z]{3}/i.test(text.replace(EMPTY_WORDS, ''));

/** The entries of a family are ruled out by name: 3A090 together with 3A001, 4A090 together with 4A003, or the entry itself. */
function deniesFamily(negated: ReadonlySet<string>): boolean {
  const has = (entry: string) => [...negated].some((one) => one.startsWith(entry));
  return (has('3A090') && has('3A001')) || (has('4A090') && has('4A003')) || ['3D001', '3E001', '4D001', '4D090', '4E001'].some(has);
}

const deniesListed = (text: string): boolean => /\b(?:not|no|none|nothing|neither)\b[^.;]*\b(?:listed|controlled)\b/i.test(text);

/** Stages a text names, in the words of the entries. */
export function stagesOf(text: string): ('development' | 'production' | 'use')[] {
  const bare = text
    .replace(/\bnothing\b[^.;]*/gi, '')
    .replace(/\b(?:specially|not)\s+(?:designed|modified)(?:\s+or\s+modified)?(?:\s+(?:to|for))?/gi, (match) =>
      /\bto$/i.test(match) ? 'to' : 'for',
    );
  const positive = bare.replace(
    /\b(?:not|no|without|never)\s+(?:for\s+)?(?:any\s+)?(?:the\s+)?(?:development|design|production|manufactur\w*|use|operation|making)\b(?:\s+(?:or|and|nor)\s+(?:the\s+)?(?:development|production|design|use)\b)*/gi,
    '',
  );
  const stages: ('development' | 'production' | 'use')[] = [];
  if (
    /\b(?:develop(?:s|ing|ment)?|designs?|designing|architect\w*|layouts?|simulat(?:es?|ing|ion)\s+(?:of|the)|verif(?:y|ies|ication|ying)|floor ?plan\w*)\b/i.test(
      positive,
    )
  )
    stages.push('development');
  if (
    /\b(?:produc(?:es?|ing|tion)|manufactur\w*|fabricat\w*|assembl(?:e|es|ing|y (?:instructions?|lines?|steps))|making|qualif(?:y|ies|ication|ying)|production line|bring-?up|yield)\b/i.test(
      positive,
    )
  )
    stages.push('production');
  if (
    /\b(?:use|using|operat(?:e|es|ing|ion|ional)|install\w*|repair\w*|maint(?:enance|ain\w*)|overhaul\w*|refurbish\w*|administration)\b/i.test(
      positive,
    )
  )
    stages.push('use');
  // Software that only runs on a listed item serves its use, not its making.
  if (
    stages.length === 0 &&
    /\b(?:runs?|running|used|deployed|hosted|executes?|executing|works?|optimi[sz]ed|tuned)\s+(?:\w+\s+){0,2}(?:on|with|inside|within|for)\b/i.test(
      positive,
    )
  )
    stages.push('use');
  return stages;
}

function readSecurity(text: string): Reading {
  const none = /\b(?:no|without|not\s+(?:any|use|contain|perform))\s+(?:any\s+)?(?:crypto\w*|encrypt\w*)/i.test(text);
  const some = /\b(?:aes|rsa|ecdh|cryptographic|cryptography|encrypts?|encryption|cipher)\b/i.test(text);
  const bypass =
    /\b(?:defeats?|bypass(?:es|ing)?|weakens?|circumvents?|cryptanaly\w*|cracks?|unlocks?)\b[^.;]*\b(?:security|encryption|crypto\w*|locks?|passwords?|authentication|phones?|devices?)\b|\bcryptanaly\w*/i.test(
      text,
    );
  const denied = /\b(?:not|never|cannot)\b[^.;]*\b(?:defeat|bypass|weaken|circumvent)/i.test(text);
  return {
    ...(none ? { strongCryptography: 'no' } : some && !(bypass && !denied) ? { strongCryptography: 'yes' } : {}),
    ...(bypass && !denied ? { defeatsInformationSecurity: 'yes' } : {}),
  };
}

const INTRUSION_ACT =
  /\b(?:generat\w*|command(?:s|ing)?(?:\s+and\s+|\s*&\s*|\/)control\w*|command(?:s|ing)?|control(?:s|ling)?|operat(?:es?|ing|ion)|deliver\w*|creat(?:es?|ing))\b/i;

function readIntrusion(text: string, technology: boolean): Reading {
  const about = /\bintrusion\b/i.test(text);
  const disclosure = /\b(?:vulnerability disclosure|coordinated disclosure|cyber incident response|incident response)\b/i.test(text);
  const updates =
    /\b(?:updates?|upgrades?|patch(?:es)?)\b/i.test(text) &&
    /\bauthori(?:ty|[sz]ed|[sz]ation)\b|\bowner\b|\badministrator\b|\bconsent\b/i.test(text);
  const unauthorised = /\b(?:without|no)\b[^.;]*\b(?:authority|authori[sz]ation|permission|knowledge|knowing|consent)\b/i.test(text);
  // The note frees an update only where what it updates becomes no such software; a text that names it must deny it.
  const result = /\b(?:not|cannot|never|neither|nor|no)\b[^.;]*\bintrusion\b/i.test(text);
  const denied =
    NOT_SPECIAL.test(text) ||
    /\b(?:not|cannot|never|neither|no)\b[^.;]*\b(?:generat\w*|command|control|deliver\w*)\b[^.;]*\bintrusion\b/i.test(text);
  return {
    ...(about && denied
      ? { intrusionPurpose: 'no' }
      : about && (technology || INTRUSION_ACT.test(text)) && !(updates && !unauthorised)
        ? { intrusionPurpose: 'yes' }
        : {}),
    ...(updates && unauthorised ? { authorisedUpdatesOnly: 'no' } : updates && !(about && !result) ? { authorisedUpdatesOnly: 'yes' } : {}),
    ...(disclosure && !/\bnot\b[^.;]*\b(?:disclosure|incident response)/i.test(text) ? { vulnerabilityDisclosure: 'yes' } : {}),
  };
}

/** Pictures of the earth's surface, by the words and the satellites they are known by. */
const GEOSPATIAL_WORDS =
  /\b(?:geo-?spatial|geo-?referenced|geo-?coded|remote[ -]sens\w*|earth[ -]observation|sentinel-?\d?\w?|landsat|modis|worldview|pl[eé]iades|planetscope|quickbird|ikonos|ortho-?(?:photos?|imag\w*|mosaics?|rectified)|(?:satellites?|overhead|aerial|airborne|spaceborne|space-based|synthetic[ -]aperture(?: radar)?|sar)[ -](?:\w+ ){0,2}(?:images?|imagery|photos?|photographs?|pictures?|scenes?|tiles?|point clouds?))\b/i;
/** The same, denied in so many words: "not on satellite imagery", but neither "not only on" nor "without labels trains on". */
const DENIED_GEOSPATIAL = new RegExp(
  String.raw`\b(?:no|not|never|without|neither|nor)\s+(?:(?:any|all|the|of|on|for|from|with|to|be|used?|uses|using|meant|made|train(?:s|ed|ing)?)\s+){0,6}${GEOSPATIAL_WORDS.source}`,
  'gi',
);
/** Material that is no picture at all. Pictures of any kind may show the earth, so they are not in this list. */
const NO_PICTURE =
  '(?:texts?|language|documents?|books?|articles?|e-?mails?|chats?|conversations?|messages?|tickets?|transcripts?|prose|code|speech|audio|music|voices?|sounds?|tabular|tables?|spreadsheets?|transactions?|payments?|invoices?|prices?|sales|logs?)';
/** Words that may stand beside it and name no material themselves: "public data" may be anything. */
const BESIDE =
  '(?:an?|the|our|its|their|of|for|from|in|and|or|only|own|public|private|licen[cs]ed|internal|synthetic|large|small|web|customer|support|company|historic(?:al)?|clinical|medical|legal|financial|english|multilingual|natural|written|spoken|news|source|recordings?|records?|sets?|data|datasets?|corpus|corpora)';
const NO_PICTURES = new RegExp(String.raw`^(?=.*\b${NO_PICTURE}\b)(?:\W|\b(?:${NO_PICTURE}|${BESIDE})\b)+$`, 'i');

/**
 * Says yes for a text about training on pictures of the earth, no only where the text denies it or names nothing but material
 * without pictures. Anything else stays open: words this reader does not know may well mean such pictures.
 */
function readGeospatial(text: string): Reading {
  if (GEOSPATIAL_WORDS.test(text)) {
    if (NOT_SPECIAL.test(text) || !GEOSPATIAL_WORDS.test(text.replace(DENIED_GEOSPATIAL, ''))) return { trainsOnGeospatialImagery: 'no' };
    return /\btrain(?:s|ing|ed)?\b/i.test(text) ? { trainsOnGeospatialImagery: 'yes' } : {};
  }
  const material = [...text.matchAll(/\btrain\w*\b[^.;]*?\bon\s+([^.;]+)/gi)].map((match) => match[1] ?? '');
  return material.length > 0 && material.every((one) => NO_PICTURES.test(one)) ? { trainsOnGeospatialImagery: 'no' } : {};
}

function readDataset(text: string): Reading {
  if (/\bno\b[^.;]*\btechnical data\b|\bwithout\b[^.;]*\btechnical data\b/i.test(text)) return { technicalDataForListedItems: 'no' };
  const technical =
    (text.match(ENTRY) ?? []).length > 0 ||
    /\btechnical data\b|\b(?:design|layout) (?:files?|data)\b|\brtl\b|\bnetlists?\b|\bblueprints?\b/i.test(text);
  return technical ? { technicalDataForListedItems: 'yes', ...readPurpose('technology', text) } : {};
}

const HANDED_OVER =
  /\b(?:customer|client|user|buyer|engineer)s?\b[^.;]*\b(?:receives?|downloads?|gets?|obtains?|takes?)\b[^.;]*\b(?:weights|code|software|technology|know-how|design\w*|checkpoints?|hardware)\b|\b(?:weights|checkpoints?|code|technology|know-how|design files?)\b[^.;]*\b(?:delivered|handed|transferred|sent|downloaded|shipped|returned)\b|\b(?:explain|teach|disclos|instruct)\w*\b[^.;]*\b(?:design|technology|know-how|production|development)\b/i;

function readService(text: string): Reading {
  const denials = /\b(?:not|never|no)\b\s+(?:\w+\s+){0,2}(?:handed|given|transferred|delivered|shared|sent|leave|downloaded)\b/gi;
  const stays = /\b(?:stays?|remains?|kept)\b/i.test(text) || denials.test(text);
  const handed = HANDED_OVER.test(text.replace(denials, ''));
  return handed && !stays ? { handsOverItem: 'yes' } : stays && !handed ? { handsOverItem: 'no' } : {};
}

/** Reads terms of distribution: a vetted circle or a ban on passing on is not publication. */
export function readDistribution(text: string): Reading {
  const limited =
    /\b(?:vetted|gated|invitation|waiting list|in-?house|internal(?:ly)?|confidential\w*|nda|non-?disclosure|no onward|not (?:be )?(?:shared|passed on|redistributed)|no redistribution|approved \w+|(?:users|partners|customers|clients|researchers|universities|members|employees|staff|subscribers|licensees) only|only (?:for|to) \w+|by (?:application|request|approval)|selected (?:partners|customers)|forbids?|may not|must not|prohibit\w*)\b|\b(?:not|never|no|non)\b[ -](?:\w+ ){0,3}public(?:ly)?\b/i.test(
      text,
    );
  const open = /\banyone\b|\bpublic(?:ly)?\b|\bwithout (?:limits|restriction)/i.test(text);
  return limited ? { publicationUnrestricted: 'no' } : open ? { publicationUnrestricted: 'yes' } : {};
}
