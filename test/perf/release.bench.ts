import { existsSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { loadRulePacks } from '../../src-main/core/rulepacks/index.ts';
import { judgeRelease, releaseLawOf } from '../../src-main/engine/release/index.ts';
import { isoDate } from '../../src-shared/model/dates.ts';
import type { ReleaseFacts } from '../../src-shared/model/release.ts';
import { scoreReleases } from './release-score.ts';

export const title = 'Releases by access: worked legal examples, and speed';

const root = path.resolve(import.meta.dirname, '../..');
const resources = path.join(root, 'resources');
const examples = path.resolve(root, '../shared/regulatory/examples/release.jsonl');
const on = isoDate('2026-11-21');

export async function run(): Promise<{
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  notes: readonly string[];
}> {
  const rows: (readonly (string | number)[])[] = [];
  const notes: string[] = [];
  if (existsSync(examples)) {
    const score = await scoreReleases(examples, resources);
    rows.push(['cases right on every field with one answer', `${score.right} of ${score.cases}`, '≥ 95 %']);
    rows.push(['unsafe errors (not required, where it is required or open)', score.unsafe.length, '0']);
    rows.push(['open points and questions named', `${score.named} of ${score.asked}`, '']);
    notes.push(...score.unsafe.map((id) => `UNSAFE ${id}`), ...score.misses.slice(0, 20));
  } else notes.push(`The worked examples are not here (${path.relative(root, examples)}), so they were not scored.`);
  rows.push(await speed());
  return { columns: ['what', 'measured', 'wanted'], rows, notes };
}

/** People of many countries, known and half known, who open many kinds of items. */
async function speed(): Promise<readonly (string | number)[]> {
  const loaded = await loadRulePacks(path.join(resources, 'rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(`Rule packs do not load: ${JSON.stringify(loaded)}`);
  const law = releaseLawOf(loaded.value.packs.map(({ pack }) => pack));
  const countries = law.regimes[0]?.places ?? [];
  const items = [
    { classification: '3E001', host: '3A001', reasons: ['NS', 'AT'], form: 'technology' as const },
    { classification: '5D002', reasons: ['NS', 'AT', 'EI'], form: 'sourceCode' as const },
    { classification: '4E091', reasons: ['RS', 'AT'], form: 'weights' as const },
    { classification: 'EAR99', form: 'technology' as const },
  ];
  const sample = (place: number): ReleaseFacts => ({
    person: {
      citizenships: [{ country: countries[place % countries.length] ?? 'DE', since: place % 7 === 0 ? null : '1990-01-01' }],
      permanentResidences: place % 5 === 0 ? null : [],
      usStatus: place % 3 === 0 ? 'unknown' : 'visa',
      employment: 'permanentRegular',
      employer: { name: 'Atlas', country: 'US', headquarters: 'US' },
      locatedIn: place % 4 === 0 ? 'DE' : 'US',
    },
    item: { origin: 'US', published: false, ...(items[place % items.length] ?? items[0]) },
    access: { kind: 'repository', what: 'clones the repository', from: place % 4 === 0 ? 'DE' : 'US' },
    authorisation: { type: 'none' },
  });
  const count = 10_000;
  const start = performance.now();
  for (let place = 0; place < count; place += 1) judgeRelease(sample(place), on, law);
  return [`${count.toLocaleString('en')} acts judged`, `${((performance.now() - start) / count).toFixed(2)} ms each`, ''];
}
