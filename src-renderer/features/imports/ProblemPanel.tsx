import { useState } from 'react';
import type { FixAction, ImportSession, ProblemGroup, ProposedFix } from '../../../src-shared/contract/imports.ts';
import { errorSentence, sentence, useHostCommand } from '../../host/index.ts';
import { Button, ChoiceCards, importClasses as classes, Note, TextField, useText } from '../../ui/index.ts';
import { MapValues } from './MapValues.tsx';
import { TouchedRows } from './TouchedRows.tsx';

interface ProblemPanelProps {
  readonly session: ImportSession;
  readonly group: ProblemGroup;
}

/** One problem: its possible answers, what each would do, and the rows it touches. */
export function ProblemPanel({ session, group }: ProblemPanelProps) {
  const t = useText();
  const fix = useHostCommand('imports.fix');
  const unfix = useHostCommand('imports.unfix');
  const keys = group.fixes.map(keyOf);
  const [picked, setPicked] = useState<string | null>(null);
  const recommended = group.fixes.find((one) => one.recommended);
  const value = picked ?? (recommended === undefined ? null : keyOf(recommended));
  const chosen = group.fixes[keys.indexOf(value ?? '')];
  const [text, setText] = useState('');

  const apply = async (action: FixAction) => {
    await fix.run({ id: session.id, revision: session.revision, groupId: group.id, action });
  };
  const action = chosen === undefined ? null : actionOf(chosen, text);
  const isSettled = group.severity === 'settled';
  return (
    <section className={classes['panel']} aria-label={sentence(t, group.said)}>
      <h2>{sentence(t, group.said)}</h2>
      {group.values.length === 0 ? null : (
        <p className="muted ellipsis">
          {group.values
            .slice(0, 8)
            .map((one) => (one.count > 1 ? `${one.value} (${one.count})` : one.value))
            .join(', ')}
        </p>
      )}
      {fix.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, fix.error)}
        </Note>
      )}
      {isSettled || group.fixes.length === 0 ? null : (
        <ChoiceCards
          label={sentence(t, group.said)}
          value={value}
          onChange={setPicked}
          choices={group.fixes.map((one) => ({
            value: keyOf(one),
            label: fixWord(t, one),
            detail: one.because === null ? undefined : sentence(t, one.because),
            aside: one.kind === 'editCells' || one.kind === 'mapValue' ? undefined : t('imports.ui.fits', { count: one.fits }),
          }))}
        />
      )}
      {chosen?.kind === 'mapValue' && !isSettled ? (
        <MapValues
          session={session}
          group={group}
          onApply={(values) => void apply({ kind: 'mapValue', values: [...values], remember: true })}
          busy={fix.pending}
        />
      ) : null}
      {chosen?.kind === 'setValue' && !isSettled ? <TextField label={t('imports.ui.newValue')} value={text} onChange={setText} /> : null}
      {action === null || isSettled ? null : (
        <div className={classes['apply']}>
          <Button kind="primary" busy={fix.pending} onClick={() => void apply(action)}>
            {t('imports.ui.apply', { count: group.cells })}
          </Button>
        </div>
      )}
      {isSettled && group.fixes.length > 0 ? (
        <div className={classes['apply']}>
          <Button busy={unfix.pending} onClick={() => void unfix.run({ id: session.id, revision: session.revision, groupId: group.id })}>
            {t('imports.ui.reopen')}
          </Button>
        </div>
      ) : null}
      <TouchedRows session={session} group={group} />
    </section>
  );
}

const keyOf = (fix: ProposedFix) => `${fix.kind}:${fix.value ?? ''}`;

function fixWord(t: ReturnType<typeof useText>, fix: ProposedFix): string {
  return t.dynamic(`imports.fix.${fix.kind}`, { value: fix.value ?? '', sign: fix.value === '.' ? 'point' : 'comma' });
}

/** The command a choice stands for; `null` for answers given cell by cell or value by value. */
function actionOf(fix: ProposedFix, text: string): FixAction | null {
  switch (fix.kind) {
    case 'mapValue':
    case 'editCells':
      return null;
    case 'chooseDateOrder':
      return fix.value === 'DMY' || fix.value === 'MDY' ? { kind: 'chooseDateOrder', order: fix.value } : null;
    case 'chooseDecimalSign':
      return fix.value === '.' || fix.value === ',' ? { kind: 'chooseDecimalSign', sign: fix.value } : null;
    case 'setValue':
      return text.trim() === '' ? null : { kind: 'setValue', text: text.trim() };
    default:
      return { kind: fix.kind };
  }
}
