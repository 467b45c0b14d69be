import { describe, expect, it } from 'vitest';
import type { CliIo } from './io.ts';
import { runCli } from './main.ts';

function record(): { readonly io: CliIo; readonly said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const io: CliIo = {
    stdout: (text) => {
      said.out += text;
    },
    stderr: (text) => {
      said.err += text;
    },
    resources: 'resources',
    cwd: '.',
  };
  return { io, said };
}

describe('the gatehouse command', () => {
  it('lists its commands and the exit codes', async () => {
    const { io, said } = record();
    expect(await runCli(['help'], io)).toBe(0);
    for (const word of ['classify', 'compute', '3 input rejected', 'legal advice']) expect(said.out).toContain(word);
  });

  it('answers a call without a command with its usage and exit code 2', async () => {
    const { io, said } = record();
    expect(await runCli([], io)).toBe(2);
    expect(said.out).toContain('Usage: gatehouse');
  });

  it.each(['clasify', '__proto__', 'constructor', '--in'])('refuses %s as a command with exit code 2, on stderr', async (name) => {
    const { io, said } = record();
    expect(await runCli([name], io)).toBe(2);
    expect(said).toEqual({ out: '', err: expect.stringContaining(name) });
  });

  it('skips the separator that a packaged start puts first', async () => {
    const { io, said } = record();
    expect(await runCli(['--', 'version'], io)).toBe(0);
    expect(said.out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});
