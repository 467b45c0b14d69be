import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../../src-shared/model/release.ts';
import type { Form } from './item.ts';
import { codeOf, type PersonReading } from './person.ts';
import {
  type ActKind,
  actKindOf,
  classifiedOf,
  endToEndOf,
  keysElsewhereOf,
  limitOf,
  placeIn,
  type Said,
  saidOf,
  saidUnder,
  saysFromAfar,
  saysHeldThere,
  saysNothingShown,
  saysOpened,
  saysSourceOrDesign,
  saysTakenApart,
  saysTravel,
  soundCryptographyOf,
  valuesNamed,
} from './words.ts';

export interface ActReading {
  readonly kind: ActKind;
  readonly what: string | null;
  /** Technology or source code was, or would be, revealed or handed over. */
  readonly revealed: Said;
  /** Where the person is. */
  readonly place: string | null;
  /** Where the data lie before the act. */
  readonly dataPlace: string | null;
  /** The data already lie where the person is. */
  readonly heldThere: boolean;
  readonly storedIn: readonly string[];
  readonly encrypted: {
    readonly endToEnd: Said;
    readonly keysElsewhere: Said;
    readonly sound: Said;
    readonly classified: Said;
  };
  readonly aboutTraining: boolean;
  readonly purposeKnown: boolean;
}

const textOf = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value : null);

export function readAct(facts: ReleaseFacts, person: PersonReading, form: readonly Form[], territory: readonly string[]): ActReading {
  const access = facts.access ?? {};
  const what = textOf(access.what);
  const named = actKindOf(textOf(access.kind), what);
  const storedIn = placesOf(access['storedIn'] ?? access['storedAt'] ?? access['storage']);
  const place = placeOf(facts, person, territory);
  const sealed = textOf(access['keys']) !== null || textOf(access['cryptography']) !== null;
  const kind: ActKind = sealed && (storedIn.length > 0 || named === 'moves') ? 'storage' : named;
  const told = [what, textOf(access['note']), textOf(facts['note']), textOf(facts.item?.['note']), textOf(facts.item?.['how'])].join('; ');
  const dataPlace = dataPlaceOf(facts, person, place, territory);
  const cryptography = textOf(access['cryptography']) ?? textOf(access['encryption']);
  const keys = access['keys'] ?? access['keysHeldBy'] ?? access['keyHolder'] ?? access['decryption'];
  const shared = [what, cryptography, textOf(access['endToEnd'])].filter((text) => text !== null).join('; ');
  return {
    kind,
    what,
    revealed: revealedOf(kind, facts, what, form),
    place,
    dataPlace,
    heldThere: heldOf(facts, kind, told, place, dataPlace, territory),
    storedIn: kind === 'storage' && storedIn.length === 0 && named === 'moves' && place !== null ? [place] : storedIn,
    encrypted: {
      endToEnd: endToEnd(access['endToEnd'] ?? access['endToEndEncrypted'], shared, keysSaid(keys)),
      keysElsewhere: keysSaid(keys),
      sound: soundCryptographyOf(cryptography),
      classified: classifiedOf(facts.item?.['classified'] ?? facts.item?.['securityClassification']),
    },
    aboutTraining: /\b(train(s|ing)?|fine.?tun\w*|own model)\b/i.test(`${access.kind ?? ''} ${told}`),
    purposeKnown: isBenignPurpose(facts),
  };
}

const keysSaid = (keys: unknown): Said => {
  if (typeof keys === 'string') return keysElsewhereOf(keys);
  return Array.isArray(keys) ? keysElsewhereOf(keys.join(', ')) : 'unknown';
};

function endToEnd(stated: unknown, text: string, keys: Said): Said {
  if (typeof stated === 'boolean') return stated ? 'yes' : 'no';
  const said = endToEndOf(text === '' ? null : text);
  // Encrypted, and nobody else holds a key: that is what end to end means.
  return said === 'unknown' && keys === 'no' && /\bencrypted\b/i.test(text) ? 'yes' : said;
}

function placesOf(value: unknown): string[] {
  const list = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  return list.flatMap((one) => codeOf(one) ?? placeIn(one) ?? []);
}

