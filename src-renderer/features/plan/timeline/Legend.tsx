import { Kbd, useText } from '../../../ui/index.ts';
import classes from './timeline.module.css';

/** What the drawing means, in the footer. */
export function Legend() {
  const t = useText();
  return (
    <>
      <span className={classes['legend']}>
        <svg width={22} height={12} aria-hidden>
          <g className={classes['task']} data-critical="" data-started="">
            <rect className={classes['bar']} x={0.5} y={1} width={21} height={10} rx={3} />
          </g>
        </svg>
        {t('plan.legend.critical')}
      </span>
      <span className={classes['legend']}>
        <svg width={22} height={12} aria-hidden>
          <rect className={classes['planned']} x={0.5} y={4} width={21} height={4} rx={2} />
        </svg>
        {t('plan.legend.planned')}
      </span>
      <span className={classes['legend']}>
        <svg width={22} height={12} aria-hidden>
          <g className={classes['task']} data-closed="">
            <rect className={classes['bar']} x={0.5} y={1} width={21} height={10} rx={3} />
          </g>
        </svg>
        {t('plan.legend.done')}
      </span>
      <span className={classes['legend']}>
        <svg width={8} height={12} aria-hidden>
          <rect className={classes['holiday']} width={8} height={12} />
        </svg>
        {t('plan.legend.holiday')}
      </span>
    </>
  );
}

/** The keys of the timeline, in the footer. */
export function TimelineKeys() {
  const t = useText();
  return (
    <span className={classes['keys']}>
      {t('plan.timeline.keysArrows')} <Kbd shortcut="Shift" /> {t('plan.timeline.keysResize')} <Kbd shortcut="T" />{' '}
      {t('plan.timeline.keysTable')}
    </span>
  );
}
