/** Layer sizes as a model's configuration gives them. */
export type ModelConfig = Readonly<Record<string, unknown>>;

export interface ParameterCount {
  readonly total: number;
  /** Parameters that take part in each token: everything but the experts not chosen. */
  readonly active: number;
  readonly experts: { readonly all: number; readonly perToken: number } | null;
  /** The sums in plain operators, for the trace. */
  readonly arithmetic: string;
  readonly activeArithmetic: string;
}

const gatedTypes =
  /llama|mistral|mixtral|qwen|gemma|phi3|olmo|deepseek|granite|cohere|yi|internlm|minicpm|glm|smollm|stablelm|jamba|arctic|dbrx|grok|ernie|hunyuan|exaone|minimax|kimi|gpt_oss/;
const plainTypes = /gpt_neox|falcon|phi$|mpt|bloom|opt|gptj|codegen|starcoder/;
const tiedByDefault = /gemma|gpt2|bert|falcon|bloom|opt|t5|cohere/;

/**
 * Counts the parameters of common architectures from their layer sizes: decoder-only transformers (grouped-query and latent attention, gated and plain feed-forward,
 * mixtures of experts with shared experts and dense first layers), GPT-2, BERT and T5. Unit: parameters. Norms are counted; biases
 * only where the architecture has them by definition. `null` for architectures not known here: they are not guessed.
 * Source: the architectures' reference implementations in the transformers library.
 */
export function countParameters(config: ModelConfig): ParameterCount | null {
  const type = String(config['model_type'] ?? '').toLowerCase();
  if (type === 'gpt2') return countGpt2(config);
  if (/^(bert|roberta|xlm-roberta|electra|camembert)$/.test(type)) return countBert(config);
  if (/^(t5|mt5|umt5)$/.test(type)) return countT5(config);
  return gatedTypes.test(type) || plainTypes.test(type) ? countDecoder(config, type) : null;
}

const size = (config: ModelConfig, ...keys: readonly string[]): number | null => {
  for (const key of keys) {
    const value = config[key];
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value;
  }
  return null;
};

function countDecoder(config: ModelConfig, type: string): ParameterCount | null {
  const hidden = size(config, 'hidden_size', 'n_embd', 'd_model');
  const layers = size(config, 'num_hidden_layers', 'n_layer', 'n_layers');
  const heads = size(config, 'num_attention_heads', 'n_head', 'n_heads');
  const vocabulary = size(config, 'vocab_size');
  if (hidden === null || layers === null || heads === null || vocabulary === null || heads === 0) return null;
  const inner = size(config, 'intermediate_size', 'ffn_dim', 'n_inner') ?? 4 * hidden;
  const attention = attentionSize(config, type, hidden, heads);
  const width = plainTypes.test(type) ? 2 : 3;
  const dense = width * hidden * inner;
  const tied = typeof config['tie_word_embeddings'] === 'boolean' ? config['tie_word_embeddings'] : tiedByDefault.test(type);
  const embedding = vocabulary * hidden * (tied ? 1 : 2);
  const norms = (2 * layers + 1) * hidden;
  const all = size(config, 'num_local_experts', 'num_experts', 'n_routed_experts', 'moe_num_experts') ?? 0;
  const perToken =
    size(config, 'num_experts_per_tok', 'num_experts_per_token', 'experts_per_token', 'moe_topk', 'num_selected_experts', 'moe_k') ?? 0;
  if (all < 2) {
    const total = embedding + layers * (attention + dense) + norms;
    return alike(total, `${n(embedding)} + ${layers} × (${n(attention)} + ${n(dense)}) + ${n(norms)} = ${n(total)}`);
  }
  if (perToken === 0) return null;
  const expertInner = size(config, 'moe_intermediate_size', 'ffn_hidden_size') ?? inner;
  const expert = width * hidden * expertInner;
  const sharedInner =
    size(config, 'shared_expert_intermediate_size', 'shared_intermediate_size') ??
    (size(config, 'n_shared_experts', 'num_shared_experts') ?? 0) * expertInner;
  const shared = width * hidden * sharedInner;
  const router = hidden * all;
  const denseLayers = Math.min(layers, denseLayerCount(config, layers));
  const sparseLayers = layers - denseLayers;
  const fixed = embedding + layers * attention + denseLayers * dense + sparseLayers * (shared + router) + norms;
  const total = fixed + sparseLayers * all * expert;
  const active = fixed + sparseLayers * perToken * expert;
  const line = (count: number, sum: number) => `${n(fixed)} + ${sparseLayers} × ${count} × ${n(expert)} = ${n(sum)}`;
  return { total, active, experts: { all, perToken }, arithmetic: line(all, total), activeArithmetic: line(perToken, active) };
}

