import { describe, expect, it } from 'vitest';
import { readLog } from '../../../../../test/fixtures/access-logs/read-log.ts';

describe('a time that was withheld', () => {
  const kinds = async (time: string) => {
    const log = await readLog(`timestamp,account,ip\n2026-01-05T10:11:12Z,alice,203.0.113.9\n${time},bob,203.0.113.9\n`);
    return [log.events.length, log.problems];
  };
  it.each([
    'redacted',
    'REDACTED',
    '[redacted]',
    '<Removed>',
    '(hidden)',
    '{{masked}}',
    'withheld',
    '***',
    'xxx',
    'xxxx-xx-xx',
    '****-**-** **:**:**',
    '████',
  ])('%s gives an event without a time', async (time) => {
    expect(await kinds(time)).toEqual([2, { timeWithheld: 1 }]);
  });
  it.each(['abc', 'redacted by legal 2026', 'n/k', '########', 'xx', 'removed user', '99:99'])('%s stays an error', async (time) => {
    const [events, problems] = await kinds(time);
    expect(events).toBe(1);
    expect(Object.keys(problems as object)).not.toContain('timeWithheld');
  });
});
