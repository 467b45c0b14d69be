import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { runClassifyBatch } from '../../src-main/core/classification-batch/index.ts';
import { loadRulePacks } from '../../src-main/core/rulepacks/index.ts';
import { classifyItem } from '../../src-main/engine/classification/index.ts';
import { isoDate } from '../../src-shared/model/dates.ts';
import type { ItemFacts } from '../../src-shared/model/item-facts.ts';
import type { RulePack } from '../../src-shared/model/rule-pack.ts';
import { scoreExamples } from './classification-score.ts';

export const title = 'Classification: worked legal examples, and speed';

const root = path.resolve(import.meta.dirname, '../..');
const examples = path.resolve(root, '../shared/regulatory/examples/classification.jsonl');
const on = isoDate('2026-11-21');

export async function run(): Promise<{
  columns: readonly string[];
  rows: readonly (readonly (string | number)[])[];
  notes: readonly string[];
}> {
  const loaded = await loadRulePacks(path.join(root, 'resources', 'rulepacks'));
  if (!loaded.ok || loaded.value.refused.length > 0) throw new Error(`Rule packs do not load: ${JSON.stringify(loaded)}`);
  const packs = loaded.value.packs.map(({ pack }) => pack);
  const rows: (readonly (string | number)[])[] = [];
  const notes: string[] = [];
  scoreInto(packs, rows, notes);
  rows.push(speed(packs));
  rows.push(await batchSpeed(packs));
  return { columns: ['what', 'measured', 'wanted'], rows, notes };
}

function scoreInto(packs: readonly RulePack[], rows: (readonly (string | number)[])[], notes: string[]): void {
  if (!existsSync(examples)) {
    notes.push(`The worked examples are not here (${path.relative(root, examples)}), so they were not scored.`);
    return;
  }
  const score = scoreExamples(examples, packs);
  const share = (right: number, asked: number) => `${right} of ${asked} (${((100 * right) / Math.max(1, asked)).toFixed(1)} %)`;
  rows.push(['cases right on verdict, limb, text status, enforcement, conclusion', share(score.right, score.cases), '≥ 95 %']);
  rows.push(['the same, weighted by difficulty', `${(100 * score.rightWeighted).toFixed(1)} %`, '']);
  rows.push(['unsafe errors (does not meet, where it meets or is open)', score.unsafe.length, '0']);
  for (const [aspect, { right, asked }] of Object.entries(score.byAspect)) rows.push([`  ${aspect}`, share(right, asked), '']);
  notes.push(...score.unsafe.map((miss) => `UNSAFE ${miss}`), ...score.misses.slice(0, 20));
}

/** A believable mixture: models, chips, computers with chips inside, software, know-how. */
function sampleItem(place: number): ItemFacts {
  const rate = 20 + ((place * 37) % 1200);
  const chip: ItemFacts = {
    type: 'chip',
    origin: 'US',
    peakDense: [
      { format: 'int8', bitLength: 8, denseTeraOpsPerS: rate },
      { format: 'fp16', bitLength: 16, denseTeraOpsPerS: rate / 2 },
    ],
    applicableDieAreaMm2: place % 4 === 0 ? null : 300 + (place % 500),
    designedOrMarketedForDatacenter: place % 3 === 0 ? 'no' : 'yes',
    tdpW: 300,
  };
  switch (place % 5) {
    case 0:
    case 1:
      return {
        type: 'model',
        origin: 'US',
        weightsPublished: place % 2 === 0 ? 'yes' : 'no',
        architecture: 'dense',
        parametersTotal: 1e9 * (1 + (place % 900)),
        trainingTokens: place % 7 === 0 ? null : 1e12 * (1 + (place % 20)),
        placedOnEuMarket: 'yes',
      };
    case 2:
      return chip;
    case 3:
      return { type: 'server', origin: 'US', appWt: place % 90, contains: [{ count: 8, item: chip }] };
    default:
      return {
        type: 'software',
        origin: 'US',
        published: 'no',
        servesStages: ['development'],
        servesEntries: place % 2 === 0 ? ['4A090.a'] : [],
        speciallyDesigned: 'yes',
      };
  }
}

function speed(packs: readonly RulePack[]): readonly (string | number)[] {
  const items = Array.from({ length: 10_000 }, (_, place) => sampleItem(place));
  for (const item of items.slice(0, 500)) classifyItem(item, on, packs);
  const start = performance.now();
  const cpu = process.cpuUsage();
  let entries = 0;
  for (const item of items) entries += classifyItem(item, on, packs).entries.length;
  const seconds = (performance.now() - start) / 1000;
  const { user } = process.cpuUsage(cpu);
  return [
    `10,000 assets × ${packs.length} packs (${entries} entries judged)`,
    `${seconds.toFixed(2)} s (processor ${(user / 1e6).toFixed(2)} s)`,
    '≤ 5 s',
  ];
}

async function batchSpeed(packs: readonly RulePack[]): Promise<readonly (string | number)[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'gatehouse-bench-'));
  try {
    const input = path.join(folder, 'chips.csv');
    const lines = Array.from(
      { length: 100_000 },
      (_, place) =>
        `chip-${place},${20 + (place % 1200)},${10 + (place % 600)},${place % 4 === 0 ? '' : 300 + (place % 500)},${place % 3 === 0 ? 'no' : 'yes'}`,
    );
    await writeFile(input, `id,int8_tops,fp16_tflops,applicable_die_area_mm2,designed_or_marketed_for_datacenter\n${lines.join('\n')}\n`);
    let peak = 0;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }, 50);
    const before = process.memoryUsage().heapUsed;
    const start = performance.now();
    const done = await runClassifyBatch({
      input,
      format: 'csv',
      output: path.join(folder, 'out.jsonl'),
      kind: 'chip',
      on,
      packs: null,
      resources: path.join(root, 'resources'),
    });
    clearInterval(watch);
    if (!done.ok) throw new Error(`The batch failed: ${JSON.stringify(done.error)}`);
    const seconds = (performance.now() - start) / 1000;
    const grown = Math.max(0, peak - before) / 1024 ** 2;
    return [
      `${done.value.rows.toLocaleString('en')} chips from CSV to JSON lines, ${packs.length} packs`,
      `${seconds.toFixed(1)} s, heap at most ${grown.toFixed(0)} MB above the start`,
      'constant memory',
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
