import { IconPlayerPlay } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ClassificationView } from '../../../../src-shared/contract/classification.ts';
import type { AssetDetail } from '../../../../src-shared/contract/inventory.ts';
import { isoDate } from '../../../../src-shared/model/dates.ts';
import type { EntryFinding, TraceStep } from '../../../../src-shared/model/finding.ts';
import { factName, traceSentence } from '../../../../src-shared/text/trace.ts';
import { ask, errorOf, errorSentence, useHostQuery } from '../../../host/index.ts';
import {
  ArithmeticWell,
  Button,
  Inspector,
  MathText,
  Note,
  RangeAgainstLimit,
  Section,
  SourceLink,
  TextField,
  TraceItem,
  TraceList,
  TwoSides,
  useText,
  VerdictStatus,
} from '../../../ui/index.ts';
import classes from './asset.module.css';
import { ChangeList } from './ChangeList.tsx';
import { QuestionList } from './QuestionList.tsx';

interface WhyPanelProps {
  readonly asset: AssetDetail;
  readonly view: ClassificationView;
  readonly entry: EntryFinding;
  readonly onClose: () => void;
  readonly onDecide: () => void;
}

/** Why one entry is met, missed or open: the steps with their arithmetic and sources, whether the rule lives, what is still to ask, who decided. */
export function WhyPanel({ asset, view, entry, onClose, onDecide }: WhyPanelProps) {
  const t = useText();
  const questions = useHostQuery('questions.list', { assetId: asset.row.id, state: 'open', limit: 50 });
  const key = `${entry.pack}:${entry.entry}`;
  const mine = (questions.data ?? []).filter((question) => question.decides.includes(key) || question.decides.includes(entry.entry));
  const { margin } = entry;
  return (
    <Inspector
      kind="why"
      title={t(`inventory.why.${entry.verdict}`, { entry: entry.entry })}
      subtitle={entry.title}
      onClose={onClose}
      footer={<WhyFooter asset={asset} view={view} onDecide={onDecide} />}
    >
      <VerdictStatus verdict={entry.verdict} isExportControl={entry.isExportControl} filled />
      <Steps trace={entry.trace} />
      {margin === undefined || margin.value <= 0 || margin.limit <= 0 ? null : (
        <Section title={t('inventory.againstLimit')} aside={factName(margin.quantity, t)}>
          <RangeAgainstLimit
            range={{
              low: margin.value,
              likely: margin.high === undefined ? margin.value : Math.sqrt(margin.value * margin.high),
              high: margin.high ?? margin.value,
            }}
            limits={[{ value: margin.limit }]}
          />
        </Section>
      )}
      <Section title={t('inventory.isRuleAlive')}>
        <TwoSides
          start={{ label: t('inventory.column.text'), value: t(`textStatus.${entry.textStatus}`), detail: entry.version }}
          end={{ label: t('inventory.column.enforcement'), value: t(`enforcement.${entry.enforcement}`) }}
        />
        {entry.citations.map((citation) => (
          <div key={`${citation.sourceId}${citation.locator}`}>
            <SourceLink citation={citation} />
          </div>
        ))}
        <p className="caption muted">{t(`confidence.${entry.confidence}`)}</p>
      </Section>
      {entry.licenceScope === undefined ? null : (
        <Section title={t('inventory.licenceScope')}>
          <p>{entry.licenceScope}</p>
        </Section>
      )}
      {mine.length === 0 ? null : (
        <Section title={t('inventory.questionsTitle')} aside={t('inventory.byEffect')}>
          <QuestionList asset={asset} questions={mine} />
        </Section>
      )}
      <Section title={t('inventory.decision')}>
        <p>
          {view.decision === null
            ? t('inventory.noDecisionText')
            : t('inventory.decisionText', {
                classification: view.decision.classification,
                who: view.decision.decidedBy,
                day: view.decision.decidedOn,
                until: view.decision.expiresOn,
                reason: view.decision.reason,
              })}
        </p>
        {view.reviews.map((review) => (
          <p key={review.id} className="caption muted">
            {t(`inventory.review.${review.outcome}`, { who: review.askedOf, day: review.reviewedOn ?? review.askedOn })}
          </p>
        ))}
      </Section>
    </Inspector>
  );
}

