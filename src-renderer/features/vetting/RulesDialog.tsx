import { IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { RiskTier } from '../../../src-shared/contract/parties.ts';
import { PartyRole } from '../../../src-shared/model/party-role.ts';
import {
  type PartyExpectation,
  type StaffExpectation,
  VettingKind,
  type VettingRules,
  vettingKindsOf,
} from '../../../src-shared/model/vetting.ts';
import { FormDialog, type OutputOf, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, IconButton, MultiSelect, NumberField, Select, StatusText, useText, useToast } from '../../ui/index.ts';
import classes from './vetting.module.css';

type Tier = PartyExpectation['tiers'][number];
const tiers: readonly Tier[] = [...RiskTier.options, 'none'];

/** The table of what is expected, said to be the product's own default until somebody changes it. */
export function RulesDialog({ onClose }: { readonly onClose: () => void }) {
  const rules = useHostQuery('vetting.rules', {});
  return rules.data === undefined ? null : <RulesForm key={rules.data.revision} now={rules.data} onClose={onClose} />;
}

function RulesForm({ now, onClose }: { readonly now: OutputOf<'vetting.rules'>; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('vetting.setRules');
  const [rules, setRules] = useState<VettingRules>(now.rules);
  const submit = async (wanted: VettingRules | null) => {
    const reply = await save.run({ rules: wanted, revision: now.revision });
    if (!reply.ok) return;
    toast({ message: t('vetting.rules.saved') });
    onClose();
  };
  const party = (at: number, change: Partial<PartyExpectation>) =>
    setRules({ ...rules, parties: rules.parties.map((line, place) => (place === at ? { ...line, ...change } : line)) });
  const staff = (at: number, change: Partial<StaffExpectation>) =>
    setRules({ ...rules, staff: rules.staff.map((line, place) => (place === at ? { ...line, ...change } : line)) });
  const without = <T,>(lines: readonly T[], at: number): T[] => lines.filter((_, place) => place !== at);
  return (
    <FormDialog
      title={t('vetting.rules.title')}
      width={820}
      onClose={onClose}
      submitLabel={t('vetting.rules.save')}
      onSubmit={() => void submit(rules)}
      busy={save.pending}
      error={save.error}
    >
      <p className={classes['lead']}>{t('vetting.rules.text')}</p>
      <StatusText tone="info">{t(now.own ? 'vetting.rules.own' : 'vetting.rules.default')}</StatusText>
      <fieldset className={classes['lines']}>
        <legend>{t('vetting.rules.parties')}</legend>
        {rules.parties.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
          <div key={at} className={classes['line']}>
            <Select<VettingKind>
              label={t('vetting.column.kind')}
              size="small"
              value={line.kind}
              options={VettingKind.options.map((value) => ({ value, label: t(`vetting.kind.${value}`) }))}
              onChange={(kind) => party(at, { kind })}
            />
            <MultiSelect<Tier>
              label={t('vetting.rules.tiers')}
              size="small"
              placeholder={t('vetting.rules.allTiers')}
              values={line.tiers}
              options={tiers.map((value) => ({
                value,
                label: value === 'none' ? t('vetting.rules.tier.none') : t(`parties.tier.${value}`),
              }))}
              onChange={(values) => party(at, { tiers: [...values] })}
            />
            <MultiSelect<PartyRole>
              label={t('vetting.rules.roles')}
              size="small"
              placeholder={t('vetting.rules.allRoles')}
              values={line.roles}
              options={PartyRole.options.map((value) => ({ value, label: t(`parties.role.${value}`) }))}
              onChange={(values) => party(at, { roles: [...values] })}
            />
            <NumberField
              label={t('vetting.rules.every')}
              size="small"
              integer
              min={1}
              max={120}
              placeholder={t('vetting.expected.once')}
              value={line.everyMonths}
              onCommit={(everyMonths) => party(at, { everyMonths })}
            />
            <IconButton
              icon={IconX}
              label={t('vetting.rules.remove', { line: at + 1 })}
              onClick={() => setRules({ ...rules, parties: without(rules.parties, at) })}
            />
          </div>
        ))}
        <Button
          size="small"
          icon={IconPlus}
          onClick={() =>
            setRules({ ...rules, parties: [...rules.parties, { kind: 'dueDiligence', tiers: [], roles: [], everyMonths: null }] })
          }
        >
          {t('vetting.rules.add')}
        </Button>
      </fieldset>
      <fieldset className={classes['lines']}>
        <legend>{t('vetting.rules.staff')}</legend>
        {rules.staff.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
          <div key={at} className={classes['staffLine']}>
            <Select<StaffExpectation['kind']>
              label={t('vetting.column.kind')}
              size="small"
              value={line.kind}
              options={vettingKindsOf.person.map((value) => ({
                value: value as StaffExpectation['kind'],
                label: t(`vetting.kind.${value}`),
              }))}
              onChange={(kind) => staff(at, { kind })}
            />
            <Select<StaffExpectation['who']>
              label={t('vetting.rules.who')}
              size="small"
              value={line.who}
              options={(['sensitive', 'everybody'] as const).map((value) => ({ value, label: t(`vetting.rules.who.${value}`) }))}
              onChange={(who) => staff(at, { who })}
            />
            <NumberField
              label={t('vetting.rules.every')}
              size="small"
              integer
              min={1}
              max={120}
              placeholder={t('vetting.expected.once')}
              value={line.everyMonths}
              onCommit={(everyMonths) => staff(at, { everyMonths })}
            />
            <IconButton
              icon={IconX}
              label={t('vetting.rules.remove', { line: at + 1 })}
              onClick={() => setRules({ ...rules, staff: without(rules.staff, at) })}
            />
          </div>
        ))}
        <Button
          size="small"
          icon={IconPlus}
          onClick={() => setRules({ ...rules, staff: [...rules.staff, { kind: 'backgroundCheck', who: 'sensitive', everyMonths: null }] })}
        >
          {t('vetting.rules.add')}
        </Button>
      </fieldset>
      {now.own ? (
        <Button kind="quiet" onClick={() => void submit(null)}>
          {t('vetting.rules.reset')}
        </Button>
      ) : null}
    </FormDialog>
  );
}
