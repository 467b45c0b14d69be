import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClassificationView, Review, RulingRequest } from '../../../../src-shared/contract/classification.ts';
import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { Button, Section, SimpleTable, StatusText, type Tone, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';
import { ReviewOutcomeDialog } from './ReviewOutcomeDialog.tsx';
import { RulingDialog } from './RulingDialog.tsx';

const reviewTone: Readonly<Record<Review['outcome'], Tone>> = { waiting: 'review', agreed: 'clear', disagreed: 'restricted' };

/** What people did with the finding: second looks, and formal classification requests to the authority. */
export function HumanSide({ assetId, view }: { readonly assetId: AssetId; readonly view: ClassificationView }) {
  const t = useText();
  const [review, setReview] = useState<Review | null>(null);
  const [ruling, setRuling] = useState<RulingRequest | 'new' | null>(null);
  return (
    <>
      {view.reviews.length === 0 ? null : (
        <Section title={t('inventory.reviews')}>
          <SimpleTable<Review>
            label={t('inventory.reviews')}
            place="inline"
            groups={[{ id: 'all', rows: view.reviews }]}
            rowKey={(row) => row.id}
            onPress={(row) => (row.outcome === 'waiting' ? setReview(row) : undefined)}
            columns={[
              { id: 'who', header: t('inventory.reviewer'), width: 170, cell: (row) => row.askedOf },
              {
                id: 'outcome',
                header: t('inventory.reviewOutcome'),
                width: 150,
                cell: (row) => {
                  const outcome = t(`inventory.outcome.${row.outcome}`);
                  return row.overtaken ? (
                    <StatusText tone="unassessed">{t('inventory.reviewOvertaken', { outcome })}</StatusText>
                  ) : (
                    <StatusText tone={reviewTone[row.outcome]}>{outcome}</StatusText>
                  );
                },
              },
              { id: 'day', header: t('inventory.addedOn'), width: 110, cell: (row) => row.reviewedOn ?? row.askedOn },
              { id: 'note', header: t('inventory.note'), cell: (row) => row.note },
              {
                id: 'act',
                header: '',
                width: 150,
                cell: (row) =>
                  row.outcome === 'waiting' ? (
                    <Button size="small" onClick={() => setReview(row)}>
                      {t('inventory.recordReview')}
                    </Button>
                  ) : null,
              },
            ]}
          />
        </Section>
      )}
      <Section title={t('inventory.rulings')} aside={t('inventory.rulingsHint')}>
        {view.rulings.length === 0 ? null : (
          <SimpleTable<RulingRequest>
            label={t('inventory.rulings')}
            place="inline"
            groups={[{ id: 'all', rows: view.rulings }]}
            rowKey={(row) => row.id}
            onPress={setRuling}
            columns={[
              { id: 'authority', header: t('inventory.rulingAuthority'), width: 120, cell: (row) => row.authority },
              { id: 'reference', header: t('inventory.rulingReference'), width: 170, cell: (row) => row.reference },
              { id: 'state', header: t('inventory.rulingState'), width: 130, cell: (row) => t(`inventory.ruling.${row.state}`) },
              { id: 'submitted', header: t('inventory.submittedOn'), width: 120, cell: (row) => row.submittedOn ?? '–' },
              { id: 'answer', header: t('inventory.rulingAnswer'), cell: (row) => row.answer },
            ]}
          />
        )}
        <div className={classes['row']}>
          <Button size="small" icon={IconPlus} onClick={() => setRuling('new')}>
            {t('inventory.addRuling')}
          </Button>
        </div>
      </Section>
      {review === null ? null : <ReviewOutcomeDialog review={review} onClose={() => setReview(null)} />}
      {ruling === null ? null : (
        <RulingDialog assetId={assetId} ruling={ruling === 'new' ? null : ruling} onClose={() => setRuling(null)} />
      )}
    </>
  );
}
