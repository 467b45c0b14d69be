import type { ReactNode } from 'react';
import type { EntryDetail } from '../../../src-shared/contract/lists.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { FactList, type FactRow, type ProductText, Section, useText } from '../../ui/index.ts';
import classes from './lists.module.css';
import { entryPath, typeName } from './words.tsx';

/** Everything a list says of a party, nothing left out; facts it does not give are not shown. */
export function EntryFacts({ entry, listTitle }: { readonly entry: EntryDetail; readonly listTitle: string }) {
  const t = useText();
  return (
    <>
      <Section title={t('lists.section.names')} aside={t('lists.namesCount', { count: entry.names.length })}>
        <ul className={classes['names']}>
          {entry.names.map((name) => (
            <li key={`${name.kind} ${name.text}`}>
              <bdi lang={name.language === '' ? undefined : name.language}>{name.text}</bdi>
              <span className="caption muted">
                {t(`lists.nameKind.${name.kind}`)}, {scriptName(t.locale, name.script)}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('lists.section.facts')}>
        <FactList labelWidth={132} rows={factRows(entry, t)} />
      </Section>
      <Section title={t('lists.section.means')}>
        <FactList labelWidth={132} rows={listingRows(entry, t)} />
      </Section>
      <Section title={t('lists.section.source')}>
        <FactList
          labelWidth={132}
          rows={[
            { label: t('lists.field.list'), value: listTitle },
            { label: t('lists.field.number'), value: <span className="code">{entry.id}</span> },
            { label: t('lists.field.source'), value: t('lists.sourceLine', { file: entry.file, line: entry.line }) },
          ]}
        />
      </Section>
    </>
  );
}

function factRows(entry: EntryDetail, t: ProductText): readonly FactRow[] {
  const { vessel } = entry;
  const orNone = (value: string) => (value === '' ? 'none' : value);
  return [
    { label: t('lists.field.type'), value: typeName(entry.type, t) },
    ...given(t('lists.field.gender'), entry.gender === null ? '' : t(`lists.gender.${entry.gender}`)),
    ...each(t('lists.field.births'), entry.births),
    ...each(t('lists.field.birthPlaces'), entry.birthPlaces),
    ...each(
      t('lists.field.countries'),
      entry.countriesByRole.map(({ code, role }) =>
        t('lists.countryRole', { country: countryName(t.locale, code), role: t(`lists.role.${role}`) }),
      ),
    ),
    ...each(
      t('lists.field.identifiers'),
      entry.identifiers.map(({ label, value, country }) =>
        t('lists.identifier', { label, value, country: country === null ? 'none' : countryName(t.locale, country) }),
      ),
    ),
    ...each(t('lists.field.addresses'), entry.addresses),
    ...given(t('lists.field.title'), entry.title),
    ...(vessel === null
      ? []
      : given(
          t('lists.field.vessel'),
          t('lists.vesselFacts', {
            kind: orNone(vessel.kind),
            flag: orNone(vessel.flag),
            owner: orNone(vessel.owner),
            tonnage: orNone(vessel.tonnage),
          }),
        )),
    ...(entry.links.length === 0
      ? []
      : [
          {
            label: t('lists.field.links'),
            value: (
              <span className={classes['lines']}>
                {entry.links.map(({ relation, partyId, name }) => (
                  <span key={`${relation} ${name}`}>
                    {relation}: {partyId === null ? <bdi>{name}</bdi> : <a href={`#${entryPath(entry.list, partyId)}`}>{name}</a>}
                  </span>
                ))}
              </span>
            ),
          },
        ]),
  ];
}

function listingRows(entry: EntryDetail, t: ProductText): readonly FactRow[] {
  const day = (on: string | null) => (on === null ? 'none' : formatDay(on, t.locale));
  return [
    ...each(t('lists.field.programmes'), entry.programmes),
    ...given(t('lists.field.licenceRequirement'), entry.licenceRequirement),
    ...given(t('lists.field.licencePolicy'), entry.licencePolicy),
    ...each(
      t('lists.field.footnotes'),
      entry.footnotes.map((number) => t('lists.footnote', { number })),
    ),
    ...each(t('lists.field.citations'), entry.citations),
    ...(entry.from === null && entry.until === null
      ? []
      : given(t('lists.field.period'), t('lists.period', { from: day(entry.from), until: day(entry.until) }))),
    ...given(t('lists.field.remarks'), entry.remarks === '' ? '' : <span className={classes['raw']}>{entry.remarks}</span>),
  ];
}

const given = (label: string, value: ReactNode): readonly FactRow[] => (value === '' ? [] : [{ label, value }]);

const each = (label: string, values: readonly string[]): readonly FactRow[] =>
  values.length === 0
    ? []
    : [
        {
          label,
          value: (
            <span className={classes['lines']}>
              {[...new Set(values)].map((value) => (
                <bdi key={value}>{value}</bdi>
              ))}
            </span>
          ),
        },
      ];

function scriptName(locale: string, script: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: 'script' }).of(script) ?? script;
  } catch {
    return script;
  }
}
