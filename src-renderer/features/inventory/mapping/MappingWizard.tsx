import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import type { AssetId, FactChange } from '../../../../src-shared/contract/inventory.ts';
import { openColumns } from '../../../../src-shared/model/open-question.ts';
import { errorSentence, useDraft, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { LoadingState, Meaning, Note, useGoOn, useText, useToast, Wizard, type WizardStep } from '../../../ui/index.ts';
import { useRunUndo } from '../use-run-undo.ts';
import { ComputeStep } from './ComputeStep.tsx';
import { emptyDraft, fieldsOfStep, MappingDraft, type StepId, stepIds, unanswered, unknowns, withFacts } from './draft.ts';
import { FieldQuestions } from './FieldQuestion.tsx';
import { IdentityStep } from './IdentityStep.tsx';
import { ResultStep } from './ResultStep.tsx';

const draftKey = 'inventory.mapModel';

/** "Map a model": six steps from a name to a classification. Any step can be revisited, nothing typed is lost, nothing is written before the end. */
export function MappingWizard() {
  const t = useText();
  const goOn = useGoOn();
  const toast = useToast();
  const runUndo = useRunUndo();
  const [params] = useSearchParams();
  const from = params.get('from');
  const draft = useDraft(draftKey, MappingDraft, emptyDraft);
  const create = useHostCommand('inventory.create');
  const source = useHostQuery('inventory.get', { id: (from ?? '') as AssetId }, { enabled: from !== null });
  const { value, set } = draft;

  useEffect(() => {
    if (from === null || source.data === undefined || value === null || value.copiedFrom?.name === source.data.row.name) return;
    const { row, facts, siteId, externalId } = source.data;
    set({
      ...emptyDraft,
      name: row.name,
      versionLabel: '',
      ownerName: row.ownerName,
      stage: row.stage,
      siteId,
      externalId,
      facts,
      copiedFrom: { name: row.name, facts },
    });
  }, [from, source.data, value, set]);

  if (value === null) return <LoadingState rows={8} />;
  const change = (part: Partial<MappingDraft>) => set({ ...value, ...part });
  const onFacts = (changes: readonly FactChange[]) => set({ ...value, facts: withFacts(value.facts, changes) });
  const hasName = value.name.trim() !== '';
  const steps = stepIds.map((id): WizardStep<StepId> => stepLine(id, value, hasName, t));
  const at = stepIds.indexOf(value.step);
  const following = stepIds[at + 1];

  const finish = async () => {
    await draft.flush();
    const reply = await create.run({
      kind: 'model',
      name: value.name,
      versionLabel: value.versionLabel,
      ownerName: value.ownerName,
      stage: value.stage,
      siteId: value.siteId,
      externalId: value.externalId,
      facts: value.facts,
      links: value.links.map((link) => ({ kind: link.kind, toId: link.toId as AssetId })),
    });
    if (!reply.ok) return;
    await draft.discard();
    toast({ message: t('mapping.added', { name: value.name }), onUndo: runUndo });
    goOn(`/assets/${reply.value.row.id}`);
  };

  return (
    <Wizard<StepId>
      title={hasName ? value.name : t('inventory.mapModel')}
      subtitle={value.versionLabel === '' ? undefined : t('inventory.versionOf', { version: value.versionLabel })}
      steps={steps}
      current={value.step}
      onStep={(step) => change({ step })}
      heading={t(`mapping.heading.${value.step}`)}
      lead={t(`mapping.lead.${value.step}`)}
      meaning={<StepMeaning step={value.step} />}
      onLeave={() => void draft.flush().then(() => goOn('/models'))}
      footNote={draft.savedAt === null ? undefined : t('mapping.saved', { time: draft.savedAt.slice(11, 16) })}
      next={
        following === undefined
          ? {
              label: t('mapping.add'),
              onClick: () => void finish(),
              busy: create.pending,
              disabledBecause: hasName ? undefined : t('inventory.nameFirst'),
            }
          : {
              label: t(`mapping.step.${following}`),
              onClick: () => change({ step: following }),
              disabledBecause: hasName ? undefined : t('inventory.nameFirst'),
            }
      }
    >
      {create.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, create.error)}
        </Note>
      )}
      {value.step === 'identity' ? (
        <IdentityStep draft={value} onChange={change} onFacts={onFacts} />
      ) : value.step === 'result' ? (
        <ResultStep draft={value} />
      ) : value.step === 'compute' ? (
        <ComputeStep fields={fieldsOfStep('compute', value.facts)} facts={value.facts} onFacts={onFacts} />
      ) : (
        <FieldQuestions fields={fieldsOfStep(value.step, value.facts)} facts={value.facts} onFacts={onFacts} />
      )}
    </Wizard>
  );
}

function stepLine(id: StepId, draft: MappingDraft, hasName: boolean, t: ReturnType<typeof useText>): WizardStep<StepId> {
  const title = t(`mapping.step.${id}`);
  const blockedBecause = hasName || id === 'identity' ? undefined : t('inventory.nameFirst');
  if (id === 'result') return { id, title, state: 'todo', ...(blockedBecause === undefined ? {} : { blockedBecause }) };
  const left = unanswered(id, draft.facts) + (id === 'identity' ? openColumns(draft).length : 0);
  const open = unknowns(id, draft.facts);
  const summary =
    open > 0
      ? t('mapping.summary.unknown', { count: open })
      : left > 0
        ? t('mapping.summary.left', { count: left })
        : t('mapping.summary.done');
  return {
    id,
    title,
    summary,
    state: open > 0 ? 'attention' : left === 0 ? 'done' : 'todo',
    ...(blockedBecause === undefined ? {} : { blockedBecause }),
  };
}

/** What the step decides, in plain words with its source. */
function StepMeaning({ step }: { readonly step: StepId }) {
  const t = useText();
  return (
    <Meaning title={t(`mapping.heading.${step}`)} source={t(`mapping.source.${step}`)}>
      {t(`mapping.meaning.${step}`)}
    </Meaning>
  );
}
