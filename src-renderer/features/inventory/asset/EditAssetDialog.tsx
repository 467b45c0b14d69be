import { useState } from 'react';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Select, TextField, useText } from '../../../ui/index.ts';
import { type RegisterEntry, RegisterFields } from './RegisterFields.tsx';

/** Name, version, owner, stage, site and identifier of an asset. */
export function EditAssetDialog({ asset, onClose }: { readonly asset: AssetDetail; readonly onClose: () => void }) {
  const t = useText();
  const update = useHostCommand('inventory.update');
  const { data: sites } = useHostQuery('sites.list', {});
  const [entry, setEntry] = useState<RegisterEntry>({
    name: asset.row.name,
    versionLabel: asset.versions.find((version) => version.current)?.label ?? '',
    ownerName: asset.row.ownerName,
    stage: asset.row.stage,
  });
  const [siteId, setSite] = useState(asset.siteId);
  const [externalId, setExternal] = useState(asset.externalId);
  const submit = async () => {
    const reply = await update.run({
      id: asset.row.id,
      revision: asset.row.revision,
      columns: { ...entry, siteId, externalId },
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.editColumns')}
      onClose={onClose}
      submitLabel={t('inventory.saveAsset')}
      onSubmit={() => void submit()}
      busy={update.pending}
      missing={entry.name.trim() === '' ? t('inventory.nameFirst') : undefined}
      error={update.error}
    >
      <RegisterFields value={entry} onChange={setEntry} />
      <Select
        label={t('inventory.column.site')}
        value={siteId}
        options={(sites ?? []).map((site) => ({ value: site.id, label: site.name }))}
        onChange={setSite}
        onClear={() => setSite(null)}
      />
      <TextField label={t('inventory.externalId')} value={externalId} onChange={setExternal} maxLength={200} code />
    </FormDialog>
  );
}
