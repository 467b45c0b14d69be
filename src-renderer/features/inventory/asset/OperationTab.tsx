import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { AssetId } from '../../../../src-shared/contract/inventory.ts';
import type { ComputeLevel, JudgedReading, Operation } from '../../../../src-shared/contract/operation.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, MathText, Note, type ProductText, Section, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from './asset.module.css';
import { LevelDialog, MapReviewDialog, ReadingDialog } from './OperationDialogs.tsx';

type Editing =
  | { readonly what: 'level'; readonly level: ComputeLevel | null }
  | { readonly what: 'reading'; readonly reading: JudgedReading | null }
  | { readonly what: 'map' };

/** How an asset is run: its map looked through, compute one user can reach, compute that was used. */
export function OperationTab({ assetId }: { readonly assetId: AssetId }) {
  const [editing, setEditing] = useState<Editing | null>(null);
  const operation = useHostQuery('operation.get', { assetId });
  const close = () => setEditing(null);
  return (
    <div className={classes['padded']}>
      <QueryView query={operation}>
        {(value) => (
          <>
            <MapLooks operation={value} onReview={() => setEditing({ what: 'map' })} />
            <Levels levels={value.levels} onEdit={(level) => setEditing({ what: 'level', level })} />
            <Readings operation={value} onEdit={(reading) => setEditing({ what: 'reading', reading })} />
          </>
        )}
      </QueryView>
      {editing?.what === 'map' ? <MapReviewDialog assetId={assetId} onClose={close} /> : null}
      {editing?.what === 'level' ? <LevelDialog assetId={assetId} level={editing.level} onClose={close} /> : null}
      {editing?.what === 'reading' ? <ReadingDialog assetId={assetId} reading={editing.reading} onClose={close} /> : null}
    </div>
  );
}

function MapLooks({ operation, onReview }: { readonly operation: Operation; readonly onReview: () => void }) {
  const t = useText();
  const settings = useHostQuery('settings.get', {});
  const { mapDue, mapOverdue, mapReviews } = operation;
  const [last] = mapReviews;
  const day = formatDay(mapDue, t.locale);
  const days = settings.data?.workspace?.mapEveryDays;
  return (
    <Section title={t('operation.map')} aside={days === undefined ? undefined : t('operation.mapAside', { days })}>
      <p>
        {last === undefined
          ? t('operation.mapNever')
          : t('operation.mapLast', { who: last.by, day: formatDay(last.reviewedOn, t.locale), note: last.note })}{' '}
        {mapOverdue ? (
          <StatusText tone="review">{t('operation.mapOverdue', { day })}</StatusText>
        ) : (
          <span className="muted">{t('operation.mapDue', { day })}</span>
        )}
      </p>
      <div className={classes['under']}>
        <Button size="small" onClick={onReview}>
          {t('operation.reviewMap')}
        </Button>
      </div>
    </Section>
  );
}

const figure = (t: ProductText, value: number) => formatQuantity(value, t.locale, 3);

function Levels({ levels, onEdit }: { readonly levels: readonly ComputeLevel[]; readonly onEdit: (level: ComputeLevel | null) => void }) {
  const t = useText();
  return (
    <Section title={t('operation.levels')} aside={t('operation.levelsAside')}>
      {levels.length === 0 ? (
        <p className="muted">{t('operation.noLevels')}</p>
      ) : (
        <SimpleTable<ComputeLevel>
          label={t('operation.levels')}
          place="inline"
          groups={[{ id: 'all', rows: levels }]}
          rowKey={(row) => row.id}
          onPress={onEdit}
          columns={[
            { id: 'segment', header: t('operation.segment'), width: 200, cell: (row) => row.segment },
            {
              id: 'countries',
              header: t('operation.countries'),
              width: 220,
              fold: { under: 'segment', order: 2 },
              cell: (row) =>
                row.countries.length === 0
                  ? t('operation.everywhere')
                  : row.countries.map((code) => countryName(t.locale, code)).join(', '),
            },
            { id: 'level', header: t('operation.level'), cell: (row) => row.level },
            {
              id: 'peak',
              header: t('operation.peak'),
              width: 150,
              fold: { under: 'level', order: 3 },
              cell: (row) => (row.peakOpsPerS === null ? '–' : <MathText>{`${figure(t, row.peakOpsPerS)} /s`}</MathText>),
            },
            { id: 'by', header: t('operation.enforcedBy'), width: 220, fold: { under: 'level', order: 1 }, cell: (row) => row.enforcedBy },
          ]}
        />
      )}
      <div className={classes['under']}>
        <Button size="small" icon={IconPlus} onClick={() => onEdit(null)}>
          {t('operation.addLevel')}
        </Button>
      </div>
    </Section>
  );
}

function Readings({ operation, onEdit }: { readonly operation: Operation; readonly onEdit: (reading: JudgedReading | null) => void }) {
  const t = useText();
  const { readings, used, recorded, aboveRecorded } = operation;
  const percent = new Intl.NumberFormat(t.locale, { style: 'percent' });
  return (
    <Section title={t('operation.readings')} aside={t('operation.readingsAside')}>
      {readings.some((reading) => reading.aboveExpected) ? <Note tone="review">{t('operation.aboveNote')}</Note> : null}
      {aboveRecorded && recorded !== null ? (
        <Note tone="review">{t('operation.sumAbove', { used: figure(t, used), recorded: figure(t, recorded) })}</Note>
      ) : null}
      {readings.length === 0 ? (
        <p className="muted">{t('operation.noReadings')}</p>
      ) : (
        <SimpleTable<JudgedReading>
          label={t('operation.readings')}
          place="inline"
          groups={[{ id: 'all', rows: readings }]}
          rowKey={(row) => row.id}
          onPress={onEdit}
          columns={[
            {
              id: 'days',
              header: t('operation.period'),
              width: 230,
              cell: (row) => t('operation.days', { from: formatDay(row.from, t.locale), until: formatDay(row.until, t.locale) }),
            },
            { id: 'used', header: t('operation.used'), width: 120, cell: (row) => <MathText>{figure(t, row.operations)}</MathText> },
            {
              id: 'expected',
              fold: { under: 'used', order: 3 },
              header: t('operation.expected'),
              width: 170,
              cell: (row) => (row.expected === null ? '–' : <MathText>{figure(t, row.expected)}</MathText>),
            },
            {
              id: 'against',
              header: t('operation.against'),
              width: 170,
              cell: ({ ratio, aboveExpected }) =>
                ratio === null ? (
                  <StatusText tone="unassessed">{t('operation.notExpected')}</StatusText>
                ) : aboveExpected ? (
                  <StatusText tone="review">{t('operation.above', { times: ratio.toFixed(1) })}</StatusText>
                ) : (
                  <StatusText tone="clear">{t('operation.within', { share: percent.format(ratio) })}</StatusText>
                ),
            },
            { id: 'source', header: t('operation.source'), width: 180, fold: { under: 'days', order: 2 }, cell: (row) => row.source },
            { id: 'note', header: t('inventory.note'), fold: { under: 'days', order: 1 }, cell: (row) => row.note },
          ]}
        />
      )}
      <div className={classes['under']}>
        <Button size="small" icon={IconPlus} onClick={() => onEdit(null)}>
          {t('operation.addReading')}
        </Button>
      </div>
    </Section>
  );
}
