import { IconCalculator, IconCopy, IconDots, IconFileText, IconPencil, IconWand } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { AssetDetail, AssetId, VersionId } from '../../../../src-shared/contract/inventory.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { HaltNote, QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Menu, type MenuItem, Page, PageHeader, Select, Tabs, useText } from '../../../ui/index.ts';
import { roomOf, rooms } from '../rooms.ts';
import { ClassificationTab } from './ClassificationTab.tsx';
import { ComputeTab } from './ComputeTab.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { EditAssetDialog } from './EditAssetDialog.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import { FactsTab } from './FactsTab.tsx';
import { HistoryTab } from './HistoryTab.tsx';
import { LineageTab } from './LineageTab.tsx';
import { NotesTab } from './NotesTab.tsx';
import { OperationTab } from './OperationTab.tsx';
import { ReviewDialog } from './ReviewDialog.tsx';
import { SafeguardsTab } from './SafeguardsTab.tsx';
import { TransfersTab } from './TransfersTab.tsx';
import { useDuplicate } from './use-duplicate.ts';
import { VersionsTab } from './VersionsTab.tsx';
import { WhyPanel } from './WhyPanel.tsx';

const tabIds = [
  'classification',
  'compute',
  'facts',
  'lineage',
  'versions',
  'safeguards',
  'operation',
  'transfers',
  'evidence',
  'notes',
  'history',
] as const;
type TabId = (typeof tabIds)[number];

/** An asset's own page. */
export function AssetScreen() {
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const version = params.get('version');
  const detail = useHostQuery(
    'inventory.get',
    { id: id as AssetId, ...(version === null ? {} : { versionId: version as VersionId }) },
    { keepPrevious: true },
  );
  return (
    <QueryView query={detail} whenGone={<WaysBack />}>
      {(asset) => <AssetPage asset={asset} />}
    </QueryView>
  );
}

/** What a record was is not known once it is gone, so every list is offered. */
function WaysBack() {
  const t = useText();
  const navigate = useNavigate();
  return Object.values(rooms).map(({ id, path, titleKey }) => (
    <Button key={id} onClick={() => void navigate(path)}>
      {t(titleKey)}
    </Button>
  ));
}

