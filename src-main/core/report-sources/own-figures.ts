import type { IncidentExposure } from '../../../src-shared/contract/cases.ts';
import type { MoneySum, OwnFigures } from '../../../src-shared/contract/figures.ts';
import { leavesOut, type Redaction } from '../../../src-shared/model/redaction.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { citedWords, penaltiesSaid } from '../../../src-shared/text/incident.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import { paragraph, type ReportSource } from '../reports/index.ts';
import type { Ask } from './ask.ts';
import { composed, type Part } from './compose.ts';

/** Amounts in words, each with its currency. */
const moneyWords = (sums: readonly MoneySum[], text: Pick<Text, 'locale'>): string =>
  sums
    .map(({ currency, amount }) => `${new Intl.NumberFormat(text.locale, { maximumFractionDigits: 2 }).format(amount)} ${currency}`)
    .join('; ');

/** Sums by year and activity. */
export function costPart({ costSums }: OwnFigures, text: Text): Part {
  const say = text.dynamic;
  return {
    kind: 'table',
    before: [paragraph(say('report.figures.own'))],
    table: {
      key: 'costs',
      empty: say('report.figures.noCosts'),
      columns: [
        { key: 'year', share: 1.4, width: 8 },
        { key: 'activity', share: 4, width: 26, holds: 'strong' },
        { key: 'hours', share: 2, width: 12 },
        { key: 'amount', share: 4, width: 24 },
      ],
      rows: costSums.map(({ year, activity, hours, amounts }) => [
        String(year),
        say(`figures.activity.${activity ?? 'all'}`),
        hours === 0 ? null : hours,
        moneyWords(amounts, text),
      ]),
    },
  };
}

/** What happened, kind by kind. */
export function eventPart({ eventSums }: OwnFigures, text: Text): Part {
  const say = text.dynamic;
  return {
    kind: 'table',
    table: {
      key: 'figureEvents',
      empty: say('report.figures.noEvents'),
      columns: [
        { key: 'happened', share: 5, width: 40, holds: 'strong' },
        { key: 'count', share: 1.4, width: 10 },
        { key: 'amount', share: 4, width: 24 },
        { key: 'medianDays', share: 2, width: 14 },
        { key: 'timed', share: 2, width: 14 },
      ],
      rows: eventSums.map(({ kind, count, amounts, medianDays, timed }) => [
        say(`figures.event.${kind}`),
        count,
        moneyWords(amounts, text),
        medianDays,
        timed,
      ]),
    },
  };
}

/** The most the rules allow for each incident: its own thing, set beside the figures and never reckoned with them. */
function exposurePart(exposures: readonly IncidentExposure[], redaction: Redaction, text: Text): Part {
  const say = text.dynamic;
  const title = say('report.table.exposures');
  if (leavesOut(redaction, 'exposure')) return { kind: 'blocks', title, blocks: [paragraph(withheldHere(redaction, text))] };
  return {
    kind: 'table',
    before: [paragraph(say('cases.exposure.never'))],
    table: {
      key: 'exposures',
      empty: say('report.figures.noExposures'),
      columns: [
        { key: 'number', share: 1.4, width: 10 },
        { key: 'incident', share: 3.4, width: 36, holds: 'strong' },
        { key: 'penalty', share: 2.6, width: 26 },
        { key: 'ceiling', share: 3.4, width: 36 },
        { key: 'formula', share: 4, width: 50 },
        { key: 'sourceAndConfidence', share: 3.4, width: 50 },
        { key: 'on', share: 1.8, width: 14, holds: 'day' },
      ],
      rows: exposures.flatMap(({ number, title: incident, exposure, ...value }) =>
        penaltiesSaid(exposure, value, text).map(({ title: penalty, most, formula, limits, sources, confidence }) => [
          ...[number, incident, penalty, most],
          [...formula, ...limits].join('; '),
          citedWords(sources, confidence, text),
          exposure.on,
        ]),
      ),
    },
  };
}

/** The company's own figures: what complying takes, what came of it, and beside it the ceilings of recorded incidents and how long cases take. */
export function ownFiguresSource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'own-figures',
    drawsOn: ['figures.', 'cases.'],
    async build(request) {
      const figures = await ask('figures.get', {});
      const exposures = await ask('cases.exposures', {});
      return composed(
        request,
        {
          kind: 'own-figures',
          under: say('report.figures.under', { workspace: request.workspace.name }),
          parts: [
            costPart(figures, text),
            {
              kind: 'table',
              table: {
                key: 'costLines',
                empty: say('report.figures.noCosts'),
                columns: [
                  { key: 'year', share: 1.2, width: 8 },
                  { key: 'activity', share: 2.4, width: 22 },
                  { key: 'title', share: 4, width: 40, holds: 'strong' },
                  { key: 'hours', share: 1.6, width: 12 },
                  { key: 'amount', share: 2, width: 16 },
                  { key: 'currency', share: 2, width: 8 },
                  { key: 'source', share: 3, width: 36 },
                ],
                rows: figures.costs.map(({ year, activity, what, hours, amount, currency, source }) => [
                  String(year),
                  say(`figures.activity.${activity}`),
                  request.hide.words(what),
                  hours,
                  amount,
                  amount === null ? '' : currency,
                  request.hide.words(source),
                ]),
              },
            },
            eventPart(figures, text),
            {
              kind: 'table',
              table: {
                key: 'eventLines',
                empty: say('report.figures.noEvents'),
                columns: [
                  { key: 'on', share: 1.8, width: 14, holds: 'day' },
                  { key: 'happened', share: 2.4, width: 26 },
                  { key: 'title', share: 3.4, width: 40, holds: 'strong' },
                  { key: 'reason', share: 4, width: 50 },
                  { key: 'amount', share: 1.8, width: 16 },
                  { key: 'currency', share: 2, width: 8 },
                  { key: 'days', share: 1.2, width: 8 },
                  { key: 'source', share: 2.6, width: 36 },
                ],
                rows: figures.events.map(({ on, kind, title, because, amount, currency, days, source }) => [
                  on,
                  say(`figures.event.${kind}`),
                  request.hide.words(title),
                  request.hide.words(because),
                  amount,
                  amount === null ? '' : currency,
                  days,
                  request.hide.words(source),
                ]),
              },
            },
            exposurePart(exposures, request.redaction, text),
          ],
        },
        text,
      );
    },
  };
}
