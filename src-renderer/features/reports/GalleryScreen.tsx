import { IconArchive, IconChevronRight } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { ReportKindView } from '../../../src-shared/contract/reports.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { Button, Icon, Page, PageHeader, type ProductText, useText } from '../../ui/index.ts';
import classes from './reports.module.css';

/** Every report the workspace can give: what each is for, when it was last made, and what changed since. */
export function GalleryScreen() {
  const t = useText();
  const navigate = useNavigate();
  const query = useHostQuery('reports.kinds', {});
  return (
    <Page
      header={
        <PageHeader
          title={t('reports.title')}
          subtitle={query.data === undefined ? undefined : t('reports.subtitle', { count: query.data.length })}
          actions={
            <Button kind="primary" icon={IconArchive} onClick={() => void navigate('/reports/binder')}>
              {t('reports.makeBinder')}
            </Button>
          }
        />
      }
    >
      <div className={classes['room']}>
        <QueryView query={query} rows={8}>
          {(kinds) => (
            <ul className={classes['gallery']}>
              {kinds.map((view) => (
                <li key={view.kind}>
                  <a href={`#/reports/${view.kind}`} className={classes['card']}>
                    <span className={classes['name']}>
                      <b>{t.dynamic(`report.kind.${view.kind}`)}</b>
                      <Icon of={IconChevronRight} />
                    </span>
                    <span className={classes['purpose']}>{t.dynamic(`report.kind.${view.kind}.for`)}</span>
                    <span className={classes['last']}>
                      <span>{lastWords(t, view)}</span>
                      {view.changesSince === null ? null : (
                        <span data-changed={view.changesSince > 0 ? '' : undefined}>
                          {t('reports.changes', { count: view.changesSince })}
                        </span>
                      )}
                    </span>
                  </a>
                </li>
              ))}
            </ul>
          )}
        </QueryView>
        <LastExports />
      </div>
    </Page>
  );
}

function lastWords(t: ProductText, { last }: ReportKindView): string {
  return last === null
    ? t('reports.never')
    : t('reports.last', {
        number: last.number,
        at: formatInstant(last.at, t.locale),
        name: last.by,
        format: t(`memo.format.${last.format}`),
      });
}

/** What left last, with the hash to compare a copy by. */
function LastExports() {
  const t = useText();
  const { data } = useHostQuery('reports.exports', { limit: 8 });
  if (data === undefined || data.length === 0) return null;
  return (
    <section className={classes['exports']} aria-label={t('reports.left')}>
      <h2>{t('reports.left')}</h2>
      <ol>
        {data.map((record) => (
          <li key={record.id}>
            <span className="medium">{record.number}</span>
            <span>{t.dynamic(`report.kind.${record.what}`)}</span>
            <span className="muted">{t(`memo.format.${record.format}`)}</span>
            <span className="muted">{formatInstant(record.at, t.locale)}</span>
            <span className="muted">{record.by}</span>
            <code title={record.sha256}>{record.sha256.slice(0, 16)}…</code>
          </li>
        ))}
      </ol>
    </section>
  );
}
