import type { AccessEvent } from '../../../../src-shared/contract/access.ts';
import { formatBytes } from '../../../../src-shared/text/numbers.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { FactList, Inspector, Section, StatusText, useText } from '../../../ui/index.ts';
import { locatedSentence, minuteOf } from '../words.ts';
import classes from './events.module.css';
import { SourceLine } from './SourceLine.tsx';

interface EventInspectorProps {
  readonly id: number;
  readonly onClose: () => void;
}

/** One event: what it was, its line in the file, and what each rule says of it. */
export function EventInspector({ id, onClose }: EventInspectorProps) {
  const t = useText();
  const source = useHostQuery('access.eventSource', { id }, { keepPrevious: true });
  const event = source.data?.event;
  return (
    <Inspector
      title={event === undefined ? t('access.event') : event.action || t('access.event')}
      subtitle={
        event === undefined ? undefined : event.at === null ? t('access.event.withheld') : t('access.event.at', { at: minuteOf(event.at) })
      }
      onClose={onClose}
    >
      <QueryView query={source} rows={6}>
        {(value) => <Facts event={value.event} />}
      </QueryView>
      <Section title={t('access.event.whyNot')}>
        <WhyNot id={id} />
      </Section>
      <Section title={t('access.event.source')}>
        <SourceLine eventId={id} />
      </Section>
    </Inspector>
  );
}

function Facts({ event }: { readonly event: AccessEvent }) {
  const t = useText();
  const number = (value: number) => value.toLocaleString(t.locale, { maximumFractionDigits: 0 });
  return (
    <>
      {event.findings.length === 0 ? null : (
        <p className="small">
          {t('access.event.under')}{' '}
          {event.findings.map((finding) => (
            <a key={finding.id} className={classes['link']} href={`#/access/findings/${finding.id}`}>
              {finding.label}
            </a>
          ))}
        </p>
      )}
      <FactList
        rows={[
          {
            label: t('access.column.person'),
            value:
              event.person === null ? (
                t('access.event.nobody')
              ) : (
                <>
                  <a href={`#/people/${event.person.id}`}>{event.person.name}</a>,{' '}
                  <a href={`#/access/events?person=${encodeURIComponent(event.person.id)}`}>{t('access.event.allOf')}</a>
                </>
              ),
          },
          {
            label: t('access.column.account'),
            value: <a href={`#/access/events?account=${encodeURIComponent(event.account)}`}>{event.account}</a>,
          },
          {
            label: t('access.column.asset'),
            value: event.asset === null ? t('access.event.noAsset') : <a href={`#/assets/${event.asset.id}`}>{event.asset.name}</a>,
          },
          { label: t('access.column.resource'), value: event.resource === '' ? '–' : event.resource },
          { label: t('access.finding.kind'), value: t(`access.action.${event.actionKind}`) },
          { label: t('access.column.outcome'), value: t(`access.outcome.${event.outcome}`) },
          {
            label: t('access.column.address'),
            value:
              event.address === '' ? (
                '–'
              ) : (
                <a className="code" href={`#/rules/networks?address=${encodeURIComponent(event.address)}`}>
                  {event.address}
                </a>
              ),
          },
          { label: t('access.column.located'), value: locatedSentence(t, event) },
          {
            label: t('access.column.network'),
            value: [event.network, ...event.tags.map((tag) => t(`access.tag.${tag}`))].filter((part) => part !== '').join(', ') || '–',
          },
          { label: t('access.column.count'), value: number(event.count) },
          ...(event.tokens === 0 ? [] : [{ label: t('access.column.tokens'), value: number(event.tokens) }]),
          ...(event.bytes === 0 ? [] : [{ label: t('access.column.moved'), value: formatBytes(event.bytes, t.locale) }]),
        ]}
      />
    </>
  );
}

const tones = { finding: 'restricted', harmless: 'clear', notLooked: 'unassessed' } as const;

/** What each rule says of the event, those that raised a finding first. */
function WhyNot({ id }: { readonly id: number }) {
  const t = useText();
  const answer = useHostQuery('access.whyNot', { id });
  const order = { finding: 0, harmless: 1, notLooked: 2 } as const;
  return (
    <QueryView query={answer} rows={5}>
      {({ rules }) => (
        <ul className={classes['rules']}>
          {[...rules]
            .sort((a, b) => order[a.result] - order[b.result])
            .map((rule) => (
              <li key={rule.type}>
                <span>
                  <b>{t(`access.type.${rule.type}`)}</b>
                  <StatusText tone={tones[rule.result]}>{t(`access.whyNot.${rule.result}`)}</StatusText>
                </span>
                <small>{rule.because}</small>
              </li>
            ))}
        </ul>
      )}
    </QueryView>
  );
}
