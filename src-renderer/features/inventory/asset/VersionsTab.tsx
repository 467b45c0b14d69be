import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssetDetail, VersionId } from '../../../../src-shared/contract/inventory.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Checkbox, Day, EmptyState, Section, Select, SimpleTable, TextArea, TextField, useText } from '../../../ui/index.ts';
import { factWords, fieldLabel } from '../words.ts';
import classes from './asset.module.css';

/** Versions of an asset, a new one, and two of them side by side. */
export function VersionsTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const [newest, previous] = asset.versions;
  const [a, setA] = useState<string | null>(previous?.id ?? null);
  const [b, setB] = useState<string | null>(newest?.id ?? null);
  const options = asset.versions.map((version) => ({
    value: version.id as string,
    label: version.label === '' ? t('inventory.noVersion') : version.label,
  }));
  return (
    <div className={classes['padded']}>
      <div className={classes['row']}>
        <Button icon={IconPlus} onClick={() => setAdding(true)}>
          {t('inventory.addVersion')}
        </Button>
      </div>
      <SimpleTable
        label={t('inventory.tab.versions')}
        place="inline"
        groups={[{ id: 'all', rows: asset.versions }]}
        rowKey={(version) => version.id}
        columns={[
          {
            id: 'label',
            header: t('inventory.version'),
            width: 180,
            cell: (version) => <b>{version.label === '' ? t('inventory.noVersion') : version.label}</b>,
          },
          { id: 'created', header: t('inventory.addedOn'), width: 130, cell: (version) => <Day value={version.createdAt} /> },
          { id: 'note', header: t('inventory.note'), cell: (version) => version.note },
          { id: 'current', header: '', width: 110, cell: (version) => (version.current ? t('inventory.current') : '') },
        ]}
      />
      {asset.versions.length < 2 ? (
        <EmptyState inline title={t('inventory.oneVersion')}>
          {t('inventory.oneVersionText')}
        </EmptyState>
      ) : (
        <Section title={t('inventory.compareVersions')}>
          <div className={classes['row']}>
            <Select label={t('inventory.before')} size="small" inline value={a} options={options} onChange={setA} />
            <Select label={t('inventory.after')} size="small" inline value={b} options={options} onChange={setB} />
          </div>
          {a === null || b === null ? null : <Comparison a={a as VersionId} b={b as VersionId} />}
        </Section>
      )}
      {adding ? <AddVersion asset={asset} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function Comparison({ a, b }: { readonly a: VersionId; readonly b: VersionId }) {
  const t = useText();
  const differences = useHostQuery('inventory.compareVersions', { a, b });
  return (
    <QueryView query={differences}>
      {(rows) =>
        rows.length === 0 ? (
          <p className="muted">{t('inventory.sameFacts')}</p>
        ) : (
          <SimpleTable
            label={t('inventory.compareVersions')}
            place="inline"
            groups={[{ id: 'all', rows }]}
            rowKey={(row) => row.field}
            columns={[
              { id: 'field', header: t('inventory.fact'), width: 220, cell: (row) => fieldLabel(t, row.field) },
              { id: 'before', header: t('inventory.before'), cell: (row) => factWords(t, row.field, row.before) },
              { id: 'after', header: t('inventory.after'), cell: (row) => <b>{factWords(t, row.field, row.after)}</b> },
            ]}
          />
        )
      }
    </QueryView>
  );
}

function AddVersion({ asset, onClose }: { readonly asset: AssetDetail; readonly onClose: () => void }) {
  const t = useText();
  const add = useHostCommand('inventory.addVersion');
  const [label, setLabel] = useState('');
  const [note, setNote] = useState('');
  const [copy, setCopy] = useState(true);
  const submit = async () => {
    const reply = await add.run({
      id: asset.row.id,
      revision: asset.row.revision,
      label,
      copyFrom: copy ? asset.row.versionId : null,
      note,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.addVersion')}
      onClose={onClose}
      submitLabel={t('inventory.addVersion')}
      onSubmit={() => void submit()}
      busy={add.pending}
      missing={label.trim() === '' ? t('inventory.nameFirst') : undefined}
      error={add.error}
    >
      <TextField label={t('inventory.version')} value={label} onChange={setLabel} maxLength={200} autoFocus />
      <Checkbox
        label={t('inventory.copyFacts', { version: asset.row.versionLabel })}
        hint={t('inventory.copyFactsHint')}
        checked={copy}
        onChange={setCopy}
      />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} maxLength={400} />
    </FormDialog>
  );
}
