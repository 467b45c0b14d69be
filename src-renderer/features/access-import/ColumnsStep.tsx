import { useState } from 'react';
import type { LogColumn, LogSession } from '../../../src-shared/contract/access-logs.ts';
import { LogField } from '../../../src-shared/formats/access-log.ts';
import { errorSentence, QueryView, sentence, useHostCommand, useHostQuery } from '../../host/index.ts';
import { type GuessWord, type MappedColumn, MappingTable, Meaning, Note, ReadAs, Select, useText, Wizard } from '../../ui/index.ts';
import type { StepProps } from './step-props.ts';
import { fieldName, sampleText } from './words.ts';

const unused = '\u0000unused';
const second = '\u0000second:';
/** Fields that a second column may fill in. */
const seconds: readonly LogField[] = ['account', 'ip', 'resource', 'action'];

/** Step three: which column is what, required fields first, unused ones listed. */
export function ColumnsStep({ session, frame, go }: StepProps) {
  const t = useText();
  const columns = useHostQuery('accessLogs.columns', { id: session.id }, { keepPrevious: true });
  const set = useHostCommand('accessLogs.setColumn');
  const [active, setActive] = useState<number | null>(null);
  const data = columns.data;
  const missing = data?.missing ?? [];
  const choose = (column: number, value: string) => {
    const isSecond = value.startsWith(second);
    const field = value === unused ? null : LogField.parse(isSecond ? value.slice(second.length) : value);
    void set.run({ id: session.id, revision: session.revision, column, field, second: isSecond });
  };
  const shown = data?.columns.find((one) => one.column === active) ?? data?.columns.find((one) => one.uses.length > 0);
  const why = t('accessLogs.wizard.missing', { fields: missing.map((field) => fieldName(t, field)).join(', ') });
  return (
    <Wizard
      {...frame}
      current="columns"
      heading={t('accessLogs.wizard.heading.columns')}
      lead={t('accessLogs.wizard.lead.columns', { rows: data?.sampledRows ?? 0 })}
      headingActions={<ProfileMenu session={session} />}
      footNote={
        data === undefined
          ? undefined
          : t('accessLogs.wizard.mappedNote', { mapped: data.required.length - missing.length, required: data.required.length })
      }
      next={{
        label: t('accessLogs.wizard.step.values'),
        onClick: () => go('values'),
        busy: set.pending,
        disabledBecause: missing.length === 0 ? undefined : why,
      }}
      meaningTitle={shown === undefined ? t('wizard.whatThisMeans') : titleOf(t, shown)}
      meaning={shown === undefined ? null : <ColumnMeaning column={shown} />}
    >
      {set.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, set.error)}
        </Note>
      )}
      {missing.length === 0 ? null : (
        <Note tone="review" live>
          {why}
        </Note>
      )}
      <QueryView query={columns}>
        {({ columns: all, required }) => (
          <ColumnTable columns={all} required={required} active={shown?.column ?? null} onActive={setActive} onChoose={choose} />
        )}
      </QueryView>
    </Wizard>
  );
}

const primaryUse = (column: LogColumn) => column.uses.find((use) => !use.second) ?? column.uses[0];

function titleOf(t: ReturnType<typeof useText>, column: LogColumn): string {
  const use = primaryUse(column);
  return use === undefined ? column.title : `${column.title} → ${fieldName(t, use.field)}`;
}

interface ColumnTableProps {
  readonly columns: readonly LogColumn[];
  readonly required: readonly LogField[];
  readonly active: number | null;
  readonly onActive: (column: number) => void;
  readonly onChoose: (column: number, value: string) => void;
}

function ColumnTable({ columns, required, active, onActive, onChoose }: ColumnTableProps) {
  const t = useText();
  const isRequired = (column: LogColumn) => column.uses.some((use) => required.includes(use.field));
  const rank = (column: LogColumn) => Math.min(...column.uses.map((use) => LogField.options.indexOf(use.field) + (use.second ? 0.5 : 0)));
  const used = columns.filter((column) => column.uses.length > 0).sort((a, b) => rank(a) - rank(b));
  const options = [
    { value: unused, label: t('imports.ui.notUsed') },
    ...LogField.options.map((field) => ({ value: field as string, label: fieldName(t, field) })),
    ...seconds.map((field) => ({
      value: `${second}${field}`,
      label: t('accessLogs.wizard.secondChoice', { field: fieldName(t, field) }),
    })),
  ];
  const row = (column: LogColumn): MappedColumn => {
    const use = primaryUse(column);
    const guess = guessWord(column);
    return {
      column: column.column,
      title: column.title,
      samples: column.samples,
      field: use === undefined ? unused : use.second && seconds.includes(use.field) ? `${second}${use.field}` : use.field,
      guess,
      because:
        guess === 'chosen' || guess === 'none'
          ? t('imports.ui.because.filled', { percent: Math.round(column.filled * 100) })
          : column.guess.because.map((said) => sentence(t, said)).join(' '),
    };
  };
  return (
    <MappingTable
      label={t('accessLogs.wizard.heading.columns')}
      options={options}
      active={active}
      onActive={onActive}
      onChoose={onChoose}
      groups={[
        { id: 'required', title: t('accessLogs.wizard.group.required'), rows: used.filter(isRequired).map(row) },
        { id: 'helpful', title: t('imports.ui.group.helpful'), rows: used.filter((column) => !isRequired(column)).map(row) },
        { id: 'unused', title: t('imports.ui.group.unused'), rows: columns.filter((column) => column.uses.length === 0).map(row) },
      ]}
    />
  );
}

function guessWord({ uses, guess }: LogColumn): GuessWord {
  if (uses.length === 0) return 'none';
  return uses.some((use) => use.field === guess.field) ? guess.confidence : 'chosen';
}

function ColumnMeaning({ column }: { readonly column: LogColumn }) {
  const t = useText();
  return (
    <>
      {column.uses.map(({ field }) => (
        <Meaning key={field} title={fieldName(t, field)}>
          {t(`accessLogs.wizard.fieldHelp.${field}`)}
        </Meaning>
      ))}
      <Meaning title={t('imports.ui.column.because')}>
        {[
          ...column.guess.because.map((said) => sentence(t, said)),
          t('imports.ui.because.filled', { percent: Math.round(column.filled * 100) }),
        ].join(' · ')}
      </Meaning>
      <ReadAs samples={column.readAs.map(({ from, to }) => ({ from, to: to === null ? null : sampleText(to) }))} />
    </>
  );
}

const noProfile = '\u0000none';

/** Profiles for access logs; the one in use is named on the button. */
function ProfileMenu({ session }: { readonly session: LogSession }) {
  const t = useText();
  const profiles = useHostQuery('accessLogs.profiles', {});
  const use = useHostCommand('accessLogs.useProfile');
  const known = profiles.data ?? [];
  if (known.length === 0) return <span className="caption muted">{t('imports.ui.noProfile')}</span>;
  return (
    <Select
      label={t('imports.ui.profiles')}
      labelHidden
      size="small"
      options={[
        { value: noProfile, label: t('imports.ui.noProfile') },
        ...known.map((profile) => ({ value: profile.id, label: t('imports.ui.profile', { name: `${profile.name} ${profile.version}` }) })),
      ]}
      value={session.profile?.id ?? noProfile}
      onChange={(id) => void use.run({ id: session.id, revision: session.revision, profileId: id === noProfile ? null : id })}
    />
  );
}