function AssetPage({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<'decide' | 'review' | 'edit' | null>(null);
  const { row } = asset;
  const room = roomOf(row.kind);
  const wanted = params.get('tab');
  const tab: TabId = tabIds.find((one) => one === wanted) ?? 'classification';
  const why = params.get('why');
  const current = asset.versions.find((version) => version.current);
  const viewed = asset.versions.find((version) => version.id === row.versionId) ?? current;
  const versionId = viewed?.current === false ? viewed.id : undefined;
  const classification = useHostQuery(
    'classification.get',
    { id: row.id, ...(versionId === undefined ? {} : { versionId }) },
    { keepPrevious: true },
  );
  const set = (change: Readonly<Record<string, string | null>>) => {
    const next = new URLSearchParams(params);
    for (const [key, value] of Object.entries(change)) {
      if (value === null) next.delete(key);
      else next.set(key, value);
    }
    setParams(next, { replace: true });
  };
  const duplicate = useDuplicate(asset);
  const commands = useMemo(
    (): readonly Command[] => [
      {
        id: 'asset.edit',
        titleKey: 'command.asset.editFacts' as const,
        shortcut: 'E',
        run: (): void => setParams({ tab: 'facts' }, { replace: true }),
      },
      {
        id: 'asset.why',
        titleKey: 'command.asset.why' as const,
        shortcut: 'W',
        run: (): void => setParams({ why: 'first' }, { replace: true }),
      },
      { id: 'asset.duplicate', titleKey: 'command.asset.duplicate' as const, keywords: ['copy'], run: duplicate },
      { id: 'asset.memo', titleKey: 'command.asset.memo' as const, shortcut: 'Mod+P', run: () => void navigate(`/assets/${row.id}/memo`) },
    ],
    [duplicate, navigate, row.id, setParams],
  );
  useScreenCommands(commands);
  const menuItems: readonly MenuItem[] = [
    { id: 'edit', label: t('inventory.editColumns'), icon: IconPencil, onSelect: () => setDialog('edit') },
    { id: 'duplicate', label: t('inventory.duplicate'), icon: IconCopy, onSelect: duplicate },
    ...(row.kind === 'model'
      ? [{ id: 'copy', label: t('inventory.mapFrom'), icon: IconWand, onSelect: () => void navigate(`/models/new?from=${row.id}`) }]
      : []),
  ];
  const finding = classification.data?.finding ?? null;
  const entry =
    why === null || finding === null
      ? undefined
      : (finding.entries.find((one) => `${one.pack}:${one.entry}` === why) ?? finding.entries[0]);

  return (
    <Page
      shows={`${row.id} ${tab}`}
      header={
        <PageHeader
          title={row.name}
          crumbs={[{ label: t(room.titleKey), href: `#${room.path}` }, { label: row.name }]}
          subtitle={entry === undefined ? row.purpose : undefined}
          beside={
            asset.versions.length > 1 || row.versionLabel !== '' ? (
              <Select
                label={t('inventory.version')}
                labelHidden
                size="small"
                value={row.versionId as string}
                options={asset.versions.map((version) => ({
                  value: version.id as string,
                  label: version.label === '' ? t('inventory.noVersion') : version.label,
                  ...(version.current ? { detail: t('inventory.current') } : {}),
                }))}
                onChange={(next) => set({ version: next === current?.id ? null : next })}
              />
            ) : undefined
          }
          actions={
            <>
              {row.kind === 'chip' ? (
                <Button icon={IconCalculator} onClick={() => void navigate(`/assets/${row.id}/figures`)}>
                  {t('inventory.openCalculator')}
                </Button>
              ) : null}
              <Button
                icon={IconFileText}
                shortcut="Mod+P"
                disabledBecause={finding === null ? t('inventory.neverClassified') : undefined}
                onClick={() => void navigate(`/assets/${row.id}/memo`)}
              >
                {t('inventory.memo')}
              </Button>
              <Button disabledBecause={finding === null ? t('inventory.neverClassified') : undefined} onClick={() => setDialog('review')}>
                {t('inventory.askReview')}
              </Button>
              <Menu align="end" groups={[{ items: menuItems }]}>
                <IconButton icon={IconDots} label={t('common.more')} />
              </Menu>
              <Button
                kind="primary"
                disabledBecause={finding === null ? t('inventory.neverClassified') : undefined}
                onClick={() => setDialog('decide')}
              >
                {t('inventory.decide')}
              </Button>
            </>
          }
        >
          <HaltNote record={{ kind: 'asset', id: row.id }} />
          <Tabs<TabId>
            label={row.name}
            active={tab}
            onChange={(next) => set({ tab: next === 'classification' ? null : next, why: null })}
            tabs={[
              { id: 'classification', label: t('inventory.tab.classification') },
              ...(row.kind === 'model' ? [{ id: 'compute' as const, label: t('compute.tab') }] : []),
              { id: 'facts', label: t('inventory.tab.facts'), count: `${Math.round(row.completeness * 100)} %` },
              { id: 'lineage', label: t('inventory.tab.lineage'), ...(asset.links.length === 0 ? {} : { count: asset.links.length }) },
              { id: 'versions', label: t('inventory.tab.versions'), count: asset.versions.length },
              { id: 'safeguards', label: t('inventory.tab.safeguards') },
              { id: 'operation', label: t('operation.tab') },
              { id: 'transfers', label: t('transfers.of.title') },
              { id: 'evidence', label: t('evidence.tab') },
              { id: 'notes', label: t('inventory.tab.notes') },
              { id: 'history', label: t('inventory.tab.history') },
            ]}
          />
        </PageHeader>
      }
      inspector={
        entry === undefined || classification.data === undefined ? undefined : (
          <WhyPanel
            asset={asset}
            view={classification.data}
            entry={entry}
            onClose={() => set({ why: null })}
            onDecide={() => setDialog('decide')}
          />
        )
      }
    >
      {tab === 'classification' ? (
        <QueryView query={classification}>
          {(view) => (
            <ClassificationTab
              asset={asset}
              view={view}
              active={entry === undefined ? null : `${entry.pack}:${entry.entry}`}
              onWhy={(key) => set({ why: key })}
              onDecide={() => setDialog('decide')}
            />
          )}
        </QueryView>
      ) : tab === 'compute' && row.kind === 'model' ? (
        <ComputeTab key={row.versionId} asset={asset} />
      ) : tab === 'facts' || tab === 'compute' ? (
        <FactsTab asset={asset} />
      ) : tab === 'lineage' ? (
        <LineageTab asset={asset} />
      ) : tab === 'versions' ? (
        <VersionsTab asset={asset} />
      ) : tab === 'safeguards' ? (
        <SafeguardsTab assetId={row.id} />
      ) : tab === 'operation' ? (
        <OperationTab assetId={row.id} />
      ) : tab === 'transfers' ? (
        <TransfersTab assetId={row.id} />
      ) : tab === 'evidence' ? (
        <EvidenceTab asset={asset} />
      ) : tab === 'notes' ? (
        <NotesTab assetId={row.id} />
      ) : (
        <HistoryTab assetId={row.id} />
      )}
      {dialog === 'decide' && classification.data?.findingId != null && finding !== null ? (
        <DecideDialog findingId={classification.data.findingId} finding={finding} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'review' && classification.data?.findingId != null ? (
        <ReviewDialog findingId={classification.data.findingId} onClose={() => setDialog(null)} />
      ) : null}
      {dialog === 'edit' ? <EditAssetDialog asset={asset} onClose={() => setDialog(null)} /> : null}
    </Page>
  );
}
