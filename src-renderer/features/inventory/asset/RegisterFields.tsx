import { LifeCycleStage } from '../../../../src-shared/contract/inventory.ts';
import { Select, TextField, useText } from '../../../ui/index.ts';

/** What the register keeps of every asset beside its facts. */
export interface RegisterEntry {
  readonly name: string;
  readonly versionLabel: string;
  /** Empty while nobody is responsible. */
  readonly ownerName: string;
  readonly stage: LifeCycleStage;
}

interface RegisterFieldsProps {
  readonly value: RegisterEntry;
  readonly onChange: (value: RegisterEntry) => void;
  readonly autoFocus?: boolean;
}

/** Asks for name, version, responsible person and life-cycle stage. */
export function RegisterFields({ value, onChange, autoFocus = false }: RegisterFieldsProps) {
  const t = useText();
  const set = (change: Partial<RegisterEntry>) => onChange({ ...value, ...change });
  return (
    <>
      <TextField
        label={t('inventory.column.name')}
        required
        value={value.name}
        onChange={(name) => set({ name })}
        maxLength={200}
        autoFocus={autoFocus}
      />
      <TextField
        label={t('inventory.version')}
        value={value.versionLabel}
        onChange={(versionLabel) => set({ versionLabel })}
        maxLength={200}
      />
      <TextField
        label={t('inventory.column.owner')}
        hint={t('inventory.ownerHint')}
        value={value.ownerName}
        onChange={(ownerName) => set({ ownerName })}
        maxLength={200}
      />
      <Select
        label={t('inventory.column.stage')}
        value={value.stage}
        options={LifeCycleStage.options.map((option) => ({ value: option, label: t(`stage.${option}`) }))}
        onChange={(stage) => set({ stage })}
      />
    </>
  );
}
