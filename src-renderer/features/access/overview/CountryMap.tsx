import type { AccessOverview } from '../../../../src-shared/contract/access.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { Chart, type ProductText, useText } from '../../../ui/index.ts';
import classes from './overview.module.css';
import { worldSize, worldTiles } from './world-tiles.ts';

type Row = AccessOverview['byCountry'][number];

/** Below this many pixels a tile is too small to hit, and bars say the same. */
const SMALLEST = 26;
const LARGEST = 30;
const BARS = 10;

/** Where log-ins came from: a map of tiles, shaded by events, framed where a finding lies, with the numbers as a table. */
export function CountryMap({ overview }: { readonly overview: AccessOverview }) {
  const t = useText();
  const rows = [...overview.byCountry].sort((a, b) => b.events - a.events);
  if (rows.length === 0) return <p className="small muted">{t('access.byCountry.none')}</p>;
  const embargoed = rows.filter((row) => row.embargoed && row.events > 0);
  return (
    <Chart
      title={t('access.byCountry.finding', {
        count: rows.length,
        embargoed: embargoed.length,
        names: new Intl.ListFormat(t.locale).format(embargoed.map((row) => countryName(t.locale, row.country))),
        top: countryName(t.locale, rows[0]?.country ?? ''),
      })}
      table={{
        columns: [
          { header: t('access.byCountry.country') },
          { header: t('access.column.events'), align: 'end' },
          { header: t('access.tile.people'), align: 'end' },
          { header: t('access.view.findings'), align: 'end' },
          { header: t('access.byCountry.embargoed') },
        ],
        rows: rows.map((row) => ({
          key: row.country,
          cells: [
            <a key="c" href={`#/access/events?country=${row.country}`}>
              {countryName(t.locale, row.country)}
            </a>,
            row.events.toLocaleString(t.locale),
            row.people,
            row.findings,
            row.embargoed ? t('common.yes') : '',
          ],
        })),
      }}
    >
      {(width) => {
        const size = Math.min(LARGEST, Math.floor(width / worldSize.columns));
        return (
          <>
            {size < SMALLEST ? <Bars rows={rows.slice(0, BARS)} /> : <Tiles rows={rows} size={size} />}
            <Beside overview={overview} rows={rows} tiles={size >= SMALLEST} />
          </>
        );
      }}
    </Chart>
  );
}

function Tiles({ rows, size }: { readonly rows: readonly Row[]; readonly size: number }) {
  const t = useText();
  const byCountry = new Map(rows.map((row) => [row.country, row]));
  const most = rows[0]?.events ?? 1;
  return (
    <div
      className={classes['tiles']}
      style={{ width: worldSize.columns * size, height: worldSize.rows * size, ['--tile' as string]: `${size - 2}px` }}
    >
      {worldTiles.map(({ country, column, row: line }) => {
        const row = byCountry.get(country);
        const place = { left: column * size, top: line * size };
        if (row === undefined)
          return (
            <span key={country} style={place} title={countryName(t.locale, country)} aria-hidden>
              {country}
            </span>
          );
        return (
          <a
            key={country}
            href={`#/access/events?country=${country}`}
            style={place}
            data-shade={shade(row.events, most)}
            data-found={row.findings > 0 ? '' : undefined}
            data-embargoed={row.embargoed ? '' : undefined}
            title={tipOf(t, row)}
          >
            {country}
            <span className="visually-hidden">{tipOf(t, row)}</span>
          </a>
        );
      })}
    </div>
  );
}

function Bars({ rows }: { readonly rows: readonly Row[] }) {
  const t = useText();
  const most = rows[0]?.events ?? 1;
  return (
    <ul className={classes['bars']}>
      {rows.map((row) => (
        <li key={row.country}>
          <a href={`#/access/events?country=${row.country}`}>{countryName(t.locale, row.country)}</a>
          <span className={classes['track']} aria-hidden>
            <i
              style={{ width: `${Math.max(1, (Math.log(row.events + 1) / Math.log(most + 1)) * 100)}%` }}
              data-high={row.findings > 0 || row.embargoed ? '' : undefined}
            />
          </span>
          <span className={classes['number']}>{row.events.toLocaleString(t.locale)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the shades mean, and the events that no tile shows. */
function Beside({ overview, rows, tiles }: { readonly overview: AccessOverview; readonly rows: readonly Row[]; readonly tiles: boolean }) {
  const t = useText();
  const drawn = new Set(worldTiles.map((tile) => tile.country));
  const off = tiles ? rows.filter((row) => !drawn.has(row.country)) : rows.slice(BARS);
  const { inside, noAddress, notFound } = overview.unlocated;
  return (
    <div className={classes['beside']}>
      {tiles ? (
        <ul className={classes['keys']}>
          <li>
            <i aria-hidden data-shade="1" />
            <i aria-hidden data-shade="4" />
            {t('access.byCountry.shades')}
          </li>
          <li>
            <i aria-hidden data-found="" />
            {t('access.byCountry.found')}
          </li>
          <li>
            <i aria-hidden data-embargoed="" />
            {t('access.byCountry.embargoedKey')}
          </li>
        </ul>
      ) : null}
      {off.length === 0 ? null : (
        <p>
          {t('access.byCountry.off', {
            names: off.map((row) => `${countryName(t.locale, row.country)} ${row.events.toLocaleString(t.locale)}`).join(', '),
          })}
        </p>
      )}
      <p>{t('access.byCountry.unlocated', { inside, noAddress, notFound, differ: overview.databasesDiffer })}</p>
    </div>
  );
}

/** Four shades on a log scale: home holds most events, and one log-in from elsewhere must still be seen. */
const shade = (events: number, most: number): number =>
  most <= 1 ? 2 : Math.min(4, 1 + Math.floor((Math.log(events) / Math.log(most)) * 3.999));

const tipOf = (t: ProductText, row: Row): string =>
  t('access.byCountry.tip', {
    country: countryName(t.locale, row.country),
    events: row.events,
    people: row.people,
    findings: row.findings,
    embargoed: row.embargoed ? 'yes' : 'no',
  });
