import { IconEye, IconEyeOff, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LookPurpose } from '../../../src-shared/contract/people.ts';
import type { VettingOf, VettingSubject, VettingView, VettingWords } from '../../../src-shared/contract/vetting.ts';
import type { VettingKind, VettingStanding } from '../../../src-shared/model/vetting.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { Button, Section, StatusText, useText } from '../../ui/index.ts';
import { useHostCommand, useHostQuery } from '../hooks.ts';
import { PurposeDialog } from '../PurposeDialog.tsx';
import { QueryView } from '../QueryView.tsx';
import { useShownAWhile } from '../use-shown-a-while.ts';
import { KeptTable } from './KeptTable.tsx';
import { RemoveVetting } from './RemoveVetting.tsx';
import { VettingDialog } from './VettingDialog.tsx';
import classes from './vetting.module.css';
import { vettingTones } from './words.ts';

type Open =
  | { readonly what: 'look' }
  | { readonly what: 'edit'; readonly vetting: VettingView | null; readonly kind?: VettingKind }
  | { readonly what: 'remove'; readonly vetting: VettingView };

interface ChecksOfProps {
  readonly subject: VettingSubject;
  readonly name: string;
}

/**
 * Checks and undertakings of a party or of one of the staff: what is expected and where it stands, and what is on record. What a check of staff says
 * is restricted: shown for a purpose, for a while.
 */
export function ChecksOf({ subject, name }: ChecksOfProps) {
  const of = useHostQuery('vetting.of', { subject }, { keepPrevious: true });
  return (
    <QueryView query={of} rows={5}>
      {(found) => <Panel subject={subject} name={name} found={found} />}
    </QueryView>
  );
}

function Panel({ subject, name, found }: ChecksOfProps & { readonly found: VettingOf }) {
  const t = useText();
  const [open, setOpen] = useState<Open | null>(null);
  const reveal = useHostCommand('vetting.reveal');
  const revisions = found.kept.map(({ id, revision }) => `${id} ${revision}`).join(' ');
  const { shown, left, show } = useShownAWhile<ReadonlyMap<string, VettingWords>>(revisions, t('people.ties.hiddenAgain'));
  const person = subject.kind === 'person';
  const wordsOf = (one: VettingView): VettingWords | null => one.words ?? shown?.get(one.id) ?? null;
  const close = () => setOpen(null);
  const look = async (purpose: LookPurpose) => {
    const reply = await reveal.run({ personId: subject.id, purpose });
    if (!reply.ok) return;
    show(new Map(reply.value.words.map(({ id, ...words }) => [id, words])));
    close();
  };
  const kept = (
    <KeptTable
      kept={found.kept}
      wordsOf={wordsOf}
      onEdit={(vetting) => setOpen({ what: 'edit', vetting })}
      onRemove={(vetting) => setOpen({ what: 'remove', vetting })}
    />
  );
  const add = (
    <Button icon={IconPlus} onClick={() => setOpen({ what: 'edit', vetting: null })}>
      {t('vetting.add')}
    </Button>
  );
  return (
    <div className={classes['panel']}>
      <Section title={t('vetting.expected')}>
        <Expected found={found} onRecord={(kind) => setOpen({ what: 'edit', vetting: null, kind })} />
      </Section>
      {person ? (
        <section className={classes['restricted']} aria-label={t('vetting.restricted.title')}>
          <div className={classes['head']}>
            <div>
              <h2>{t('vetting.restricted.title')}</h2>
              <StatusText tone="review">{t('people.ties.restricted')}</StatusText>
            </div>
            <div className={classes['row']}>
              {shown !== null ? (
                <Button icon={IconEyeOff} onClick={() => show(null)}>
                  {t('people.ties.hide')}
                </Button>
              ) : (
                <Button
                  icon={IconEye}
                  disabledBecause={found.kept.length === 0 ? t('vetting.kept.none') : undefined}
                  onClick={() => setOpen({ what: 'look' })}
                >
                  {t('people.ties.show')}
                </Button>
              )}
              {add}
            </div>
          </div>
          <p className={`muted ${classes['lead'] ?? ''}`}>
            {shown === null ? t('vetting.restricted.text') : t('people.ties.hidesIn', { seconds: left })}
          </p>
          {kept}
        </section>
      ) : (
        <Section title={t('vetting.kept')} aside={add}>
          {kept}
        </Section>
      )}
      {open?.what === 'look' ? (
        <PurposeDialog name={name} busy={reveal.pending} error={reveal.error} onClose={close} onShow={look} />
      ) : null}
      {open?.what === 'edit' ? (
        <VettingDialog
          subject={subject}
          standings={found.standings}
          vetting={open.vetting}
          words={open.vetting === null ? null : wordsOf(open.vetting)}
          kind={open.kind}
          onClose={close}
        />
      ) : null}
      {open?.what === 'remove' ? <RemoveVetting vetting={open.vetting} onClose={close} /> : null}
    </div>
  );
}

/** What the table expects of this one, what wants something first, each with the way to record it. */
function Expected({ found, onRecord }: { readonly found: VettingOf; readonly onRecord: (kind: VettingKind) => void }) {
  const t = useText();
  const why =
    found.sensitive === null
      ? t('vetting.expected.party')
      : t(found.sensitive ? 'vetting.expected.sensitive' : 'vetting.expected.notSensitive');
  const day = ({ state, dueOn }: VettingStanding) =>
    dueOn === null ? null : t('vetting.stateDay', { state, day: formatDay(dueOn, t.locale) });
  return (
    <>
      <p className={`muted ${classes['why']}`}>
        {why} {t(found.ownRules ? 'vetting.expected.own' : 'vetting.expected.default')}{' '}
        <a href="#/vetting?rules=yes">{t('vetting.expected.change')}</a>
      </p>
      {found.standings.length === 0 ? (
        <p>{t('vetting.expected.none')}</p>
      ) : (
        <ul className={classes['expected']} aria-label={t('vetting.expected')}>
          {found.standings.map((standing) => {
            const { kind, state, expected, everyMonths } = standing;
            return (
              <li key={kind}>
                <span className={classes['words']}>
                  <b className="medium">{t(`vetting.kind.${kind}`)}</b>
                  <span className="caption muted">
                    {expected
                      ? everyMonths === null
                        ? t('vetting.expected.once')
                        : t('vetting.expected.every', { months: everyMonths })
                      : t('vetting.expected.notAsked')}
                  </span>
                </span>
                {found.sensitive !== null && state === 'inForce' ? (
                  // How one of staff came out is restricted: that it is there says nothing for the person.
                  <StatusText tone="unassessed">{t('vetting.state.onFile')}</StatusText>
                ) : (
                  <StatusText tone={vettingTones[state]}>{t(`vetting.state.${state}`)}</StatusText>
                )}
                <span className="muted figures">{day(standing)}</span>
                {state === 'inForce' ? (
                  <span />
                ) : (
                  <Button size="small" onClick={() => onRecord(kind)}>
                    {t('vetting.addThis')}
                    <span className="visually-hidden">: {t(`vetting.kind.${kind}`)}</span>
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}
