import type { PersonDetail } from '../../../../src-shared/contract/people.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { FactList, Section, StatusText, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';
import { employmentWord, PositionWord, TieStateWord } from '../words.tsx';

/** Who somebody is and works for; what is restricted stands on its own tab. */
export function OverviewTab({ person }: { readonly person: PersonDetail }) {
  const t = useText();
  const { row, reach, otherNames, identifiers } = person;
  return (
    <div className={classes['narrow']}>
      <Section title={t('people.tab.overview')}>
        <PersonFacts person={person} />
      </Section>
      {otherNames.length === 0 ? null : (
        <Section title={t('people.field.otherNames')}>
          <FactList
            rows={otherNames.map((name) => ({
              key: `${name.kind} ${name.text}`,
              label: t(`people.nameKind.${name.kind}`),
              value: <span lang={name.language === '' ? undefined : name.language}>{name.text}</span>,
            }))}
          />
        </Section>
      )}
      {identifiers.length === 0 ? null : (
        <Section title={t('people.field.identifiers')}>
          <FactList
            rows={identifiers.map((one) => ({ key: `${one.system} ${one.value}`, label: one.system, value: <code>{one.value}</code> }))}
          />
        </Section>
      )}
      <Section title={t('people.tab.access')}>
        <FactList
          rows={[
            { label: t('people.column.position'), value: <PositionWord position={row.position} /> },
            { label: t('people.column.citizenship'), value: <TieStateWord state={row.citizenship} sourced={row.sourced} /> },
          ]}
        />
      </Section>
      <ReachSection person={person} />
      {reach.length === 0 ? null : <LawNote />}
    </div>
  );
}

export function PersonFacts({ person }: { readonly person: PersonDetail }) {
  const t = useText();
  const { columns } = person;
  const country = (code: string | null) => (code === null ? null : countryName(t.locale, code));
  const words = (text: string) => (text === '' ? null : text);
  return (
    <FactList
      labelWidth={180}
      rows={[
        { label: t('people.field.externalId'), value: words(columns.externalId) },
        { label: t('people.field.employment'), value: columns.employment === null ? null : employmentWord(t, columns.employment) },
        { label: t('people.field.role'), value: words(columns.role) },
        { label: t('people.field.team'), value: words(columns.team) },
        { label: t('people.field.site'), value: words(columns.site) },
        { label: t('people.field.workCountry'), value: country(columns.workCountry) },
        ...(columns.employer === '' && columns.employerCountry === null
          ? []
          : [
              { label: t('people.field.employer'), value: words(columns.employer) },
              { label: t('people.field.employerCountry'), value: country(columns.employerCountry) },
              { label: t('people.field.employerHeadquarters'), value: country(columns.employerHeadquarters) },
            ]),
        { label: t('people.field.startOn'), value: columns.startOn },
        { label: t('people.field.lastDay'), value: columns.lastDay ?? t('people.field.none') },
      ]}
    />
  );
}

/** Controlled assets within reach: the ground on which citizenship may be asked for. */
export function ReachSection({ person }: { readonly person: PersonDetail }) {
  const t = useText();
  const { reach, unsaid } = person;
  return (
    <Section title={t('people.reach.title')}>
      <p>
        {reach.length === 0 ? (
          <StatusText tone="review">{t('people.reach.none')}</StatusText>
        ) : (
          t('people.reach.some', { count: reach.length })
        )}
      </p>
      {reach.length === 0 ? null : (
        <FactList
          labelWidth={180}
          rows={reach.slice(0, 12).map((one) => ({
            key: one.assetId,
            label: one.entry,
            value: (
              <>
                <a href={`#/assets/${one.assetId}`}>{one.name}</a> <span className="muted">· {t(`people.reach.${one.because}`)}</span>
              </>
            ),
          }))}
        />
      )}
      {unsaid === 0 ? null : (
        <p className="muted">
          {t('people.reach.unsaid', { count: unsaid })} <a href="#/access/coverage">{t('people.reach.sayWho')}</a>
        </p>
      )}
    </Section>
  );
}

/** What the law says of asking, with its source. */
export function LawNote() {
  const t = useText();
  return (
    <Section title={t('people.law.title')}>
      <p className={classes['lead']}>{t('people.law.text')}</p>
      <p className={`caption muted ${classes['lead'] ?? ''}`}>{t('people.law.source')}</p>
    </Section>
  );
}
