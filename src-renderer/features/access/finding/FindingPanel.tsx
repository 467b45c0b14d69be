import { IconRefresh } from '@tabler/icons-react';
import type { AccessEvent, AccessFinding } from '../../../../src-shared/contract/access.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { errorSentence, NotesPanel } from '../../../host/index.ts';
import { Button, Inspector, Note, Progress, Section, TraceItem, TraceList, useText } from '../../../ui/index.ts';
import { useAuditRun } from '../use-audit-run.ts';
import { ClearTab } from './ClearTab.tsx';
import { EvidenceTab } from './EvidenceTab.tsx';
import classes from './finding.module.css';
import { HistoryTab } from './HistoryTab.tsx';

export const panelTabs = ['clear', 'why', 'evidence', 'notes', 'history'] as const;
export type PanelTab = (typeof panelTabs)[number];

interface FindingPanelProps {
  readonly finding: AccessFinding;
  readonly events: readonly AccessEvent[];
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly onClose: () => void;
}

/** What to do about a finding: the questions that would clear it, the reasoning, the proof, what was done so far. */
export function FindingPanel({ finding, events, tab, onTab, onClose }: FindingPanelProps) {
  const t = useText();
  const audit = useAuditRun();
  return (
    <Inspector<PanelTab>
      title={t('access.finding.whatToDo')}
      kind="why"
      active={tab}
      onTab={onTab}
      tabs={panelTabs.map((id) => ({
        id,
        label: t(id === 'notes' ? 'inspector.notes' : `access.panel.${id}`),
        ...(id === 'clear' && finding.openQuestions > 0 ? { count: finding.openQuestions } : {}),
        ...(id === 'history' && finding.decisions.length > 0 ? { count: finding.decisions.length } : {}),
      }))}
      onClose={onClose}
      footer={
        audit.job === null ? (
          <>
            <Button icon={IconRefresh} busy={audit.busy} onClick={() => void audit.start()}>
              {t('access.runAgain')}
            </Button>
            {audit.error === null ? null : (
              <Note tone="restricted" live>
                {errorSentence(t, audit.error)}
              </Note>
            )}
          </>
        ) : (
          <Progress label={t('access.running')} done={audit.job.done} total={audit.job.total} onCancel={audit.cancel} />
        )
      }
    >
      {tab === 'clear' ? (
        <ClearTab finding={finding} />
      ) : tab === 'why' ? (
        <WhyTab finding={finding} />
      ) : tab === 'evidence' ? (
        <EvidenceTab finding={finding} events={events} />
      ) : tab === 'notes' ? (
        <NotesPanel about={{ entity: 'accessFindings', id: finding.id }} />
      ) : (
        <HistoryTab finding={finding} />
      )}
    </Inspector>
  );
}

function WhyTab({ finding }: { readonly finding: AccessFinding }) {
  const t = useText();
  return (
    <>
      <Section title={t('access.why.steps')}>
        <TraceList>
          {finding.why.map((line) => (
            <TraceItem key={line} title={line} />
          ))}
        </TraceList>
      </Section>
      <Section title={t('access.why.sources')}>
        {finding.citations.length === 0 ? (
          <p className="small muted">{t('access.why.noSource')}</p>
        ) : (
          <ul className={classes['citations']}>
            {finding.citations.map((citation) => (
              <li key={citation}>{citation}</li>
            ))}
          </ul>
        )}
      </Section>
      <p className="caption muted">
        {finding.dataAgeDays === null
          ? t('access.why.judged', { day: formatDay(finding.judgedOn, t.locale) })
          : t('access.why.judgedAged', { day: formatDay(finding.judgedOn, t.locale), age: finding.dataAgeDays })}
      </p>
    </>
  );
}
