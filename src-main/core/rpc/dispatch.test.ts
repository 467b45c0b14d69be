import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { command, type HostEvent, type MethodSpec, query } from '../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { LogLine } from '../log/index.ts';
import { createDispatch, type DispatchHost } from './dispatch.ts';

function setUp(routes: Readonly<Record<string, { spec: MethodSpec; handle: (input: never) => unknown }>>) {
  const state = { open: true, epoch: 0, lines: [] as LogLine[], events: [] as HostEvent[], defects: [] as unknown[] };
  const host: DispatchHost = {
    log: {
      write: (line) => state.lines.push(line),
      defect(_where, cause) {
        state.defects.push(cause);
        return 'incident-1';
      },
    },
    monotonicMs: () => 0,
    emit: (event) => state.events.push(event),
    isOpen: () => state.open,
    epoch: () => state.epoch,
    bind: (work) => work(),
    idle: () => Promise.resolve(),
    heldFailure: () => undefined,
    newestGoodSnapshot: () => 'snapshot-1',
  };
  const table = new Map(
    Object.entries(routes).map(([name, route]) => [name, { spec: route.spec, handle: route.handle as (input: unknown) => unknown }]),
  );
  return { state, dispatch: createDispatch(table, host) };
}

const named = z.strictObject({ name: z.string().max(20) });

describe('dispatch', () => {
  it.each(['nothing.here', '__proto__', 'constructor', 'hasOwnProperty', 'toString', ''])(
    '[B3] refuses the unknown method %j',
    async (name) => {
      const { dispatch } = setUp({});
      expect(await dispatch(name, {})).toEqual(err({ code: 'request.invalid', issues: ['unknown method'] }));
    },
  );

  it.each([
    ['wrong shape', { name: 7 }],
    ['extra key', { name: 'a', more: 1 }],
    ['missing key', {}],
    ['no object', 'a'],
    ['a date', { name: new Date() }],
    ['a map', new Map([['name', 'a']])],
    ['bytes', { name: new Uint8Array(3) }],
    ['a function', { name: () => 'a' }],
    ['a big integer', { name: 1n }],
  ])('[B3] refuses %s before the handler runs', async (_what, payload) => {
    let ran = false;
    const handle = () => {
      ran = true;
      return ok({ name: '' });
    };
    const { dispatch } = setUp({ 'x.y': { spec: query(named, named), handle } });
    expect(await dispatch('x.y', payload)).toMatchObject({ ok: false, error: { code: 'request.invalid' } });
    expect(ran).toBe(false);
  });

  it('[B3] refuses 21 levels, cycles and more than a mebibyte', async () => {
    const { dispatch } = setUp({ 'x.y': { spec: query(z.any(), z.any()), handle: (input: unknown) => ok(input) } });
    const nest = (levels: number): unknown => (levels === 0 ? {} : { in: nest(levels - 1) });
    expect(await dispatch('x.y', nest(19))).toMatchObject({ ok: true });
    expect(await dispatch('x.y', nest(20))).toEqual(err({ code: 'request.invalid', issues: ['tooDeep'] }));
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(await dispatch('x.y', cycle)).toEqual(err({ code: 'request.invalid', issues: ['tooDeep'] }));
    expect(await dispatch('x.y', { text: 'a'.repeat(1024 * 1024 + 1) })).toEqual(err({ code: 'request.tooLarge' }));
    expect(await dispatch('x.y', { text: '€'.repeat(400_000) })).toEqual(err({ code: 'request.tooLarge' }));
    expect(
      await dispatch(
        'x.y',
        Array.from({ length: 300_000 }, () => 0),
      ),
    ).toEqual(err({ code: 'request.tooLarge' }));
  });

  it('[B3] refuses the 65th call in flight and answers again afterwards', async () => {
    let finish = () => {};
    const gate = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const { dispatch } = setUp({ 'x.y': { spec: query(z.strictObject({}), z.number()), handle: () => gate.then(() => ok(1)) } });
    const running = Array.from({ length: 64 }, () => dispatch('x.y', {}));
    expect(await dispatch('x.y', {})).toEqual(err({ code: 'request.tooMany' }));
    finish();
    await Promise.all(running);
    expect(await dispatch('x.y', {})).toEqual(ok(1));
  });

  it('[B5] answers only the unlock family while locked', async () => {
    const { dispatch, state } = setUp({
      'x.y': { spec: query(z.strictObject({}), z.number()), handle: () => ok(1) },
      'x.always': { spec: query(z.strictObject({}), z.number(), [], 'always'), handle: () => ok(2) },
    });
    state.open = false;
    expect(await dispatch('x.y', {})).toEqual(err({ code: 'workspace.locked' }));
    expect(await dispatch('x.always', {})).toEqual(ok(2));
  });

  it('[B5] gives nothing away when the lock fell during a call, even after another unlock', async () => {
    const { dispatch, state } = setUp({
      'x.y': {
        spec: query(z.strictObject({}), z.string()),
        async handle() {
          await Promise.resolve();
          state.epoch += 1;
          return ok('secret');
        },
      },
    });
    expect(await dispatch('x.y', {})).toEqual(err({ code: 'workspace.locked' }));
  });

  it('[B6] [B8] answers a defect with an incident id only, also when a reply does not match its schema', async () => {
    const leak = '/home/someone/SELECT * FROM secrets';
    const { dispatch, state } = setUp({
      'x.throws': {
        spec: query(z.strictObject({}), z.number()),
        handle() {
          throw new Error(leak);
        },
      },
      'x.wrong': { spec: query(z.strictObject({}), z.strictObject({ a: z.number() })), handle: () => ok({ a: 1, leak }) },
      'x.wrongError': { spec: query(z.strictObject({}), z.number()), handle: () => err({ code: 'made.up', leak }) },
    });
    for (const name of ['x.throws', 'x.wrong', 'x.wrongError']) {
      expect(await dispatch(name, {})).toEqual(err({ code: 'unexpected', incidentId: 'incident-1' }));
    }
    expect(state.defects).toHaveLength(3);
    expect(JSON.stringify(state.lines)).not.toContain('someone');
  });

  it('names a full disk and a damaged page as what they are', async () => {
    const failing = (code: string) => () => {
      throw Object.assign(new Error('…'), { code });
    };
    const spec = query(z.strictObject({}), z.number());
    const { dispatch } = setUp({
      'x.full': { spec, handle: failing('SQLITE_FULL') },
      'x.damaged': { spec, handle: failing('SQLITE_CORRUPT') },
    });
    expect(await dispatch('x.full', {})).toEqual(err({ code: 'storage.failed', reason: 'full', detail: 'SQLITE_FULL' }));
    expect(await dispatch('x.damaged', {})).toEqual(err({ code: 'workspace.damaged', newestGoodSnapshot: 'snapshot-1' }));
  });

  it('tells screens what a command touched, and only when it succeeded', async () => {
    const { dispatch, state } = setUp({
      'x.done': { spec: command(z.strictObject({}), z.number(), ['inventory']), handle: () => ok(1) },
      'x.refused': { spec: command(z.strictObject({}), z.number(), ['inventory']), handle: () => err({ code: 'undo.nothing' }) },
    });
    await dispatch('x.refused', {});
    expect(state.events).toEqual([]);
    await dispatch('x.done', {});
    expect(state.events).toEqual([{ type: 'touched', topics: ['inventory'] }]);
  });
});
