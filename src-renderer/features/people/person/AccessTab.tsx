import { countryName } from '../../../../src-shared/text/countries.ts';
import type { OutputOf } from '../../../host/index.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Day, EmptyState, Section, SimpleTable, StatusText, useText } from '../../../ui/index.ts';

type AccessDay = OutputOf<'access.timeline'>['days'][number];
const shownDays = 200;

/** Days on which the logs name this person, newest first, with the countries the addresses lie in. */
export function AccessTab({ personId }: { readonly personId: string }) {
  const t = useText();
  const timeline = useHostQuery('access.timeline', { personId });
  return (
    <QueryView query={timeline} rows={8}>
      {({ days }) =>
        days.length === 0 ? (
          <EmptyState title={t('people.tab.access')}>{t('people.access.hook')}</EmptyState>
        ) : (
          <Section
            title={t('people.access.days', { count: days.length })}
            aside={days.length > shownDays ? t('people.access.newest', { count: shownDays }) : undefined}
          >
            <SimpleTable<AccessDay>
              label={t('people.tab.access')}
              place="inline"
              groups={[{ id: 'all', rows: [...days].sort((a, b) => (a.day < b.day ? 1 : -1)).slice(0, shownDays) }]}
              rowKey={(day) => day.day}
              columns={[
                { id: 'day', header: t('people.access.day'), width: 120, cell: (day) => <Day value={day.day} /> },
                {
                  id: 'events',
                  header: t('people.accounts.events'),
                  width: 90,
                  align: 'end',
                  cell: (day) => <span className="figures">{day.events}</span>,
                },
                {
                  id: 'countries',
                  header: t('people.access.from'),
                  minWidth: 160,
                  cell: (day) => day.countries.map((code) => countryName(t.locale, code)).join(', '),
                },
                {
                  id: 'findings',
                  header: t('people.tab.findings'),
                  width: 120,
                  cell: (day) =>
                    day.findings === 0 ? (
                      <span className="muted">–</span>
                    ) : (
                      <StatusText tone="review">{t('people.access.findings', { count: day.findings })}</StatusText>
                    ),
                },
              ]}
            />
          </Section>
        )
      }
    </QueryView>
  );
}
