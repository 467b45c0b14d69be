import { useEffect, useState } from 'react';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import { callHost } from '../../host/index.ts';
import { PassphraseField, type ProductText, ProgressBar, useText } from '../../ui/index.ts';
import classes from './secrets.module.css';

interface NewPassphraseProps {
  readonly label: string;
  readonly repeatLabel: string;
  readonly value: string;
  readonly repeated: string;
  readonly onChange: (value: string) => void;
  readonly onRepeat: (value: string) => void;
  readonly strength: Strength;
  readonly autoFocus?: boolean;
}

/** A passphrase typed twice, with its strength as the number of guesses it stands up to. */
export function NewPassphrase({
  label,
  repeatLabel,
  value,
  repeated,
  onChange,
  onRepeat,
  strength,
  autoFocus = false,
}: NewPassphraseProps) {
  const t = useText();
  return (
    <>
      <PassphraseField isNew label={label} value={value} onChange={onChange} autoFocus={autoFocus} />
      <div className={classes['strength']} role="status">
        <ProgressBar label={t('create.strength')} value={Math.min(14, strength.log10)} max={14} />
        {strengthText(t, strength)}
      </div>
      <PassphraseField
        isNew
        label={repeatLabel}
        value={repeated}
        onChange={onRepeat}
        error={repeated !== '' && repeated !== value ? t('create.differs') : undefined}
      />
    </>
  );
}

/** How strong a passphrase is, and why it cannot be used yet, in the words of the catalogue; undefined when it can. */
export function usePassphrase(value: string, repeated: string): { readonly strength: Strength; readonly problem: string | undefined } {
  const t = useText();
  const strength = useStrength(value);
  const problem = strength.verdict !== 'good' ? strengthText(t, strength) : repeated === value ? undefined : t('create.differs');
  return { strength, problem };
}

function strengthText(t: ProductText, { verdict, log10 }: Strength): string {
  return t(`create.strength.${verdict}`, { guesses: formatQuantity(10 ** Math.min(30, Math.round(log10)), t.locale, 1) });
}

interface Strength {
  readonly verdict: 'empty' | 'good' | 'short' | 'common' | 'guessable';
  readonly log10: number;
}

const PAUSE_MS = 120;

/** Asks the core, past the query cache: a passphrase must not stay in any store. */
function useStrength(value: string): Strength {
  const [answer, setAnswer] = useState<Strength>({ verdict: 'empty', log10: 0 });
  useEffect(() => {
    if (value === '') return undefined;
    let current = true;
    const timer = setTimeout(async () => {
      const reply = await callHost('workspace.checkPassphrase', { passphrase: value });
      if (!current || !reply.ok) return;
      setAnswer({ verdict: reply.value.acceptable ? 'good' : (reply.value.reason ?? 'short'), log10: reply.value.guessesLog10 });
    }, PAUSE_MS);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [value]);
  return value === '' ? { verdict: 'empty', log10: 0 } : answer;
}
