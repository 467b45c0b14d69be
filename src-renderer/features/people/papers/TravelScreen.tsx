import { IconTableImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { Trip } from '../../../../src-shared/contract/people.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { FormDialog, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Day, DayField, dayOf, Select, TextField, useText, useToast } from '../../../ui/index.ts';
import { PersonPicker } from '../PersonPicker.tsx';
import classes from '../people.module.css';
import { countryOptions } from '../words.tsx';
import { ImportListButton } from './ImportListButton.tsx';
import { PaperList, PapersPage } from './PaperList.tsx';

/** Announced trips of everybody. */
export function TravelScreen() {
  const t = useText();
  return (
    <PapersPage title={t('people.travelTitle')} lead={t('people.travel.lead')}>
      <TripsPanel personId={null} />
    </PapersPage>
  );
}

/** Trips of one person, or of all. */
export function TripsPanel({ personId }: { readonly personId: string | null }) {
  const t = useText();
  const list = useHostQuery('people.trips', { personId });
  return (
    <PaperList<Trip>
      label={t('people.travelTitle')}
      addLabel={t('people.travel.add')}
      empty={{ title: t('people.travel.empty'), text: t('people.travel.emptyText') }}
      bringIn={personId === null ? <ImportListButton kind="travel" label={t('people.travel.import')} icon={IconTableImport} /> : null}
      query={list}
      form={(row, onClose) => <TripDialog trip={row} personId={personId} onClose={onClose} />}
      columns={[
        { id: 'who', header: t('people.travel.who'), width: 220, cell: (row) => <b className="medium">{row.personName}</b> },
        { id: 'country', header: t('people.travel.country'), width: 180, cell: (row) => countryName(t.locale, row.country) },
        { id: 'from', header: t('people.travel.from'), width: 110, cell: (row) => <Day value={row.from} /> },
        {
          id: 'until',
          header: t('people.travel.until'),
          width: 110,
          cell: (row) => <Day value={row.until} />,
        },
        { id: 'source', header: t('people.travel.source'), minWidth: 140, cell: (row) => row.source },
      ]}
    />
  );
}

interface TripDialogProps {
  readonly trip: Trip | null;
  readonly personId: string | null;
  readonly onClose: () => void;
}

function TripDialog({ trip, personId, onClose }: TripDialogProps) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('people.saveTrip');
  const remove = useHostCommand('people.removeTrip');
  const undo = useHostCommand('journal.undo');
  const [person, setPerson] = useState(trip?.personId ?? personId);
  const [country, setCountry] = useState<string | null>(trip?.country ?? null);
  const [from, setFrom] = useState<string>(trip?.from ?? '');
  const [until, setUntil] = useState<string>(trip?.until ?? '');
  const [source, setSource] = useState(trip?.source ?? '');
  const days = [dayOf(from), dayOf(until)] as const;
  const submit = async () => {
    const [first, last] = days;
    if (person === null || country === null || !first || !last) return;
    const reply = await save.run({
      id: trip?.id ?? null,
      revision: trip?.revision ?? 0,
      personId: person,
      country,
      from: first,
      until: last,
      source,
    });
    if (reply.ok) onClose();
  };
  const takeAway = async () => {
    if (trip === null) return;
    const reply = await remove.run({ id: trip.id, revision: trip.revision });
    if (!reply.ok) return;
    toast({ message: t('people.travel.removed'), onUndo: () => void undo.run({}) });
    onClose();
  };
  return (
    <FormDialog
      title={t(trip === null ? 'people.travel.add' : 'people.travel.editTitle')}
      onClose={onClose}
      submitLabel={t('people.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={
        person === null
          ? t('people.accounts.personFirst')
          : country === null
            ? t('sites.countryFirst')
            : !days[0] || !days[1]
              ? t('field.noDay')
              : undefined
      }
      error={save.error ?? remove.error}
    >
      {personId === null ? (
        <PersonPicker
          label={t('people.travel.who')}
          value={person}
          onChange={setPerson}
          first={trip === null ? [] : [{ id: trip.personId, name: trip.personName, detail: '' }]}
        />
      ) : null}
      <Select label={t('people.travel.country')} searchable value={country} options={countryOptions(t)} onChange={setCountry} />
      <div className={classes['pair']}>
        <DayField label={t('people.travel.from')} value={from} onChange={setFrom} />
        <DayField label={t('people.travel.until')} value={until} onChange={setUntil} />
      </div>
      <TextField label={t('people.travel.source')} value={source} onChange={setSource} maxLength={400} />
      {trip === null ? null : (
        <Button size="small" kind="quiet" busy={remove.pending} onClick={() => void takeAway()}>
          {t('people.remove')}
        </Button>
      )}
    </FormDialog>
  );
}
