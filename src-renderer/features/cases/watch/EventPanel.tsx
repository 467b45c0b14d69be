import type { WatchEventView } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { Button, EnforcementWord, Inspector, LinkButton, Note, Section, TextStatusWord, TwoSides, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { SourceOf } from './SourceOf.tsx';

interface EventPanelProps {
  readonly event: WatchEventView;
  readonly onCheck: (id: string) => void;
  readonly onClose: () => void;
}

/** One event of the timeline: text and enforcement beside each other, its source, and what judging on its day would touch. */
export function EventPanel({ event, onCheck, onClose }: EventPanelProps) {
  const t = useText();
  const { check } = event;
  return (
    <Inspector
      kind="why"
      over={event.packTitle}
      title={event.title}
      subtitle={`${formatDay(event.date, t.locale)} · ${t(`watch.kind.${event.kind}`)}`}
      onClose={onClose}
      footer={<LinkButton href={`#/rules/impact?on=${event.date}`}>{t('watch.touches')}</LinkButton>}
    >
      {event.summary === '' ? null : <p className={classes['lead']}>{event.summary}</p>}
      <TwoSides
        start={{
          label: t('watch.column.text'),
          value: event.textStatus === null ? t('watch.noText') : <TextStatusWord status={event.textStatus} />,
        }}
        end={{
          label: t('watch.column.enforcement'),
          value: event.enforcement === null ? t('watch.noTextShort') : <EnforcementWord enforcement={event.enforcement} />,
        }}
      />
      {event.note === '' ? null : <p className={classes['small']}>{event.note}</p>}
      {check === null || event.checkState === 'settled' ? null : (
        <Note tone="review">
          {t(`watch.state.${event.checkState ?? 'due'}`)}.{' '}
          <Button kind="link" onClick={() => onCheck(check)}>
            {t('watch.openCheck')}
          </Button>
        </Note>
      )}
      <Section title={t('watch.source')}>
        <SourceOf source={event.source} confidence={event.confidence} />
      </Section>
      {event.entries.length === 0 ? null : (
        <Section title={t('watch.entries')}>
          <p>{event.entries.join(', ')}</p>
        </Section>
      )}
    </Inspector>
  );
}
