import type { DisclosureView, ExposureView, IncidentColumns, IncidentDetail } from '../../../src-shared/contract/cases.ts';
import type { CitedSource } from '../../../src-shared/contract/rulelibrary.ts';
import type { Confidence } from '../../../src-shared/model/citation.ts';
import type { Block, Pair } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { citedWords, disclosureSaid, penaltiesSaid } from '../../../src-shared/text/incident.ts';
import type { ExportCell } from '../exports/index.ts';
import { cells, line, paragraph, tableOr } from '../reports/index.ts';

/** The clock of the disclosure as the screen says it. */
export function clockBlocks(clock: DisclosureView, columns: IncidentColumns, text: Text): Block[] {
  const say = text.dynamic;
  const { warnings, steps, lookback, source } = disclosureSaid(clock, columns, text);
  return [
    ...warnings.map((warning) => paragraph(line(warning, 'strong'))),
    ...(steps.length === 0
      ? []
      : [
          tableOr(
            [
              [say('cases.clock.step'), 4],
              [say('cases.clock.due'), 5],
              [say('cases.clock.state'), 3],
            ],
            steps.map(({ name, due, from, state }) => cells(name, from === '' ? due : `${due}, ${from}`, state)),
            '',
          ),
        ]),
    ...(lookback === '' ? [] : [paragraph(lookback)]),
    paragraph(source, true),
  ];
}

/** What the matter may cost at most, as the screen says it: both kinds apart, each with its sum, first day, source and confidence. */
export function exposureBlocks(exposure: ExposureView, columns: IncidentColumns, text: Text): Block[] {
  const say = text.dynamic;
  const pair = (term: string, words: string): Pair[] => (words === '' ? [] : [{ term: say(term), value: line(words) }]);
  return [
    { kind: 'subheading', line: line(say('cases.exposure.title', { on: formatDay(exposure.on, text.locale) })) },
    paragraph(say('cases.exposure.never'), true),
    ...penaltiesSaid(exposure, columns, text).flatMap((penalty): Block[] => [
      paragraph(line(penalty.title, 'strong')),
      {
        kind: 'pairs',
        columns: 1,
        pairs: [
          { term: say('cases.exposure.most'), value: line(penalty.most, 'strong') },
          ...pair('cases.exposure.how', [penalty.says, ...penalty.limits].join(' ')),
          ...pair('cases.exposure.sum', penalty.formula.join('; ')),
          ...pair(
            'cases.exposure.amount',
            [penalty.amount, ...(penalty.check === null ? [] : [`${say('cases.exposure.check')}.`])].join(' '),
          ),
          ...pair('cases.exposure.source', citedWords(penalty.sources, penalty.confidence, text)),
        ],
      },
    ]),
  ];
}

/** What holds for every incident of the file: the rule on disclosures in full, since paper opens nothing, and what follows beside money. */
export function lawBlocks({ clock, exposure, columns }: Pick<IncidentDetail, 'clock' | 'exposure' | 'columns'>, text: Text): Block[] {
  const say = text.dynamic;
  const part = (title: string, steps: Extract<Block, { kind: 'steps' }>['steps']): Block[] =>
    steps.length === 0
      ? []
      : [
          { kind: 'subheading', line: line(title) },
          { kind: 'steps', steps },
        ];
  const remark = (words: string, source: CitedSource, confidence: Confidence) => ({
    line: line(words),
    detail: line(citedWords([source], confidence, text), 'quiet'),
  });
  return [
    ...(clock === null
      ? []
      : part(
          clock.rules.title,
          disclosureSaid(clock, columns, text).rules.map((rule) => ({ line: line(rule), detail: [] })),
        )),
    ...(exposure === null
      ? []
      : [
          ...part(
            say('cases.exposure.others'),
            exposure.others.map(({ title, source, confidence }) => remark(title, source, confidence)),
          ),
          ...part(
            say('cases.exposure.notes'),
            exposure.notes.map(({ text: note, source, confidence }) => remark(note, source, confidence)),
          ),
        ]),
  ];
}

/** Steps of the clock as rows of the workbook. */
export const clockRows = (clock: DisclosureView, columns: IncidentColumns, text: Text): readonly (readonly ExportCell[])[] =>
  disclosureSaid(clock, columns, text).steps.map(({ step, name, due, from, state }) => [name, step.due ?? due, from, state]);

/** Both kinds of penalty as rows of the workbook. */
export const exposureRows = (exposure: ExposureView, columns: IncidentColumns, text: Text): readonly (readonly ExportCell[])[] =>
  penaltiesSaid(exposure, columns, text).map((penalty) => [
    penalty.title,
    exposure.on,
    penalty.most,
    penalty.formula.join('; '),
    [...penalty.limits, penalty.amount, ...(penalty.check === null ? [] : [`${text.dynamic('cases.exposure.check')}.`])].join(' '),
    citedWords(penalty.sources, penalty.confidence, text),
  ]);
