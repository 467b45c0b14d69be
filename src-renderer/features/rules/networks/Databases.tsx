import { type AddressDatabaseView, oldAddressDataDays } from '../../../../src-shared/contract/networks.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, FactList, Note, type SimpleColumn, SimpleTable, StatusText, useText, useToast } from '../../../ui/index.ts';
import classes from './networks.module.css';
import { Part } from './Part.tsx';

/** The three address databases: whose they are, how old, and how to use a newer one. */
export function Databases() {
  const t = useText();
  const toast = useToast();
  const overview = useHostQuery('networks.overview', {});
  const replace = useHostCommand('networks.replaceDatabase');
  const useShipped = useHostCommand('networks.useShipped');
  const day = (value: string) => formatDay(value, t.locale);

  const takeFile = async ({ role }: AddressDatabaseView) => {
    const reply = await replace.run({ role });
    if (reply.ok) toast({ message: t('networks.replaced', { name: reply.value.name, day: day(reply.value.day) }) });
  };
  const goBack = async ({ role }: AddressDatabaseView) => {
    const reply = await useShipped.run({ role });
    if (reply.ok) toast({ message: t('networks.backToShipped', { day: day(reply.value.day) }) });
  };

  const columns: readonly SimpleColumn<AddressDatabaseView>[] = [
    {
      id: 'database',
      header: t('networks.column.database'),
      minWidth: 220,
      cell: (database) => (
        <span className={classes['name']}>
          <span className="medium">{t(`networks.role.${database.role}`)}</span>
          <small>{database.name}</small>
        </span>
      ),
    },
    {
      id: 'day',
      header: t('networks.column.day'),
      width: 190,
      cell: (database) => (
        <span className={classes['name']}>
          <span>{day(database.day)}</span>
          {database.old ? (
            <StatusText tone="review">{t('networks.age', { days: database.ageDays })}</StatusText>
          ) : (
            <small>{t('networks.age', { days: database.ageDays })}</small>
          )}
        </span>
      ),
    },
    {
      id: 'ranges',
      header: t('networks.column.ranges'),
      width: 100,
      align: 'end',
      fold: { under: 'day', order: 1 },
      cell: (database) => database.ranges.toLocaleString(t.locale),
    },
    {
      id: 'actions',
      header: <span className="visually-hidden">{t('networks.column.actions')}</span>,
      width: 330,
      cell: (database) => (
        <span className={classes['actions']}>
          {database.own === null ? null : (
            <Button size="small" kind="quiet" onClick={() => void goBack(database)}>
              {t('networks.useShipped')}
              <span className="visually-hidden"> {t(`networks.role.${database.role}`)}</span>
            </Button>
          )}
          <Button size="small" busy={replace.pending} onClick={() => void takeFile(database)}>
            {t('networks.replace')}
            <span className="visually-hidden"> {t(`networks.role.${database.role}`)}</span>
          </Button>
        </span>
      ),
    },
  ];

  return (
    <Part title={t('networks.databases')} text={t('networks.databasesText')} errors={[replace.error, useShipped.error]}>
      <QueryView query={overview}>
        {({ databases }) => (
          <>
            {databases
              .filter(({ old }) => old)
              .map(({ role, ageDays }) => (
                <Note key={role} tone="review">
                  {t('networks.oldDatabase', { name: t(`networks.role.${role}`), days: ageDays, limit: oldAddressDataDays })}
                </Note>
              ))}
            <SimpleTable
              label={t('networks.databases')}
              place="inline"
              columns={columns}
              rowKey={({ role }) => role}
              groups={[{ id: 'all', rows: databases }]}
            />
            <p className="small muted">{t('networks.replaceHint')}</p>
            {cautionsOf(databases).map((caution) => (
              <Note key={caution}>{caution}</Note>
            ))}
            <details className={classes['terms']}>
              <summary>{t('networks.attribution')}</summary>
              <FactList
                labelWidth={180}
                rows={[
                  ...databases.map((database) => ({ label: t(`networks.role.${database.role}`), value: <Terms of={database} /> })),
                  { label: t('networks.shippedLists'), value: t('networks.shippedListsTerms') },
                ]}
              />
            </details>
          </>
        )}
      </QueryView>
    </Part>
  );
}

/** What the makers warn of; the same words once. */
function cautionsOf(databases: readonly AddressDatabaseView[]): readonly string[] {
  return [...new Set(databases.flatMap(({ caution }) => (caution === null ? [] : [caution])))];
}

/** Whose work it is and under which terms, or whose file it is. */
function Terms({ of: { own, maker, licence, attribution } }: { readonly of: AddressDatabaseView }) {
  const t = useText();
  if (own !== null) return t('networks.ownDatabase', { file: own.fileName, by: own.by, day: formatDay(own.at.slice(0, 10), t.locale) });
  return (
    <span className={classes['lines']}>
      <span>{maker}</span>
      <span className="small muted">{licence}</span>
      <span className="small muted">{attribution}</span>
    </span>
  );
}
