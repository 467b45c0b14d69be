import type { ChipAnswer } from '../../../src-shared/contract/compute.ts';
import { MathText, Quantity, SimpleTable, StatusText, useText, VerdictStatus } from '../../ui/index.ts';
import classes from './chips.module.css';
import { marginOf, type TierRow } from './words.ts';

/** Every paragraph that hangs on the chip's figures, with the value that decides and how far it is from the limit. */
export function TierTable({ rows }: { readonly rows: readonly TierRow[] }) {
  const t = useText();
  const guides = rows.filter((row) => !row.isLaw);
  const groups = [
    { id: 'law', rows: rows.filter((row) => row.isLaw) },
    ...(guides.length === 0 ? [] : [{ id: 'guides', title: t('chips.guides'), aside: t('chips.guidesAside'), rows: guides }]),
  ];
  return (
    <SimpleTable<TierRow>
      label={t('chips.paragraphs')}
      place="inline"
      groups={groups}
      rowKey={(row) => row.id}
      active={rows.find((row) => row.near)?.id ?? null}
      columns={[
        { id: 'paragraph', header: t('chips.paragraph'), width: 104, cell: (row) => <span className="medium">{row.paragraph}</span> },
        { id: 'asks', header: t('chips.asksFor'), minWidth: 210, cell: (row) => <MathText>{row.asks}</MathText> },
        {
          id: 'value',
          header: t('chips.value'),
          width: 88,
          align: 'end',
          cell: (row) => <RowValue value={row.value} />,
        },
        {
          id: 'margin',
          header: t('chips.margin'),
          width: 72,
          fold: { under: 'value', order: 1 },
          align: 'end',
          cell: (row) => <span className={row.near ? classes['near'] : undefined}>{marginOf(t, row.ratio)}</span>,
        },
        {
          id: 'result',
          header: t('chips.result'),
          width: 142,
          cell: (row) => <VerdictStatus verdict={row.verdict} isExportControl={row.isStrict} />,
        },
      ]}
    />
  );
}

/** Five digits at most; what runs into the billions is given in tera. */
function RowValue({ value }: { readonly value: number | null }) {
  if (value !== null && value >= 1e9) return <Quantity value={Number((value / 1e12).toPrecision(2))} unit="T" />;
  return <Quantity value={value === null ? null : Number(value.toPrecision(5))} />;
}

/** Reported figures of company letters, apart from law and labelled so. */
export function LetterTable({ answer }: { readonly answer: ChipAnswer }) {
  const t = useText();
  const rows = answer.letters.checks.map((check) => ({ check, limit: answer.result.limits.find((one) => one.id === check.id) }));
  return (
    <section className={classes['letters']} aria-label={answer.letters.title}>
      <h2 className={classes['heading']}>
        <span className="claimed">{answer.letters.title}</span>{' '}
        <span className="muted">{t(`sourceStanding.${answer.letters.standing}`)}</span>
      </h2>
      <SimpleTable<(typeof rows)[number]>
        label={answer.letters.title}
        place="inline"
        groups={[{ id: 'all', rows }]}
        rowKey={(row) => row.check.id}
        columns={[
          { id: 'label', header: t('chips.asksFor'), minWidth: 210, cell: (row) => row.check.label },
          {
            id: 'limit',
            header: t('chips.limit'),
            width: 110,
            align: 'end',
            cell: (row) => <Quantity value={row.check.limit} unit={row.check.unit} />,
          },
          {
            id: 'value',
            header: t('chips.value'),
            width: 110,
            align: 'end',
            cell: (row) => <Quantity value={row.limit?.value ?? null} unit={row.check.unit} />,
          },
          {
            id: 'result',
            header: t('chips.result'),
            width: 142,
            cell: (row) => {
              const ratio = row.limit?.ratio ?? null;
              if (ratio === null) return <StatusText tone="unassessed">{t('common.unknownWord')}</StatusText>;
              return (
                <StatusText tone={ratio >= 1 ? 'info' : 'clear'}>{t(ratio >= 1 ? 'chips.letterReached' : 'chips.letterBelow')}</StatusText>
              );
            },
          },
        ]}
      />
      <p className="caption muted">{answer.letters.explanation}</p>
    </section>
  );
}
