import type { ChipAnswer } from '../../../src-shared/contract/compute.ts';
import type { ComputeMessage } from '../../../src-shared/model/compute.ts';
import type { ItemFinding, Verdict } from '../../../src-shared/model/finding.ts';
import { formatQuantity } from '../../../src-shared/text/numbers.ts';
import type { ProductText, Tone } from '../../ui/index.ts';

type Tier = ChipAnswer['tiers'][number];
type Limit = ChipAnswer['result']['limits'][number];

/** A paragraph with what the figures say of it, as one row. */
export interface TierRow {
  readonly id: string;
  readonly paragraph: string;
  readonly asks: string;
  readonly value: number | null;
  /** value / limit of the condition that decides. */
  readonly ratio: number | null;
  readonly near: boolean;
  readonly verdict: Verdict;
  readonly isStrict: boolean;
  readonly isLaw: boolean;
  readonly entry: string;
}

/** Rows of the paragraphs. The verdict is the classification's; a limb whose figures fail does not meet its entry. */
export function tierRows(t: ProductText, answer: ChipAnswer, finding: ItemFinding | undefined): readonly TierRow[] {
  return answer.tiers.flatMap((tier): TierRow[] => {
    const holds = answer.result.tiers.find((one) => one.id === tier.id)?.holds ?? 'unknown';
    const limits = answer.result.limits.filter((limit) => limit.id.startsWith(`${tier.id}:`));
    const deciding = decidingLimit(holds === 'no' ? limits.filter((limit) => limit.ratio !== null) : limits);
    const entry = finding?.entries.find((one) => one.pack === tier.origin.pack && one.entry === tier.origin.entry);
    // A paragraph about other things (memory, whole computers) is not judged for this chip at all.
    if (finding !== undefined && entry === undefined) return [];
    const verdict: Verdict =
      holds === 'no' || entry?.verdict === 'doesNotMeet'
        ? 'doesNotMeet'
        : holds === 'unknown'
          ? 'undetermined'
          : (entry?.verdict ?? 'undetermined');
    return [
      {
        id: tier.id,
        paragraph: paragraphOf(tier),
        asks: tier.conditions.map((condition) => conditionWords(t, condition)).join(t('chips.and')),
        value: deciding?.value ?? null,
        ratio: deciding?.ratio ?? null,
        near: deciding?.withinTwoPercent === true,
        verdict,
        isStrict: tier.origin.isExportControl && !(entry !== undefined && entry.reasons.length === 1 && entry.reasons[0] === 'AT'),
        isLaw: tier.origin.isLaw,
        entry: tier.origin.entry,
      },
    ];
  });
}

/** Entry and limb as the field writes them: `3A090.b.1`. */
export function paragraphOf(tier: { readonly origin: Tier['origin'] }): string {
  const { entry, limb } = tier.origin;
  const last = entry.split('.').at(-1) ?? '';
  return limb.startsWith(`${last}.`) ? `${entry}${limb.slice(last.length)}` : entry;
}

function conditionWords(t: ProductText, { quantity, atLeast, above, below }: Tier['conditions'][number]): string {
  const name = t(`chips.quantity.${quantity}`);
  const number = (value: number) => formatQuantity(value, t.locale);
  if (below !== undefined && atLeast !== undefined) return t('chips.asks.between', { name, from: number(atLeast), to: number(below) });
  if (atLeast !== undefined) return t('chips.asks.atLeast', { name, from: number(atLeast) });
  if (above !== undefined) return t('chips.asks.above', { name, from: number(above) });
  return t('chips.asks.below', { name, to: number(below ?? 0) });
}

/** The condition that decides: the one that fails by most, else the one met by least. */
function decidingLimit(limits: readonly Limit[]): Limit | undefined {
  const distance = (limit: Limit): number => {
    if (limit.ratio === null) return Number.NEGATIVE_INFINITY;
    return limit.id.includes(':below') ? -Math.log(Math.max(limit.ratio, 1e-12)) : Math.log(Math.max(limit.ratio, 1e-12));
  };
  return [...limits].sort((a, b) => distance(a) - distance(b))[0];
}

/** `−1.7 %` near a limit, `×30` far above it. */
export function marginOf(t: ProductText, ratio: number | null): string {
  if (ratio === null) return t('chips.open');
  if (ratio >= 10_000) return t('chips.farAbove');
  if (ratio >= 3) return `×${new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 2 }).format(ratio)}`;
  const percent = (ratio - 1) * 100;
  const digits = new Intl.NumberFormat(t.locale, { maximumSignificantDigits: 2, signDisplay: 'exceptZero' });
  return `${digits.format(percent).replace('-', '−')} %`;
}

/** Sentences of the calculator's warnings, each once, with limits by their paragraph instead of their id. */
export function warningSentences(t: ProductText, answer: ChipAnswer): readonly { readonly code: string; readonly text: string }[] {
  const nameOf = (id: string): string => {
    const limit = answer.limits.find((one) => one.id === id) ?? answer.tiers.find((one) => one.id === id);
    return limit === undefined ? (answer.letters.checks.find((one) => one.id === id)?.label ?? id) : paragraphOf(limit);
  };
  const said = answer.result.warnings
    .filter((warning) => warning.severity === 'warning')
    .map((warning) => ({ code: warning.code, text: t.dynamic(`compute.chip.${warning.code}`, readable(t, warning, nameOf)) }));
  return said.filter((one, place) => said.findIndex((other) => other.text === one.text) === place);
}

