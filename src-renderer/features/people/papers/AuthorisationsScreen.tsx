import { IconTableImport } from '@tabler/icons-react';
import type { PersonAuthorisation } from '../../../../src-shared/contract/people.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { useHostQuery } from '../../../host/index.ts';
import { Day, StatusText, type Tone, useText } from '../../../ui/index.ts';
import { AuthorisationDialog } from './AuthorisationDialog.tsx';
import { ImportListButton } from './ImportListButton.tsx';
import { PaperList, PapersPage } from './PaperList.tsx';
import { standingOn } from './standing-on.ts';

const tones: Readonly<Record<PersonAuthorisation['status'], Tone>> = {
  valid: 'clear',
  pending: 'review',
  revoked: 'restricted',
  expired: 'restricted',
  unknown: 'review',
};

/** Licences, control plans and other authority of everybody. */
export function AuthorisationsScreen() {
  const t = useText();
  return (
    <PapersPage title={t('people.authorisationsTitle')} lead={t('people.auth.lead')}>
      <AuthorisationsPanel personId={null} />
    </PapersPage>
  );
}

/** Authorisations of one person, or of all, to add, change and bring in. */
export function AuthorisationsPanel({ personId }: { readonly personId: string | null }) {
  const t = useText();
  const list = useHostQuery('people.authorisations', { personId });
  const today = useHostQuery('settings.get', {}).data?.today ?? '';
  return (
    <PaperList<PersonAuthorisation>
      label={t('people.authorisationsTitle')}
      addLabel={t('people.auth.add')}
      empty={{ title: t('people.auth.empty'), text: t('people.auth.emptyText') }}
      bringIn={personId === null ? <ImportListButton kind="authorisations" label={t('people.auth.import')} icon={IconTableImport} /> : null}
      query={list}
      form={(row, onClose) => <AuthorisationDialog authorisation={row} personId={personId} onClose={onClose} />}
      columns={[
        {
          id: 'number',
          header: t('people.auth.number'),
          width: 130,
          cell: (row) => <b className="medium">{row.number || t(`people.authKind.${row.kind}`)}</b>,
        },
        {
          id: 'kind',
          header: t('people.auth.kind'),
          width: 180,
          fold: { under: 'number', order: 1 },
          cell: (row) => t(`people.authKind.${row.kind}`),
        },
        {
          id: 'who',
          header: t('people.auth.who'),
          width: 200,
          cell: (row) =>
            row.personId === null
              ? t('people.auth.nationals', {
                  countries: row.nationalities.map((code) => countryName(t.locale, code)).join(', ') || '–',
                })
              : row.personName,
        },
        {
          id: 'what',
          header: t('people.auth.what'),
          minWidth: 180,
          cell: (row) =>
            row.assetNames.length + row.eccns.length === 0 ? (
              <StatusText tone="review">{t('people.auth.coversNothing')}</StatusText>
            ) : (
              [...row.assetNames, ...row.eccns].join(', ')
            ),
        },
        {
          id: 'from',
          header: t('people.auth.from'),
          width: 104,
          fold: { under: 'status', order: 3 },
          cell: (row) => <Day value={row.validFrom} none="–" />,
        },
        {
          id: 'to',
          header: t('people.auth.to'),
          width: 104,
          fold: { under: 'status', order: 2 },
          cell: (row) => <Day value={row.validTo} none="–" />,
        },
        {
          id: 'status',
          header: t('people.auth.status'),
          width: 120,
          cell: (row) => {
            const standing = standingOn(row, today);
            return <StatusText tone={tones[standing]}>{t(`people.authStatus.${standing}`)}</StatusText>;
          },
        },
      ]}
    />
  );
}
