import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccessEvent, AccessFinding } from '../../../../src-shared/contract/access.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { daysInWords, formatDay } from '../../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import { EscalationsOf, type HostFailure, type OutputOf, QueryView } from '../../../host/index.ts';
import { Button, Note, type ProductText, SimpleTable, useText } from '../../../ui/index.ts';
import { StateWord, TypeBadge } from '../marks.tsx';
import { useOldDataDays } from '../use-old-data-days.ts';
import { eventTime, locatedSentence, locatedWords } from '../words.ts';
import { Exclusions } from './Exclusions.tsx';
import classes from './finding.module.css';

interface FindingBodyProps {
  readonly finding: AccessFinding;
  readonly events: UseQueryResult<OutputOf<'access.events'>, HostFailure>;
}

/** The page of a finding, from the verdict down to the events it rests on. */
export function FindingBody({ finding, events }: FindingBodyProps) {
  const t = useText();
  const oldDays = useOldDataDays();
  const decision = finding.decisions[0];
  const open = finding.exclusions.filter((row) => row.result === 'unknown').length;
  return (
    <>
      <section className={classes['verdict']} aria-label={t('access.finding.verdict')}>
        <div className={classes['badges']}>
          <TypeBadge type={finding.type} severity={finding.severity} />
          <span className="small muted">
            {t('access.finding.sure', {
              severity: t(`access.severity.${finding.severity}`),
              confidence: t(`access.confidence.${finding.confidence}`),
              day: formatDay(finding.foundOn, t.locale),
            })}
          </span>
        </div>
        <p>{daysInWords(finding.summary, t.locale)}</p>
        {decision === undefined || finding.state === 'open' ? null : (
          <div className={classes['decision']}>
            <StateWord state={finding.state} groundMoved={false} />
            <span>
              {t('access.finding.decided', {
                by: decision.by,
                day: formatDay(decision.at.slice(0, 10), t.locale),
                reason: decision.reason,
                review: decision.reviewOn === null ? 'none' : formatDay(decision.reviewOn, t.locale),
              })}
            </span>
          </div>
        )}
        {finding.groundMoved ? (
          <Note tone="review">
            {t('access.finding.moved')}
            <ul className={classes['moved']}>
              {finding.groundChanges.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
          </Note>
        ) : null}
      </section>
      <FourFacts finding={finding} events={events.data?.rows ?? []} />
      {finding.exclusions.length === 0 ? (
        <Why finding={finding} />
      ) : (
        <section aria-label={t('access.finding.harmless')}>
          <SectionHead
            title={t('access.finding.harmless')}
            aside={t('access.finding.tested', { count: finding.exclusions.length, open })}
          />
          <Exclusions rows={finding.exclusions} />
        </section>
      )}
      {finding.assets.length > 1 ? <Assets assets={finding.assets} /> : null}
      <section aria-label={t('access.view.events')}>
        <SectionHead
          title={t('access.view.events')}
          aside={
            finding.dataAgeDays === null
              ? t('access.finding.eventsAside', { count: finding.events })
              : t('access.finding.eventsAged', { count: finding.events, age: finding.dataAgeDays })
          }
          tone={(finding.dataAgeDays ?? 0) > oldDays ? 'review' : undefined}
        />
        <QueryView query={events} rows={4}>
          {(page) => <Events finding={finding} events={page.rows} />}
        </QueryView>
      </section>
      <div className={classes['passedOn']}>
        <EscalationsOf record={{ kind: 'accessFinding', id: finding.id }} />
      </div>
    </>
  );
}

const FIRST_ASSETS = 12;

/** Everything a finding over several assets is about. */
function Assets({ assets }: Pick<AccessFinding, 'assets'>) {
  const t = useText();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? assets : assets.slice(0, FIRST_ASSETS);
  return (
    <section aria-label={t('access.finding.assets')}>
      <SectionHead title={t('access.finding.assets')} aside={t('access.finding.assetsAside', { count: assets.length })} />
      <ul className={classes['assets']}>
        {shown.map(({ id, name }) => (
          <li key={id}>
            <a href={`#/assets/${id}`}>{name}</a>
          </li>
        ))}
      </ul>
      {assets.length > FIRST_ASSETS ? (
        <p className={classes['more']}>
          <Button kind="link" size="small" expanded={isWhole} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t('access.finding.firstAssets', { count: FIRST_ASSETS }) : t('access.finding.allAssets', { count: assets.length })}
          </Button>
        </p>
      ) : null}
    </section>
  );
}

interface SectionHeadProps {
  readonly title: string;
  readonly aside: string;
  readonly tone?: 'review' | undefined;
}

function SectionHead({ title, aside, tone }: SectionHeadProps) {
  return (
    <div className={classes['head']}>
      <h2>{title}</h2>
      <span data-tone={tone}>{aside}</span>
    </div>
  );
}

