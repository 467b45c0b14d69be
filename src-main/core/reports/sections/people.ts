import { leavesOut } from '../../../../src-shared/model/redaction.ts';
import type { ClassificationMemo, MemoEvidence } from '../../../../src-shared/model/report.ts';
import type { Block } from '../../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import type { Text } from '../../../../src-shared/text/format.ts';
import { withheldHere } from '../../../../src-shared/text/redaction.ts';
import { factName } from '../../../../src-shared/text/trace.ts';
import type { Section } from '../memo-page.ts';
import { joined, line } from '../runs.ts';

/** What people decided and reviewed. A decision stands beside the finding and never changes it. */
export function decisionSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  const day = (at: string) => formatDay(at, text.locale);
  const decisions = memo.decisions.flatMap((decision): Block[] => [
    {
      kind: 'paragraph',
      line: line(say('report.decision.line', { name: decision.by.name, day: day(decision.on), conclusion: decision.conclusion }), 'strong'),
      quiet: false,
    },
    {
      kind: 'paragraph',
      line: joined(
        [
          line(decision.reason),
          line(decision.expires === undefined ? '' : say('report.decision.expires', { day: day(decision.expires) })),
          line(decision.stale ? say('report.decision.stale') : '', 'strong'),
        ],
        ' ',
      ),
      quiet: false,
    },
  ]);
  const reviews = memo.reviews.map(
    (review): Block => ({
      kind: 'paragraph',
      line: joined(
        [
          line(say(`report.review.${review.outcome}`, { name: review.by.name, day: day(review.on) })),
          line(review.note ?? ''),
          line(review.overtaken ? say('report.review.overtaken') : '', 'strong'),
        ],
        ' ',
      ),
      quiet: false,
    }),
  );
  return {
    title: say('report.section.decision'),
    blocks: [
      ...(decisions.length > 0 ? decisions : [{ kind: 'paragraph', line: line(say('report.decision.none')), quiet: false } as const]),
      ...(reviews.length > 0 ? reviews : [{ kind: 'paragraph', line: line(say('report.review.none')), quiet: false } as const]),
    ],
  };
}

/** Notes on the asset, oldest first, each with its author. */
export function remarksSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  return {
    title: say('report.section.remarks'),
    blocks: [
      ...memo.remarks.map(
        (remark): Block => ({
          kind: 'paragraph',
          line: joined(
            [
              line(
                say(remark.attorneyAdvice ? 'report.remark.attorney' : 'report.remark.by', {
                  name: remark.by.name,
                  day: formatDay(remark.on, text.locale),
                }),
                'quiet',
              ),
              line(remark.text),
            ],
            ' ',
          ),
          quiet: false,
        }),
      ),
      ...(leavesOut(memo.redaction, 'legalAdvice')
        ? [
            {
              kind: 'paragraph',
              line: line(`${say('redaction.part.legalAdvice')}: ${withheldHere(memo.redaction, text)}`),
              quiet: true,
            } as const,
          ]
        : []),
    ],
  };
}

/** Files kept with the asset, each with the hash that names its bytes. */
export function evidenceSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  return {
    title: say('report.section.evidence'),
    blocks: memo.evidence.map((piece) => evidenceBlock(piece, text)),
  };
}

/** A piece of evidence in one paragraph: what it is, what it shows, who kept it, and the hash of a file. */
export function evidenceBlock({ name, proves, note, address, sha256, by, on }: MemoEvidence, text: Text): Block {
  const say = text.dynamic;
  return {
    kind: 'paragraph',
    line: joined(
      [
        line(name, 'strong'),
        line(proves === undefined ? '' : say('report.evidence.proves', { fact: factName(proves, text) })),
        line(address ?? ''),
        line(note ?? ''),
        line(say('report.evidence.kept', { name: by.name, day: formatDay(on, text.locale) }), 'quiet'),
        line(sha256 === undefined ? '' : say('report.evidence.hash', { sha256 }), 'quiet'),
      ],
      ' ',
    ),
    quiet: false,
  };
}

/** Formal requests for a ruling, and their answers. */
export function rulingsSection(memo: ClassificationMemo, text: Text): Section {
  const say = text.dynamic;
  const day = (at: string) => formatDay(at, text.locale);
  return {
    title: say('report.section.rulings'),
    blocks: memo.rulings.map((ruling) => ({
      kind: 'paragraph',
      line: joined(
        [
          line(
            ruling.reference === undefined
              ? `${say('report.ruling.noReference', { authority: ruling.authority })}.`
              : `${say('report.ruling.line', { authority: ruling.authority, reference: ruling.reference })}.`,
            'strong',
          ),
          line(ruling.submitted === undefined ? '' : say('report.ruling.submitted', { day: day(ruling.submitted) })),
          line(
            ruling.answered === undefined
              ? say('report.ruling.waiting')
              : say('report.ruling.answered', { day: day(ruling.answered), answer: ruling.answer ?? '–' }),
          ),
        ],
        ' ',
      ),
      quiet: false,
    })),
  };
}

/** Two lines to sign on. Names are printed where they are known. */
export function signaturesSection(memo: ClassificationMemo, text: Text): Section {
  const reviewer = memo.reviews.findLast(({ outcome, overtaken }) => outcome !== 'waiting' && !overtaken);
  return {
    title: text.dynamic('report.section.signatures'),
    blocks: [
      {
        kind: 'signatures',
        lines: [
          { role: text.dynamic('report.sign.preparer'), name: memo.prepared.by.name },
          { role: text.dynamic('report.sign.reviewer'), name: reviewer?.by.name ?? '' },
        ],
      },
    ],
  };
}
