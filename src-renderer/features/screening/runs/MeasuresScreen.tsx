import type { OutputOf } from '../../../host/index.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import {
  Chart,
  EmptyState,
  LinkButton,
  Note,
  Page,
  PageHeader,
  PartyPlaces,
  Section,
  SimpleTable,
  TileStrip,
  useText,
} from '../../../ui/index.ts';
import classes from './runs.module.css';

type Measures = OutputOf<'screening.measures'>;

/** How much work screening makes and how much of it is for nothing, counted from this workspace's own decisions. */
export function MeasuresScreen() {
  const t = useText();
  const measures = useHostQuery('screening.measures', {});
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: t('screening.queue.title'), href: '#/parties/queue' }, { label: t('screening.more.measures') }]}
          title={t('screening.measures.title')}
          ruled
          actions={<PartyPlaces here="queue" />}
        />
      }
    >
      <QueryView query={measures}>
        {(value) =>
          value.screened === 0 ? (
            <EmptyState
              title={t('screening.measures.none')}
              actions={<LinkButton href="#/lists">{t('screening.none.noListAction')}</LinkButton>}
            >
              {t('screening.measures.noneText')}
            </EmptyState>
          ) : (
            <Figures measures={value} />
          )
        }
      </QueryView>
    </Page>
  );
}

function Figures({ measures }: { readonly measures: Measures }) {
  const t = useText();
  const { screened, alertsPer100, shareFalse, decided, secondsPerDecision, byMonth, byReason } = measures;
  return (
    <div className={classes['page']}>
      <TileStrip
        label={t('screening.measures.title')}
        tiles={[
          {
            name: t('screening.measures.alerts'),
            figure: alertsPer100 ?? '–',
            reason: t('screening.measures.alertsWhy', { count: screened }),
          },
          {
            name: t('screening.measures.false'),
            figure: shareFalse === null ? '–' : t('screening.measures.share', { share: shareFalse }),
            reason: t('screening.measures.falseWhy', { count: decided }),
          },
          {
            name: t('screening.measures.time'),
            figure: secondsPerDecision === null ? '–' : t('screening.measures.seconds', { seconds: secondsPerDecision }),
            reason: t('screening.measures.timeWhy'),
          },
        ]}
      />
      <Note>{t('screening.measures.note')}</Note>
      {byMonth.length === 0 ? null : <ByMonth months={byMonth} />}
      <Section title={t('screening.measures.byReason')}>
        {byReason.length === 0 ? (
          <p className="small muted">{t('screening.measures.noReason')}</p>
        ) : (
          <SimpleTable<Measures['byReason'][number]>
            label={t('screening.measures.byReason')}
            place="inline"
            groups={[{ id: 'all', rows: byReason }]}
            rowKey={({ reason }) => reason}
            columns={[
              { id: 'reason', header: t('screening.decide.reason'), minWidth: 200, cell: ({ reason }) => t(`screening.because.${reason}`) },
              { id: 'count', header: t('screening.measures.count'), width: 100, align: 'end', cell: ({ count }) => count },
            ]}
          />
        )}
      </Section>
    </div>
  );
}

const HEIGHT = 170;
const TOP = 18;
const BOTTOM = 22;
const parts = ['hits', 'trueMatches', 'falsePositives'] as const;

/** Hits found and decisions taken by month, as columns side by side. */
function ByMonth({ months: told }: { readonly months: Measures['byMonth'] }) {
  const t = useText();
  const months = unbroken(told);
  const sum = (part: (typeof parts)[number]) => months.reduce((total, month) => total + month[part], 0);
  const most = Math.max(1, ...months.flatMap((month) => parts.map((part) => month[part])));
  return (
    <section className={classes['chart']}>
      <Chart
        title={t('screening.measures.byMonth', { hits: sum('hits'), decided: sum('trueMatches') + sum('falsePositives') })}
        table={{
          columns: [
            { header: t('screening.measures.month') },
            ...parts.map((part) => ({ header: t(`screening.measures.part.${part}`), align: 'end' as const })),
          ],
          rows: months.map((month) => ({ key: month.month, cells: [month.month, ...parts.map((part) => month[part])] })),
        }}
      >
        {(width) => {
          const step = Math.min(120, width / months.length);
          const bar = Math.max(2, Math.min(24, step / 4));
          const every = Math.ceil(72 / step);
          return (
            <>
              <svg width={width} height={HEIGHT} role="img" aria-label={t('screening.measures.alt', { count: months.length })}>
                {months.map((month, at) => (
                  <g key={month.month}>
                    {parts.map((part, place) => {
                      const height = (month[part] / most) * (HEIGHT - TOP - BOTTOM);
                      const x = at * step + place * (bar + 1) + 4;
                      return (
                        <g key={part}>
                          <title>
                            {t('screening.measures.tip', {
                              month: month.month,
                              part: t(`screening.measures.part.${part}`),
                              count: month[part],
                            })}
                          </title>
                          <rect x={x} y={HEIGHT - BOTTOM - height} width={bar} height={height} data-part={part} />
                          {month[part] > 0 && bar >= 16 ? (
                            <text x={x + bar / 2} y={HEIGHT - BOTTOM - height - 4} textAnchor="middle">
                              {month[part]}
                            </text>
                          ) : null}
                        </g>
                      );
                    })}
                    {at % every === 0 ? (
                      <text x={at * step + 4} y={HEIGHT - 6}>
                        {month.month}
                      </text>
                    ) : null}
                  </g>
                ))}
                <line x1={0} x2={width} y1={HEIGHT - BOTTOM + 0.5} y2={HEIGHT - BOTTOM + 0.5} />
              </svg>
              <ul className={classes['keys']}>
                {parts.map((part) => (
                  <li key={part}>
                    <i aria-hidden data-part={part} />
                    {t(`screening.measures.part.${part}`)}
                  </li>
                ))}
              </ul>
            </>
          );
        }}
      </Chart>
    </section>
  );
}

/** Months without anything put in, so that the distance of two columns is the time between them. */
function unbroken(months: Measures['byMonth']): Measures['byMonth'] {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return months;
  const known = new Map(months.map((month) => [month.month, month]));
  const numberOf = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const from = numberOf(first.month);
  return Array.from({ length: numberOf(last.month) - from + 1 }, (_, step) => {
    const month = `${Math.floor((from + step) / 12)}-${String(((from + step) % 12) + 1).padStart(2, '0')}`;
    return known.get(month) ?? { month, hits: 0, trueMatches: 0, falsePositives: 0 };
  });
}
