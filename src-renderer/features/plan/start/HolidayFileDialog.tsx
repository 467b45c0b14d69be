import type { WorkCalendar } from '../../../../src-shared/model/plan.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import type { OutputOf } from '../../../host/index.ts';
import { Button, Dialog, Note, Section, SimpleTable, useText } from '../../../ui/index.ts';
import { mostHolidays } from './draft.ts';

type Holidays = WorkCalendar['holidays'];
export type FoundHolidays = NonNullable<OutputOf<'plan.readHolidayFile'>>;

interface HolidayFileDialogProps {
  readonly found: FoundHolidays;
  /** Years that were asked for. */
  readonly from: number;
  readonly until: number;
  readonly known: Holidays;
  readonly onTake: (holidays: Holidays) => void;
  readonly onClose: () => void;
}

/** What a file of holidays holds, before anything of it is taken: its days, which are known, and each line that was not read with its reason. */
export function HolidayFileDialog({ found, from, until, known, onTake, onClose }: HolidayFileDialogProps) {
  const t = useText();
  const listed = new Set(known.map(({ day }) => day));
  const fresh = found.holidays.filter(({ day }) => !listed.has(day));
  const hindered =
    fresh.length === 0
      ? t('plan.holidayFile.nothing')
      : known.length + fresh.length > mostHolidays
        ? t('plan.holidayFile.full', { most: mostHolidays })
        : undefined;
  return (
    <Dialog
      opened
      onClose={onClose}
      width={720}
      title={t('plan.holidayFile.title', { file: found.fileName })}
      footer={
        <>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button kind="primary" disabledBecause={hindered} onClick={() => onTake(fresh)}>
            {t('plan.holidayFile.take', { count: fresh.length })}
          </Button>
        </>
      }
    >
      <p className="muted">
        {t('plan.holidayFile.count', { count: found.holidays.length, others: found.otherYears, from: String(from), until: String(until) })}
      </p>
      {found.holidays.length === 0 ? (
        <Note tone="review">{t('plan.holidayFile.nothingFound')}</Note>
      ) : (
        <SimpleTable
          label={t('plan.holidayFile.title', { file: found.fileName })}
          place="inline"
          columns={[
            { id: 'day', header: t('chart.day'), width: 120, cell: (row) => formatDay(row.day, t.locale) },
            { id: 'name', header: t('plan.start.step.holidays'), cell: (row) => row.name },
            {
              id: 'known',
              header: '',
              width: 150,
              cell: (row) => (listed.has(row.day) ? <span className="muted">{t('plan.holidayFile.known')}</span> : null),
            },
          ]}
          groups={[{ id: 'all', rows: found.holidays }]}
          rowKey={(row) => row.day}
        />
      )}
      {found.rejected === 0 ? null : (
        <Section title={t('plan.holidayFile.rejects', { count: found.rejected })}>
          <SimpleTable
            label={t('plan.holidayFile.rejects', { count: found.rejected })}
            place="inline"
            columns={[
              { id: 'line', header: '', width: 90, cell: (row) => t('plan.holidayFile.line', { line: row.line }) },
              { id: 'text', header: t('plan.holidayFile.says'), cell: (row) => row.text },
              { id: 'reason', header: t('plan.holidayFile.why'), cell: (row) => t(`plan.holidayFile.reject.${row.reason}`) },
            ]}
            groups={[{ id: 'all', rows: found.rejects }]}
            rowKey={(row) => `${row.line} ${row.reason} ${row.text}`}
          />
          {found.rejected > found.rejects.length ? (
            <p className="muted">{t('plan.holidayFile.moreRejects', { count: found.rejected - found.rejects.length })}</p>
          ) : null}
        </Section>
      )}
    </Dialog>
  );
}
