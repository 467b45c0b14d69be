import { describe, expect, it } from 'vitest';
import { err, ok } from '../../src-shared/model/result.ts';
import { defineCommand, type Given } from './command.ts';
import { badArguments, inputRejected, refused } from './refusal.ts';

const options = { name: 'text', file: 'texts', loud: 'flag' } as const;
const usage = 'Usage: gatehouse greet --name NAME\n';

async function call(args: readonly string[]) {
  const said = { out: '', err: '' };
  const seen: Given<typeof options>[] = [];
  const greet = defineCommand({
    name: 'greet',
    usage,
    options,
    perform: async (given) => {
      seen.push(given);
      if (given.name === undefined) return err(badArguments('--name is needed.'));
      if (given.name === 'nobody') return err(inputRejected(['Nothing was written.'], ['people.csv: row 3: nobody']));
      return given.name === 'enemy' ? err(refused('a rule forbids it.')) : ok(`Greeted ${given.name}.`);
    },
  });
  const hear = (stream: 'out' | 'err') => (text: string) => {
    said[stream] += text;
  };
  const code = await greet(args, { stdout: hear('out'), stderr: hear('err'), resources: 'resources', cwd: '.' });
  return { code, said, seen };
}

describe('a command of the command line', () => {
  it('hands over what was given and closes with its remark on stderr', async () => {
    const { code, said, seen } = await call(['--file', 'a', '--name', 'Ada', '--file', 'b']);
    expect(code).toBe(0);
    expect(seen).toEqual([{ name: 'Ada', file: ['a', 'b'] }]);
    expect(said).toEqual({ out: '', err: 'Greeted Ada.\n' });
  });

  it('takes a flag alone or followed by yes, and nothing else', async () => {
    expect((await call(['--loud', '--name', 'Ada'])).seen).toEqual([{ name: 'Ada', loud: true }]);
    expect((await call(['--loud', 'yes', '--name', 'yes'])).seen).toEqual([{ name: 'yes', loud: true }]);
    expect((await call(['--loud', 'no', '--name', 'Ada'])).code).toBe(2);
  });

  it.each(['--help', '-h'])('answers %s with its usage on stdout and does nothing', async (word) => {
    const { code, said, seen } = await call([word]);
    expect({ code, said, seen }).toEqual({ code: 0, said: { out: usage, err: '' }, seen: [] });
  });

  it.each([
    ['an option that is missing', [], '--name is needed.'],
    ['an option that it does not have', ['--colour', 'red'], '--colour'],
    ['an option without its value', ['--name'], '--name'],
    ['a word without an option', ['Ada'], 'Ada'],
    ['an option that is given twice', ['--name', 'Ada', '--name', 'Bo'], '--name is given twice. Give it once.'],
  ])('answers %s with exit code 2, the reason and the usage', async (_, args, reason) => {
    const { code, said } = await call(args);
    expect([code, said.out]).toEqual([2, '']);
    expect(said.err).toMatch(/^gatehouse greet: /);
    expect(said.err).toContain(reason);
    expect(said.err.endsWith(`\n\n${usage}`)).toBe(true);
  });

  it('names the places of rejected input first, without the usage', async () => {
    const { code, said } = await call(['--name', 'nobody']);
    expect([code, said.err]).toEqual([3, 'people.csv: row 3: nobody\ngatehouse greet: Nothing was written.\n']);
  });

  it('answers a refusal with exit code 4', async () => {
    const { code, said } = await call(['--name', 'enemy']);
    expect([code, said.err]).toEqual([4, 'gatehouse greet: a rule forbids it.\n']);
  });
});
