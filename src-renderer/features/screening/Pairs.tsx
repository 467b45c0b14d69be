import type { LookUpHit } from '../../../src-shared/contract/screening.ts';
import { useText } from '../../ui/index.ts';
import { markedName, type NameMark } from './marked-name.ts';
import classes from './pairs.module.css';
import { markOf, scriptName } from './words.ts';

type Compared = Pick<LookUpHit, 'pairs' | 'unmatched'>;

interface MarkedNamesProps extends Compared {
  readonly ours: string;
  readonly theirs: string;
  readonly oursAbout: string;
  readonly theirsKind: { readonly kind: string; readonly script: string } | null;
}

/** Both names whole, with the words that met underlined: one line for the same word, a double line for a similar one. */
export function MarkedNames({ ours, theirs, oursAbout, theirsKind, pairs, unmatched }: MarkedNamesProps) {
  const t = useText();
  const script = theirsKind === null ? null : scriptName(t.locale, theirsKind.script);
  return (
    <div className={classes['two']}>
      <div>
        <div className="caption muted">{oursAbout}</div>
        <Name
          text={ours}
          marks={[
            ...pairs.map((pair) => ({ text: pair.query, kind: markOf(pair) })),
            ...unmatched.query.map(({ text }) => ({ text, kind: 'left' as const })),
          ]}
        />
      </div>
      <div>
        <div className="caption muted">
          {t('screening.theirName', {
            kind: t.dynamic(`screening.nameKind.${theirsKind?.kind ?? ''}`, {}, 'none'),
            script: script ?? 'none',
          })}
        </div>
        <Name
          text={theirs}
          marks={[
            ...pairs.map((pair) => ({ text: pair.listed, kind: markOf(pair) })),
            ...unmatched.listed.map(({ text }) => ({ text, kind: 'left' as const })),
          ]}
        />
      </div>
    </div>
  );
}

function Name({ text, marks }: { readonly text: string; readonly marks: readonly NameMark[] }) {
  return (
    <bdi className={classes['name']}>
      {markedName(text, marks).map((segment, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one name, never reordered
        <span key={place} data-mark={segment.kind ?? undefined}>
          {segment.text}
        </span>
      ))}
    </bdi>
  );
}

/** Each pair of words with the reason they count as one and the share of the name it carries; then what met nothing, with its cost. */
export function PairStrip({ ours, pairs, unmatched }: Compared & { readonly ours: string }) {
  const t = useText();
  const forms = {
    query: unmatched.query.filter(isForm),
    listed: unmatched.listed.filter(isForm),
  };
  const left: readonly Left[] = [
    ...unmatched.query.filter((one) => !isForm(one)).map((one) => ({ ...one, side: 'ours' as const })),
    ...unmatched.listed.filter((one) => !isForm(one)).map((one) => ({ ...one, side: 'theirs' as const })),
  ];
  // In the order of our own name; what only the list has comes last.
  const placeOf = (word: string) => {
    const at = ours.toLowerCase().indexOf(word.toLowerCase());
    return at < 0 ? ours.length : at;
  };
  const cells = [
    ...[
      ...pairs.map((pair) => ({ at: placeOf(pair.query), cell: pair })),
      ...left.filter(({ side }) => side === 'ours').map((one) => ({ at: placeOf(one.text), cell: one })),
    ]
      .sort((a, b) => a.at - b.at)
      .map(({ cell }) => cell),
    ...left.filter(({ side }) => side === 'theirs'),
  ];
  return (
    <div className={classes['strip']}>
      <div className={classes['labels']} aria-hidden>
        <span>{t('screening.yours')}</span>
        <span>{t('screening.why')}</span>
        <span>{t('screening.listed')}</span>
      </div>
      <ul className={classes['cells']} aria-label={t('screening.pairs')}>
        {cells.map((pair, place) =>
          'side' in pair ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: words may repeat, the order is fixed
            <LeftOver key={place} one={pair} />
          ) : (
            // biome-ignore lint/suspicious/noArrayIndexKey: words may repeat, the order is fixed
            <li key={place}>
              <bdi className={classes['word']}>{pair.query}</bdi>
              <span className={classes['why']} data-mark={markOf(pair)}>
                <b>{t(`screening.pair.${pair.reason}`, { same: String(pair.similarity >= 0.995) })}</b>
                {t('screening.pair.weight', { share: pair.weight, similarity: pair.similarity, same: String(pair.similarity >= 0.995) })}
              </span>
              <bdi className={classes['word']}>{pair.listed}</bdi>
            </li>
          ),
        )}
        {forms.query.length + forms.listed.length === 0 ? null : (
          <li>
            <Word text={textOf(forms.query)} />
            <span className={classes['why']} data-mark="left">
              <b>{t('screening.forms')}</b>
              {t('screening.forms.notCompared')}
            </span>
            <Word text={textOf(forms.listed)} />
          </li>
        )}
      </ul>
    </div>
  );
}

type Left = Compared['unmatched']['query'][number] & { readonly side: 'ours' | 'theirs' };

function LeftOver({ one }: { readonly one: Left }) {
  const t = useText();
  return (
    <li>
      <Word text={one.side === 'ours' ? one.text : null} />
      <span className={classes['why']} data-mark="left">
        <b>{t(`screening.left.${one.side}`)}</b>
        {t('screening.left.cost', {
          role: t(`screening.role.${one.role}`),
          points: one.points === 0 ? 'none' : `−${Math.abs(one.points).toFixed(2)}`,
        })}
      </span>
      <Word text={one.side === 'theirs' ? one.text : null} />
    </li>
  );
}

/** Legal forms that cost nothing are said once for both sides. */
const isForm = (one: Compared['unmatched']['query'][number]): boolean => one.role === 'legalForm' && one.points === 0;

const textOf = (words: Compared['unmatched']['query']): string | null =>
  words.length === 0 ? null : words.map(({ text }) => text).join(', ');

function Word({ text }: { readonly text: string | null }) {
  const t = useText();
  if (text !== null)
    return (
      <bdi className={classes['word']} data-left="">
        {text}
      </bdi>
    );
  return (
    <span className={classes['word']} data-left="">
      <span aria-hidden>–</span>
      <span className="visually-hidden">{t('screening.left.nothing')}</span>
    </span>
  );
}
