import { type ReactNode, useMemo } from 'react';
import type { EstimateAnswer } from '../../../../src-shared/contract/compute.ts';
import type { FactChange } from '../../../../src-shared/contract/inventory.ts';
import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeMethod } from '../../../../src-shared/model/compute.ts';
import { useHostQuery } from '../../../host/index.ts';
import { NumberField, Quantity, Select, useText } from '../../../ui/index.ts';
import classes from './compute.module.css';
import { FactSource } from './FactSource.tsx';
import {
  type ComputeField,
  type ComputeFieldId,
  countFields,
  factorOf,
  formats,
  hardwareFields,
  isDerived,
  methodOf,
  numberOf,
  textOf,
  totalFields,
  typedFact,
  wantsActive,
} from './fields.ts';
import { betweenText, messageText } from './words.ts';

interface CardsProps {
  readonly facts: Facts;
  readonly answer: EstimateAnswer | undefined;
  readonly onFacts: (changes: readonly FactChange[]) => void;
}

/** The methods side by side, each with its figures and what it comes to. */
export function MethodCards(props: CardsProps) {
  const { facts } = props;
  const t = useText();
  const count = countFields.filter((field) => field.id !== 'parametersActive' || wantsActive(facts));
  const totals = totalFields.filter((field) => field.id === 'trainingOperations' || isDerived(facts));
  return (
    <>
      <div className={classes['cards']}>
        <Card title={t('compute.method.operationCount')} method="operationCount" mark="dot" answer={props.answer}>
          {count.map((field) => (
            <FigureLine key={field.id} field={field} {...props} />
          ))}
        </Card>
        <Card title={t('compute.method.hardwareTime')} method="hardwareTime" mark="diamond" answer={props.answer}>
          <ChipLine {...props} />
          {hardwareFields.map((field) => (
            <FigureLine key={field.id} field={field} {...props} />
          ))}
          <FormatLine {...props} />
        </Card>
      </div>
      <fieldset className={classes['totals']}>
        <legend>{t(isDerived(facts) ? 'compute.panel.totalsDerived' : 'compute.panel.totals')}</legend>
        {totals.map((field) => (
          <FigureLine key={field.id} field={field} {...props} />
        ))}
      </fieldset>
    </>
  );
}

interface CardProps {
  readonly title: string;
  readonly method: ComputeMethod;
  readonly mark: 'dot' | 'diamond';
  readonly answer: EstimateAnswer | undefined;
  readonly children: ReactNode;
}

function Card({ title, method, mark, answer, children }: CardProps) {
  const t = useText();
  const result = methodOf(answer?.estimate, method);
  const why = answer?.estimate.warnings.find((one) => one.code === 'methodRefused' && one.params['method'] === method);
  return (
    <section className={classes['card']} aria-label={title}>
      <h2>
        {title} <i className={classes['mark']} data-shape={mark} aria-hidden />
      </h2>
      <div className={classes['lines']}>{children}</div>
      <p className={classes['result']} aria-live="polite">
        {result === undefined ? (
          <span className="muted">{why === undefined ? t('compute.panel.noFigure') : messageText(t, why)}</span>
        ) : (
          <>
            <strong>
              <Quantity value={result.likely} />
            </strong>{' '}
            <span className="muted">{betweenText(t, result)}</span>
            {result.excluded ? <span className={classes['aside']}>{t('compute.panel.setAside')}</span> : null}
          </>
        )}
      </p>
    </section>
  );
}

function FigureLine({ field, facts, answer, onFacts }: CardsProps & { readonly field: ComputeField & { readonly id: ComputeFieldId } }) {
  const t = useText();
  const label = t(`compute.field.${field.id}`);
  return (
    <NumberField
      inline
      label={label}
      min={0}
      max={field.max}
      unit={field.unit === '' ? undefined : field.unit}
      value={numberOf(facts, field.id)}
      onCommit={(value) => onFacts([{ field: field.id, value: value === null ? null : typedFact(value, facts[field.id]) }])}
      after={
        <FactSource
          label={label}
          fact={facts[field.id]}
          factor={factorOf(answer?.estimate, field.input)}
          onChange={(value) => onFacts([{ field: field.id, value }])}
        />
      }
    />
  );
}

function ChipLine({ facts, onFacts }: CardsProps) {
  const t = useText();
  const catalogue = useHostQuery('catalogue.search', { text: '', limit: 500 });
  const chosen = textOf(facts, 'hardware');
  const options = useMemo(() => {
    const known = (catalogue.data?.matches ?? []).map(({ accelerator }) => `${accelerator.vendor} ${accelerator.name}`);
    return [...new Set(chosen === null ? known : [chosen, ...known])].map((name) => ({ value: name, label: name }));
  }, [catalogue.data, chosen]);
  const set = (name: string) => onFacts([{ field: 'hardware', value: typedFact(name, facts['hardware']) }]);
  return (
    <Select
      inline
      searchable
      label={t('compute.field.hardware')}
      value={chosen}
      placeholder={t('common.unknownWord')}
      options={options}
      onChange={set}
      onCreate={set}
      createLabel={(typed) => t('compute.panel.otherChip', { name: typed })}
      onClear={() => onFacts([{ field: 'hardware', value: null }])}
      after={
        <FactSource
          label={t('compute.field.hardware')}
          fact={facts['hardware']}
          factor={undefined}
          onChange={(value) => onFacts([{ field: 'hardware', value }])}
        />
      }
    />
  );
}

function FormatLine({ facts, answer, onFacts }: CardsProps) {
  const t = useText();
  const line = methodOf(answer?.estimate, 'hardwareTime')?.lines.find((one) => one.id === 'peakRate');
  const chosen = textOf(facts, 'numericalFormat')?.toLowerCase() ?? null;
  const known = chosen === null || formats.some((format) => format === chosen) ? formats : [chosen, ...formats];
  return (
    <Select
      inline
      label={t('compute.field.numericalFormat')}
      value={chosen}
      placeholder={t('common.unknownWord')}
      options={known.map((format) => ({ value: format, label: format.toUpperCase() }))}
      onChange={(format) => onFacts([{ field: 'numericalFormat', value: typedFact(format, facts['numericalFormat']) }])}
      onClear={() => onFacts([{ field: 'numericalFormat', value: null }])}
      hint={
        line === undefined
          ? undefined
          : t('compute.panel.dense', { rate: new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 4 }).format(line.value / 1e12) })
      }
      after={
        <FactSource
          label={t('compute.field.numericalFormat')}
          fact={facts['numericalFormat']}
          factor={undefined}
          onChange={(value) => onFacts([{ field: 'numericalFormat', value }])}
        />
      }
    />
  );
}
