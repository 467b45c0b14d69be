import { describe, expect, it } from 'vitest';
import { countParameters } from './count-parameters.ts';
import { readModelFiles } from './index.ts';

/** Sizes as published by the makers; what their reports say the models have. */
const known = [
  {
    name: 'GPT-2',
    config: { model_type: 'gpt2', n_embd: 768, n_layer: 12, n_head: 12, n_positions: 1024, vocab_size: 50_257 },
    total: 124.4e6,
  },
  {
    name: 'BERT base',
    config: {
      model_type: 'bert',
      hidden_size: 768,
      num_hidden_layers: 12,
      num_attention_heads: 12,
      intermediate_size: 3072,
      vocab_size: 30_522,
      max_position_embeddings: 512,
      type_vocab_size: 2,
    },
    total: 109.5e6,
  },
  {
    name: 'Llama 3.1 8B',
    config: {
      model_type: 'llama',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14_336,
      vocab_size: 128_256,
      tie_word_embeddings: false,
    },
    total: 8.03e9,
  },
  {
    name: 'Mixtral 8x7B',
    config: {
      model_type: 'mixtral',
      hidden_size: 4096,
      num_hidden_layers: 32,
      num_attention_heads: 32,
      num_key_value_heads: 8,
      intermediate_size: 14_336,
      vocab_size: 32_000,
      num_local_experts: 8,
      num_experts_per_tok: 2,
      tie_word_embeddings: false,
    },
    total: 46.7e9,
    active: 12.9e9,
  },
  {
    name: 'DeepSeek-V3',
    config: {
      model_type: 'deepseek_v3',
      hidden_size: 7168,
      num_hidden_layers: 61,
      num_attention_heads: 128,
      num_key_value_heads: 128,
      q_lora_rank: 1536,
      kv_lora_rank: 512,
      qk_nope_head_dim: 128,
      qk_rope_head_dim: 64,
      v_head_dim: 128,
      intermediate_size: 18_432,
      moe_intermediate_size: 2048,
      n_routed_experts: 256,
      n_shared_experts: 1,
      num_experts_per_tok: 8,
      first_k_dense_replace: 3,
      vocab_size: 129_280,
      tie_word_embeddings: false,
    },
    total: 671e9,
    active: 37.5e9,
  },
];

describe('counting parameters from a configuration', () => {
  it.each(known)('$name', ({ config, total, active }) => {
    const count = countParameters(config);
    expect(count?.total).toBeGreaterThan(total * 0.99);
    expect(count?.total).toBeLessThan(total * 1.01);
    if (active !== undefined) {
      expect(count?.active).toBeGreaterThan(active * 0.97);
      expect(count?.active).toBeLessThan(active * 1.03);
    }
  });

  it('refuses an architecture it does not know instead of guessing', () => {
    expect(countParameters({ model_type: 'vit', hidden_size: 768, num_hidden_layers: 12 })).toBeNull();
    expect(countParameters({})).toBeNull();
    expect(countParameters({ model_type: 'llama', hidden_size: 'large' })).toBeNull();
  });
});

const card = `---
license: apache-2.0
base_model:
- example/base-7b
base_model_relation: finetune
language: [en, de]
datasets:
  - example/web
library_name: transformers
pipeline_tag: text-generation
---
# Example 7B

It was pretrained on 15.6 trillion tokens using 2,048 NVIDIA H100 GPUs and 3.8 × 10^24 FLOPs.
`;

describe('reading the files of a published model', () => {
  it('finds facts with the line they stand on and says how sure they are', () => {
    const config = JSON.stringify({ ...known[3]?.config, torch_dtype: 'bfloat16', max_position_embeddings: 32_768 }, null, 2);
    const { facts, notes } = readModelFiles([
      { name: 'config.json', text: config },
      { name: 'README.md', text: card },
    ]);
    const fact = (id: string) => facts.find((one) => one.fieldId === id);
    expect(notes).toEqual([]);
    expect(fact('architecture')).toMatchObject({ value: { value: 'mixtureOfExperts' }, basis: 'stated' });
    expect(fact('parametersActive')?.basis).toBe('computed');
    expect(fact('parametersActive')?.said.params).toMatchObject({ active: 2, experts: 8 });
    expect(fact('distribution')).toMatchObject({
      value: { value: 'apache-2.0' },
      file: 'README.md',
      line: 2,
      excerpt: 'license: apache-2.0',
    });
    expect(fact('baseModelName')).toMatchObject({ value: { value: 'example/base-7b' } });
    expect(fact('originType')).toMatchObject({ value: { value: 'fineTuned' } });
    expect(fact('trainingTokens')).toMatchObject({ value: { value: 15.6e12 }, basis: 'inferred', line: 14 });
    expect(fact('trainingOperations')).toMatchObject({ value: { value: 3.8e24 }, basis: 'inferred' });
    expect(fact('hardwareCount')).toMatchObject({ value: { value: 2048 } });
    expect(fact('languages')).toMatchObject({ value: { value: ['en', 'de'] } });
  });

  it('takes the count of the weights’ index over none', () => {
    const index = JSON.stringify({ metadata: { total_size: 16_060_522_496 }, weight_map: {} });
    const { facts } = readModelFiles([
      { name: 'config.json', text: '{"model_type":"vit","torch_dtype":"bfloat16"}' },
      { name: 'model.safetensors.index.json', text: index },
    ]);
    expect(facts.find((fact) => fact.fieldId === 'parametersTotal')).toMatchObject({ value: { value: 8_030_261_248 }, basis: 'computed' });
  });

  it('says what it could not read, and survives hostile files', () => {
    const { notes } = readModelFiles([
      { name: 'config.json', text: '{"__proto__": {"polluted": true}, "model_type": "unheard"}' },
      { name: 'broken.json', text: '{' },
      { name: 'list.json', text: '[1,2]' },
      { name: 'README.md', text: `---\n${'- x\n'.repeat(5000)}` },
    ]);
    expect(notes.map((note) => note.key)).toEqual(
      expect.arrayContaining(['imports.model.unknownArchitecture', 'imports.model.notJson', 'imports.model.nothing']),
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
