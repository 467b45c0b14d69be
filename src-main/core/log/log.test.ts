import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog } from './index.ts';
import { readLog } from './read-log.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));
const written = () => readFileSync(join(folder, 'core.log'), 'utf8');

describe('the log', () => {
  it('[G1] keeps names and numbers, and of a defect neither its message nor a folder', () => {
    const log = createLog(folder, () => '2030-01-01T00:00:00.000Z');
    log.write({ event: 'call', method: 'models.rename', code: 'ok', ms: 1.234_56 });
    log.write({ event: 'call', method: 'Ann Example, passport X1234567' });
    const incident = log.defect(
      'models.rename',
      Object.assign(new TypeError('No such person: Ann Example'), { code: 'passport X1234567' }),
    );
    expect(written()).toContain('"method":"models.rename","code":"ok","ms":1.2');
    expect(written()).toContain(incident);
    expect(written()).toContain('TypeError');
    expect(written()).toContain('log.test.ts:');
    expect(written()).not.toMatch(/Ann|X1234567|\/work|\/home|\/tmp/);
  });

  it('[G2] stays below 5 MiB in each of 5 files and drops the oldest', () => {
    const log = createLog(folder, () => '2030-01-01T00:00:00.000Z');
    for (let file = 0; file < 8; file += 1) {
      log.write({ event: `round${file}` });
      writeFileSync(join(folder, 'core.log'), `${readFileSync(join(folder, 'core.log'), 'utf8')}${'x'.repeat(5 * 1024 * 1024 - 200)}\n`);
      createLog(folder, () => '2030-01-01T00:00:00.000Z').write({ event: 'next'.repeat(20) });
    }
    const names = readdirSync(folder).sort();
    expect(names).toEqual(['core.log', 'core.log.1', 'core.log.2', 'core.log.3', 'core.log.4']);
    for (const name of names) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(5 * 1024 * 1024);
  });

  it('[G2] can be read back newest first, by level, through older files, leaving out what is no whole line', () => {
    const log = createLog(folder, () => '2030-01-01T00:00:00.000Z');
    log.write({ event: 'call', method: 'models.rename', code: 'record.stale' });
    log.write({ event: 'call', method: 'models.list', code: 'ok' });
    const incident = log.defect('models.list', new TypeError('Ann Example'));
    renameSync(join(folder, 'core.log'), join(folder, 'core.log.1'));
    writeFileSync(join(folder, 'core.log'), '{"at":"2030-01-01T00:00:\nnull\n');
    createLog(folder, () => '2030-01-02T00:00:00.000Z').write({ event: 'started' });

    expect(readLog(folder, { limit: 10 }).map(({ level, event }) => [level, event])).toEqual([
      ['event', 'started'],
      ['defect', 'defect'],
      ['event', 'call'],
      ['refusal', 'call'],
    ]);
    expect(readLog(folder, { limit: 10, level: 'defect' })).toMatchObject([
      { incidentId: incident, method: 'models.list', error: 'TypeError' },
    ]);
    expect(readLog(folder, { limit: 1 })).toHaveLength(1);
    expect(readLog(join(folder, 'none'), { limit: 10 })).toEqual([]);
  });

  it('goes on without a log when it cannot be written', () => {
    writeFileSync(join(folder, 'file'), '');
    const log = createLog(join(folder, 'file'), () => '2030-01-01T00:00:00.000Z');
    expect(() => log.write({ event: 'call' })).not.toThrow();
  });
});
