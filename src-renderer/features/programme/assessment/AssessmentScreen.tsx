import { IconChecks, IconDots, IconPencil, IconPrinter, IconRotate2, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { AssessmentDetail } from '../../../../src-shared/contract/programme.ts';
import type { ProgrammeElements } from '../../../../src-shared/formats/programme-catalogue.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EvidenceOf, errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  ElementRadar,
  IconButton,
  Menu,
  Note,
  Page,
  PageHeader,
  StatusBadge,
  Tabs,
  useGoOn,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { History } from '../History.tsx';
import classes from '../programme.module.css';
import { AssessmentDialog } from './AssessmentDialog.tsx';
import { CompareView } from './CompareView.tsx';
import { GapsView } from './GapsView.tsx';
import { QuestionsView } from './QuestionsView.tsx';
import { SourceLine } from './SourceLine.tsx';

const views = ['questions', 'gaps', 'compare', 'picture', 'evidence', 'history'] as const;
type View = (typeof views)[number];

/** One self-assessment: its questions, what falls short, how it stands beside the last one, and its picture. */
export function AssessmentScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const detail = useHostQuery('programme.assessment', { id }, { keepPrevious: true });
  const elements = useHostQuery('programme.elements', {});
  return (
    <QueryView query={detail} whenGone={<a href="#/programme">{t('programme.goneBack')}</a>}>
      {(assessment) => (elements.data === undefined ? null : <Screen assessment={assessment} catalogue={elements.data} />)}
    </QueryView>
  );
}

function Screen({ assessment, catalogue }: { readonly assessment: AssessmentDetail; readonly catalogue: ProgrammeElements }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const view: View = views.find((one) => one === params.get('view')) ?? 'questions';
  const { summary } = assessment;
  const show = (next: View) => setParams(next === 'questions' ? {} : { view: next }, { replace: true });
  return (
    <Page
      body={view === 'questions' ? 'fill' : 'scroll'}
      padded={view !== 'questions'}
      shows={view}
      header={
        <PageHeader
          title={summary.title}
          crumbs={[
            { label: t('programme.title'), href: '#/programme' },
            { label: t('programme.place.assessment'), href: '#/programme' },
            { label: summary.title },
          ]}
          beside={
            <StatusBadge small tone={summary.state === 'final' ? 'clear' : 'unassessed'}>
              {t(`programme.assessment.${summary.state}`)}
            </StatusBadge>
          }
          subtitle={[
            formatDay(summary.assessedOn, t.locale),
            summary.by,
            t('programme.assessment.progress', { answered: summary.answered, applicable: summary.applicable }),
          ]
            .filter((part) => part !== '')
            .join(' · ')}
          actions={<Actions assessment={assessment} />}
        >
          <Tabs<View>
            label={t('programme.assessment.views')}
            active={view}
            onChange={show}
            tabs={views.map((one) => ({
              id: one,
              label: t(`programme.assessment.view.${one}`),
              ...(one === 'gaps'
                ? { count: assessment.gaps.length }
                : one === 'compare' && assessment.last !== null
                  ? { count: assessment.moved.length }
                  : {}),
            }))}
          />
        </PageHeader>
      }
    >
      {view === 'questions' ? <QuestionsView assessment={assessment} catalogue={catalogue} /> : null}
      {view === 'gaps' ? <GapsView assessment={assessment} catalogue={catalogue} /> : null}
      {view === 'compare' ? <CompareView assessment={assessment} catalogue={catalogue} /> : null}
      {view === 'picture' ? (
        <div className={classes['stack']}>
          <div className={classes['portrait']}>
            <ElementRadar catalogue={catalogue} now={summary} before={assessment.last} target={assessment.target} />
          </div>
          {assessment.note === '' ? null : <p>{assessment.note}</p>}
          <SourceLine catalogue={catalogue} />
        </div>
      ) : null}
      {view === 'evidence' ? <EvidenceOf record={{ kind: 'assessment', id: summary.id }} /> : null}
      {view === 'history' ? <History of="assessments" id={summary.id} /> : null}
    </Page>
  );
}

function Actions({ assessment }: { readonly assessment: AssessmentDetail }) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const finish = useHostCommand('programme.finishAssessment');
  const remove = useHostCommand('programme.removeAssessment');
  const undo = useHostCommand('journal.undo');
  const [editing, setEditing] = useState(false);
  const { id, revision, state } = assessment.summary;
  const setFinal = async (final: boolean) => {
    const reply = await finish.run({ id, revision, final });
    if (reply.ok && final) toast({ message: t('programme.assessment.finished'), onUndo: () => void undo.run({}) });
  };
  const drop = async () => {
    const reply = await remove.run({ id, revision });
    if (!reply.ok) return;
    toast({ message: t('programme.assessment.removed'), onUndo: () => void undo.run({}) });
    goOn('/programme');
  };
  const failure = finish.error ?? remove.error;
  return (
    <>
      {failure === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, failure)}
        </Note>
      )}
      <Menu
        align="end"
        groups={[
          {
            items: [
              {
                id: 'details',
                label: t('programme.assessment.details'),
                icon: IconPencil,
                disabledBecause:
                  state === 'final'
                    ? t('programme.assessment.reopenWhat', { day: formatDay(assessment.summary.assessedOn, t.locale) })
                    : undefined,
                onSelect: () => setEditing(true),
              },
              { id: 'remove', label: t('programme.remove'), icon: IconTrash, danger: true, onSelect: () => void drop() },
            ],
          },
        ]}
      >
        <IconButton icon={IconDots} label={t('common.more')} />
      </Menu>
      <Button icon={IconPrinter} onClick={() => void navigate('/reports/programme-assessment')}>
        {t('programme.print')}
      </Button>
      {state === 'draft' ? (
        <Button kind="primary" icon={IconChecks} busy={finish.pending} onClick={() => void setFinal(true)}>
          {t('programme.assessment.finishAs')}
        </Button>
      ) : (
        <Button icon={IconRotate2} busy={finish.pending} onClick={() => void setFinal(false)}>
          {t('programme.assessment.reopen')}
        </Button>
      )}
      {editing ? <AssessmentDialog assessment={assessment} onClose={() => setEditing(false)} /> : null}
    </>
  );
}
