import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src-shared/contract/index.ts';
import type { MethodSpec, Reply } from '../../src-shared/contract/kernel.ts';
import { openTestWorkspace, type TestWorkspace } from '../harness/workspace.ts';

const methods = Object.entries(contract) as [string, MethodSpec][];
const badInputsEach = 1000;

const hostileText = fc.constantFrom(
  '',
  '\u0000',
  '../../etc/passwd',
  "'; DROP TABLE assets; --",
  '<img src=x onerror=alert(1)>',
  '\u202Egnp',
  '💥'.repeat(400),
);
const key = fc.oneof(
  fc.constantFrom('id', 'filter', 'offset', 'limit', 'name', 'facts', 'revision', 'constructor', 'toString', 'extra'),
  fc.string({ maxLength: 12 }),
);
const leaf = fc.oneof(fc.jsonValue({ maxDepth: 1 }), hostileText, fc.double(), fc.constant(Number.MAX_SAFE_INTEGER), fc.constant(-1));
const junk = fc.oneof(
  leaf,
  fc.array(leaf, { maxLength: 5 }),
  fc.dictionary(key, leaf, { maxKeys: 6 }),
  fc.dictionary(key, fc.dictionary(key, leaf, { maxKeys: 3 }), { maxKeys: 3 }),
);

let workspace: TestWorkspace;

beforeAll(async () => {
  workspace = await openTestWorkspace();
});
afterAll(() => workspace.end());

function reasonToFail(reply: Reply<unknown>): string | undefined {
  if (reply.ok) return 'was answered';
  if (reply.error.code !== 'request.invalid') return `was refused as ${reply.error.code}`;
  const said = JSON.stringify(reply.error);
  return /\bat [\w.]+ \(|node_modules|\bSELECT\b|\bINSERT\b|file:\/\//.test(said) ? `said too much: ${said}` : undefined;
}

describe('every method', () => {
  it.each(methods)(`%s refuses ${badInputsEach} bad inputs and says no more than what is wrong [B4] [B6]`, async (name, spec) => {
    await fc.assert(
      fc.asyncProperty(
        junk.filter((input) => !spec.input.safeParse(input).success),
        async (input) => {
          const reason = reasonToFail(await workspace.app.dispatch(name, input));
          expect(reason, JSON.stringify(input)).toBeUndefined();
        },
      ),
      { numRuns: badInputsEach },
    );
  });

  it('accepts no key that it does not know [B3]', () => {
    const accepting = methods.filter(([, spec]) => spec.input.safeParse({ surpriseKey: 1 }).success).map(([name]) => name);
    expect(accepting).toEqual([]);
  });
});

describe('a name that is no method', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'inventory', 'inventory.list ', ''])(
    '%j is refused [B3]',
    async (name) => {
      expect(await workspace.app.dispatch(name, {})).toEqual({ ok: false, error: { code: 'request.invalid', issues: ['unknown method'] } });
    },
  );
});
