import { IntlMessageFormat } from 'intl-messageformat';

/** Values that may fill the gaps of a message. */
export type TextParams = Readonly<Record<string, string | number | boolean | Date | null | undefined>>;

/** A catalogue: ICU MessageFormat strings by key. */
export type Catalogue = Readonly<Record<string, string>>;

/** Turns keys into text of one language. */
export interface Text<K extends string = string> {
  readonly locale: string;
  /** Text of a known key. A gap without a value is a defect and throws in tests; the product shows the key. */
  (key: K, params?: TextParams): string;
  /** Text of a key built at run time, such as `error.<code>`; `fallback` when the catalogue lacks it. */
  dynamic(key: string, params?: TextParams, fallback?: string): string;
  /** Whether the catalogue holds the key. */
  has(key: string): key is K;
}

/**
 * Makes the formatter of one language. Messages are parsed on first use and kept.
 *
 * Runs in Node and in the page alike, so that reports and screens say the same words. Numbers and dates inside a message
 * follow the locale. A message that cannot be formatted yields its key, so a screen never falls over its wording.
 */
export function createText<C extends Catalogue>(locale: string, catalogue: C): Text<Extract<keyof C, string>> {
  type K = Extract<keyof C, string>;
  const parsed = new Map<string, IntlMessageFormat>();

  const render = (key: string, params: TextParams | undefined): string => {
    const message = Object.hasOwn(catalogue, key) ? catalogue[key] : undefined;
    if (message === undefined) return key;
    if (!/[{<']/.test(message)) return message;
    try {
      let format = parsed.get(key);
      if (format === undefined) {
        format = new IntlMessageFormat(message, locale, undefined, { ignoreTag: true });
        parsed.set(key, format);
      }
      return String(format.format(params as Record<string, string>));
    } catch (cause) {
      if (isUnderTest()) throw cause;
      return key;
    }
  };

  const has = (key: string): key is K => Object.hasOwn(catalogue, key);
  return Object.assign((key: K, params?: TextParams) => render(key, params), {
    locale,
    has,
    dynamic: (key: string, params?: TextParams, fallback?: string) => (has(key) ? render(key, params) : (fallback ?? key)),
  });
}

function isUnderTest(): boolean {
  const host = globalThis as { process?: { env?: Record<string, string | undefined> } };
  return host.process?.env?.['VITEST'] !== undefined;
}
