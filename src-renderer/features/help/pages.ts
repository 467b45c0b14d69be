import access from '../../../docs/guide/access.md?raw';
import answers from '../../../docs/guide/answers.md?raw';
import evidence from '../../../docs/guide/evidence.md?raw';
import tenMinutes from '../../../docs/guide/first-ten-minutes.md?raw';
import gates from '../../../docs/guide/gates.md?raw';
import importLogs from '../../../docs/guide/import-logs.md?raw';
import incidents from '../../../docs/guide/incidents.md?raw';
import keyboard from '../../../docs/guide/keyboard.md?raw';
import keys from '../../../docs/guide/keys-and-backups.md?raw';
import lists from '../../../docs/guide/lists.md?raw';
import logs from '../../../docs/guide/logs.md?raw';
import networks from '../../../docs/guide/networks.md?raw';
import offices from '../../../docs/guide/offices.md?raw';
import overview from '../../../docs/guide/overview.md?raw';
import parties from '../../../docs/guide/parties.md?raw';
import people from '../../../docs/guide/people.md?raw';
import plan from '../../../docs/guide/plan.md?raw';
import programme from '../../../docs/guide/programme.md?raw';
import reports from '../../../docs/guide/reports.md?raw';
import ruleWatch from '../../../docs/guide/rule-watch.md?raw';
import rules from '../../../docs/guide/rules.md?raw';
import screening from '../../../docs/guide/screening.md?raw';
import transfers from '../../../docs/guide/transfers.md?raw';
import words from '../../../docs/guide/words.md?raw';
import imports from '../../../docs/imports.md?raw';
import { type ManualText, plainText, readManual } from './markdown.ts';

export interface ManualPage extends ManualText {
  readonly id: string;
}

const files = {
  'first-ten-minutes': tenMinutes,
  overview,
  answers,
  people,
  parties,
  access,
  screening,
  transfers,
  plan,
  evidence,
  words,
  imports,
  'import-logs': importLogs,
  logs,
  networks,
  lists,
  programme,
  reports,
  gates,
  incidents,
  'rule-watch': ruleWatch,
  rules,
  offices,
  'keys-and-backups': keys,
  keyboard,
} as const;

/** The guide, one page a file, in reading order. The same files are read on paper and on the web: one text, two places. */
export const manualPages: readonly ManualPage[] = Object.entries(files).map(([id, text]) => ({ id, ...readManual(text) }));

/** Page of the manual that explains a place of the program. */
export function pageFor(path: string): string {
  const places: readonly (readonly [RegExp, string])[] = [
    [/^\/$/, 'overview'],
    [/^\/quality/, 'overview'],
    [/^\/import\/exchange/, 'offices'],
    [/^\/import/, 'imports'],
    [/^\/access\/import/, 'import-logs'],
    [/^\/access/, 'access'],
    [/^\/parties\/(queue|lookup|settings|measures)/, 'screening'],
    [/^\/(history|retention)/, 'evidence'],
    [/^\/people/, 'people'],
    [/^\/parties/, 'parties'],
    [/^\/transfers/, 'transfers'],
    [/^\/lists/, 'lists'],
    [/^\/plan/, 'plan'],
    [/^\/programme\/gates/, 'gates'],
    [/^\/programme\/incidents/, 'incidents'],
    [/^\/programme/, 'programme'],
    [/^\/rules\/(watch|impact)/, 'rule-watch'],
    [/^\/rules\/networks/, 'networks'],
    [/^\/rules/, 'rules'],
    [/^\/settings\/(security|backups|history|diagnostics)/, 'keys-and-backups'],
    [/^\/settings\/rules/, 'rules'],
    [/^\/(reports|settings\/reports)/, 'reports'],
    [/^\/(assets\/new|models\/new|chips)/, 'first-ten-minutes'],
    [/^\/(assets|check|models|systems|software)/, 'answers'],
  ];
  return places.find(([place]) => place.test(path))?.[1] ?? 'first-ten-minutes';
}

export interface ManualHit {
  readonly page: ManualPage;
  /** Place of the chapter on its page, from 0. */
  readonly chapter: number;
  readonly title: string;
  readonly excerpt: string;
}

const excerptLength = 160;

/** Chapters that hold every word searched for, in reading order; those with a word in their heading come first. */
export function searchManual(text: string): readonly ManualHit[] {
  const wanted = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return [];
  const hits = manualPages.flatMap((page) =>
    page.chapters.flatMap((chapter, place) => {
      const title = chapter.title === '' ? page.title : chapter.title;
      const said = chapter.blocks.map(plainText).join(' ');
      const found = wanted.every((word) => `${title} ${said}`.toLowerCase().includes(word));
      return found ? [{ page, chapter: place, title, excerpt: excerptOf(said, wanted) }] : [];
    }),
  );
  const inTitle = (hit: ManualHit) => wanted.some((word) => hit.title.toLowerCase().includes(word));
  return [...hits.filter(inTitle), ...hits.filter((hit) => !inTitle(hit))];
}

function excerptOf(said: string, wanted: readonly string[]): string {
  const at = Math.max(0, ...wanted.slice(0, 1).map((word) => said.toLowerCase().indexOf(word)));
  const start = at < excerptLength / 2 ? 0 : said.indexOf(' ', at - excerptLength / 2) + 1;
  const wordEnd = said.indexOf(' ', start + excerptLength);
  const end = wordEnd === -1 ? said.length : wordEnd;
  return `${start === 0 ? '' : '… '}${said.slice(start, end).trim()}${end < said.length ? ' …' : ''}`;
}
