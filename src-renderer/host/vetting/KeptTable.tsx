import { IconPencil, IconTrash } from '@tabler/icons-react';
import type { VettingView, VettingWords } from '../../../src-shared/contract/vetting.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { IconButton, SimpleTable, StatusText, useText } from '../../ui/index.ts';
import classes from './vetting.module.css';
import { resultTones, resultWord } from './words.ts';

interface KeptTableProps {
  readonly kept: readonly VettingView[];
  /** What one says; null while it is restricted and was not shown. */
  readonly wordsOf: (vetting: VettingView) => VettingWords | null;
  readonly onEdit: (vetting: VettingView) => void;
  readonly onRemove: (vetting: VettingView) => void;
}

/** Checks on record, the newest first; each opens on a page of its own with its evidence. */
export function KeptTable({ kept, wordsOf, onEdit, onRemove }: KeptTableProps) {
  const t = useText();
  if (kept.length === 0) return <p className="muted">{t('vetting.kept.none')}</p>;
  return (
    <SimpleTable<VettingView>
      label={t('vetting.kept')}
      place="inline"
      groups={[{ id: 'all', rows: kept }]}
      rowKey={(one) => one.id}
      columns={[
        {
          id: 'kind',
          header: t('vetting.column.kind'),
          minWidth: 220,
          cell: (one) => {
            const words = wordsOf(one);
            return (
              <span className={classes['words']}>
                <a href={`#/vetting/${one.id}`}>{t(`vetting.kind.${one.kind}`)}</a>
                {words === null || words.matter === '' ? null : <span className="small">{words.matter}</span>}
                {words === null || words.conditions === '' ? null : (
                  <span className="small muted">
                    {t('vetting.field.conditions')}: {words.conditions}
                  </span>
                )}
              </span>
            );
          },
        },
        { id: 'day', header: t('vetting.column.day'), width: 104, cell: (one) => formatDay(one.doneOn, t.locale) },
        {
          id: 'result',
          header: t('vetting.column.result'),
          width: 210,
          cell: (one) => {
            const words = wordsOf(one);
            if (words !== null) return <StatusText tone={resultTones[words.result]}>{resultWord(t, one.kind, words.result)}</StatusText>;
            return one.waiting ? resultWord(t, one.kind, 'waiting') : <span className="muted">{t('vetting.restricted.hidden')}</span>;
          },
        },
        { id: 'by', header: t('vetting.column.by'), width: 130, fold: { under: 'kind', order: 1 }, cell: (one) => one.doneBy },
        {
          id: 'next',
          header: t('vetting.column.next'),
          width: 152,
          fold: { under: 'day', order: 2 },
          cell: (one) =>
            one.nextOn === null ? (
              <span className="muted">{t('vetting.noRepeat')}</span>
            ) : one.overdue ? (
              <StatusText tone="review">{t('vetting.past', { day: formatDay(one.nextOn, t.locale) })}</StatusText>
            ) : (
              formatDay(one.nextOn, t.locale)
            ),
        },
        {
          id: 'evidence',
          header: t('vetting.column.evidence'),
          width: 84,
          align: 'end',
          cell: (one) => (
            <a
              href={`#/vetting/${one.id}`}
              aria-label={`${t('vetting.column.evidence')}: ${t('vetting.evidence', { count: one.evidence })}`}
            >
              {t('vetting.evidence', { count: one.evidence })}
            </a>
          ),
        },
        {
          id: 'do',
          header: '',
          width: 76,
          align: 'end',
          cell: (one) => (
            <span className={classes['row']}>
              {wordsOf(one) === null ? null : (
                <IconButton
                  icon={IconPencil}
                  label={`${t('vetting.edit')}: ${t(`vetting.kind.${one.kind}`)}`}
                  onClick={() => onEdit(one)}
                />
              )}
              <IconButton
                icon={IconTrash}
                label={`${t('vetting.remove')}: ${t(`vetting.kind.${one.kind}`)}`}
                onClick={() => onRemove(one)}
              />
            </span>
          ),
        },
      ]}
    />
  );
}
