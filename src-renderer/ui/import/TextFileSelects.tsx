import { Delimiter, TextEncodingName } from '../../../src-shared/formats/import-file.ts';
import { Select } from '../Select.tsx';
import { useText } from '../text.tsx';

const separatorWords = { ',': 'comma', ';': 'semicolon', '\t': 'tab', '|': 'bar' } as const;
const told = 'told';

interface ChoiceProps<T> {
  /** What the content told. */
  readonly told: T;
  /** What a person chose instead; `null` leaves it to the content. */
  readonly value: T | null;
  readonly onChange: (value: T | null) => void;
}

/** Encoding of a text file, told by content unless somebody says otherwise. */
export function TextEncodingSelect({ told: found, value, onChange }: ChoiceProps<TextEncodingName>) {
  const t = useText();
  return (
    <Select
      label={t('imports.ui.encoding')}
      options={[
        { value: told, label: t('imports.ui.encodingTold', { encoding: found }) },
        ...TextEncodingName.options.map((one) => ({ value: one, label: one })),
      ]}
      value={value ?? told}
      onChange={(one) => onChange(one === told ? null : TextEncodingName.parse(one))}
    />
  );
}

/** What separates the columns of a text file, likewise. */
export function DelimiterSelect({ told: found, value, onChange }: ChoiceProps<Delimiter>) {
  const t = useText();
  return (
    <Select
      label={t('imports.ui.delimiter')}
      options={[
        { value: told, label: t('imports.ui.delimiterTold', { delimiter: t(`imports.ui.separator.${separatorWords[found]}`) }) },
        ...Delimiter.options.map((one) => ({ value: one, label: t(`imports.ui.separator.${separatorWords[one]}`) })),
      ]}
      value={value ?? told}
      onChange={(one) => onChange(one === told ? null : Delimiter.parse(one))}
    />
  );
}

interface SheetSelectProps {
  readonly sheets: readonly { readonly name: string; readonly visibility: string }[];
  readonly value: string | null;
  readonly onChange: (sheet: string) => void;
}

/** Sheet of a workbook; nothing where there is no choice. */
export function SheetSelect({ sheets, value, onChange }: SheetSelectProps) {
  const t = useText();
  if (sheets.length < 2) return null;
  return (
    <Select
      label={t('imports.ui.sheet')}
      options={sheets.map(({ name, visibility }) => ({
        value: name,
        label: name,
        ...(visibility === 'visible' ? {} : { detail: t('imports.ui.hiddenSheet') }),
      }))}
      value={value}
      onChange={onChange}
    />
  );
}

const noHeader = 'none';

interface HeaderRowSelectProps {
  /** Rows in view. */
  readonly rows: readonly number[];
  readonly value: number | null;
  readonly onChange: (row: number | null) => void;
}

/** Row of the titles, among the first forty. */
export function HeaderRowSelect({ rows, value, onChange }: HeaderRowSelectProps) {
  const t = useText();
  const offered = [...new Set([...rows.slice(0, 40), ...(value === null ? [] : [value])])].sort((a, b) => a - b);
  return (
    <Select
      label={t('imports.ui.headerRow')}
      options={[
        { value: noHeader, label: t('imports.ui.noHeaderRow') },
        ...offered.map((row) => ({ value: String(row), label: t('imports.ui.rowNumber', { row }) })),
      ]}
      value={value === null ? noHeader : String(value)}
      onChange={(row) => onChange(row === noHeader ? null : Number(row))}
    />
  );
}
