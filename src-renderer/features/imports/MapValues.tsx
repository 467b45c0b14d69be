import { useState } from 'react';
import type { ImportSession, ProblemGroup, ValueTarget } from '../../../src-shared/contract/imports.ts';
import { useHostQuery } from '../../host/index.ts';
import { Button, importClasses as classes, Select, useText } from '../../ui/index.ts';

interface MapValuesProps {
  readonly session: ImportSession;
  readonly group: ProblemGroup;
  readonly onApply: (values: readonly { readonly from: string; readonly target: ValueTarget }[]) => void;
  readonly busy: boolean;
}

const unknownChoice = '\u0000unknown';

/** A meaning for each value that is not known, with our best guess filled in for a look. */
export function MapValues({ session, group, onApply, busy }: MapValuesProps) {
  const t = useText();
  const fields = useHostQuery('imports.values', { id: session.id });
  const field = fields.data?.find((one) => one.field.id === group.fieldId);
  const [answers, setAnswers] = useState<Readonly<Record<string, string>>>({});
  if (field === undefined) return null;
  const open = field.values.filter((value) => value.target === null).slice(0, 50);
  const options = [
    ...(field.field.choices ?? []).map(({ value, label }) => ({ value, label })),
    { value: unknownChoice, label: t('imports.ui.value.unknown') },
  ];
  const answerOf = (from: string) => {
    const value = open.find((one) => one.from === from);
    return answers[from] ?? (value?.how === 'close' ? (value.suggestions[0]?.value ?? null) : null);
  };
  const given = open.flatMap(({ from }) => {
    const answer = answerOf(from);
    if (answer === null) return [];
    const target: ValueTarget = answer === unknownChoice ? { to: 'unknown' } : { to: 'value', value: answer };
    return [{ from, target }];
  });
  return (
    <div className={classes['mapValues']}>
      {open.map(({ from, count }) => (
        <Select
          key={from}
          inline
          label={`${from} (${count})`}
          size="small"
          options={options}
          value={answerOf(from)}
          onChange={(value) => setAnswers((now) => ({ ...now, [from]: value }))}
        />
      ))}
      <div className={classes['apply']}>
        <Button
          kind="primary"
          busy={busy}
          disabledBecause={given.length === 0 ? t('imports.fix.mapValue') : undefined}
          onClick={() => onApply(given)}
        >
          {t('imports.ui.apply', {
            count: given.reduce((sum, { from }) => sum + (open.find((value) => value.from === from)?.count ?? 0), 0),
          })}
        </Button>
      </div>
    </div>
  );
}
