import type { Ref } from 'react';
import type { BreakdownLine, ComputeEstimate, OpsRange } from '../../../../src-shared/model/compute.ts';
import { ArithmeticWell, Note, Quantity, StatusText, Switch, TextField, useText } from '../../../ui/index.ts';
import classes from './compute.module.css';
import { ChoiceLine, FigureLine, type LineProps } from './FigureLine.tsx';
import { methodOf, textOf, typedFact } from './fields.ts';
import { givenIn, placeholderOf, type Way, ways } from './ways.ts';
import { betweenText, messageText, partRefusalText, ratioText, shareText } from './words.ts';

interface OtherWaysProps extends LineProps {
  /** Facts that the screen asks for itself, above. */
  readonly askedBefore?: ReadonlySet<string>;
  /** Lets the screen bring the section into sight. */
  readonly place?: Ref<HTMLElement>;
}

/** What few models need, each behind its own line: closed it says what it comes to, open it asks and shows the arithmetic. */
export function OtherWays({ askedBefore, place, ...props }: OtherWaysProps) {
  const t = useText();
  return (
    <section ref={place} className={classes['ways']} aria-label={t('compute.ways.title')}>
      <header>
        <h2>{t('compute.ways.title')}</h2>
        <p className="caption muted">{t('compute.ways.lead')}</p>
      </header>
      {ways
        .filter((way) => way.suits?.(props.facts) !== false)
        .map((way) => (
          <WaySection key={way.id} way={way} {...(askedBefore === undefined ? {} : { askedBefore })} {...props} />
        ))}
    </section>
  );
}

function WaySection({ way, askedBefore, ...props }: OtherWaysProps & { readonly way: Way }) {
  const t = useText();
  const { facts, answer, onFacts } = props;
  const outcome = outcomeOf(way, answer?.estimate, givenIn(way, facts));
  const currency = textOf(facts, 'costCurrency') ?? '';
  return (
    <details className={classes['way']}>
      <summary>
        <span className={classes['wayTitle']}>{t(`compute.way.${way.id}`)}</span>
        <span className={classes['wayAbout']}>{t(`compute.way.${way.id}.about`)}</span>
        <span className={classes['wayFigure']}>
          <WayFigure way={way} outcome={outcome} given={givenIn(way, facts)} />
        </span>
      </summary>
      <div className={classes['wayBody']}>
        <div className={classes['lines']}>
          {way.choices
            .filter((id) => askedBefore?.has(id) !== true)
            .map((id) => (
              <ChoiceLine key={id} id={id} {...props} />
            ))}
          {way.figures.map((field) => (
            <FigureLine
              key={field.id}
              field={field}
              placeholder={placeholderOf(t, field, facts, answer?.estimate)}
              {...(way.id === 'cost' ? { unit: currency } : {})}
              {...props}
            />
          ))}
          {way.texts.map(({ id, example }) => (
            <TextField
              key={id}
              inline
              label={t.dynamic(`compute.field.${id}`)}
              placeholder={t('compute.ways.example', { example })}
              maxLength={10}
              value={textOf(facts, id) ?? ''}
              onChange={(value) => onFacts([{ field: id, value: value === '' ? null : typedFact(value, facts[id]) }])}
            />
          ))}
          {way.switches.length === 0 ? null : (
            <div className={classes['switches']}>
              {way.switches.map((id) => (
                <Switch
                  key={id}
                  label={t.dynamic(`compute.field.${id}`)}
                  checked={textOf(facts, id) === 'yes'}
                  onChange={(on) => onFacts([{ field: id, value: on ? typedFact('yes', facts[id]) : null }])}
                />
              ))}
            </div>
          )}
        </div>
        <div className={classes['wayResult']} aria-live="polite">
          <WayResult way={way} outcome={outcome} estimate={answer?.estimate} />
        </div>
      </div>
    </details>
  );
}

interface Outcome {
  readonly range: OpsRange | null;
  readonly lines: readonly BreakdownLine[];
  /** Refused, or nothing was entered. */
  readonly state: 'answered' | 'refused' | 'unused';
  readonly isCovered: boolean;
}

