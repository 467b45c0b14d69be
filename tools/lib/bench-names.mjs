import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { SetupError } from './log.mjs';

const ending = '.bench.ts';

/** The benchmarks of a folder in order: the name to ask for it by, its file, and the title it prints. */
export function benchmarksIn(folder) {
  const files = existsSync(folder) ? readdirSync(folder).filter((file) => file.endsWith(ending)) : [];
  return files.sort().map((file) => ({
    name: file.slice(0, -ending.length),
    file,
    title: /^export const title = '(.*)';$/mu.exec(readFileSync(path.join(folder, file), 'utf8'))?.[1] ?? '',
  }));
}

/** One line each, to choose from. */
export function listed(all) {
  const width = Math.max(0, ...all.map(({ name }) => name.length));
  return all.map(({ name, title }) => `  ${name.padEnd(width)}  ${title}`.trimEnd()).join('\n');
}

/**
 * What was asked for on the command line: all where nothing was, else those whose name holds one of the words; null where only help is wanted.
 * @throws SetupError for a word that names none, and for an option there is not, so that nothing runs by mistake
 */
export function chosenFrom(all, words) {
  if (words.some((word) => word === '--help' || word === '-h')) return null;
  const strange = words.find((word) => word.startsWith('-') || !all.some(({ name }) => name.includes(word)));
  if (strange !== undefined) {
    const what = strange.startsWith('-') ? `There is no option ${strange}.` : `No benchmark is called ${strange}.`;
    throw new SetupError(what, `npm run bench -- NAME …, with names from this list:\n${listed(all)}`);
  }
  return words.length === 0 ? all : all.filter(({ name }) => words.some((word) => name.includes(word)));
}
