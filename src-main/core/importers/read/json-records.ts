import { Refusal } from './refuse.ts';

/** How records lie in a JSON text. */
export type JsonLayout =
  /** One object after another: one a line, or pretty-printed over many. */
  | { readonly is: 'sequence' }
  /** `[ {…}, {…} ]`, or several such arrays one after another. */
  | { readonly is: 'array' }
  /** `{"Records": [ {…}, … ], …}`, or several such pages one after another. */
  | { readonly is: 'wrapped'; readonly key: string };

/** Names under which APIs and exports wrap their list of records. */
const wrapperKeys = ['Records', 'records', 'value', 'items', 'data', 'entries', 'logs', 'results', 'registered_models', 'runs'];

/** Tells the layout from the beginning of the text. An object with a list under one of the usual names wraps; any other is itself a record. */
export function jsonLayout(start: string): JsonLayout {
  const text = start.trimStart();
  if (text.startsWith('[')) return { is: 'array' };
  let found: string | null = null;
  const scan = createScanner(Number.POSITIVE_INFINITY);
  let key = '';
  let ended = false;
  scan.feed(text, {
    text: (depth, from, to) => {
      if (depth === 1) key = text.slice(from + 1, to);
    },
    open: (depth, at, mark) => {
      // A list of things that are no objects is a value of a record, not a list of records.
      if (!ended && depth === 2 && mark === '[' && wrapperKeys.includes(key) && /^\s*(\{|\]|$)/.test(text.slice(at + 1, at + 200)))
        found ??= key;
    },
    close: (depth) => {
      if (depth === 0) ended = true;
    },
  });
  return found === null ? { is: 'sequence' } : { is: 'wrapped', key: found };
}

export interface JsonText {
  /** From 1, in the order of the file. */
  readonly index: number;
  readonly text: string;
}

export interface RecordSplitter {
  /** Takes the next piece and hands over every record that is complete by now. Throws a `Refusal` for nesting or length beyond the limits. */
  feed(chunk: string, take: (record: JsonText) => void): void;
  /** True when the text ended inside a record: it was cut short. */
  end(): boolean;
}

const maxDepth = 256;

/** True for a JSON text that nests deeper than any export: what is spread out from it later would overrun the stack. */
export function isTooDeep(text: string): boolean {
  if (text.length < 2 * maxDepth) return false;
  try {
    createScanner().feed(text, { text: nothing, open: nothing, close: nothing });
    return false;
  } catch (cause) {
    if (cause instanceof Refusal) return true;
    throw cause;
  }
}

const nothing = () => undefined;

/**
 * Cuts a JSON text into the texts of its records without parsing them, so that memory holds one record at a time and a broken one spoils no other.
 * What stands between records (commas, blanks, the rest of a page) is passed over.
 */
export function createRecordSplitter(layout: JsonLayout, recordChars: number): RecordSplitter {
  const recordDepth = layout.is === 'sequence' ? 1 : layout.is === 'array' ? 2 : 3;
  const scan = createScanner();
  let held = '';
  let start = -1;
  let index = 0;
  let key = '';
  let inList = layout.is !== 'wrapped';
  return {
    feed(chunk, take) {
      const from = held.length;
      const text = held === '' ? chunk : held + chunk;
      scan.feed(
        text,
        {
          text: (depth, textFrom, to) => {
            if (layout.is === 'wrapped' && depth === 1) key = text.slice(textFrom + 1, to);
          },
          open: (depth, at, mark) => {
            if (layout.is === 'wrapped' && depth === 2) inList = mark === '[' && key === layout.key;
            if (depth === recordDepth && inList && mark === '{' && start === -1) start = at;
          },
          close: (depth, at) => {
            if (depth === recordDepth - 1 && start !== -1) {
              index += 1;
              take({ index, text: text.slice(start, at + 1) });
              start = -1;
            }
            if (layout.is === 'wrapped' && depth === 1) inList = false;
          },
        },
        from,
      );
      const keepFrom = start !== -1 ? start : scan.textStart(text.length);
      held = text.slice(keepFrom);
      if (held.length > recordChars) throw new Refusal('limitRecord', null, recordChars);
      if (start !== -1) start = 0;
      scan.moved(keepFrom);
    },
    end: () => start !== -1 || scan.depth() > 0,
  };
}

interface ScanEvents {
  /** A string, from its opening to its closing quote. */
  text(depth: number, from: number, to: number): void;
  /** `depth` counts the opened one. */
  open(depth: number, at: number, mark: '{' | '['): void;
  /** `depth` is what is left. */
  close(depth: number, at: number): void;
}

interface Scanner {
  feed(text: string, on: ScanEvents, from?: number): void;
  depth(): number;
  /** Where the text that is still needed begins: a string that is not closed yet, else the end. */
  textStart(end: number): number;
  /** The text lost so many characters at its start. */
  moved(by: number): void;
}

/** Walks over JSON by brackets and quotes alone. Keeps its place between pieces. */
function createScanner(deepest = maxDepth): Scanner {
  let depth = 0;
  let quote = -1;
  let escaped = false;
  return {
    feed(text, on, from = 0) {
      for (let at = from; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (quote !== -1) {
          if (escaped) escaped = false;
          else if (code === 92) escaped = true;
          // No JSON text runs over a line end: a quote that never closes spoils its own line only.
          else if (code === 10) quote = -1;
          else if (code === 34) {
            on.text(depth, quote, at);
            quote = -1;
          }
          continue;
        }
        if (code === 34) {
          // Text outside every bracket is no JSON; an odd quote there must not swallow the file.
          if (depth > 0) quote = at;
        } else if (code === 123 || code === 91) {
          depth += 1;
          if (depth > deepest) throw new Refusal('limitDepth', null, deepest);
          on.open(depth, at, code === 123 ? '{' : '[');
        } else if (code === 125 || code === 93) {
          if (depth === 0) continue;
          depth -= 1;
          on.close(depth, at);
        }
      }
    },
    depth: () => depth,
    textStart: (end) => (quote === -1 ? end : quote),
    moved(by) {
      if (quote !== -1) quote -= by;
    },
  };
}
