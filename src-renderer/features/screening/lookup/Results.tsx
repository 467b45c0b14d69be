import { IconChevronDown, IconChevronRight, IconQuestionMark } from '@tabler/icons-react';
import { useState } from 'react';
import type { LookUp, LookUpHit } from '../../../../src-shared/contract/screening.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { Button, Icon, StatusText, type Tone, useText } from '../../../ui/index.ts';
import { pointsWords, scoreWords } from '../words.ts';
import { HitFacts } from './HitFacts.tsx';
import classes from './lookup.module.css';
import { WhyNotDialog } from './WhyNotDialog.tsx';

type Named = LookUp['names'][number];

const signTones: Readonly<Record<Named['signs'][number]['severity'], Tone>> = { high: 'restricted', medium: 'review', low: 'info' };

/** Each name with what was found for it; names with hits first, in the order they were pasted. */
export function Results({ result }: { readonly result: LookUp }) {
  const t = useText();
  const [asking, setAsking] = useState<Named | null>(null);
  const found = result.names.filter(({ hits, signs }) => hits.length > 0 || signs.length > 0);
  const without = result.names.filter(({ hits, signs }) => hits.length === 0 && signs.length === 0);
  return (
    <>
      {found.map((named, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a name may be pasted twice, the order is that of the paste
        <NameResult key={place} named={named} open={place === 0} onWhyNot={() => setAsking(named)} />
      ))}
      {without.length === 0 ? null : (
        <section className={classes['without']} aria-label={t('screening.lookUp.nothing')}>
          <h2>{t('screening.lookUp.nothingCount', { count: without.length })}</h2>
          <p className="small muted">{t('screening.lookUp.nothingMeans')}</p>
          <ul>
            {without.map((named, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a name may be pasted twice, the order is that of the paste
              <li key={place}>
                <bdi>{named.name}</bdi>
                <Button kind="link" size="small" onClick={() => setAsking(named)}>
                  {t('screening.whyNot')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {asking === null ? null : <WhyNotDialog named={asking} onClose={() => setAsking(null)} />}
    </>
  );
}

interface NameResultProps {
  readonly named: Named;
  readonly open: boolean;
  readonly onWhyNot: () => void;
}

function NameResult({ named, open, onWhyNot }: NameResultProps) {
  const t = useText();
  const keyOf = (hit: LookUpHit) => `${hit.list} ${hit.entryId}`;
  const first = named.hits[0];
  const [opened, setOpened] = useState<string | null>(open && first !== undefined ? keyOf(first) : null);
  return (
    <section className={classes['named']} aria-label={named.name}>
      <header>
        <h2>
          <bdi>{named.name}</bdi>
        </h2>
        <span className="small muted">
          {t('screening.lookUp.about', {
            type: t(`screening.type.${named.type}`),
            country: named.country === null ? 'none' : countryName(t.locale, named.country),
          })}
        </span>
        <Button kind="quiet" size="small" icon={IconQuestionMark} onClick={onWhyNot}>
          {t('screening.whyNotOther')}
        </Button>
      </header>
      {named.signs.map((sign) => (
        <p key={sign.text} className={classes['sign']}>
          <StatusText tone={signTones[sign.severity]}>{t(`parties.severity.${sign.severity}`)}</StatusText>
          <span>{sign.text}</span>
        </p>
      ))}
      {named.hits.length === 0 ? <p className="small muted">{t('screening.lookUp.noHit')}</p> : null}
      <ul>
        {named.hits.map((hit) => {
          const isOpen = keyOf(hit) === opened;
          return (
            <li key={keyOf(hit)} className={classes['hit']}>
              <button type="button" aria-expanded={isOpen} onClick={() => setOpened(isOpen ? null : keyOf(hit))}>
                <Icon of={isOpen ? IconChevronDown : IconChevronRight} size={14} />
                <span className={classes['entry']}>
                  <bdi>{hit.matchedName}</bdi>
                  <small>{hit.listTitle}</small>
                </span>
                <StatusText tone={hit.band === 'strong' ? 'restricted' : 'review'}>{t(`screening.band.${hit.band}`)}</StatusText>
                <b className="figures">{scoreWords(hit.score)}</b>
                <span className="figures muted">{pointsWords(hit.evidenceScore)}</span>
              </button>
              {isOpen ? <HitFacts named={named.name} hit={hit} /> : null}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
