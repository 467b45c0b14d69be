/** What an act amounts to, as far as its name and description say. */
export type ActKind = 'reveals' | 'moves' | 'use' | 'possibility' | 'denied' | 'storage' | 'accessInformation' | 'visit' | 'notSaid';

const words = (text: string): string => text.replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();

/** Names of acts, by what they amount to. Order matters: the first list that holds the name decides. */
const actNames: readonly (readonly [ActKind, RegExp])[] = [
  ['denied', /\b(denied|blocked|refused|fail(ed)?( login| attempt)?)\b/],
  ['storage', /\b(storage|store|stored|backup|archive|replicat\w*|mirror|sync|at rest)\b/],
  ['accessInformation', /\b(password|credential\w*|secret|token|access information|decryption key|key handover|keys?)\b/],
  ['possibility', /\b(permission\w*|entitlement|access right\w*|potential|possibility|role grant|group membership|account exists)\b/],
  [
    'moves',
    /\b(download\w*|export|copy|copied|clone|email\w*|e mail|mail|send\w*|sent|transfer\w*|upload\w*|ship\w*|carr\w+|usb|laptop|hand over|fetch|pull)\b/,
  ],
  [
    'use',
    /\b(api( .*)?|inference|query|queries|prompt\w*|chat\w*|cluster\w*|login|log in|sign in|use|run|runs|execut\w*|compute|rental|iaas|saas|fine ?tun\w*|embedding\w*|endpoint|hosted|job|jobs|training run|remote compute|benchmark\w*)\b/,
  ],
  ['visit', /\b(visit\w*|tour|walk ?through|plant|open day)\b/],
  [
    'reveals',
    /\b(drawing\w*|file|files|repositor\w*|repo|source|code|conversation|talk|talks|interview|seminar|workshop|conference|phone|telephone|call|video|meeting|discussion|oral|presentation|whiteboard|screen\w*|share|lab|notes?|notebook\w*|log|logs|card|document\w*|doc|docs|read\w*|view\w*|open\w*|inspect\w*|weights?|checkpoint\w*|training|lecture|course|class|teaching|mentor\w*|review|pair programming|folder|data|wiki|ticket|paper|patent\w*|standard\w*|publication|demo\w*|repository|dataset|database|spreadsheet|report|manual|specification\w*|recipe\w*|design\w*|layout|blueprint\w*|schematic\w*|netlist|desktop)\b/,
  ],
];

/** Reads the kind of an act from its name, and where that says nothing from its description. */
export function actKindOf(kind: string | null, what: string | null): ActKind {
  const name = words(kind ?? '');
  const byName = actNames.find(([, pattern]) => pattern.test(name))?.[0];
  if (byName !== undefined) return byName;
  const described = words(what ?? '');
  return actNames.find(([, pattern]) => pattern.test(described))?.[0] ?? 'notSaid';
}

const has = (text: string | null, pattern: RegExp): boolean => text !== null && pattern.test(text.toLowerCase());

const NOTHING_SHOWN =
  /\b(sees?|saw|seen|shown?|shows?|reveal(s|ed)?|discloses?d?|exposes?d?|view(s|ed)?)\b[^.;,]{0,30}\b(no|nothing|none|neither)\b|\b(no|nothing|none|without|neither|never)\b[^.;]{0,40}\b(shown|seen|reveal\w*|disclos\w*|visible|exposed|source|technolog\w*|technical (data|detail|content)s?|details?|opened|read|inspected)\b|\bcannot (see|read|open)\b|\bdoes not (see|reveal|show|open|read)\b|\bonly (the )?(outside|exterior|housing|public)\b/;
const OPENED =
  /\b(opened|opens|read|reads|reading|clones?d?|download(s|ed)?|pull(s|ed)?|copie[sd]|copies|inspect(s|ed)?|view(s|ed)?|looked at|studies|studied|decompil\w+|disassembl\w+|reverse.engineer\w+)\b/;

/** The description says that nothing was revealed. */
export const saysNothingShown = (what: string | null): boolean => has(what, NOTHING_SHOWN);
/** What somebody could have done is not what they did. */
const withoutCould = (what: string | null): string | null =>
  what === null
    ? null
    : what.replace(
        /\b(could|can|may|might|would|able to|allowed to|entitled to|right to|permitted to|permission to|rights? to)\s+\w+((,| and| or)\s*\w+)*/gi,
        ' ',
      );
