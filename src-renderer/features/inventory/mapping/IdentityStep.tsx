import { IconFileText, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { CandidateFact } from '../../../../src-shared/contract/imports.ts';
import { type AssetId, type FactChange, LifeCycleStage, type LinkKind } from '../../../../src-shared/contract/inventory.ts';
import { assetField, type FieldValue } from '../../../../src-shared/model/asset-fields.ts';
import { ask, callHost, errorOf, errorSentence, useHostQuery } from '../../../host/index.ts';
import { Button, IconButton, Note, Section, Select, TextField, useText } from '../../../ui/index.ts';
import { fieldLabel } from '../words.ts';
import { fieldsOfStep, type MappingDraft } from './draft.ts';
import { FieldQuestions } from './FieldQuestion.tsx';
import classes from './mapping.module.css';

interface IdentityStepProps {
  readonly draft: MappingDraft;
  readonly onChange: (change: Partial<MappingDraft>) => void;
  readonly onFacts: (changes: readonly FactChange[]) => void;
}

/** Who it is, where it comes from, which models it stands on; published model files can fill in what they state. */
export function IdentityStep({ draft, onChange, onFacts }: IdentityStepProps) {
  const t = useText();
  const { data: sites } = useHostQuery('sites.list', {});
  return (
    <div className={classes['result']}>
      <div className={classes['form']}>
        <div className={classes['pair']}>
          <TextField
            label={t('inventory.column.name')}
            required
            value={draft.name}
            onChange={(name) => onChange({ name })}
            maxLength={200}
            autoFocus
          />
          <TextField
            label={t('inventory.version')}
            value={draft.versionLabel}
            onChange={(versionLabel) => onChange({ versionLabel })}
            maxLength={200}
          />
          <TextField
            label={t('inventory.column.owner')}
            hint={t('inventory.ownerHint')}
            value={draft.ownerName}
            onChange={(ownerName) => onChange({ ownerName })}
            maxLength={200}
          />
          <Select
            label={t('inventory.column.stage')}
            value={draft.stage}
            options={LifeCycleStage.options.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
            onChange={(stage) => onChange({ stage })}
          />
          <Select
            label={t('inventory.column.site')}
            value={draft.siteId}
            options={(sites ?? []).map((site) => ({ value: site.id, label: site.name }))}
            onChange={(siteId) => onChange({ siteId })}
            onClear={() => onChange({ siteId: null })}
          />
          <TextField
            label={t('inventory.externalId')}
            value={draft.externalId}
            onChange={(externalId) => onChange({ externalId })}
            maxLength={200}
            code
          />
        </div>
        <ModelFiles onFacts={onFacts} />
      </div>
      <FieldQuestions fields={fieldsOfStep('identity', draft.facts)} facts={draft.facts} onFacts={onFacts} />
      <Parents draft={draft} onChange={onChange} />
    </div>
  );
}

/** Reads config.json and a model card, and offers what they state, each with the line it stands on. */
function ModelFiles({ onFacts }: { readonly onFacts: (changes: readonly FactChange[]) => void }) {
  const t = useText();
  const [found, setFound] = useState<readonly CandidateFact[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const read = async () => {
    setProblem(null);
    const picked = await ask('imports.chooseFile', { purpose: 'modelFiles' });
    if (picked.length === 0) return;
    const reply = await callHost('imports.modelFiles', { handles: picked.map((file) => file.handle) });
    if (!reply.ok) return setProblem(errorSentence(t, reply.error));
    setFound(reply.value.facts);
  };
  const take = () => {
    onFacts((found ?? []).flatMap((candidate) => changeFrom(candidate)));
    setFound(null);
  };
  return (
    <div className={classes['form']}>
      <div className={classes['row']}>
        <Button
          icon={IconFileText}
          size="small"
          onClick={() => void read().catch((cause: unknown) => setProblem(errorSentence(t, errorOf(cause))))}
        >
          {t('mapping.readModelFiles')}
        </Button>
        <span className="caption muted">{t('mapping.readModelFilesHint')}</span>
      </div>
      {problem === null ? null : (
        <Note tone="restricted" live>
          {problem}
        </Note>
      )}
      {found === null ? null : (
        <Note tone="info" live>
          {found.length === 0 ? t('mapping.nothingFound') : t('mapping.found', { count: found.length })}
          <ul>
            {found.map((candidate) => (
              <li key={`${candidate.fieldId}${candidate.line ?? ''}`}>
                {fieldLabel(t, candidate.fieldId)}:{' '}
                {candidate.value.state === 'known' ? String(candidate.value.value) : t('common.unknownWord')}{' '}
                <span className="caption muted">
                  {candidate.file}
                  {candidate.line === null ? '' : `:${candidate.line}`} · {t(`mapping.basis.${candidate.basis}`)}
                </span>
              </li>
            ))}
          </ul>
          <Button size="small" onClick={take}>
            {t('mapping.takeOver')}
          </Button>
        </Note>
      )}
    </div>
  );
}

function changeFrom(candidate: CandidateFact): FactChange[] {
  const field = assetField(candidate.fieldId);
  if (field === undefined || candidate.value.state !== 'known') return [];
  const { value, low, high } = candidate.value;
  const source = `${candidate.file}${candidate.line === null ? '' : `, line ${candidate.line}`}`;
  const sourceKind = candidate.basis === 'stated' ? ('published' as const) : ('inferred' as const);
  const known = (shaped: Extract<FieldValue, { state: 'known' }>['value']): FactChange[] => [
    { field: field.id, value: { state: 'known', value: shaped, sourceKind, source } },
  ];
  switch (field.type) {
    case 'number':
      return known({ value: Number(value), ...(low === undefined ? {} : { low }), ...(high === undefined ? {} : { high }) });
    case 'yesNo':
      return known(value === true || value === 'yes' ? 'yes' : 'no');
    case 'multiChoice':
    case 'countries':
      return known(Array.isArray(value) ? value : [String(value)]);
    case 'formats':
    case 'parts':
      return [];
    default:
      return known(String(value));
  }
}

const parentKinds = ['derivedFrom', 'distilledFrom', 'mergedFrom', 'trainedOn'] as const;

function Parents({ draft, onChange }: Omit<IdentityStepProps, 'onFacts'>) {
  const t = useText();
  const [kind, setKind] = useState<(typeof LinkKind.options)[number]>('derivedFrom');
  const { data } = useHostQuery('inventory.list', { filter: { kinds: ['model', 'dataset'] }, offset: 0, limit: 500 });
  const options = (data?.rows ?? []).map((row) => ({
    value: row.id as string,
    label: `${row.name} ${row.versionLabel}`.trim(),
    detail: t(`assetKind.${row.kind}`),
  }));
  const add = (toId: string) => {
    const name = options.find((option) => option.value === toId)?.label ?? toId;
    if (!draft.links.some((link) => link.toId === toId && link.kind === kind))
      onChange({ links: [...draft.links, { kind, toId: toId as AssetId, name }] });
  };
  return (
    <Section title={t('mapping.parents')} aside={t('mapping.parentsHint')}>
      <ul className={classes['links']}>
        {draft.links.map((link) => (
          <li key={`${link.kind}${link.toId}`}>
            <span className="muted">{t(`link.${link.kind}.to`)}</span>
            <span>{link.name}</span>
            <IconButton
              icon={IconTrash}
              label={t('inventory.removeLink', { name: link.name })}
              onClick={() => onChange({ links: draft.links.filter((other) => other !== link) })}
            />
          </li>
        ))}
      </ul>
      <div className={classes['row']}>
        <Select
          label={t('inventory.linkKind')}
          size="small"
          value={kind}
          options={parentKinds.map((value) => ({ value, label: t(`link.${value}.to`) }))}
          onChange={setKind}
        />
        <Select label={t('inventory.linkTo')} size="small" searchable value={null} options={options} onChange={add} />
      </div>
    </Section>
  );
}
