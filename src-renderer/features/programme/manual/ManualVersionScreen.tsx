import { useParams } from 'react-router';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EvidenceOf, QueryView, useHostQuery } from '../../../host/index.ts';
import { Page, PageHeader, Section, StatusText, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { Prose } from './Prose.tsx';

/** A version of the manual as it was issued, with what differs from the one before. */
export function ManualVersionScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const version = useHostQuery('programme.manualVersion', { id });
  return (
    <QueryView query={version} whenGone={<a href="#/programme/manual">{t('programme.goneBack')}</a>}>
      {({ summary, text, before }) => {
        const then = new Map(before?.map((section) => [section.title, section.body]));
        const gone = (before ?? []).filter(({ title }) => !text.some((section) => section.title === title)).map(({ title }) => title);
        return (
          <Page
            padded
            header={
              <PageHeader
                ruled
                title={t('programme.manual.versionTitle', { number: summary.number })}
                crumbs={[
                  { label: t('programme.title'), href: '#/programme' },
                  { label: t('programme.place.manual'), href: '#/programme/manual' },
                  { label: String(summary.number) },
                ]}
                subtitle={[
                  formatDay(summary.issuedOn, t.locale),
                  t('programme.manual.versionBy', { name: summary.approvedBy, changed: summary.changed }),
                  summary.note,
                ]
                  .filter((part) => part !== '')
                  .join(' · ')}
              />
            }
          >
            <div className={classes['stack']} style={{ gap: 32 }}>
              {gone.length === 0 ? null : <p className="muted">{t('programme.manual.versionGone', { titles: gone.join(', ') })}</p>}
              {text.map(({ title, body }, place) => (
                <article key={title} className={classes['section']} aria-label={title}>
                  <header>
                    <h2>
                      {place + 1} {title}
                    </h2>
                    {before === null || then.get(title) === body ? null : (
                      <StatusText tone="info">
                        {t(then.has(title) ? 'programme.manual.versionChanged' : 'programme.manual.versionNew')}
                      </StatusText>
                    )}
                  </header>
                  <Prose text={body} />
                </article>
              ))}
              <Section title={t('evidence.tab')}>
                <EvidenceOf record={{ kind: 'manual', id: summary.id }} />
              </Section>
            </div>
          </Page>
        );
      }}
    </QueryView>
  );
}
