import { err, ok } from '../../src-shared/model/result.ts';
import { runReleaseBatch } from '../core/release-batch/index.ts';
import { dayOf, inputAndOutput } from './arguments.ts';
import { defineCommand } from './command.ts';
import { packsRefused, rowsRefused } from './refusal.ts';

const usage = `Usage: gatehouse release --in FILE.jsonl --out FILE.jsonl [--on YYYY-MM-DD]

Says for every act of access whether it releases or sends something, to which country, and whether that needs a licence.
  --in   .jsonl (one object per line) or .json (a list): { id, on, facts: { person, item, access, authorisation, … } }
  --on   day of the law for lines that name none; today where it is not given
What is missing or null is not known, and never means no.
`;

export const run = defineCommand({
  name: 'release',
  usage,
  options: { in: 'text', out: 'text', on: 'text' },
  perform: async (given, io) => {
    const files = inputAndOutput(given, io, ['jsonl', 'json'], ': fact patterns are nested');
    if (!files.ok) return files;
    const on = dayOf(given.on);
    if (!on.ok) return on;
    const done = await runReleaseBatch({ ...files.value, on: on.value, resources: io.resources });
    if (done.ok) {
      const counts = Object.entries(done.value.byLicence).map(([name, count]) => `${count} ${name}`);
      return ok(`${done.value.lines} acts judged: ${counts.join(', ')}. Written to ${given.out ?? ''}. Not legal advice.`);
    }
    if (done.error.code === 'packs.unknown' || done.error.code === 'packs.refused')
      return err(packsRefused(done.error.code === 'packs.refused' ? done.error.problems : [], 'Install the program again.'));
    return err(rowsRefused(done.error, given, 'line'));
  },
});
