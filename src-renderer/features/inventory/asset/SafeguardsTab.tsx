import { IconFileText, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { type AssetId, Safeguard } from '../../../../src-shared/contract/inventory.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Day, Section, Select, SimpleTable, StatusText, TextArea, TextField, type Tone, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';

const tones: Readonly<Record<Safeguard['state'], Tone>> = {
  inPlace: 'clear',
  planned: 'info',
  notInPlace: 'review',
  unknown: 'unassessed',
};

/** What the dialog is open on: one that is kept, or a new one of a kind. */
type Editing = { readonly kept: Safeguard } | { readonly kind: Safeguard['kind'] };

/** Kinds that are offered while nothing is recorded of them. A plan of one's own words has no kind to miss. */
const suggested = Safeguard.shape.kind.options.filter((kind) => kind !== 'other');

/** Protections of an asset: which stand, who keeps them, what proves it, when somebody last looked. */
export function SafeguardsTab({ assetId }: { readonly assetId: AssetId }) {
  const t = useText();
  const navigate = useNavigate();
  const [editing, setEditing] = useState<Editing | null>(null);
  const list = useHostQuery('safeguards.list', { assetId });
  const add = (
    <Button icon={IconPlus} onClick={() => setEditing({ kind: 'other' })}>
      {t('inventory.addSafeguard')}
    </Button>
  );
  return (
    <div className={classes['padded']}>
      <div className={classes['row']}>
        {add}
        <Button kind="quiet" icon={IconFileText} onClick={() => void navigate(`/access/plan/${assetId}`)}>
          {t('inventory.controlPlan')}
        </Button>
      </div>
      <QueryView query={list}>
        {(rows) => (
          <>
            {rows.length === 0 ? (
              <p className="muted">{t('inventory.noSafeguardsText')}</p>
            ) : (
              <SimpleTable<Safeguard>
                label={t('inventory.tab.safeguards')}
                place="inline"
                groups={[{ id: 'all', rows }]}
                rowKey={(row) => row.id}
                onPress={(kept) => setEditing({ kept })}
                columns={[
                  { id: 'kind', header: t('inventory.safeguard'), width: 220, cell: (row) => t(`safeguard.${row.kind}`) },
                  {
                    id: 'state',
                    header: t('inventory.safeguardState'),
                    width: 150,
                    cell: (row) => <StatusText tone={tones[row.state]}>{t(`safeguardState.${row.state}`)}</StatusText>,
                  },
                  { id: 'owner', header: t('inventory.column.owner'), width: 150, cell: (row) => row.ownerName },
                  { id: 'checked', header: t('inventory.checkedOn'), width: 120, cell: (row) => <Day value={row.checkedOn} none="–" /> },
                  { id: 'evidence', header: t('inventory.evidence'), cell: (row) => row.evidence },
                ]}
              />
            )}
            <Suggestions
              kinds={suggested.filter((kind) => rows.every((row) => row.kind !== kind))}
              onRecord={(kind) => setEditing({ kind })}
            />
            <p className="caption muted">
              {t('inventory.safeguardFiles')} <a href={`#/assets/${assetId}?tab=evidence`}>{t('evidence.tab')}</a>
            </p>
          </>
        )}
      </QueryView>
      {editing === null ? null : (
        <SafeguardDialog
          assetId={assetId}
          safeguard={'kept' in editing ? editing.kept : null}
          firstKind={'kept' in editing ? editing.kept.kind : editing.kind}
          onClose={() => setEditing(null)}
        />
      )}
    </div>
  );
}

interface SuggestionsProps {
  readonly kinds: readonly Safeguard['kind'][];
  readonly onRecord: (kind: Safeguard['kind']) => void;
}

/** Protections nobody has said anything about yet, in plain words. That one is missing is an answer too. */
function Suggestions({ kinds, onRecord }: SuggestionsProps) {
  const t = useText();
  if (kinds.length === 0) return null;
  return (
    <Section title={t('inventory.suggestedSafeguards')} aside={t('inventory.suggestedSafeguardsAside')}>
      <SimpleTable<Safeguard['kind']>
        label={t('inventory.suggestedSafeguards')}
        place="inline"
        groups={[{ id: 'all', rows: kinds }]}
        rowKey={(kind) => kind}
        columns={[
          { id: 'kind', header: t('inventory.safeguard'), width: 220, cell: (kind) => t(`safeguard.${kind}`) },
          {
            id: 'what',
            header: t('inventory.whatItIs'),
            minWidth: 240,
            cell: (kind) => <span className="muted">{t.dynamic(`safeguard.${kind}.what`)}</span>,
          },
          {
            id: 'record',
            header: '',
            width: 110,
            align: 'end',
            cell: (kind) => (
              <Button size="small" onClick={() => onRecord(kind)}>
                {t('inventory.recordSafeguard')}
              </Button>
            ),
          },
        ]}
      />
    </Section>
  );
}

function SafeguardDialog({
  assetId,
  safeguard,
  firstKind,
  onClose,
}: {
  readonly assetId: AssetId;
  readonly safeguard: Safeguard | null;
  readonly firstKind: Safeguard['kind'];
  readonly onClose: () => void;
}) {
  const t = useText();
  const save = useHostCommand('safeguards.save');
  const [kind, setKind] = useState<Safeguard['kind']>(firstKind);
  const [state, setState] = useState<Safeguard['state']>(safeguard?.state ?? 'inPlace');
  const [ownerName, setOwner] = useState(safeguard?.ownerName ?? '');
  const [evidence, setEvidence] = useState(safeguard?.evidence ?? '');
  const [checked, setChecked] = useState<string>(safeguard?.checkedOn ?? '');
  const day = checked === '' ? null : IsoDate.safeParse(checked);
  const submit = async () => {
    if (day !== null && !day.success) return;
    const reply = await save.run({
      id: safeguard?.id ?? null,
      revision: safeguard?.revision ?? 0,
      assetId,
      kind,
      state,
      ownerName,
      evidence,
      checkedOn: day?.data ?? null,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(safeguard === null ? 'inventory.addSafeguard' : 'inventory.editSafeguard')}
      onClose={onClose}
      submitLabel={t('inventory.saveSafeguard')}
      onSubmit={() => void submit()}
      busy={save.pending}
      error={save.error}
    >
      <Select
        label={t('inventory.safeguard')}
        value={kind}
        options={Safeguard.shape.kind.options.map((option) => ({ value: option, label: t(`safeguard.${option}`) }))}
        onChange={setKind}
      />
      <Select
        label={t('inventory.safeguardState')}
        value={state}
        options={Safeguard.shape.state.options.map((option) => ({ value: option, label: t(`safeguardState.${option}`) }))}
        onChange={setState}
      />
      <TextField label={t('inventory.column.owner')} value={ownerName} onChange={setOwner} maxLength={200} />
      <TextField
        label={t('inventory.checkedOn')}
        placeholder="2026-11-21"
        value={checked}
        onChange={setChecked}
        error={day !== null && !day.success ? t('inventory.dayFormat') : undefined}
        maxLength={10}
      />
      <TextArea label={t('inventory.evidence')} value={evidence} onChange={setEvidence} maxLength={600} />
    </FormDialog>
  );
}
