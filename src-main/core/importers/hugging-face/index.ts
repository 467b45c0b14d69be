import type { CandidateFact, Said } from '../../../../src-shared/contract/imports.ts';
import { assetFromRecord } from '../assets/facts.ts';
import { cardFacts } from './card-facts.ts';
import { configFacts, weightIndexFacts } from './config-facts.ts';
import type { ModelConfig } from './count-parameters.ts';
import type { FoundFact } from './found-fact.ts';
import { sourceFile } from './source-lines.ts';

/** What the files of a published model say about it: candidates for a person to take over or leave, each with the line it stands on. */
export function readModelFiles(files: ReadonlyArray<{ readonly name: string; readonly text: string }>): {
  facts: CandidateFact[];
  notes: Said[];
} {
  const facts: FoundFact[] = [];
  const notes: Said[] = [];
  let dtype: string | null = null;
  const indexes: { file: ReturnType<typeof sourceFile>; content: ModelConfig }[] = [];
  for (const { name, text } of files) {
    const file = sourceFile(name, text);
    const before = facts.length;
    if (/\.json$/i.test(name)) {
      const content = parseObject(text);
      if (content === null) {
        notes.push({ key: 'imports.model.notJson', params: { file: name } });
        continue;
      }
      if ('weight_map' in content) {
        indexes.push({ file, content });
        continue;
      }
      const found = configFacts(file, content);
      const said = content['torch_dtype'] ?? content['dtype'];
      if (typeof said === 'string') dtype = said;
      facts.push(...found.facts);
      notes.push(...found.notes);
    } else facts.push(...cardFacts(file));
    if (facts.length === before) notes.push({ key: 'imports.model.nothing', params: { file: name } });
  }
  for (const { file, content } of indexes) facts.push(...weightIndexFacts(file, content, dtype));
  return { facts: facts.slice(0, 200).map(asCandidate), notes: notes.slice(0, 50) };
}

/** What was worked out or read in running text is inferred, however exact it looks. */
function asCandidate(found: FoundFact): CandidateFact {
  const source = `${found.file}${found.line === null ? '' : `, line ${found.line}`}`;
  const fact = assetFromRecord('model', { [found.fieldId]: found.value }, source).facts[found.fieldId];
  if (fact?.state !== 'known') return { ...found, fact: null };
  return { ...found, fact: { ...fact, sourceKind: found.basis === 'stated' ? 'published' : 'inferred' } };
}

/** Only its own keys are ever read, by name, so `__proto__` in a file is a key like any other. */
function parseObject(text: string): ModelConfig | null {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as ModelConfig) : null;
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
