import { useState } from 'react';
import type { ColumnView } from '../../../src-shared/contract/imports.ts';
import type { ImportField } from '../../../src-shared/formats/import-target.ts';
import { errorSentence, QueryView, sentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import { type MappedColumn, MappingTable, Meaning, Note, ReadAs, Select, useText, Wizard } from '../../ui/index.ts';
import type { StepProps } from './ImportWizard.tsx';

const unused = '';

/** Step three: your column, three of its values, our field, and why we think so. */
export function ColumnsStep({ session, frame, go }: StepProps) {
  const t = useText();
  const columns = useHostQuery('imports.columns', { id: session.id }, { keepPrevious: true });
  const set = useHostCommand('imports.setColumns');
  const [active, setActive] = useState<number | null>(null);
  const data = columns.data;
  const missing = data !== undefined && data.requiredMapped < data.required;
  const choose = (column: number, fieldId: string) =>
    void set.run({ id: session.id, revision: session.revision, columns: [{ column, fieldId: fieldId === unused ? null : fieldId }] });
  const chosen =
    data?.columns.find((one) => one.column === active) ?? data?.columns.find((one) => one.guess.confidence === 'asks') ?? data?.columns[0];
  return (
    <Wizard
      {...frame}
      current="columns"
      heading={t('imports.ui.heading.columns')}
      lead={t('imports.ui.lead.columns', { rows: data?.sampledRows ?? 0 })}
      headingActions={<ProfileMenu session={session} />}
      footNote={data === undefined ? null : t('imports.ui.mappedNote', { mapped: data.requiredMapped, required: data.required })}
      next={{
        label: t('imports.step.values'),
        onClick: () => go('values'),
        disabledBecause: missing ? t('imports.ui.missingRequired') : undefined,
        busy: set.pending,
      }}
      meaningTitle={chosen === undefined ? t('wizard.whatThisMeans') : titleOf(chosen, data?.fields ?? [])}
      meaning={chosen === undefined ? null : <ColumnMeaning column={chosen} fields={data?.fields ?? []} />}
    >
      {set.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, set.error)}
        </Note>
      )}
      <QueryView query={columns}>
        {(value) => (
          <ColumnTable
            keepsUnused={session.target !== 'people'}
            columns={value.columns}
            fields={value.fields}
            active={chosen?.column ?? null}
            onActive={setActive}
            onChoose={choose}
          />
        )}
      </QueryView>
    </Wizard>
  );
}

const titleOf = (column: ColumnView, fields: readonly ImportField[]) => {
  const field = fields.find((one) => one.id === column.fieldId);
  return field === undefined ? column.header || column.letter : `${column.header || column.letter} → ${field.label}`;
};

interface ColumnTableProps {
  /** Whether unused columns stay with the record as evidence. */
  readonly keepsUnused: boolean;
  readonly columns: readonly ColumnView[];
  readonly fields: readonly ImportField[];
  readonly active: number | null;
  readonly onActive: (column: number) => void;
  readonly onChoose: (column: number, fieldId: string) => void;
}

function ColumnTable({ columns, fields, keepsUnused, active, onActive, onChoose }: ColumnTableProps) {
  const t = useText();
  const required = new Set(fields.filter((field) => field.required).map((field) => field.id));
  const options = [
    { value: unused, label: t('imports.ui.notUsed') },
    ...fields.map((field) => ({ value: field.id, label: field.unit === undefined ? field.label : `${field.label} (${field.unit})` })),
  ];
  const row = (column: ColumnView): MappedColumn => ({
    column: column.column,
    title: column.header || column.letter,
    samples: column.samples,
    field: column.fieldId ?? unused,
    guess: column.fieldId === column.guess.fieldId ? column.guess.confidence : column.fieldId === null ? 'none' : 'chosen',
    because: becauseOf(column)
      .map((said) => sentence(t, said))
      .join(' '),
  });
  const isRequired = ({ fieldId }: ColumnView) => fieldId !== null && required.has(fieldId);
  const used = columns.filter((column) => column.fieldId !== null);
  const unusedTitle = t(keepsUnused ? 'imports.ui.group.unused' : 'imports.ui.group.unused.people');
  return (
    <MappingTable
      label={t('imports.ui.heading.columns')}
      options={options}
      active={active}
      onActive={onActive}
      onChoose={onChoose}
      groups={[
        { id: 'required', title: t('imports.ui.group.required'), rows: used.filter(isRequired).map(row) },
        { id: 'helpful', title: t('imports.ui.group.helpful'), rows: used.filter((column) => !isRequired(column)).map(row) },
        { id: 'unused', title: unusedTitle, rows: columns.filter((column) => column.fieldId === null).map(row) },
      ]}
    />
  );
}

/** The reason that matters most: a doubt before a likeness. */
function becauseOf(column: ColumnView): ColumnView['guess']['because'] {
  const doubts = column.guess.because.filter((said) => /twoWays|DoNotFit/.test(said.key));
  return column.fieldId === column.guess.fieldId ? (doubts.length > 0 ? doubts : column.guess.because.slice(0, 1)) : [];
}

function ColumnMeaning({ column, fields }: { readonly column: ColumnView; readonly fields: readonly ImportField[] }) {
  const t = useText();
  const field = fields.find((one) => one.id === column.fieldId);
  return (
    <>
      {field?.help === undefined ? null : <Meaning title={field.label}>{field.help}</Meaning>}
      <Meaning title={t('imports.ui.column.because')}>
        {[
          ...column.guess.because.map((said) => sentence(t, said)),
          t('imports.ui.filled', { percent: Math.round(column.filled * 100), distinct: column.distinct }),
        ].join(' · ')}
      </Meaning>
      <ReadAs
        samples={column.readAs.map(({ from, to, doubt }) => ({ from, to: doubt ? null : to === '?' ? t('imports.ui.readUnknown') : to }))}
      />
    </>
  );
}

/** Profiles of this kind; the one in use is named on the button. */
function ProfileMenu({ session }: { readonly session: StepProps['session'] }) {
  const t = useText();
  const profiles = useHostQuery('imports.profiles', { target: session.target });
  const use = useHostCommand('imports.useProfile');
  const fitting = (profiles.data ?? []).filter((profile) => profile.variant === session.variant);
  const label = session.profile === null ? t('imports.ui.noProfile') : t('imports.ui.profile', { name: session.profile.name });
  if (fitting.length === 0) return <span className="caption muted">{label}</span>;
  return (
    <Select
      label={t('imports.ui.profiles')}
      labelHidden
      size="small"
      placeholder={label}
      dashedWhenEmpty
      options={fitting.map((profile) => ({ value: profile.id, label: profile.name }))}
      value={session.profile?.id ?? null}
      onChange={(profileId) => void use.run({ id: session.id, revision: session.revision, profileId })}
    />
  );
}
