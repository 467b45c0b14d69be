import type { Reply } from '../../../src-shared/contract/kernel.ts';
import { type Redaction, withholds } from '../../../src-shared/model/redaction.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { profileTitle, redactionSaid, withheldSentences } from '../../../src-shared/text/redaction.ts';
import type { Connection } from '../db/index.ts';
import type { ExportSheet } from '../exports/index.ts';
import { type Hider, hiddenIn, hiddenInSlices, hiderFor } from './hide-people.ts';
import { redactionNamed } from './redaction-profiles.ts';

type Table = Pick<ExportSheet, 'columns' | 'rows'>;

/**
 * What one export holds back from its reader. Fields that name somebody go through `hide.person` and text that people wrote through `hide.words`
 * where the export is put together; `page` and `tables` then take out what is left. Where nothing is withheld, all stays as it is.
 */
export interface Withholding {
  readonly redaction: Redaction;
  readonly hide: Hider;
  /** No person may be told apart in it: lists of people become counts. */
  readonly nobody: boolean;
  /** A page without what its reader may not see; the line under its title names the profile. */
  page(page: ReportPage): ReportPage;
  /** The sheets of a workbook, hidden, with one more that names the profile. */
  workbook(sheets: readonly ExportSheet[]): readonly ExportSheet[];
  /** Page and sheets of a long report, with chances for other requests between their rows. */
  inSlices(
    report: { readonly page: ReportPage; readonly sheets: readonly ExportSheet[] },
    pause: () => Promise<void>,
  ): Promise<{ readonly page: ReportPage; readonly sheets: readonly ExportSheet[] }>;
  /** Only the sheet that names the profile, for tables whose rows are hidden already as they are read; none where nothing is withheld. */
  readonly about: readonly ExportSheet[];
  /** A table that stands alone in a file, as in CSV: a last column names the profile, since there is no place beside it. Cells stay as they are. */
  alone(sheet: Table): Table;
  /** What the hash of the content is taken of: an export under another profile is another one. */
  content(content: unknown): unknown;
}

/** What is withheld under the profile of that name. Errors: `record.notFound` where there is no such profile. */
export function withholdingFor(workspace: Connection, profile: string, text: Text): Reply<Withholding> {
  const named = redactionNamed(workspace, profile);
  return named.ok ? ok(withholdingOf(named.value, hiderFor(workspace, named.value), text)) : named;
}

/** The same for a profile and what hides under it. */
export function withholdingOf(redaction: Redaction, hide: Hider, text: Text): Withholding {
  const any = withholds(redaction);
  const said = redactionSaid(redaction, text);
  const title = profileTitle(redaction.profile, text);
  const about = any ? [aboutSheet(redaction, text)] : [];
  return {
    redaction,
    hide,
    nobody: redaction.people === 'withheld',
    page: (page) => (any ? saying(hiddenIn(page, hide.rest), said) : page),
    workbook: (sheets) => (any ? [...hiddenIn(sheets, hide.rest), ...about] : sheets),
    inSlices: async ({ page, sheets }, pause) =>
      any
        ? {
            page: saying(await hiddenInSlices(page, hide.rest, pause), said),
            sheets: [...(await hiddenInSlices(sheets, hide.rest, pause)), ...about],
          }
        : { page, sheets },
    about,
    alone: (sheet) =>
      any
        ? {
            ...sheet,
            columns: [...sheet.columns, { title: text.dynamic('redaction.column'), width: 20 }],
            rows: sheet.rows.map((row) => [...row, title]),
          }
        : sheet,
    content: (content) => (any ? { content, redaction } : content),
  };
}

/** The sheet of a workbook that says what is withheld, which a page says under its title. */
function aboutSheet(redaction: Redaction, text: Text): ExportSheet {
  const say = text.dynamic;
  return {
    name: say('redaction.sheet'),
    columns: [
      { title: say('redaction.sheet.what'), width: 20 },
      { title: say('redaction.sheet.said'), width: 110 },
    ],
    rows: [
      [say('redaction.sheet.profile'), profileTitle(redaction.profile, text)],
      ...withheldSentences(redaction, text).map((sentence) => [say('redaction.sheet.withheld'), sentence]),
    ],
  };
}

/** The page with a sentence more under its title; pages of the shared frame have it already. */
const saying = (page: ReportPage, said: string): ReportPage => ({
  ...page,
  blocks: page.blocks.map((block) =>
    block.kind === 'title' && !block.under.includes(said) ? { ...block, under: [block.under, said].filter(Boolean).join(' ') } : block,
  ),
});
