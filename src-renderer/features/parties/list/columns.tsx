import type { PartyRow } from '../../../../src-shared/contract/parties.ts';
import { vettingTones } from '../../../host/index.ts';
import { Day, type ProductText, StatusText, type TableColumn } from '../../../ui/index.ts';
import { countryWords, OverallWord, OwnersWord, rolesText, StandingWord, signTones, TierWord } from '../words.tsx';

/** Columns of the list of parties. `official`: an official list is among those in use. */
export function partyColumns(t: ProductText, official: boolean): ReadonlyArray<TableColumn<PartyRow>> {
  return [
    {
      id: 'name',
      header: t('parties.column.name'),
      width: 176,
      whole: true,
      sortable: true,
      hideable: false,
      cell: (row) => <b className="medium ellipsis">{row.name}</b>,
      text: (row) => row.name,
    },
    {
      id: 'externalId',
      header: t('parties.column.externalId'),
      width: 110,
      hiddenAtFirst: true,
      cell: (row) => <span className="code ellipsis">{row.externalId}</span>,
      text: (row) => row.externalId,
    },
    {
      id: 'kind',
      header: t('parties.column.kind'),
      width: 110,
      hiddenAtFirst: true,
      cell: (row) => t(`parties.kind.${row.kind}`),
      text: (row) => t(`parties.kind.${row.kind}`),
    },
    {
      id: 'overall',
      header: t('parties.column.overall'),
      width: 140,
      whole: true,
      sortable: true,
      cell: (row) => <OverallWord overall={row.overall} official={official} />,
      text: (row) => t(`parties.overall.${row.overall}`),
    },
    {
      id: 'standing',
      header: t('parties.column.standing'),
      width: 120,
      whole: true,
      sortable: true,
      cell: (row) => (
        <>
          <StandingWord standing={row.standing} />
          {row.openHits === 0 ? null : <span className="muted figures"> {row.openHits}</span>}
        </>
      ),
      text: (row) => t(`parties.standing.${row.standing}`),
    },
    {
      id: 'openHits',
      header: t('parties.column.openHits'),
      width: 92,
      align: 'end',
      hiddenAtFirst: true,
      cell: (row) => (row.openHits === 0 ? <span className="muted">–</span> : <span className="figures">{row.openHits}</span>),
      text: (row) => String(row.openHits),
    },
    {
      id: 'signs',
      header: t('parties.column.signs'),
      width: 84,
      whole: true,
      cell: (row) =>
        row.signs === 0 ? (
          <span className="muted">–</span>
        ) : (
          <StatusText tone={row.gravest === null ? 'review' : signTones[row.gravest]}>
            {t('parties.signs.count', { count: row.signs })}
          </StatusText>
        ),
      text: (row) => String(row.signs),
    },
    {
      id: 'vetting',
      header: t('parties.column.vetting'),
      width: 116,
      whole: true,
      givesWay: 4,
      cell: (row) =>
        row.vetting === null ? (
          <span className="muted">–</span>
        ) : (
          <>
            <StatusText tone={vettingTones[row.vetting]}>{t(`vetting.state.${row.vetting}`)}</StatusText>
            {row.vettingsOpen < 2 ? null : <span className="muted figures"> {row.vettingsOpen}</span>}
          </>
        ),
      text: (row) => (row.vetting === null ? '' : t(`vetting.state.${row.vetting}`)),
    },
    {
      id: 'tier',
      header: t('parties.column.tier'),
      width: 96,
      whole: true,
      givesWay: 3,
      sortable: true,
      cell: (row) => <TierWord tier={row.tier} />,
      text: (row) => t(row.tier === null ? 'parties.tier.none' : `parties.tier.${row.tier}`),
    },
    {
      id: 'roles',
      header: t('parties.column.roles'),
      width: 136,
      hiddenAtFirst: true,
      cell: (row) => <span className="ellipsis">{rolesText(t, row.roles)}</span>,
      text: (row) => rolesText(t, row.roles),
    },
    {
      id: 'country',
      header: t('parties.column.countries'),
      width: 130,
      givesWay: 2,
      sortable: true,
      cell: (row) => <span className="ellipsis">{countryWords(t, row.countries)}</span>,
      text: (row) => row.countries.join(' '),
    },
    {
      id: 'owners',
      header: t('parties.column.owners'),
      width: 138,
      whole: true,
      givesWay: 1,
      cell: (row) => (row.kind === 'person' ? <span className="muted">–</span> : <OwnersWord known={row.ownersKnown} />),
      text: (row) => (row.kind === 'person' ? '' : t(`parties.ownersKnown.${row.ownersKnown}`)),
    },
    {
      id: 'screenedOn',
      header: t('parties.column.screenedOn'),
      width: 108,
      whole: true,
      sortable: true,
      hiddenAtFirst: true,
      cell: (row) => <Day value={row.screenedOn} />,
      text: (row) => row.screenedOn ?? '',
    },
  ];
}
