import type { WatchCheckView, WatchLook } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { EvidenceOf } from '../../../host/index.ts';
import { Button, Inspector, LinkButton, Section, useText } from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { LookWord } from '../words.tsx';
import { SourceOf } from './SourceOf.tsx';
import type { LookAt } from './WatchScreen.tsx';

interface CheckPanelProps {
  readonly check: WatchCheckView;
  readonly onLook: (at: LookAt) => void;
  readonly onEdit: () => void;
  readonly onClose: () => void;
}

/** One item to confirm: why it is open, where to look, what people found, and what hangs on it. */
export function CheckPanel({ check, onLook, onEdit, onClose }: CheckPanelProps) {
  const t = useText();
  const touches = check.entries.length > 0 || check.ownership !== null;
  return (
    <Inspector
      kind="why"
      over={check.source === null ? t('watch.own') : check.packTitle}
      title={check.title}
      subtitle={<LookWord check={check} filled />}
      onClose={onClose}
      footer={
        <Button kind="primary" fullWidth onClick={() => onLook({ subject: check.subject, title: check.title, look: check.look })}>
          {t('watch.record')}
        </Button>
      }
    >
      {check.why === '' ? null : (
        <Section title={t('watch.why')}>
          <p className={classes['lead']}>{check.why}</p>
        </Section>
      )}
      {check.look === '' ? null : (
        <Section title={t('watch.look')}>
          <p className={classes['lead']}>{check.look}</p>
        </Section>
      )}
      {check.source === null ? (
        <Section title={t('watch.item.owner')}>
          <p>
            {[check.owner, check.dueOn === null ? '' : formatDay(check.dueOn, t.locale)].filter((part) => part !== '').join(', ') || '–'}
          </p>
          <Button onClick={onEdit}>{t('watch.edit')}</Button>
        </Section>
      ) : (
        <Section title={t('watch.source')}>
          <SourceOf source={check.source} confidence={check.confidence} />
        </Section>
      )}
      {touches ? (
        <Section title={t('watch.entries')}>
          <p>{check.ownership === null ? check.entries.join(', ') : t(`impact.test.${check.ownership}`)}</p>
          <LinkButton href={`#/rules/impact?check=${check.id}`}>{t('watch.touches')}</LinkButton>
        </Section>
      ) : null}
      <Section title={t('watch.looks')}>
        {check.standing.looks.length === 0 ? (
          <p className="muted">{t('watch.looks.none')}</p>
        ) : (
          <ul className={classes['plain']}>
            {check.standing.looks.map((look) => (
              <Look key={look.id} look={look} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('evidence.tab')}>
        <EvidenceOf key={check.id} record={{ kind: 'ruleWatch', id: check.id }} />
      </Section>
    </Inspector>
  );
}

function Look({ look }: { readonly look: WatchLook }) {
  const t = useText();
  return (
    <li>
      <span>
        <b className="medium">{t(`watch.outcome.${look.outcome}`)}</b>: {look.found}
      </span>
      <span className={classes['small']}>
        {t('watch.foundWhere', { where: look.where, on: formatDay(look.checkedOn, t.locale), by: look.by })}
        {look.nextOn === null ? '' : ` ${t('watch.again', { on: formatDay(look.nextOn, t.locale) })}`}
      </span>
    </li>
  );
}