/** Whether the act reveals or hands over what controls are about. */
function revealedOf(kind: ActKind, facts: ReleaseFacts, what: string | null, form: readonly Form[]): Said {
  const access = facts.access ?? {};
  const opened = valuesNamed(access, /^(opened|used|viewed|read|inspected|accessed|downloaded)$/).map(({ value }) => saidOf(value));
  const shown = valuesNamed(access, /^(revealed|reveals|shown|shows|technology shown|source shown|disclosed)$/).map(({ value }) =>
    saidOf(value),
  );
  if (opened.includes('yes') || shown.includes('yes')) return 'yes';
  if (kind === 'denied') return 'no';
  if (kind === 'possibility') {
    if (saysOpened(what)) return 'yes';
    const complete = saidUnder(access, /^logs? complete$|^complete logs?$/);
    return complete === 'yes' ? 'no' : 'unknown';
  }
  if (shown.includes('no')) return 'no';
  if (kind === 'visit')
    return saysNothingShown(what) ? 'no' : saysOpened(what) || saysSourceOrDesign(what) || shownAloud(what) ? 'yes' : 'unknown';
  if (kind === 'use') {
    if (saysTakenApart(what)) return form.includes('objectCode') ? 'unknown' : 'yes';
    if (saysSourceOrDesign(what)) return 'yes';
    const served = /\b(api|inference|prompt\w*|quer(y|ies)|chat\w*|embedding\w*|fine.?tun\w*|endpoint|hosted)\b/i.test(
      `${(access.kind ?? '').replace(/([a-z])([A-Z])/g, '$1 $2')} ${what ?? ''}`,
    );
    if (form.includes('weights') && !served && !saysNothingShown(what)) return saysOpened(what) ? 'yes' : 'unknown';
    if (!form.some((one) => one === 'technology' || one === 'sourceCode')) return 'no';
    // Logging in to where know-how lies shows it or not; only words about it settle which.
    return saysNothingShown(what) ? 'no' : saysOpened(what) ? 'yes' : 'unknown';
  }
  if (kind === 'notSaid') return form.every((one) => one === 'service') ? 'unknown' : saysNothingShown(what) ? 'no' : 'unknown';
  if (kind === 'accessInformation') return 'yes';
  if (kind === 'moves') return 'yes';
  // A service that is talk or paper can hand over know-how; its words have to settle it.
  if (form.every((one) => one === 'service'))
    return saysNothingShown(what) ? 'no' : saysSourceOrDesign(what) || shownAloud(what) || saysOpened(what) ? 'yes' : 'unknown';
  return saysNothingShown(what) && !saysOpened(what) ? 'no' : 'yes';
}

const shownAloud = (what: string | null): boolean =>
  /\b(explain|demonstrat|discuss|shown? (the )?(process|steps|design|layout|recipe|parameters|settings))/i.test(what ?? '');

/** Where the person is: what the log says about this act goes before where they usually are. */
function placeOf(facts: ReleaseFacts, person: PersonReading, territory: readonly string[]): string | null {
  const from = codeOf(facts.access?.from);
  const usual = person.locatedIn;
  if (usual === null || from === null) return usual ?? from;
  if (usual === from) return usual;
  // One of both is where the data lie. At home and abroad: what is abroad is the person, or the act would stay at home.
  if (territory.includes(usual)) return from;
  if (territory.includes(from)) return usual;
  return saysTravel(textOf(facts.access?.what)) ? from : usual;
}

function dataPlaceOf(facts: ReleaseFacts, person: PersonReading, place: string | null, territory: readonly string[]): string | null {
  const stated = [
    facts.item?.['location'],
    facts.item?.['locatedIn'],
    facts.item?.['heldIn'],
    facts.item?.['storedIn'],
    facts.access?.['dataIn'],
    facts.access?.['server'],
    facts.access?.['storedIn'],
    facts.access?.['to'],
  ]
    .map((value) => codeOf(value) ?? placeIn(value))
    .find((code) => code !== null);
  if (stated !== undefined && stated !== null) return stated;
  const from = codeOf(facts.access?.from);
  if (from === null || from === place || person.locatedIn === null) return null;
  return territory.includes(from) || person.locatedIn === place ? from : null;
}

