import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import type { Organisation, RegionView } from '../../../../src-shared/contract/programme.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { FormDialog, useHostCommand } from '../../../host/index.ts';
import { Button, DayField, dayOf, Note, recordHref, Section, StatusText, TextArea, TextField, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';

/** What an officer should know of each region's rules, dated, and what the company adds; regions with own sites first. */
export function RegionsView({ organisation }: { readonly organisation: Organisation }) {
  const t = useText();
  const [open, setOpen] = useState<RegionView | null>(null);
  const here = organisation.regions.filter(({ sites }) => sites.length > 0);
  const others = organisation.regions.filter(({ sites }) => sites.length === 0);
  const groups = [
    { title: t('programme.region.here'), regions: here },
    { title: t('programme.region.others'), regions: others },
  ];
  return (
    <div className={classes['stack']}>
      <p className="muted">
        {t('programme.region.what')} {t('programme.region.asOf', { day: formatDay(organisation.asOf, t.locale) })}
      </p>
      {organisation.withoutNote.length === 0 ? null : (
        <Note tone="review">
          {t('programme.region.withoutNote', { countries: organisation.withoutNote.map((code) => countryName(t.locale, code)).join(', ') })}
        </Note>
      )}
      {groups.map(({ title, regions }) =>
        regions.length === 0 ? null : (
          <Section key={title} title={title}>
            <div className={classes['regions']}>
              {regions.map((region) => (
                <Region key={region.note.code} region={region} onEdit={() => setOpen(region)} />
              ))}
            </div>
          </Section>
        ),
      )}
      {open === null ? null : <RegionDialog region={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

function Region({ region, onEdit }: { readonly region: RegionView; readonly onEdit: () => void }) {
  const t = useText();
  const { note, sites, contacts, own, checkedOn, checkedBy, pack } = region;
  return (
    <article className={classes['region']} aria-label={note.name}>
      <div className={classes['headed']}>
        <h3>{note.name}</h3>
        {note.exportControl ? null : <StatusText tone="info">{t('programme.region.notControl')}</StatusText>}
      </div>
      {sites.length === 0 ? null : (
        <p className="caption muted">
          {t('programme.region.sites')}: {sites.map(({ name }) => name).join(', ')}
        </p>
      )}
      <div className={classes['instruments']}>
        {note.instruments.map((instrument) => (
          <div key={instrument.title}>
            <span className={instrument.confidence === 'text' ? 'medium' : 'medium claimed'}>{instrument.title}</span>
            <span className="caption muted">
              {' '}
              {[
                instrument.from === undefined ? '' : t('programme.region.from', { day: formatDay(instrument.from, t.locale) }),
                instrument.until === undefined ? '' : t('programme.region.until', { day: formatDay(instrument.until, t.locale) }),
                t(`programme.confidenceShort.${instrument.confidence}`),
              ]
                .filter((part) => part !== '')
                .join(', ')}
            </span>
            {instrument.what === undefined ? null : <p className="muted">{instrument.what}</p>}
          </div>
        ))}
      </div>
      <ul>
        {note.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <p className="caption muted">
        {pack === null ? (
          t('programme.region.packOff')
        ) : (
          <a href={`#/rules?pack=${pack.id}`}>
            {t('programme.region.pack', { title: pack.title, version: pack.version, day: formatDay(pack.lastChecked, t.locale) })}
          </a>
        )}
      </p>
      {contacts.length === 0 ? null : (
        <p className="caption">
          <span className="muted">{t('programme.region.contacts')}: </span>
          {contacts.map(({ id, name }, place) => (
            <span key={id}>
              {place === 0 ? '' : ', '}
              <a href={`#${recordHref({ kind: 'contact', id })}`}>{name}</a>
            </span>
          ))}
        </p>
      )}
      <div className={classes['ownNote']}>
        {own === '' ? null : <p>{own}</p>}
        <div className={classes['headed']}>
          <StatusText tone={checkedOn === null ? 'unassessed' : 'clear'}>
            {checkedOn === null
              ? t('programme.region.unchecked')
              : t('programme.region.checked', { day: formatDay(checkedOn, t.locale), name: checkedBy })}
          </StatusText>
          <Button size="small" icon={IconPencil} onClick={onEdit}>
            {t('programme.region.own')}
          </Button>
        </div>
      </div>
    </article>
  );
}

function RegionDialog({ region, onClose }: { readonly region: RegionView; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('programme.saveRegion');
  const [own, setOwn] = useState(region.own);
  const [on, setOn] = useState<string>(region.checkedOn ?? '');
  const [by, setBy] = useState(region.checkedBy);
  const day = dayOf(on);
  const submit = async () => {
    if (day === undefined) return;
    const reply = await save.run({ code: region.note.code, revision: region.revision, own, checkedOn: day, checkedBy: by });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('programme.region.edit', { name: region.note.name })}
      onClose={onClose}
      submitLabel={t('programme.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={day === undefined ? t('field.noDay') : (day === null) !== (by.trim() === '') ? t('programme.region.bothFirst') : undefined}
      error={save.error}
    >
      <TextArea label={t('programme.region.own')} value={own} onChange={setOwn} rows={4} maxLength={2000} />
      <div className={classes['pair']}>
        <DayField label={t('programme.region.checkedOn')} value={on} onChange={setOn} />
        <TextField label={t('programme.region.checkedBy')} value={by} onChange={setBy} maxLength={200} />
      </div>
    </FormDialog>
  );
}
