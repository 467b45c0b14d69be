import type { HistoryRow } from '../../../src-shared/contract/history.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { FactList, Inspector, LinkButton, recordHref, Section, useText } from '../../ui/index.ts';
import classes from './trail.module.css';
import { entrySentence, kindName } from './words.ts';

/** One entry of the history: who, when, which record, its hash, and each value before and after. */
export function EntryPanel({ entry, onClose }: { readonly entry: HistoryRow; readonly onClose: () => void }) {
  const t = useText();
  const changes = useHostQuery('journal.changes', { seq: entry.seq, limit: 100 });
  return (
    <Inspector title={entrySentence(t, entry)} over={t('history.entry', { seq: entry.seq })} onClose={onClose}>
      <FactList
        labelWidth={84}
        rows={[
          { label: t('history.column.at'), value: formatInstant(entry.at, t.locale) },
          { label: t('history.column.person'), value: entry.person || t('inventory.someone') },
          {
            label: t('history.column.record'),
            value:
              entry.record === null ? null : entry.title === null ? (
                t('history.gone', { id: entry.record.id })
              ) : (
                <a href={`#${recordHref(entry.record)}`}>{`${entry.title} (${kindName(t, entry.record)})`}</a>
              ),
          },
          { label: t('history.column.hash'), value: <code className={classes['hash']}>{entry.hash}</code> },
        ].filter(({ value }) => value !== null)}
      />
      {entry.record === null ? null : (
        <div className={classes['row']}>
          <LinkButton size="small" href={`#/history?kind=${entry.record.kind}&record=${encodeURIComponent(entry.record.id)}`}>
            {t('history.allOfRecord')}
          </LinkButton>
        </div>
      )}
      <Section title={t('history.changes', { count: entry.changedRows })}>
        <QueryView query={changes} rows={4}>
          {(rows) =>
            rows.length === 0 ? (
              <p className="small muted">{t('history.noChanges')}</p>
            ) : (
              <ul className={classes['list']}>
                {rows.map((change, place) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of an entry never change their order
                  <li key={place}>
                    <span className="small medium">{t(`history.operation.${change.operation}`, { table: change.table })}</span>
                    <dl className={classes['change']}>
                      {change.fields.map(({ field, before, after }) => (
                        <FieldChange key={field} field={field} before={before} after={after} />
                      ))}
                    </dl>
                  </li>
                ))}
              </ul>
            )
          }
        </QueryView>
      </Section>
    </Inspector>
  );
}

interface FieldChangeProps {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

function FieldChange({ field, before, after }: FieldChangeProps) {
  const t = useText();
  return (
    <>
      <dt>{field}</dt>
      <dd>
        {before === null || before === '' ? null : (
          <>
            <span className="visually-hidden">{t('history.was')} </span>
            <span className={classes['was']}>{before}</span>{' '}
          </>
        )}
        {after === null || after === '' ? (before === null ? '–' : null) : after}
      </dd>
    </>
  );
}
