import { useState } from 'react';
import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import type { Facts, FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import type { LogCandidate } from '../../../../src-shared/model/compute.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, Checkbox, Dialog, Note, Quantity, SimpleTable, TextArea, useText } from '../../../ui/index.ts';
import classes from './compute.module.css';
import { messageText } from './words.ts';

/** Inputs of the estimator that have a field in the register, and the unit a candidate must have for it. */
const fieldOfInput: Readonly<Record<string, { readonly field: string; readonly units: readonly string[] }>> = {
  measured: { field: 'trainingOperations', units: ['flop'] },
  'count.parameters': { field: 'parametersTotal', units: ['parameters'] },
  'count.dataset': { field: 'trainingTokens', units: ['tokens'] },
  'count.epochs': { field: 'epochs', units: ['epochs'] },
  'adapter.trainedParameters': { field: 'adapterParameters', units: ['parameters'] },
  'hardware.chips': { field: 'hardwareCount', units: ['chips'] },
  'hardware.hours': { field: 'trainingHours', units: ['hours'] },
  'hardware.utilisation': { field: 'utilisation', units: ['mfu'] },
  'hardware.peak': { field: 'hardware', units: ['chip'] },
  'hardware.peak.format': { field: 'numericalFormat', units: ['format'] },
};

interface RunLogDialogProps {
  readonly facts: Facts;
  readonly onFacts: (changes: readonly FactChange[]) => void;
  readonly onClose: () => void;
}

interface Offer {
  readonly key: string;
  readonly field: string;
  readonly candidate: LogCandidate;
}

/** Paste a run log: figures found in it, each with its line; only what is ticked is taken over. */
export function RunLogDialog({ facts, onFacts, onClose }: RunLogDialogProps) {
  const t = useText();
  const [text, setText] = useState('');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const read = useHostQuery('compute.parseRunLog', { text }, { enabled: text.trim() !== '', keepPrevious: true });
  const offers = offersOf(read.data?.candidates ?? [], facts);
  const taken = offers.filter((offer) => !left.has(offer.key));
  const takeOver = () => {
    const changes = new Map(
      taken.map(({ field, candidate }) => [field, factOf(candidate, t('compute.panel.logLine', { line: candidate.line }))]),
    );
    onFacts([...changes].map(([field, value]) => ({ field, value })));
    onClose();
  };
  return (
    <Dialog
      opened
      width={860}
      title={t('compute.panel.pasteLog')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" disabledBecause={taken.length === 0 ? t('compute.panel.nothingToTake') : undefined} onClick={takeOver}>
            {t('compute.panel.takeOver', { count: taken.length })}
          </Button>
        </>
      }
    >
      <div className={classes['log']}>
        <TextArea
          label={t('compute.panel.logLabel')}
          hint={t('compute.panel.logHint')}
          value={text}
          rows={8}
          maxLength={2_000_000}
          onChange={setText}
        />
        {(read.data?.notes ?? []).map((one) => (
          <Note key={one.code} tone="review">
            {messageText(t, one)}
          </Note>
        ))}
        {offers.length === 0 ? null : (
          <SimpleTable<Offer>
            label={t('compute.panel.found')}
            place="inline"
            groups={[{ id: 'all', rows: offers }]}
            rowKey={(offer) => offer.key}
            columns={[
              {
                id: 'take',
                header: <span className="visually-hidden">{t('compute.panel.take')}</span>,
                width: 36,
                cell: (offer) => (
                  <Checkbox
                    label={t('compute.panel.takeField', { field: t.dynamic(`field.${offer.field}`) })}
                    labelHidden
                    checked={!left.has(offer.key)}
                    onChange={(checked) =>
                      setLeft((now) => {
                        const next = new Set(now);
                        if (checked) next.delete(offer.key);
                        else next.add(offer.key);
                        return next;
                      })
                    }
                  />
                ),
              },
              { id: 'field', header: t('compute.panel.fieldColumn'), width: 150, cell: (offer) => t.dynamic(`field.${offer.field}`) },
              {
                id: 'value',
                header: t('compute.panel.valueColumn'),
                width: 130,
                align: 'end',
                cell: ({ candidate }) => candidate.name ?? <Quantity value={candidate.value} digits={3} />,
              },
              {
                id: 'from',
                header: t('compute.panel.fromColumn'),
                cell: ({ candidate }) => (
                  <span className={classes['from']}>
                    <span className="muted">{t('compute.panel.logLine', { line: candidate.line })}</span>{' '}
                    <code className="code">{candidate.arithmetic ?? candidate.text}</code>
                  </span>
                ),
              },
            ]}
          />
        )}
      </div>
    </Dialog>
  );
}

/** The best candidate of each field. What is already known stays unless the person ticks it, so known fields come last. */
function offersOf(candidates: readonly LogCandidate[], facts: Facts): readonly Offer[] {
  const offers = new Map<string, Offer>();
  for (const candidate of candidates) {
    const target = fieldOfInput[candidate.input];
    if (target === undefined || !target.units.includes(candidate.unit) || offers.has(target.field)) continue;
    offers.set(target.field, { key: target.field, field: target.field, candidate });
  }
  return [...offers.values()].sort((a, b) => Number(facts[a.field]?.state === 'known') - Number(facts[b.field]?.state === 'known'));
}

function factOf(candidate: LogCandidate, source: string): FieldValue {
  return {
    state: 'known',
    value: candidate.name ?? { value: candidate.value },
    sourceKind: 'measured',
    source: `${source}: ${candidate.text}`.slice(0, 400),
  };
}
