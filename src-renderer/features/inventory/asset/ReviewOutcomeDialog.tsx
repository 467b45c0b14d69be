import { useState } from 'react';
import type { Review } from '../../../../src-shared/contract/classification.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, Note, TextArea, TextField, useText } from '../../../ui/index.ts';

/** The second person's answer: agree or not, with words. */
export function ReviewOutcomeDialog({ review, onClose }: { readonly review: Review; readonly onClose: () => void }) {
  const t = useText();
  const record = useHostCommand('classification.review');
  const [outcome, setOutcome] = useState<'agreed' | 'disagreed'>('agreed');
  const [by, setBy] = useState(review.askedOf);
  const [note, setNote] = useState('');
  const missing =
    by.trim() === '' ? t('inventory.personFirst') : outcome === 'disagreed' && note.trim() === '' ? t('inventory.reasonFirst') : undefined;
  const submit = async () => {
    const reply = await record.run({ reviewId: review.id, outcome, note, reviewedBy: by });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('inventory.recordReview')}
      onClose={onClose}
      submitLabel={t('inventory.recordReview')}
      onSubmit={() => void submit()}
      busy={record.pending}
      missing={missing}
      error={record.error}
    >
      {review.note === '' ? null : <Note>{review.note}</Note>}
      <ChoiceCards
        label={t('inventory.reviewOutcome')}
        value={outcome}
        onChange={setOutcome}
        choices={[
          { value: 'agreed' as const, label: t('inventory.outcome.agreed') },
          { value: 'disagreed' as const, label: t('inventory.outcome.disagreed') },
        ]}
      />
      <TextField label={t('inventory.reviewedBy')} value={by} onChange={setBy} maxLength={120} />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} rows={3} maxLength={4000} />
    </FormDialog>
  );
}