function attentionSize(config: ModelConfig, type: string, hidden: number, heads: number): number {
  const latent = size(config, 'kv_lora_rank');
  const plain = size(config, 'qk_nope_head_dim');
  const rope = size(config, 'qk_rope_head_dim');
  const value = size(config, 'v_head_dim');
  if (latent !== null && plain !== null && rope !== null && value !== null) {
    const queryRank = size(config, 'q_lora_rank');
    const query =
      queryRank === null || queryRank === 0
        ? hidden * heads * (plain + rope)
        : hidden * queryRank + queryRank + queryRank * heads * (plain + rope);
    return query + hidden * (latent + rope) + latent + latent * heads * (plain + value) + heads * value * hidden;
  }
  const head = size(config, 'head_dim') ?? hidden / heads;
  const groups = config['multi_query'] === true ? 1 : (size(config, 'num_key_value_heads', 'num_kv_heads', 'n_head_kv') ?? heads);
  const biases = /qwen2/.test(type) || config['attention_bias'] === true ? head * (heads + 2 * groups) : 0;
  return hidden * head * (2 * heads + 2 * groups) + biases;
}

/** Layers with a plain feed-forward: the first few, or every layer outside the sparse step. */
function denseLayerCount(config: ModelConfig, layers: number): number {
  const first = size(config, 'first_k_dense_replace');
  if (first !== null) return first;
  const listed = config['mlp_only_layers'];
  const step = size(config, 'decoder_sparse_step', 'interleave_moe_layer_step') ?? 1;
  const dense = step > 1 ? layers - Math.floor(layers / step) : 0;
  return dense + (Array.isArray(listed) ? listed.length : 0);
}

function countGpt2(config: ModelConfig): ParameterCount | null {
  const hidden = size(config, 'n_embd', 'hidden_size');
  const layers = size(config, 'n_layer', 'num_hidden_layers');
  const vocabulary = size(config, 'vocab_size');
  if (hidden === null || layers === null || vocabulary === null) return null;
  const embedding = (vocabulary + (size(config, 'n_positions', 'n_ctx') ?? 1024)) * hidden;
  const inner = size(config, 'n_inner') ?? 4 * hidden;
  const layer = 4 * hidden * hidden + 4 * hidden + 2 * hidden * inner + inner + hidden + 4 * hidden;
  const total = embedding + layers * layer + 2 * hidden;
  return alike(total, `${n(embedding)} + ${layers} × ${n(layer)} + ${n(2 * hidden)} = ${n(total)}`);
}

function countBert(config: ModelConfig): ParameterCount | null {
  const hidden = size(config, 'hidden_size');
  const layers = size(config, 'num_hidden_layers');
  const inner = size(config, 'intermediate_size');
  const vocabulary = size(config, 'vocab_size');
  if (hidden === null || layers === null || inner === null || vocabulary === null) return null;
  const embedding = (vocabulary + (size(config, 'max_position_embeddings') ?? 512) + (size(config, 'type_vocab_size') ?? 2) + 2) * hidden;
  const layer = 4 * hidden * hidden + 4 * hidden + 2 * hidden * inner + inner + hidden + 4 * hidden;
  const pooler = hidden * hidden + hidden;
  const total = embedding + layers * layer + pooler;
  return alike(total, `${n(embedding)} + ${layers} × ${n(layer)} + ${n(pooler)} = ${n(total)}`);
}

function countT5(config: ModelConfig): ParameterCount | null {
  const hidden = size(config, 'd_model');
  const head = size(config, 'd_kv');
  const heads = size(config, 'num_heads');
  const inner = size(config, 'd_ff');
  const encoder = size(config, 'num_layers');
  const vocabulary = size(config, 'vocab_size');
  if (hidden === null || head === null || heads === null || inner === null || encoder === null || vocabulary === null) return null;
  const decoder = size(config, 'num_decoder_layers') ?? encoder;
  const forward = (/^gated/.test(String(config['feed_forward_proj'] ?? '')) ? 3 : 2) * hidden * inner;
  const attention = 4 * hidden * heads * head;
  const embedding = vocabulary * hidden * (config['tie_word_embeddings'] === false ? 2 : 1);
  const total = embedding + encoder * (attention + forward + 2 * hidden) + decoder * (2 * attention + forward + 3 * hidden) + 2 * hidden;
  return alike(
    total,
    `${n(embedding)} + ${encoder} × ${n(attention + forward)} + ${decoder} × ${n(2 * attention + forward)} = ${n(total)}`,
  );
}

/** A model without experts: every parameter takes part in every token. */
const alike = (total: number, arithmetic: string): ParameterCount => ({
  total,
  active: total,
  experts: null,
  arithmetic,
  activeArithmetic: arithmetic,
});

const n = (value: number) => Math.round(value).toLocaleString('en-US');
