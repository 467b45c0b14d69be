import { errorSentence, type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { Note, NumberField, Page, PageHeader, QualityPlaces, type SimpleColumn, SimpleTable, useText } from '../../ui/index.ts';
import classes from './quality.module.css';

type Times = OutputOf<'quality.cycleTimes'>[number];

/** How long each kind of case takes here, from this workspace's own records, beside the target the user set. */
export function CycleTimesScreen() {
  const t = useText();
  const times = useHostQuery('quality.cycleTimes', {});
  const setTarget = useHostCommand('quality.setTarget');
  const days = (value: number | null) => (value === null ? '–' : t('quality.times.days', { days: value }));
  const columns: readonly SimpleColumn<Times>[] = [
    { id: 'case', header: t('quality.times.case'), minWidth: 220, cell: ({ kind }) => t(`quality.case.${kind}`) },
    { id: 'closed', header: t('quality.times.closed'), width: 80, align: 'end', cell: ({ closed }) => closed.toLocaleString(t.locale) },
    { id: 'median', header: t('quality.times.median'), width: 130, align: 'end', cell: ({ medianDays }) => days(medianDays) },
    { id: 'slow', header: t('quality.times.slow'), width: 140, align: 'end', cell: ({ slowDays }) => days(slowDays) },
    { id: 'open', header: t('quality.times.open'), width: 80, align: 'end', cell: ({ open }) => open.toLocaleString(t.locale) },
    { id: 'oldest', header: t('quality.times.oldest'), width: 110, align: 'end', cell: ({ oldestOpenDays }) => days(oldestOpenDays) },
    {
      id: 'target',
      header: t('quality.times.target'),
      width: 130,
      cell: ({ kind, targetDays }) => (
        <NumberField
          label={t('quality.times.targetFor', { what: t(`quality.case.${kind}`) })}
          labelHidden
          size="small"
          integer
          min={1}
          max={3650}
          unit={t('quality.times.dayUnit')}
          value={targetDays}
          onCommit={(value) => void setTarget.run({ kind, days: value })}
        />
      ),
    },
    {
      id: 'met',
      header: t('quality.times.met'),
      width: 150,
      cell: ({ targetDays, withinTarget, closed, pastTarget }) =>
        targetDays === null ? (
          '–'
        ) : (
          <span className={classes['what']}>
            <span>{t('quality.times.metOf', { within: withinTarget, closed })}</span>
            {pastTarget === 0 ? null : <small>{t('quality.times.past', { count: pastTarget })}</small>}
          </span>
        ),
    },
  ];
  return (
    <Page
      header={
        <PageHeader title={t('quality.times.title')} subtitle={t('quality.times.subtitle')} actions={<QualityPlaces here="times" />} />
      }
    >
      <QueryView query={times}>
        {(rows) => (
          <div className={classes['times']}>
            {setTarget.error === null ? null : (
              <div className={classes['note']}>
                <Note tone="restricted">{errorSentence(t, setTarget.error)}</Note>
              </div>
            )}
            <SimpleTable<Times>
              label={t('quality.times.title')}
              columns={columns}
              groups={[{ id: 'all', rows }]}
              rowKey={({ kind }) => kind}
              rowHeight={56}
            />
            <div className={classes['note']}>
              <Note>{t('quality.times.note')}</Note>
            </div>
          </div>
        )}
      </QueryView>
    </Page>
  );
}
