import type { PartyDetail } from '../../../../src-shared/contract/parties.ts';
import { FactList, Section, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { countryWords, langOf, rolesText, TierWord } from '../words.tsx';
import { SignList } from './SignList.tsx';

/** Who a party is, what it is called, where it is, and what speaks for caution beside the lists. */
export function OverviewTab({ party }: { readonly party: PartyDetail }) {
  const t = useText();
  const { names, identifiers, places, columns } = party;
  return (
    <div className={classes['columns']}>
      <div>
        <Section title={t('parties.facts')}>
          <PartyFacts party={party} labelWidth={184} />
        </Section>
        <Section title={t('parties.tierTitle')}>
          <p>
            <TierWord tier={columns.tier} />
          </p>
          {columns.tier === null ? null : (
            <p className={columns.tierReason === '' ? 'muted' : classes['lead']}>{columns.tierReason || t('parties.tier.noReason')}</p>
          )}
        </Section>
        {columns.note === '' ? null : (
          <Section title={t('parties.field.note')}>
            <p className={classes['lead']}>{columns.note}</p>
          </Section>
        )}
      </div>
      <div>
        <Section title={t('parties.signs')}>
          <SignList signs={party.signs} />
        </Section>
        <Section title={t('parties.names')}>
          {names.length === 0 ? (
            <p className="muted">{t('parties.names.none')}</p>
          ) : (
            <FactList
              labelWidth={184}
              rows={names.map((name) => ({
                key: `${name.kind} ${name.text}`,
                label: t(`parties.nameKind.${name.kind}`),
                value: (
                  <bdi lang={langOf(name.text, name.language)} className="medium">
                    {name.text}
                  </bdi>
                ),
              }))}
            />
          )}
        </Section>
        <Section title={t('parties.identifiers')}>
          {identifiers.length === 0 ? (
            <p className="muted">{t('parties.identifiers.none')}</p>
          ) : (
            <FactList
              labelWidth={184}
              rows={identifiers.map((one) => ({
                key: `${one.kind} ${one.value}`,
                label: one.label || t(`parties.identifier.${one.kind}`),
                value: (
                  <>
                    <span className="code">{one.value}</span>
                    {one.country === null ? null : <span className="muted"> {countryWords(t, [one.country])}</span>}
                  </>
                ),
              }))}
            />
          )}
        </Section>
        <Section title={t('parties.addresses')}>
          {places.length === 0 ? (
            <p className="muted">{t('parties.addresses.none')}</p>
          ) : (
            <FactList
              labelWidth={184}
              rows={places.map((place) => ({
                key: place.text,
                label: place.country === null ? place.city || t('parties.field.addressLine') : countryWords(t, [place.country]),
                value: (
                  <>
                    <bdi lang={langOf(place.text, '')}>{place.text}</bdi>
                    {partsBeside(place).map((part) => (
                      <span key={part} className="muted">
                        , <bdi>{part}</bdi>
                      </span>
                    ))}
                  </>
                ),
              }))}
            />
          )}
        </Section>
      </div>
    </div>
  );
}

/** Town and region that stand apart and are not in the line of the address already. */
const partsBeside = ({ text, city, region }: PartyDetail['places'][number]): readonly string[] =>
  [...new Set([city, region])].filter((part) => part !== '' && !text.toLowerCase().includes(part.toLowerCase()));

/** The single facts of a party. */
export function PartyFacts({ party, labelWidth }: { readonly party: PartyDetail; readonly labelWidth: number }) {
  const t = useText();
  const { columns } = party;
  const words = (text: string) => (text === '' ? null : text);
  const country = (code: string | null) => (code === null ? null : countryWords(t, [code]));
  const person = columns.kind === 'person';
  return (
    <FactList
      labelWidth={labelWidth}
      rows={[
        { label: t('parties.field.kind'), value: t(`parties.kind.${columns.kind}`) },
        { label: t('parties.field.roles'), value: words(rolesText(t, columns.roles)) },
        {
          label: t('parties.field.externalId'),
          value: columns.externalId === '' ? null : <span className="code">{columns.externalId}</span>,
        },
        ...(person
          ? [
              { label: t('parties.field.birth'), value: words(columns.birth) },
              { label: t('parties.field.nationalities'), value: words(countryWords(t, columns.nationalities)) },
              { label: t('parties.field.gender'), value: columns.gender === null ? null : t(`parties.gender.${columns.gender}`) },
            ]
          : [
              { label: t('parties.field.registrationCountry'), value: country(columns.registrationCountry) },
              { label: t('parties.field.headquartersCountry'), value: country(columns.headquartersCountry) },
              { label: t('parties.field.operationCountries'), value: words(countryWords(t, columns.operationCountries)) },
            ]),
        { label: t('parties.field.business'), value: words(columns.business) },
        { label: t('parties.field.website'), value: words(columns.website) },
        { label: t('parties.field.owner'), value: words(columns.owner) },
        { label: t('parties.field.source'), value: party.source || t('parties.field.byHand') },
      ]}
    />
  );
}
