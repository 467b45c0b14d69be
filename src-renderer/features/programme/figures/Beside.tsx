import type { IncidentExposure } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type PenaltySaid, penaltiesSaid } from '../../../../src-shared/text/incident.ts';
import { type OutputOf, QueryView, useHostQuery } from '../../../host/index.ts';
import { Panel, type SimpleColumn, SimpleTable, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';

type Line = { readonly incident: IncidentExposure; readonly penalty: PenaltySaid };
type Times = OutputOf<'quality.cycleTimes'>[number];

/** What stands beside the own figures and is not reckoned with them: ceilings of recorded incidents by the rules, and measured times of cases. */
export function Beside() {
  const t = useText();
  const exposures = useHostQuery('cases.exposures', {});
  const times = useHostQuery('quality.cycleTimes', {});
  const columns: readonly SimpleColumn<Line>[] = [
    {
      id: 'incident',
      header: t('report.col.incident'),
      minWidth: 220,
      cell: ({ incident }) => (
        <a href={`#/programme/incidents/${incident.id}`}>
          {incident.number} {incident.title}
        </a>
      ),
    },
    { id: 'penalty', header: t('cases.exposure.kind'), width: 190, cell: ({ penalty }) => penalty.title },
    {
      id: 'most',
      header: t('cases.exposure.most'),
      width: 330,
      cell: ({ penalty }) => (
        <span className={classes['cellStack']}>
          <span>{penalty.most}</span>
          <span className="caption muted">{[...penalty.formula, ...penalty.limits].join('; ')}</span>
        </span>
      ),
    },
    {
      id: 'basis',
      header: t('cases.exposure.source'),
      width: 230,
      fold: { under: 'incident', order: 0 },
      cell: ({ incident, penalty }) => (
        <span className="caption muted">
          {formatDay(incident.exposure.on, t.locale)}. {t(`confidence.${penalty.confidence}`)}
        </span>
      ),
    },
  ];
  const measured: readonly SimpleColumn<Times>[] = [
    { id: 'case', header: t('figures.times.case'), minWidth: 220, cell: ({ kind }) => t(`quality.case.${kind}`) },
    {
      id: 'closed',
      header: t('figures.times.closed'),
      width: 100,
      align: 'end',
      cell: ({ closed }) => <span className="figures">{closed}</span>,
    },
    {
      id: 'median',
      header: t('figures.median'),
      width: 140,
      align: 'end',
      cell: ({ medianDays }) => <span className="figures">{medianDays === null ? '–' : medianDays.toLocaleString(t.locale)}</span>,
    },
    {
      id: 'target',
      header: t('figures.times.target'),
      width: 140,
      align: 'end',
      cell: ({ targetDays }) => <span className="figures">{targetDays === null ? '–' : targetDays.toLocaleString(t.locale)}</span>,
    },
  ];
  return (
    <>
      <Panel title={t('figures.exposure')}>
        <QueryView query={exposures}>
          {(list) =>
            list.length === 0 ? (
              <p className="muted">{t('figures.exposure.none')}</p>
            ) : (
              <>
                <p className="muted">
                  {t('cases.exposure.never')} {t('figures.exposure.beside')}
                </p>
                <SimpleTable<Line>
                  label={t('figures.exposure')}
                  columns={columns}
                  groups={[
                    {
                      id: 'all',
                      rows: list.flatMap((incident) =>
                        penaltiesSaid(incident.exposure, incident, t).map((penalty) => ({ incident, penalty })),
                      ),
                    },
                  ]}
                  rowKey={({ incident, penalty }) => `${incident.id} ${penalty.id}`}
                  place="panel"
                  rowHeight={72}
                />
              </>
            )
          }
        </QueryView>
      </Panel>
      <Panel title={t('figures.times')} aside={<a href="#/quality/times">{t('figures.times.open')}</a>}>
        <QueryView query={times}>
          {(list) => {
            const rows = list.filter(({ closed }) => closed > 0);
            return rows.length === 0 ? (
              <p className="muted">{t('figures.times.none')}</p>
            ) : (
              <SimpleTable
                label={t('figures.times')}
                columns={measured}
                groups={[{ id: 'all', rows }]}
                rowKey={({ kind }) => kind}
                place="panel"
              />
            );
          }}
        </QueryView>
      </Panel>
    </>
  );
}
