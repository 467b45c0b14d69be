import { IconEraser, IconEye, IconEyeOff, IconPencil, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import type { LookPurpose, PersonDetail, RevealedTie, TieKind, TieNote } from '../../../../src-shared/contract/people.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { errorSentence, PurposeDialog, useHostCommand, useShownAWhile } from '../../../host/index.ts';
import { Button, Day, FactList, IconButton, SimpleTable, StatusText, useText, useToast } from '../../../ui/index.ts';
import classes from '../people.module.css';
import { LawNote, ReachSection } from './OverviewTab.tsx';
import { ScreeningSection } from './ScreeningSection.tsx';
import { EraseDialog, TieDialog } from './TieDialogs.tsx';

const kinds: readonly TieKind[] = ['citizenship', 'permanentResidence', 'usStatus'];

type Open =
  | { readonly what: 'look' }
  | { readonly what: 'edit'; readonly tie: RevealedTie | null }
  | { readonly what: 'erase'; readonly ids: readonly string[] | null };

/** Citizenship, residence and US status. Closed until a purpose is given; leaving the tab or a minute and a half closes it again. */
export function TiesTab({ person }: { readonly person: PersonDetail }) {
  const t = useText();
  const toast = useToast();
  const [open, setOpen] = useState<Open | null>(null);
  const { revision } = person.row;
  // What was shown is of an older record once something was saved.
  const { shown, left, show: setShown } = useShownAWhile<readonly RevealedTie[]>(revision, t('people.ties.hiddenAgain'));
  const setState = useHostCommand('people.setTieState');
  const reveal = useHostCommand('people.revealTies');
  const showing = shown !== null;
  const look = async (purpose: LookPurpose) => {
    const reply = await reveal.run({ id: person.row.id, purpose });
    if (!reply.ok) return;
    setShown(reply.value.ties);
    setOpen(null);
  };

  const mark = async (kind: TieKind, state: 'unknown' | 'notAsked') => {
    const reply = await setState.run({ personId: person.row.id, revision, kind, state });
    if (!reply.ok) toast({ message: errorSentence(t, reply.error) });
  };
  return (
    <div className={classes['narrow']}>
      <section className={classes['restricted']} aria-label={t('people.ties.title')}>
        <div className={classes['restrictedHead']}>
          <div>
            <h2>{t('people.ties.title')}</h2>
            <StatusText tone="review">{t('people.ties.restricted')}</StatusText>
          </div>
          <div className={classes['buttons']}>
            {showing ? (
              <Button icon={IconEyeOff} onClick={() => setShown(null)}>
                {t('people.ties.hide')}
              </Button>
            ) : (
              <Button
                icon={IconEye}
                disabledBecause={person.ties.length === 0 ? t('people.ties.none') : undefined}
                onClick={() => setOpen({ what: 'look' })}
              >
                {t('people.ties.show')}
              </Button>
            )}
            <Button icon={IconPlus} onClick={() => setOpen({ what: 'edit', tie: null })}>
              {t('people.ties.add')}
            </Button>
            <Button
              icon={IconEraser}
              disabledBecause={person.ties.length === 0 ? t('people.ties.none') : undefined}
              onClick={() => setOpen({ what: 'erase', ids: null })}
            >
              {t('people.ties.eraseAll')}
            </Button>
          </div>
        </div>
        <p className={`muted ${classes['lead'] ?? ''}`}>
          {showing ? t('people.ties.hidesIn', { seconds: Math.max(left, 0) }) : t('people.ties.restrictedText')}
        </p>
        <FactList
          labelWidth={180}
          rows={kinds.map((kind) => ({
            label: t(`people.tie.${kind}`),
            value: (
              <span className={classes['buttons']}>
                {t(`people.tieState.${person.states[kind]}`)}
                {person.states[kind] === 'onFile' ? null : (
                  <Button
                    size="small"
                    kind="quiet"
                    onClick={() => void mark(kind, person.states[kind] === 'unknown' ? 'notAsked' : 'unknown')}
                  >
                    {t(person.states[kind] === 'unknown' ? 'people.ties.markNotAsked' : 'people.ties.markUnknown')}
                  </Button>
                )}
              </span>
            ),
          }))}
        />
        {person.ties.length === 0 ? null : (
          <TieTable
            ties={person.ties}
            shown={shown}
            onCorrect={(tie) => setOpen({ what: 'edit', tie })}
            onErase={(id) => setOpen({ what: 'erase', ids: [id] })}
          />
        )}
      </section>
      <ScreeningSection personId={person.row.id} />
      <ReachSection person={person} />
      <LawNote />
      {open?.what === 'look' ? (
        <PurposeDialog name={person.row.name} busy={reveal.pending} error={reveal.error} onClose={() => setOpen(null)} onShow={look} />
      ) : null}
      {open?.what === 'edit' ? <TieDialog person={person} tie={open.tie} onClose={() => setOpen(null)} /> : null}
      {open?.what === 'erase' ? <EraseDialog person={person} tieIds={open.ids} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

interface TieTableProps {
  readonly ties: readonly TieNote[];
  readonly shown: readonly RevealedTie[] | null;
  readonly onCorrect: (tie: RevealedTie) => void;
  readonly onErase: (id: string) => void;
}

function TieTable({ ties, shown, onCorrect, onErase }: TieTableProps) {
  const t = useText();
  const hidden = <span className="muted">{t('people.ties.hiddenValue')}</span>;
  const opened = new Map((shown ?? []).map((tie) => [tie.id, tie]));
  return (
    <SimpleTable<TieNote>
      label={t('people.ties.title')}
      place="inline"
      groups={[{ id: 'all', rows: ties }]}
      rowKey={(tie) => tie.id}
      columns={[
        { id: 'kind', header: t('people.ties.kind'), width: 150, cell: (tie) => t(`people.tie.${tie.kind}`) },
        {
          id: 'value',
          header: t('people.ties.value'),
          width: 180,
          cell: (tie) => {
            const value = opened.get(tie.id);
            if (value === undefined) return hidden;
            return (
              <b className="medium">
                {value.country === null
                  ? value.standing === null
                    ? ''
                    : t(`people.standing.${value.standing}`)
                  : countryName(t.locale, value.country)}
              </b>
            );
          },
        },
        {
          id: 'since',
          header: t('people.ties.since'),
          width: 96,
          fold: { under: 'value', order: 2 },
          cell: (tie) =>
            opened.has(tie.id) ? <span className="figures">{opened.get(tie.id)?.since ?? t('common.unknownWord')}</span> : hidden,
        },
        {
          id: 'source',
          header: t('people.ties.source'),
          minWidth: 140,
          cell: (tie) => (opened.has(tie.id) ? opened.get(tie.id)?.source : tie.sourced ? hidden : t('common.unknownWord')),
        },
        {
          id: 'purpose',
          header: t('people.ties.keptFor'),
          width: 170,
          fold: { under: 'kind', order: 1 },
          cell: (tie) => t(`people.purpose.${tie.purpose}`),
        },
        {
          id: 'keep',
          header: t('people.ties.keepUntil'),
          width: 120,
          fold: { under: 'since', order: 3 },
          cell: (tie) =>
            tie.overdue ? <StatusText tone="review">{t('people.ties.overdue')}</StatusText> : <Day value={tie.keepUntil} none="–" />,
        },
        {
          id: 'do',
          header: '',
          width: 72,
          align: 'end',
          cell: (tie) => {
            const value = opened.get(tie.id);
            return (
              <span className={classes['buttons']}>
                {value === undefined ? null : (
                  <IconButton
                    icon={IconPencil}
                    label={`${t('people.ties.correct')}: ${t(`people.tie.${tie.kind}`)}`}
                    onClick={() => onCorrect(value)}
                  />
                )}
                <IconButton
                  icon={IconEraser}
                  label={`${t('people.ties.erase')}: ${t(`people.tie.${tie.kind}`)}`}
                  onClick={() => onErase(tie.id)}
                />
              </span>
            );
          },
        },
      ]}
    />
  );
}
