import { IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { AssetDetail, AssetId } from '../../../../src-shared/contract/inventory.ts';
import { NotesPanel, QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, FactList, IconButton, Inspector, Section, StandingStatus, useText, VerdictLine } from '../../../ui/index.ts';
import { conclusionOf } from '../asset/conclusion.tsx';
import { HistoryList } from '../asset/HistoryTab.tsx';
import { QuestionList } from '../asset/QuestionList.tsx';
import { classificationWords, factWords, fieldLabel } from '../words.ts';

type TabId = 'summary' | 'notes' | 'history';

const summaryFields = [
  'originType',
  'manufacturer',
  'softwareRole',
  'serviceRole',
  'technologyRole',
  'datasetRole',
  'parametersTotal',
  'parametersActive',
  'trainingTokens',
  'hardware',
  'trainedIn',
  'weightsPublished',
  'applicableDieArea',
  'dataCentreMarketed',
  'containedParts',
  'waysIn',
];

/** One asset beside its list: the verdict, the question that decides, and the facts people ask for first. */
export function AssetInspector({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const [tab, setTab] = useState<TabId>('summary');
  const detail = useHostQuery('inventory.get', { id: id as AssetId }, { keepPrevious: true });
  const row = detail.data?.row;
  return (
    <Inspector<TabId>
      title={row === undefined ? t('common.loading') : row.name}
      over={
        row === undefined
          ? undefined
          : `${t(`assetKind.${row.kind}`)}${row.versionLabel === '' ? '' : `, ${t('inventory.versionOf', { version: row.versionLabel })}`}`
      }
      subtitle={row?.purpose}
      tools={<IconButton icon={IconExternalLink} label={t('inventory.openAsset')} onClick={() => void navigate(`/assets/${id}`)} />}
      tabs={[
        { id: 'summary', label: t('inspector.summary') },
        { id: 'notes', label: t('inspector.notes') },
        { id: 'history', label: t('inspector.history') },
      ]}
      active={tab}
      onTab={setTab}
      onClose={onClose}
      footer={
        <Button kind="primary" fullWidth onClick={() => void navigate(`/assets/${id}`)}>
          {t('inventory.openAsset')}
        </Button>
      }
    >
      <QueryView query={detail}>
        {(asset) =>
          tab === 'summary' ? (
            <Summary asset={asset} />
          ) : tab === 'notes' ? (
            <NotesPanel about={{ entity: 'assets', id: asset.row.id }} />
          ) : (
            <HistoryList assetId={asset.row.id} />
          )
        }
      </QueryView>
    </Inspector>
  );
}

function Summary({ asset }: { readonly asset: AssetDetail }) {
  const t = useText();
  const { row, facts } = asset;
  const classification = useHostQuery('classification.get', { id: row.id });
  const questions = useHostQuery('questions.list', { assetId: row.id, state: 'open', limit: 20 });
  const [first] = questions.data ?? [];
  const known = summaryFields.filter((field) => facts[field] !== undefined);
  return (
    <>
      <VerdictLine compact badge={<StandingStatus filled standing={row.standing} label={classificationWords(t, row)} />}>
        {classification.data?.finding == null
          ? t('inventory.neverClassified')
          : conclusionOf(t, classification.data.finding, questions.data ?? [])}
      </VerdictLine>
      {first === undefined ? null : (
        <Section title={t('inventory.next')} aside={t('inventory.openQuestions', { count: questions.data?.length ?? 0 })}>
          <QuestionList asset={asset} questions={[first]} />
        </Section>
      )}
      <Section title={t('inventory.facts')} aside={t('inventory.factsKnown', { share: Math.round(row.completeness * 100) })}>
        <FactList
          rows={[
            { label: t('inventory.column.stage'), value: t(`stage.${row.stage}`) },
            { label: t('inventory.column.owner'), value: row.ownerName === '' ? null : row.ownerName },
            ...known.map((field) => ({ label: fieldLabel(t, field), value: factWords(t, field, facts[field]), key: field })),
          ]}
        />
      </Section>
      {asset.links.length === 0 ? null : (
        <Section title={t('inventory.linked')}>
          <FactList
            rows={asset.links.map((link) => {
              const away = link.fromId === row.id;
              return {
                key: link.id,
                label: t(`link.${link.kind}.${away ? 'to' : 'from'}`),
                value: <a href={`#/assets/${away ? link.toId : link.fromId}`}>{away ? link.toName : link.fromName}</a>,
              };
            })}
          />
        </Section>
      )}
    </>
  );
}
