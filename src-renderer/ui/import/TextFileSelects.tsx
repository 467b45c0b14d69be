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
