import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../src-shared/contract/index.ts';
import type { MethodSpec } from '../../src-shared/contract/kernel.ts';

const core = join(import.meta.dirname, '../../src-main/core');
const methods = contract as unknown as Readonly<Record<string, MethodSpec>>;

/** What leaves the program and offers no redaction profile, each with the reason. */
const exceptions: Readonly<Record<string, string>> = {
  'accessLogs.importRejected': 'rows of a file that the person gave, to be mended in that file',
  'accessLogs.rejectedRows': 'rows of a file that the person gave, to be mended in that file',
  'accessLogs.template': 'an empty form',
  'evidence.saveCopy': 'the very bytes that are kept: a file cannot be redacted',
  'imports.rejectedRows': 'rows of a file that the person gave, to be mended in that file',
  'imports.template': 'an empty form',
  'lists.saveRejects': 'entries of a published list that could not be read',
  'plan.exportTemplate': 'a plan pack: tasks and roles without owners',
  'workspace.printRecoveryKey': 'the key of the workspace, for its owner alone',
};

/** Calls that ask where a file may go, or send a page to a printer. */
const doors = /\b(?:askWhere|saveWhereChosen|dialogs\.saveFile|printing\.send|printer\.print)\(/;
/** Files that only pass such a call on. */
const plumbing = [
  ...['files/handles.ts', 'files/save-chosen.ts', 'ports.ts', 'rpc/port-caller.ts', 'rpc/wire.ts'],
  ...['reports/export-file.ts', 'reports/printing.ts'],
];

const sources = readdirSync(core, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts') && !plumbing.includes(path));

/** Pieces of a file, each under the method it answers or the function it is. */
function pieces(text: string): Map<string, string> {
  const starts = [
    ...text.matchAll(/^ *(?:'([a-zA-Z]+\.[a-zA-Z]+)': |(?:export )?(?:async )?function (\w+)|(?:export )?const (\w+) = (?:async )?\()/gm),
  ];
  return new Map(
    starts.map(
      (start, place) => [start[1] ?? start[2] ?? start[3] ?? '', text.slice(start.index, starts[place + 1]?.index ?? text.length)] as const,
    ),
  );
}

/** Methods of a file in which something goes out through one of the doors, by themselves or by a function of the file. */
function leaving(text: string): string[] {
  const parts = pieces(text);
  const open = new Set([...parts].filter(([, body]) => doors.test(body)).map(([name]) => name));
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const [name, body] of parts)
      if ([...open].some((one) => !one.includes('.') && one !== name && new RegExp(`\\b${one}\\(`).test(body))) open.add(name);
  }
  const answered = [...open].filter((name) => name in methods);
  // A file without a table of methods works for one that names it when it writes the export down.
  return answered.length > 0
    ? answered
    : [...text.matchAll(/'([a-zA-Z]+\.[a-zA-Z]+)'/g)].flatMap(([, name = '']) => (name in methods ? [name] : []));
}

const found = new Map(
  sources.flatMap((path) => {
    const text = readFileSync(join(core, path), 'utf8');
    return doors.test(text) ? [[path, leaving(text)] as const] : [];
  }),
);
const offers = (method: string): boolean =>
  JSON.stringify(z.toJSONSchema(methods[method]?.input ?? z.never(), { io: 'input', unrepresentable: 'any' })).includes('"redaction"');

describe('every method by which something leaves the program', () => {
  const all = [...new Set([...found.values()].flat())].sort();

  it('is known: each file that opens a door answers methods of the contract', () => {
    expect([...found].filter(([, names]) => names.length === 0).map(([path]) => path)).toEqual([]);
    expect(all).toEqual(
      expect.arrayContaining([
        'reports.save',
        'reports.saveBinder',
        'reports.workbook',
        'parties.export',
        'plan.exportList',
        'history.saveCustody',
      ]),
    );
    expect(all.length).toBeGreaterThan(20);
  });

  it('offers a redaction profile, or says here why not', () => {
    expect(all.filter((method) => !offers(method) && !(method in exceptions))).toEqual([]);
  });

  it('is an exception only where it has to be', () => {
    expect(Object.keys(exceptions).filter((method) => !all.includes(method) || offers(method))).toEqual([]);
  });
});
