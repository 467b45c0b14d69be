import type { ExchangedFile, ExchangePreview, exchangeMethods } from '../../../src-shared/contract/exchange.ts';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { ExchangeKind } from '../../../src-shared/formats/exchange.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { fingerprintOf } from '../binder/index.ts';
import type { SlicedConnection } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { safeFileName, storageErrorOf, writePiecesAtomically } from '../files/index.ts';
import { createSlicer, type JobContext } from '../jobs/index.ts';
import { askWhere, signingKey, signingKeyView, withholdingFor } from '../reports/index.ts';
import { readWorkspaceSettings } from '../settings/index.ts';
import { type Compared, compare, conflictsOf, countsOf } from './compare.ts';
import { exchangeLimits, makeExchange, type ReadFile, readExchange } from './file.ts';
import { gather } from './gather.ts';
import type { ExchangePart } from './part.ts';
import { exchangedFiles, isKnownKey, keepFile, keepState, tieIds } from './store.ts';

const mostConflicts = 1000;

/** What other rooms do once records of theirs came in. */
export interface ExchangeJoins {
  readonly parts: readonly ExchangePart[];
  /** Judges assets anew, inside the transaction. */
  assess(tx: SlicedConnection, assetIds: readonly string[], job: Pick<JobContext, 'signal' | 'progress'>): Promise<void>;
  partiesChanged(): void;
}

