import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { dataDictionary } from './data-dictionary.ts';
import { brokenLinks } from './links.ts';
import { describedTables } from './tables.ts';

const root = path.resolve(import.meta.dirname, '..', '..');
const page = path.join(root, 'docs', 'data-dictionary.md');
const checking = process.argv.includes('--check');

const { tables, problems: missing } = describedTables(root);
const text = dataDictionary(tables);
const outOfDate = checking && (!existsSync(page) || readFileSync(page, 'utf8') !== text);
if (!checking) writeFileSync(page, text);

const problems = [
  ...missing,
  ...(outOfDate ? ['docs/data-dictionary.md is out of date: run  npm run docs'] : []),
  ...brokenLinks(root, ['README.md', 'CHANGELOG.md', 'docs']),
];
for (const problem of problems) console.error(`gatehouse: ${problem}`);
if (!checking) console.error(`gatehouse: docs/data-dictionary.md describes ${tables.length} tables.`);
process.exitCode = problems.length === 0 ? 0 : 1;
