import type { ClassificationMemo } from '../../../../src-shared/model/report.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import type { Text } from '../../../../src-shared/text/format.ts';
import type { Section } from '../memo-page.ts';
import { joined, line } from '../runs.ts';

/** Open questions, the one that could change most first, each with its owner. */
export function questionsSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  if (memo.questions.length === 0) return { title: say('report.section.questions'), blocks: [] };
  return {
    title: say('report.section.questions'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('report.column.question'), share: 6.4 },
          { title: say('report.column.decides'), share: 3 },
          { title: say('report.column.owner'), share: 2.6 },
        ],
        rows: memo.questions.map((question) => ({
          kind: 'cells',
          cells: [
            line(question.ask),
            line(question.decides.map((id) => id.slice(id.indexOf(':') + 1)).join(', ') || '–'),
            question.owner === undefined && question.due === undefined
              ? line(say('report.notAsked'), 'quiet')
              : joined(
                  [line(question.owner?.name ?? ''), line(question.due === undefined ? '' : formatDay(question.due, text.locale))],
                  ', ',
                ),
          ],
        })),
      },
    ],
  };
}

/** What the item could be used for, asked whatever the compute. */
export function capabilitiesSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  if (memo.capabilities.length === 0) return { title: say('report.section.capabilities'), blocks: [] };
  return {
    title: say('report.section.capabilities'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('report.column.question'), share: 8 },
          { title: say('report.column.answer'), share: 4 },
        ],
        rows: memo.capabilities.map((each) => ({
          kind: 'cells',
          cells: [
            line(each.ask),
            joined(
              [line(say(`report.answer.${each.answer}`), each.answer === 'no' ? 'text' : 'strong'), line(each.note ?? '', 'quiet')],
              ', ',
            ),
          ],
        })),
      },
    ],
  };
}

/** Warnings always stay in the memo. */
export function warningsSection(memo: ClassificationMemo, text: Text): Section {
  const said = [...new Set(memo.warnings.map((warning) => warning.text))];
  return {
    title: text.dynamic('report.section.warnings'),
    blocks: said.map((warning) => ({ kind: 'paragraph', line: line(warning), quiet: false })),
  };
}
