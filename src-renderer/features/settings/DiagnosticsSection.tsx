import { IconCopy, IconFolderOpen, IconRefresh } from '@tabler/icons-react';
import { useState } from 'react';
import type { LogEntry, LogLevel } from '../../../src-shared/contract/diagnostics.ts';
import { copyText, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Button, type ProductText, Select, SimpleTable, StatusText, useText, useToast } from '../../ui/index.ts';
import { CommandFailure, SettingsColumn, SettingsSection } from './SettingsSection.tsx';
import classes from './settings.module.css';

const levels = ['all', 'defect', 'refusal', 'event'] as const;
const tones = { defect: 'restricted', refusal: 'review', event: 'unassessed' } as const;
const SHOWN = 200;

/** The application log, newest first. It holds no record's content, so it can be copied into a message as it is. */
export function DiagnosticsSection() {
  const t = useText();
  const toast = useToast();
  const [level, setLevel] = useState<LogLevel | 'all'>('all');
  const list = useHostQuery('diagnostics.log', { limit: SHOWN, ...(level === 'all' ? {} : { level }) }, { keepPrevious: true });
  const folder = useHostCommand('diagnostics.showFolder');
  return (
    <SettingsColumn wide>
      <SettingsSection title={t('settings.log')} text={t('settings.log.text')}>
        <div className={classes['toolbar']}>
          <Select
            label={t('settings.log.level')}
            labelHidden
            value={level}
            options={levels.map((value) => ({ value, label: t(`settings.log.level.${value}`) }))}
            onChange={setLevel}
          />
          <Button icon={IconRefresh} onClick={() => void list.refetch()}>
            {t('settings.log.refresh')}
          </Button>
          <Button
            icon={IconCopy}
            disabledBecause={(list.data ?? []).length === 0 ? t('settings.log.none') : undefined}
            onClick={() => {
              copyText((list.data ?? []).map((entry) => JSON.stringify(entry)).join('\n'));
              toast({ message: t('settings.log.copied', { count: list.data?.length ?? 0 }) });
            }}
          >
            {t('settings.log.copy')}
          </Button>
          <Button icon={IconFolderOpen} busy={folder.pending} onClick={() => void folder.run({})}>
            {t('settings.log.folder')}
          </Button>
        </div>
        <CommandFailure errors={[folder.error]} />
        <QueryView query={list}>
          {(entries) =>
            entries.length === 0 ? (
              <p className="muted">{t('settings.log.none')}</p>
            ) : (
              <SimpleTable
                label={t('settings.log')}
                place="inline"
                columns={columnsOf(t)}
                groups={[{ id: 'all', rows: entries.map((entry, place) => ({ ...entry, key: `${entry.at} ${place}` })) }]}
                rowKey={(entry) => entry.key}
              />
            )
          }
        </QueryView>
      </SettingsSection>
    </SettingsColumn>
  );
}

/** To the second, as log files are read: several lines fall into one minute. */
const secondOf = (at: string) => `${at.slice(0, 10)} ${at.slice(11, 19)} UTC`;

function columnsOf(t: ProductText) {
  return [
    {
      id: 'when',
      header: t('settings.log.when'),
      width: 206,
      cell: (entry: LogEntry) => <span className="figures nowrap">{secondOf(entry.at)}</span>,
    },
    {
      id: 'level',
      header: t('settings.log.kind'),
      width: 120,
      cell: (entry: LogEntry) => <StatusText tone={tones[entry.level]}>{t(`settings.log.word.${entry.level}`)}</StatusText>,
    },
    {
      id: 'what',
      header: t('settings.log.what'),
      minWidth: 260,
      cell: (entry: LogEntry) => (
        <>
          <code>{[entry.method ?? entry.event, entry.code, entry.error].filter((part) => part !== undefined).join(' · ')}</code>
          {entry.frames === undefined ? null : <div className="caption muted">{entry.frames.slice(0, 3).join(' ← ')}</div>}
        </>
      ),
    },
    {
      id: 'incident',
      header: t('settings.log.incident'),
      width: 130,
      fold: { under: 'what', order: 1 },
      cell: (entry: LogEntry) => (entry.incidentId === undefined ? '' : <code>{entry.incidentId}</code>),
    },
    {
      id: 'took',
      header: t('settings.log.took'),
      width: 80,
      align: 'end' as const,
      cell: (entry: LogEntry) => (entry.ms === undefined ? '' : t('settings.log.ms', { ms: entry.ms })),
    },
  ];
}
