import { useState } from 'react';
import type { VettingSubject, VettingView, VettingWords } from '../../../src-shared/contract/vetting.ts';
import { monthsAfter } from '../../../src-shared/model/dates.ts';
import { type VettingKind, VettingResult, type VettingStanding, vettingKindsOf } from '../../../src-shared/model/vetting.ts';
import { localDay } from '../../../src-shared/text/dates.ts';
import { Checkbox, DayField, dayOf, Select, TextArea, TextField, useText, useToast } from '../../ui/index.ts';
import { FormDialog } from '../FormDialog.tsx';
import { useHostCommand } from '../hooks.ts';
import classes from './vetting.module.css';
import { resultWord } from './words.ts';

interface VettingDialogProps {
  readonly subject: VettingSubject;
  readonly standings: readonly VettingStanding[];
  /** Null adds one. */
  readonly vetting: VettingView | null;
  /** What it says now; of one of staff as it was just shown. */
  readonly words: VettingWords | null;
  /** What a new one is first taken to be. */
  readonly kind?: VettingKind | undefined;
  readonly onClose: () => void;
}

/** Records a check or an undertaking, or changes one. When it is to be repeated is suggested by the table of what is expected. */
export function VettingDialog({ subject, standings, vetting, words, kind: first, onClose }: VettingDialogProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('vetting.save');
  const kinds = vettingKindsOf[subject.kind];
  const [kind, setKind] = useState<VettingKind>(vetting?.kind ?? first ?? kinds[0] ?? 'dueDiligence');
  const [doneOn, setDoneOn] = useState<string>(vetting?.doneOn ?? localDay(new Date()));
  const [doneBy, setDoneBy] = useState(vetting?.doneBy ?? '');
  const [result, setResult] = useState<VettingResult>(words?.result ?? 'passed');
  const [matter, setMatter] = useState(words?.matter ?? '');
  const [conditions, setConditions] = useState(words?.conditions ?? '');
  const day = dayOf(doneOn);
  const months = standings.find((one) => one.kind === kind)?.everyMonths ?? null;
  const suggested = day == null || months === null ? null : monthsAfter(day, months);
  // Until somebody says otherwise the table of what is expected answers.
  const [repeat, setRepeat] = useState<{ readonly none: boolean; readonly on: string } | null>(
    vetting === null ? null : { none: vetting.nextOn === null, on: vetting.nextOn ?? '' },
  );
  const expectedOnce = standings.some((one) => one.kind === kind && one.expected && one.everyMonths === null);
  const { none, on } = repeat ?? { none: expectedOnce, on: suggested ?? '' };
  const nextOn = none ? null : dayOf(on);
  const missing =
    doneBy.trim() === ''
      ? t('vetting.needs.by')
      : day == null
        ? t('vetting.needs.day')
        : day > localDay(new Date())
          ? t('vetting.needs.future')
          : result === 'passedWithConditions' && conditions.trim() === ''
            ? t('vetting.needs.conditions')
            : !none && nextOn == null
              ? t('vetting.needs.next')
              : nextOn != null && nextOn <= day
                ? t('vetting.needs.after')
                : undefined;
  const submit = async () => {
    if (day == null || nextOn === undefined) return;
    const reply = await save.run({
      ...{ id: vetting?.id ?? null, revision: vetting?.revision ?? 0, subject, kind, doneOn: day, doneBy, nextOn },
      words: { result, matter, conditions },
    });
    if (!reply.ok) return;
    toast({ message: t('vetting.saved') });
    onClose();
  };
  return (
    <FormDialog
      title={t(vetting === null ? 'vetting.add' : 'vetting.edit')}
      onClose={onClose}
      submitLabel={t('vetting.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={missing}
      error={save.error}
    >
      <Select<VettingKind>
        label={t('vetting.field.kind')}
        hint={t(`vetting.kindHint.${kind}`)}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`vetting.kind.${value}`) }))}
        onChange={setKind}
      />
      <TextArea label={t('vetting.field.matter')} value={matter} onChange={setMatter} rows={3} maxLength={2000} />
      <div className={classes['pair']}>
        <TextField
          label={t('vetting.field.doneBy')}
          hint={t('vetting.field.doneByHint')}
          required
          value={doneBy}
          onChange={setDoneBy}
          maxLength={200}
        />
        <DayField label={t('vetting.field.doneOn')} required value={doneOn} onChange={setDoneOn} />
      </div>
      <Select<VettingResult>
        label={t('vetting.field.result')}
        value={result}
        options={VettingResult.options.map((value) => ({ value, label: resultWord(t, kind, value) }))}
        onChange={setResult}
      />
      <TextArea
        label={t('vetting.field.conditions')}
        required={result === 'passedWithConditions'}
        value={conditions}
        onChange={setConditions}
        rows={2}
        maxLength={2000}
      />
      <Checkbox label={t('vetting.field.noRepeat')} checked={none} onChange={(now) => setRepeat({ none: now, on })} />
      {none ? null : (
        <DayField
          label={t('vetting.field.nextOn')}
          {...(suggested === null ? {} : { hint: t('vetting.field.nextFrom', { day: suggested }) })}
          value={on}
          onChange={(now) => setRepeat({ none: false, on: now })}
        />
      )}
    </FormDialog>
  );
}
