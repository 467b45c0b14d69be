import type { TraceStep } from '../../../../src-shared/model/finding.ts';
import type { ClassificationMemo } from '../../../../src-shared/model/report.ts';
import type { Block, Line } from '../../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import type { Text } from '../../../../src-shared/text/format.ts';
import { traceSentence } from '../../../../src-shared/text/trace.ts';
import type { Section } from '../memo-page.ts';
import { joined, line, noteRefs } from '../runs.ts';
import { entryName, verdictWord } from './entries.ts';

/** Every step behind every answer, entry by entry, numbered as on screen. */
export function traceSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  const blocks = memo.groups
    .flatMap(({ entries }) => entries)
    .filter(({ trace }) => trace.length > 0)
    .flatMap((entry): Block[] => [
      {
        kind: 'subheading',
        line: line(`${say('report.trace.entry', { entry: entryName(entry, text), title: entry.title })}: ${verdictWord(entry, text)}`),
      },
      {
        kind: 'steps',
        steps: entry.trace.map(({ step, notes }) => ({
          line: [...stepWords(step, text), ...noteRefs(notes)],
          detail: line(step.arithmetic ?? ''),
        })),
      },
    ]);
  return { title: say('report.section.trace'), blocks };
}

function stepWords(step: TraceStep, text: Text): Line {
  const answer = line(text.dynamic(`report.trace.${step.outcome}`), 'strong');
  return joined([line(traceSentence(step, text)), answer], ': ');
}

/** Packs with version and hash, and the memo's own hash. */
export function packsSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  const under: Block = {
    kind: 'paragraph',
    line: line(say('report.packs.under', { engine: memo.engineVersion, hash: memo.contentHash }), 'quiet'),
    quiet: true,
  };
  if (memo.packs.length === 0) {
    return {
      title: say('report.section.packs'),
      blocks: [{ kind: 'paragraph', line: line(say('report.packs.none')), quiet: false }, under],
    };
  }
  return {
    title: say('report.section.packs'),
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('report.column.pack'), share: 3.4 },
          { title: say('report.column.version'), share: 1.6 },
          { title: say('report.column.checked'), share: 1.8 },
          { title: say('report.column.hash'), share: 5.2 },
        ],
        rows: memo.packs.map((pack) => ({
          kind: 'cells',
          cells: [
            line(pack.name === pack.id ? pack.id : `${pack.name} (${pack.id})`),
            line(pack.version),
            line(pack.lastChecked === undefined ? '–' : formatDay(pack.lastChecked, text.locale)),
            [{ kind: 'code', text: pack.hash.replace(/^sha256:/, '') }],
          ],
        })),
      },
      under,
    ],
  };
}

/** Numbered notes at the end: source, place, and how well it is known. */
export function notesSection(memo: ClassificationMemo, text: Text): Block[] {
  const say = text.dynamic;
  if (memo.notes.length === 0) return [];
  return [
    { kind: 'subheading', line: line(say('report.section.notes')) },
    {
      kind: 'notes',
      notes: memo.notes.map((note) => {
        const params = {
          source: note.source,
          locator: note.locator,
          standing: say(`sourceStanding.${note.standing}`),
          asOf: note.asOf ?? '',
        };
        return { number: note.number, line: line(say(note.asOf === undefined ? 'report.note.plain' : 'report.note.asOf', params)) };
      }),
    },
  ];
}
