import type { Reply } from '../../../../src-shared/contract/kernel.ts';
import { err, ok } from '../../../../src-shared/model/result.ts';
import type { JobContext } from '../../jobs/index.ts';
import { systemOf } from '../read/system.ts';
import { commitLogImport, readLogFile, resumeLogImport } from '../store/import-file.ts';
import { findLogImport, type LogImport, readingKey } from '../store/imports.ts';
import { discardLogImport } from '../store/remove.ts';
import type { WizardContext } from './context.ts';
import { keepMeanings } from './meanings.ts';
import { saveProfile } from './profiles.ts';
import { type OpenSession, saveFact } from './store.ts';

/**
 * Reads the file of a draft into the workspace without letting its events count. An import of the draft that broke off is gone on with; one that
 * was read with other answers is dropped and read anew. Errors as `readLogFile`.
 */
export async function writeFile(
  context: WizardContext,
  session: OpenSession,
  job: Pick<JobContext, 'signal' | 'progress' | 'pause'>,
): Promise<Reply<LogImport>> {
  const path = context.paths.get(session.id);
  if (path === undefined) return err({ code: 'file.handleExpired' });
  const { reading, profile } = session.state;
  const tools = context.tools({ pause: () => job.pause(), signal: job.signal, progress: (done, total) => job.progress(done, total) });
  const begun = session.importId === null ? undefined : findLogImport(context.workspace(), session.importId);
  if (begun?.state === 'reading') {
    if (begun.readingKey === readingKey(reading)) {
      const resumed = await resumeLogImport(context.workspace(), begun.id, path, tools);
      return resumed.ok ? ok(resumed.value.import) : resumed;
    }
    const gone = await discardLogImport(context.workspace(), begun.id, tools);
    if (!gone.ok) return gone;
  }
  const newId = () => {
    const id = tools.newId();
    // The draft knows its import from the first row on, so that a crash finds the two together.
    saveFact(context.workspace(), session.id, { importId: id });
    return id;
  };
  const written = await readLogFile(
    context.workspace(),
    {
      path,
      name: session.fileName,
      ...(session.sha256 === null ? {} : { sha256: session.sha256 }),
      system: systemOf(reading),
      ...(profile === null ? {} : { profile: `${profile.name} ${profile.version}` }),
    },
    reading,
    { ...tools, newId },
  );
  if (!written.ok) return written;
  if (written.value.kind === 'already') saveFact(context.workspace(), session.id, { importId: null });
  return ok(written.value.import);
}

/** What a person said during the wizard, kept with the commit: words, names of assets, people behind accounts, the profile. */
export function keepAnswers(context: WizardContext, session: OpenSession, saveProfileAs: string | null): Reply<null> {
  const { state } = session;
  const workspace = context.workspace();
  const { outcomeWords, countryWords } = state.reading.answers;
  const words = Object.keys(state.actions).length + Object.keys(outcomeWords).length + Object.keys(countryWords).length;
  if (words > 0 || saveProfileAs !== null) {
    const kept = workspace.write({ method: 'accessLogs.keepAnswers', params: { file: session.fileName, words } }, () => {
      keepMeanings(workspace, 'action', Object.entries(state.actions));
      keepMeanings(workspace, 'outcome', Object.entries(outcomeWords));
      keepMeanings(workspace, 'country', Object.entries(countryWords));
      if (saveProfileAs !== null) saveProfile(workspace, state, saveProfileAs, context.deps.ports.ids.next(), context.now());
      return ok(null);
    });
    if (!kept.ok) return kept;
  }
  const names = Object.entries(state.assets).flatMap(([resource, assetId]) => (assetId === '' ? [] : [{ assetId, resource }]));
  if (names.length > 0) {
    const named = context.joins.nameAssets(workspace, names);
    if (!named.ok) return named;
  }
  const system = systemOf(state.reading);
  const accounts = Object.entries(state.accounts).flatMap(([account, choice]) =>
    choice.to === 'later' ? [] : [{ account, system, ...choice }],
  );
  if (accounts.length > 0) {
    const settled = context.joins.settleAccounts(workspace, accounts);
    if (!settled.ok) return settled;
  }
  return ok(null);
}

/** Lets the events of a draft count, once its answers are kept. */
export async function commitSession(context: WizardContext, session: OpenSession, importId: string): Promise<Reply<LogImport>> {
  const committed = await commitLogImport(context.workspace(), importId, { now: context.now });
  if (committed.ok) saveFact(context.workspace(), session.id, { status: 'committed', importId });
  return committed;
}
