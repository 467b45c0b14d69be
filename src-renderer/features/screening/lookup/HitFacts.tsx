import type { LookUpHit } from '../../../../src-shared/contract/screening.ts';
import { useText } from '../../../ui/index.ts';
import { MarkedNames, PairStrip } from '../Pairs.tsx';
import { BeyondName } from '../queue/BeyondName.tsx';
import classes from './lookup.module.css';

/** Why a listed name answers to a name: words that met, what was left over, what else was compared. */
export function HitFacts({ named, hit }: { readonly named: string; readonly hit: LookUpHit }) {
  const t = useText();
  return (
    <div className={classes['facts']}>
      <MarkedNames
        ours={named}
        theirs={hit.matchedName}
        oursAbout={t('screening.lookUp.yourName')}
        theirsKind={null}
        pairs={hit.pairs}
        unmatched={hit.unmatched}
      />
      <PairStrip ours={named} pairs={hit.pairs} unmatched={hit.unmatched} />
      {hit.features.length === 0 ? null : <BeyondName facts={hit.features} />}
      <p className="caption muted">
        {t('screening.lookUp.entry', { entry: hit.entryName, list: hit.listTitle, id: hit.entryId, name: hit.nameScore, score: hit.score })}
      </p>
    </div>
  );
}
