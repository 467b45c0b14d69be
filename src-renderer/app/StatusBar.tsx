import { IconAlertTriangle, IconCalendar, IconCircleCheck, IconListSearch, IconLoader2 } from '@tabler/icons-react';
import { formatDay, formatDayLong, formatRecent } from '../../src-shared/text/dates.ts';
import { useHostQuery } from '../host/index.ts';
import { Icon, useText } from '../ui/index.ts';
import classes from './shell.module.css';

const SHOWN_PACKS = 3;

/** What every answer on screen rests on: the day, the rule packs, running work, the last backup, the person. */
export function StatusBar() {
  const t = useText();
  const { data: settings } = useHostQuery('settings.get', {});
  const { data: packs } = useHostQuery('rulepacks.list', {});
  const { data: jobs } = useHostQuery('jobs.list', {});
  const { data: backups } = useHostQuery('backups.list', {});
  const running = jobs?.filter((job) => job.state === 'running') ?? [];
  const newest = backups?.snapshots.filter((snapshot) => !snapshot.oldKey).sort((a, b) => (a.at < b.at ? 1 : -1))[0];
  const enabled = packs?.filter((pack) => pack.enabled) ?? [];
  const person = settings?.workspace?.person.name ?? '';
  return (
    <footer className={classes['status']}>
      {settings === undefined ? null : (
        <span title={formatDayLong(settings.judgedOn, t.locale)}>
          <Icon of={IconCalendar} size={14} />
          {t('shell.judgedOn', { day: formatDay(settings.judgedOn, t.locale) })}
        </span>
      )}
      {enabled.slice(0, SHOWN_PACKS).map((pack) => (
        <a key={pack.id} href="#/rules">
          {pack.id} {pack.version}
        </a>
      ))}
      {enabled.length <= SHOWN_PACKS ? null : <a href="#/rules">{t('shell.morePacks', { count: enabled.length - SHOWN_PACKS })}</a>}
      <ListAge />
      {running.length === 0 ? null : (
        <span role="status">
          <Icon of={IconLoader2} size={14} />
          {t('shell.jobsRunning', { count: running.length })}
        </span>
      )}
      <span data-end="">
        {backups === undefined ? null : newest === undefined ? (
          t('shell.noBackup')
        ) : (
          <>
            <Icon of={newest.verified ? IconCircleCheck : IconAlertTriangle} size={14} />
            {t(newest.verified ? 'shell.backup' : 'shell.backupUnverified', { when: formatRecent(newest.at, new Date(), t.locale) })}
          </>
        )}
      </span>
      <span>{person === '' ? t('shell.noPerson') : person}</span>
    </footer>
  );
}

/** Age of the oldest official list that is screened against; nothing while there is none. */
function ListAge() {
  const t = useText();
  const { data: lists } = useHostQuery('lists.all', {});
  const ages = (lists ?? [])
    .filter(({ kind, off }) => kind === 'official' && !off)
    .flatMap(({ ageDays }) => (ageDays === null ? [] : [ageDays]));
  if (ages.length === 0) return null;
  const days = Math.max(...ages);
  const old = (lists ?? []).some((list) => list.old && !list.off);
  return (
    <span title={old ? t('shell.listsOld', { days }) : undefined}>
      <Icon of={old ? IconAlertTriangle : IconListSearch} size={14} />
      <a href="#/lists">{t('shell.lists', { days })}</a>
    </span>
  );
}
