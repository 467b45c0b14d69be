import { describe, expect, it } from 'vitest';
import { english } from './en/index.ts';
import { createText } from './format.ts';
import { journalSentence } from './journal.ts';

const text = createText<Record<string, string>>('en', english);

describe('a line of the journal', () => {
  it('calls facts and safeguards by their names', () => {
    expect(journalSentence({ method: 'inventory.setFacts', params: { fields: 'weightsPublished, trainingTokens' } }, text)).toBe(
      'Facts changed: Weights published, Training tokens',
    );
    expect(journalSentence({ method: 'classification.answer', params: { fact: 'capability:drones' } }, text)).toBe(
      'Question answered: Drones',
    );
    expect(journalSentence({ method: 'safeguards.save', params: { kind: 'accessLog' } }, text)).toBe('Safeguard saved: Access log');
  });

  it('says what it can of a method without words', () => {
    expect(journalSentence({ method: 'some.method', params: {} }, text)).toBe('some.method');
  });
});
