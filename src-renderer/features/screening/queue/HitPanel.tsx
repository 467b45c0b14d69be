import type { HitDetail } from '../../../../src-shared/contract/screening.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EvidenceOf, JournalEntries, NotesPanel, QueryView, useHostQuery } from '../../../host/index.ts';
import { FactList, type FactRow, Inspector, Section, useText } from '../../../ui/index.ts';
import { scriptName } from '../words.ts';
import { DecisionWords } from './EarlierDecisions.tsx';
import classes from './queue.module.css';

const tabs = ['entry', 'evidence', 'notes', 'history'] as const;
export type PanelTab = (typeof tabs)[number];

interface HitPanelProps {
  readonly hit: HitDetail;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
}

/** The whole entry, notes and history of one hit. */
export function HitPanel({ hit, tab, onTab, onClose }: HitPanelProps) {
  const t = useText();
  return (
    <Inspector<PanelTab>
      title={hit.entryName}
      over={hit.listTitle}
      active={tab}
      onTab={onTab}
      tabs={tabs.map((id) => ({
        id,
        label: t(id === 'notes' ? 'inspector.notes' : id === 'evidence' ? 'evidence.tab' : `screening.panel.${id}`),
        ...(id === 'history' && hit.decisions.length > 0 ? { count: hit.decisions.length } : {}),
      }))}
      onClose={onClose}
    >
      {tab === 'entry' ? (
        <EntryTab hit={hit} />
      ) : tab === 'evidence' ? (
        <EvidenceOf key={hit.id} record={{ kind: 'screeningHit', id: hit.id }} />
      ) : tab === 'notes' ? (
        <NotesPanel key={hit.id} about={{ entity: 'hit', id: hit.id }} />
      ) : (
        <HistoryTab hit={hit} />
      )}
    </Inspector>
  );
}

/** Everything the publisher says, as the list has it. */
function EntryTab({ hit }: { readonly hit: HitDetail }) {
  const t = useText();
  const { entry } = hit;
  const lines = (values: readonly string[]) =>
    values.length === 0 ? null : (
      <ul className={classes['lines']}>
        {[...new Set(values)].map((value) => (
          <li key={value}>
            <bdi>{value}</bdi>
          </li>
        ))}
      </ul>
    );
  const day = (value: string | null) => (value === null ? null : formatDay(value, t.locale));
  const facts: readonly (FactRow | null)[] = [
    fact(t('screening.fact.type'), t.dynamic(`screening.type.${entry.type}`, {}, entry.type)),
    fact(t('screening.entry.title'), entry.title),
    fact(t('screening.fact.birth'), lines(entry.births)),
    fact(t('screening.entry.birthPlaces'), lines(entry.birthPlaces)),
    fact(t('screening.fact.gender'), entry.gender === null ? null : t(`screening.gender.${entry.gender}`)),
    fact(
      t('screening.fact.country'),
      lines(
        entry.countriesByRole.map(({ code, role }) =>
          t('screening.entry.country', { country: countryName(t.locale, code), role: t(`screening.countryRole.${role}`) }),
        ),
      ),
    ),
    fact(t('screening.entry.addresses'), lines(entry.addresses)),
    fact(
      t('screening.entry.identifiers'),
      lines(
        entry.identifiers.map(
          ({ kind, label, value, country }) => `${label || kind} ${value}${country === null ? '' : `, ${countryName(t.locale, country)}`}`,
        ),
      ),
    ),
    fact(t('screening.ifTrue.programmes'), lines(entry.programmes)),
    fact(t('screening.ifTrue.needs'), entry.licenceRequirement),
    fact(t('screening.ifTrue.review'), entry.licencePolicy),
    fact(t('screening.ifTrue.rule'), lines(entry.citations)),
    fact(t('screening.ifTrue.since'), day(entry.from)),
    fact(t('screening.entry.until'), day(entry.until)),
    fact(t('screening.entry.links'), lines(entry.links.map(({ relation, name }) => `${relation} ${name}`))),
    fact(t('screening.entry.vessel'), entry.vessel === null ? null : lines(Object.values(entry.vessel).filter(Boolean))),
    fact(t('screening.entry.remarks'), entry.remarks),
    fact(t('screening.entry.source'), t('screening.entry.sourceLine', { file: entry.file, line: entry.line, id: entry.id })),
  ];
  return (
    <>
      <Section title={t('screening.entry.names')}>
        <ul className={classes['lines']}>
          {entry.names.map((name) => (
            <li key={`${name.kind} ${name.text}`}>
              <bdi>{name.text}</bdi>{' '}
              <span className="caption muted">
                {t('screening.nameAbout', {
                  kind: t.dynamic(`screening.nameKind.${name.kind}`, {}, name.kind),
                  script: scriptName(t.locale, name.script) ?? 'none',
                })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
      <FactList rows={facts.filter((row) => row !== null)} labelWidth={96} />
    </>
  );
}

const fact = (label: string, value: FactRow['value']): FactRow | null => (value === null || value === '' ? null : { label, value });

function HistoryTab({ hit }: { readonly hit: HitDetail }) {
  const t = useText();
  const history = useHostQuery('screening.hitHistory', { id: hit.id });
  return (
    <>
      <Section title={t('screening.history.decisions')}>
        {hit.decisions.length === 0 ? <p className="small muted">{t('screening.history.none')}</p> : null}
        <ul className={classes['lines']}>
          {hit.decisions.map((decision) => (
            <li key={decision.id}>
              <DecisionWords decision={decision} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('screening.history.seen')}>
        <p className="small muted">
          {t('screening.history.seenText', {
            first: formatDay(hit.firstSeen.slice(0, 10), t.locale),
            last: formatDay(hit.lastSeen.slice(0, 10), t.locale),
            review: hit.reviewAt,
            strong: hit.strongAt,
          })}
        </p>
      </Section>
      <Section title={t('screening.history.journal')}>
        <QueryView query={history} rows={3}>
          {(entries) => <JournalEntries entries={entries} empty={t('screening.history.none')} />}
        </QueryView>
      </Section>
    </>
  );
}
