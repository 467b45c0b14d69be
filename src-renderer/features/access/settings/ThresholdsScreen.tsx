import { useState } from 'react';
import type { AccessSetting } from '../../../../src-shared/contract/access.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Note, Page, SimpleTable, useText } from '../../../ui/index.ts';
import { AccessHeader } from '../AccessHeader.tsx';
import { settingWords } from './setting-words.ts';
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
                  cell: (row) => <span className={isOwn(row) ? 'medium' : undefined}>{settingWords(t, row, row.value)}</span>,
                },
                {
                  id: 'standard',
                  header: t('access.settings.standard'),
                  width: 150,
                  fold: { under: 'value', order: 1 },
                  cell: (row) => (
                    <span className="muted">{isOwn(row) ? settingWords(t, row, row.standard) : t('access.settings.same')}</span>
                  ),
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
