import { IconDatabaseExport, IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import type { Snapshot } from '../../../src-shared/contract/backups.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, IconButton, Menu, Note, NumberField, type ProductText, SimpleTable, StatusText, useText } from '../../ui/index.ts';
import { CompareDialog } from './CompareDialog.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';
import { CommandFailure, SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

/** The snapshots of the workspace, and what can be done with each. */
export function BackupsSection() {
  const t = useText();
  const list = useHostQuery('backups.list', {});
  const settings = useHostQuery('settings.get', {});
  const now = useHostCommand('backups.now');
  const copy = useHostCommand('backups.restoreCopy');
  const save = useHostCommand('settings.setWorkspace');
  const [dialog, setDialog] = useState<{ readonly kind: 'compare' | 'restore'; readonly snapshot: Snapshot } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const restoreCopy = async (snapshot: Snapshot) => {
    const reply = await copy.run({ id: snapshot.id, parent: null });
    if (reply.ok) setSaid(t('settings.backups.copied', { folder: reply.value.folderName }));
  };
  const menuOf = (snapshot: Snapshot) => [
    {
      items: [
        { id: 'compare', label: t('settings.backups.compare'), onSelect: () => setDialog({ kind: 'compare', snapshot }) },
        { id: 'copy', label: t('settings.backups.copy'), onSelect: () => void restoreCopy(snapshot) },
      ],
    },
    {
      items: [
        { id: 'restore', label: t('settings.backups.restore'), danger: true, onSelect: () => setDialog({ kind: 'restore', snapshot }) },
      ],
    },
  ];
  return (
    <SettingsColumn wide>
      <SettingsSection title={t('settings.backups')} text={t('settings.backups.text')}>
        <div className={classes['toolbar']}>
          <span className="small muted">
            {list.data === undefined
              ? null
              : t('settings.backups.total', { count: list.data.snapshots.length, size: formatBytes(list.data.totalBytes, t.locale) })}
          </span>
          <Button icon={IconDatabaseExport} busy={now.pending} onClick={() => void now.run({})}>
            {t('settings.backups.now')}
          </Button>
        </div>
        <CommandFailure errors={[now.error, copy.error, save.error]} />
        {said === null ? null : (
          <Note tone="clear" live>
            {said}
          </Note>
        )}
        <QueryView query={list}>
          {({ snapshots, cautions }) => (
            <>
              {cautions.map((caution) => (
                <Note key={caution} tone="review">
                  {t(`workspace.caution.${caution}`)}
                </Note>
              ))}
              {snapshots.length === 0 ? (
                <p className="muted">{t('settings.backups.none')}</p>
              ) : (
                <SimpleTable
                  label={t('settings.backups')}
                  place="inline"
                  columns={columnsOf(t, menuOf)}
                  groups={[{ id: 'all', rows: [...snapshots].sort((a, b) => (a.at < b.at ? 1 : -1)) }]}
                  rowKey={(snapshot) => snapshot.id}
                />
              )}
            </>
          )}
        </QueryView>
        {settings.data?.workspace == null ? null : (
          <div className={classes['number']}>
            <NumberField
              label={t('settings.backups.share')}
              value={settings.data.workspace.snapshotSharePercent}
              unit={t('settings.backups.shareUnit')}
              min={1}
              max={50}
              integer
              onCommit={(percent) => (percent === null ? undefined : void save.run({ snapshotSharePercent: percent }))}
            />
          </div>
        )}
      </SettingsSection>
      {dialog?.kind === 'compare' ? <CompareDialog snapshot={dialog.snapshot} onClose={() => setDialog(null)} /> : null}
      {dialog?.kind === 'restore' ? (
        <RestoreDialog
          snapshot={dialog.snapshot}
          onClose={() => setDialog(null)}
          onDone={() => {
            setDialog(null);
            setSaid(t('settings.backups.restored'));
          }}
        />
      ) : null}
    </SettingsColumn>
  );
}

function columnsOf(t: ProductText, menuOf: (snapshot: Snapshot) => React.ComponentProps<typeof Menu>['groups']) {
  return [
    { id: 'when', header: t('settings.backups.when'), width: 200, cell: (row: Snapshot) => formatInstant(row.at, t.locale) },
    { id: 'why', header: t('settings.backups.why'), cell: (row: Snapshot) => t(`snapshot.because.${row.because}`) },
    { id: 'entries', header: t('settings.backups.entries'), width: 120, align: 'end' as const, cell: (row: Snapshot) => row.journalSeq },
    {
      id: 'size',
      header: t('settings.backups.size'),
      width: 90,
      align: 'end' as const,
      cell: (row: Snapshot) => formatBytes(row.sizeBytes, t.locale),
    },
    { id: 'state', header: t('settings.backups.state'), width: 190, cell: (row: Snapshot) => stateOf(t, row) },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('common.more')}</span>,
      width: 44,
      cell: (row: Snapshot) => (
        <Menu groups={menuOf(row)} align="end">
          <IconButton icon={IconDots} label={t('common.more')} hasPopup="menu" />
        </Menu>
      ),
    },
  ];
}

function stateOf(t: ProductText, snapshot: Snapshot) {
  if (snapshot.oldKey) return <StatusText tone="unassessed">{t('settings.backups.oldKey')}</StatusText>;
  return snapshot.verified ? (
    <StatusText tone="clear">{t('settings.backups.verified')}</StatusText>
  ) : (
    <StatusText tone="review">{t('settings.backups.unverified')}</StatusText>
  );
}
