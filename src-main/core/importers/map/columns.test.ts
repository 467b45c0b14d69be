import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../../src-shared/formats/import-file.ts';
import { assetTargetSchema } from '../assets/schema.ts';
import type { ReadRow } from '../read/batch.ts';
import { guessColumns } from './guess.ts';
import { guessHeader, headerTitles, rowRole } from './header.ts';

const schema = assetTargetSchema('model');
const cell = (text: string | number): Cell =>
  text === '' ? { text: '', type: 'empty' } : typeof text === 'number' ? { text: String(text), type: 'number' } : { text, type: 'text' };
const rows = (table: ReadonlyArray<ReadonlyArray<string | number>>, first = 1): ReadRow[] =>
  table.map((cells, at) => ({ row: first + at, cells: cells.map(cell) }));

const header = ['Model', 'Parameters', 'Open weights', 'Owner'];
const body = [
  ['Aurora', '405B', 'no', 'Priya'],
  ['Borealis', '70B', 'yes', 'Jonas'],
  ['Cirrus', 7e9, 'unknown', 'Priya'],
];

describe('finding the header', () => {
  it.each([
    ['in the first row', rows([header, ...body]), 1],
    ['under a title and a date of export', rows([['Model register, all sites'], ['exported 2026-11-20'], header, ...body]), 3],
    ['under a wide but sparse banner', rows([['Halden Robotics', '', '', 'confidential'], header, ...body]), 2],
    ['further down the sheet', rows([header, ...body], 12), 12],
  ])('%s', (_where, table, expected) => {
    expect(guessHeader(table, schema)).toMatchObject({ row: expected, rows: 1 });
  });

  it('says that there is none in a table of values only', () => {
    expect(
      guessHeader(
        rows([
          [1, 2, 3],
          [4, 5, 6],
          [7, 8, 9],
        ]),
        schema,
      ).row,
    ).toBeNull();
  });

  it('joins a group row with the names below it', () => {
    const table = rows([
      ['Model', '', 'Compute', ''],
      ['Name', 'Version', 'Parameters', 'Training tokens'],
      ['Aurora', '1', '405B', '15T'],
      ['Borealis', '2', '70B', '2T'],
    ]);
    const guess = guessHeader(table, schema);
    expect(guess).toMatchObject({ row: 1, rows: 2 });
    expect(headerTitles(table.slice(0, 2), 4)).toEqual([
      'Model / Name',
      'Model / Version',
      'Compute / Parameters',
      'Compute / Training tokens',
    ]);
  });

  it('knows repeated headers, totals and footers from data', () => {
    const role = (cells: readonly (string | number)[]) => rowRole(cells.map(cell), header);
    expect(role(header)).toBe('repeatedHeader');
    expect(role(['Total', '', '', ''])).toBe('totals');
    expect(role(['Summe', 4, '', ''])).toBe('totals');
    expect(role(['exported on 20 November', '', '', ''])).toBe('totals');
    expect(role(['', '', '', ''])).toBe('blank');
    expect(role(['Total Recall', '7B', 'no', 'Priya'])).toBe('data');
    expect(rowRole([cell('x'), { text: '4', type: 'formula', raw: '=SUM(B2:B9)' }], header)).toBe('totals');
  });
});

const columns = (titles: readonly string[], table: ReadonlyArray<ReadonlyArray<string | number>>) =>
  titles.map((title, column) => ({ column, header: title, cells: table.map((row) => cell(row[column] ?? '')) }));

describe('guessing fields', () => {
  it('is sure of titles it knows, in other languages too, and says why', () => {
    const guesses = guessColumns(columns(header, body), schema);
    expect(guesses.map((guess) => [guess.fieldId, guess.confidence])).toEqual([
      ['name', 'sure'],
      ['parametersTotal', 'sure'],
      ['weightsPublished', 'sure'],
      ['ownerName', 'sure'],
    ]);
    expect(guesses.every((guess) => guess.because.length > 0)).toBe(true);
  });

  it('reads past a unit in the title', () => {
    const [guess] = guessColumns(columns(['Training compute (FLOP)'], [['2.1E+26'], ['3e24']]), schema);
    expect(guess?.fieldId).toBe('trainingOperations');
  });

  it('asks when the values contradict the title', () => {
    const [guess] = guessColumns(columns(['Parameters'], [['see wiki'], ['large'], ['small']]), schema);
    expect(guess).toMatchObject({ fieldId: 'parametersTotal', confidence: 'asks' });
    expect(guess?.because.map((said) => said.key)).toContain('imports.because.valuesDoNotFit');
  });

  it('gives one field to one column and tells the other why it went without', () => {
    const guesses = guessColumns(
      columns(
        ['Model', 'Name'],
        [
          ['Aurora', 'Aurora'],
          ['Cirrus', 'Cirrus'],
        ],
      ),
      schema,
    );
    expect(guesses.filter((guess) => guess.fieldId === 'name')).toHaveLength(1);
    expect(guesses.find((guess) => guess.fieldId !== 'name')?.because[0]?.key).toBe('imports.because.taken');
  });

  it('leaves what it does not know unused, and says so', () => {
    const guesses = guessColumns(
      columns(
        ['Ticket', '', '__proto__'],
        [
          ['SEC-1', '', 'x'],
          ['', '', 'y'],
        ],
      ),
      schema,
    );
    expect(guesses.map((guess) => guess.fieldId)).toEqual([null, null, null]);
    expect(guesses[1]?.because[0]?.key).toBe('imports.because.noHeaderNoValues');
  });

  it('tells hours from chip-hours and finds what training cost', () => {
    const titles = [
      'Model',
      'Training hours',
      'GPU hours',
      'Training cost',
      'Price per GPU hour',
      'Rollouts',
      'Synthetic tokens',
      'Layers',
    ];
    const guesses = guessColumns(
      columns(titles, [
        ['Aurora', 1980, '8.1M GPU-hours', '60M', 2.2, '2M', '2T', 80],
        ['Borealis', 400, '400,000', '3M', 1.9, '', '', 32],
      ]),
      schema,
    );
    expect(guesses.map((guess) => guess.fieldId)).toEqual([
      'name',
      'trainingHours',
      'chipHours',
      'trainingCost',
      'chipHourPrice',
      'rlRollouts',
      'generatedTokens',
      'networkLayers',
    ]);
  });

  it('finds a chip sheet: a rate a format, die area, bandwidth', () => {
    const chips = assetTargetSchema('chip');
    const titles = ['GPU', 'FP16 TFLOPS', 'INT8 TOPS', 'Die size (mm2)', 'Memory bandwidth (GB/s)', 'TDP (W)', 'Data center'];
    const guesses = guessColumns(
      columns(titles, [
        ['X1', 989, 1979, 814, 3350, 700, 'yes'],
        ['X2', 312, 624, 826, 2039, 400, 'no'],
      ]),
      chips,
    );
    expect(guesses.map((guess) => guess.fieldId)).toEqual([
      'name',
      'peakDense.fp16',
      'peakDense.int8',
      'applicableDieArea',
      'memoryBandwidth',
      'thermalDesignPower',
      'dataCentreMarketed',
    ]);
  });
});
