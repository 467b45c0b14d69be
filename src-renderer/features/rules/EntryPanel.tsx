import type { EntryView } from '../../../src-shared/contract/rulelibrary.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { Button, FactList, Inspector, MathText, Note, Quantity, Section, TwoSides, useText } from '../../ui/index.ts';
import { HistoryList } from './history.tsx';
import type { ShownRule } from './place.ts';
import classes from './rules.module.css';
import { SourceText } from './sources.tsx';

interface PanelProps {
  readonly shown: ShownRule;
  readonly onShow: (shown: ShownRule) => void;
  readonly onClose: () => void;
}

/** A control entry as a page to read: what it says, whether it stands and is applied, since when, and who says so. */
export function EntryPanel({ shown, onShow, onClose }: PanelProps) {
  const query = useHostQuery('rulepacks.entry', { pack: shown.pack, id: shown.id });
  return (
    <Inspector
      kind="why"
      over={query.data?.packTitle ?? shown.pack}
      title={shown.id}
      subtitle={query.data === undefined ? undefined : <MathText>{query.data.title}</MathText>}
      onClose={onClose}
    >
      <QueryView query={query}>{(entry) => <EntryBody entry={entry} onShow={onShow} />}</QueryView>
    </Inspector>
  );
}

function EntryBody({ entry, onShow }: { readonly entry: EntryView; readonly onShow: (shown: ShownRule) => void }) {
  const t = useText();
  const text = entry.textStatus.find(({ current }) => current);
  const enforcement = entry.enforcement.find(({ current }) => current);
  const wording = entry.versions.find(({ current }) => current) ?? entry.versions[0];
  const licence = entry.licence.find(({ current }) => current);
  return (
    <>
      {entry.isLaw ? null : <Note tone="info">{t('rules.guideNote')}</Note>}
      {entry.isLaw && !entry.isExportControl ? <Note tone="info">{t('rules.notExportControl')}</Note> : null}
      <p>
        <MathText>{entry.summary}</MathText>
      </p>
      <TwoSides
        start={{
          label: t('rules.text'),
          value: text === undefined ? t('rules.noStatement') : t(`textStatus.${text.value}`),
          detail: text === undefined ? undefined : text.source.locator,
        }}
        end={{
          label: t('rules.enforcement'),
          value: enforcement === undefined ? t('rules.noStatement') : t(`enforcement.${enforcement.value}`),
          detail: enforcement === undefined ? undefined : enforcement.source.locator,
        }}
      />
      <FactList
        rows={[
          { label: t('rules.confidence'), value: t(`confidence.${entry.confidence}`) },
          { label: t('rules.reasons'), value: entry.reasons.length === 0 ? t('rules.noReasons') : entry.reasons.join(', ') },
          { label: t('rules.checked'), value: formatDay(entry.lastChecked, t.locale) },
        ]}
      />
      {wording === undefined ? null : <Wording wording={wording} />}
      {entry.parameters.length === 0 ? null : (
        <Section title={t('rules.numbers')}>
          <ul className={classes['links']}>
            {entry.parameters.map((parameter) => (
              <li key={parameter.id}>
                <Button kind="link" onClick={() => onShow({ kind: 'parameter', pack: entry.pack, id: parameter.id })}>
                  {parameter.title}
                </Button>
                <Quantity value={parameter.value} unit={parameter.unit} digits={3} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      {licence === undefined ? null : (
        <Section title={t('rules.licence')}>
          <p>{licence.value.summary}</p>
          {[licence.value.practical, licence.value.exemptParties, licence.value.deemedExport, licence.value.reviewPolicy].map((words) =>
            words === null ? null : (
              <p key={words} className="small">
                {words}
              </p>
            ),
          )}
          {licence.value.exceptions.length === 0 ? null : (
            <p className="small muted">{t('rules.exceptions', { list: licence.value.exceptions.join(', ') })}</p>
          )}
          <SourceText source={licence.source} />
        </Section>
      )}
      {entry.notes.length === 0 ? null : (
        <Section title={t('rules.notes')}>
          {entry.notes.map((note) => (
            <div key={note.id} className={classes['note']}>
              <p>
                <MathText>{note.text}</MathText>
              </p>
              <SourceText source={note.source} />
            </div>
          ))}
        </Section>
      )}
      <Section title={t('rules.textHistory')}>
        <HistoryList lines={entry.textStatus.map((line) => ({ ...line, value: t(`textStatus.${line.value}`) }))} />
      </Section>
      <Section title={t('rules.enforcementHistory')}>
        <HistoryList lines={entry.enforcement.map((line) => ({ ...line, value: t(`enforcement.${line.value}`) }))} />
      </Section>
      <Section title={t('rules.sources')}>
        {entry.sources.map((source) => (
          <SourceText key={`${source.sourceId}${source.locator}`} source={source} />
        ))}
      </Section>
      {entry.related.length === 0 ? null : (
        <Section title={t('rules.related')}>
          <ul className={classes['links']}>
            {entry.related.map((other) => (
              <li key={other.id}>
                <Button kind="link" onClick={() => onShow({ kind: 'entry', pack: entry.pack, id: other.id })}>
                  {other.id}
                </Button>
                <span className="small muted">{other.title}</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Wording({ wording }: { readonly wording: EntryView['versions'][number] }) {
  const t = useText();
  return (
    <Section title={t('rules.conditions')} aside={wording.label}>
      <ol className={classes['limbs']}>
        {wording.limbs.map((limb) => (
          <li key={limb.id}>
            <b>{limb.id}</b>
            <ul>
              {limb.tests.map((test) => (
                <li key={test}>
                  <MathText>{test}</MathText>
                </li>
              ))}
            </ul>
            <SourceText source={limb.source} />
          </li>
        ))}
      </ol>
      {wording.unless.length === 0 ? null : (
        <>
          <h4 className={classes['unless']}>{t('rules.unless')}</h4>
          <ol className={classes['limbs']}>
            {wording.unless.map((exclusion) => (
              <li key={exclusion.id}>
                <MathText>{exclusion.text}</MathText>
                <SourceText source={exclusion.source} />
              </li>
            ))}
          </ol>
        </>
      )}
    </Section>
  );
}
