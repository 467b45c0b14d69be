import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { FlagLine, FlagsOf } from '../../../../src-shared/contract/red-flags.ts';
import { RedFlagCategory } from '../../../../src-shared/model/red-flag-rules.ts';
import { insideSentence } from '../../../../src-shared/text/bidi.ts';
import { formatDay, localDay } from '../../../../src-shared/text/dates.ts';
import { EscalationsOf, errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Note, type ProductText, Section, Segmented, StatusText, useText, useToast } from '../../../ui/index.ts';
import { ResolveFlagDialog, SeenFlagDialog } from './FlagDialogs.tsx';
import classes from './flags.module.css';

type Open = { readonly what: 'seen' | 'resolve'; readonly flag: FlagLine };

/** The checklist of red flags, by what each is about. One that is seen stands in the way until somebody resolves it with a reason. */
export function FlagsTab({ partyId }: { readonly partyId: string }) {
  const of = useHostQuery('redFlags.of', { partyId }, { keepPrevious: true });
  return (
    <QueryView query={of} rows={10}>
      {(flags) => <Checklist partyId={partyId} found={flags} />}
    </QueryView>
  );
}

function Checklist({ partyId, found }: { readonly partyId: string; readonly found: FlagsOf }) {
  const t = useText();
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const answer = useHostCommand('redFlags.answer');
  const person = useHostQuery('settings.get', {}).data?.workspace?.person.name ?? '';
  const say = async (flags: readonly string[], state: 'notLooked' | 'noSign') => {
    const reply = await answer.run({
      ...{ partyId, flags: [...flags], state, note: '' },
      by: person === '' ? t('inventory.someone') : person,
      on: localDay(new Date()),
    });
    if (!reply.ok) toast({ message: errorSentence(t, reply.error) });
  };
  const groups = RedFlagCategory.options
    .map((category) => ({ category, flags: found.flags.filter((flag) => flag.category === category) }))
    .filter(({ flags }) => flags.length > 0);
  if (groups.length === 0) return <p className="muted">{t('redFlags.none')}</p>;
  return (
    <div className={classes['panel']}>
      <div>
        <p className={classes['lead']}>{t('redFlags.lead')}</p>
        <p className="muted">
          {t('redFlags.counts', {
            looked: found.looked,
            total: found.flags.length,
            open: found.open,
            day: found.asOf === null ? '' : formatDay(found.asOf, t.locale),
          })}
        </p>
      </div>
      {found.open > 0 ? (
        <Note tone="restricted">{`${t('redFlags.open')}. ${t('redFlags.duties')}: ${found.duties.join('; ')}.`}</Note>
      ) : null}
      {groups.map(({ category, flags }) => {
        const rest = flags.filter((flag) => flag.answer === null && flag.current);
        return (
          <Section
            key={category}
            title={t(`redFlags.category.${category}`)}
            aside={
              rest.length < 2 ? undefined : (
                <Button
                  size="small"
                  onClick={() =>
                    void say(
                      rest.map(({ id }) => id),
                      'noSign',
                    )
                  }
                >
                  {t('redFlags.restNoSign')}
                  <span className="visually-hidden">: {t(`redFlags.category.${category}`)}</span>
                </Button>
              )
            }
          >
            <ul className={classes['list']}>
              {flags.map((flag) => (
                <li key={flag.id}>
                  <span className={classes['words']}>
                    <span className="medium">{flag.text}</span>
                    <span className="caption muted">{sourceOf(t, flag)}</span>
                  </span>
                  <Answered flag={flag} onSay={(state) => void say([flag.id], state)} onSee={() => setOpen({ what: 'seen', flag })} />
                  <Said flag={flag} onChange={() => setOpen({ what: 'seen', flag })} onResolve={() => setOpen({ what: 'resolve', flag })} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
      <EscalationsOf
        record={{ kind: 'party', id: partyId }}
        ask={found.flags
          .filter(({ answer: said }) => said?.state === 'seen')
          .map(({ text }) => text)
          .join('; ')
          .slice(0, 2000)}
      />
      {open?.what === 'seen' ? <SeenFlagDialog partyId={partyId} flag={open.flag} person={person} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'resolve' ? (
        <ResolveFlagDialog partyId={partyId} flag={open.flag} person={person} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

interface AnsweredProps {
  readonly flag: FlagLine;
  readonly onSay: (state: 'notLooked' | 'noSign') => void;
  readonly onSee: () => void;
}

/**
 * Where the answer to a flag is given. That it was seen is a step of its own: arrow keys that move between the other two must not pass through it, and
 * one that was seen is resolved with a reason, never taken back.
 */
function Answered({ flag, onSay, onSee }: AnsweredProps) {
  const t = useText();
  const { answer, text } = flag;
  const about = <span className="visually-hidden">: {text}</span>;
  if (answer?.state === 'seen') return <span />;
  if (answer?.state === 'resolved')
    return (
      <Button size="small" kind="quiet" onClick={onSee}>
        {t('redFlags.seeAgain')}
        {about}
      </Button>
    );
  return (
    <span className={classes['answer']}>
      <Segmented<'notLooked' | 'noSign'>
        label={text}
        value={answer === null ? 'notLooked' : 'noSign'}
        onChange={onSay}
        choices={(['notLooked', 'noSign'] as const).map((value) => ({ value, label: t(`redFlags.state.${value}`) }))}
      />
      <Button size="small" onClick={onSee}>
        {t('redFlags.see')}
        {about}
      </Button>
    </span>
  );
}

/** What somebody said of a flag that was seen, and how it was resolved. */
function Said({ flag, onChange, onResolve }: { readonly flag: FlagLine; readonly onChange: () => void; readonly onResolve: () => void }) {
  const t = useText();
  const { answer } = flag;
  if (answer === null || answer.state === 'noSign') return null;
  const said = t('redFlags.said', { by: insideSentence(answer.by), day: formatDay(answer.on, t.locale) });
  return (
    <div className={classes['said']}>
      {answer.state === 'seen' ? (
        <StatusText tone="restricted">{t('redFlags.open')}</StatusText>
      ) : (
        <StatusText tone="info" icon={IconCheck}>
          {t('redFlags.state.resolved')}
        </StatusText>
      )}
      <p>
        <bdi>{answer.note}</bdi> <span className="muted">{said}</span>
        {answer.resolvedOn === null ? null : (
          <span className="muted">
            {' '}
            {t('redFlags.resolvedSaid', {
              by: insideSentence(answer.resolvedBy),
              day: formatDay(answer.resolvedOn, t.locale),
              reason: insideSentence(answer.resolution),
            })}
          </span>
        )}
      </p>
      {answer.state === 'seen' ? (
        <>
          <Button size="small" kind="quiet" onClick={onChange}>
            {t('redFlags.changeNote')}
            <span className="visually-hidden">: {flag.text}</span>
          </Button>
          <Button size="small" onClick={onResolve}>
            {t('redFlags.resolve')}
            <span className="visually-hidden">: {flag.text}</span>
          </Button>
        </>
      ) : null}
    </div>
  );
}

/** Where a flag comes from, how well that is known, and where the rule stands that it hangs on. */
function sourceOf(t: ProductText, { citation, confidence, status, current }: FlagLine): string {
  const parts = [citation.label];
  if (confidence === 'background') parts.push(t('redFlags.confidence.background'));
  const words = [parts.join(', ')];
  if (status !== null)
    words.push(
      'enforced' in status
        ? t('redFlags.status.notEnforced', { rule: status.partOf })
        : t('redFlags.status.stayed', {
            rule: status.partOf,
            through: formatDay(status.stayedThrough, t.locale),
            from: formatDay(status.reappliesFrom, t.locale),
            confirmed: status.confirmed ? 'yes' : 'no',
          }),
    );
  if (!current) words.push(t('redFlags.gone'));
  return words.join('. ');
}
