import { IconArrowRight, IconDownload, IconEye, IconListDetails, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import { Button, Checkbox, Select, type SelectOption, TextArea, TextField, useText, useToast } from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand } from '../hooks.ts';
import { CustodyDialog } from './CustodyDialog.tsx';
import classes from './evidence.module.css';
import { LookDialog } from './LookDialog.tsx';
import { MoveDialog } from './MoveDialog.tsx';

interface EvidenceDialogProps {
  readonly evidence: Evidence;
  readonly parts: readonly SelectOption[];
  readonly onClose: () => void;
}

const whole = '';

/** One piece of evidence: what it proves, its hash, and what may be done with it. */
export function EvidenceDialog({ evidence, parts, onClose }: EvidenceDialogProps) {
  const t = useText();
  const toast = useToast();
  const describe = useHostCommand('evidence.describe');
  const remove = useHostCommand('evidence.remove');
  const copy = useHostCommand('evidence.saveCopy');
  const [part, setPart] = useState(evidence.part ?? whole);
  const [name, setName] = useState(evidence.name);
  const [address, setAddress] = useState(evidence.address);
  const [note, setNote] = useState(evidence.note);
  const [attorneyAdvice, setAdvice] = useState(evidence.attorneyAdvice);
  const [beside, setBeside] = useState<'look' | 'custody' | 'move' | null>(null);
  const { id, revision, kind } = evidence;
  const error = [describe.error, remove.error, copy.error].find((one) => one !== null && one.code !== 'cancelled') ?? null;
  const submit = async () => {
    const reply = await describe.run({
      id,
      revision,
      part: part === whole ? null : part,
      note,
      attorneyAdvice,
      ...(kind === 'file' ? {} : { name }),
      ...(kind === 'link' ? { address } : {}),
    });
    if (reply.ok) onClose();
  };
  const takeOff = async () => {
    const reply = await remove.run({ id, revision });
    if (!reply.ok) return;
    toast({ message: t('evidence.removed', { name: evidence.name }) });
    onClose();
  };
  const saveCopy = async () => {
    const reply = await copy.run({ id });
    if (reply.ok) toast({ message: t('evidence.copied', { file: reply.value.fileName }) });
  };
  const missing =
    kind === 'link' && (name.trim() === '' || address.trim() === '')
      ? t('evidence.linkMissing')
      : kind === 'note' && (name.trim() === '' || note.trim() === '')
        ? t('evidence.noteMissing')
        : undefined;
  // One dialog at a time: `Esc` goes back to this one.
  if (beside === 'look') return <LookDialog evidence={evidence} onClose={() => setBeside(null)} />;
  if (beside === 'move') return <MoveDialog evidence={evidence} onClose={() => setBeside(null)} onMoved={onClose} />;
  if (beside === 'custody') return <CustodyDialog evidence={evidence} onClose={() => setBeside(null)} />;
  return (
    <FormDialog
      title={t('evidence.edit', { name: evidence.name })}
      onClose={onClose}
      submitLabel={t('evidence.save')}
      onSubmit={() => void submit()}
      busy={describe.pending}
      missing={missing}
      error={error}
    >
      {kind === 'file' ? null : <TextField label={t('evidence.name')} value={name} onChange={setName} maxLength={200} />}
      {kind === 'link' ? (
        <TextField label={t('evidence.address')} hint={t('evidence.addressHint')} value={address} onChange={setAddress} maxLength={2000} />
      ) : null}
      {parts.length === 0 ? null : (
        <Select
          label={t('evidence.proves')}
          value={part}
          options={[{ value: whole, label: t('evidence.wholeRecord') }, ...parts]}
          onChange={setPart}
        />
      )}
      <TextArea
        label={t(kind === 'note' ? 'evidence.text' : 'evidence.note')}
        hint={t(kind === 'note' ? 'evidence.textHint' : 'evidence.noteHint')}
        value={note}
        onChange={setNote}
        maxLength={4000}
      />
      <Checkbox label={t('notes.attorneyAdvice')} hint={t('notes.attorneyAdviceHint')} checked={attorneyAdvice} onChange={setAdvice} />
      {evidence.sha256 === null ? null : (
        <p className={`${classes['hash']} caption muted`}>
          {t('evidence.hash')} <code>{evidence.sha256}</code>
        </p>
      )}
      <div className={classes['row']}>
        {kind === 'file' ? (
          <Button size="small" icon={IconEye} hasPopup="dialog" onClick={() => setBeside('look')}>
            {t('evidence.look')}
          </Button>
        ) : null}
        {kind === 'file' ? (
          <Button size="small" icon={IconDownload} busy={copy.pending} onClick={() => void saveCopy()}>
            {t('evidence.saveCopy')}
          </Button>
        ) : null}
        <Button size="small" icon={IconListDetails} hasPopup="dialog" onClick={() => setBeside('custody')}>
          {t('evidence.custody')}
        </Button>
        <Button size="small" icon={IconArrowRight} hasPopup="dialog" onClick={() => setBeside('move')}>
          {t('evidence.move')}
        </Button>
        <Button size="small" icon={IconTrash} busy={remove.pending} onClick={() => void takeOff()}>
          {t('evidence.remove')}
        </Button>
      </div>
    </FormDialog>
  );
}