/** Whether the data already lie with the people abroad, so that showing them there sends nothing. */
function heldOf(
  facts: ReleaseFacts,
  kind: ActKind,
  told: string,
  place: string | null,
  dataPlace: string | null,
  territory: readonly string[],
): boolean {
  if (place === null || territory.includes(place)) return false;
  if (dataPlace !== null) return dataPlace === place;
  if (saysHeldThere(told)) return true;
  const authorised = textOf(facts.authorisation?.type);
  if (
    authorised !== null &&
    !/^(none|no|unknown|not applicable|n\/a)$/i.test(authorised.trim()) &&
    /firm|compan|entit|recipient|subsidiar|site|employer/i.test(`${authorised} ${textOf(facts.authorisation?.['covers']) ?? ''}`)
  )
    return true;
  if (saysFromAfar(told)) return false;
  return (
    kind === 'visit' ||
    /\b(conversation|talk|meeting|whiteboard|oral|discussion|drawings?|lab ?notes?|presentation|lecture|paper)\b/i.test(
      (facts.access?.kind ?? '').replace(/([a-z])([A-Z])/g, '$1 $2'),
    )
  );
}

/** Purpose and end user are both told, and neither is one of those the training statement is about. */
function isBenignPurpose(facts: ReleaseFacts): boolean {
  const scope = { access: facts.access, purpose: facts['purpose'], endUse: facts['endUse'], endUser: facts['endUser'] };
  const purpose = valuesNamed(scope, /purpose|end use$/).filter(({ value }) => typeof value === 'string' && saidOf(value) === 'yes');
  const user = valuesNamed(scope, /end user|for whom/).filter(({ value }) => typeof value === 'string' && saidOf(value) === 'yes');
  const bad = [...purpose, ...user].some(({ value }) =>
    /milit|weapon|intelligence|defen[cs]e|missile|nuclear|surveil/i.test(String(value)),
  );
  return purpose.length > 0 && user.length > 0 && !bad;
}

export interface OutsideReading {
  readonly published: Said;
  readonly patents: Said;
  readonly research: Said;
  readonly teaching: Said;
}

/** Whether something takes the information out of the regulations. `unknown` only where it was brought up or left open. */
export function readOutside(facts: ReleaseFacts, on: IsoDate, form: readonly Form[]): OutsideReading {
  return {
    published: publishedOf(facts, on, form),
    patents: patentsOf(facts),
    research: researchOf(facts),
    teaching: teachingOf(facts),
  };
}

function publishedOf(facts: ReleaseFacts, on: IsoDate, form: readonly Form[]): Said {
  const item = facts.item ?? {};
  const what = textOf(facts.access?.what) ?? '';
  if (form.every((one) => one === 'hardware' || one === 'service') && item.published !== true) return 'no';
  if (item.published === null || item.published === undefined) return 'unknown';
  const said = saidOf(item.published);
  if (said !== 'yes') return said;
  const day = [item['publishedOn'], item['publishedAt'], item['publicationDate'], item['publishedSince']].find(
    (value) => typeof value === 'string',
  );
  if (typeof day === 'string' && day.slice(0, 10) > on) return 'no';
  if (
    /\b(unpublished|beyond (the|what)|not in the (paper|article|publication)|more than (the|what)|additional (unpublished )?(details|data))\b/i.test(
      what,
    ) &&
    !/\bonly\b/i.test(what)
  )
    return 'no';
  const where = [item['where'], item['publishedWhere'], item['access']].filter((value) => typeof value === 'string').join(' ');
  if (
    /\b(nda|non-?disclosure|vetted|invited|closed \w+|private|by invitation|selected \w+|portal|members? only|customers? only|internal|confidential|under agreement|restricted)\b/i.test(
      where,
    )
  )
    return 'no';
  const encryption = /\b5[DE]002\b/i.test(item.classification ?? '') || (item.reasons ?? []).some((reason) => /^\s*EI\b/i.test(reason));
  if (encryption && form.some((one) => one === 'sourceCode' || one === 'objectCode')) return publishedCode(facts);
  return 'yes';
}

/** Published encryption code leaves the regulations with standard cryptography, or once the notice was sent. */
function publishedCode(facts: ReleaseFacts): Said {
  const standard = saidUnder(facts.item, /^standard crypto(graphy)?$/);
  const notice = saidUnder(facts.item, /notice/);
  const text = JSON.stringify(facts.item ?? {}).toLowerCase();
  const odd = standard === 'no' || /non.?standard|home.?made|own cipher|proprietary (cipher|crypto|algorithm)/.test(text);
  if (odd) return notice === 'yes' ? 'yes' : notice;
  const common = /\b(aes|rsa|tls|ecdh|ecdsa|sha-?\d|chacha|openssl|standard (cryptograph|algorithm|cipher))/.test(text);
  return standard === 'yes' || common ? 'yes' : 'unknown';
}

