import { IconFileText } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { AssetAccess } from '../../../../src-shared/contract/access.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, Checkbox, Inspector, MultiSelect, Note, Section, Segmented, Select, useText } from '../../../ui/index.ts';
import { kindOfLog, spanWords } from '../words.ts';
import type { CoverageLine } from './columns.tsx';
import classes from './coverage.module.css';
import { NameList } from './NameList.tsx';

const GAPS = 6;

interface AssetAccessPanelProps {
  readonly line: CoverageLine;
  readonly onClose: () => void;
}

/** One asset: how logs call it, who should reach it, what it is in the sense of the rules, and where its log is silent. */
export function AssetAccessPanel({ line, onClose }: AssetAccessPanelProps) {
  const t = useText();
  const navigate = useNavigate();
  const access = useHostQuery('access.asset', { assetId: line.assetId });
  return (
    <Inspector
      title={line.name}
      subtitle={
        line.sources.length === 0 ? (
          t('access.coverage.noSource')
        ) : (
          <span className={classes['kinds']}>
            {line.sources.map(({ preset, files }) => (
              <span key={preset ?? ''}>
                {kindOfLog(t, preset)}
                <small>{files.join(', ')}</small>
              </span>
            ))}
          </span>
        )
      }
      onClose={onClose}
      footer={
        <>
          <Button icon={IconFileText} onClick={() => void navigate(`/access/plan/${encodeURIComponent(line.assetId)}`)}>
            {t('access.plan.open')}
          </Button>
          <Button kind="quiet" onClick={() => void navigate(`/assets/${line.assetId}?tab=safeguards`)}>
            {t('access.asset.safeguards')}
          </Button>
        </>
      }
    >
      <p className={classes['links']}>
        <a href={`#/assets/${line.assetId}`}>{t('access.asset.open')}</a>
        <a href={`#/access/events?asset=${encodeURIComponent(line.assetId)}`}>{t('access.asset.events')}</a>
        <a href={`#/access/findings?asset=${encodeURIComponent(line.assetId)}&show=all`}>{t('access.asset.findings')}</a>
      </p>
      <QueryView query={access} rows={6}>
        {(value) => <Editor key={value.revision} access={value} />}
      </QueryView>
      <Section
        title={t('access.coverage.gaps')}
        aside={line.gaps.length === 0 ? undefined : t('access.coverage.gapCount', { count: line.gaps.length })}
      >
        {line.gaps.length === 0 ? (
          <p className="small muted">{t(line.days === 0 ? 'access.coverage.neverSpoken' : 'access.coverage.noGapText')}</p>
        ) : (
          <ul className={classes['gaps']}>
            {line.gaps.slice(0, GAPS).map((gap) => (
              <li key={gap.from}>
                <span>{spanWords(t, gap.from, gap.until)}</span>
                <span>{t('access.coverage.gapDays', { days: gap.days })}</span>
              </li>
            ))}
          </ul>
        )}
        {line.findingId === null ? null : (
          <p className="small">
            <a href={`#/access/findings/${line.findingId}`}>{t('access.coverage.toFinding')}</a>
          </p>
        )}
      </Section>
    </Inspector>
  );
}

const yesNo = ['unknown', 'yes', 'no'] as const;
const asWord = (value: boolean | null) => (value === null ? 'unknown' : value ? 'yes' : 'no');
const fromWord = (word: (typeof yesNo)[number]) => (word === 'unknown' ? null : word === 'yes');
const forms = ['technology', 'sourceCode', 'objectCode', 'weights', 'hardware', 'service'] as const satisfies readonly NonNullable<
  AssetAccess['form']
>[];

/** Each change is kept at once; what was typed stays when it could not be. */
function Editor({ access }: { readonly access: AssetAccess }) {
  const t = useText();
  const save = useHostCommand('access.saveAsset');
  const [draft, setDraft] = useState(access);
  const change = (next: Partial<AssetAccess>) => {
    const whole = AssetAccess.parse({ ...draft, ...next });
    setDraft(whole);
    void save.run(whole);
  };
  const countries = countryCodes.map((value) => ({ value, label: countryName(t.locale, value), detail: value }));
  return (
    <>
      {save.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, save.error)}
        </Note>
      )}
      <Section title={t('access.asset.names')}>
        <NameList
          label={t('access.asset.nameInLogs')}
          hint={t('access.asset.nameHint')}
          addLabel={t('access.asset.add')}
          names={draft.resourceNames}
          onChange={(resourceNames) => change({ resourceNames: [...resourceNames] })}
        />
      </Section>
      <Section title={t('access.asset.should')}>
        <div className={classes['fields']}>
          <Should label={t('access.asset.roles')} names={draft.allowedRoles} onChange={(allowedRoles) => change({ allowedRoles })} />
          <Should label={t('access.asset.teams')} names={draft.allowedTeams} onChange={(allowedTeams) => change({ allowedTeams })} />
        </div>
      </Section>
      <Section title={t('access.asset.law')}>
        <div className={classes['fields']}>
          <Select
            label={t('access.asset.form')}
            size="small"
            placeholder={t('common.unknown')}
            value={draft.form}
            options={forms.map((value) => ({ value, label: t(`access.form.${value}`), detail: t(`access.form.${value}.detail`) }))}
            onChange={(form) => change({ form })}
            onClear={() => change({ form: null })}
          />
          {(['published', 'fundamentalResearch'] as const).map((field) => (
            <div key={field} className={classes['answer']}>
              <span>{t(`access.asset.${field}`)}</span>
              <Segmented<(typeof yesNo)[number]>
                label={t(`access.asset.${field}`)}
                value={asWord(draft[field])}
                choices={yesNo.map((value) => ({ value, label: t(value === 'unknown' ? 'access.asset.notKnown' : `common.${value}`) }))}
                onChange={(word) => change({ [field]: fromWord(word) })}
              />
            </div>
          ))}
          <Checkbox
            label={t('access.asset.ownList')}
            hint={t('access.asset.ownListHint')}
            checked={draft.licenceRequiredForNationalsOf !== null}
            onChange={(on) => change({ licenceRequiredForNationalsOf: on ? [] : null })}
          />
          {draft.licenceRequiredForNationalsOf === null ? null : (
            <MultiSelect
              label={t('access.asset.nationals')}
              size="small"
              placeholder={t('access.asset.noCountry')}
              values={draft.licenceRequiredForNationalsOf}
              options={countries}
              onChange={(codes) => change({ licenceRequiredForNationalsOf: [...codes] })}
            />
          )}
        </div>
      </Section>
    </>
  );
}

interface ShouldProps {
  readonly label: string;
  readonly names: string[] | null;
  readonly onChange: (names: string[] | null) => void;
}

/** Who should reach it. Nobody said is an answer of its own: then nobody can be out of place. */
function Should({ label, names, onChange }: ShouldProps) {
  const t = useText();
  return (
    <div className={classes['fields']}>
      <NameList
        label={label}
        hint={t(names === null ? 'access.asset.nobodySaid' : names.length === 0 ? 'access.asset.nobodyMay' : 'access.asset.othersFound')}
        addLabel={t('access.asset.add')}
        names={names ?? []}
        onChange={(next) => onChange([...next])}
      />
      {names === null ? null : (
        <div>
          <Button kind="link" size="small" onClick={() => onChange(null)}>
            {t('access.asset.forget')}
          </Button>
        </div>
      )}
    </div>
  );
}
