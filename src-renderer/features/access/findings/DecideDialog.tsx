import { useState } from 'react';
import type { FindingState } from '../../../../src-shared/contract/access.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';

/** The core takes this many at once. */
const ATONCE = 500;

interface DecideDialogProps {
  /** Asked for when the person decides, since a selection of thousands is not held in the page. */
  readonly ids: () => Promise<readonly string[]>;
  readonly count: number;
  /** What stands now, where it is one finding. */
  readonly now?: FindingState;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** A person's answer to one finding or to many alike: what it was, why, and when to look again. */
export function DecideDialog({ ids, count, now = 'open', onClose, onDone }: DecideDialogProps) {
  const t = useText();
  const toast = useToast();
  const decide = useHostCommand('access.decide');
  const [state, setState] = useState<FindingState | null>(now === 'open' ? null : now);
  const [reason, setReason] = useState('');
  const [review, setReview] = useState('');
  const day = review.trim() === '' ? null : IsoDate.safeParse(review.trim());
  const missing =
    state === null
      ? t('access.decide.outcomeFirst')
      : reason.trim() === ''
        ? t('access.decide.reasonFirst')
        : day !== null && !day.success
          ? t('access.dayFormat')
          : state === 'accepted' && day === null
            ? t('access.decide.reviewFirst')
            : undefined;
  const submit = async () => {
    if (state === null) return;
    const all = await ids();
    let decided = 0;
    for (let from = 0; from < all.length; from += ATONCE) {
      const reply = await decide.run({ ids: all.slice(from, from + ATONCE), state, reason, reviewOn: day?.data ?? null });
      if (!reply.ok) return;
      decided += reply.value.decided;
    }
    toast({ message: t(`access.decide.done.${state}`, { count: decided }) });
    onDone();
    onClose();
  };
  const choices = (['confirmed', 'cleared', 'accepted', ...(now === 'open' ? [] : (['open'] as const))] as const).map((value) => ({
    value,
    label: t(`access.decide.${value}`),
    detail: t(`access.decide.${value}.detail`),
  }));
  return (
    <FormDialog
      title={t('access.decide.title', { count })}
      onClose={onClose}
      submitLabel={t('access.decide.submit', { count })}
      onSubmit={() => void submit()}
      busy={decide.pending}
      missing={missing}
      error={decide.error}
    >
      <ChoiceCards<FindingState> label={t('access.decide.outcome')} value={state} onChange={setState} choices={choices} />
      <TextArea
        label={t('access.decide.reason')}
        hint={t('access.decide.reasonHint')}
        required
        value={reason}
        onChange={setReason}
        rows={3}
        maxLength={2000}
      />
      <TextField
        label={t('access.decide.review')}
        hint={t(state === 'accepted' ? 'access.decide.reviewNeeded' : 'access.decide.reviewHint')}
        placeholder={t('field.dayExample')}
        required={state === 'accepted'}
        value={review}
        onChange={setReview}
        maxLength={10}
        error={day !== null && !day.success ? t('access.dayFormat') : undefined}
      />
    </FormDialog>
  );
}