function patentsOf(facts: ReleaseFacts): Said {
  const access = facts.access ?? {};
  const kind = `${access.kind ?? ''}`.toLowerCase();
  const text =
    `${access.what ?? ''} ${textOf(facts.item?.['where']) ?? ''} ${textOf(facts.item?.['source']) ?? ''} ${textOf(facts.item?.['arisesFrom']) ?? ''}`.toLowerCase();
  const own = [facts['patent'], facts['patents'], facts['standards'], facts.item?.['patent']].filter(
    (value) => value !== undefined && value !== null,
  );
  const about = /patent/.test(kind) || /patent/.test(text) || own.length > 0;
  if (about) {
    const all = `${text} ${own.map((value) => JSON.stringify(value)).join(' ')}`.toLowerCase();
    if (
      /\b(draft|unfiled|not (yet )?filed|invention disclosure|before filing|secrecy order|unpublished|not (yet )?(open|published)|beyond the (patent|application))\b/.test(
        all,
      )
    )
      return 'no';
    if (/\b(published|granted|open|issued|public|available from (a|the) patent office)\b/.test(all)) return 'yes';
    return /patent/.test(kind) || own.length > 0 ? 'unknown' : 'no';
  }
  if (/standard/.test(kind) || /\bstandards? (body|organi[sz]ation|meeting|work|committee)\b/.test(text)) {
    if (/\b(not (to be )?published|no intent|private consortium|closed consortium|unpublished)\b/.test(text)) return 'no';
    return /\b(published|publication|public|intended to be published|will be published)\b/.test(text) ? 'yes' : 'unknown';
  }
  return 'no';
}

function researchOf(facts: ReleaseFacts): Said {
  const research = facts['research'];
  const from = textOf(facts.item?.['arisesFrom']) ?? '';
  if (typeof research !== 'object' || research === null) {
    const flag = facts.item?.['fundamentalResearch'] ?? facts['fundamentalResearch'];
    if (flag !== undefined && flag !== null) return saidOf(flag);
    return /\b(fundamental|basic|open|university) research\b/i.test(from) ? 'unknown' : 'no';
  }
  const record = research as Readonly<Record<string, unknown>>;
  const settled = saidOf(record['fundamental'] ?? null);
  if (settled !== 'unknown') return settled;
  const text = `${from} ${JSON.stringify(record)}`;
  if (
    /\b(under (an? )?(nda|non-?disclosure|secrecy|confidentiality)|received in confidence|secret inputs?|proprietary inputs? (of|from)|sponsor'?s? (controlled|proprietary) (technology|data|inputs?))\b/i.test(
      text,
    )
  )
    return 'no';
  const publication = record['intendedForPublication'] ?? record['toBePublished'];
  const intended: Said =
    typeof publication === 'string' && /consent|approval|only (with|if|after)|permission/i.test(publication)
      ? 'no'
      : saidOf(publication ?? null);
  const limits = [
    record['publicationLimits'] ?? record['publicationRestrictions'],
    record['nationalityLimits'] ?? record['participationLimits'] ?? record['accessLimits'],
  ].map(limitOf);
  if (intended === 'no' || limits.includes('lasting')) return 'no';
  if (intended === 'unknown' || limits[0] === 'unknown') return 'unknown';
  return limits[1] === 'temporary' || limits[1] === 'unknown' ? 'unknown' : 'yes';
}

function teachingOf(facts: ReleaseFacts): Said {
  const access = facts.access ?? {};
  const kind = (access.kind ?? '').replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  const text = `${kind} ${access.what ?? ''} ${JSON.stringify(facts['course'] ?? facts['teaching'] ?? '')}`.toLowerCase();
  const about = /\b(teaching|lecture|course|class|seminar|classroom|teaching lab\w*)\b/.test(text);
  if (!about) return 'no';
  if (
    /\b(not (a |in the )?catalogu?e|in-house|company (training|course)|internal (training|course)|customer training|invited|one-off|private)\b/.test(
      text,
    )
  )
    return 'no';
  const institution = /\b(universit|college|academ|school|institute of technology)/i.test(`${facts.person?.employer?.name ?? ''} ${text}`);
  if (/\bcatalogu?e/.test(text)) return institution ? 'yes' : 'unknown';
  return /\b(lecture|course|class|teaching|seminar)\b/.test(kind) && institution ? 'unknown' : 'no';
}
