import { type KeyboardEvent, useId, useState } from 'react';
import type { DecisionReason, HitDetail, HitLine, Verdict } from '../../../../src-shared/contract/screening.ts';
import { FormDialog, useEscalationFields, useHostCommand } from '../../../host/index.ts';
import { isTyping, Kbd, TextArea, useText, useToast } from '../../../ui/index.ts';
import classes from './queue.module.css';

const reasonsOf: Readonly<Record<Verdict, readonly DecisionReason[]>> = {
  trueMatch: ['sameIdentifier', 'sameNameAndFacts', 'admitted', 'ownershipShown', 'other'],
  falsePositive: [
    'differentName',
    'differentBirth',
    'differentCountry',
    'differentIdentifier',
    'differentBusiness',
    'differentType',
    'other',
  ],
  needFacts: ['notEnoughFacts', 'other'],
  escalate: ['sameNameAndFacts', 'ownershipShown', 'notEnoughFacts', 'other'],
  reopen: [],
};

const contradictions: Readonly<Partial<Record<HitDetail['features'][number]['name'], DecisionReason>>> = {
  identifier: 'differentIdentifier',
  birth: 'differentBirth',
  type: 'differentType',
};

/** A reason the comparison itself gives, set beforehand; none where a person has to say it. */
function givenReason(verdict: Verdict, facts: HitDetail['features']): DecisionReason | null {
  if (verdict === 'needFacts') return 'notEnoughFacts';
  if (verdict === 'reopen') return 'other';
  const strongest = facts.filter(({ points }) => (verdict === 'trueMatch' ? points > 0 : points < 0));
  if (verdict === 'trueMatch') return strongest.some(({ name, points }) => name === 'identifier' && points >= 60) ? 'sameIdentifier' : null;
  if (verdict !== 'falsePositive') return null;
  const [most] = [...strongest].sort((a, b) => a.points - b.points);
  return most === undefined ? null : (contradictions[most.name] ?? null);
}

interface DecideDialogProps {
  readonly verdict: Verdict;
  readonly hits: readonly HitLine[];
  readonly seconds: number | null;
  /** Already written, for example which fact to ask for. */
  readonly note: string;
  readonly facts: HitDetail['features'];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** The reason for a decision: a digit chooses it, Enter records it. */
export function DecideDialog({ verdict, hits, seconds, note: given, facts, onClose, onDone }: DecideDialogProps) {
  const t = useText();
  const toast = useToast();
  const name = useId();
  const decide = useHostCommand('screening.decide');
  const [reason, setReason] = useState<DecisionReason | null>(() => givenReason(verdict, facts));
  const [note, setNote] = useState(given);
  const escalation = useEscalationFields({ ask: given });
  const reasons = reasonsOf[verdict];
  const [only] = hits;
  const missing =
    reason === null
      ? t('screening.decide.reasonFirst')
      : reason === 'other' && verdict !== 'reopen' && note.trim() === ''
        ? t('screening.decide.noteFirst')
        : verdict === 'escalate'
          ? escalation.missing
          : undefined;
  const submit = async () => {
    if (reason === null || missing !== undefined || decide.pending) return;
    const reply = await decide.run({
      hits: hits.map(({ id, revision }) => ({ id, revision })),
      verdict,
      reason,
      note,
      seconds,
      escalation: verdict === 'escalate' ? escalation.value : null,
    });
    if (!reply.ok) return;
    toast({
      message: t(reply.value.waitingForSecond > 0 ? 'screening.decide.doneSecond' : `screening.decide.done.${verdict}`, {
        count: reply.value.changed,
      }),
    });
    onDone();
    onClose();
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.nativeEvent.isComposing) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === 'Enter' && !event.shiftKey && !(event.target instanceof HTMLButtonElement)) {
      event.preventDefault();
      void submit();
    } else if (plain && /^[1-9]$/.test(event.key) && !isTyping(event.target)) {
      const chosen = reasons[Number(event.key) - 1];
      if (chosen === undefined) return;
      event.preventDefault();
      setReason(chosen);
    }
  };
  return (
    <FormDialog
      title={t(`screening.decide.title.${verdict}`, { count: hits.length })}
      onClose={onClose}
      submitLabel={t('screening.decide.submit')}
      onSubmit={() => void submit()}
      busy={decide.pending}
      missing={missing}
      error={decide.error}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside bubble here */}
      <div className={classes['decide']} onKeyDown={onKey}>
        {hits.length === 1 && only !== undefined ? (
          <p className="small muted">
            <bdi>{only.matchedName}</bdi>, {only.listTitle}
          </p>
        ) : (
          <p className="small muted">{t('screening.decide.many', { count: hits.length })}</p>
        )}
        {reasons.length === 0 ? null : (
          <fieldset className={classes['reasons']}>
            <legend>{t('screening.decide.reason')}</legend>
            {reasons.map((value, place) => (
              <label key={value}>
                <input
                  type="radio"
                  name={name}
                  checked={value === reason}
                  data-autofocus={value === (reason ?? reasons[0]) ? '' : undefined}
                  onChange={() => setReason(value)}
                />
                <span>{t(`screening.because.${value}`)}</span>
                <Kbd shortcut={String(place + 1)} />
              </label>
            ))}
          </fieldset>
        )}
        {verdict === 'escalate' ? escalation.fields : null}
        <TextArea
          label={t('screening.decide.note')}
          hint={t(reason === 'other' && verdict !== 'reopen' ? 'screening.decide.noteNeeded' : 'screening.decide.noteHint')}
          required={reason === 'other' && verdict !== 'reopen'}
          value={note}
          onChange={setNote}
          rows={2}
          maxLength={4000}
        />
        {verdict === 'falsePositive' ? <p className="caption muted">{t('screening.decide.lapses')}</p> : null}
      </div>
    </FormDialog>
  );
}
