import { useState } from 'react';
import { RulingRequest } from '../../../../src-shared/contract/classification.ts';
import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import { IsoDate } from '../../../../src-shared/model/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Select, TextArea, TextField, useText } from '../../../ui/index.ts';

/** A formal classification request: to whom, its number, where it stands, and what the authority answered. */
export function RulingDialog({
  assetId,
  ruling,
  onClose,
}: {
  readonly assetId: AssetId;
  readonly ruling: RulingRequest | null;
  readonly onClose: () => void;
}) {
  const t = useText();
  const save = useHostCommand('classification.saveRuling');
  const [authority, setAuthority] = useState(ruling?.authority ?? 'BIS');
  const [reference, setReference] = useState(ruling?.reference ?? '');
  const [state, setState] = useState<RulingRequest['state']>(ruling?.state ?? 'drafting');
  const [submitted, setSubmitted] = useState<string>(ruling?.submittedOn ?? '');
  const [answered, setAnswered] = useState<string>(ruling?.answeredOn ?? '');
  const [answer, setAnswer] = useState(ruling?.answer ?? '');
  const [note, setNote] = useState(ruling?.note ?? '');
  const [submittedOn, answeredOn] = [dayOf(submitted), dayOf(answered)];
  const wrongDay = submittedOn === undefined || answeredOn === undefined;
  const submit = async () => {
    if (submittedOn === undefined || answeredOn === undefined) return;
    const reply = await save.run({ id: ruling?.id ?? null, assetId, authority, reference, state, submittedOn, answeredOn, answer, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(ruling === null ? 'inventory.addRuling' : 'inventory.editRuling')}
      onClose={onClose}
      submitLabel={t('inventory.saveRuling')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={wrongDay ? t('inventory.dayFormat') : authority.trim() === '' ? t('inventory.authorityFirst') : undefined}
      error={save.error}
    >
      <TextField label={t('inventory.rulingAuthority')} required value={authority} onChange={setAuthority} maxLength={120} />
      <TextField label={t('inventory.rulingReference')} value={reference} onChange={setReference} maxLength={80} autoFocus code />
      <Select
        label={t('inventory.rulingState')}
        value={state}
        options={RulingRequest.shape.state.options.map((option) => ({ value: option, label: t(`inventory.ruling.${option}`) }))}
        onChange={setState}
      />
      <TextField
        label={t('inventory.submittedOn')}
        placeholder={t('field.dayExample')}
        value={submitted}
        onChange={setSubmitted}
        maxLength={10}
        error={submittedOn === undefined ? t('inventory.dayFormat') : undefined}
      />
      <TextField
        label={t('inventory.answeredOn')}
        placeholder={t('field.dayExample')}
        value={answered}
        onChange={setAnswered}
        maxLength={10}
        error={answeredOn === undefined ? t('inventory.dayFormat') : undefined}
      />
      <TextField label={t('inventory.rulingAnswer')} value={answer} onChange={setAnswer} maxLength={400} />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} rows={2} maxLength={4000} />
    </FormDialog>
  );
}

/** Null for an empty field, `undefined` for one that is no day. */
function dayOf(text: string): IsoDate | null | undefined {
  if (text.trim() === '') return null;
  return IsoDate.safeParse(text.trim()).data;
}
