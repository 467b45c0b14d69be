import type { MemoParts } from '../../../src-shared/contract/reports.ts';
import type { ClassificationMemo } from '../../../src-shared/model/report.ts';
import type { Block, ReportPage } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { redactionSaid } from '../../../src-shared/text/redaction.ts';
import { conclusionBlock, packsInBrief } from './sections/conclusion.ts';
import { entriesSection, guidesSection, reasonsSection } from './sections/entries.ts';
import { arithmeticSection, factsSection } from './sections/facts.ts';
import { decisionSection, evidenceSection, remarksSection, rulingsSection, signaturesSection } from './sections/people.ts';
import { capabilitiesSection, questionsSection, warningsSection } from './sections/questions.ts';
import { notesSection, packsSection, traceSection } from './sections/sources.ts';

/** A numbered section: nothing to say means no section. */
export interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** What a memo holds unless somebody chooses otherwise: everything but attorney advice. */
export const usualParts: MemoParts = {
  facts: true,
  entries: true,
  questions: true,
  trace: true,
  remarks: true,
  attorneyAdvice: false,
  signatures: true,
};

/**
 * Lays a memo out as blocks of finished text. The conclusion, warnings, decision, packs, sources and hash always stay,
 * whatever parts are left out, since a memo without them could be mistaken for more than it is.
 */
export function memoPage(memo: ClassificationMemo, parts: MemoParts, text: Text): ReportPage {
  const say = text.dynamic;
  const sections: (Section | undefined)[] = [
    parts.facts ? factsSection(memo, text) : undefined,
    parts.facts ? evidenceSection(memo, text) : undefined,
    parts.facts ? arithmeticSection(memo, text) : undefined,
    parts.entries ? entriesSection(memo, text) : undefined,
    parts.entries ? reasonsSection(memo, text) : undefined,
    parts.entries ? guidesSection(memo, text) : undefined,
    parts.questions ? questionsSection(memo, text) : undefined,
    parts.questions ? capabilitiesSection(memo, text) : undefined,
    warningsSection(memo, text),
    decisionSection(memo, text),
    rulingsSection(memo, text),
    parts.remarks || parts.attorneyAdvice ? remarksSection(memo, text) : undefined,
    parts.trace ? traceSection(memo, text) : undefined,
    packsSection(memo, text),
    parts.signatures ? signaturesSection(memo, text) : undefined,
  ];
  const numbered = sections
    .filter((section) => section !== undefined && section.blocks.length > 0)
    .flatMap((section, index): Block[] =>
      section === undefined ? [] : [{ kind: 'heading', number: index + 1, text: section.title }, ...section.blocks],
    );
  const number = say('report.memo.numbered', { number: memo.prepared.number });
  const title = titleOf(memo, text);

  return {
    title: `${number}, ${title}`,
    language: text.locale,
    header: {
      left: [
        memo.workspace.name,
        ...(memo.workspace.kind === 'exercise' ? [say('report.exerciseMark')] : []),
        ...(memo.workspace.department === undefined ? [] : [memo.workspace.department]),
      ],
      right: [number, say('report.judgedAsOf', { day: formatDay(memo.on, text.locale) })],
    },
    footer: {
      left: say('report.prepared'),
      middle: packsInBrief(memo, text),
      pageOf: say('report.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      ...banners(memo, text),
      { kind: 'title', text: title, under: underTitle(memo, text) },
      conclusionBlock(memo, text),
      ...numbered,
      ...notesSection(memo, text),
    ],
  };
}

function titleOf({ asset }: ClassificationMemo, text: Text): string {
  return asset.version === undefined || asset.version === ''
    ? asset.name
    : text.dynamic('report.assetTitle', { name: asset.name, version: asset.version });
}

function underTitle({ asset, redaction }: ClassificationMemo, text: Text): string {
  const summary = asset.summary === undefined || asset.summary === '' ? undefined : `${asset.summary.replace(/[.\s]+$/, '')}.`;
  return [
    summary ?? `${asset.kindLabel}.`,
    asset.owner === undefined ? undefined : text.dynamic('report.owner', { name: asset.owner.name }),
    redactionSaid(redaction, text) || undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' ');
}

function banners(memo: ClassificationMemo, text: Text): Block[] {
  return [
    ...(memo.workspace.kind === 'exercise' ? [{ kind: 'banner', text: text.dynamic('report.exerciseBanner') } as const] : []),
    ...(memo.attorneyAdvice ? [{ kind: 'banner', text: text.dynamic('report.attorneyBanner') } as const] : []),
  ];
}