function readable(t: ProductText, { params }: ComputeMessage, nameOf: (id: string) => string): Record<string, string | boolean | null> {
  return Object.fromEntries(
    Object.entries(params).map(([key, value]) => {
      if (typeof value === 'number') return [key, formatQuantity(Number(value.toPrecision(4)), t.locale)];
      return [key, typeof value === 'string' && (key === 'limit' || key === 'tier') ? nameOf(value) : value];
    }),
  );
}

/** Badge and sentence of the page. They repeat what the core concluded. */
export function conclusion(
  t: ProductText,
  rows: readonly TierRow[],
  answer: ChipAnswer,
): { readonly tone: Tone; readonly word: string; readonly sentence: string } {
  const strict = rows.filter((row) => row.isStrict);
  const met = names(strict.filter((row) => row.verdict === 'meets'));
  const open = names(strict.filter((row) => row.verdict === 'undetermined'));
  const lesser = names(rows.filter((row) => !row.isStrict && row.isLaw && row.verdict === 'meets'));
  const parts: string[] = [];
  const flip = nearestFlip(rows, answer);
  if (met.length > 0) parts.push(t('chips.sentence.met', { entries: met.join(', ') }));
  else if (open.length > 0) parts.push(areaSentence(t, answer) ?? t('chips.sentence.open', { entries: open.join(', ') }));
  if (flip !== null)
    parts.push(
      t('chips.sentence.near', {
        entry: flip.paragraph,
        margin: formatQuantity(flip.percent, t.locale),
        area: formatQuantity(flip.area, t.locale),
      }),
    );
  else if (met.length === 0 && open.length === 0) parts.push(t('chips.sentence.none'));
  if (lesser.length > 0) parts.push(t('chips.sentence.lesser', { entries: lesser.join(', ') }));
  const tone: Tone = met.length > 0 ? 'restricted' : open.length > 0 ? 'review' : 'clear';
  const word =
    met.length > 0
      ? t('chips.badge.met', { entries: [...new Set(strict.filter((row) => row.verdict === 'meets').map((row) => row.entry))].join(', ') })
      : open.length > 0
        ? t('chips.badge.open')
        : t('chips.badge.none');
  return { tone, word, sentence: parts.join(' ') };
}

/** Title of the map: where the chip stands, in one sentence. */
export function mapTitle(t: ProductText, name: string, rows: readonly TierRow[], answer: ChipAnswer): string {
  if (answer.result.tpp === null || answer.result.performanceDensity === null) return t('chips.mapWithout');
  const close = rows.find((row) => row.near && row.verdict !== 'meets' && row.isLaw);
  if (close !== undefined) return t('chips.mapNear', { name, entry: close.paragraph });
  const inside = rows.find((row) => row.isStrict && row.isLaw && row.verdict === 'meets');
  return inside === undefined ? t('chips.mapOutside', { name }) : t('chips.mapInside', { name, entry: inside.entry });
}

const names = (rows: readonly TierRow[]): string[] => [...new Set(rows.map((row) => row.paragraph))];

/** A limit of density within two per cent: how much die would turn the answer. */
function nearestFlip(rows: readonly TierRow[], answer: ChipAnswer) {
  const area = answer.result.dieAreaMm2;
  if (area === null) return null;
  for (const limit of answer.result.limits) {
    if (!limit.withinTwoPercent || limit.flipsAtDieAreaMm2 === undefined || limit.ratio === null) continue;
    const row = rows.find((one) => limit.id.startsWith(`${one.id}:`) && one.near);
    if (row !== undefined)
      return {
        paragraph: row.paragraph,
        percent: Number((Math.abs(limit.ratio - 1) * 100).toPrecision(2)),
        area: Number(limit.flipsAtDieAreaMm2.toPrecision(5)),
      };
  }
  return null;
}

/** Which die areas would decide, when the area is not known: "up to 506.8 mm² it meets 3A090.a.2". */
function areaSentence(t: ProductText, answer: ChipAnswer): string | null {
  if (answer.result.dieAreaMm2 !== null || answer.result.tpp === null) return null;
  const number = (value: number) => formatQuantity(Number(value.toPrecision(4)), t.locale);
  const ranges = answer.result.tiers.flatMap((result) => {
    const tier = answer.tiers.find((one) => one.id === result.id);
    if (tier === undefined || result.dieArea === undefined || typeof result.dieArea === 'string') return [];
    const { from, to } = result.dieArea;
    const entry = paragraphOf(tier);
    if (from === undefined && to !== undefined) return [t('chips.area.upTo', { entry, to: number(to) })];
    if (from !== undefined && to !== undefined) return [t('chips.area.between', { entry, from: number(from), to: number(to) })];
    return from === undefined ? [] : [t('chips.area.above', { entry, from: number(from) })];
  });
  return ranges.length === 0 ? null : t('chips.area.sentence', { ranges: ranges.join('; ') });
}
