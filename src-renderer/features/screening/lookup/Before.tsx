import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Button, LinkButton, Note, Section, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from './lookup.module.css';

/** Invented names in three spellings and an ordinary one, to see how answers look. */
const examples = ['Karvel Mikrosystems Trading FZE\tAE', 'Юсуф аль-Хадрави', 'Harbour View Bakery\tNO'].join('\n');
const hints = ['script', 'facts', 'paste', 'wide'] as const;

/** What stands beside the empty field: the lists a name will be compared with and their age, and what makes answers better. */
export function Before({ onExample }: { readonly onExample: (names: string) => void }) {
  const t = useText();
  const { data } = useHostQuery('lists.all', {});
  const { data: standing } = useHostQuery('screening.standing', {});
  const inUse = standing?.lists ?? [];
  const known = new Map((data ?? []).map((list) => [list.code, list]));
  const training = inUse.some((list) => list.training);
  return (
    <div className={classes['before']}>
      <div>
        <h2>{t('screening.lookUp.empty')}</h2>
        <p>{t('screening.lookUp.emptyText')}</p>
      </div>
      <Section title={t('screening.lookUp.before.lists')}>
        {standing !== undefined && inUse.length === 0 ? (
          <div className={classes['noList']}>
            <p>{t('screening.none.noListText')}</p>
            <LinkButton href="#/lists">{t('screening.none.noListAction')}</LinkButton>
          </div>
        ) : (
          <SimpleTable<(typeof inUse)[number]>
            label={t('screening.lookUp.before.lists')}
            place="inline"
            rowHeight={32}
            groups={[{ id: 'all', rows: inUse }]}
            rowKey={(list) => list.code}
            columns={[
              {
                id: 'title',
                header: t('screening.certificate.column.list'),
                minWidth: 200,
                cell: (list) => <a href={`#/lists/${list.code}`}>{list.title}</a>,
              },
              {
                id: 'entries',
                header: t('screening.lookUp.before.entries'),
                width: 92,
                align: 'end',
                cell: (list) => known.get(list.code)?.current?.parties.toLocaleString(t.locale) ?? '',
              },
              {
                id: 'day',
                header: t('screening.certificate.column.published'),
                width: 116,
                cell: (list) => {
                  const day = known.get(list.code)?.current?.published ?? null;
                  return day === null ? '' : formatDay(day, t.locale);
                },
              },
              {
                id: 'age',
                header: t('screening.certificate.column.age'),
                width: 120,
                cell: (list) => {
                  const age = t('screening.lookUp.listAge', { day: 'none', days: list.ageDays ?? 0 });
                  return list.old ? <StatusText tone="review">{age}</StatusText> : age;
                },
              },
            ]}
          />
        )}
        {inUse.length > 0 && inUse.every((list) => list.training) ? (
          <Note tone="review">
            {t('screening.lookUp.before.practice')} <a href="#/lists">{t('screening.none.noListAction')}</a>
          </Note>
        ) : null}
      </Section>
      <Section title={t('screening.lookUp.before.hints')}>
        <ul className={classes['hints']}>
          {hints.map((hint) => (
            <li key={hint}>{t(`screening.lookUp.before.${hint}`)}</li>
          ))}
        </ul>
      </Section>
      {training ? (
        <div>
          <Button onClick={() => onExample(examples)}>{t('screening.lookUp.before.example')}</Button>
        </div>
      ) : null}
    </div>
  );
}
