import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Links inside the repository, in the pages named or in the folders named, that lead to no file or to no heading. */
export function brokenLinks(root: string, places: readonly string[]): string[] {
  const pages = places.flatMap((place) => (place.endsWith('.md') ? [place] : pagesIn(root, place)));
  return pages.flatMap((page) =>
    targetsOf(readFileSync(path.join(root, page), 'utf8')).flatMap((target) => {
      const problem = problemOf(root, page, target);
      return problem === undefined ? [] : [`${page} links to ${target}: ${problem}`];
    }),
  );
}

function pagesIn(root: string, folder: string): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => path.posix.join(folder, name.split(path.sep).join('/')));
}

function targetsOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/```[\s\S]*?```/g, '').replaceAll(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target]) => (target === undefined ? [] : [target]));
}

function problemOf(root: string, page: string, target: string): string | undefined {
  if (/^[a-z]+:/i.test(target)) return undefined;
  const [file = '', heading] = target.split('#');
  const full = file === '' ? path.join(root, page) : path.resolve(root, path.dirname(page), decodeURI(file));
  if (!full.startsWith(root)) return 'it leaves the repository';
  if (!existsSync(full)) return 'there is no such file';
  if (heading === undefined || statSync(full).isDirectory() || !full.endsWith('.md')) return undefined;
  return headingsOf(readFileSync(full, 'utf8')).has(heading) ? undefined : 'there is no such heading';
}

/** Headings as browsers of repositories name them: lower case, no punctuation, dashes for blanks. */
function headingsOf(markdown: string): ReadonlySet<string> {
  const titles = [...markdown.matchAll(/^#{1,6} (.+)$/gm)].flatMap(([, title]) => (title === undefined ? [] : [title]));
  return new Set(
    titles.map((title) =>
      title
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  );
}
