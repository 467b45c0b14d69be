/** Digits enough that a double could not hold them exactly: ids of 16 and more digits must not lose their last ones. */
const longNumber = /[:[,\s]-?\d{16,}/;

type SourceAwareReviver = (this: unknown, key: string, value: unknown, context: { readonly source?: string }) => unknown;
const parseWithSource = JSON.parse as (text: string, reviver: SourceAwareReviver) => unknown;

/**
 * `JSON.parse` that keeps whole numbers beyond 2^53 as text, digit by digit, since they are ids. `__proto__` becomes an ordinary property, as
 * the language has it. Throws a `SyntaxError` for text that is no JSON, a `RangeError` for nesting beyond the stack.
 */
export function parseExactJson(text: string): unknown {
  if (!longNumber.test(text)) return JSON.parse(text);
  return parseWithSource(text, (_key, value, { source }) =>
    typeof value === 'number' && !Number.isSafeInteger(value) && source !== undefined && /^-?\d+$/.test(source) ? source : value,
  );
}