/** The description says that something was opened, read, copied or taken apart. */
export const saysOpened = (what: string | null): boolean => has(withoutCould(what), OPENED) && !saysNothingShown(what);
export const saysTakenApart = (what: string | null): boolean => has(what, /\b(decompil|disassembl|reverse.engineer)/);
export const saysSourceOrDesign = (what: string | null): boolean =>
  has(
    what,
    /\b(source( code)?|design (data|files?|documents?)|drawings?|weights? files?|downloads? (the )?(tuned |resulting |trained |fine-tuned )?(weights|checkpoint|model)|architecture documents?|training code)\b/,
  ) && !saysNothingShown(what);

/** The technology comes over a wire from elsewhere. */
export const saysFromAfar = (text: string | null): boolean =>
  has(
    text,
    /\b(over the (network|internet|wire|vpn)|remote(ly)?|vpn|(us|u\.s\.|american|head ?office|headquarters)('s)? (server|repository|data ?cent(re|er)|cloud)|server files in the us|from the (us|united states)|in the (us|united states)|download\w*|video call|e-?mail(s|ed)?|sends?|sent|transmit\w*)\b/,
  );
/** The technology already lies, lawfully or not, with the people abroad. */
export const saysHeldThere = (text: string | null): boolean =>
  has(
    text,
    /\b(reached the (firm|company|site)|already (held|there|in|at|received)|lawfully (held|received|exported)|received (by|under|earlier)|local (server|copy|copies|file|network|drive|repository)|held (by|at|in) the (firm|company|subsidiary|site)|the firm (got|received|holds)|on site|in-house|on the premises|kept at|inside the (office|plant|firm|company))\b/,
  );
export const saysTravel = (text: string | null): boolean =>
  has(text, /\b(travel(s|ling|ing|led|ed)?|trip|abroad|conference in|holiday|vacation|visiting|on the road)\b/);

/** A free answer as yes, no or unknown. */
export type Said = 'yes' | 'no' | 'unknown';

const NO_WORDS =
  /^(no|none|nothing|never|false|not|n\/a|without|nobody|missing|absent|refused|unsigned)\b|\bnot (done|signed|given|in place|screened|met|held)\b/;
const OPEN_WORDS = /\b(unknown|unclear|not (known|clear|stated|recorded)|pending|to be|tbc|tbd|silent|maybe|partly|in part|planned|\?)/;

/** Reads a boolean, a list or a sentence as an answer. Nothing said is unknown. */
export function saidOf(value: unknown): Said {
  if (value === true) return 'yes';
  if (value === false) return 'no';
  if (Array.isArray(value)) return value.length > 0 ? 'yes' : 'no';
  if (typeof value === 'number') return value > 0 ? 'yes' : 'no';
  if (typeof value !== 'string' || value.trim() === '') return 'unknown';
  const text = value.trim().toLowerCase();
  if (OPEN_WORDS.test(text)) return 'unknown';
  return NO_WORDS.test(text) ? 'no' : 'yes';
}

/** Every value in a structure whose own name fits, with the name; nested objects are walked. */
export function valuesNamed(facts: unknown, name: RegExp, depth = 0): { readonly key: string; readonly value: unknown }[] {
  if (typeof facts !== 'object' || facts === null || depth > 4) return [];
  return Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([key, value]) => {
      const own = name.test(words(key)) ? [{ key, value: value as unknown }] : [];
      return [...own, ...(Array.isArray(value) ? [] : valuesNamed(value, name, depth + 1))];
    });
}

/** The answer under any name that fits; several that differ are unknown. */
export function saidUnder(facts: unknown, name: RegExp): Said {
  const found = valuesNamed(facts, name)
    .filter(({ value }) => typeof value !== 'object' || Array.isArray(value))
    .map(({ value }) => saidOf(value));
  if (found.length === 0) return 'unknown';
  if (found.includes('no')) return 'no';
  return found.includes('unknown') ? 'unknown' : 'yes';
}

/** What limits on publication or participation amount to under the fundamental-research rule. */
export function limitOf(value: unknown): 'none' | 'temporary' | 'lasting' | 'unknown' {
  if (value === false) return 'none';
  if (value === true) return 'lasting';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : 'lasting';
  if (typeof value !== 'string' || value.trim() === '') return 'unknown';
  const text = value.trim().toLowerCase();
  if (OPEN_WORDS.test(text)) return 'unknown';
  if (/^(no|none|nothing|never)\b/.test(text) && !/\bno (foreign|citizens?|nationals?|publication)\b/.test(text)) return 'none';
  if (
    /\b(may|can|could|right to|power to|must|needs?|has to|only)\b[^.]{0,40}\b(refuse|withhold|veto|forbid|approv\w*|consent|stop|block|prevent|agree)\b|\b(approval|consent|veto|permission)\b/.test(
      text,
    )
  )
    return 'lasting';
  if (
    /\b(review|look|look-through|delay|hold|days?|weeks?)\b/.test(text) &&
    /\b(patent\w*|proprietary|confidential|own (inputs?|data|secrets?|information)|sponsor('|’)?s?|days?|weeks?|short|brief)\b/.test(text)
  )
    return 'temporary';
  return 'lasting';
}

/** Whether encryption holds to the end. */
export function endToEndOf(text: string | null): Said {
  if (text === null) return 'unknown';
  const low = text.toLowerCase();
  if (
    /\b(only in transit|in transit only|tls only|transport (layer )?encryption|at rest only|only at rest|not end.to.end|not encrypted|unencrypted|plain ?text|without encryption|no encryption|server.side)\b/.test(
      low,
    )
  )
    return 'no';
  if (/\bend.to.end|client.side|zero.knowledge|before (upload|leaving|they leave)\b/.test(low)) return 'yes';
  return 'unknown';
}

const OTHERS = 'provider|third part\\w+|vendor|host(er|ing)?|escrow|recipient|partner|administrators?|reseller|contractor';
const DENIED = new RegExp(
  `\\b(${OTHERS})\\b[^.;,]{0,20}\\b(no|not|cannot|never|neither)\\b[^.;,]*|\\b(no|not|never|without|nobody|neither|cannot)\\b[^.;,]*`,
  'g',
);
const ELSEWHERE = new RegExp(`\\b(${OTHERS}|shared|handed|given|cop(y|ies)|cloud)\\b`);

/** Whether others than the owner can decrypt. Somebody else who is named counts unless the words deny it. */
export function keysElsewhereOf(text: string | null): Said {
  if (text === null) return 'unknown';
  const low = text.toLowerCase();
  const affirmed = low.replace(DENIED, ' ');
  if (ELSEWHERE.test(affirmed.replace(/customer.managed/g, ' '))) return 'yes';
  if (/\b(owner|company|exporter|us|we|own|self|customer.managed|in-house|internally)\b/.test(affirmed)) return 'no';
  // Only a denial that somebody else holds them says that nobody does.
  return (affirmed !== low && ELSEWHERE.test(low)) || /\bnever leaves? (the |our )?(company|owner|exporter|premises)\b/.test(low)
    ? 'no'
    : 'unknown';
}

/** Whether the cryptography is good enough for the storage rule. */
export function soundCryptographyOf(text: string | null): Said {
  if (text === null) return 'unknown';
  const low = text.toLowerCase();
  if (
    /\b(not (fips|validated|certified)|proprietary|home.?made|home.?grown|own cipher|custom|des\b|rc4|md5|xor|weak|outdated|obsolete|zip password|password.protected|none)\b/.test(
      low,
    ) &&
    !/equivalent|equally effective/.test(low)
  )
    return 'no';
  if (/\bfips|nist|equally effective|equivalent/.test(low)) return 'yes';
  return 'unknown';
}

export const classifiedOf = (value: unknown): Said => (value === undefined || value === null ? 'unknown' : saidOf(value));

/** A country code inside a short text such as `US data centre`. */
export function placeIn(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const code = /^\s*([A-Z]{2})\b/.exec(value)?.[1] ?? /\bin ([A-Z]{2})\b/.exec(value)?.[1];
  return code ?? null;
}
