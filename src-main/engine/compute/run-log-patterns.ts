/** A figure as it stands in a log, before anything is worked out from it. */
export type RawFigure =
  | 'parameters'
  | 'trainableParameters'
  | 'parametersPerRank'
  | 'steps'
  | 'plannedSteps'
  | 'batchTokens'
  | 'globalBatch'
  | 'microBatch'
  | 'accumulation'
  | 'sequence'
  | 'examples'
  | 'consumedSamples'
  | 'tokens'
  | 'epochs'
  | 'chips'
  | 'nodes'
  | 'chipsPerNode'
  | 'runtimeSeconds'
  | 'stepSeconds'
  | 'mfu'
  | 'hfu'
  | 'flop'
  | 'layers'
  | 'width'
  | 'vocabulary'
  | 'tensorParallel'
  | 'pipelineParallel';

export interface LogPattern {
  readonly figure: RawFigure;
  readonly pattern: RegExp;
  /** Factor from the number in the log to the figure's unit (tokens, seconds, a fraction for utilisation). */
  readonly scale?: number;
}

const number = '([0-9][0-9,_]*(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s?([kKMBTG](?![A-Za-z/]))?';
/** Between a name and its number: colon, equals, dots of an argument dump, brackets. */
const gap = '["\')\\]]*\\s*[:=.|\\s]\\s*[.:=\\s]*["\'(\\[]*';

const after = (words: string): RegExp => new RegExp(`(?:^|[^A-Za-z0-9_])(?:${words})${gap}${number}`, 'i');

/**
 * What trainers print: Megatron and NeMo argument dumps and iteration lines, Hugging Face trainer and its state file, Lightning
 * summaries, nanoGPT, torchtitan, Composer, run summaries. The first pattern that fits a figure on a line wins.
 */
