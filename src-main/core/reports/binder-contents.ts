import type { Evidence } from '../../../src-shared/contract/evidence.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { BinderOptions, ReportFormat, ReportOptions } from '../../../src-shared/contract/reports.ts';
import { leavesOut, type Redaction } from '../../../src-shared/model/redaction.ts';
import { ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldSentences } from '../../../src-shared/text/redaction.ts';
import {
  type BinderFile,
  type BinderManifest,
  type BinderSink,
  binderFiles,
  binderFormat,
  fingerprintOf,
  renderSums,
  signBytes,
  type Written,
} from '../binder/index.ts';
import type { JudgingFor } from '../classification/index.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { evidenceBytes, keptFiles } from '../evidence/index.ts';
import { writeXlsx } from '../exports/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName } from '../files/index.ts';
import type { JobContext } from '../jobs/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { type BinderEvidence, binderEvidence, evidenceListSheet } from './binder-evidence.ts';
import { binderIndex, groupedFingerprint } from './binder-index.ts';
import { branded, brandUnder, readBrand } from './brand.ts';
import { contentHash } from './content-hash.ts';
import { reportNumber } from './export-register.ts';
import { hiderFor } from './hide-people.ts';
import { type NumberedReport, type ReportBuilder, reportBytes } from './kinds.ts';
import { inLanes } from './lanes.ts';
import type { PrintedPdf, Printing } from './printing.ts';
import { redactionNamed } from './redaction-profiles.ts';
import { signingKeyView } from './signing-key.ts';

/** What a binder names of the record that a piece of evidence hangs on. */
export type RecordNames = (workspace: OpenWorkspace, record: Evidence['record']) => string;

/** What making a binder needs. */
export interface BinderParts {
  readonly deps: FeatureDeps;
  readonly judgingFor: JudgingFor;
  readonly builder: ReportBuilder;
  readonly printing: Printing;
  readonly nameOf: RecordNames;
  readonly text: Text;
}

/** A print keeps one processor busy, and hardly more; the other goes on with the next report. */
const printsAtOnce = 2;

interface Contents {
  readonly format: ReportFormat;
  readonly bytes: Uint8Array;
  /** How many pages a PDF has, 0 of anything else. */
  readonly pages: number;
}

interface Filled {
  readonly manifest: BinderManifest;
  readonly files: readonly Written[];
  readonly redaction: Redaction;
  readonly evidence: BinderEvidence;
}

/** Writes reports and evidence, and says in the manifest what each is. */
export async function fill(
  { deps, judgingFor, builder, printing, nameOf, text }: BinderParts,
  options: BinderOptions,
  sink: BinderSink,
  job: JobContext,
): Promise<Reply<Filled>> {
  const start = deps.session();
  const { on, packs } = judgingFor(start);
  const kept = options.evidence ? keptFiles(start) : [];
  const named = redactionNamed(start, options.redaction);
  if (!named.ok) return named;
  const redaction = named.value;
  const evidence = leavesOut(redaction, 'evidenceFiles') ? [] : kept;
  const total = options.reports.reduce((sum, { formats }) => sum + formats.length, 0) + evidence.length + 1;
  const files: BinderFile[] = [];
  const written: Written[] = [];
  let done = 0;
  let reports = 0;
  const told = () => {
    done += 1;
    job.progress(done, total);
  };
  const drawn: ReportOptions = { paper: options.paper, redaction: options.redaction, recordId: null };
  const made = inLanes(options.reports, printsAtOnce, job.signal, async ({ kind, formats }) => {
    const built = await builder.build(kind, drawn, job.pause);
    if (!built.ok) return built;
    const contents: Contents[] = [];
    for (const format of formats) {
      await job.pause();
      const bytes: Reply<Uint8Array | PrintedPdf> =
        format === 'pdf'
          ? await printing.pdf(built.value.page, options.paper)
          : await reportBytes(built.value, format, drawn, printing, text);
      if (!bytes.ok) return bytes;
      contents.push(bytes.value instanceof Uint8Array ? { format, bytes: bytes.value, pages: 0 } : { format, ...bytes.value });
      told();
    }
    return ok({ kind, built: built.value, contents });
  });
  for await (const report of made) {
    if (!report.ok) return report;
    const { kind, built, contents } = report.value;
    reports += 1;
    for (const { format, bytes, pages } of contents) {
      const path = `reports/${String(reports).padStart(2, '0')} ${fileNameOf(built)}.${format}`;
      const one = await sink.add(path, [bytes], job.pause);
      written.push(one);
      files.push({
        ...one,
        kind: 'report',
        title: built.report.title,
        report: kind,
        number: built.number,
        format,
        contentHash: built.contentHash,
        ...(pages === 0 ? {} : { pages }),
      });
    }
  }
  const paths = new Map<string, string>();
  for (const [place, piece] of evidence.entries()) {
    const workspace = deps.session();
    const path = `evidence/${String(place + 1).padStart(4, '0')} ${safeFileName(piece.name, 'evidence')}`;
    const one = await sink.add(path, evidenceBytes(workspace, piece), job.pause);
    written.push(one);
    paths.set(piece.id, path);
    files.push({
      ...one,
      kind: 'evidence',
      title: piece.name,
      about: [nameOf(workspace, piece.record), piece.note]
        .filter((part) => part !== '')
        .join('. ')
        .slice(0, 1000),
      addedBy: piece.addedBy,
      addedAt: piece.addedAt,
    });
    told();
    await job.pause();
  }
  const workspace = deps.session();
  const person = readWorkspaceSettings(workspace.db).person.name || text.dynamic('report.noPerson');
  const hider = hiderFor(workspace, redaction);
  const listed = binderEvidence(workspace, (record) => nameOf(workspace, record), paths, hider);
  const key = signingKeyView(workspace);
  if (key === null) throw new Error('The key that signs binders is gone');
  const manifest: BinderManifest = {
    format: binderFormat,
    number: reportNumber(workspace, 'binder', on, {
      assetId: null,
      contentHash: contentHash({ files: files.map(({ sha256 }) => sha256) }),
    }),
    workspace: { name: workspace.name, kind: workspace.kind },
    on,
    at: deps.ports.clock.now(),
    by: hider.person(person),
    redaction: redaction.profile,
    withholds: withheldSentences(redaction, text),
    program: { name: 'Gatehouse', version: deps.ports.app.version },
    packs: packs.map(({ manifest: { id, version, hash } }) => ({ id, version, hash })),
    signature: { algorithm: 'Ed25519', publicKey: '', fingerprint: key.fingerprint },
    files,
    evidence: listed.counts,
    withheld: kept.length - evidence.length,
  };
  return ok({ manifest, files: written, redaction, evidence: listed });
}

