import type { AccessEvent } from '../../../../src-shared/contract/access.ts';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import type { ProductText, TableColumn } from '../../../ui/index.ts';
import classes from '../access.module.css';
import { eventTime, locatedSentence, locatedWords } from '../words.ts';

/** Columns of the event browser, in the order they first appear. */
export function eventColumns(t: ProductText): readonly TableColumn<AccessEvent>[] {
  const number = (value: number) => value.toLocaleString(t.locale, { maximumFractionDigits: 0 });
  return [
    {
      id: 'at',
      header: t('access.column.whenUtc'),
      width: 158,
      whole: true,
      hideable: false,
      cell: (row) => eventTime(t, row.at),
      text: (row) => row.at ?? t('access.event.withheld'),
    },
    {
      id: 'who',
      header: t('access.column.who'),
      width: 190,
      cell: (row) => (row.person === null ? <span className={classes['unlinked']}>{row.account}</span> : row.person.name),
      text: (row) => row.person?.name ?? row.account,
    },
    {
      id: 'account',
      header: t('access.column.account'),
      width: 180,
      hiddenAtFirst: true,
      cell: (row) => row.account,
      text: (row) => row.account,
    },
    { id: 'action', header: t('access.column.action'), width: 128, cell: (row) => row.action, text: (row) => row.action },
    {
      id: 'kind',
      header: t('access.finding.kind'),
      width: 150,
      hiddenAtFirst: true,
      cell: (row) => t(`access.action.${row.actionKind}`),
      text: (row) => t(`access.action.${row.actionKind}`),
    },
    {
      id: 'asset',
      header: t('access.column.asset'),
      width: 150,
      cell: (row) => row.asset?.name ?? <span className={classes['unlinked']}>{row.resource === '' ? '–' : row.resource}</span>,
      text: (row) => row.asset?.name ?? row.resource,
    },
    {
      id: 'resource',
      header: t('access.column.resource'),
      width: 180,
      hiddenAtFirst: true,
      cell: (row) => row.resource,
      text: (row) => row.resource,
    },
    {
      id: 'outcome',
      header: t('access.column.outcome'),
      width: 92,
      cell: (row) => <span className={row.outcome === 'success' ? undefined : 'muted'}>{t(`access.outcome.${row.outcome}`)}</span>,
      text: (row) => t(`access.outcome.${row.outcome}`),
    },
    {
      id: 'located',
      header: t('access.column.located'),
      width: 84,
      cell: (row) => (
        <span title={locatedSentence(t, row)} className={row.country === row.country2 ? undefined : 'medium'}>
          {locatedWords(row)}
        </span>
      ),
      text: locatedWords,
    },
    {
      id: 'network',
      header: t('access.column.network'),
      width: 170,
      cell: (row) => (
        <span className={classes['network']}>
          <span className="ellipsis">{row.network}</span>
          {row.tags.map((tag) => (
            <span key={tag} className={classes['tag']}>
              {t(`access.tag.${tag}`)}
            </span>
          ))}
        </span>
      ),
      text: (row) => [row.network, ...row.tags.map((tag) => t(`access.tag.${tag}`))].filter(Boolean).join(', '),
    },
    {
      id: 'address',
      header: t('access.column.address'),
      width: 140,
      hiddenAtFirst: true,
      cell: (row) => row.address,
      text: (row) => row.address,
    },
    {
      id: 'count',
      header: t('access.column.count'),
      width: 80,
      align: 'end',
      hiddenAtFirst: true,
      cell: (row) => number(row.count),
      text: (row) => String(row.count),
    },
    {
      id: 'tokens',
      header: t('access.column.tokens'),
      width: 84,
      align: 'end',
      hiddenAtFirst: true,
      cell: (row) => (row.tokens === 0 ? '' : number(row.tokens)),
      text: (row) => String(row.tokens),
    },
    {
      id: 'moved',
      header: t('access.column.moved'),
      width: 88,
      align: 'end',
      cell: (row) => (row.bytes === 0 ? '' : formatBytes(row.bytes, t.locale)),
      text: (row) => String(row.bytes),
    },
    {
      id: 'findings',
      header: t('access.view.findings'),
      width: 96,
      cell: (row) => row.findings.map((finding) => finding.label).join(', '),
      text: (row) => row.findings.map((finding) => finding.label).join(', '),
    },
  ];
}