export const logPatterns: readonly LogPattern[] = [
  { figure: 'trainableParameters', pattern: after('number of trainable parameters|num trainable params|trainable params') },
  { figure: 'trainableParameters', pattern: new RegExp(`${number}\\s+trainable params`, 'i') },
  { figure: 'parametersPerRank', pattern: /number of parameters on .*rank.*?:\s*([0-9][0-9,_]*)()/i },
  {
    figure: 'parameters',
    pattern: after(
      'all params|total params|total parameters|number of parameters|num_params|num_parameters|n_params|model_parameters|model parameters|parameter count|model/num_parameters|model size',
    ),
  },
  { figure: 'parameters', pattern: new RegExp(`${number}\\s+(?:total params|total parameters|parameters)\\b`, 'i') },
  {
    figure: 'batchTokens',
    pattern: after(
      'tokens per iteration(?: will be)?|tokens per step|tokens_per_step|tokens per batch|batch size in tokens|global_batch_tokens',
    ),
  },
  {
    figure: 'globalBatch',
    pattern: after(
      'total train batch size(?: \\([^)]*\\))?|global batch size|global_batch_size|effective batch size|global_train_batch_size|train_batch_size_total',
    ),
  },
  {
    figure: 'microBatch',
    pattern: after(
      'per_device_train_batch_size|instantaneous batch size per device|micro_batch_size|micro batch size|device_train_microbatch_size|train_micro_batch_size_per_gpu',
    ),
  },
  {
    figure: 'accumulation',
    pattern: after('gradient_accumulation_steps|gradient accumulation steps|grad_accum_steps|accumulate_grad_batches'),
  },
  {
    figure: 'sequence',
    pattern: after(
      'seq_length|seq_len|sequence length|sequence_length|max_seq_length|max_seq_len|block_size|context_length|max_position_embeddings|model_max_length',
    ),
  },
  {
    figure: 'plannedSteps',
    pattern: after('total optimization steps|train_iters|max_steps|total steps|max_iters|total_steps|training steps'),
  },
  { figure: 'steps', pattern: /(?:^|[^A-Za-z])(?:iteration|iter|step|global_step)\s*[:=]?\s*([0-9][0-9,]*)()(?=\s*[/:|,\s]|$)/i },
  { figure: 'consumedSamples', pattern: after('consumed samples|consumed_samples|consumed_train_samples|samples seen') },
  {
    figure: 'tokens',
    pattern: after(
      'consumed tokens|consumed_tokens|num_input_tokens_seen|tokens seen|total tokens|total_tokens|train_tokens|n_tokens|trained tokens|tokens_processed',
    ),
  },
  { figure: 'examples', pattern: after('num examples|num_examples|number of training examples|train_samples') },
  { figure: 'epochs', pattern: after('num epochs|num_train_epochs|max_epochs|num_epochs') },
  { figure: 'chips', pattern: after('world_size|world size|num_gpus|n_gpus|number of gpus|num_devices|gpu_count|total gpus|gpus') },
  { figure: 'nodes', pattern: after('num_nodes|nnodes|number of nodes|n_nodes') },
  { figure: 'chipsPerNode', pattern: after('gpus_per_node|nproc_per_node|devices_per_node|gpus per node') },
  {
    figure: 'runtimeSeconds',
    pattern: after('train_runtime|_runtime|total training time \\(s\\)|training time in seconds|elapsed_seconds|wall_clock_seconds'),
  },
  { figure: 'runtimeSeconds', pattern: after('training time \\(h(?:ours)?\\)|elapsed hours|train_hours|total_hours'), scale: 3600 },
  {
    figure: 'stepSeconds',
    pattern: after('elapsed time per iteration \\(ms\\)|time per iteration \\(ms\\)|step time \\(ms\\)'),
    scale: 0.001,
  },
  { figure: 'stepSeconds', pattern: /(?:iter|step)\D{0,40}\d[^\n]{0,200}?\btime\s+([0-9.]+)()\s?ms/i, scale: 0.001 },
  { figure: 'stepSeconds', pattern: after('time_per_step|step_time|seconds per step|elapsed time per iteration \\(s\\)') },
  { figure: 'mfu', pattern: /\b(?:[\w/]*mfu)["']?\s*(?:\(%\))?\s*[:=]?\s*([0-9.]+)()\s?%/i, scale: 0.01 },
  { figure: 'mfu', pattern: after('[\\w/]*mfu') },
  { figure: 'hfu', pattern: /\b(?:[\w/]*hfu)["']?\s*(?:\(%\))?\s*[:=]?\s*([0-9.]+)()\s?%/i, scale: 0.01 },
  { figure: 'hfu', pattern: after('[\\w/]*hfu') },
  { figure: 'flop', pattern: after('total_flos|train/total_flos|total flops|total_flops|cumulative flops') },
  { figure: 'layers', pattern: after('num_layers|n_layer|num_hidden_layers|n_layers') },
  { figure: 'width', pattern: after('hidden_size|n_embd|d_model|embed_dim|hidden_dim') },
  { figure: 'vocabulary', pattern: after('vocab_size|padded_vocab_size|padded vocab size') },
  { figure: 'tensorParallel', pattern: after('tensor_model_parallel_size|tensor_parallel_size') },
  { figure: 'pipelineParallel', pattern: after('pipeline_model_parallel_size|pipeline_parallel_size') },
];

/** Chip names as drivers and trainers print them. */
export const chipPattern =
  /\b((?:NVIDIA\s+)?(?:[A-Z]*\s?(?:GH|GB|RTX|GTX|A|H|B|V|L|P|T)\d{2,4}[A-Za-z]*)(?:[\s-](?:SXM\d?|PCIe|NVL|\d+\s?GB|HBM\d\w*))*|TPU\s?v\d\w?|(?:AMD\s+)?(?:Instinct\s+)?MI\d{3}[AX]?|Trainium\s?\d|Gaudi\s?\d|Ascend\s?910[A-D]?)\b/;
/** Number format of the run. */
export const formatPattern = /\b(bf16|bfloat16|fp16|float16|fp8|fp32|float32|tf32|nvfp4|mxfp4)\b/i;
/** Start of a log line with a time on it. */
export const timePattern = /\b(\d{4})[-/](\d{2})[-/](\d{2})[T ](\d{2}):(\d{2}):(\d{2})/;
