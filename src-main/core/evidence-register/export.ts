import type { EvidenceFilter } from '../../../src-shared/contract/evidence.ts';
import { assetField } from '../../../src-shared/model/asset-fields.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { factName } from '../../../src-shared/text/trace.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { ExportCell, ExportSheet } from '../exports/index.ts';
import type { JobContext } from '../jobs/index.ts';
import type { Records } from '../records/index.ts';
import type { Withholding } from '../reports/index.ts';
import { countEvidence, evidenceRows } from './all.ts';

/** Rows fetched between two chances for other requests. */
const page = 500;

/** Columns of an exported list, with their widths in characters. */
const columns = [
  ['kind', 8],
  ['name', 40],
  ['recordKind', 18],
  ['record', 36],
  ['proves', 24],
  ['address', 36],
  ['note', 50],
  ['sizeBytes', 12],
  ['sha256', 66],
  ['addedBy', 24],
  ['addedAt', 24],
] as const;

/** The list of evidence as a sheet, oldest first. Advice of counsel is left out and counted. */
export async function evidenceSheet(
  session: () => OpenWorkspace,
  records: Records,
  filter: EvidenceFilter,
  { hide }: Pick<Withholding, 'hide'>,
  job: Pick<JobContext, 'pause' | 'progress'>,
  text: Text,
): Promise<{ readonly sheet: ExportSheet; readonly leftOut: number }> {
  const say = text.dynamic;
  const { total, advice } = countEvidence(session(), records, filter);
  const rows: ExportCell[][] = [];
  for (let offset = 0; offset < total; offset += page) {
    for (const one of evidenceRows(session(), records, filter, { sort: { by: 'addedAt', descending: false }, offset, limit: page })) {
      if (one.attorneyAdvice) continue;
      rows.push([
        say(`evidence.kind.${one.kind}`),
        hide.words(one.name),
        say(`record.${one.record.kind}`),
        (one.record.kind === 'person' ? hide.person : hide.words)(one.title ?? say('history.gone', { id: one.record.id })),
        one.part === null ? '' : assetField(one.part) === undefined ? one.part : factName(one.part, text),
        hide.words(one.address),
        hide.words(one.note),
        one.sha256 === null ? null : one.sizeBytes,
        one.sha256 ?? '',
        hide.person(one.addedBy),
        one.addedAt,
      ]);
    }
    job.progress(Math.min(offset + page, total), total);
    await job.pause();
  }
  return {
    sheet: { name: say('evidence.tab'), columns: columns.map(([key, width]) => ({ title: say(`evidence.column.${key}`), width })), rows },
    leftOut: advice,
  };
}
