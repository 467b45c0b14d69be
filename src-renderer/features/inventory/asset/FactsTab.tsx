import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { type AssetField, assetField, type FieldGroup, type FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import { errorSentence, useHostCommand } from '../../../host/index.ts';
import { IconButton, Note, StatusText, useText, useToast } from '../../../ui/index.ts';
import { useRunUndo } from '../use-run-undo.ts';
import { factWords, fieldLabel } from '../words.ts';
import classes from './asset.module.css';
import { FactInput } from './FactInput.tsx';

const groups: readonly FieldGroup[] = ['identity', 'compute', 'computeDetail', 'figures', 'origin', 'capability', 'release', 'reach'];

/** Every fact that makes sense for this asset, by group; each is edited in its line and saved at once. */
export function FactsTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const toast = useToast();
  const runUndo = useRunUndo();
  const save = useHostCommand('inventory.setFacts');
  const [editing, setEditing] = useState<string | null>(null);
  const fields = asset.applicable.flatMap((id) => assetField(id) ?? []);
  const change = async (field: AssetField, value: FieldValue | null) => {
    const reply = await save.run({
      id: asset.row.id,
      versionId: asset.row.versionId,
      revision: asset.row.revision,
      changes: [{ field: field.id, value }],
    });
    if (!reply.ok) return;
    setEditing(null);
    toast({ message: t('inventory.factSaved', { field: fieldLabel(t, field.id) }), onUndo: runUndo });
  };
  return (
    <div className={classes['facts']}>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
      {groups.map((group) => {
        // The further ways to count compute are asked on their own tab; a list of all that was never asked would bury the rest.
        const mine = fields.filter((field) => field.group === group && (group !== 'computeDetail' || asset.facts[field.id] !== undefined));
        if (mine.length === 0) return null;
        return (
          <section key={group} className={classes['group']} aria-label={t(`fieldGroup.${group}`)}>
            <h2>{t(`fieldGroup.${group}`)}</h2>
            {mine.map((field) => (
              <FactLine
                key={field.id}
                field={field}
                fact={asset.facts[field.id] ?? null}
                isEditing={editing === field.id}
                onEdit={() => setEditing(field.id)}
                onCancel={() => setEditing(null)}
                onSave={(value) => void change(field, value)}
              />
            ))}
          </section>
        );
      })}
    </div>
  );
}

interface FactLineProps {
  readonly field: AssetField;
  readonly fact: FieldValue | null;
  readonly isEditing: boolean;
  readonly onEdit: () => void;
  readonly onCancel: () => void;
  readonly onSave: (value: FieldValue | null) => void;
}

function FactLine({ field, fact, isEditing, onEdit, onCancel, onSave }: FactLineProps) {
  const t = useText();
  const label = fieldLabel(t, field.id);
  if (isEditing) {
    return (
      <div className={classes['factRow']} data-editing="">
        <span className="muted">{t.dynamic(`field.${field.id}.ask`)}</span>
        <FactInput field={field} fact={fact} onSave={onSave} onCancel={onCancel} />
      </div>
    );
  }
  return (
    <div className={classes['factRow']}>
      <span className="muted">{label}</span>
      <span className={classes['value']}>
        {fact?.state === 'unknown' ? (
          <StatusText tone="review">{t('common.unknownWord')}</StatusText>
        ) : fact === null ? (
          <span className="muted">{t('inventory.notAsked')}</span>
        ) : (
          factWords(t, field.id, fact)
        )}
        {fact?.state === 'known' && field.unit !== undefined ? <span className="muted"> {field.unit}</span> : null}
      </span>
      <span className="caption muted">
        {fact?.state === 'known' && fact.sourceKind !== undefined
          ? t(`sourceKind.${fact.sourceKind}`)
          : fact?.state === 'unknown' && fact.owner !== undefined
            ? fact.owner
            : ''}
      </span>
      <IconButton icon={IconPencil} label={t('inventory.editFact', { field: label })} onClick={onEdit} />
    </div>
  );
}
