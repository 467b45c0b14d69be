import type { RiskDetail, RiskRowView } from '../../../../src-shared/contract/programme.ts';
import { RiskBand, riskSteps } from '../../../../src-shared/model/programme.ts';
import { StatusText, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { bandTone } from '../words.tsx';

/** A field of the matrix. */
export interface Cell {
  readonly likelihood: number;
  readonly effect: number;
}

/** Where a line is left: its rating with safeguards, else without; null while it is not rated. */
export function leftOf(row: RiskRowView): Cell | null {
  const [likelihood, effect] =
    row.likelihoodAfter !== null && row.effectAfter !== null ? [row.likelihoodAfter, row.effectAfter] : [row.likelihood, row.effect];
  return likelihood === null || effect === null ? null : { likelihood, effect };
}

interface RiskPictureProps {
  readonly risk: RiskDetail;
  readonly chosen?: Cell | null;
  readonly onCell: (cell: Cell) => void;
}

/** What is left of the risks: the matrix of likelihood and effect, and the lines by band. */
export function RiskPicture({ risk, chosen = null, onCell }: RiskPictureProps) {
  const t = useText();
  const { byBand, unrated } = risk.summary;
  const grave = byBand.high + byBand.severe;
  return (
    <div className={classes['riskTop']} style={{ padding: '0 16px 16px' }}>
      <Matrix rows={risk.rows} chosen={chosen} onCell={onCell} />
      <div className={classes['stackTight']}>
        <p className="strong">{t('programme.risk.matrix', { grave })}</p>
        <dl className={classes['bands']}>
          {[...RiskBand.options].reverse().map((band) => (
            <BandLine key={band} band={band} count={byBand[band]} />
          ))}
          {unrated === 0 ? null : (
            <>
              <dt>
                <StatusText tone="unassessed">{t('programme.risk.unrated')}</StatusText>
              </dt>
              <dd className="figures">{unrated}</dd>
            </>
          )}
        </dl>
        {risk.conclusion === '' ? null : (
          <>
            <h3>{t('programme.risk.conclusion')}</h3>
            <p>{risk.conclusion}</p>
          </>
        )}
      </div>
    </div>
  );
}

function BandLine({ band, count }: { readonly band: RiskBand; readonly count: number }) {
  const t = useText();
  return (
    <>
      <dt>
        <StatusText tone={bandTone(band)}>{t(`programme.risk.band.${band}`)}</StatusText>
      </dt>
      <dd className="figures">{count}</dd>
    </>
  );
}

interface MatrixProps {
  readonly rows: readonly RiskRowView[];
  readonly chosen: Cell | null;
  readonly onCell: (cell: Cell) => void;
}

/** Likelihood upwards, effect to the right; each field counts its lines and shows them when pressed. */
function Matrix({ rows, chosen, onCell }: MatrixProps) {
  const t = useText();
  const left = rows.map(leftOf);
  const countAt = ({ likelihood, effect }: Cell) => left.filter((cell) => cell?.likelihood === likelihood && cell.effect === effect).length;
  return (
    <div>
      <div className={classes['matrix']} role="group" aria-label={t('programme.risk.matrixDrawing')}>
        {[...riskSteps].reverse().flatMap((likelihood) => [
          <span key={`y${likelihood}`} aria-hidden>
            {likelihood}
          </span>,
          ...riskSteps.map((effect) => {
            const count = countAt({ likelihood, effect });
            const band = bandName(likelihood * effect);
            return (
              <button
                key={`${likelihood} ${effect}`}
                type="button"
                data-band={band}
                aria-pressed={chosen?.likelihood === likelihood && chosen.effect === effect}
                aria-label={t('programme.risk.matrixCell', { band: t(`programme.risk.band.${band}`), likelihood, effect, count })}
                onClick={() => onCell({ likelihood, effect })}
              >
                {count === 0 ? '' : count}
              </button>
            );
          }),
        ])}
        <span aria-hidden />
        {riskSteps.map((effect) => (
          <span key={`x${effect}`} aria-hidden>
            {effect}
          </span>
        ))}
      </div>
      <div className={classes['axisNames']} aria-hidden>
        <span>↑ {t('programme.risk.likelihood')}</span>
        <span>{t('programme.risk.effect')} →</span>
      </div>
    </div>
  );
}

/** The bands of the core's scoring, for the colour of an empty field. */
const bandName = (score: number): RiskBand => (score >= 15 ? 'severe' : score >= 10 ? 'high' : score >= 5 ? 'medium' : 'low');
