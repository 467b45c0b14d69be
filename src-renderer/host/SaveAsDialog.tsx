import { type ReactNode, useState } from 'react';
import type { AppError, Reply } from '../../src-shared/contract/kernel.ts';
import type { Paper } from '../../src-shared/model/report-page.ts';
import { PaperChoice, Select, usePaper, useText } from '../ui/index.ts';
import { FormDialog } from './FormDialog.tsx';
import { RedactionSelect } from './RedactionSelect.tsx';

/** How something leaves the program. Words: `saveAs.<format>`. */
export type SaveFormat = 'pdf' | 'print' | 'html' | 'xlsx' | 'csv' | 'json' | 'svg';

/** What was chosen: the format, what its reader may not see, and the paper of this workspace. */
export interface SaveChoice<F extends SaveFormat> {
  readonly as: F;
  /** Name of a redaction profile. */
  readonly redaction: string;
  readonly paper: Paper;
}

interface SaveAsDialogProps<F extends SaveFormat> {
  readonly title: string;
  /** The first is offered, unless `first` says another. */
  readonly formats: readonly [F, ...F[]];
  readonly first?: F | undefined;
  readonly busy: boolean;
  readonly error: AppError | null;
  /** The dialog closes once it left, or was cancelled where the person was asked where to. */
  readonly onSave: (choice: SaveChoice<F>) => Promise<Reply<unknown>>;
  readonly onClose: () => void;
  /** Under the fields: how far it is. */
  readonly children?: ReactNode;
}

/** Asks how something leaves the program and what its reader may not see. Whatever is saved or printed by itself is asked for here. */
export function SaveAsDialog<F extends SaveFormat>({
  title,
  formats,
  first,
  busy,
  error,
  onSave,
  onClose,
  children,
}: SaveAsDialogProps<F>) {
  const t = useText();
  const [paper] = usePaper();
  const [as, setAs] = useState<F>(first ?? formats[0]);
  const [redaction, setRedaction] = useState('none');
  const submit = async () => {
    const reply = await onSave({ as, redaction, paper });
    if (reply.ok || reply.error.code === 'cancelled') onClose();
  };
  return (
    <FormDialog
      title={title}
      onClose={onClose}
      submitLabel={t(as === 'print' ? 'saveAs.doPrint' : 'saveAs.doSave')}
      onSubmit={() => void submit()}
      busy={busy}
      error={error === null || error.code === 'cancelled' ? null : error}
    >
      {formats.length === 1 ? null : (
        <Select<F>
          label={t('saveAs.format')}
          value={as}
          options={formats.map((value) => ({ value, label: t(`saveAs.${value}`) }))}
          searchable={false}
          onChange={setAs}
        />
      )}
      <RedactionSelect value={redaction} onChange={setRedaction} />
      {as === 'pdf' || as === 'print' || as === 'html' ? <PaperChoice /> : null}
      {children}
    </FormDialog>
  );
}
