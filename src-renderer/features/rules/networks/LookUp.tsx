import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { AddressExplanation } from '../../../../src-shared/contract/networks.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, FactList, type FactRow, Note, type ProductText, TextField, useText } from '../../../ui/index.ts';
import classes from './networks.module.css';
import { Part } from './Part.tsx';
import { periodWords } from './period.ts';

/** One address, and everything that is known of it. The place's own address names it (`?address=`), so that other screens can lead here. */
export function LookUp() {
  const t = useText();
  const [place, setPlace] = useSearchParams();
  const asked = place.get('address') ?? '';
  const [typed, setTyped] = useState(asked);
  const found = useHostQuery('networks.lookUp', { address: asked }, { enabled: asked !== '' });
  const look = () => setPlace(typed.trim() === '' ? {} : { address: typed.trim() }, { replace: true });
  return (
    <Part title={t('networks.look')} text={t('networks.lookText')}>
      <div className={classes['look']}>
        <TextField
          label={t('networks.lookLabel')}
          hint={t('networks.lookHint')}
          value={typed}
          maxLength={200}
          code
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key === 'Enter') look();
          }}
        />
        <Button icon={IconSearch} disabledBecause={typed.trim() === '' ? t('networks.lookEmpty') : undefined} onClick={look}>
          {t('networks.lookButton')}
        </Button>
      </div>
      <div aria-live="polite">{asked === '' ? null : <QueryView query={found}>{(facts) => <Answer facts={facts} />}</QueryView>}</div>
    </Part>
  );
}

function Answer({ facts }: { readonly facts: AddressExplanation }) {
  const t = useText();
  const { kind } = facts;
  return (
    <div className={classes['part']}>
      {kind === 'public' ? null : (
        <Note tone="info">
          <b>{t(`networks.look.${kind}`)}.</b> {t(`networks.look.${kind}Text`)}
        </Note>
      )}
      <FactList labelWidth={140} rows={kind === 'public' ? publicRows(facts, t) : ownRows(facts, t)} />
      {facts.disputedRegion ? <Note tone="review">{t('networks.look.region')}</Note> : null}
      <p className="small muted">{t('networks.look.notProof')}</p>
    </div>
  );
}

function publicRows(facts: AddressExplanation, t: ProductText): readonly FactRow[] {
  const { countries, operator, tags } = facts;
  const nameOf = (code: string) => countryName(t.locale, code);
  return [
    {
      label: t('networks.look.country'),
      value: (
        <span className={classes['lines']}>
          <b>{agreement(facts, t)}</b>
          {countries.map(({ role, database, day, country }) => (
            <span key={role} className="small muted">
              {country === null
                ? t('networks.look.countryNone', { database, day: formatDay(day, t.locale) })
                : t('networks.look.countryOne', { country: nameOf(country), database, day: formatDay(day, t.locale) })}
            </span>
          ))}
        </span>
      ),
    },
    {
      label: t('networks.look.operator'),
      value:
        operator === null
          ? t('networks.look.operatorNone')
          : t('networks.look.operatorValue', { name: operator.name, asn: String(operator.asn) }),
    },
    ...(operator === null
      ? []
      : [
          {
            label: t('networks.look.home'),
            value:
              operator.country === null ? t('networks.look.homeNone') : t('networks.look.homeValue', { country: nameOf(operator.country) }),
          },
        ]),
    {
      label: t('networks.look.tags'),
      value:
        tags.length === 0 ? (
          t('networks.look.noTags')
        ) : (
          <span className={classes['lines']}>
            {tags.map(({ tag, list, day, because }) => (
              <span key={`${tag} ${list}`}>
                {t('networks.look.tagBy', {
                  tag: t(`networks.tag.${tag}`),
                  list,
                  day: day === null ? 'none' : formatDay(day, t.locale),
                  because,
                })}
                <span className={`small muted ${classes['means'] ?? ''}`}>{t(`networks.tagMeans.${tag}`)}</span>
              </span>
            ))}
          </span>
        ),
    },
    ...ownRows(facts, t),
  ];
}

/** What the company itself says of an address; private ones can have it too. */
function ownRows({ exits, allowedBecause }: AddressExplanation, t: ProductText): readonly FactRow[] {
  return [
    ...exits.map((exit) => ({
      key: JSON.stringify(exit),
      label: t('networks.look.exits'),
      value: t('networks.look.exitValue', { label: exit.label, period: periodWords(exit, t) }),
    })),
    { label: t('networks.look.allowed'), value: allowedBecause ?? t('networks.look.allowedNo') },
  ];
}

function agreement({ countries, agree }: AddressExplanation, t: ProductText): string {
  const [one, two] = countries.map(({ country }) => (country === null ? null : countryName(t.locale, country)));
  if (agree === true && one !== null && one !== undefined) return t('networks.look.agree', { country: one });
  if (agree === false) return t('networks.look.differ', { one: one ?? '', two: two ?? '' });
  return (one ?? two ?? null) === null ? t('networks.look.nowhere') : t('networks.look.single');
}