const fileNameOf = ({ number, report }: NumberedReport): string => safeFileName(`${number} ${report.title}`, 'report');

interface Sealed {
  readonly sumsHash: string;
  readonly sizeBytes: number;
}

/** Writes index, manifest, recipe and key, then the sums over everything and the signature over the sums. */
export async function seal(
  { deps, printing, text }: BinderParts,
  options: BinderOptions,
  { manifest: unsigned, files, redaction, evidence }: Filled,
  key: { readonly privateKey: Buffer; readonly publicPem: string; readonly publicKey: Buffer },
  sink: BinderSink,
): Promise<Reply<Sealed>> {
  const fingerprint = fingerprintOf(key.publicKey);
  const manifest: BinderManifest = {
    ...unsigned,
    signature: { algorithm: 'Ed25519', publicKey: key.publicKey.toString('base64'), fingerprint },
  };
  const workspace = deps.session();
  const hider = hiderFor(workspace, redaction);
  const page = branded(binderIndex(manifest, evidence, workspace, redaction, text), brandUnder(readBrand(workspace), hider));
  const pdf = await printing.pdf(page, options.paper);
  if (!pdf.ok) return pdf;
  const html = await printing.file(page, 'html', options.paper);
  if (!html.ok) return html;
  const recipe = text.dynamic('report.binder.recipe', {
    workspace: manifest.workspace.name,
    number: manifest.number,
    fingerprint: groupedFingerprint(fingerprint),
  });
  const own: Written[] = [];
  for (const [path, content] of [
    ['index.pdf', pdf.value.bytes],
    ['index.html', html.value],
    [binderFiles.evidence, await writeXlsx([evidenceListSheet(evidence, hider, text)])],
    [binderFiles.manifest, Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`, 'utf8')],
    [binderFiles.recipe, Buffer.from(`${recipe}\n`, 'utf8')],
    [binderFiles.key, Buffer.from(key.publicPem, 'utf8')],
  ] as const)
    own.push(await sink.add(path, [content]));
  const all = [...files, ...own];
  const sums = Buffer.from(renderSums(all), 'utf8');
  const listed = await sink.add(binderFiles.sums, [sums]);
  await sink.add(binderFiles.signature, [signBytes(key.privateKey, sums)]);
  return ok({ sumsHash: listed.sha256, sizeBytes: all.reduce((sum, { sizeBytes }) => sum + sizeBytes, listed.sizeBytes + 64) });
}
