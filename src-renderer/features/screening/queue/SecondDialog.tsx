import { useState } from 'react';
import type { HitDetail } from '../../../../src-shared/contract/screening.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, Note, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';

interface SecondDialogProps {
  readonly hit: HitDetail;
  readonly onClose: () => void;
  readonly onDone: () => void;
}

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Another person's word on a true match. Whoever called it true cannot be that person, and is told so before trying. */
export function SecondDialog({ hit, onClose, onDone }: SecondDialogProps) {
  const t = useText();
  const toast = useToast();
  const second = useHostCommand('screening.second');
  const [by, setBy] = useState('');
  const [agree, setAgree] = useState<'yes' | 'no' | null>(null);
  const [note, setNote] = useState('');
  const first = hit.decisions[0];
  const isSame = first !== undefined && by.trim() !== '' && plain(first.by) === plain(by);
  const missing =
    by.trim() === ''
      ? t('screening.second.nameFirst')
      : isSame
        ? t('screening.second.same', { name: first.by })
        : agree === null
          ? t('screening.second.answerFirst')
          : agree === 'no' && note.trim() === ''
            ? t('screening.second.noteFirst')
            : undefined;
  const submit = async () => {
    if (agree === null) return;
    const reply = await second.run({ id: hit.id, revision: hit.revision, agree: agree === 'yes', note, by });
    if (!reply.ok) return;
    toast({ message: t(agree === 'yes' ? 'screening.second.agreed' : 'screening.second.disagreed') });
    onDone();
    onClose();
  };
  return (
    <FormDialog
      title={t('screening.second.title')}
      onClose={onClose}
      submitLabel={t('screening.second.submit')}
      onSubmit={() => void submit()}
      busy={second.pending}
      missing={missing}
      error={second.error}
    >
      {first === undefined ? null : (
        <Note>
          {t('screening.second.first', {
            name: first.by,
            day: formatDay(first.at.slice(0, 10), t.locale),
            reason: t(`screening.reason.${first.reason}`),
          })}
          {first.note === '' ? null : ` “${first.note}”`}
        </Note>
      )}
      <TextField
        label={t('screening.second.name')}
        hint={t('screening.second.nameHint')}
        required
        autoFocus
        value={by}
        onChange={setBy}
        maxLength={200}
        error={isSame ? t('screening.second.same', { name: first.by }) : undefined}
      />
      <ChoiceCards<'yes' | 'no'>
        label={t('screening.second.answer')}
        value={agree}
        onChange={setAgree}
        choices={(['yes', 'no'] as const).map((value) => ({
          value,
          label: t(`screening.second.${value}`),
          detail: t(`screening.second.${value}Detail`),
        }))}
      />
      <TextArea label={t('screening.decide.note')} required={agree === 'no'} value={note} onChange={setNote} rows={2} maxLength={4000} />
    </FormDialog>
  );
}
