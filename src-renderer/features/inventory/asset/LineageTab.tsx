import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { type AssetDetail, type AssetId, LinkKind } from '../../../../src-shared/contract/inventory.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, IconButton, Section, Select, StandingStatus, useText } from '../../../ui/index.ts';
import { classificationWords } from '../words.ts';
import classes from './asset.module.css';

type Kind = (typeof LinkKind.options)[number];

/** The product tree around an asset, with each neighbour's own standing, since answers inherit along it. */
export function LineageTab({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const [adding, setAdding] = useState(false);
  const tree = useHostQuery('inventory.tree', { id: asset.row.id });
  const unlink = useHostCommand('inventory.unlink');
  return (
    <div className={classes['padded']}>
      <div className={classes['row']}>
        <Button icon={IconPlus} onClick={() => setAdding(true)}>
          {t('inventory.addLink')}
        </Button>
      </div>
      <QueryView query={tree}>
        {(nodes) =>
          nodes.length <= 1 ? (
            <EmptyState title={t('inventory.noLinks')}>{t('inventory.noLinksText')}</EmptyState>
          ) : (
            <div className={classes['lineage']}>
              {(['up', 'down'] as const).map((direction) => {
                const mine = nodes.filter((node) => node.direction === direction);
                if (mine.length === 0) return null;
                return (
                  <Section key={direction} title={t(`inventory.tree.${direction}`)}>
                    <ul className={classes['tree']}>
                      {mine.map((node) => (
                        <li key={`${node.link ?? ''}${node.depth}${node.id}`} style={{ ['--depth' as string]: node.depth - 1 }}>
                          <span className="muted">
                            {node.link === null ? '' : t(`link.${node.link}.${direction === 'up' ? 'to' : 'from'}`)}
                          </span>
                          <a href={`#/assets/${node.id}`}>{node.name}</a>
                          <span className="caption muted">{t(`assetKind.${node.kind}`)}</span>
                          <StandingStatus standing={node.standing} label={classificationWords(t, { ...node, openEntry: '' })} />
                        </li>
                      ))}
                    </ul>
                  </Section>
                );
              })}
            </div>
          )
        }
      </QueryView>
      {asset.links.length === 0 ? null : (
        <Section title={t('inventory.directLinks')}>
          <ul className={classes['tree']}>
            {asset.links.map((link) => {
              const away = link.fromId === asset.row.id;
              return (
                <li key={link.id}>
                  <span className="muted">{t(`link.${link.kind}.${away ? 'to' : 'from'}`)}</span>
                  <span>{away ? link.toName : link.fromName}</span>
                  <IconButton
                    icon={IconTrash}
                    label={t('inventory.removeLink', { name: away ? link.toName : link.fromName })}
                    onClick={() => void unlink.run({ linkId: link.id, assetId: asset.row.id })}
                  />
                </li>
              );
            })}
          </ul>
        </Section>
      )}
      {adding ? <AddLink asset={asset} onClose={() => setAdding(false)} /> : null}
    </div>
  );
}

function AddLink({ asset, onClose }: { readonly asset: AssetDetail; readonly onClose: () => void }) {
  const t = useText();
  const link = useHostCommand('inventory.link');
  const [kind, setKind] = useState<Kind>('derivedFrom');
  const [target, setTarget] = useState<string | null>(null);
  const { data } = useHostQuery('inventory.list', { filter: {}, offset: 0, limit: 500 });
  const options = (data?.rows ?? [])
    .filter((row) => row.id !== asset.row.id)
    .map((row) => ({ value: row.id as string, label: `${row.name} ${row.versionLabel}`.trim(), detail: t(`assetKind.${row.kind}`) }));
  const submit = async () => {
    if (target === null) return;
    const reply = await link.run({ kind, fromId: asset.row.id, toId: target as AssetId, note: '' });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.addLink')}
      onClose={onClose}
      submitLabel={t('inventory.addLink')}
      onSubmit={() => void submit()}
      busy={link.pending}
      missing={target === null ? t('inventory.chooseAsset') : undefined}
      error={link.error}
      errorText={
        link.error?.code === 'record.conflict' ? t.dynamic(`inventory.linkConflict.${link.error.detail}`, {}, link.error.detail) : undefined
      }
    >
      <Select<Kind>
        label={t('inventory.linkKind')}
        value={kind}
        options={LinkKind.options.map((option) => ({ value: option, label: t(`link.${option}.to`) }))}
        onChange={setKind}
      />
      <Select label={t('inventory.linkTo')} searchable value={target} options={options} onChange={setTarget} />
    </FormDialog>
  );
}
