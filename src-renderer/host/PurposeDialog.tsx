import { useState } from 'react';
import type { AppError } from '../../src-shared/contract/kernel.ts';
import { LookPurpose } from '../../src-shared/contract/people.ts';
import { ChoiceCards, useText } from '../ui/index.ts';
import { FormDialog } from './FormDialog.tsx';

interface PurposeDialogProps {
  /** Whose restricted record is looked at. */
  readonly name: string;
  readonly busy: boolean;
  readonly error: AppError | null;
  readonly onClose: () => void;
  readonly onShow: (purpose: LookPurpose) => void | Promise<void>;
}

/** Asks what somebody needs it for before anything restricted is shown. */
export function PurposeDialog({ name, busy, error, onClose, onShow }: PurposeDialogProps) {
  const t = useText();
  const [purpose, setPurpose] = useState<LookPurpose>('assessFinding');
  return (
    <FormDialog
      title={t('people.ties.purposeTitle', { name })}
      onClose={onClose}
      submitLabel={t('people.ties.show')}
      onSubmit={() => void onShow(purpose)}
      busy={busy}
      error={error}
    >
      <ChoiceCards<LookPurpose>
        label={t('people.ties.purpose')}
        value={purpose}
        onChange={setPurpose}
        choices={LookPurpose.options.map((value) => ({ value, label: t(`people.look.${value}`) }))}
      />
      <p className="muted">{t('people.ties.purposeText')}</p>
    </FormDialog>
  );
}
