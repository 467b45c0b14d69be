import type { FindingLine } from '../../../../src-shared/contract/access.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Day, EmptyState, SimpleTable, StatusText, useText } from '../../../ui/index.ts';

const tones = { high: 'restricted', medium: 'review', low: 'info' } as const;

/** What the audit found about this person, worst first. */
export function FindingsTab({ personId }: { readonly personId: string }) {
  const t = useText();
  const findings = useHostQuery('access.findings', { personId, limit: 200 });
  return (
    <QueryView query={findings} rows={5}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState title={t('people.tab.findings')}>{t('people.findings.hook')}</EmptyState>
        ) : (
          <SimpleTable<FindingLine>
            label={t('people.tab.findings')}
            place="inline"
            groups={[{ id: 'all', rows }]}
            rowKey={(row) => row.id}
            columns={[
              {
                id: 'label',
                header: t('people.findings.number'),
                width: 90,
                cell: (row) => <a href={`#/access/findings/${row.id}`}>{row.label}</a>,
              },
              { id: 'title', header: t('people.findings.title'), minWidth: 220, cell: (row) => row.title },
              {
                id: 'severity',
                header: t('people.findings.severity'),
                width: 110,
                cell: (row) => <StatusText tone={tones[row.severity]}>{t(`people.severity.${row.severity}`)}</StatusText>,
              },
              { id: 'state', header: t('people.findings.state'), width: 120, cell: (row) => t(`people.findingState.${row.state}`) },
              {
                id: 'last',
                header: t('people.accounts.lastOn'),
                width: 110,
                cell: (row) => <Day value={row.lastAt} />,
              },
            ]}
          />
        )
      }
    </QueryView>
  );
}
