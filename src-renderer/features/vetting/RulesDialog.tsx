import { IconPlus, IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
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
  return (
    <FormDialog
      title={t('vetting.rules.title')}
      width={900}
      onClose={onClose}
      submitLabel={t('vetting.rules.save')}
      onSubmit={() => void submit(rules)}
      busy={save.pending}
      error={save.error}
    >
      <p className={classes['lead']}>{t('vetting.rules.text')}</p>
      <StatusText tone="info">{t(now.own ? 'vetting.rules.own' : 'vetting.rules.default')}</StatusText>
      <ExpectedLines<PartyExpectation>
        legend={t('vetting.rules.parties')}
        shape="line"
        lines={rules.parties}
        fresh={{ kind: 'dueDiligence', tiers: [], roles: [], everyMonths: null }}
        onChange={(parties) => setRules({ ...rules, parties: [...parties] })}
      >
        {(line, change, labelHidden) => (
          <>
            <Select<VettingKind>
              label={t('vetting.column.kind')}
              labelHidden={labelHidden}
              size="small"
              value={line.kind}
              options={VettingKind.options.map((value) => ({ value, label: t(`vetting.kind.${value}`) }))}
              onChange={(kind) => change({ kind })}
            />
            <MultiSelect<Tier>
              label={t('vetting.rules.tiers')}
              labelHidden={labelHidden}
              size="small"
              placeholder={t('vetting.rules.allTiers')}
              values={line.tiers}
              options={tiers.map((value) => ({
                value,
                label: value === 'none' ? t('vetting.rules.tier.none') : t(`parties.tier.${value}`),
              }))}
              onChange={(values) => change({ tiers: [...values] })}
            />
            <MultiSelect<PartyRole>
              label={t('vetting.rules.roles')}
              labelHidden={labelHidden}
              size="small"
              placeholder={t('vetting.rules.allRoles')}
              values={line.roles}
              options={PartyRole.options.map((value) => ({ value, label: t(`parties.role.${value}`) }))}
              onChange={(values) => change({ roles: [...values] })}
            />
          </>
        )}
      </ExpectedLines>
      <ExpectedLines<StaffExpectation>
        legend={t('vetting.rules.staff')}
        shape="staffLine"
        lines={rules.staff}
        fresh={{ kind: 'backgroundCheck', who: 'sensitive', everyMonths: null }}
        onChange={(staff) => setRules({ ...rules, staff: [...staff] })}
      >
        {(line, change, labelHidden) => (
          <>
            <Select<StaffExpectation['kind']>
              label={t('vetting.column.kind')}
              labelHidden={labelHidden}
              size="small"
              value={line.kind}
              options={vettingKindsOf.person.map((value) => ({
                value: value as StaffExpectation['kind'],
                label: t(`vetting.kind.${value}`),
              }))}
              onChange={(kind) => change({ kind })}
            />
            <Select<StaffExpectation['who']>
              label={t('vetting.rules.who')}
              labelHidden={labelHidden}
              size="small"
              value={line.who}
              options={(['sensitive', 'everybody'] as const).map((value) => ({ value, label: t(`vetting.rules.who.${value}`) }))}
              onChange={(who) => change({ who })}
            />
          </>
        )}
      </ExpectedLines>
      {now.own ? (
        <Button kind="quiet" onClick={() => void submit(null)}>
          {t('vetting.rules.reset')}
        </Button>
      ) : null}
    </FormDialog>
  );
}

interface ExpectedLinesProps<Line> {
  readonly legend: string;
  readonly shape: 'line' | 'staffLine';
  readonly lines: readonly Line[];
  /** What a new line begins as. */
  readonly fresh: Line;
  readonly onChange: (lines: readonly Line[]) => void;
  /** The fields of a line but its span; the first line alone shows their labels, as the head of a table does. */
  readonly children: (line: Line, change: (part: Partial<Line>) => void, labelHidden: boolean) => ReactNode;
}

/** One half of the table: lines to change, take out and add to. */
function ExpectedLines<Line extends { readonly everyMonths: number | null }>(props: ExpectedLinesProps<Line>) {
  const { legend, shape, lines, fresh, onChange, children } = props;
  const t = useText();
  const changeAt = (at: number) => (part: Partial<Line>) =>
    onChange(lines.map((line, place) => (place === at ? { ...line, ...part } : line)));
  return (
    <fieldset className={classes['lines']}>
      <legend>{legend}</legend>
      {lines.map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing of its own but its place
        <div key={at} className={classes[shape]}>
          {children(line, changeAt(at), at > 0)}
          <NumberField
            label={t('vetting.rules.every')}
            labelHidden={at > 0}
            size="small"
            integer
            min={1}
            max={120}
            placeholder={t('vetting.expected.once')}
            value={line.everyMonths}
            onCommit={(everyMonths) => changeAt(at)({ everyMonths } as Partial<Line>)}
          />
          <IconButton
            icon={IconX}
            label={t('vetting.rules.remove', { line: at + 1 })}
            onClick={() => onChange(lines.filter((_, place) => place !== at))}
          />
        </div>
      ))}
      <Button size="small" icon={IconPlus} onClick={() => onChange([...lines, fresh])}>
        {t('vetting.rules.add')}
      </Button>
    </fieldset>
  );
}
