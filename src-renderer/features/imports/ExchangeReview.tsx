import { useMemo, useState } from 'react';
import type { ExchangeConflict, ExchangePreview } from '../../../src-shared/contract/exchange.ts';
import { formatInstant } from '../../../src-shared/text/dates.ts';
import { profileTitle } from '../../../src-shared/text/redaction.ts';
import { factName } from '../../../src-shared/text/trace.ts';
import { errorSentence, useHostCommand } from '../../host/index.ts';
import { Button, Note, type ProductText, Section, Segmented, SimpleTable, useText, useToast } from '../../ui/index.ts';
import classes from './exchange.module.css';

const outcomes = ['new', 'changed', 'conflict', 'kept', 'same', 'gone'] as const;
const keyOf = ({ kind, id, field }: ExchangeConflict): string => `${kind} ${id} ${field}`;

/** What a file of another office would change here, and the choice wherever both sides changed the same. */
export function ExchangeReview({ preview, onDone }: { readonly preview: ExchangePreview; readonly onDone: () => void }) {
  const t = useText();
  const toast = useToast();
  const take = useHostCommand('exchange.take');
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const { counts, conflicts } = preview;
  const nothing = counts.new + counts.changed + counts.conflict === 0;
  const choose = (conflict: ExchangeConflict, side: 'ours' | 'theirs') =>
    setTheirs((now) => {
      const next = new Set(now);
      if (side === 'theirs') next.add(keyOf(conflict));
      else next.delete(keyOf(conflict));
      return next;
    });
  const run = async () => {
    const chosen = conflicts.filter((one) => theirs.has(keyOf(one))).map(({ kind, id, field }) => ({ kind, id, field }));
    const reply = await take.run({ handle: preview.handle, sha256: preview.sha256, theirs: chosen });
    if (!reply.ok) return;
    toast({ message: t('exchange.taken', { office: preview.office, created: counts.new, changed: counts.changed + chosen.length }) });
    onDone();
  };
  return (
    <Section title={t('exchange.review', { office: preview.office })}>
      <div className={classes['review']}>
        <p>
          {t('exchange.made', { at: formatInstant(preview.at, t.locale), by: preview.by, profile: profileTitle(preview.redaction, t) })}
        </p>
        <Note tone={preview.known || preview.own ? 'info' : 'review'}>
          {t(preview.own ? 'exchange.key.own' : preview.known ? 'exchange.key.known' : 'exchange.key.new')}{' '}
          <code>{preview.fingerprint}</code>
        </Note>
        <SimpleTable<ExchangePreview['byKind'][number]>
          label={t('exchange.byKind')}
          place="inline"
          groups={[{ id: 'all', rows: preview.byKind }]}
          rowKey={({ kind }) => kind}
          columns={[
            { id: 'kind', header: t('exchange.kind'), minWidth: 140, cell: ({ kind }) => t(`exchange.kind.${kind}`) },
            ...outcomes.map((outcome) => ({
              id: outcome,
              header: t(`exchange.outcome.${outcome}`),
              width: 128,
              align: 'end' as const,
              cell: (row: ExchangePreview['byKind'][number]) => row[outcome].toLocaleString(t.locale),
            })),
          ]}
        />
        {conflicts.length === 0 ? null : <Conflicts conflicts={conflicts} theirs={theirs} onChoose={choose} onAll={setTheirs} />}
        {take.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, take.error)}
          </Note>
        )}
        <div className={classes['actions']}>
          <Button onClick={onDone}>{t('common.cancel')}</Button>
          <Button kind="primary" busy={take.pending} onClick={() => void run()}>
            {t(nothing ? 'exchange.takeNothing' : 'exchange.take')}
          </Button>
        </div>
      </div>
    </Section>
  );
}

interface ConflictsProps {
  readonly conflicts: readonly ExchangeConflict[];
  readonly theirs: ReadonlySet<string>;
  readonly onChoose: (conflict: ExchangeConflict, side: 'ours' | 'theirs') => void;
  readonly onAll: (theirs: ReadonlySet<string>) => void;
}

function Conflicts({ conflicts, theirs, onChoose, onAll }: ConflictsProps) {
  const t = useText();
  const groups = useMemo(() => [{ id: 'all', rows: conflicts }], [conflicts]);
  return (
    <>
      <h3>{t('exchange.conflicts', { count: conflicts.length })}</h3>
      <p className="small muted">{t('exchange.conflicts.text')}</p>
      <div className={classes['all']}>
        <Button size="small" onClick={() => onAll(new Set())}>
          {t('exchange.allOurs')}
        </Button>
        <Button size="small" onClick={() => onAll(new Set(conflicts.map(keyOf)))}>
          {t('exchange.allTheirs')}
        </Button>
      </div>
      <SimpleTable<ExchangeConflict>
        label={t('exchange.conflicts', { count: conflicts.length })}
        place="inline"
        groups={groups}
        rowKey={keyOf}
        columns={[
          { id: 'title', header: t('exchange.record'), minWidth: 180, cell: ({ title, kind }) => title || t(`exchange.kind.${kind}`) },
          { id: 'field', header: t('exchange.field'), width: 160, cell: ({ field }) => fieldName(t, field) },
          { id: 'ours', header: t('exchange.ours'), minWidth: 160, cell: ({ ours }) => ours || t('common.notGiven') },
          { id: 'theirs', header: t('exchange.theirs'), minWidth: 160, cell: (one) => one.theirs || t('common.notGiven') },
          {
            id: 'choice',
            header: t('exchange.choice'),
            width: 170,
            cell: (one) => (
              <Segmented<'ours' | 'theirs'>
                label={t('exchange.choiceOf', { record: one.title, field: fieldName(t, one.field) })}
                value={theirs.has(keyOf(one)) ? 'theirs' : 'ours'}
                choices={[
                  { value: 'ours', label: t('exchange.ours') },
                  { value: 'theirs', label: t('exchange.theirs') },
                ]}
                onChange={(side) => onChoose(one, side)}
              />
            ),
          },
        ]}
      />
    </>
  );
}

/** Facts have names of their own; a field of a register is called as its import calls it. */
const fieldName = (t: ProductText, field: string): string =>
  field.startsWith('fact.')
    ? factName(field.slice('fact.'.length), t)
    : t.dynamic(`exchange.field.${field}`, {}, t.dynamic(`parties.import.${field}`, {}, field));