function FourFacts({ finding, events }: { readonly finding: AccessFinding; readonly events: readonly AccessEvent[] }) {
  const t = useText();
  const place = placeOf(t, finding, events);
  const { person, account, asset, assets } = finding;
  const facts = [
    {
      label: t('access.column.person'),
      value: person === null ? (account ?? '–') : <a href={`#/people/${person.id}`}>{person.name}</a>,
      detail:
        person === null ? (
          t(account === null ? 'access.finding.noPerson' : 'access.finding.accountOnly')
        ) : (
          <span className={classes['account']} title={account ?? undefined}>
            {account}
          </span>
        ),
    },
    {
      label: t('access.column.asset'),
      value:
        asset === null ? (
          '–'
        ) : assets.length > 1 ? (
          t('access.finding.severalAssets', { count: assets.length })
        ) : (
          <a href={`#/assets/${asset.id}`}>{asset.name}</a>
        ),
      detail:
        asset === null ? (
          t('access.finding.noAsset')
        ) : assets.length > 1 ? (
          t('access.finding.mostEvents', { name: asset.name })
        ) : (
          <a href={`#/access/plan/${encodeURIComponent(asset.id)}`}>{t('access.plan.open')}</a>
        ),
    },
    {
      label: t('access.finding.kind'),
      value: finding.actionKind === null ? '–' : t(`access.action.${finding.actionKind}`),
      detail: finding.releaseWords ?? t('access.finding.noRelease'),
    },
    { label: t('access.finding.where'), value: place.where ?? '–', detail: place.detail ?? t('access.finding.noPlace') },
  ];
  return (
    <dl className={classes['four']}>
      {facts.map((fact) => (
        <div key={fact.label}>
          <dt>{fact.label}</dt>
          <dd>
            <b>{fact.value}</b>
            <span>{fact.detail}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * Where it happened. For a deemed export that is where the events came from: the country it counts as an export to follows from
 * citizenship, which is not shown here.
 */
function placeOf(
  t: ProductText,
  finding: AccessFinding,
  events: readonly AccessEvent[],
): { readonly where: string | null; readonly detail: string | null } {
  if (finding.type !== 'deemed_export') return { where: finding.where, detail: finding.whereDetail };
  const countries = [...new Set(events.flatMap((event) => event.country ?? event.country2 ?? []))];
  if (countries.length === 0) return { where: null, detail: events.length === 0 ? null : t('access.finding.inside') };
  const differ = events.some((event) => event.country !== event.country2);
  return {
    where: countries.map((code) => countryName(t.locale, code)).join(', '),
    detail: t(differ ? 'access.finding.databasesDiffer' : 'access.finding.databasesAgree'),
  };
}

/** What was seen, step by step, where no exclusion of the law is in question. */
function Why({ finding }: { readonly finding: AccessFinding }) {
  const t = useText();
  return (
    <section aria-label={t('access.finding.seen')}>
      <SectionHead title={t('access.finding.seen')} aside="" />
      <ol className={classes['seen']}>
        {finding.why.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
    </section>
  );
}

function Events({ finding, events }: { readonly finding: AccessFinding; readonly events: readonly AccessEvent[] }) {
  const t = useText();
  if (events.length === 0) return <p className={classes['none']}>{t('access.finding.noEvents')}</p>;
  return (
    <>
      <SimpleTable<AccessEvent>
        label={t('access.view.events')}
        groups={[{ id: 'all', rows: events }]}
        rowKey={(row) => String(row.id)}
        rowHeight={30}
        onPress={(row) => {
          location.hash = `#/access/events?finding=${finding.id}&event=${row.id}`;
        }}
        columns={[
          {
            id: 'when',
            header: t('access.column.whenUtc'),
            width: 152,
            cell: (row) => <span className="nowrap">{eventTime(t, row.at)}</span>,
          },
          { id: 'action', header: t('access.column.action'), width: 120, cell: (row) => row.action },
          { id: 'resource', header: t('access.column.resource'), minWidth: 150, cell: (row) => row.resource },
          {
            id: 'network',
            header: t('access.column.network'),
            width: 160,
            fold: { under: 'resource', order: 1 },
            cell: (row) => <span className="muted">{row.network}</span>,
          },
          {
            id: 'located',
            header: t('access.column.located'),
            width: 84,
            cell: (row) => (
              <span className="muted" title={locatedSentence(t, row)}>
                {locatedWords(row)}
              </span>
            ),
          },
          {
            id: 'moved',
            header: t('access.column.moved'),
            width: 92,
            align: 'end',
            fold: { under: 'action', order: 2 },
            cell: (row) =>
              row.bytes > 0 ? formatBytes(row.bytes, t.locale) : row.tokens > 0 ? t('access.tokens', { count: row.tokens }) : '',
          },
        ]}
      />
      {finding.events > events.length ? (
        <p className={classes['none']}>
          <a href={`#/access/events?finding=${finding.id}`}>{t('access.finding.allEvents', { count: finding.events })}</a>
        </p>
      ) : null}
    </>
  );
}
