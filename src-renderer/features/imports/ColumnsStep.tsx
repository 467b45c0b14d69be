import { useState } from 'react';
import type { ColumnView } from '../../../src-shared/contract/imports.ts';
import type { ImportField } from '../../../src-shared/formats/import-target.ts';
import { errorSentence, QueryView, sentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  importClasses as classes,
  Meaning,
  Note,
  ReadAs,
  Samples,
  Select,
  SimpleTable,
  StatusText,
  type Tone,
  useText,
  Wizard,
} from '../../ui/index.ts';
import type { StepProps } from './ImportWizard.tsx';

const unused = '';
const tones = { sure: 'clear', likely: 'info', asks: 'review', none: 'unassessed', chosen: 'info' } as const satisfies Record<string, Tone>;

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
  const groups = [
    {
      id: 'required',
      title: t('imports.ui.group.required'),
      rows: columns.filter((column) => column.fieldId !== null && required.has(column.fieldId)),
    },
    {
      id: 'helpful',
      title: t('imports.ui.group.helpful'),
      rows: columns.filter((column) => column.fieldId !== null && !required.has(column.fieldId)),
    },
    {
      id: 'unused',
      title: t(keepsUnused ? 'imports.ui.group.unused' : 'imports.ui.group.unused.people'),
      rows: columns.filter((column) => column.fieldId === null),
    },
  ].filter((group) => group.rows.length > 0);
  return (
    <SimpleTable
      label={t('imports.ui.heading.columns')}
      place="page"
      rowHeight={44}
      sticky
      groups={groups}
      rowKey={(column) => String(column.column)}
      active={active === null ? null : String(active)}
      onPress={(column) => onActive(column.column)}
      columns={[
        {
          id: 'yours',
          header: t('imports.ui.column.yours'),
          width: 148,
          cell: (column) => <b className={classes['cell']}>{column.header || column.letter}</b>,
        },
        {
          id: 'samples',
          header: t('imports.ui.column.samples'),
          minWidth: 260,
          fold: { under: 'yours', order: 2 },
          cell: (column) => <Samples values={column.samples} />,
        },
        {
          id: 'field',
          header: t('imports.ui.column.field'),
          width: 252,
          cell: (column) => (
            <Select
              label={t('imports.ui.fieldOf', { header: column.header || column.letter })}
              labelHidden
              size="small"
              options={options}
              value={column.fieldId ?? unused}
              onChange={(fieldId) => onChoose(column.column, fieldId)}
            />
          ),
        },
        { id: 'guess', header: t('imports.ui.column.guess'), width: 92, cell: (column) => <Guess column={column} /> },
        {
          id: 'because',
          header: t('imports.ui.column.because'),
          width: 152,
          fold: { under: 'guess', order: 1 },
          cell: (column) => (
            <span className={classes['because']}>
              {becauseOf(column)
                .map((said) => sentence(t, said))
                .join(' ')}
            </span>
          ),
        },
      ]}
    />
  );
}

/** The reason that matters most: a doubt before a likeness. */
function becauseOf(column: ColumnView): ColumnView['guess']['because'] {
  const doubts = column.guess.because.filter((said) => /twoWays|DoNotFit/.test(said.key));
  return column.fieldId === column.guess.fieldId ? (doubts.length > 0 ? doubts : column.guess.because.slice(0, 1)) : [];
}

function Guess({ column }: { readonly column: ColumnView }) {
  const t = useText();
  const word = column.fieldId === column.guess.fieldId ? column.guess.confidence : column.fieldId === null ? 'none' : 'chosen';
  return <StatusText tone={tones[word]}>{t(`imports.ui.guess.${word}`)}</StatusText>;
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
