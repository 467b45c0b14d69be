import { formatDay } from '../../../src-shared/text/dates.ts';
import { EvidenceOf, QueryView, useHostQuery } from '../../host/index.ts';
import { Button, FactList, Inspector, MathText, Note, Quantity, Section, useText } from '../../ui/index.ts';
import { EntryPanel } from './EntryPanel.tsx';
import { HistoryList } from './history.tsx';
import { isNumbered, type ShownRule } from './place.ts';
import classes from './rules.module.css';
import { SourceText } from './sources.tsx';

interface PanelProps {
  readonly shown: ShownRule;
  readonly onShow: (shown: ShownRule) => void;
  readonly onClose: () => void;
}

/** The inspector of the library: an entry, a number with its history, a pack, or what the list says of anything else. */
export function RulePanel(props: PanelProps) {
  switch (props.shown.kind) {
    case 'entry':
      return <EntryPanel {...props} />;
    case 'parameter':
      return <ParameterPanel {...props} />;
    case 'pack':
      return <PackPanel {...props} />;
    case 'country':
      return <CountryPanel {...props} />;
    default:
      return <HitPanel {...props} />;
  }
}

function ParameterPanel({ shown, onShow, onClose }: PanelProps) {
  const t = useText();
  const query = useHostQuery('rulepacks.parameter', { pack: shown.pack, id: shown.id });
  return (
    <Inspector
      kind="why"
      over={query.data?.packTitle ?? shown.pack}
      title={query.data?.title ?? shown.id}
      subtitle={t('rules.kind.parameter')}
      onClose={onClose}
    >
      <QueryView query={query}>
        {(parameter) => (
          <>
            <Section title={t('rules.history')}>
              <HistoryList
                lines={parameter.history.map((line) => ({
                  ...line,
                  value: <Quantity value={line.value} unit={parameter.unit} digits={3} />,
                }))}
              />
            </Section>
            {parameter.usedBy.length === 0 ? null : (
              <Section title={t('rules.usedBy')}>
                <ul className={classes['links']}>
                  {parameter.usedBy.map((entry) => (
                    <li key={entry.id}>
                      <Button kind="link" onClick={() => onShow({ kind: 'entry', pack: shown.pack, id: entry.id })}>
                        {entry.id}
                      </Button>
                      <span className="small muted">{entry.title}</span>
                    </li>
                  ))}
                </ul>
              </Section>
            )}
          </>
        )}
      </QueryView>
    </Inspector>
  );
}

function PackPanel({ shown, onClose }: PanelProps) {
  const t = useText();
  const packs = useHostQuery('rulepacks.list', {});
  const sources = useHostQuery('rulepacks.sources', { pack: shown.pack });
  const pack = packs.data?.find(({ id }) => id === shown.pack);
  return (
    <Inspector
      kind="why"
      title={pack?.title ?? shown.pack}
      subtitle={pack === undefined ? undefined : `${pack.id} ${pack.version}`}
      onClose={onClose}
    >
      {pack === undefined ? null : (
        <>
          {pack.guideOnly ? <Note tone="info">{t('rules.guideNote')}</Note> : null}
          <p>{pack.about}</p>
          <FactList
            rows={[
              { label: t('rules.jurisdiction'), value: pack.jurisdiction },
              { label: t('rules.published'), value: formatDay(pack.published, t.locale) },
              { label: t('rules.checked'), value: formatDay(pack.lastChecked, t.locale) },
              { label: t('rules.reviewer'), value: pack.reviewer },
              {
                label: t('rules.coverage'),
                value:
                  pack.coverage.until === null
                    ? t('rules.since', { from: formatDay(pack.coverage.from, t.locale) })
                    : t('rules.fromUntil', {
                        from: formatDay(pack.coverage.from, t.locale),
                        until: formatDay(pack.coverage.until, t.locale),
                      }),
              },
              { label: t('rules.hash'), value: <span className="code">{pack.hash.replace(/^sha256:/, '')}</span> },
            ]}
          />
          {pack.caveats.length === 0 ? null : (
            <Section title={t('rules.caveats')}>
              {pack.caveats.map((caveat) => (
                <p key={caveat}>
                  <MathText>{caveat}</MathText>
                </p>
              ))}
            </Section>
          )}
        </>
      )}
      {pack === undefined ? null : (
        <Section title={t('evidence.tab')}>
          <EvidenceOf
            key={pack.id}
            record={{ kind: 'rulePack', id: pack.id }}
            parts={[{ value: pack.version, label: t('evidence.packVersion', { version: pack.version }) }]}
          />
        </Section>
      )}
      <QueryView query={sources}>
        {(list) => (
          <Section title={t('rules.sources')} aside={String(list.length)}>
            {list.map((source) => (
              <SourceText key={source.sourceId} source={source} />
            ))}
          </Section>
        )}
      </QueryView>
    </Inspector>
  );
}

