import { type ReactNode, useMemo } from 'react';
import type { EstimateAnswer } from '../../../../src-shared/contract/compute.ts';
import type { Facts } from '../../../../src-shared/model/asset-fields.ts';
import type { ComputeMethod } from '../../../../src-shared/model/compute.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Quantity, Select, useText } from '../../../ui/index.ts';
import classes from './compute.module.css';
import { FactSource } from './FactSource.tsx';
import { ChoiceLine, FigureLine, type LineProps } from './FigureLine.tsx';
import { countFieldsFor, formats, hardwareFields, isDerived, methodOf, textOf, totalFields, typedFact, wantsOtherUnits } from './fields.ts';
import { betweenText, messageText, ratioText } from './words.ts';

/** The methods side by side, each with its figures and what it comes to. */
export function MethodCards(props: LineProps) {
  const { facts } = props;
  const t = useText();
  const totals = totalFields.filter((field) => field.id === 'trainingOperations' || isDerived(facts));
  return (
    <>
      <div className={classes['cards']}>
        <Card title={countTitle(t, facts)} method="operationCount" mark="dot" answer={props.answer}>
          {countFieldsFor(facts).map((field) => (
            <FigureLine key={field.id} field={field} {...props} />
          ))}
          {wantsOtherUnits(facts) ? <ChoiceLine id="trainingUnit" {...props} /> : null}
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

const countTitle = (t: ReturnType<typeof useText>, facts: Facts): string =>
  t(textOf(facts, 'architecture') === 'encoderDecoder' ? 'compute.method.bothSides' : 'compute.method.operationCount');

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
            <span className="muted">{[betweenText(t, result), ratioText(t, answer?.estimate, result)].filter(Boolean).join('; ')}</span>
            {result.excluded ? <span className={classes['aside']}>{t('compute.panel.setAside')}</span> : null}
          </>
        )}
      </p>
    </section>
  );
}

function ChipLine({ facts, onFacts }: LineProps) {
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

function FormatLine({ facts, answer, onFacts }: LineProps) {
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
