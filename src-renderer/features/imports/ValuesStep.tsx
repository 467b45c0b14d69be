import type { DistinctValue, ValueField, ValueTarget } from '../../../src-shared/contract/imports.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  importClasses as classes,
  EmptyState,
  Meaning,
  Note,
  Section,
  Select,
  SimpleTable,
  StatusText,
  type Tone,
  useText,
  Wizard,
} from '../../ui/index.ts';
import type { StepProps } from './ImportWizard.tsx';

const tones = {
  exact: 'clear',
  alias: 'clear',
  remembered: 'clear',
  chosen: 'info',
  close: 'review',
  none: 'review',
} as const satisfies Record<DistinctValue['how'], Tone>;
const unknownChoice = '\u0000unknown';
const emptyChoice = '\u0000empty';

type Answer = { readonly from: string; readonly target: ValueTarget | null };

/** Step four: the different values of choices, countries and yes-or-no columns, and what each means here. */
export function ValuesStep({ session, frame, go }: StepProps) {
  const t = useText();
  const fields = useHostQuery('imports.values', { id: session.id }, { keepPrevious: true });
  const set = useHostCommand('imports.setValues');
  const answer = (fieldId: string, values: readonly Answer[]) => {
    if (values.length > 0) void set.run({ id: session.id, revision: session.revision, fieldId, values: [...values], remember: true });
  };
  return (
    <Wizard
      {...frame}
      current="values"
      heading={t('imports.ui.heading.values')}
      lead={t('imports.ui.lead.values')}
      next={{ label: t('imports.step.check'), onClick: () => go('check'), busy: set.pending }}
      meaning={<Meaning title={t('imports.ui.meaning.values.title')}>{t('imports.ui.meaning.values')}</Meaning>}
    >
      {set.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, set.error)}
        </Note>
      )}
      <QueryView query={fields}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState title={t('imports.ui.noValues')}>{t('imports.ui.noValuesDetail')}</EmptyState>
          ) : (
            <div className={classes['stack']}>
              {all.map((field) => (
                <FieldValues key={field.field.id} field={field} onAnswer={(values) => answer(field.field.id, values)} />
              ))}
            </div>
          )
        }
      </QueryView>
    </Wizard>
  );
}

interface FieldValuesProps {
  readonly field: ValueField;
  readonly onAnswer: (values: readonly Answer[]) => void;
}

function FieldValues({ field, onAnswer }: FieldValuesProps) {
  const t = useText();
  const options = optionsOf(t, field);
  const suggested = field.values.flatMap((value): Answer[] => {
    const first = value.suggestions[0];
    return value.target === null && value.how === 'close' && first !== undefined
      ? [{ from: value.from, target: { to: 'value', value: first.value } }]
      : [];
  });
  // What needs an answer comes first; the core sorts by frequency within.
  const rows = [...field.values].sort((a, b) => Number(a.target !== null) - Number(b.target !== null)).slice(0, 100);
  return (
    <Section
      title={`${field.header} → ${field.field.label}`}
      aside={
        suggested.length === 0 ? (
          <span className="caption muted">{t('imports.ui.unmatched', { count: field.unmatched })}</span>
        ) : (
          <Button size="small" onClick={() => onAnswer(suggested)}>
            {t('imports.ui.acceptSuggestions', { count: suggested.length })}
          </Button>
        )
      }
    >
      <SimpleTable
        label={field.header}
        place="inline"
        groups={[{ id: 'all', rows }]}
        rowKey={(value) => value.from}
        rowHeight={40}
        columns={[
          { id: 'yours', header: t('imports.ui.value.yours'), cell: (value) => <span className={classes['cell']}>{value.from}</span> },
          {
            id: 'count',
            header: t('imports.ui.value.count'),
            width: 72,
            align: 'end',
            cell: (value) => <span className="figures">{value.count}</span>,
          },
          {
            id: 'ours',
            header: t('imports.ui.value.ours'),
            width: 240,
            cell: (value) => (
              <Select
                label={t('imports.ui.meaningOf', { value: value.from })}
                labelHidden
                size="small"
                options={options}
                value={chosenOf(value.target)}
                onChange={(chosen) => onAnswer([{ from: value.from, target: targetOf(chosen) }])}
              />
            ),
          },
          {
            id: 'how',
            header: t('imports.ui.value.how'),
            width: 160,
            fold: { under: 'ours', order: 1 },
            cell: (value) => <StatusText tone={tones[value.how]}>{t(`imports.ui.how.${value.how}`)}</StatusText>,
          },
        ]}
      />
    </Section>
  );
}

function optionsOf(t: ReturnType<typeof useText>, { field }: ValueField) {
  const own = (field.choices ?? []).map(({ value, label }) => ({ value, label }));
  return [
    ...own,
    { value: unknownChoice, label: t('imports.ui.value.unknown') },
    { value: emptyChoice, label: t('imports.ui.value.leaveEmpty') },
  ];
}

function chosenOf(target: ValueTarget | null): string | null {
  if (target === null) return null;
  return target.to === 'value' ? target.value : target.to === 'unknown' ? unknownChoice : emptyChoice;
}

function targetOf(chosen: string): ValueTarget {
  if (chosen === unknownChoice) return { to: 'unknown' };
  return chosen === emptyChoice ? { to: 'leaveEmpty' } : { to: 'value', value: chosen };
}
