import { statSync } from 'node:fs';
import { join } from 'node:path';
import { openTestWorkspace } from '../harness/workspace.ts';
import { modelRegister } from './import-files.ts';
import { bringIn, customerList } from './programme-workspace.ts';
import { type Watched, watched } from './watched.ts';

export const title = 'Exchange between two offices by a signed file';

const size = { assets: 10_000, parties: 5000 };
/** No request may keep another waiting longer, in ms. */
const longestWait = 50;

/** Fills an office, sends all of it, looks at it in an office that is empty, takes it, and looks again. */
export async function run() {
  const sender = await openTestWorkspace({ seedDemo: null });
  const taker = await openTestWorkspace({ seedDemo: null, name: 'Another office' });
  try {
    await bringIn(sender, { target: 'assets', variant: 'model' }, modelRegister(size.assets));
    await bringIn(sender, { target: 'parties', variant: '' }, customerList(size.parties));
    const path = join(sender.ports.root, 'all.gatehouse.jsonl');
    const rows: (string | number)[][] = [];
    const step = async <T>(what: string, work: () => Promise<T>): Promise<T> => {
      let memory = 0;
      const looking = setInterval(() => {
        memory = Math.max(memory, process.memoryUsage().rss);
      }, 20);
      let value: T | undefined;
      const seen: Watched = await watched(async () => {
        value = await work();
      });
      clearInterval(looking);
      const wait = Math.round(seen.waitMs);
      rows.push([
        what,
        ...[Math.round(seen.ms), Math.round(seen.computedMs), wait, wait <= longestWait ? '' : 'too long'],
        Math.round(memory / 1024 / 1024),
      ]);
      return value as T;
    };
    const review = () => {
      taker.ports.picks.files.push(path);
      return taker.call<{ handle: string; sha256: string }>('exchange.open', {});
    };
    sender.ports.picks.saves.push(path);
    const { records } = await step('save for other offices', () =>
      sender.call<{ records: number }>('exchange.save', { redaction: 'none' }),
    );
    const { handle, sha256 } = await step('review, all of it new', review);
    await step('take', () => taker.call('exchange.take', { handle, sha256, theirs: [] }));
    await step('review once more, nothing changed', review);
    return {
      columns: ['what', 'ms', 'computing, ms', 'others wait, ms', 'bound 50 ms', 'memory at most, MB'],
      rows,
      notes: [
        `${size.assets.toLocaleString('en-GB')} assets, ${size.parties.toLocaleString('en-GB')} parties: ${records.toLocaleString('en-GB')} records, ${(statSync(path).size / 1024 / 1024).toFixed(1)} MB.`,
        'Memory is that of the whole process with both offices open. One commit of everything that was taken cannot be cut.',
      ],
    };
  } finally {
    await taker.end();
    await sender.end();
  }
}
