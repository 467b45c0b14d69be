import { describe, expect, it } from 'vitest';
import { readRunLog } from './index.ts';

const best = (text: string, input: string) => readRunLog(text).candidates.find((one) => one.input === input);

const megatron = `using world size: 1024, data-parallel-size: 32
  hidden_size ..................................... 12288
  seq_length ...................................... 2048
  tensor_model_parallel_size ...................... 8
  pipeline_model_parallel_size .................... 4
  train_iters ..................................... 95000
 > number of parameters on (tensor, pipeline) model parallel rank (0, 0): 5463212032
[2030-03-01 00:00:00]  iteration    94990/   95000 | consumed samples:    145904640 | elapsed time per iteration (ms): 11500.2 | global batch size:  1536 |
[2030-03-13 15:12:00]  iteration    95000/   95000 | consumed samples:    145920000 | elapsed time per iteration (ms): 11500.2 | global batch size:  1536 |`;

describe('readRunLog', () => {
  it('reads an argument dump with iteration lines and shows how it got there', () => {
    expect(best(megatron, 'count.parameters')).toMatchObject({ value: 5463212032 * 32, line: 7 });
    expect(best(megatron, 'hardware.chips')).toMatchObject({ value: 1024, line: 1 });
    expect(best(megatron, 'count.dataset')).toMatchObject({ value: 145920000 * 2048, unit: 'tokens', line: 9 });
    expect(best(megatron, 'hardware.hours')?.value).toBeCloseTo((11.5002 * 95_000) / 3600, 3);
    expect(best(megatron, 'count.batchTokens')?.arithmetic).toBe('1,536 × 2,048 = 3.15e6');
  });

  it('reads a trainer state in JSON', () => {
    const state = JSON.stringify(
      {
        global_step: 5000,
        max_steps: 5000,
        num_train_epochs: 2,
        num_input_tokens_seen: 20_971_520_000,
        total_flos: 8.8e20,
        log_history: [{ step: 5000, train_runtime: 86_400 }],
      },
      null,
      2,
    );
    expect(best(state, 'measured')?.value).toBe(8.8e20);
    expect(best(state, 'count.dataset')).toMatchObject({ value: 20_971_520_000, unit: 'tokens' });
    expect(best(state, 'hardware.hours')?.value).toBe(24);
  });

  it('reads a run summary on one line', () => {
    const summary =
      '{"_runtime": 360000, "world_size": 64, "train/mfu": 0.41, "model/num_parameters": 7000000000, "total_tokens": 2e11, "gpu_type": "NVIDIA H100 80GB HBM3", "precision": "bf16"}';
    expect(best(summary, 'hardware.chips')?.value).toBe(64);
    expect(best(summary, 'hardware.utilisation')).toMatchObject({ value: 0.41, unit: 'mfu' });
    expect(best(summary, 'hardware.peak')?.name).toContain('H100');
    expect(best(summary, 'hardware.peak.format')?.name).toBe('bf16');
    expect(best(summary, 'count.parameters')?.value).toBe(7e9);
  });

  it('takes the middle of many utilisation lines, in percent or as a share', () => {
    const lines = [
      'iter 0: loss 11, time 52000ms, mfu -100.00%',
      'iter 10: loss 5, time 250ms, mfu 37.00%',
      'iter 20: loss 4, time 250ms, mfu 38.00%',
      'iter 30: loss 3, time 250ms, mfu 39.00%',
    ];
    expect(best(lines.join('\n'), 'hardware.utilisation')?.value).toBeCloseTo(0.38, 9);
  });

  it('notices an adapter and an unfinished run', () => {
    const log =
      'trainable params: 8,388,608 || all params: 6,746,804,224 || trainable%: 0.1243\n  Total optimization steps = 1,218\nstep: 300 loss: 1.2';
    const { candidates, notes } = readRunLog(log);
    expect(candidates.find((one) => one.input === 'adapter.trainedParameters')?.value).toBe(8_388_608);
    expect(notes.map((one) => one.code)).toEqual(expect.arrayContaining(['runLogLooksLikeAdapter', 'runLogUnfinished']));
  });

  it('says so when there is nothing to read', () => {
    expect(readRunLog('hello world\n')).toEqual({ candidates: [], notes: [expect.objectContaining({ code: 'runLogNothingFound' })] });
  });

  it('stays quick on a huge line and on many lines', () => {
    const text = `${'x'.repeat(1_000_000)}\n${'iteration 5/ 10 | elapsed time per iteration (ms): 5 | mfu 34%\n'.repeat(20_000)}`;
    expect(readRunLog(text).candidates.find((one) => one.input === 'count.steps')?.value).toBe(5);
  });
});
