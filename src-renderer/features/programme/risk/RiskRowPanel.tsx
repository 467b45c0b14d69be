import { useState } from 'react';
import type { RiskDetail, RiskRowView } from '../../../../src-shared/contract/programme.ts';
import { RiskTreatment, riskSteps } from '../../../../src-shared/model/programme.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, MakeTaskButton, useHostCommand } from '../../../host/index.ts';
import { DayField, dayOf, Inspector, Note, Select, TextArea, useText } from '../../../ui/index.ts';
import { PersonField } from '../PersonField.tsx';
import classes from '../programme.module.css';
import { BandWord, endUseWords, MoveWord, misuseWords } from '../words.tsx';

type Step = '1' | '2' | '3' | '4' | '5';
type Change = Partial<
  Pick<RiskRowView, 'likelihood' | 'effect' | 'likelihoodAfter' | 'effectAfter' | 'safeguards' | 'treatment' | 'owner' | 'due' | 'note'>
>;

interface RiskRowPanelProps {
  readonly risk: RiskDetail;
  readonly row: RiskRowView;
  readonly onClose: () => void;
}

/** Rates one line: how likely and how bad, what holds it down, what is left, and who does what by when. */
export function RiskRowPanel({ risk, row, onClose }: RiskRowPanelProps) {
  const t = useText();
  const save = useHostCommand('programme.saveRiskRow');
  const [safeguards, setSafeguards] = useState(row.safeguards);
  const [note, setNote] = useState(row.note);
  const [due, setDue] = useState(row.due ?? '');
  // Both halves of a rating with safeguards are saved together.
  const [after, setAfter] = useState<{ readonly likelihood: number | null; readonly effect: number | null }>({
    likelihood: row.likelihoodAfter,
    effect: row.effectAfter,
  });
  const signed = risk.summary.state === 'signed';
  const model = row.subject.assetId === null ? t('programme.risk.everyModel') : row.assetName;
  const put = (change: Change) => {
    const { likelihood, effect, likelihoodAfter, effectAfter, treatment, owner } = row;
    return save.run({
      ...{ id: row.id, revision: row.revision, likelihood, effect, likelihoodAfter, effectAfter, treatment, owner },
      ...{ safeguards, note, due: row.due },
      ...change,
    });
  };
  const rateAfter = (change: Partial<typeof after>) => {
    const next = { ...after, ...change };
    setAfter(next);
    const whole = (next.likelihood === null) === (next.effect === null);
    if (whole && (next.likelihood === null || safeguards.trim() !== ''))
      void put({ likelihoodAfter: next.likelihood, effectAfter: next.effect });
  };
  const commitSafeguards = (value: string) => {
    const ready = after.likelihood !== null && after.effect !== null && value.trim() !== '';
    if (value.trim() === row.safeguards && !(ready && row.scoreAfter === null)) return;
    void put({ safeguards: value, ...(ready ? { likelihoodAfter: after.likelihood, effectAfter: after.effect } : {}) });
  };
  const commitDue = () => {
    const day = dayOf(due);
    if (day !== undefined && day !== row.due) void put({ due: day });
  };
  const likelihoods = riskSteps.map((step) => ({
    value: String(step) as Step,
    label: t('programme.risk.step', { step, word: t(`programme.likelihood.${step}`) }),
  }));
  const effects = riskSteps.map((step) => ({
    value: String(step) as Step,
    label: t('programme.risk.step', { step, word: t(`programme.effect.${step}`) }),
  }));
  const upTo = <T extends { readonly value: Step }>(options: readonly T[], most: number | null) =>
    options.filter(({ value }) => most === null || Number(value) <= most);
  const word = (value: number | null): Step | null => (value === null ? null : (String(value) as Step));
  return (
    <Inspector
      kind="why"
      over={`${endUseWords(t, row.subject.endUse)} · ${countryName(t.locale, row.subject.country)}`}
      title={`${model}: ${misuseWords(t, row.subject.misuse)}`}
      subtitle={
        <span className="row">
          <BandWord band={row.band} score={row.scoreAfter ?? row.score} />
          <MoveWord row={row} />
        </span>
      }
      onClose={onClose}
    >
      <div className={classes['inspected']}>
        {save.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, save.error)}
          </Note>
        )}
        <section aria-label={t('programme.risk.rowWithout')}>
          <h3>{t('programme.risk.rowWithout')}</h3>
          <div className={classes['ratings']}>
            <Select<Step>
              label={t('programme.risk.likelihood')}
              value={word(row.likelihood)}
              options={likelihoods}
              disabled={signed}
              onChange={(step) => void put({ likelihood: Number(step) })}
            />
            <Select<Step>
              label={t('programme.risk.effect')}
              value={word(row.effect)}
              options={effects}
              disabled={signed}
              onChange={(step) => void put({ effect: Number(step) })}
            />
          </div>
        </section>
        <section aria-label={t('programme.risk.rowWith')}>
          <h3>{t('programme.risk.rowWith')}</h3>
          <div className={classes['stackTight']}>
            <TextArea
              label={t('programme.risk.safeguards')}
              value={safeguards}
              onChange={(value) => signed || setSafeguards(value)}
              onCommit={(value) => signed || commitSafeguards(value)}
              rows={2}
              maxLength={2000}
              error={
                after.likelihood !== null && after.effect !== null && safeguards.trim() === ''
                  ? t('programme.risk.safeguardsFirst')
                  : undefined
              }
            />
            <div className={classes['ratings']}>
              <Select<Step>
                label={t('programme.risk.likelihood')}
                value={word(after.likelihood)}
                options={upTo(likelihoods, row.likelihood)}
                disabled={signed || row.score === null}
                onChange={(step) => rateAfter({ likelihood: Number(step) })}
                onClear={() => rateAfter({ likelihood: null, effect: null })}
              />
              <Select<Step>
                label={t('programme.risk.effect')}
                value={word(after.effect)}
                options={upTo(effects, row.effect)}
                disabled={signed || row.score === null}
                onChange={(step) => rateAfter({ effect: Number(step) })}
                onClear={() => rateAfter({ likelihood: null, effect: null })}
              />
            </div>
            {row.score === null ? <p className="caption muted">{t('programme.risk.orderSafeguards')}</p> : null}
          </div>
        </section>
        <section aria-label={t('programme.risk.treatment')} className={classes['stackTight']}>
          <Select<RiskTreatment>
            label={t('programme.risk.treatment')}
            value={row.treatment}
            options={RiskTreatment.options.map((value) => ({ value, label: t(`programme.risk.treatment.${value}`) }))}
            disabled={signed}
            onChange={(treatment) => void put({ treatment })}
            onClear={() => void put({ treatment: null })}
          />
          {signed ? (
            <p>{[row.owner, row.due === null ? '' : formatDay(row.due, t.locale)].filter(Boolean).join(', ')}</p>
          ) : (
            <>
              <PersonField label={t('programme.risk.owner')} value={row.owner} onChange={(owner) => void put({ owner })} />
              <DayField label={t('programme.risk.due')} value={due} onChange={setDue} onCommit={commitDue} />
            </>
          )}
        </section>
        <TextArea
          label={t('programme.risk.note')}
          value={note}
          onChange={(value) => signed || setNote(value)}
          onCommit={(value) => {
            if (!signed && value.trim() !== row.note) void put({ note: value });
          }}
          rows={3}
          maxLength={2000}
        />
        <div>
          <MakeTaskButton
            cause="gap"
            phase="pilot"
            titleForAll={t('programme.risk.taskForAll')}
            sources={() =>
              Promise.resolve([
                {
                  record: { kind: 'riskAssessment', id: risk.summary.id, part: row.id },
                  title: t('programme.risk.taskTitle', {
                    model,
                    misuse: misuseWords(t, row.subject.misuse),
                    country: countryName(t.locale, row.subject.country),
                  }),
                },
              ])
            }
          />
        </div>
      </div>
    </Inspector>
  );
}
