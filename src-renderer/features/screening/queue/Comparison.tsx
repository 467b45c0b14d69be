import {
  IconArrowBackUp,
  IconArrowUpRight,
  IconCircleCheck,
  IconHandStop,
  IconHelpCircle,
  IconLayoutSidebarRight,
  IconUserCheck,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { HitDetail, Verdict } from '../../../../src-shared/contract/screening.ts';
import { MakeTaskButton, TasksOf } from '../../../host/index.ts';
import { Button, IconButton, StatusBadge, StatusText, useText } from '../../../ui/index.ts';
import { MarkedNames, PairStrip } from '../Pairs.tsx';
import { pointsWords, scoreWords, stateTones } from '../words.ts';
import { BeyondName } from './BeyondName.tsx';
import { EarlierDecisions } from './EarlierDecisions.tsx';
import { IfTrue, OtherNames } from './EntrySide.tsx';
import type { PanelTab } from './HitPanel.tsx';
import classes from './queue.module.css';

interface ComparisonProps {
  readonly hit: HitDetail;
  readonly onAsk: (verdict: Verdict, note?: string) => void;
  readonly onSecond: () => void;
  readonly panel: PanelTab | null;
  readonly onPanel: (tab: PanelTab | null) => void;
  /** Warnings that concern this hit. */
  readonly top: ReactNode;
}

/** Ours beside theirs: which words met and why, what else is known of both, what would follow, and the four answers. */
export function Comparison({ hit, onAsk, onSecond, panel, onPanel, top }: ComparisonProps) {
  const t = useText();
  const isStrong = hit.band === 'strong';
  return (
    <article className={classes['comparison']} aria-label={t('screening.comparison', { name: hit.subjectName, entry: hit.entryName })}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keys, holds few controls */}
      <div className={classes['scroll']} tabIndex={0} role="region" aria-label={t('screening.comparison.facts')} key={hit.id}>
        <div className={classes['headline']}>
          <StatusBadge tone={isStrong ? 'restricted' : 'review'}>{t(`screening.band.${hit.band}`)}</StatusBadge>
          {hit.state === 'open' ? null : <StatusText tone={stateTones[hit.state]}>{t(`screening.state.${hit.state}`)}</StatusText>}
          <span className="small muted">
            {t('screening.place', {
              at: hit.place.at,
              of: hit.place.of,
              engine: hit.engineVersion,
              profile: t.dynamic(`screening.manner.${hit.profile.replace('+', '')}`, {}, hit.profile),
              own: String(hit.profile.endsWith('+')),
            })}
          </span>
          <dl className={classes['scores']}>
            <div>
              <dt>{t('screening.name')}</dt>
              <dd>{scoreWords(hit.nameScore)}</dd>
            </div>
            <div>
              <dt>{t('screening.evidence')}</dt>
              <dd>{pointsWords(hit.evidenceScore)}</dd>
            </div>
          </dl>
          <MakeTaskButton
            iconOnly
            cause="finding"
            phase="audit"
            titleForAll={t('screening.task.all')}
            sources={async () => [
              {
                record: { kind: 'screeningHit', id: hit.id },
                title: t('screening.task.one', { name: hit.subjectName, entry: hit.entryName }).slice(0, 300),
              },
            ]}
          />
          <IconButton
            icon={IconLayoutSidebarRight}
            label={t('screening.panel')}
            shortcut="I"
            pressed={panel !== null}
            onClick={() => onPanel(panel === null ? 'entry' : null)}
          />
        </div>
        {top}
        <MarkedNames
          ours={hit.queryName}
          theirs={hit.matchedName}
          oursAbout={
            hit.subject.kind === 'person'
              ? t('screening.ourStaff', { about: hit.subjectAbout || 'none' })
              : t('screening.ourParty', { about: hit.subjectAbout || 'none' })
          }
          theirsKind={hit.otherNames.find(({ text }) => text === hit.matchedName) ?? null}
          pairs={hit.pairs}
          unmatched={hit.unmatched}
        />
        <PairStrip ours={hit.queryName} pairs={hit.pairs} unmatched={hit.unmatched} />
        <BeyondName facts={hit.features} onAskFor={(fact) => onAsk('needFacts', t('screening.askFor', { fact }))} />
        <div className={classes['halves']}>
          <OtherNames hit={hit} />
          <IfTrue hit={hit} onEntry={() => onPanel('entry')} />
        </div>
        <EarlierDecisions hit={hit} />
        <TasksOf record={{ kind: 'screeningHit', id: hit.id }} />
      </div>
      <footer className={classes['answers']}>
        <Answers hit={hit} onAsk={onAsk} onSecond={onSecond} />
      </footer>
    </article>
  );
}

function Answers({ hit, onAsk, onSecond }: Pick<ComparisonProps, 'hit' | 'onAsk' | 'onSecond'>) {
  const t = useText();
  const { state } = hit;
  if (state === 'trueMatch' || state === 'falsePositive' || state === 'gone')
    return (
      <>
        <Button icon={IconArrowBackUp} shortcut="U" showShortcut onClick={() => onAsk('reopen')}>
          {t('screening.verdict.reopen')}
        </Button>
        <span className="caption muted">{t(`screening.rule.${state}`)}</span>
      </>
    );
  return (
    <>
      {hit.state === 'trueUnconfirmed' ? (
        <Button kind="primary" icon={IconUserCheck} shortcut="S" showShortcut onClick={onSecond}>
          {t('screening.second.do')}
        </Button>
      ) : (
        <Button kind="primary" icon={IconHandStop} shortcut="T" showShortcut onClick={() => onAsk('trueMatch')}>
          {t('screening.verdict.trueMatch')}
        </Button>
      )}
      <Button icon={IconCircleCheck} shortcut="F" showShortcut onClick={() => onAsk('falsePositive')}>
        {t('screening.verdict.falsePositive')}
      </Button>
      <Button icon={IconHelpCircle} shortcut="N" showShortcut onClick={() => onAsk('needFacts')}>
        {t('screening.verdict.needFacts')}
      </Button>
      <Button kind="quiet" icon={IconArrowUpRight} shortcut="X" showShortcut onClick={() => onAsk('escalate')}>
        {t('screening.verdict.escalate')}
      </Button>
      <span className="caption muted">{t(hit.state === 'trueUnconfirmed' ? 'screening.rule.trueUnconfirmed' : 'screening.rule.open')}</span>
    </>
  );
}
