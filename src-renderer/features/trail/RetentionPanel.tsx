import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { RetentionRow } from '../../../src-shared/contract/retention.ts';
import { RetentionEventKind as Kinds, type RetentionEventKind } from '../../../src-shared/model/retention-rules.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { errorSentence, FormDialog, type OutputOf, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  DayField,
  dayOf,
  IconButton,
  Inspector,
  Note,
  type ProductText,
  recordHref,
  Section,
  Select,
  StatusBadge,
  TextArea,
  useText,
} from '../../ui/index.ts';
import { DisposeDialog } from './DisposeDialog.tsx';
import classes from './trail.module.css';
import { eventWords, kindName, stateTones } from './words.ts';

/** The clock of one record: until when it has to be kept, what that follows from, what holds it, and letting its evidence go. */
export function RetentionPanel({ row, onClose }: { readonly row: RetentionRow; readonly onClose: () => void }) {
  const t = useText();
  const { record, title } = row;
  const clock = useHostQuery('retention.of', { record });
  const remove = useHostCommand('retention.removeEvent');
  const [open, setOpen] = useState<'event' | 'dispose' | null>(null);
  return (
    <Inspector
      title={title}
      over={kindName(t, record)}
      onClose={onClose}
      tools={
        <a className="small" href={`#${recordHref(record)}`}>
          {t('retention.open')}
        </a>
      }
    >
      <QueryView query={clock} rows={6}>
        {(of) => (
          <div className={classes['panel']}>
            <div>
              <StatusBadge tone={stateTones[of.clock.state]}>{t(`retention.state.${of.clock.state}`)}</StatusBadge>
            </div>
            <p className={classes['statement']}>{sentenceOf(t, of)}</p>
            {of.clock.lastDay === null || of.clock.lastNamed || of.rule === null ? null : (
              <p className={`${classes['statement']} small muted`}>
                {of.byRule === null
                  ? t('retention.byRuleNone', { locator: of.rule.locator })
                  : t('retention.byRule', {
                      locator: of.rule.locator,
                      event: t(`retention.what.${of.byRule.what}`),
                      day: formatDay(of.byRule.day, t.locale),
                      until: formatDay(of.byRule.keepUntil, t.locale),
                    })}
              </p>
            )}
            <Section title={t('retention.events')} aside={t('retention.eventsAside')}>
              <ul className={classes['list']}>
                {of.events.map((event) => (
                  <li key={`${event.id ?? event.what} ${event.day}`}>
                    <span className={classes['line']}>
                      <span>
                        {formatDay(event.day, t.locale)}, {t(`retention.what.${event.what}`)}
                      </span>
                      {event.id === null ? null : (
                        <IconButton
                          icon={IconTrash}
                          label={t('retention.removeEvent', { day: event.day })}
                          onClick={() => void remove.run({ id: event.id ?? '', revision: event.revision })}
                        />
                      )}
                    </span>
                    <span className="caption muted">
                      {[
                        counts(of, event) ? t('retention.counts') : '',
                        namedBy(t, of, event.what),
                        event.id === null ? '' : event.note,
                        event.by,
                      ]
                        .filter(Boolean)
                        .join(' · ')}
                    </span>
                  </li>
                ))}
              </ul>
              <div className={classes['after']}>
                <Button icon={IconPlus} size="small" onClick={() => setOpen('event')}>
                  {t('retention.addEvent')}
                </Button>
              </div>
              {remove.error === null ? null : (
                <Note tone="restricted" live>
                  {errorSentence(t, remove.error)}
                </Note>
              )}
            </Section>
            {of.holds.length === 0 ? null : (
              <Section title={t('retention.heldBy')}>
                <ul className={classes['list']}>
                  {of.holds.map((hold) => (
                    <li key={hold.id}>
                      <a href="#/retention/holds">{hold.matter}</a>
                      <span className="caption muted">
                        {t(`retention.holdFor.${hold.cause}`)}, {formatDay(hold.placedAt.slice(0, 10), t.locale)}
                      </span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
            {of.clock.state !== 'past' || row.evidence === 0 ? null : (
              <Section title={t('retention.letGo')}>
                <p className="small muted">{t('retention.letGoText', { count: row.evidence })}</p>
                <div className={classes['after']}>
                  <Button kind="danger" icon={IconTrash} hasPopup="dialog" onClick={() => setOpen('dispose')}>
                    {t('retention.dispose', { count: row.evidence })}
                  </Button>
                </div>
              </Section>
            )}
            {of.rule === null ? null : (
              <p className="caption muted">
                {of.rule.hold.says} {of.rule.electronic.says} {of.rule.locator}, {of.rule.electronic.locator};{' '}
                {t(`confidence.${of.rule.confidence}`)}.
              </p>
            )}
          </div>
        )}
      </QueryView>
      {open === 'event' ? <EventDialog row={row} onClose={() => setOpen(null)} /> : null}
      {open === 'dispose' ? <DisposeDialog records={[record]} onClose={() => setOpen(null)} onDone={onClose} /> : null}
    </Inspector>
  );
}

type Of = OutputOf<'retention.of'>;

/** Whether the clock runs from this event. */
const counts = ({ clock }: Of, { what, day }: Of['events'][number]): boolean => clock.lastDay === day && clock.lastWhat === what;

/** What the rule calls such an event, with where it says so; or that it counts for caution alone. */
function namedBy(t: ProductText, { rule }: Of, what: Of['events'][number]['what']): string {
  const named = rule?.fromLatestOf.find(({ kind }) => kind === what);
  return named === undefined ? t('retention.notNamed') : t('retention.named', { says: named.says, locator: rule?.locator ?? '' });
}

function sentenceOf(t: ProductText, { clock, rule }: Of): string {
  if (rule === null) return t('retention.noRule');
  if (clock.keepUntil === null || clock.lastDay === null) return t('retention.says.notStarted');
  return t('retention.says.keep', {
    until: formatDay(clock.keepUntil, t.locale),
    years: rule.years,
    last: eventWords(t, clock),
    locator: rule.locator,
  });
}

interface RowDialogProps {
  readonly row: RetentionRow;
  readonly onClose: () => void;
}

function EventDialog({ row, onClose }: RowDialogProps) {
  const t = useText();
  const add = useHostCommand('retention.addEvent');
  const [what, setWhat] = useState<RetentionEventKind>('export');
  const [day, setDay] = useState('');
  const [note, setNote] = useState('');
  const on = dayOf(day);
  const submit = async () => {
    if (on === undefined || on === null) return;
    const reply = await add.run({ record: row.record, what, day: on, note });
    if (reply.ok) onClose();
  };
  return (
    <FormDialog
      title={t('retention.addEvent')}
      onClose={onClose}
      submitLabel={t('retention.saveEvent')}
      onSubmit={() => void submit()}
      busy={add.pending}
      missing={on === undefined || on === null ? t('retention.eventMissing') : undefined}
      error={add.error}
    >
      <Select<RetentionEventKind>
        label={t('retention.event')}
        value={what}
        options={Kinds.options.map((value) => ({ value, label: t(`retention.what.${value}`) }))}
        onChange={setWhat}
      />
      <DayField label={t('retention.day')} value={day} onChange={setDay} />
      <TextArea label={t('retention.note')} value={note} onChange={setNote} maxLength={600} />
    </FormDialog>
  );
}
