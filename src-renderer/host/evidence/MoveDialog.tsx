import { useState } from 'react';
import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { Select, useText, useToast } from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand, useHostQuery } from '../hooks.ts';

const keyOf = ({ kind, id }: RecordRef) => `${kind} ${id}`;

interface MoveDialogProps {
  readonly evidence: Evidence;
  readonly onClose: () => void;
  readonly onMoved: () => void;
}

/** Asks which record a piece belongs to. */
export function MoveDialog({ evidence, onClose, onMoved }: MoveDialogProps) {
  const t = useText();
  const toast = useToast();
  const move = useHostCommand('evidence.move');
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState<{ readonly ref: RecordRef; readonly title: string } | null>(null);
  const found = useHostQuery('search.records', { text: typed.trim() || '-', limit: 20 }, { keepPrevious: true });
  const offered = (typed.trim() === '' ? [] : (found.data ?? []))
    .filter(({ tab, ref }) => tab === null && keyOf(ref) !== keyOf(evidence.record))
    .map(({ ref, title }) => ({ ref, title }));
  const options = [...offered, ...(chosen === null || offered.some(({ ref }) => keyOf(ref) === keyOf(chosen.ref)) ? [] : [chosen])];
  const submit = async () => {
    if (chosen === null) return;
    const reply = await move.run({ id: evidence.id, revision: evidence.revision, record: chosen.ref });
    if (!reply.ok) return;
    toast({ message: t('evidence.moved', { name: evidence.name, to: chosen.title }) });
    onMoved();
  };
  return (
    <FormDialog
      title={t('evidence.moveTitle', { name: evidence.name })}
      onClose={onClose}
      submitLabel={t('evidence.moveHere')}
      onSubmit={() => void submit()}
      busy={move.pending}
      missing={chosen === null ? t('evidence.moveMissing') : undefined}
      error={move.error}
    >
      <Select
        label={t('evidence.moveTo')}
        hint={t('evidence.moveHint')}
        value={chosen === null ? null : keyOf(chosen.ref)}
        searchable
        onSearch={setTyped}
        searching={found.isPlaceholderData || found.isPending}
        options={options.map(({ ref, title }) => ({ value: keyOf(ref), label: title, detail: t(`record.${ref.kind}`) }))}
        onChange={(key) => setChosen(options.find(({ ref }) => keyOf(ref) === key) ?? null)}
      />
    </FormDialog>
  );
}
