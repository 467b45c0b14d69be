import { useMemo, useState } from 'react';
import type { EscalationInput } from '../../../src-shared/contract/escalations.ts';
import { localDay } from '../../../src-shared/text/dates.ts';
import { DayField, dayOf, Select, type SelectOption, TextArea, useText } from '../../ui/index.ts';
import { useHostQuery } from '../hooks.ts';

type Whom = Pick<EscalationInput, 'to' | 'role' | 'path'>;

/** People with a duty, and steps of escalation paths with whoever holds their role, as choices. */
function useWhom(): readonly (SelectOption & { readonly whom: Whom })[] {
  const t = useText();
  const { data } = useHostQuery('programme.organisation', {});
  return useMemo(() => {
    const duties = data?.duties ?? [];
    const byDuty = duties.map(({ id, role, person }) => ({
      value: `duty ${id}`,
      label: person,
      detail: t(`role.${role}`),
      whom: { to: person, role, path: '' },
    }));
    const bySteps = (data?.paths ?? []).flatMap(({ id, name, steps }) =>
      steps.map(({ role }, place) => {
        const holder = duties.find((duty) => duty.role === role)?.person ?? t(`role.${role}`);
        return {
          value: `path ${id} ${place}`,
          label: holder,
          detail: `${name}, ${t(`role.${role}`)}`,
          whom: { to: holder, role, path: name },
        };
      }),
    );
    return [...byDuty, ...bySteps];
  }, [data, t]);
}

/** Fields of a question that is passed on: to whom, what is asked, by when. `value` is null until all of it holds. */
export function useEscalationFields(first: { readonly ask: string }) {
  const t = useText();
  const options = useWhom();
  const [chosen, setChosen] = useState<string | null>(null);
  const [named, setNamed] = useState<string | null>(null);
  const [ask, setAsk] = useState(first.ask);
  const [typed, setTyped] = useState('');
  const dueOn = dayOf(typed);
  const whom: Whom | null =
    named !== null ? { to: named, role: null, path: '' } : (options.find(({ value }) => value === chosen)?.whom ?? null);
  const missing =
    whom === null
      ? t('escalations.needs.to')
      : ask.trim() === ''
        ? t('escalations.needs.question')
        : dueOn === undefined || (dueOn !== null && dueOn < localDay(new Date()))
          ? t('escalations.needs.day')
          : undefined;
  const value: EscalationInput | null = whom === null || missing !== undefined ? null : { ...whom, ask, dueOn: dueOn ?? null };
  const fields = (
    <>
      <Select
        label={t('escalations.to')}
        hint={t('escalations.toHint')}
        required
        searchable
        value={named === null ? chosen : 'named'}
        options={named === null ? options : [{ value: 'named', label: named }, ...options]}
        onChange={(next) => {
          if (next === 'named') return;
          setNamed(null);
          setChosen(next);
        }}
        onCreate={(name) => setNamed(name.trim().slice(0, 200))}
        createLabel={(name) => t('escalations.toNew', { name })}
      />
      <TextArea label={t('escalations.question')} required value={ask} onChange={setAsk} rows={2} maxLength={2000} />
      <DayField label={t('escalations.dueOn')} value={typed} onChange={setTyped} />
    </>
  );
  return { value, missing, fields };
}
