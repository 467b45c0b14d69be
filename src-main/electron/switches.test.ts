import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCommandLine } from './command-line.ts';
import { refusedSwitches } from './switches.ts';

describe('[H9] switches that weaken protection', () => {
  it.each([
    '--inspect',
    '--inspect=9229',
    '--inspect-brk=0',
    '--remote-debugging-port=9222',
    '--no-sandbox',
    '--js-flags=--expose-gc',
    '-no-sandbox',
    '--NO-SANDBOX',
    '--test-ports=/tmp/x.json',
    '--disable-web-security',
    '--proxy-server=localhost:1',
  ])('names %s', (word) => {
    expect(refusedSwitches(['/opt/gatehouse', word])).toHaveLength(1);
  });

  it('lets ordinary starts pass', () => {
    expect(refusedSwitches(['/opt/gatehouse', '--workspace', '/home/me/Acme.gatehouse', '--force-device-scale-factor=2'])).toEqual([]);
    expect(refusedSwitches(['/opt/gatehouse', '/home/me/inspect.csv'])).toEqual([]);
  });

  it('lets the command line tool run without a sandbox, but not with a debugger, and leaves its own words alone', () => {
    expect(refusedSwitches(['gatehouse', '--no-sandbox', '--cli', '--', 'classify', '--inspect'])).toEqual([]);
    expect(refusedSwitches(['gatehouse', '--inspect', '--cli', 'classify'])).toEqual(['inspect']);
  });
});

describe('[H8] what a start asks for', () => {
  it('reads a workspace folder in both spellings', () => {
    expect(readCommandLine(['exe', '--workspace', '/a b/Acme.gatehouse'], undefined).workspace).toBe('/a b/Acme.gatehouse');
    expect(readCommandLine(['exe', '--workspace=/a/Acme.gatehouse'], undefined).workspace).toBe('/a/Acme.gatehouse');
    expect(readCommandLine(['exe', '--workspace', '--other'], undefined).workspace).toBeUndefined();
  });

  it('takes a bare word for a file to offer, but not the folder that names the app itself', () => {
    expect(readCommandLine(['exe', '/home/me/models.csv'], undefined).file).toBe('/home/me/models.csv');
    expect(readCommandLine(['exe', '--no-sandbox', '/src/gatehouse'], '/src/gatehouse').file).toBeUndefined();
    expect(readCommandLine(['exe', '/src/gatehouse', 'models.csv'], '/src/gatehouse').file).toBe('models.csv');
  });

  it('gives everything after the marker to the command line tool', () => {
    expect(readCommandLine(['exe', '--no-sandbox', '--cli', 'classify', '--kind', 'chip'], undefined)).toMatchObject({
      cli: ['classify', '--kind', 'chip'],
    });
  });
});

describe('[A3] the sandbox', () => {
  const source = readFileSync(join(import.meta.dirname, 'main.ts'), 'utf8');

  it('is switched on before the app starts, and left off only for a switch that no packaged app accepts', () => {
    const enabled = source.indexOf('app.enableSandbox()');
    expect(enabled).toBeGreaterThan(source.indexOf('refusedSwitches(process.argv)'));
    expect(enabled).toBeLessThan(source.indexOf('runWorkstation({'));
    expect(source).toContain("if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();");
    expect(refusedSwitches(['/opt/gatehouse', '--no-sandbox'])).toEqual(['no-sandbox']);
  });
});
