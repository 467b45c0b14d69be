import { useState } from 'react';
import type { SupposedChange } from '../../../../src-shared/contract/cases.ts';
import { FormDialog, useHostQuery } from '../../../host/index.ts';
import { NumberField, Select, useText } from '../../../ui/index.ts';

type Kind = SupposedChange['kind'];

const ownership = [
  ['us-ear', 'bisAffiliates'],
  ['us-ear', 'ofac50'],
  ['eu', 'eu50OrControl'],
  ['uk', 'ukMoreThan50OrControl'],
] as const;

const values = {
  enforcement: ['enforced', 'partlyEnforced', 'notEnforced', 'unconfirmed'],
  textStatus: ['inForce', 'notYetInForce', 'suspended', 'lapsed', 'repealed', 'unconfirmed'],
  ownership: ['applies', 'suspended'],
} as const;

interface ChangeDialogProps {
  readonly packs: readonly { readonly id: string }[];
  readonly onClose: () => void;
  readonly onAdd: (change: SupposedChange) => void;
}

/** Supposes that one thing in the rules were otherwise. */
export function ChangeDialog({ packs, onClose, onAdd }: ChangeDialogProps) {
  const t = useText();
  const [kind, setKind] = useState<Kind>('enforcement');
  const [typed, setTyped] = useState('');
  const [rule, setRule] = useState<string | null>(null);
  const [value, setValue] = useState<string | null>('enforced');
  const [number, setNumber] = useState<number | null>(null);
  const found = useHostQuery(
    'rulepacks.search',
    { text: typed, kinds: [kind === 'parameter' ? 'parameter' : 'entry'], offset: 0, limit: 60 },
    { keepPrevious: true, enabled: kind !== 'ownership' },
  );
  const rules =
    kind === 'ownership'
      ? ownership
          .filter(([pack]) => packs.some(({ id }) => id === pack))
          .map(([pack, test]) => ({ value: `${pack}:${test}`, label: t(`impact.test.${test}`), detail: '' }))
      : (found.data?.hits ?? []).map((hit) => ({
          value: `${hit.pack}:${hit.id}`,
          label: kind === 'parameter' ? hit.title : hit.id,
          detail: kind === 'parameter' ? `${hit.packTitle}. ${hit.value ?? ''} ${hit.unit ?? ''}` : `${hit.title}. ${hit.packTitle}`,
        }));
  const known =
    rule === null || rules.some((one) => one.value === rule)
      ? rules
      : [{ value: rule, label: rule.slice(rule.indexOf(':') + 1), detail: '' }, ...rules];
  const change = changeOf(kind, rule, value, number);
  return (
    <FormDialog
      title={t('impact.change.title')}
      onClose={onClose}
      submitLabel={t('impact.change.add')}
      onSubmit={() => {
        if (change !== null) onAdd(change);
      }}
      busy={false}
      missing={change === null ? t('impact.change.first') : undefined}
      error={null}
    >
      <Select<Kind>
        label={t('impact.change.kind')}
        value={kind}
        options={(['enforcement', 'textStatus', 'parameter', 'ownership'] as const).map((id) => ({
          value: id,
          label: t(`impact.kind.${id}`),
        }))}
        onChange={(id) => {
          setKind(id);
          setRule(null);
          setValue(id === 'parameter' ? null : values[id][0]);
        }}
      />
      <Select
        label={t('impact.change.rule')}
        hint={t('impact.change.ruleHint')}
        required
        searchable
        value={rule}
        options={known}
        {...(kind === 'ownership' ? {} : { onSearch: setTyped })}
        onChange={setRule}
      />
      {kind === 'parameter' ? (
        <NumberField label={t('impact.change.number')} required value={number} onCommit={setNumber} min={0} />
      ) : (
        <Select
          label={t('impact.change.value')}
          required
          value={value}
          options={values[kind].map((id) => ({
            value: id as string,
            label: t.dynamic(`${kind === 'ownership' ? 'impact.ownership' : kind}.${id}`),
          }))}
          onChange={setValue}
        />
      )}
    </FormDialog>
  );
}

function changeOf(kind: Kind, rule: string | null, value: string | null, number: number | null): SupposedChange | null {
  if (rule === null) return null;
  const split = rule.indexOf(':');
  const [pack, id] = [rule.slice(0, split), rule.slice(split + 1)];
  switch (kind) {
    case 'parameter':
      return number === null ? null : { kind, pack, id, value: number };
    case 'enforcement': {
      const found = values.enforcement.find((one) => one === value);
      return found === undefined ? null : { kind, pack, id, value: found };
    }
    case 'textStatus': {
      const found = values.textStatus.find((one) => one === value);
      return found === undefined ? null : { kind, pack, id, value: found };
    }
    case 'ownership': {
      const test = ownership.find(([, one]) => one === id)?.[1];
      const found = values.ownership.find((one) => one === value);
      return test === undefined || found === undefined ? null : { kind, pack, test, value: found };
    }
  }
}
