import { hidesPeople, leavesOut, type Redaction } from '../../../src-shared/model/redaction.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { type Connection, untilChanged, untilChangedInSlices } from '../db/index.ts';
import { mapInSlices } from '../jobs/index.ts';
import { adviceOnRecord, type PeopleOnRecord, peopleInSteps } from './people-on-record.ts';

/** Takes out of a report's texts what its reader may not see. Where nothing is withheld, every text stays as it is. */
export interface Hider {
  /** A field that holds a person's name or account: initials, or a mark. Empty stays empty. */
  readonly person: (name: string) => string;
  /** Text that people wrote: whole names and parts of them, accounts, mail addresses, and attorney advice. */
  readonly words: (text: string) => string;
  /** Any text of the product, words of the law among them: parts of names only where people are withheld, since they may be ordinary words. */
  readonly rest: (text: string) => string;
}

const mark = english['redaction.mark'];
const adviceMark = english['redaction.adviceMark'];

/** Shortest sign that is looked for in free text: a shorter one would also hit ordinary words. */
const shortest = 3;

const mailAddress = /[\p{L}\p{N}._%+-]+@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}/gu;
const months = new Set(['April', 'August', 'Jan', 'June', 'March', 'May']);

/** `Priya Raman` as `P. R.`. A name in a script without case keeps its first sign of each part. */
export function initialsOf(name: string): string {
  const parts = name
    .trim()
    .split(/[\s]+/u)
    .filter((part) => /[\p{L}\p{N}]/u.test(part));
  return parts.length === 0 ? '–' : parts.map((part) => `${[...part.replace(/^[^\p{L}\p{N}]+/u, '')][0] ?? '–'}.`).join(' ');
}

/** What hides in the reports of a workspace, by everything that is on record there. The same one until something is written. */
export function hiderFor(workspace: Connection, redaction: Redaction): Hider {
  if (!hidesPeople(redaction) && !leavesOut(redaction, 'legalAdvice')) return shownHider;
  return untilChanged(workspace, NAME, keyOf(redaction), () => ended(hiderInSteps(workspace, redaction)));
}

/** Reads a part at a time what `hiderFor` then has at hand. */
export async function readHider(session: () => Connection, redaction: Redaction, pause: () => Promise<void>): Promise<void> {
  if (!hidesPeople(redaction) && !leavesOut(redaction, 'legalAdvice')) return;
  await untilChangedInSlices(session, NAME, keyOf(redaction), pause, async (turn) => {
    const steps = hiderInSteps(session(), redaction);
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done === true) return step.value;
      await turn();
      // A lock meanwhile ends it here.
      session();
    }
  });
}

const NAME = 'hider';
const keyOf = (redaction: Redaction): string => `${redaction.people} ${leavesOut(redaction, 'legalAdvice')}`;

function* hiderInSteps(workspace: Connection, redaction: Redaction): Generator<undefined, Hider> {
  const people = hidesPeople(redaction) ? yield* peopleInSteps(workspace) : { roster: [], typed: [], signs: [] };
  const advice = leavesOut(redaction, 'legalAdvice') ? adviceOnRecord(workspace) : [];
  yield;
  return yield* createdInSteps(redaction, { ...people, advice });
}

/** What comes of steps that are taken in one go. */
function ended<T>(steps: Generator<undefined, T>): T {
  for (let step = steps.next(); ; step = steps.next()) if (step.done === true) return step.value;
}

const asIs = (text: string): string => text;

/** Hides nothing. */
export const shownHider: Hider = { person: asIs, words: asIs, rest: asIs };

/** Hides what it is given. The work for a text does not grow with the number of names. */
export const createHider = (redaction: Pick<Redaction, 'people'>, known: Known): Hider => ended(createdInSteps(redaction, known));

type Known = PeopleOnRecord & { readonly advice: readonly string[] };

function* createdInSteps({ people }: Pick<Redaction, 'people'>, { roster, typed, signs, advice }: Known): Generator<undefined, Hider> {
  const shown = people === 'withheld' ? () => mark : initialsOf;
  // A single word, such as a letter that was called Memo, gives no advice away.
  const said = advice.filter((text) => !isOneWord(text)).map((find): Entry => ({ find, put: adviceMark, exact: true }));
  // A name or an account is the same in any case; a single word of letters only in its own, since it may be an ordinary word.
  const whole = (texts: readonly string[]) =>
    texts.flatMap((find): Entry[] => (isLongEnough(find) ? [{ find, put: shown(find), exact: isOneWord(find) }] : []));
  const partsOf = (names: readonly string[]) =>
    names.flatMap((name) =>
      name
        .split(/\s+/u)
        .filter((part) => [...part].length >= shortest)
        .flatMap((part): Entry[] => [part, part.toLocaleUpperCase()].map((find) => ({ find, put: shown(part), exact: true }))),
    );
  const mail = (text: string) => (people === 'shown' ? text : text.replace(mailAddress, people === 'withheld' ? mark : '–'));
  const words = [...said, ...whole([...roster, ...typed, ...signs]), ...partsOf([...roster, ...typed])];
  yield;
  const inWords = yield* createReplacer(words);
  const inRest = yield* createReplacer(
    people === 'withheld'
      ? [...said, ...whole([...roster, ...typed, ...signs]), ...partsOf(roster)]
      : // An owner called Engineering, an account called backup: initials in their place would only spoil the product's own words.
        [...said, ...whole([...roster, ...typed.filter((text) => !isOneWord(text)), ...signs.filter((text) => !isOneWord(text))])],
  );
  return {
    person: (name) => (people === 'shown' || name.trim() === '' ? name : shown(name)),
    words: (text) => inWords(mail(text)),
    rest: (text) => inRest(people === 'withheld' ? mail(text) : text),
  };
}

