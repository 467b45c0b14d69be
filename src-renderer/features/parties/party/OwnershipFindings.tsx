import type { OwnershipFindingView } from '../../../../src-shared/contract/parties.ts';
import { Note, StatusText, type Tone, TraceItem, TraceList, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';

const tones: Readonly<Record<OwnershipFindingView['outcome'], Tone>> = { met: 'restricted', notMet: 'clear', question: 'review' };

/** What each ownership rule says of a party: outcome, steps, shares counted, questions. A rule that is not confirmed says so plainly. */
export function OwnershipFindings({ findings }: { readonly findings: readonly OwnershipFindingView[] }) {
  const t = useText();
  return (
    <section className={classes['stack']} aria-label={t('parties.ownership.findings')}>
      <div className={classes['headed']}>
        <h2>{t('parties.ownership.findings')}</h2>
      </div>
      {findings.every(({ confirmed }) => confirmed) ? null : <Note tone="review">{t('parties.ownership.unconfirmedWhy')}</Note>}
      <div className={classes['findings']}>
        {findings.map((one) => (
          <Finding key={one.test} finding={one} />
        ))}
      </div>
    </section>
  );
}

function Finding({ finding }: { readonly finding: OwnershipFindingView }) {
  const t = useText();
  return (
    <article className={classes['finding']}>
      <h3>{t(`parties.test.${finding.test}`)}</h3>
      <span className={classes['buttons']}>
        <StatusText tone={tones[finding.outcome]}>{t(`parties.outcome.${finding.outcome}`)}</StatusText>
        {finding.confirmed ? null : <span className="claimed">{t('parties.ownership.unconfirmed')}</span>}
      </span>
      {finding.why.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {finding.aggregate === null ? null : <p className="figures">{t('parties.ownership.aggregate', { percent: finding.aggregate })}</p>}
      {finding.steps.length === 0 ? null : (
        <>
          <b className="medium">{t('parties.ownership.steps')}</b>
          <TraceList>
            {finding.steps.map((step) => (
              <TraceItem key={`${step.ownerId} ${step.ownedId}`} title={step.text} />
            ))}
          </TraceList>
        </>
      )}
      {finding.questions.length === 0 ? null : (
        <>
          <b className="medium">{t('parties.ownership.questions')}</b>
          <ul>
            {finding.questions.map((question) => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </>
      )}
      {finding.citations.length === 0 ? null : (
        <p className="caption muted">{t('parties.sources', { list: finding.citations.join('; ') })}</p>
      )}
    </article>
  );
}
