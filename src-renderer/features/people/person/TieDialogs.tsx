import { useState } from 'react';
import {
  EraseReason,
  type PersonDetail,
  type RevealedTie,
  TieKind,
  TiePurpose,
  UsStanding,
} from '../../../../src-shared/contract/people.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { ChoiceCards, DayField, dayOf, Select, TextArea, TextField, useText, useToast } from '../../../ui/index.ts';
import classes from '../people.module.css';
import { countryOptions } from '../words.tsx';

interface TieDialogProps {
  readonly person: PersonDetail;
  /** Null adds one. */
  readonly tie: RevealedTie | null;
  readonly onClose: () => void;
}

const sinceForm = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;

/** Adds or corrects a citizenship, a residence or a US status. Source and purpose are part of it. */
export function TieDialog({ person, tie, onClose }: TieDialogProps) {
  const t = useText();
  const save = useHostCommand('people.saveTie');
  const [kind, setKind] = useState<TieKind>(tie?.kind ?? 'citizenship');
  const [country, setCountry] = useState<string | null>(tie?.country ?? null);
  const [standing, setStanding] = useState<UsStanding | null>(tie?.standing ?? null);
  const [since, setSince] = useState(tie?.since ?? '');
  const [source, setSource] = useState(tie?.source ?? '');
  const [purpose, setPurpose] = useState<TiePurpose>(tie?.purpose ?? 'releaseCheck');
  const [until, setUntil] = useState<string>(tie?.keepUntil ?? '');
  const isStatus = kind === 'usStatus';
  const keepUntil = dayOf(until);
  const sinceSound = since.trim() === '' || sinceForm.test(since.trim());
  const missing = (isStatus ? standing === null : country === null)
    ? t('people.ties.valueFirst')
    : source.trim() === ''
      ? t('people.ties.sourceFirst')
      : keepUntil === undefined || !sinceSound
        ? t('field.noDay')
        : undefined;
  const submit = async () => {
    if (keepUntil === undefined) return;
    const reply = await save.run({
      personId: person.row.id,
      revision: person.row.revision,
      tieId: tie?.id ?? null,
      kind,
      country: isStatus ? null : country,
      standing: isStatus ? standing : null,
      since: since.trim() === '' ? null : since.trim(),
      source,
      purpose,
      keepUntil,
    });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(tie === null ? 'people.ties.addTitle' : 'people.ties.correctTitle')}
      onClose={onClose}
      submitLabel={t('people.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <Select<TieKind>
        label={t('people.ties.kind')}
        value={kind}
        options={TieKind.options.map((value) => ({ value, label: t(`people.tie.${value}`) }))}
        onChange={setKind}
      />
      {isStatus ? (
        <Select<UsStanding>
          label={t('people.tie.standing')}
          value={standing}
          options={UsStanding.options.map((value) => ({ value, label: t(`people.standing.${value}`) }))}
          onChange={setStanding}
        />
      ) : (
        <Select label={t('people.tie.country')} searchable value={country} options={countryOptions(t)} onChange={setCountry} />
      )}
      <div className={classes['pair']}>
        <TextField
          label={t('people.ties.since')}
          value={since}
          onChange={setSince}
          placeholder="2010-05-03"
          maxLength={10}
          {...(sinceSound ? {} : { error: t('people.ties.sinceForm') })}
        />
        <DayField label={t('people.ties.keepUntil')} value={until} onChange={setUntil} />
      </div>
      <TextArea
        label={t('people.ties.source')}
        hint={t('people.ties.sourceHint')}
        value={source}
        onChange={setSource}
        rows={2}
        maxLength={400}
      />
      <Select<TiePurpose>
        label={t('people.ties.keptFor')}
        value={purpose}
        options={TiePurpose.options.map((value) => ({ value, label: t(`people.purpose.${value}`) }))}
        onChange={setPurpose}
      />
    </FormDialog>
  );
}

interface EraseDialogProps {
  readonly person: PersonDetail;
  /** Null erases all. */
  readonly tieIds: readonly string[] | null;
  readonly onClose: () => void;
}

/** Says what erasing does before it is done; undo cannot mend it. */
export function EraseDialog({ person, tieIds, onClose }: EraseDialogProps) {
  const t = useText();
  const toast = useToast();
  const erase = useHostCommand('people.eraseTies');
  const [reason, setReason] = useState<EraseReason | null>(null);
  const submit = async () => {
    if (reason === null) return;
    const reply = await erase.run({
      personId: person.row.id,
      revision: person.row.revision,
      tieIds: tieIds === null ? null : [...tieIds],
      reason,
    });
    if (!reply.ok) return;
    toast({ message: t('people.ties.erased') });
    onClose();
  };
  return (
    <FormDialog
      title={t('people.ties.eraseTitle')}
      onClose={onClose}
      submitLabel={t(tieIds === null ? 'people.ties.eraseAll' : 'people.ties.erase')}
      onSubmit={() => void submit()}
      busy={erase.pending}
      missing={reason === null ? t('people.ties.eraseReasonFirst') : undefined}
      error={erase.error}
    >
      <p>{t('people.ties.eraseText')}</p>
      <ChoiceCards<EraseReason>
        label={t('people.ties.eraseReason')}
        value={reason}
        onChange={setReason}
        choices={EraseReason.options.map((value) => ({ value, label: t(`people.erase.${value}`) }))}
      />
    </FormDialog>
  );
}
