import type { PartySign } from '../../../../src-shared/contract/parties.ts';
import { StatusText, useText } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { signTones } from '../words.tsx';

/** Signs about places, ownership and ways of dealing, each with its reason and source; what is only a question says so. */
export function SignList({ signs }: { readonly signs: readonly PartySign[] }) {
  const t = useText();
  if (signs.length === 0) return <p className="muted">{t('parties.signs.none')}</p>;
  return (
    <ul className={classes['signs']}>
      {signs.map((sign) => (
        <li key={`${sign.kind} ${sign.title}`}>
          <span className={classes['headed']}>
            <StatusText tone={signTones[sign.severity]}>{t(`parties.severity.${sign.severity}`)}</StatusText>
            <b className="medium">{sign.title}</b>
            {sign.question ? <span className="muted">{t('parties.signs.question')}</span> : null}
          </span>
          <span className={classes['lead']}>{sign.why}</span>
          {sign.citations.length === 0 ? null : (
            <span className="caption muted">{t('parties.sources', { list: sign.citations.join('; ') })}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
