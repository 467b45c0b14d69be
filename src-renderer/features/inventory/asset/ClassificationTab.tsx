import { IconRefresh } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { ClassificationView } from '../../../../src-shared/contract/classification.ts';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import type { EntryFinding } from '../../../../src-shared/model/finding.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  FactList,
  ListFooter,
  Note,
  Section,
  SimpleTable,
  StandingStatus,
  StatusText,
  useText,
  VerdictLine,
} from '../../../ui/index.ts';
import { classificationWords } from '../words.ts';
import classes from './asset.module.css';
import { ChangeList } from './ChangeList.tsx';
import { conclusionOf } from './conclusion.tsx';
import { groupEntries } from './entries.ts';
import { entryColumns, entryKey } from './entry-columns.tsx';
import { HumanSide } from './HumanSide.tsx';
import { QuestionList } from './QuestionList.tsx';

interface ClassificationTabProps {
  readonly asset: AssetDetail;
  readonly view: ClassificationView;
  readonly active: string | null;
  readonly onWhy: (key: string) => void;
  readonly onDecide: () => void;
}

/** Verdict first, then every entry consulted by jurisdiction, law before what is not export control. */
export function ClassificationTab({ asset, view, active, onWhy, onDecide }: ClassificationTabProps) {
  const t = useText();
  const run = useHostCommand('classification.run');
  const questions = useHostQuery('questions.list', { assetId: asset.row.id, state: 'open', limit: 50 });
  const open = useRef<HTMLDivElement>(null);
  const [params] = useSearchParams();
  const wanted = params.get('tab') === 'questions' && (questions.data ?? []).length > 0;
  // Whoever comes for a question finds it below the verdict.
  useEffect(() => {
    if (wanted) open.current?.scrollIntoView({ block: 'nearest' });
  }, [wanted]);
  const { finding } = view;
  if (finding === null) {
    return (
      <EmptyState
        title={t('inventory.neverClassified')}
        actions={
          <Button kind="primary" busy={run.pending} onClick={() => void run.run({ id: asset.row.id, versionId: asset.row.versionId })}>
            {t('inventory.classifyNow')}
          </Button>
        }
      >
        {t('inventory.neverClassifiedText')}
      </EmptyState>
    );
  }
  const groups = groupEntries(finding, t);
  const standing = { ...asset.row, classification: finding.classification, standing: finding.standing };
  return (
    <>
      <div className={classes['verdict']}>
        <VerdictLine badge={<StandingStatus filled standing={finding.standing} label={classificationWords(t, standing)} />}>
          {conclusionOf(t, finding, questions.data ?? [])}
        </VerdictLine>
        <div className={classes['verdictSide']}>
          <FactList
            labelWidth={96}
            rows={[
              { label: t('inventory.judgedOn'), value: formatDay(finding.on, t.locale) },
              {
                label: t('inventory.classification'),
                value: t.dynamic(`classification.${finding.classification}`, {}, finding.classification),
              },
              {
                label: t('inventory.subjectToEar'),
                value: finding.subjectToEar === null ? null : t(finding.subjectToEar ? 'common.yes' : 'common.no'),
              },
              {
                label: t('inventory.decision'),
                value:
                  view.decision === null ? (
                    t(view.overtaken === null ? 'inventory.noDecision' : 'inventory.decisionOvertaken')
                  ) : (
                    <StatusText tone={view.decision.expired ? 'review' : 'clear'}>
                      {t(view.decision.expired ? 'inventory.decisionExpired' : 'inventory.decidedBy', {
                        who: view.decision.decidedBy,
                        day: formatDay(view.decision.expiresOn, t.locale),
                      })}
                    </StatusText>
                  ),
              },
            ]}
          />
        </div>
      </div>
      {view.overtaken === null ? null : <Overtaken overtaken={view.overtaken} onDecide={onDecide} />}
      {view.stale ? (
        <div className={classes['notice']}>
          <Note tone="review">
            {t('inventory.staleText', { because: view.staleBecause.map((one) => t(`inventory.staleBecause.${one}`)).join(', ') })}{' '}
            <ChangeList changes={view.changes} />
            <Button
              size="small"
              icon={IconRefresh}
              busy={run.pending}
              onClick={() => void run.run({ id: asset.row.id, versionId: asset.row.versionId })}
            >
              {t('inventory.classifyAgain')}
            </Button>
          </Note>
        </div>
      ) : null}
      {finding.warnings.map((warning) => (
        <div key={`${warning.code}${warning.text}`} className={classes['notice']}>
          <Note tone={warning.code === 'nearLimit' || warning.code === 'unitTrap' ? 'review' : 'info'}>{warning.text}</Note>
        </div>
      ))}
      <SimpleTable<EntryFinding>
        label={t('inventory.entries')}
        groups={groups}
        rowKey={entryKey}
        active={active}
        onPress={(entry) => onWhy(entryKey(entry))}
        columns={entryColumns(t)}
      />
      {(questions.data ?? []).length === 0 ? null : (
        <div className={classes['padded']} ref={open}>
          <Section title={t('inventory.questionsTitle')} aside={t('inventory.byEffect')}>
            <QuestionList asset={asset} questions={questions.data ?? []} />
          </Section>
        </div>
      )}
      <div className={classes['padded']}>
        <HumanSide assetId={asset.row.id} view={view} />
      </div>
      <ListFooter>
        <span>{t('inventory.rulesConsulted', { count: finding.entries.length })}</span>
        {view.inheritedFrom.length > 0 ? <Inherit label={t('inventory.inheritsFrom')} assets={view.inheritedFrom} /> : null}
        {view.inheritedBy.length > 0 ? <Inherit label={t('inventory.inheritedBy')} assets={view.inheritedBy} /> : null}
      </ListFooter>
    </>
  );
}

/** A decision that the facts, a new version or new packs took the ground from: who, what, why, and what differs. */
function Overtaken({
  overtaken,
  onDecide,
}: {
  readonly overtaken: NonNullable<ClassificationView['overtaken']>;
  readonly onDecide: () => void;
}) {
  const t = useText();
  const { decision, because, changes } = overtaken;
  return (
    <div className={classes['notice']}>
      <Note tone="review">
        {t('inventory.overtaken', {
          who: decision.decidedBy,
          classification: t.dynamic(`classification.${decision.classification}`, {}, decision.classification),
          day: decision.decidedOn,
          because: because.map((one) => t(`inventory.overtakenBecause.${one}`)).join(', '),
        })}{' '}
        {changes.length === 0 ? (
          t('inventory.overtakenSame')
        ) : (
          <>
            {t('inventory.overtakenSince')} <ChangeList changes={changes} />
          </>
        )}
        <Button size="small" onClick={onDecide}>
          {t('inventory.decideAgain')}
        </Button>
      </Note>
    </div>
  );
}

function Inherit({ label, assets }: { readonly label: string; readonly assets: ClassificationView['inheritedBy'] }) {
  return (
    <span>
      {label}{' '}
      {assets.map((asset, place) => (
        <span key={asset.id}>
          {place === 0 ? '' : ', '}
          <a href={`#/assets/${asset.id}`}>{asset.name}</a>
        </span>
      ))}
    </span>
  );
}
