import type { Redaction } from '../../../src-shared/model/redaction.ts';
import type { Block, ReportPage } from '../../../src-shared/model/report-page.ts';
import { formatDay, formatInstant } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { formatBytes } from '../../../src-shared/text/numbers.ts';
import type { BinderManifest } from '../binder/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import type { BinderEvidence } from './binder-evidence.ts';
import { cells, paragraph, reportFrame, tableOr } from './frame.ts';
import { line } from './runs.ts';

/** A fingerprint in groups that people can read aloud. */
export const groupedFingerprint = (fingerprint: string): string => (fingerprint.match(/.{1,8}/g) ?? []).join(' ');

/** The index of a binder as a page: what it holds, with every hash, and how to prove it whole. */
export function binderIndex(
  manifest: BinderManifest,
  evidenceList: BinderEvidence,
  workspace: OpenWorkspace,
  redaction: Redaction,
  text: Text,
): ReportPage {
  const say = text.dynamic;
  const reports = manifest.files.filter(({ kind }) => kind === 'report');
  const evidence = manifest.files.filter(({ kind }) => kind === 'evidence');
  return reportFrame(
    { workspace, redaction, on: manifest.on as never },
    {
      title: say('report.binder.title'),
      under: say('report.binder.under', {
        workspace: manifest.workspace.name,
        day: formatDay(manifest.on, text.locale),
        name: manifest.by,
      }),
      lead: [
        {
          kind: 'verdict',
          mark: 'info',
          word: say('report.binder.word', { reports: reports.length, evidence: evidence.length }),
          sentence: line(say('report.binder.sentence')),
          pairs: [
            { term: say('report.binder.number'), value: line(manifest.number) },
            { term: say('report.binder.made'), value: line(formatInstant(manifest.at, text.locale)) },
            { term: say('report.binder.by'), value: line(manifest.by) },
            { term: say('report.binder.withheld'), value: line(String(manifest.withheld)) },
          ],
        },
      ],
      sections: [
        {
          title: say('report.binder.reports'),
          blocks: [
            tableOr(
              [
                [say('report.binder.file'), 5],
                [say('report.binder.report'), 4],
                [say('report.binder.no'), 2],
                [say('report.binder.pages'), 1],
                [say('report.binder.size'), 1.6],
              ],
              reports.map((file) =>
                cells(
                  [{ kind: 'code', text: file.path }],
                  file.title,
                  file.number ?? '',
                  file.pages === undefined ? '' : String(file.pages),
                  formatBytes(file.sizeBytes, text.locale),
                ),
              ),
              say('report.binder.noReports'),
            ),
          ],
        },
        {
          title: say('report.binder.evidence'),
          blocks: [
            tableOr(
              [
                [say('report.binder.file'), 5],
                [say('report.binder.about'), 4],
                [say('report.binder.added'), 3],
                [say('report.binder.size'), 1.6],
              ],
              evidence.map((file) =>
                cells(
                  [{ kind: 'code', text: file.path }],
                  file.about ?? '',
                  [file.addedBy, file.addedAt === undefined ? undefined : formatDay(file.addedAt.slice(0, 10), text.locale)]
                    .filter(Boolean)
                    .join(', '),
                  formatBytes(file.sizeBytes, text.locale),
                ),
              ),
              manifest.withheld > 0 ? say('report.binder.held', { count: manifest.withheld }) : say('report.binder.noEvidence'),
            ),
            paragraph(say('report.binder.evidenceList', evidenceList.counts)),
          ],
        },
        { title: say('report.binder.unfiled'), blocks: unfiledBlocks(evidenceList, text) },
        {
          title: say('report.binder.hashes'),
          blocks: [
            tableOr(
              [
                [say('report.binder.file'), 3.2],
                [say('report.ages.hash'), 8],
              ],
              manifest.files.map(({ path, sha256 }) => cells(path, [{ kind: 'code', text: sha256 }])),
              say('report.binder.noReports'),
            ),
          ],
        },
        {
          title: say('report.binder.prove'),
          blocks: [
            paragraph(say('report.binder.proveText')),
            {
              kind: 'pairs',
              columns: 1,
              pairs: [
                {
                  term: say('report.binder.fingerprint'),
                  value: [{ kind: 'code', text: groupedFingerprint(manifest.signature.fingerprint) }],
                },
              ],
            },
            ...[
              'sha256sum -c SHA256SUMS',
              'openssl pkeyutl -verify -rawin -pubin -inkey public-key.pem -in SHA256SUMS -sigfile SHA256SUMS.sig',
              'gatehouse verify .',
            ].map((command) => paragraph([{ kind: 'code', text: command }])),
            paragraph(say('report.binder.proveMore'), true),
          ],
        },
        {
          title: say('report.binder.packs'),
          blocks: [
            tableOr(
              [
                [say('report.ages.pack'), 1.7],
                [say('report.ages.version'), 1.5],
                [say('report.ages.hash'), 8],
              ],
              manifest.packs.map(({ id, version, hash }) => cells(id, version, [{ kind: 'code', text: hash.replace(/^sha256:/, '') }])),
              '',
            ),
          ],
        },
      ],
    },
    text,
  );
}

/** Links and notes that the index prints; the list holds all. */
const mostUnfiled = 200;

/** Links and notes, which are evidence without a file. */
function unfiledBlocks({ pieces }: BinderEvidence, text: Text): Block[] {
  const say = text.dynamic;
  const unfiled = pieces.filter(({ kind }) => kind !== 'file');
  if (unfiled.length === 0) return [];
  const more = unfiled.length - mostUnfiled;
  return [
    tableOr(
      [
        [say('evidence.column.name'), 3],
        [say('report.binder.about'), 3],
        [say('evidence.column.note'), 5],
        [say('report.binder.added'), 2.6],
      ],
      unfiled
        .slice(0, mostUnfiled)
        .map(({ name, recordName, address, note, addedBy, addedAt }) =>
          cells(
            line(name, 'strong'),
            recordName,
            [address, note].filter((part) => part !== '').join(': '),
            [addedBy, formatDay(addedAt.slice(0, 10), text.locale)].filter(Boolean).join(', '),
          ),
        ),
      '',
    ),
    ...(more > 0 ? [paragraph(say('report.binder.unfiledMore', { count: more }), true)] : []),
  ];
}
