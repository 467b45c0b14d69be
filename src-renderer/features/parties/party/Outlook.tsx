import type { ReactNode } from 'react';
import type { PartyDetail, PartySign } from '../../../../src-shared/contract/parties.ts';
import { oldListDays } from '../../../../src-shared/model/listed-party.ts';
import { FactList, type ProductText, StatusText, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { useLists } from '../use-lists.ts';
import { OverallWord, OwnersWord, PlainFact, StandingWord, signTones, standingSentence } from '../words.tsx';

interface OutlookProps {
  readonly party: PartyDetail;
  readonly labelWidth: number;
  /** What can be done about it, at the end of the first line. */
  readonly action?: ReactNode;
}

const isOfOwners = ({ kind }: PartySign): boolean => kind === 'ownership' || kind === 'headquarters';
const isFlag = ({ kind }: PartySign): boolean => kind === 'redFlag';
const isOfPlaces = (sign: PartySign): boolean => !isOfOwners(sign) && !isFlag(sign);

/**
 * What a party comes to: one word and sentence for all of it, then what lists, owners and places say by themselves. That no list names it is
 * a line of its own with the lists and their age, since it says nothing of who stands behind it or where it is.
 */
export function Outlook({ party, labelWidth, action }: OutlookProps) {
  const t = useText();
  const { official } = useLists();
  const person = party.columns.kind === 'person';
  return (
    <section className={classes['outlook']} aria-label={t('parties.overall')}>
      <div className={classes['verdict']}>
        <OverallWord overall={party.row.overall} official={official} filled />
        <p className="medium">{overallSentence(t, party)}</p>
        {action}
      </div>
      <FactList
        labelWidth={labelWidth}
        rows={[
          { label: t('parties.overall.lists'), value: <OfLists party={party} /> },
          ...(person ? [] : [{ label: t('parties.overall.owners'), value: <OfOwners party={party} /> }]),
          { label: t('parties.overall.places'), value: <OfPlaces party={party} /> },
          ...(party.signs.some(isFlag) ? [{ label: t('redFlags.tab'), value: <OfFlags party={party} /> }] : []),
        ]}
      />
    </section>
  );
}

function overallSentence(t: ProductText, { row, signs, ownership }: PartyDetail): string {
  const { overall, standing, openHits } = row;
  if (overall === 'grave')
    return t('parties.overallWhy.grave', { standing, sign: signs.find(({ severity }) => severity === 'high')?.title ?? '' });
  if (overall === 'toDecide') return t('parties.overallWhy.toDecide', { count: openHits });
  if (overall !== 'toAsk') return t(`parties.overallWhy.${overall}`);
  const owners = ownership.some(({ outcome }) => outcome === 'question');
  const places = row.countries.length === 0 || signs.some(isOfPlaces);
  return t('parties.overallWhy.toAsk', { what: owners && places ? 'both' : owners ? 'owners' : 'places' });
}

/** What the first line has said already. */
const isSaidAbove = ({ row }: PartyDetail): boolean =>
  (row.overall === 'toDecide' && row.standing === 'open') || (row.overall === 'trueMatch' && row.standing === 'trueMatch');

function OfLists({ party }: { readonly party: PartyDetail }) {
  const t = useText();
  const { lists, official } = useLists();
  const [oldest] = lists;
  const named = (list: typeof oldest) => t('parties.overall.list', { title: list?.title ?? '', days: list?.ageDays ?? 0 });
  const old = lists.filter((list) => list.old).length;
  return (
    <span className={classes['said']}>
      <StandingWord standing={party.row.standing} />
      {isSaidAbove(party) ? null : <span>{standingSentence(t, party.row)}</span>}
      <span className="muted">
        {oldest === undefined
          ? t('parties.overall.noLists')
          : lists.length > 3
            ? t('parties.overall.manyLists', { count: lists.length, oldest: named(oldest) })
            : t('parties.overall.listsUsed', { count: lists.length, names: lists.map(named).join('; ') })}
        {oldest === undefined || official ? null : ` ${t('parties.overall.noOfficial')}`}
        {old === 0 ? null : ` ${t('parties.overall.oldLists', { count: old, days: oldListDays })}`}
      </span>
      <a href="#/lists">{t('parties.overall.listsLink')}</a>
    </span>
  );
}

function OfOwners({ party: { row, ownership } }: { readonly party: PartyDetail }) {
  const t = useText();
  const met = ownership.filter(({ outcome }) => outcome === 'met').length;
  const questions = new Set(ownership.filter(({ outcome }) => outcome === 'question').flatMap((one) => one.questions)).size;
  return (
    <span className={classes['said']}>
      {met > 0 ? (
        <StatusText tone="restricted">{t('parties.overall.ownersReached', { count: met })}</StatusText>
      ) : ownership.some(({ outcome }) => outcome === 'question') ? (
        <StatusText tone="review">{t('parties.overall.ownersAsk', { count: Math.max(1, questions) })}</StatusText>
      ) : (
        <PlainFact>{t('parties.overall.ownersFree')}</PlainFact>
      )}
      <OwnersWord known={row.ownersKnown} />
      <a href={`#/parties/${row.id}?tab=ownership`}>{t('parties.overall.ownersLink')}</a>
    </span>
  );
}

function OfFlags({ party: { row, signs } }: { readonly party: PartyDetail }) {
  const t = useText();
  const flags = signs.filter(isFlag);
  return (
    <span className={classes['said']}>
      <StatusText tone="restricted">{t('redFlags.openCount', { count: flags.length })}</StatusText>
      <span>{t('redFlags.open')}.</span>
      <a href={`#/parties/${row.id}?tab=flags`}>{t('redFlags.look')}</a>
    </span>
  );
}

function OfPlaces({ party: { row, signs } }: { readonly party: PartyDetail }) {
  const t = useText();
  const ofPlaces = signs.filter(isOfPlaces);
  const gravest = (['high', 'medium', 'low'] as const).flatMap((grade) => ofPlaces.find(({ severity }) => severity === grade) ?? [])[0];
  if (gravest !== undefined)
    return (
      <span className={classes['said']}>
        <StatusText tone={signTones[gravest.severity]}>{t('parties.overall.placesSigns', { count: ofPlaces.length })}</StatusText>
        <span>{gravest.title}</span>
      </span>
    );
  const unknown = row.countries.length === 0;
  return (
    <span className={classes['said']}>
      {unknown ? (
        <StatusText tone="review">{t('parties.overall.placesUnknown')}</StatusText>
      ) : (
        <PlainFact>{t('parties.overall.placesFree')}</PlainFact>
      )}
      <span className="muted">{t(unknown ? 'parties.overall.placesUnknownWhy' : 'parties.overall.placesFreeWhy')}</span>
    </span>
  );
}
