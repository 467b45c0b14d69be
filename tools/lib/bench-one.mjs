// Runs one benchmark file and writes its table as JSON; started by tools/bench.mjs under Node 24.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const [benchFile, resultFile] = process.argv.slice(2);
const bench = await import(pathToFileURL(benchFile).href);
const started = performance.now();
const result = await bench.run();
writeFileSync(resultFile, JSON.stringify({ title: bench.title, seconds: (performance.now() - started) / 1000, result }));
process.exit(0);