function CountryPanel({ shown, onClose }: PanelProps) {
  const t = useText();
  const query = useHostQuery('rulepacks.countries', {});
  const table = query.data?.find(({ pack }) => pack === shown.pack);
  const row = table?.rows.find(({ code }) => code === shown.id);
  return (
    <Inspector kind="why" over={table?.packTitle ?? shown.pack} title={row?.name ?? shown.id} subtitle={shown.id} onClose={onClose}>
      <QueryView query={query}>
        {() =>
          row === undefined || table === undefined ? (
            <Note>{t('rules.notFound')}</Note>
          ) : (
            <>
              <Section title={t('rules.groups')}>
                {row.groups.length === 0 ? <p>{t('rules.noGroups')}</p> : null}
                <FactList
                  labelWidth={56}
                  rows={table.groups
                    .filter(({ id }) => row.groups.includes(id))
                    .map((group) => ({
                      key: group.id,
                      label: isNumbered(group.id) ? group.id : t('rules.otherGroup'),
                      value: group.title,
                    }))}
                />
              </Section>
              <Section title={t('rules.chart')}>
                {row.requires === null ? <Note tone="review">{t('rules.notGraded')}</Note> : null}
                {row.requires !== null && row.requires.length === 0 ? <p>{t('rules.noColumns')}</p> : null}
                <FactList
                  labelWidth={56}
                  rows={table.columns
                    .filter(({ id }) => row.requires?.includes(id) === true)
                    .map((column) => ({ label: column.id, value: column.meaning }))}
                />
                {row.pointer === null ? null : <p>{row.pointer}</p>}
                {row.footnotes.map((words) => (
                  <p key={words} className="small">
                    {words}
                  </p>
                ))}
              </Section>
              {row.treatments.length === 0 ? null : (
                <Section title={t('rules.treatments')}>
                  {row.treatments.map((words) => (
                    <p key={words}>{words}</p>
                  ))}
                </Section>
              )}
              <Section title={t('rules.howToRead')}>
                {table.howToRead.map((words) => (
                  <p key={words} className="small">
                    {words}
                  </p>
                ))}
                <SourceText source={table.source} />
              </Section>
            </>
          )
        }
      </QueryView>
    </Inspector>
  );
}

/** Words, questions and sources are short: the line of the list holds all of it. */
function HitPanel({ shown, onClose }: PanelProps) {
  const t = useText();
  const query = useHostQuery('rulepacks.search', { text: shown.id, packs: [shown.pack], offset: 0, limit: 200 });
  const hit = query.data?.hits.find(({ kind, id }) => kind === shown.kind && id === shown.id);
  return (
    <Inspector
      kind="why"
      over={hit?.packTitle ?? shown.pack}
      title={hit?.title ?? shown.id}
      subtitle={t(`rules.kind.${shown.kind}`)}
      onClose={onClose}
    >
      <QueryView query={query}>
        {() =>
          hit === undefined ? (
            <Note>{t('rules.notFound')}</Note>
          ) : (
            <>
              <p>
                <MathText>{hit.body === '' ? hit.title : hit.body}</MathText>
              </p>
              {hit.source === null ? null : <SourceText source={hit.source} />}
            </>
          )
        }
      </QueryView>
    </Inspector>
  );
}
