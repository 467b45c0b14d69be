import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Site } from '../../../../src-shared/contract/inventory.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { EvidenceOf, FormDialog, HaltNote, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  Page,
  PageHeader,
  Section,
  Select,
  SimpleTable,
  StatusText,
  TextArea,
  TextField,
  useText,
} from '../../../ui/index.ts';

/** What an import writes where a site was named but its country was not. */
const unknownCountry = 'ZZ';

/** Places where the organisation works or keeps machines; assets name them. */
export function SitesScreen() {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [adding, setAdding] = useState(false);
  const sites = useHostQuery('sites.list', {});
  const asked = sites.data?.find(({ id }) => id === params.get('site')) ?? null;
  const editing = adding ? 'new' : asked;
  const close = () => {
    setAdding(false);
    setParams({}, { replace: true });
  };
  const add = (
    <Button kind="primary" icon={IconPlus} onClick={() => setAdding(true)}>
      {t('sites.add')}
    </Button>
  );
  return (
    <Page header={<PageHeader ruled title={t('sites.title')} subtitle={t('sites.subtitle')} actions={add} />}>
      <QueryView query={sites}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('sites.empty')} actions={add}>
              {t('sites.emptyText')}
            </EmptyState>
          ) : (
            <SimpleTable<Site>
              label={t('sites.title')}
              groups={[{ id: 'all', rows }]}
              rowKey={(site) => site.id}
              onPress={(site) => setParams({ site: site.id }, { replace: true })}
              columns={[
                { id: 'name', header: t('inventory.column.name'), width: 260, cell: (site) => <b className="medium">{site.name}</b> },
                {
                  id: 'country',
                  header: t('sites.country'),
                  width: 200,
                  cell: (site) =>
                    site.country === unknownCountry ? (
                      <StatusText tone="review">{t('common.unknownWord')}</StatusText>
                    ) : (
                      countryName(t.locale, site.country)
                    ),
                },
                { id: 'city', header: t('sites.city'), width: 180, cell: (site) => site.city },
                { id: 'note', header: t('inventory.note'), cell: (site) => site.note },
              ]}
            />
          )
        }
      </QueryView>
      {editing === null ? null : <SiteDialog site={editing === 'new' ? null : editing} onClose={close} />}
    </Page>
  );
}

function SiteDialog({ site, onClose }: { readonly site: Site | null; readonly onClose: () => void }) {
  const t = useText();
  const save = useHostCommand('sites.save');
  const [name, setName] = useState(site?.name ?? '');
  const [country, setCountry] = useState<string | null>(site === null || site.country === unknownCountry ? null : site.country);
  const [city, setCity] = useState(site?.city ?? '');
  const [note, setNote] = useState(site?.note ?? '');
  const options = countryCodes
    .map((code) => ({ value: code, label: countryName(t.locale, code), detail: code }))
    .sort((a, b) => a.label.localeCompare(b.label, t.locale));
  const submit = async () => {
    if (country === null) return;
    const reply = await save.run({ id: site?.id ?? null, revision: site?.revision ?? 0, name, country, city, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t(site === null ? 'sites.add' : 'sites.edit')}
      onClose={onClose}
      submitLabel={t('sites.save')}
      onSubmit={() => void submit()}
      busy={save.pending}
      missing={name.trim() === '' ? t('inventory.nameFirst') : country === null ? t('sites.countryFirst') : undefined}
      error={save.error}
    >
      {site === null ? null : <HaltNote record={{ kind: 'site', id: site.id }} />}
      <TextField label={t('inventory.column.name')} required value={name} onChange={setName} maxLength={200} autoFocus />
      <Select label={t('sites.country')} searchable value={country} options={options} onChange={setCountry} />
      <TextField label={t('sites.city')} value={city} onChange={setCity} maxLength={200} />
      <TextArea label={t('inventory.note')} value={note} onChange={setNote} rows={2} maxLength={400} />
      {site === null ? null : (
        <Section title={t('evidence.tab')}>
          <EvidenceOf record={{ kind: 'site', id: site.id }} />
        </Section>
      )}
    </FormDialog>
  );
}
