import { IconCheck, IconExternalLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PlanView } from '../../../../src-shared/contract/plan.ts';
import { EvidenceOf, NotesPanel } from '../../../host/index.ts';
import { Button, IconButton, Inspector, Section, useText } from '../../../ui/index.ts';
import { LinksPart } from './LinksPart.tsx';
import { ChainPart, MeasurePart, ProposalNote, StepsPart, TaskFactList } from './TaskFacts.tsx';
import { useStateMoves } from './use-state-moves.tsx';

const tabs = ['summary', 'evidence', 'notes'] as const;
type TabId = (typeof tabs)[number];

interface TaskInspectorProps {
  readonly plan: PlanView;
  readonly id: string;
  readonly onClose: () => void;
}

/** One task beside the plan. */
export function TaskInspector({ plan, id, onClose }: TaskInspectorProps) {
  const t = useText();
  const navigate = useNavigate();
  const [tab, setTab] = useState<TabId>('summary');
  const moves = useStateMoves(plan);
  const task = plan.tasks.find((one) => one.id === id);
  if (task === undefined) return null;
  return (
    <Inspector<TabId>
      title={task.title}
      over={t(`plan.phase.${task.phase}`)}
      tools={<IconButton icon={IconExternalLink} label={t('plan.task.open')} onClick={() => void navigate(`/plan/tasks/${id}`)} />}
      tabs={tabs.map((one) => ({ id: one, label: t(`plan.inspector.${one}`) }))}
      active={tab}
      onTab={setTab}
      onClose={onClose}
      footer={
        task.closed === null ? (
          <Button kind="primary" icon={IconCheck} fullWidth onClick={() => moves.move(id, 'done')}>
            {t('plan.task.close')}
          </Button>
        ) : (
          <Button fullWidth onClick={() => moves.move(id, 'doing')}>
            {t('plan.task.reopen')}
          </Button>
        )
      }
    >
      {tab === 'summary' ? (
        <>
          <ProposalNote task={task} />
          {task.purpose === '' ? null : <p className="small">{task.purpose}</p>}
          <Section title={t('plan.task.facts')}>
            <TaskFactList task={task} labelWidth={96} />
          </Section>
          <MeasurePart task={task} />
          <StepsPart plan={plan} task={task} />
          <LinksPart task={task} />
          <ChainPart plan={plan} task={task} />
        </>
      ) : tab === 'evidence' ? (
        <EvidenceOf record={{ kind: 'task', id }} />
      ) : (
        <NotesPanel about={{ entity: 'task', id }} />
      )}
      {moves.dialog}
    </Inspector>
  );
}