/** Answers what leaves for another office and what comes from one: signed files, compared field by field with what both sides had before. */
export function createExchangeHandlers(deps: FeatureDeps, joins: ExchangeJoins, text: Text): HandlersFor<typeof exchangeMethods> {
  const { parts } = joins;
  const person = () => readWorkspaceSettings(deps.session().db).person.name || text.dynamic('report.noPerson');

  const looked = async (path: string): Promise<Reply<{ readonly file: ReadFile; readonly compared: readonly Compared[] }>> => {
    const { pause } = createSlicer();
    const file = await readExchange(path, pause);
    if (!file.ok) return file;
    const compared = await compare(deps.session, parts, file.value, pause);
    return compared.ok ? ok({ file: file.value, compared: compared.value }) : compared;
  };

  return {
    'exchange.state': () => {
      const workspace = deps.session();
      return ok({ fingerprint: signingKeyView(workspace)?.fingerprint ?? null, files: exchangedFiles(workspace, 200) });
    },

    'exchange.save': async ({ redaction }) => {
      const known = withholdingFor(deps.session(), redaction, text);
      if (!known.ok) return known;
      const name = text.dynamic('exchange.file', { office: deps.session().name, day: deps.ports.clock.today() });
      const target = await askWhere(deps, 'exportTarget', `${safeFileName(name, 'exchange')}.gatehouse.jsonl`, [
        { nameKey: 'report.fileType.jsonl', extensions: ['jsonl'] },
      ]);
      if (!target.ok) return target;
      const key = signingKey(deps.session(), deps.ports.clock.now());
      if (!key.ok) return key;
      const held = withholdingFor(deps.session(), redaction, text);
      if (!held.ok) return held;
      const { pause } = createSlicer();
      const records = await gather(deps.session, parts, held.value, pause);
      const workspace = deps.session();
      const about = {
        office: workspace.name,
        at: deps.ports.clock.now(),
        by: held.value.hide.person(person()),
        redaction: held.value.redaction,
        records: records.length,
      };
      const made = await makeExchange(about, records, key.value, pause);
      if (made === null) {
        const { records: most, megabytes } = exchangeLimits;
        return err({ code: 'policy.refused', detail: text.dynamic('exchange.tooMuch', { count: records.length, most, megabytes }) });
      }
      const sent: ExchangedFile = {
        ...{ id: deps.ports.ids.next(), direction: 'sent', office: workspace.name, fingerprint: fingerprintOf(key.value.publicKey) },
        ...{ at: about.at, by: person(), fileName: target.value.fileName, redaction: about.redaction.profile },
        ...{ records: records.length, counts: null },
      };
      const note = {
        method: 'exchange.save',
        params: { file: sent.fileName, count: records.length, sha256: made.sha256, redaction: sent.redaction },
        subject: { entity: 'exchange', id: sent.id },
        undoable: false,
      };
      try {
        return await deps.session().writeInSlices(note, async (tx) => {
          keepFile(tx, sent);
          for (const { kind, id, fields } of records) {
            keepState(tx, kind, id, fields);
            await tx.pause();
          }
          writePiecesAtomically(target.value.path, made.pieces);
          return ok({ fileName: sent.fileName, records: sent.records });
        });
      } catch (cause) {
        const failure = storageErrorOf(cause);
        if (failure === null) throw cause;
        return err(failure);
      }
    },

    'exchange.open': async () => {
      const picked = await deps.ports.dialogs.pickFile('import', [{ nameKey: 'report.fileType.jsonl', extensions: ['jsonl'] }]);
      if (picked === null) return ok(null);
      const path = deps.ports.files.resolve(picked.handle, 'import');
      if (!path.ok) return path;
      const read = await looked(path.value);
      if (!read.ok) return read;
      const { file, compared } = read.value;
      const conflicts = await conflictsOf(deps.session, parts, compared, mostConflicts, createSlicer().pause);
      const workspace = deps.session();
      const preview: ExchangePreview = {
        ...{ handle: picked.handle, sha256: file.sha256, fileName: picked.name },
        ...{ office: file.about.office, at: file.about.at, by: file.about.by, redaction: file.about.redaction.profile },
        fingerprint: file.fingerprint,
        known: isKnownKey(workspace, file.fingerprint),
        own: signingKeyView(workspace)?.fingerprint === file.fingerprint,
        counts: countsOf(compared),
        byKind: ExchangeKind.options.flatMap((kind) => {
          const some = compared.filter(({ record }) => record.kind === kind);
          return some.length === 0 ? [] : [{ kind, ...countsOf(some) }];
        }),
        conflicts,
      };
      return ok(preview);
    },

    'exchange.take': async ({ handle, sha256: expected, theirs }) => {
      const path = deps.ports.files.resolve(handle, 'import');
      if (!path.ok) return path;
      const read = await looked(path.value);
      if (!read.ok) return read;
      const { file, compared } = read.value;
      if (file.sha256 !== expected) return err({ code: 'file.refused', reason: 'exchange.altered', place: null, limit: null });
      const chosen = new Set(theirs.map(({ kind, id, field }) => `${kind} ${id} ${field}`));
      const workspace = deps.session();
      const taken: ExchangedFile = {
        ...{ id: deps.ports.ids.next(), direction: 'taken', office: file.about.office, fingerprint: file.fingerprint },
        ...{ at: deps.ports.clock.now(), by: person(), fileName: nameOf(path.value), redaction: file.about.redaction.profile },
        ...{ records: file.records.length, counts: countsOf(compared) },
      };
      const counts = countsOf(compared);
      const note = {
        method: 'exchange.take',
        params: { office: taken.office, file: taken.fileName, created: counts.new, changed: counts.changed, conflicts: counts.conflict },
        subject: { entity: 'exchange', id: taken.id },
      };
      const reply = await workspace.writeInSlices(note, async (tx) => {
        keepFile(tx, taken);
        const assets = new Set<string>();
        for (const one of compared) {
          const { part, record, id, merged, theirs: fields } = one;
          await tx.pause();
          if (one.outcome === 'gone') continue;
          const picks = merged.conflicts.filter((field) => chosen.has(`${record.kind} ${record.id} ${field}`));
          const take = { ...merged.take, ...Object.fromEntries(picks.map((field) => [field, fields[field] ?? null])) };
          const written = Object.keys(take).length === 0 || part.write(tx, id, take, deps.ports.clock.now());
          if (!written) continue;
          if (id !== record.id) tieIds(tx, record.kind, record.id, id);
          keepState(tx, record.kind, record.id, record.fields);
          if (Object.keys(take).length === 0) continue;
          if (part.kind === 'asset') assets.add(id);
          if (part.kind === 'version') assets.add(String(part.read(tx, id)?.['asset']));
        }
        await joins.assess(tx, [...assets], { signal: new AbortController().signal, progress: () => undefined });
        return ok(taken);
      });
      if (reply.ok) joins.partiesChanged();
      return reply;
    },
  };
}

const nameOf = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').slice(0, 300);