/** A text to look for and what stands in its place; `exact` asks for the same capitals. */
interface Entry {
  readonly find: string;
  readonly put: string;
  readonly exact: boolean;
}

/** Scripts that put no space between words, so that a name can begin anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** A single word of letters, which may be an ordinary one. */
const isOneWord = (text: string): boolean => /^\p{L}+$/u.test(text) && !unspaced.test(text);

/** Shorter signs would also hit ordinary words; a name in Han signs has two. */
const isLongEnough = (find: string): boolean => [...find].length >= (unspaced.test(find) ? 2 : shortest);

/** A word, or in scripts without spaces a sign: where a text that is looked for can begin. */
const beginnings =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}])[\p{L}\p{N}])+/gu;

/** Entries taken in before a step ends. */
const entriesAStep = 1000;

/**
 * Replaces texts inside a text, the longest first, where no letter or digit follows or goes before; in scripts without spaces anywhere. Reads each text
 * once, whatever the number of entries: words are looked up, not each entry tried.
 */
function* createReplacer(entries: readonly Entry[]): Generator<undefined, (text: string) => string> {
  const same = new Map<string, string>();
  const anyCase = new Map<string, string>();
  const lengths = new Map<string, Set<number>>();
  for (const [place, { find: written, put, exact }] of entries.entries()) {
    if (place % entriesAStep === 0) yield;
    for (const find of new Set([written.normalize('NFC'), written.normalize('NFD')])) {
      const first = find.match(beginnings)?.[0];
      if (first === undefined) continue;
      const puts = exact || find.toLowerCase().length !== find.length ? same : anyCase;
      const key = puts === same ? find : find.toLowerCase();
      if (puts.has(key)) continue;
      puts.set(key, put);
      // Signs before the first word (a quotation mark, a backslash) belong to the text that is found.
      const ahead = Math.min(find.indexOf(first), 63);
      lengths.set(first.toLowerCase(), (lengths.get(first.toLowerCase()) ?? new Set()).add(find.length * 64 + ahead));
    }
  }
  yield;
  if (lengths.size === 0) return asIs;
  const found = new Map([...lengths].map(([key, set]) => [key, [...set].sort((a, b) => b - a)]));
  return (text) => {
    let shown = '';
    let from = 0;
    for (const { 0: word, index } of text.matchAll(beginnings)) {
      if (index < from) continue;
      for (const packed of found.get(word.toLowerCase()) ?? []) {
        const start = index - (packed % 64);
        const end = start + Math.floor(packed / 64);
        if (start < from || end > text.length) continue;
        const slice = text.slice(start, end);
        const put = same.get(slice) ?? anyCase.get(slice.toLowerCase());
        if (put === undefined || !isWhole(text, start, end) || isDate(text, start, end)) continue;
        shown += text.slice(from, start) + put;
        from = end;
        break;
      }
    }
    return from === 0 ? text : shown + text.slice(from);
  };
}

/** Whether no word goes on before or behind a place. */
function isWhole(text: string, start: number, end: number): boolean {
  const goesOn = (inside: string, outside: string) =>
    /[\p{L}\p{N}]/u.test(inside) && /[\p{L}\p{N}]/u.test(outside) && !unspaced.test(inside) && !unspaced.test(outside);
  return !goesOn(text.charAt(start), text.charAt(start - 1)) && !goesOn(text.charAt(end - 1), text.charAt(end));
}

/** A month beside a number is a date, whoever bears that name. */
const isDate = (text: string, start: number, end: number): boolean =>
  months.has(text.slice(start, end)) && (/\d\s$/.test(text.slice(Math.max(0, start - 2), start)) || /^\s\d/.test(text.slice(end, end + 2)));

/** Every text of a value replaced; keys, numbers and pictures stay. */
export function hiddenIn<T>(value: T, replace: (text: string) => string): T {
  if (typeof value === 'string') return (value.startsWith('data:image/') ? value : replace(value)) as T;
  if (Array.isArray(value)) return value.map((each) => hiddenIn(each, replace)) as T;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, hiddenIn(each, replace)])) as T;
}

/** The same for a value with long lists in it, with chances for other requests between their rows; `deep` levels below it are looked at for them. */
export async function hiddenInSlices<T>(value: T, replace: (text: string) => string, pause: () => Promise<void>, deep = 3): Promise<T> {
  if (replace === asIs) return value;
  await pause();
  if (deep === 0 || typeof value !== 'object' || value === null) return hiddenIn(value, replace);
  if (Array.isArray(value) && value.length > fewRows) return (await mapInSlices(value, pause, (each) => hiddenIn(each, replace))) as T;
  const members: [string, unknown][] = [];
  for (const [key, each] of Object.entries(value)) members.push([key, await hiddenInSlices(each, replace, pause, deep - 1)]);
  return (Array.isArray(value) ? members.map(([, each]) => each) : Object.fromEntries(members)) as T;
}

/** Lists no longer than this are worth looking into, member by member. */
const fewRows = 60;