/** A limb or note that never came into play: no figure of this item reaches it. */
const isBeside = (step: TraceStep) => step.said === 'trace.compare.notApplicable';

/** The steps that carried the answer; those that never came into play wait behind a button. */
function Steps({ trace }: { readonly trace: readonly TraceStep[] }) {
  const t = useText();
  const [all, setAll] = useState(false);
  const beside = trace.filter(isBeside).length;
  const shown = all ? trace : trace.filter((step) => !isBeside(step));
  if (trace.length === 0) return null;
  return (
    <>
      <TraceList>
        {shown.map((step, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a rule may be read twice in one trace, for example for two dies, and a trace never changes order.
          <Step key={`${step.ruleId}${place}`} step={step} />
        ))}
      </TraceList>
      {beside === 0 ? null : (
        <Button kind="quiet" size="small" expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'inventory.hideBeside' : 'inventory.showBeside', { count: beside })}
        </Button>
      )}
    </>
  );
}

function Step({ step }: { readonly step: TraceStep }) {
  const t = useText();
  const said = traceSentence(step, t);
  return (
    <TraceItem title={<MathText>{said}</MathText>} source={<SourceLink citation={step.citation} />}>
      {step.arithmetic === undefined ? null : <ArithmeticWell>{step.arithmetic}</ArithmeticWell>}
      {step.facts.length === 0 ? null : <span className="caption muted">{step.facts.map((fact) => factName(fact, t)).join(', ')}</span>}
    </TraceItem>
  );
}

/** Replay, and the same asset on another day. */
function WhyFooter({ asset, view, onDecide }: Pick<WhyPanelProps, 'asset' | 'view' | 'onDecide'>) {
  const t = useText();
  const [said, setSaid] = useState<ReactNode>(null);
  const [day, setDay] = useState('');
  const fail = (cause: unknown) => setSaid(<Note tone="restricted">{errorSentence(t, errorOf(cause))}</Note>);
  const replay = () => {
    if (view.findingId === null) return;
    ask('classification.replay', { findingId: view.findingId })
      .then((outcome) =>
        setSaid(
          <Note tone={outcome.same ? 'clear' : 'review'} live>
            {t(outcome.same ? 'inventory.replaySame' : outcome.packsPresent ? 'inventory.replayDiffers' : 'inventory.replayOtherPacks')}
            {outcome.same ? null : <ChangeList changes={outcome.changes} />}
          </Note>,
        ),
      )
      .catch(fail);
  };
  const compare = () => {
    const on = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) ? isoDate(day) : null;
    if (on === null) return setSaid(<Note tone="review">{t('inventory.dayFormat')}</Note>);
    ask('classification.onDay', { id: asset.row.id, versionId: asset.row.versionId, on })
      .then(({ changes, finding }) =>
        setSaid(
          <Note tone="info" live>
            {t('inventory.onDay', { day: on, classification: finding.classification })} <ChangeList changes={changes} />
          </Note>,
        ),
      )
      .catch(fail);
  };
  return (
    <div className={classes['form']} style={{ width: '100%' }}>
      {said}
      <div className={classes['row']}>
        <Button icon={IconPlayerPlay} size="small" onClick={replay}>
          {t('inventory.replay')}
        </Button>
        <TextField
          label={t('inventory.compareDay')}
          labelHidden
          size="small"
          placeholder={t('field.dayExample')}
          value={day}
          onChange={setDay}
          onKeyDown={(event) => event.key === 'Enter' && compare()}
          maxLength={10}
        />
        <Button size="small" onClick={compare}>
          {t('inventory.compareDay')}
        </Button>
        <Button size="small" onClick={onDecide}>
          {t('inventory.decide')}
        </Button>
      </div>
    </div>
  );
}
