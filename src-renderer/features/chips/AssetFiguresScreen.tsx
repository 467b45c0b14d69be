import { IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { AssetDetail, AssetId } from '../../../src-shared/contract/inventory.ts';
import type { Facts, FieldValue } from '../../../src-shared/model/asset-fields.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, EmptyState, Note, Page, PageHeader, useGoOn, useText, useToast } from '../../ui/index.ts';
import { ChipCalculator } from './ChipCalculator.tsx';

/** The calculator over a chip of the register: its figures, changed freely, saved together. */
export function AssetFiguresScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const detail = useHostQuery('inventory.get', { id: id as AssetId });
  return (
    <QueryView query={detail} whenGone={<Button onClick={() => void navigate('/systems')}>{t('inventory.room.systems')}</Button>}>
      {(asset) => <FiguresPage key={`${asset.row.versionId}-${asset.row.revision}`} asset={asset} />}
    </QueryView>
  );
}

function FiguresPage({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const toast = useToast();
  const save = useHostCommand('inventory.setFacts');
  const duplicate = useHostCommand('inventory.duplicate');
  const [changes, setChanges] = useState<Readonly<Record<string, FieldValue | null>>>({});
  const { row } = asset;
  if (row.kind !== 'chip') {
    return (
      <Page header={<PageHeader title={row.name} />}>
        <EmptyState
          title={t('chips.notAChip')}
          actions={<Button onClick={() => void navigate(`/assets/${row.id}`)}>{t('chips.openAsset')}</Button>}
        >
          {t('chips.notAChipText')}
        </EmptyState>
      </Page>
    );
  }
  const facts = withChanges(asset.facts, changes);
  const count = Object.keys(changes).length;
  const submit = async () => {
    const list = Object.entries(changes).map(([field, value]) => ({ field, value }));
    const reply = await save.run({ id: row.id, versionId: row.versionId, revision: row.revision, changes: list });
    if (reply.ok) toast({ message: t('chips.saved', { count: list.length }) });
  };
  const copy = async () => {
    const reply = await duplicate.run({ id: row.id, revision: row.revision, versionId: row.versionId });
    if (!reply.ok) return;
    goOn(`/assets/${reply.value.row.id}/figures`);
    toast({ message: t('chips.duplicated', { name: reply.value.row.name }) });
  };
  const error = save.error ?? duplicate.error;
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={row.name}
          subtitle={t('chips.figuresLead')}
          crumbs={[
            { label: t('inventory.room.systems'), href: '#/systems' },
            { label: row.name, href: `#/assets/${row.id}` },
            { label: t('chips.calculator') },
          ]}
          actions={
            <>
              <Button
                icon={IconCopy}
                busy={duplicate.pending}
                disabledBecause={count > 0 ? t('chips.saveFirst') : undefined}
                onClick={() => void copy()}
              >
                {t('chips.duplicate')}
              </Button>
              <Button onClick={() => void navigate(`/assets/${row.id}`)}>{t('chips.openAsset')}</Button>
              {count > 0 ? <Button onClick={() => setChanges({})}>{t('chips.discard')}</Button> : null}
              <Button
                kind="primary"
                busy={save.pending}
                disabledBecause={count === 0 ? t('chips.nothingChanged') : undefined}
                onClick={() => void submit()}
              >
                {t('chips.save', { count })}
              </Button>
            </>
          }
        />
      }
    >
      {error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, error)}
        </Note>
      )}
      <ChipCalculator name={row.name} facts={facts} onChange={(field, fact) => setChanges((now) => ({ ...now, [field]: fact }))} />
    </Page>
  );
}

function withChanges(facts: Facts, changes: Readonly<Record<string, FieldValue | null>>): Facts {
  const next: Facts = { ...facts };
  for (const [field, fact] of Object.entries(changes)) {
    if (fact === null) delete next[field];
    else next[field] = fact;
  }
  return next;
}
