import { useState } from 'react';
import type { DisposalPlan } from '../../../src-shared/contract/retention.ts';
import type { RecordRef } from '../../../src-shared/model/record-ref.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import { FormDialog, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import { type ProductText, Section, TextArea, useText, useToast } from '../../ui/index.ts';
import classes from './trail.module.css';
import { eventWords, kindName } from './words.ts';

interface DisposeDialogProps {
  readonly records: readonly RecordRef[];
  readonly onClose: () => void;
  readonly onDone: () => void;
}

/** Shows what would go and what a hold or the clock keeps back, asks for the reason, and removes what may go. */
export function DisposeDialog({ records, onClose, onDone }: DisposeDialogProps) {
  const t = useText();
  const toast = useToast();
  const plan = useHostQuery('retention.consider', { records: [...records] });
  const dispose = useHostCommand('retention.dispose');
  const [reason, setReason] = useState('');
  const goes = plan.data?.goes ?? [];
  const pieces = goes.reduce((sum, { evidence }) => sum + evidence, 0);
  const submit = async () => {
    const reply = await dispose.run({ records: goes.map(({ record }) => record), reason });
    if (!reply.ok) return;
    toast({ message: t('retention.disposedOf', { pieces: reply.value.items, records: reply.value.records }) });
    onDone();
  };
  return (
    <FormDialog
      title={t('retention.disposeTitle')}
      onClose={onClose}
      submitLabel={t('retention.disposeNow')}
      onSubmit={() => void submit()}
      final
      busy={dispose.pending}
      missing={
        plan.data !== undefined && goes.length === 0
          ? t('retention.nothingGoes')
          : reason.trim() === '' || plan.data === undefined
            ? t('retention.reasonMissing')
            : undefined
      }
      error={dispose.error}
    >
      <QueryView query={plan} rows={4}>
        {(found) => (
          <>
            <Goes plan={found} pieces={pieces} />
            <Stays plan={found} />
          </>
        )}
      </QueryView>
      <p>{t('retention.disposeFinal')}</p>
      <TextArea label={t('retention.reason')} hint={t('retention.reasonHint')} value={reason} onChange={setReason} maxLength={2000} />
    </FormDialog>
  );
}

function Goes({ plan, pieces }: { readonly plan: DisposalPlan; readonly pieces: number }) {
  const t = useText();
  const bytes = plan.goes.reduce((sum, row) => sum + row.bytes, 0);
  return (
    <Section
      title={t('retention.goes')}
      aside={t('retention.goesCount', { records: plan.goes.length, pieces, size: formatBytes(bytes, t.locale) })}
    >
      {plan.goes.length === 0 ? (
        <p className="muted">{t('retention.nothingGoes')}</p>
      ) : (
        <ul className={`${classes['list']} ${classes['lines']}`} aria-label={t('retention.goes')}>
          {plan.goes.map((row) => (
            <li key={`${row.record.kind} ${row.record.id}`}>
              <span className={classes['line']}>
                <span>{`${row.title} (${kindName(t, row.record)})`}</span>
                <span className="figures">{t('retention.pieces', { count: row.evidence })}</span>
              </span>
              <span className="caption muted">
                {t('retention.overSince', {
                  until: row.keepUntil === null ? '' : formatDay(row.keepUntil, t.locale),
                  event: eventWords(t, row),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Stays({ plan }: { readonly plan: DisposalPlan }) {
  const t = useText();
  if (plan.stays.length === 0) return null;
  return (
    <Section title={t('retention.stays')} aside={t('retention.staysCount', { count: plan.stays.length })}>
      <ul className={`${classes['list']} ${classes['lines']}`} aria-label={t('retention.stays')}>
        {plan.stays.map((row) => (
          <li key={`${row.record.kind} ${row.record.id}`}>
            <span>{`${row.title} (${kindName(t, row.record)})`}</span>
            <span className="caption muted">{becauseOf(t, row)}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function becauseOf(t: ProductText, { because, matters, keepUntil }: DisposalPlan['stays'][number]): string {
  switch (because) {
    case 'held':
      return t('retention.staysHeld', { matters: matters.join('”, “') });
    case 'running':
      return t('retention.staysRunning', { until: keepUntil === null ? '' : formatDay(keepUntil, t.locale) });
    case 'notStarted':
      return t('retention.staysNotStarted');
    case 'nothing':
      return t('retention.staysNothing');
  }
}
