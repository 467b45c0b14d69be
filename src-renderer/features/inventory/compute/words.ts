import type { ThresholdLine } from '../../../../src-shared/contract/compute.ts';
import type { ComputeEstimate, ComputeMessage, ComputeRefusal, MethodResult, OpsRange } from '../../../../src-shared/model/compute.ts';
import { formatQuantity } from '../../../../src-shared/text/numbers.ts';
import type { ProductText, Tone } from '../../../ui/index.ts';

/** Sentence of a warning or note. Numbers carry three digits: more would pretend to know. */
export function messageText(t: ProductText, message: ComputeMessage): string {
  const params = readable(t, message.params);
  if (message.code === 'methodsDisagree') {
    const methods = String(message.params['methods']).split(', ');
    const named = methods.map((method) => t.dynamic(`compute.series.${method}`)).join(', ');
    return t('compute.warning.methodsDisagree', { ...params, methods: named });
  }
  if (message.code !== 'methodRefused') return t.dynamic(`compute.warning.${message.code}`, params);
  const method = t.dynamic(`compute.method.${String(message.params['method'])}`);
  return t('compute.warning.methodRefused', { method, reason: t.dynamic(`compute.refusal.${String(message.params['reason'])}`, params) });
}

export function refusalText(t: ProductText, estimate: ComputeEstimate): string | null {
  return estimate.status === 'refused' ? t.dynamic(`compute.refusal.${estimate.refusal.code}`, readable(t, estimate.refusal.params)) : null;
}

/** Why a stage of the training could not be worked out. */
export const partRefusalText = (t: ProductText, refusal: ComputeRefusal): string =>
  t.dynamic(`compute.refusal.${refusal.code}`, readable(t, refusal.params));

/** `1.3× the operation count`; nothing for the method that gives the point, or where it stands alone. */
export function ratioText(t: ProductText, estimate: ComputeEstimate | undefined, result: MethodResult): string {
  const point = estimate?.status === 'estimated' ? estimate.methods.find((one) => one.method === estimate.chosen) : undefined;
  if (point === undefined || point.method === result.method || point.likely <= 0) return '';
  return t('compute.ways.ratio', {
    ratio: formatQuantity(Number((result.likely / point.likely).toPrecision(2)), t.locale),
    method: lowerFirst(t(`compute.series.${point.method}`), t.locale),
  });
}

/** Size of a stage against the run it is added to: `0.06 % of the run itself`. */
export function shareText(t: ProductText, estimate: ComputeEstimate, range: OpsRange | null): string {
  const own = estimate.parts.find((part) => part.id === 'own')?.range;
  if (range === null || own === undefined || own === null || own.likely <= 0) return '';
  const percent = (100 * range.likely) / own.likely;
  const format = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 2 });
  return t('compute.ways.share', { share: percent < 0.01 ? `< ${format.format(0.01)}` : format.format(percent) });
}

/** `between 4.5 × 10²⁴ and 1.8 × 10²⁵` */
export function betweenText(t: ProductText, range: { readonly low: number; readonly high: number }): string {
  return t('compute.panel.between', { low: formatQuantity(range.low, t.locale), high: formatQuantity(range.high, t.locale) });
}

/** Title of the chart: how well the methods agree, and how many lines the range crosses. */
export function findingText(t: ProductText, estimate: ComputeEstimate, thresholds: readonly ThresholdLine[]): string {
  if (estimate.status === 'refused') return t('compute.panel.noTotal');
  const crossed = new Set(thresholds.filter((line) => line.comparison.position === 'straddles').map((line) => line.comparison.ops)).size;
  const agreement =
    estimate.ratio === undefined
      ? t('compute.panel.oneMethod')
      : estimate.ratio < 1.05
        ? t('compute.panel.agreeFully')
        : t(estimate.ratio <= 3 ? 'compute.panel.agree' : 'compute.panel.disagree', {
            ratio: formatQuantity(Number(estimate.ratio.toPrecision(2)), t.locale),
          });
  return t('compute.panel.finding', { agreement, crossed });
}

export const positionTone: Readonly<Record<ThresholdLine['comparison']['position'], Tone>> = {
  below: 'clear',
  straddles: 'review',
  above: 'info',
  unknown: 'unassessed',
};

/** Name of a line as short as the field says it: `4E091`, `EU Art. 51(2)`, `Guide`. */
export function lineName(t: ProductText, { origin }: ThresholdLine): string {
  if (origin.pack === 'guide-thresholds') return t('compute.panel.guideLine');
  return origin.entry.length <= 14 ? origin.entry : `${origin.pack.split('-')[0]?.toUpperCase() ?? ''} ${origin.limb}`;
}

/** What a line would start, with how it stands: `Weight control, not enforced`. */
export function startsText(t: ProductText, { origin }: ThresholdLine): string {
  const standing = !origin.isLaw
    ? t('compute.panel.guide')
    : !origin.isExportControl
      ? t('compute.panel.notExportControl')
      : origin.enforcement === 'enforced'
        ? ''
        : lowerFirst(t(`enforcement.${origin.enforcement}`), t.locale);
  return standing === '' ? origin.title : t('compute.panel.starts', { title: origin.title, standing });
}

/** `settled: low end is 45× above`, or what to find out. */
export function settledText(t: ProductText, { comparison }: ThresholdLine): string {
  const times = comparison.times === undefined ? '' : formatQuantity(Number(comparison.times.toPrecision(2)), t.locale);
  if (comparison.position === 'above') return t('compute.panel.settledAbove', { times });
  if (comparison.position === 'below') return t('compute.panel.settledBelow', { times });
  return comparison.settledBy === undefined
    ? t('compute.panel.unsettled')
    : t.dynamic(`compute.input.${comparison.settledBy}`, {}, comparison.settledBy);
}

function readable(t: ProductText, params: ComputeMessage['params']): Record<string, string | boolean | null> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => [
      key,
      typeof value === 'number' ? formatQuantity(Number(value.toPrecision(3)), t.locale) : value,
    ]),
  );
}

const lowerFirst = (word: string, locale: string): string => `${word.charAt(0).toLocaleLowerCase(locale)}${word.slice(1)}`;
