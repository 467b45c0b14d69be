import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Accelerator } from '../../../src-shared/formats/accelerator-catalogue.ts';
import type { Facts, FieldValue } from '../../../src-shared/model/asset-fields.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, Note, Page, PageHeader, Select, TextField, useGoOn, useText } from '../../ui/index.ts';
import { ChipCalculator } from './ChipCalculator.tsx';
import classes from './chips.module.css';
import { factsOfRecord } from './figures.ts';

/** The chip calculator on its own: begin with a product of the catalogue or with nothing, and keep the result if it is worth keeping. */
export function CalculatorScreen() {
  const [params] = useSearchParams();
  const id = params.get('chip') ?? '';
  const record = useHostQuery('catalogue.get', { id }, { enabled: id !== '' });
  if (id !== '' && record.data === undefined) return <CalculatorPage key="waiting" record={null} />;
  return <CalculatorPage key={id} record={record.data ?? null} />;
}

function CalculatorPage({ record }: { readonly record: Accelerator | null }) {
  const t = useText();
  const goOn = useGoOn();
  const [, setParams] = useSearchParams();
  const catalogue = useHostQuery('catalogue.search', { text: '', limit: 500 });
  const create = useHostCommand('inventory.create');
  const [name, setName] = useState(record === null ? '' : `${record.vendor} ${record.name}`);
  const [facts, setFacts] = useState<Facts>(record === null ? {} : factsOfRecord(record));
  const change = (field: string, fact: FieldValue | null) =>
    setFacts((now) => {
      const { [field]: _, ...rest } = now;
      return fact === null ? rest : { ...rest, [field]: fact };
    });
  const add = async () => {
    const reply = await create.run({ kind: 'chip', name, versionLabel: '', facts });
    if (reply.ok) goOn(`/assets/${reply.value.row.id}`);
  };
  const options = (catalogue.data?.matches ?? []).map(({ accelerator }) => ({
    value: accelerator.id,
    label: `${accelerator.vendor} ${accelerator.name}`,
    detail: accelerator.release_date.slice(0, 4),
  }));
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={t('chips.calculator')}
          subtitle={t('chips.calculatorLead')}
          crumbs={[{ label: t('inventory.room.systems'), href: '#/systems' }, { label: t('chips.calculator') }]}
          actions={
            <Button
              kind="primary"
              busy={create.pending}
              disabledBecause={name.trim() === '' ? t('chips.nameFirst') : undefined}
              onClick={() => void add()}
            >
              {t('chips.addToRegister')}
            </Button>
          }
        >
          <div className={classes['pick']}>
            <Select
              label={t('chips.fromCatalogue')}
              searchable
              value={record?.id ?? null}
              placeholder={t('chips.noneChosen')}
              options={options}
              onChange={(chip) => setParams({ chip })}
              onClear={() => setParams({})}
            />
            <TextField label={t('inventory.column.name')} value={name} onChange={setName} maxLength={200} />
          </div>
        </PageHeader>
      }
    >
      {create.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, create.error)}
        </Note>
      )}
      <ChipCalculator name={name === '' ? t('chips.thisChip') : name} facts={facts} onChange={change} />
    </Page>
  );
}
