import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ReadProblem } from '../../../../src-shared/formats/import-file.ts';
import { readLog, testNow } from '../../../../test/fixtures/access-logs/read-log.ts';
import { buildZip } from '../../../../test/fixtures/import/zip.ts';
import { logLimits, type ReadLimits } from '../../importers/read/limits.ts';
import { Refusal } from '../../importers/read/refuse.ts';
import { createLogReader } from '../log-reader.ts';
import type { EventBatch } from './event-batch.ts';
import { proposeReading } from './propose/propose.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'gatehouse-hostile-log-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const refusalOf = async (content: string | Buffer, limits: ReadLimits = logLimits): Promise<ReadProblem | null> => {
  try {
    await readLog(content, {}, 'hostile', limits);
    return null;
  } catch (cause) {
    if (cause instanceof Refusal) return cause.problem;
    throw cause;
  }
};
const good = '{"timestamp":"2026-01-05T10:11:12Z","account":"alice","ip":"203.0.113.9"}';

describe('hostile logs are refused or read as text', () => {
  it.each([
    // Just over the size from which the ratio counts, in long rows: what is tested is the guard, not how fast rows are read before it.
    ['a bomb of gzip', gzipSync(Buffer.alloc(logLimits.ratioFloorBytes * 1.5, `timestamp,account\n${'x'.repeat(2000)},y\n`)), 'limitRatio'],
    ['gzip in gzip', gzipSync(gzipSync(`${good}\n`)), 'archive'],
    ['a workbook in gzip', gzipSync(buildZip([{ name: 'xl/workbook.xml', data: '<a/>' }])), 'archive'],
    [
      'a zip of logs',
      buildZip([
        { name: 'a.csv', data: 'x' },
        { name: 'b.json', data: '{}' },
      ]),
      'archiveOfTables',
    ],
    ['an array of arrays without end', '['.repeat(300_000), 'limitDepth'],
    ['objects within objects', `[${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}]`, 'limitDepth'],
    ['binary noise', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7) % 31)), 'unknownType'],
    ['nothing but blanks in gzip', gzipSync('   \n  \n'), 'empty'],
  ])('%s', async (_name, content, reason) => {
    expect((await refusalOf(content))?.reason).toBe(reason);
  });

  it('counts inflated bytes as they come', async () => {
    const packed = gzipSync(`timestamp,account\n${Array.from({ length: 5000 }, (_, at) => `2026-01-05T10:11:12Z,user${at}`).join('\n')}`);
    expect(await refusalOf(packed, { ...logLimits, unpackedBytes: 50_000 })).toEqual({
      reason: 'limitUnpacked',
      place: null,
      limit: 50_000,
    });
  });

  it.each([
    ['a record', `[{"a":"${'x'.repeat(5 * 1024 * 1024)}"}]`],
    ['a line of JSON', `${good}\n{"a":"${'x'.repeat(5 * 1024 * 1024)}"}\n`],
    ['a line of text', `203.0.113.9 - alice [05/Jan/2026:10:11:12 +0100] "GET / HTTP/1.1" 200 1\n${'x'.repeat(5 * 1024 * 1024)}`],
    ['a cell', `timestamp,account\n2026-01-05T10:11:12Z,${'x'.repeat(5 * 1024 * 1024)}\n`],
  ])('stops at %s without end', async (_name, content) => {
    expect((await refusalOf(content))?.reason).toMatch(/^limit(?:Record|Cell)$/);
  });

  it('takes a packed file that was cut for damaged', async () => {
    const packed = gzipSync(
      Array.from({ length: 20_000 }, (_, at) => `{"timestamp":"2026-01-05T10:11:12Z","account":"user${at}","n":${Math.sin(at)}}`).join(
        '\n',
      ),
    );
    const path = file('cut.gz', packed.subarray(0, packed.length - 2000));
    const reader = createLogReader();
    const preview = await reader.preview(path);
    if (preview === 'cancelled' || !preview.ok) throw new Error('The beginning is sound');
    const check = await reader.check(path, proposeReading(preview.value, testNow).reading, testNow, () => undefined);
    expect(check).toMatchObject({ ok: false, error: { reason: 'damaged' } });
  });

  it('spoils only the record that is broken, and says when the file ends in the middle of one', async () => {
    const lines = await readLog(
      `${good}\n{"timestamp":"2026-01-05T10:11:13Z","account":"unclosed\n${'['.repeat(2000)}\n${good.replace('alice', 'bob')}\n`,
    );
    expect([lines.events.map((event) => event['account']), lines.problems]).toEqual([['alice', 'bob'], { brokenRecord: 2 }]);
    const array = await readLog(`[${good},{"timestamp":"2026-01-05T10:11:13Z" "account":1},${good.replace('alice', 'bob')},{"timestamp":`);
    expect([array.events.map((event) => event['account']), array.problems]).toEqual([['alice', 'bob'], { brokenRecord: 1 }]);
    expect(array.check.notices).toEqual([{ code: 'cutShort', count: 1 }]);
  });

  it('reads a record with a hundred thousand keys, and numbers no double can hold', async () => {
    const keys = Array.from({ length: 100_000 }, (_, at) => `"k${at}":${at}`).join(',');
    const log = await readLog(`[{"timestamp":"2026-01-05T10:11:12Z","account":9007199254740993123,${keys}}]`);
    expect(log.events.map((event) => event['account'])).toEqual(['9007199254740993123']);
    expect(log.proposal.reading.titles).toHaveLength(2000);
  });

  it('reads NUL bytes, lone surrogates and control characters as text', async () => {
    const log = await readLog('timestamp,account\n2026-01-05T10:11:12Z,al\u0000ice\n2026-01-05T10:11:13Z,b\ud800b\n');
    expect(log.events).toHaveLength(2);
    const json = await readLog('[{"timestamp":"2026-01-05T10:11:12Z","account":"\\u0000\\ud800"}]');
    expect(json.events).toHaveLength(1);
  });

  it('does not hang on lines made for its patterns', async () => {
    const start = performance.now();
    const line = '203.0.113.9 - alice [05/Jan/2026:10:11:12 +0100] "GET / HTTP/1.1" 200 1\n';
    const traps = [
      `1.1.1.1 - - [05/Jan/2026:10:11:12 +0100] "${'" 200 '.repeat(20_000)}`,
      `${'"\\'.repeat(60_000)}`,
      `a a ${' a'.repeat(60_000)} [`,
      `${'1'.repeat(200_000)}`,
      `Jan  5 10:11:12 h sshd[1]: Accepted a for ${'from '.repeat(30_000)}`,
    ];
    const log = await readLog(`${line.repeat(10)}${traps.map((trap) => `${trap}\n`).join('')}`);
    expect(log.check.rows).toBe(15);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('the reader thread', () => {
  const rows = (count: number) =>
    `timestamp,account,ip\n${Array.from({ length: count }, (_, at) => `${new Date(Date.UTC(2026, 0, 1) + at * 1000).toISOString()},user${at % 50},203.0.113.${at % 250}`).join('\n')}\n`;
  const readingOf = async (path: string) => {
    const preview = await createLogReader().preview(path);
    if (preview === 'cancelled' || !preview.ok) throw new Error('The file is plain');
    return proposeReading(preview.value, testNow).reading;
  };

  it('goes on after the last stored batch with the same keys, whatever came before', async () => {
    const path = file('resume.csv', rows(40_000));
    const reading = await readingOf(path);
    const reader = createLogReader();
    const all: EventBatch[] = [];
    const stop = new AbortController();
    const first = await reader.readEvents(
      path,
      reading,
      { afterRow: 0, now: testNow },
      (batch) => {
        all.push(batch);
        if (all.length === 2) stop.abort();
      },
      stop.signal,
    );
    expect(first).toBe('cancelled');
    const lastRow = all.at(-1)?.lastRow ?? 0;
    const end = await reader.readEvents(path, reading, { afterRow: lastRow, now: testNow }, (batch) => {
      all.push(batch);
    });
    expect(end).toMatchObject({ ok: true, value: { rows: 40_000, events: 40_000, rejected: 0 } });
    expect(all.flatMap((batch) => [...batch.row])).toEqual(Array.from({ length: 40_000 }, (_, at) => at + 2));
    expect(
      new Set(all.flatMap((batch) => Array.from({ length: batch.length }, (_, at) => batch.dedupe.slice(at * 4, at * 4 + 4).join()))).size,
    ).toBe(40_000);
  });

  it('ends within half a second of being cancelled', async () => {
    const path = file('cancel.csv', rows(200_000));
    const reading = await readingOf(path);
    const stop = new AbortController();
    let cancelledAt = 0;
    const end = await createLogReader().check(
      path,
      reading,
      testNow,
      () => {
        if (cancelledAt === 0) {
          cancelledAt = performance.now();
          stop.abort();
        }
      },
      stop.signal,
    );
    expect(end).toBe('cancelled');
    expect(performance.now() - cancelledAt).toBeLessThan(500);
  });

  it('waits for the taker', async () => {
    const path = file('slow.csv', rows(60_000));
    const reading = await readingOf(path);
    let open = 0;
    let most = 0;
    await createLogReader().readEvents(path, reading, { afterRow: 0, now: testNow }, async () => {
      open += 1;
      most = Math.max(most, open);
      await new Promise((resolve) => setImmediate(resolve));
      open -= 1;
    });
    expect(most).toBe(1);
  });
});
