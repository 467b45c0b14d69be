import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import type { ExportRecord, reportMethods } from '../../../src-shared/contract/reports.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type BinderSink, openSink } from '../binder/index.ts';
import { keptFiles } from '../evidence/index.ts';
import { safeFileName, storageErrorOf } from '../files/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { type BinderParts, fill, seal } from './binder-contents.ts';
import { contentHash } from './content-hash.ts';
import { askWhere, recordFinished } from './export-file.ts';
import { signingKey, signingKeyView } from './signing-key.ts';

type Handlers = Pick<HandlersFor<typeof reportMethods>, 'reports.binder' | 'reports.saveBinder'>;

/** Bundles reports and evidence with an index, hashes and a signature, as one folder or one archive. */
export function createBinderHandlers(parts: BinderParts): Handlers {
  const { deps, judgingFor, text } = parts;
  return {
    'reports.binder': () => {
      const files = keptFiles(deps.session());
      const bytes = files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
      return ok({ evidence: { files: files.length, bytes }, key: signingKeyView(deps.session()) });
    },

    'reports.saveBinder': async (options) => {
      const { on } = judgingFor(deps.session());
      const name = safeFileName(text.dynamic('report.file.binder', { workspace: deps.session().name, day: on }), 'binder');
      const target =
        options.as === 'zip'
          ? await askWhere(deps, 'exportTarget', `${name}.zip`, [{ nameKey: 'report.fileType.zip', extensions: ['zip'] }])
          : await askWhere(deps, 'exportTarget', name, []);
      if (!target.ok) return target;
      return deps.jobs.run({ kind: 'reports.binder', touches: [] }, async (job): Promise<Reply<ExportRecord>> => {
        let sink: BinderSink | undefined;
        try {
          const key = signingKey(deps.session(), deps.ports.clock.now());
          if (!key.ok) return key;
          sink = openSink(target.value.path, options.as);
          const filled = await fill(parts, options, sink, job);
          if (!filled.ok) {
            sink.abandon();
            return filled;
          }
          const { manifest } = filled.value;
          const signed = await seal(parts, options, filled.value, key.value, sink);
          if (!signed.ok) {
            sink.abandon();
            return signed;
          }
          await job.pause();
          return recordFinished(
            deps,
            'reports.saveBinder',
            {
              number: manifest.number,
              what: 'binder',
              format: options.as,
              subject: text.dynamic('report.binder.subject', { count: manifest.files.length }),
              assetId: null,
              redaction: manifest.redaction,
              on,
              at: deps.ports.clock.now(),
              by: readWorkspaceSettings(deps.session().db).person.name || text.dynamic('report.noPerson'),
              contentHash: contentHash({ files: manifest.files.map(({ contentHash: said, sha256 }) => said ?? sha256) }),
            },
            target.value.fileName,
            { sha256: signed.value.sumsHash, sizeBytes: signed.value.sizeBytes },
            sink.finish,
          );
        } catch (cause) {
          sink?.abandon();
          const failure = storageErrorOf(cause);
          if (failure === null) throw cause;
          return err(failure);
        }
      });
    },
  };
}
