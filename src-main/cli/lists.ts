import { existsSync } from 'node:fs';
import path from 'node:path';
import { err, ok, type Result } from '../../src-shared/model/result.ts';
import { type ComparedList, compareLists, inspectLists } from '../core/lists/index.ts';
import { outputFault } from './arguments.ts';
import { defineCommand } from './command.ts';
import { type CliCommand, type CliIo, exitCodes } from './io.ts';
import { badArguments, inputRejected, outputUnwritable, type Refusal } from './refusal.ts';

const usage = `Usage: gatehouse lists inspect PATH [PATH ...] [--parties FILE.jsonl] [--rejects FILE.csv]
       gatehouse lists diff OLD NEW

inspect  reads official list files, or folders of them, and prints one JSON line for each list they hold
  --parties  every party as it was read, one JSON line each
  --rejects  every record that gave no party, with file, line and reason
diff     compares the lists of two files or folders: a JSON line with counts for each list, then one for each entry that differs
`;

/** `gatehouse lists inspect|diff …` */
export const run: CliCommand = async ([word, ...args], io) => {
  if (word === 'inspect') return inspect(args, io);
  if (word === 'diff') return diff(args, io);
  if (word === '--help' || word === '-h') {
    io.stdout(usage);
    return exitCodes.done;
  }
  io.stderr(`gatehouse lists: ${word === undefined ? 'say inspect or diff.' : `there is no "${word}"; say inspect or diff.`}\n\n${usage}`);
  return exitCodes.badArguments;
};

const inspect = defineCommand({
  name: 'lists inspect',
  usage,
  options: { path: 'texts', parties: 'text', rejects: 'text' },
  words: 'path',
  perform: async (given, io) => {
    const paths = listPaths(given.path, io);
    if (!paths.ok) return paths;
    if (paths.value.length === 0) return err(badArguments('a list file, or a folder of them, is needed.'));
    const output = (file: string | undefined) => (file === undefined ? null : path.resolve(io.cwd, file));
    const [parties, rejects] = [output(given.parties), output(given.rejects)];
    for (const [option, file] of [
      ['parties', parties],
      ['rejects', rejects],
    ] as const) {
      const fault = file === null ? undefined : outputFault(option, file);
      if (fault !== undefined) return err(badArguments(fault));
    }
    const taken = [...paths.value, parties, rejects].filter((one) => one !== null);
    if (new Set(taken).size < taken.length) return err(badArguments('a file is named twice: outputs need names of their own.'));
    const done = await inspectLists(paths.value, { parties, rejects });
    if (!done.ok)
      return err(
        done.error.code === 'nothing'
          ? inputRejected(['There is no list in what was given. Nothing was written.'], done.error.details)
          : outputUnwritable(path.basename(done.error.details[0] ?? ''), done.error.details[1] ?? ''),
      );
    const { lists, problems } = done.value;
    for (const problem of problems) io.stderr(`${problem}\n`);
    for (const list of lists) io.stdout(`${JSON.stringify(list)}\n`);
    return ok(
      JSON.stringify({
        lists: lists.length,
        parties: lists.reduce((sum, list) => sum + list.parties, 0),
        names: lists.reduce((sum, list) => sum + list.names, 0),
        filesNotRead: problems.length,
      }),
    );
  },
});

const diff = defineCommand({
  name: 'lists diff',
  usage,
  options: { path: 'texts' },
  words: 'path',
  perform: async (given, io) => {
    const paths = listPaths(given.path, io);
    if (!paths.ok) return paths;
    const [older, newer, more] = paths.value;
    if (older === undefined || newer === undefined || more !== undefined)
      return err(badArguments('two files or folders are needed: the older one, then the newer one.'));
    const done = await compareLists(older, newer);
    if (!done.ok) return err(inputRejected(['There is no list to compare.'], done.error));
    for (const list of done.value) writeList(list, io);
    const count = (kind: string) => done.value.reduce((sum, list) => sum + countOf(list, kind), 0);
    return ok(JSON.stringify({ lists: done.value.length, added: count('added'), removed: count('removed'), changed: count('changed') }));
  },
});

const countOf = ({ changes }: ComparedList, kind: string): number => changes.filter((change) => change.kind === kind).length;

function writeList(compared: ComparedList, io: CliIo): void {
  const { list, before, after, changes } = compared;
  const counts = { added: countOf(compared, 'added'), removed: countOf(compared, 'removed'), changed: countOf(compared, 'changed') };
  io.stdout(`${JSON.stringify({ list, before, after, ...counts })}\n`);
  for (const { kind, id, name, type, fields } of changes) io.stdout(`${JSON.stringify({ list, change: kind, id, type, name, fields })}\n`);
}

/** Absolute paths of what was given. Errors: a name that leads to nothing. */
function listPaths(given: readonly string[] | undefined, io: CliIo): Result<readonly string[], Refusal> {
  const paths = (given ?? []).map((one) => path.resolve(io.cwd, one));
  const missing = paths.find((one) => !existsSync(one));
  return missing === undefined ? ok(paths) : err(badArguments(`there is no file or folder ${path.basename(missing)}.`));
}
