import { IconAdjustments } from '@tabler/icons-react';
import { useCallback, useRef, useState } from 'react';
import type { PlanView, WorkLimits } from '../../../../src-shared/contract/plan.ts';
import { Button, NumberField, Popover, Segmented, Toolbar, usePreference, useText } from '../../../ui/index.ts';
import type { ViewProps } from '../PlanScreen.tsx';
import classes from '../plan.module.css';
import { usePlanActions } from '../plan-data.ts';
import { useStateMoves } from '../task/use-state-moves.tsx';
import { Board } from './Board.tsx';
import type { Column, LaneBy } from './lanes.ts';

const laneChoices = ['none', 'phase', 'owner'] as const;
const isLane = (value: unknown): value is LaneBy => laneChoices.some((one) => one === value);
const limited = ['todo', 'doing', 'waiting', 'review'] as const;

/** The board with its lanes and work limits. Moving to "waiting" asks what for, moving to "done" asks for evidence. */
export function BoardView({ plan, tasks, onOpen }: ViewProps) {
  const t = useText();
  const [laneBy, setLaneBy] = usePreference<LaneBy>('plan.board.lanes', 'none', isLane);
  const moves = useStateMoves(plan);
  // The same functions for good: a card is drawn again only when its task changes.
  const latest = useRef({ move: moves.move, onOpen });
  latest.current = { move: moves.move, onOpen };
  const move = useCallback((id: string, to: Column) => latest.current.move(id, to), []);
  const open = useCallback((id: string) => latest.current.onOpen(id), []);
  return (
    <>
      <Toolbar label={t('plan.board.toolbar')} end={<LimitsPopover plan={plan} />}>
        <Segmented<LaneBy>
          label={t('plan.board.lanes')}
          value={laneBy}
          choices={laneChoices.map((value) => ({ value, label: t(`plan.board.lane.${value}`) }))}
          onChange={setLaneBy}
        />
      </Toolbar>
      <Board tasks={tasks} laneBy={laneBy} limits={plan.limits} asking={moves.dialog !== null} onMove={move} onOpen={open} />
      <div role="status" className="visually-hidden">
        {moves.said}
      </div>
      {moves.dialog}
    </>
  );
}

/** How many tasks a column should hold at most. A limit warns; it refuses nothing. */
function LimitsPopover({ plan }: { readonly plan: PlanView }) {
  const t = useText();
  const { setLimits } = usePlanActions(plan);
  const [opened, setOpened] = useState(false);
  const [limits, setDraft] = useState<WorkLimits>(plan.limits);
  return (
    <Popover
      width={260}
      align="end"
      opened={opened}
      onChange={setOpened}
      trigger={
        <Button
          kind="quiet"
          size="small"
          icon={IconAdjustments}
          hasPopup="dialog"
          onClick={() => {
            setDraft(plan.limits);
            setOpened(!opened);
          }}
        >
          {t('plan.board.limits')}
        </Button>
      }
    >
      <div className={classes['form']}>
        <p className="small muted">{t('plan.board.limitsHint')}</p>
        {limited.map((state) => (
          <NumberField
            key={state}
            label={t(`plan.state.${state}`)}
            inline
            value={limits[state]}
            integer
            min={1}
            onCommit={(value) => setDraft({ ...limits, [state]: value })}
          />
        ))}
        <Button
          kind="primary"
          onClick={() => {
            setOpened(false);
            void setLimits(limits);
          }}
        >
          {t('plan.board.limitsSave')}
        </Button>
      </div>
    </Popover>
  );
}