/** Where the answer of a way stands in the estimate. */
function outcomeOf(way: Way, estimate: ComputeEstimate | undefined, given: number): Outcome {
  const unused: Outcome = { range: null, lines: [], state: 'unused', isCovered: false };
  if (estimate === undefined) return unused;
  if (way.part !== undefined) {
    const part = estimate.parts.find((one) => one.id === way.part);
    if (part === undefined) return given === 0 ? unused : { ...unused, state: 'refused' };
    return {
      range: part.range,
      lines: part.lines,
      state: part.range === null ? 'refused' : 'answered',
      isCovered: part.excludedBecause !== undefined,
    };
  }
  const result = way.method === undefined ? undefined : methodOf(estimate, way.method);
  if (result === undefined) return given === 0 ? unused : { ...unused, state: 'refused' };
  if (way.id === 'corrections') {
    const lines = result.lines.filter((line) => line.state !== 'fixed' || line.id === 'total');
    return { ...unused, lines, state: lines.length > 0 ? 'answered' : 'unused' };
  }
  return given === 0 && way.id === 'run' ? unused : { range: result, lines: result.lines, state: 'answered', isCovered: false };
}

function WayFigure({ way, outcome, given }: { readonly way: Way; readonly outcome: Outcome; readonly given: number }) {
  const t = useText();
  if (outcome.state === 'refused') return <StatusText tone="review">{t('compute.ways.lacking')}</StatusText>;
  if (outcome.range !== null && way.id !== 'run')
    return (
      <span className="medium">
        <Quantity value={outcome.range.likely} />
      </span>
    );
  return <span className="muted">{given === 0 ? t('compute.ways.unused') : t('compute.ways.answered', { count: given })}</span>;
}

function WayResult({
  way,
  outcome,
  estimate,
}: {
  readonly way: Way;
  readonly outcome: Outcome;
  readonly estimate: ComputeEstimate | undefined;
}) {
  const t = useText();
  if (estimate === undefined || outcome.state === 'unused') return <p className="muted">{t('compute.panel.noFigure')}</p>;
  if (outcome.state === 'refused') return <Note tone="review">{refusalOf(t, way, estimate)}</Note>;
  const result = way.method === undefined ? undefined : methodOf(estimate, way.method);
  const beside =
    way.part === undefined ? (result === undefined ? '' : ratioText(t, estimate, result)) : shareText(t, estimate, outcome.range);
  return (
    <>
      {outcome.lines.map((line) => (
        <ArithmeticWell key={line.id} aside={lineLabel(t, line)}>
          {line.arithmetic}
        </ArithmeticWell>
      ))}
      {outcome.range === null ? null : (
        <p className={classes['result']}>
          <strong>
            <Quantity value={outcome.range.likely} />
          </strong>{' '}
          <span className="muted">{[betweenText(t, outcome.range), beside].filter(Boolean).join('; ')}</span>
          {outcome.isCovered ? <span className={classes['aside']}>{t('compute.ways.covered')}</span> : null}
          {result?.excluded === true ? <span className={classes['aside']}>{t('compute.panel.setAside')}</span> : null}
        </p>
      )}
    </>
  );
}

/** Name of a line, with whether a correction was applied. */
function lineLabel(t: ReturnType<typeof useText>, line: BreakdownLine): string {
  const label = t.dynamic(`compute.line.${line.id}`);
  return line.state === 'off' ? t('compute.ways.lineOff', { line: label }) : label;
}

function refusalOf(t: ReturnType<typeof useText>, way: Way, estimate: ComputeEstimate): string {
  const part = estimate.parts.find((one) => one.id === way.part);
  if (part?.refusal !== undefined) return partRefusalText(t, part.refusal);
  const codes = way.part === 'teacher' ? ['teacherUnknown'] : ['methodRefused'];
  const why = estimate.warnings.find((one) => codes.includes(one.code) && (way.part !== undefined || one.params['method'] === way.method));
  return why === undefined ? t('compute.ways.lacking') : messageText(t, why);
}
