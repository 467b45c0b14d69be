import type { ImportField, TargetSchema } from '../../../../src-shared/formats/import-target.ts';
import { likeness, plainText } from './normal.ts';

export interface AliasHit {
  readonly field: ImportField;
  /** The name of ours that the heading matched. */
  readonly alias: string;
}

/** Finds fields by the names people give their columns. */
export interface AliasIndex {
  find(heading: string): AliasHit | null;
  /** Fields whose names share words with the heading or differ by a slip of the pen, best first, with how alike they are. */
  close(heading: string): ReadonlyArray<AliasHit & { readonly alike: number }>;
}

const indexes = new WeakMap<TargetSchema, AliasIndex>();

export function aliasIndex(schema: TargetSchema): AliasIndex {
  const known = indexes.get(schema);
  if (known !== undefined) return known;
  const index = build(schema);
  indexes.set(schema, index);
  return index;
}

function build(schema: TargetSchema): AliasIndex {
  const exact = new Map<string, AliasHit>();
  const all: { readonly words: ReadonlySet<string>; readonly plain: string; readonly hit: AliasHit }[] = [];
  const learn = (field: ImportField, alias: string) => {
    const plain = plainText(alias);
    if (plain === '') return;
    for (const one of [plain, plain.replaceAll(' ', '')]) if (!exact.has(one)) exact.set(one, { field, alias });
    all.push({ words: new Set(plain.split(' ')), plain, hit: { field, alias } });
  };
  for (const field of schema.fields) {
    learn(field, field.label);
    learn(field, field.id);
  }
  for (const field of schema.fields) for (const alias of field.aliases) learn(field, alias);
  return {
    find: (heading) => exact.get(plainText(heading)) ?? exact.get(plainText(heading).replaceAll(' ', '')) ?? null,
    close(heading) {
      const plain = plainText(heading);
      const words = new Set(plain.split(' ').filter((word) => word.length > 1));
      const best = new Map<string, AliasHit & { alike: number }>();
      for (const one of all) {
        const shared = [...words].filter((word) => one.words.has(word)).length;
        const overlap = words.size === 0 ? 0 : (2 * shared) / (words.size + one.words.size);
        const alike = Math.max(overlap, plain.length >= 5 ? likeness(plain, one.plain) : 0);
        if (alike > (best.get(one.hit.field.id)?.alike ?? 0.5)) best.set(one.hit.field.id, { ...one.hit, alike });
      }
      return [...best.values()].sort((a, b) => b.alike - a.alike);
    },
  };
}
