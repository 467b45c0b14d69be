import type { Manner, Profile, ProfileEffect } from '../../../../src-shared/contract/screening.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Section, SimpleTable, useText } from '../../../ui/index.ts';
import { scoreWords } from '../words.ts';
import classes from './settings.module.css';

interface EffectOfProps {
  readonly manner: Manner;
  readonly thresholds: Profile['thresholds'];
  readonly changed: boolean;
  readonly valid: boolean;
}

/** What the settings on screen would do to what was screened last: counted, with the matches that come and go. */
export function EffectOf({ manner, thresholds, changed, valid }: EffectOfProps) {
  const t = useText();
  const effect = useHostQuery('screening.tryProfile', { manner, thresholds }, { enabled: valid, keepPrevious: true });
  return (
    <aside className={classes['effect']} aria-label={t('screening.effect')}>
      <h2>{t(changed ? 'screening.effect' : 'screening.effect.now')}</h2>
      <QueryView query={effect} rows={5}>
        {(value) => (
          <>
            <table className={classes['counts']} aria-label={t('screening.effect')}>
              <thead>
                <tr>
                  <td />
                  <th scope="col">{t('screening.effect.before')}</th>
                  <th scope="col">{t('screening.effect.after')}</th>
                </tr>
              </thead>
              <tbody>
                {(['subjects', 'hits', 'strong'] as const).map((row) => (
                  <tr key={row}>
                    <th scope="row">{t(`screening.effect.${row}`)}</th>
                    <td>{value.before[row]}</td>
                    <td>{value.after[row]}</td>
                  </tr>
                ))}
                <tr>
                  <th scope="row">{t('screening.effect.thresholds')}</th>
                  <td />
                  <td>
                    {t('screening.effect.thresholdsWords', {
                      review: value.thresholds['*']?.review ?? 0,
                      strong: value.thresholds['*']?.strong ?? 0,
                    })}
                  </td>
                </tr>
              </tbody>
            </table>
            {changed ? (
              <>
                <Changes title={t('screening.effect.gained', { count: value.gained.length })} rows={value.gained} />
                <Changes title={t('screening.effect.lost', { count: value.lost.length })} rows={value.lost} />
              </>
            ) : (
              <p className="small muted">{t('screening.effect.hint')}</p>
            )}
          </>
        )}
      </QueryView>
    </aside>
  );
}

type Change = ProfileEffect['gained'][number];

function Changes({ title, rows }: { readonly title: string; readonly rows: readonly Change[] }) {
  const t = useText();
  return (
    <Section title={title}>
      {rows.length === 0 ? null : (
        <SimpleTable<Change>
          label={title}
          place="inline"
          rowHeight={28}
          groups={[{ id: 'all', rows }]}
          rowKey={(row) => `${row.subjectName} ${row.list} ${row.entryName} ${row.score}`}
          columns={[
            { id: 'ours', header: t('screening.yours'), minWidth: 120, cell: (row) => <bdi>{row.subjectName}</bdi> },
            { id: 'theirs', header: t('screening.listed'), minWidth: 120, cell: (row) => <bdi>{row.entryName}</bdi> },
            { id: 'score', header: t('screening.score'), width: 56, align: 'end', cell: (row) => scoreWords(row.score) },
          ]}
        />
      )}
    </Section>
  );
}
