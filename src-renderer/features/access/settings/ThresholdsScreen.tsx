import { useState } from 'react';
import type { AccessSetting } from '../../../../src-shared/contract/access.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Note, Page, type ProductText, SimpleTable, useText } from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import classes from './settings.module.css';
import { ThresholdDialog } from './ThresholdDialog.tsx';

/** Every number and list the audit judges by: what it is now, what it was made with, and why. */
export function ThresholdsScreen() {
  const t = useText();
  const settings = useHostQuery('access.settings', {});
  const [editing, setEditing] = useState<AccessSetting | null>(null);
  const own = settings.data?.filter(isOwn).length;
  return (
    <Page
      header={<AccessHeader view="thresholds" subtitle={own === undefined ? undefined : t('access.settings.subtitle', { count: own })} />}
    >
      <div className={classes['page']}>
        <Note>{t('access.settings.note')}</Note>
        <QueryView query={settings}>
          {(rows) => (
            <SimpleTable<AccessSetting>
              label={t('access.title.thresholds')}
              place="inline"
              groups={[{ id: 'all', rows }]}
              rowKey={(row) => row.id}
              onPress={setEditing}
              columns={[
                {
                  id: 'title',
                  header: t('access.settings.what'),
                  minWidth: 280,
                  cell: (row) => (
                    <span className={classes['what']}>
                      <b>{row.title}</b>
                      <small>{row.because}</small>
                    </span>
                  ),
                },
                {
                  id: 'value',
                  header: t('access.settings.value'),
                  width: 180,
                  cell: (row) => <span className={isOwn(row) ? 'medium' : undefined}>{valueWords(t, row, row.value)}</span>,
                },
                {
                  id: 'standard',
                  header: t('access.settings.standard'),
                  width: 150,
                  fold: { under: 'value', order: 1 },
                  cell: (row) => <span className="muted">{isOwn(row) ? valueWords(t, row, row.standard) : t('access.settings.same')}</span>,
                },
                {
                  id: 'reason',
                  header: t('access.settings.reason'),
                  width: 240,
                  fold: { under: 'title', order: 2 },
                  cell: (row) => row.reason,
                },
              ]}
            />
          )}
        </QueryView>
        {editing === null ? null : <ThresholdDialog setting={editing} onClose={() => setEditing(null)} />}
      </div>
    </Page>
  );
}

/** Whether the company uses another value than the program came with. */
const isOwn = (setting: AccessSetting): boolean => JSON.stringify(setting.value) !== JSON.stringify(setting.standard);

/** A value of a setting in words, with its unit. */
function valueWords(t: ProductText, setting: Pick<AccessSetting, 'unit'>, value: AccessSetting['value']): string {
  if (typeof value === 'boolean') return t(value ? 'common.yes' : 'common.no');
  if (typeof value === 'number') return t('access.settings.number', { value, unit: setting.unit });
  const name = (one: string) => (/^[A-Z]{2}$/.test(one) ? countryName(t.locale, one) : one);
  if (typeof value === 'string') return name(value);
  return value.length === 0 ? t('access.settings.nothing') : value.map(name).join(', ');
}
