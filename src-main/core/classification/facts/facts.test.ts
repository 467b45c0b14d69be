import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AssetKind, type Facts, type FieldValue, type KnownValue, type SourceKind } from '../../../../src-shared/model/asset-fields.ts';
import { itemFact } from '../../../../src-shared/model/item-fact-catalogue.ts';
import { shippedData } from '../../shipped/index.ts';
import { withAnswers } from './answers.ts';
import { computeInputsOf } from './compute-inputs.ts';
import { fieldOfFact } from './field-of-fact.ts';
import { chipFacts, computerFacts } from './hardware.ts';
import { modelFacts } from './model.ts';
import { otherFacts } from './other.ts';

const known = (value: KnownValue, sourceKind?: SourceKind): FieldValue => ({
  state: 'known',
  value,
  ...(sourceKind === undefined ? {} : { sourceKind }),
});
const figure = (value: number, sourceKind?: SourceKind) => known({ value }, sourceKind);

describe('facts of a model', () => {
  it('hands over an inferred figure as a range, so that its point value never decides', () => {
    const facts = modelFacts('M', { trainingTokens: figure(1e13, 'inferred'), parametersTotal: figure(7e10, 'measured') }, [], null);
    expect(facts.trainingTokens).toEqual({ low: 5e12, likely: 1e13, high: 2e13 });
    expect(facts.parametersTotal).toBe(7e10);
  });

  it('counts weights as published only when anyone may pass them on', () => {
    expect(modelFacts('M', { weightsPublished: known('yes'), redistributionFree: known('no') }, [], null).weightsPublished).toBe('no');
    expect(modelFacts('M', { weightsPublished: known('yes') }, [], null).weightsPublished).toBe('yes');
  });

  it('leaves what is unknown unknown, whether it was asked or not', () => {
    const facts = modelFacts('M', { weightsPublished: { state: 'unknown' } }, [], null);
    expect([facts.weightsPublished, facts.trainingOperations, facts.placedOnEuMarket]).toEqual([null, null, null]);
  });

  it('uses an estimate only where neither a total nor a count is at hand', () => {
    const estimate = { low: 1e24, likely: 2e24, high: 4e24 };
    const worked = {
      whole: estimate,
      stages: { run: estimate, isPlainCount: true, reinforcement: null, generation: null, isIncomplete: false },
    };
    const counted: Facts = { parametersTotal: figure(7e10), trainingTokens: figure(1e13), architecture: known('denseTransformer') };
    expect(modelFacts('M', {}, [], worked).trainingOperations).toEqual(estimate);
    expect(modelFacts('M', counted, [], worked).trainingOperations).toBeNull();
    expect(modelFacts('M', { ...counted, trainingOperations: figure(3e24) }, [], worked).trainingOperations).toBe(3e24);
  });

  it('does not add the base again to a total that already holds it', () => {
    const facts: Facts = { originType: known('fineTuned'), baseModelOperations: figure(8e25), trainingOperations: figure(8.1e25) };
    expect(computeInputsOf(facts, () => undefined)).not.toHaveProperty('lineage');
  });
});

describe('facts of hardware and code', () => {
  it('reads an empty list of other entries from "none", and nothing from silence', () => {
    expect(chipFacts('C', { otherEntries: known(['none']) }).hostEntries).toEqual([]);
    expect(chipFacts('C', {})).not.toHaveProperty('hostEntries');
  });

  it('takes memory for memory', () => {
    expect(chipFacts('C', { chipRole: known('memory'), memoryPackageArea: figure(110) })).toMatchObject({
      type: 'memory',
      packageAreaMm2: 110,
    });
  });

  it('keeps a part that is only a name as a chip of which nothing is known', () => {
    const server = computerFacts('S', { computerRole: known('server') }, [{ part: { name: 'Some card', count: 4 }, item: null }]);
    expect(server.contains).toEqual([{ count: 4, item: { type: 'chip', name: 'Some card' } }]);
  });

  it('says which kind of software it is by its role', () => {
    expect(otherFacts('software', 'S', { softwareRole: known('intrusion') }).type).toBe('intrusionSoftware');
    expect(otherFacts('technology', 'T', { technologyRole: known('encryptionSource') }).type).toBe('encryptionItem');
  });
});

describe('answers to questions that are no field', () => {
  it('puts an answer in its place and leaves out one that does not fit', () => {
    const item = chipFacts('C', {});
    expect(withAnswers(item, { 'answer.exporterRole': known('frontEndFabricator') }).exporterRole).toBe('frontEndFabricator');
    expect(withAnswers(item, { 'answer.exporterRole': known('nobody') }).exporterRole).toBeUndefined();
    expect(
      withAnswers(item, { 'answer.designerAttestation': known('yes'), 'answer.designerStanding': known('approved') }).designerAttestation,
    ).toEqual({
      given: 'yes',
      by: 'approved',
    });
  });

  it('finds a place for every fact a shipped pack can ask for, unless it is a text to be read', () => {
    const packs = shippedData(join(import.meta.dirname, '../../../../resources')).packs();
    const homeless = packs
      .flatMap((pack) => pack.questions)
      .filter((question) => AssetKind.options.every((kind) => fieldOfFact(kind, question.factId) === null))
      .filter((question) => itemFact(question.factId) === undefined)
      .map((question) => question.factId);
    expect(homeless.every((fact) => /text of|notes of|reading of|classification of/.test(fact))).toBe(true);
  });
});
