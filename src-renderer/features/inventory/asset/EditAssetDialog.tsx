import { useState } from 'react';
import { type AssetDetail, LifeCycleStage } from '../../../../src-shared/contract/inventory.ts';
import { useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Select, TextField, useText } from '../../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';

/** Name, version, owner, stage, site and identifier of an asset. */
export function EditAssetDialog({ asset, onClose }: { readonly asset: AssetDetail; readonly onClose: () => void }) {
  const t = useText();
  const update = useHostCommand('inventory.update');
  const { data: sites } = useHostQuery('sites.list', {});
  const [name, setName] = useState(asset.row.name);
  const [versionLabel, setVersion] = useState(asset.versions.find((version) => version.current)?.label ?? '');
  const [ownerName, setOwner] = useState(asset.row.ownerName);
  const [stage, setStage] = useState(asset.row.stage);
  const [siteId, setSite] = useState(asset.siteId);
  const [externalId, setExternal] = useState(asset.externalId);
  const submit = async () => {
    const reply = await update.run({
      id: asset.row.id,
      revision: asset.row.revision,
      columns: { name, versionLabel, ownerName, stage, siteId, externalId },
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
      missing={name.trim() === '' ? t('inventory.nameFirst') : undefined}
      error={update.error}
    >
      <TextField label={t('inventory.column.name')} required value={name} onChange={setName} maxLength={200} />
      <TextField label={t('inventory.version')} value={versionLabel} onChange={setVersion} maxLength={200} />
      <TextField
        label={t('inventory.column.owner')}
        hint={t('inventory.ownerHint')}
        value={ownerName}
        onChange={setOwner}
        maxLength={200}
      />
      <Select
        label={t('inventory.column.stage')}
        value={stage}
        options={LifeCycleStage.options.map((option) => ({ value: option, label: t(`stage.${option}`) }))}
        onChange={setStage}
      />
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
