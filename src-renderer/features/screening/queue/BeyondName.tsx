import type { HitDetail } from '../../../../src-shared/contract/screening.ts';
import { Section, SimpleTable, useText } from '../../../ui/index.ts';
import { pointsWords } from '../words.ts';
import classes from './queue.module.css';

type Fact = HitDetail['features'][number];

interface BeyondNameProps {
  readonly facts: readonly Fact[];
  /** Opens "need facts" with the question for this fact written. Absent where nothing is decided. */
  readonly onAskFor?: (fact: string) => void;
}

/** What is known besides the name, and which way each fact pulls. */
export function BeyondName({ facts, onAskFor }: BeyondNameProps) {
  const t = useText();
  if (facts.length === 0)
    return (
      <Section title={t('screening.beyond')}>
        <p className="small muted">{t('screening.beyond.none')}</p>
      </Section>
    );
  return (
    <Section title={t('screening.beyond')} aside={t('screening.beyond.aside')}>
      <SimpleTable<Fact>
        label={t('screening.beyond')}
        place="inline"
        rowHeight={29}
        groups={[{ id: 'all', rows: facts }]}
        rowKey={(fact) => `${fact.name} ${fact.why}`}
        columns={[
          {
            id: 'fact',
            header: t('screening.column.fact'),
            width: 104,
            cell: (fact) => <span className="muted">{t(`screening.fact.${fact.name}`)}</span>,
          },
          {
            id: 'ours',
            header: t('screening.yours'),
            width: 170,
            cell: (fact) =>
              fact.ours !== '' ? (
                <Value fact={fact} text={fact.ours} />
              ) : askable.has(fact.name) ? (
                <span className="muted">
                  {t('screening.notHeld')}{' '}
                  {onAskFor === undefined ? null : (
                    <button type="button" className={classes['ask']} onClick={() => onAskFor(t(`screening.fact.${fact.name}`))}>
                      {t('screening.askThem')}
                    </button>
                  )}
                </span>
              ) : (
                <span className="muted">–</span>
              ),
          },
          {
            id: 'theirs',
            header: t('screening.listed'),
            minWidth: 110,
            cell: (fact) => (
              <span className={classes['theirs']}>
                {fact.theirs === '' ? <span className="muted">{t('screening.noneListed')}</span> : <Value fact={fact} text={fact.theirs} />}
                {fact.why === '' ? null : <small>{fact.why}</small>}
              </span>
            ),
          },
          {
            id: 'points',
            header: t('screening.column.points'),
            width: 56,
            align: 'end',
            cell: (fact) => (
              <b className={classes['pull']} data-pull={fact.points > 0 ? 'for' : fact.points < 0 ? 'against' : 'none'}>
                {pointsWords(fact.points)}
              </b>
            ),
          },
        ]}
      />
    </Section>
  );
}

const askable: ReadonlySet<Fact['name']> = new Set(['birth', 'country', 'city', 'identifier', 'gender']);

function Value({ fact, text }: { readonly fact: Fact; readonly text: string }) {
  const t = useText();
  if (fact.name === 'type') return <span>{t.dynamic(`screening.type.${text}`, {}, text)}</span>;
  if (fact.name === 'gender') return <span>{t.dynamic(`screening.gender.${text}`, {}, text)}</span>;
  return (
    <bdi className={classes['value']} title={text}>
      {text}
    </bdi>
  );
}
