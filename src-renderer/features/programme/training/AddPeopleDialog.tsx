import { useState } from 'react';
import type { SessionLine } from '../../../../src-shared/contract/training.ts';
import { TrainingResult } from '../../../../src-shared/model/training.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { ChoiceCards, FilterChips, Select, TextField, useText, useToast } from '../../../ui/index.ts';

type Who = 'people' | 'asked' | 'due';

/** Records who took part: named people, or everybody the course is for, with one result; single ones are set right in the table. */
export function AddPeopleDialog({ session, onClose }: { readonly session: SessionLine; readonly onClose: () => void }) {
  const t = useText();
  const toast = useToast();
  const record = useHostCommand('training.recordAttendance');
  const [who, setWho] = useState<Who>('people');
  const [chosen, setChosen] = useState<readonly { readonly id: string; readonly name: string }[]>([]);
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState<TrainingResult>('attended');
  const [note, setNote] = useState('');
  const found = useHostQuery('people.find', { text: typed, limit: 12 }, { keepPrevious: true });
  const offered = (found.data ?? []).filter(({ id }) => chosen.every((one) => one.id !== id));
  const submit = async () => {
    const reply = await record.run({
      ...{ sessionId: session.id, result, note },
      who: who === 'people' ? { kind: 'people', ids: chosen.map(({ id }) => id) } : { kind: who },
    });
    if (!reply.ok) return;
    toast({ message: t('training.session.recorded', reply.value) });
    onClose();
  };
  return (
    <FormDialog
      title={t('training.session.addPeople')}
      onClose={onClose}
      submitLabel={t('training.session.addPeople')}
      onSubmit={() => void submit()}
      busy={record.pending}
      missing={who === 'people' && chosen.length === 0 ? t('training.session.personFirst') : undefined}
      error={record.error}
    >
      <ChoiceCards<Who>
        label={t('training.session.who')}
        value={who}
        onChange={setWho}
        choices={(['people', 'asked', 'due'] as const).map((value) => ({
          value,
          label: t(`training.session.who.${value}`),
          detail: t(`training.session.who.${value}.detail`),
        }))}
      />
      {who === 'people' ? (
        <>
          <Select
            label={t('training.session.person')}
            value={null}
            options={offered.map((person) => ({
              value: person.id,
              label: person.name,
              detail: [person.team, person.externalId].filter((part) => part !== '').join(' · '),
            }))}
            onSearch={setTyped}
            searching={found.isPlaceholderData || found.isPending}
            onChange={(id) => {
              const person = offered.find((one) => one.id === id);
              if (person !== undefined) setChosen([...chosen, { id, name: person.name }]);
            }}
            placeholder={t('training.searchHint')}
          />
          {chosen.length === 0 ? null : (
            <div className="row" style={{ flexWrap: 'wrap' }}>
              <FilterChips
                filters={chosen.map(({ id, name }) => ({ id, label: name }))}
                onRemove={(id) => setChosen(chosen.filter((one) => one.id !== id))}
              />
            </div>
          )}
        </>
      ) : null}
      <Select<TrainingResult>
        label={t('training.session.result')}
        value={result}
        options={TrainingResult.options.map((value) => ({ value, label: t(`training.result.${value}`) }))}
        onChange={setResult}
      />
      <TextField label={t('training.session.note')} value={note} onChange={setNote} maxLength={600} />
    </FormDialog>
  );
}
