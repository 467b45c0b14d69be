import type { Manner, Profile } from '../../../../src-shared/contract/screening.ts';
import { type PartyType, partyTypes } from '../../../../src-shared/model/listed-party.ts';
import { useHostQuery } from '../../../host/index.ts';
import { useText } from '../../../ui/index.ts';
import { scoreWords } from '../words.ts';
import classes from './settings.module.css';
import { inForce } from './thresholds.ts';

interface InForceProps {
  readonly manner: Manner;
  /** The company's own. */
  readonly thresholds: Profile['thresholds'];
  /** Somebody wants a line of their own there, starting from what is in force. */
  readonly onChange: (list: string | null, type: PartyType, start: { readonly review: number; readonly strong: number }) => void;
}

/** Review and strong threshold of every list in use and every type, as they come out of the manner and the company's own lines. */
export function InForce({ manner, thresholds, onChange }: InForceProps) {
  const t = useText();
  const { data: standing } = useHostQuery('screening.standing', {});
  const { data: effect } = useHostQuery('screening.tryProfile', { manner, thresholds }, { keepPrevious: true });
  if (effect === undefined) return null;
  const lists: readonly { readonly code: string | null; readonly title: string }[] = [
    { code: null, title: t('screening.settings.otherLists') },
    ...(standing?.lists ?? []),
  ];
  return (
    <div className={classes['scroll']}>
      <table className={classes['inForce']} aria-label={t('screening.settings.inForce')}>
        <thead>
          <tr>
            <th scope="col">{t('screening.settings.list')}</th>
            {partyTypes.map((type) => (
              <th key={type} scope="col">
                {t(`screening.type.${type}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lists.map(({ code, title }) => (
            <tr key={code ?? '*'}>
              <th scope="row">{title}</th>
              {partyTypes.map((type) => {
                const { review, strong, from } = inForce(effect.thresholds, code, type);
                const own = Object.hasOwn(thresholds, from);
                return (
                  <td key={type}>
                    <button type="button" data-own={own ? '' : undefined} onClick={() => onChange(code, type, { review, strong })}>
                      <span className="visually-hidden">
                        {t('screening.settings.cell', { list: title, type: t(`screening.type.${type}`) })}{' '}
                      </span>
                      {scoreWords(review)} · {scoreWords(strong)}
                      {own ? <span className="visually-hidden"> {t('screening.settings.cellOwn')}</span> : null}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
