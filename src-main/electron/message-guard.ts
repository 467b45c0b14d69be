import type { AppError } from '../../src-shared/contract/kernel.ts';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { LIMITS } from './policy.ts';

/**
 * Checks a message from a page before anybody reads it: plain JSON values only, not too large, not too deep.
 *
 * Errors: `request.tooLarge` above the size limit, `request.invalid` for everything else that no honest page sends
 * (functions' remains, maps, buffers, cycles, nesting beyond the limit).
 */
export function guardMessage(message: unknown): Result<void, AppError> {
  let characters = 0;
  const waiting: { value: unknown; depth: number }[] = [{ value: message, depth: 1 }];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (next === undefined) break;
    const { value, depth } = next;
    if (depth > LIMITS.messageDepth) return refused(`Nested more than ${LIMITS.messageDepth} levels deep`);
    characters += sizeOf(value);
    if (characters > LIMITS.messageCharacters) return err({ code: 'request.tooLarge' });
    if (typeof value === 'object' && value !== null) {
      if (Array.isArray(value)) for (const item of value) waiting.push({ value: item, depth: depth + 1 });
      else if (isPlain(value)) {
        for (const [key, item] of Object.entries(value)) {
          if (key === '__proto__') return refused('A key is not allowed');
          characters += key.length + 4;
          waiting.push({ value: item, depth: depth + 1 });
        }
      } else return refused('Only plain values can be sent');
    } else if (!isScalar(value)) return refused('Only plain values can be sent');
  }
  return ok(undefined);
}

function refused(issue: string): Result<void, AppError> {
  return err({ code: 'request.invalid', issues: [issue] });
}

function sizeOf(value: unknown): number {
  return typeof value === 'string' ? value.length + 2 : 8;
}

function isScalar(value: unknown): boolean {
  return value === undefined || value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
