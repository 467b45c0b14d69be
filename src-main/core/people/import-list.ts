import { basename } from 'node:path';
import type { DateOrder } from '../../../src-shared/contract/imports.ts';
import type { Reply } from '../../../src-shared/contract/kernel.ts';
import type { ListFileKind, ListFileOutcome } from '../../../src-shared/contract/people.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import { type OpenWorkspace, prepared } from '../db/index.ts';
import { assetNames } from '../inventory/index.ts';
import { accountKey } from './accounts.ts';
import { readLicencesFile } from './files/licences.ts';
import type { FileProblem, FileQuestion } from './files/problems.ts';
import { readServiceAccountsFile, type ServiceAccount } from './files/service-accounts.ts';
import { readTravelFile } from './files/travel.ts';
import { peopleForAudit } from './for-audit.ts';
import type { PeopleContext } from './handlers.ts';
import { addLink, allLinks, type Stamp } from './store.ts';

interface ListInput {
  readonly kind: ListFileKind;
  readonly handle: string | null;
  readonly dateOrder: DateOrder | null;
}

/** Asks for a list, reads it and adds what is not there yet: one command, one step back. With an open question nothing is written. */
export async function importList(context: PeopleContext, input: ListInput): Promise<Reply<ListFileOutcome | null>> {
  const { deps } = context;
  const picked =
    input.handle === null
      ? await deps.ports.dialogs.pickFile('import', [
          { nameKey: 'imports.files.tables', extensions: ['csv', 'xlsx', 'xls', 'ods', 'tsv', 'json', 'ndjson', 'txt'] },
        ])
      : { handle: input.handle };
  if (picked === null) return ok(null);
  const path = deps.ports.files.resolve(picked.handle, 'import');
  if (!path.ok) return path;
  const fileName = basename(path.value).slice(0, 300);
  const outcome = (
    added: number,
    same: number,
    problems: readonly FileProblem[],
    questions: readonly FileQuestion[],
  ): Reply<ListFileOutcome> =>
    ok({
      handle: picked.handle,
      fileName,
      added,
      same,
      problems: problems.slice(0, 200).map(({ row, column, value, reason }) => ({
        row,
        column: (column ?? '').slice(0, 400),
        value: value.slice(0, 200),
        reason: reason.slice(0, 400),
      })),
      problemCount: problems.length,
      questions: questions.slice(0, 20).map(({ column, samples }) => ({
        column: column.slice(0, 400),
        samples: samples.slice(0, 5).map((sample) => sample.slice(0, 80)),
      })),
    });
  const refused = (reason: string): Reply<never> =>
    err({ code: 'file.refused', reason: 'notATable', place: reason.slice(0, 300), limit: null });
  const options = { dateOrder: input.dateOrder };
  const write = (work: (workspace: OpenWorkspace, at: Stamp) => number): Reply<number> => {
    const workspace = deps.session();
    return workspace.write({ method: 'people.importList', params: { file: fileName, kind: input.kind } }, () =>
      ok(work(workspace, context.stamp())),
    );
  };

  if (input.kind === 'serviceAccounts') {
    const read = await readServiceAccountsFile(path.value);
    if (!read.ok) return refused(read.error.reason);
    const added = write((workspace, at) => addServices(workspace, read.value.services, at));
    return added.ok ? outcome(added.value, read.value.services.length - added.value, read.value.problems, []) : added;
  }
  const { people, book } = peopleForAudit(deps.session());
  if (input.kind === 'travel') {
    const read = await readTravelFile(path.value, { ...options, people, accounts: book });
    if (!read.ok) return refused(read.error.reason);
    const { travel, problems, questions } = read.value;
    if (questions.length > 0) return outcome(0, 0, problems, questions);
    const added = write((workspace, at) => {
      let count = 0;
      for (const trip of travel) {
        const known = prepared<string[]>(
          workspace.db,
          'SELECT 1 FROM known_travel WHERE person_id = ? AND country = ? AND from_on = ? AND until_on = ?',
        ).get(trip.personId, trip.country, trip.from, trip.until);
        if (known !== undefined) continue;
        prepared(workspace.db, 'INSERT INTO known_travel VALUES (?, ?, ?, ?, ?, ?, 0)').run(
          at.newId(),
          trip.personId,
          trip.country,
          trip.from,
          trip.until,
          fileName,
        );
        count += 1;
      }
      return count;
    });
    return added.ok ? outcome(added.value, travel.length - added.value, problems, []) : added;
  }
  const assets = assetNames(deps.session());
  const read = await readLicencesFile(path.value, { ...options, people, accounts: book, assets });
  if (!read.ok) return refused(read.error.reason);
  const { authorisations, problems, questions } = read.value;
  if (questions.length > 0) return outcome(0, 0, problems, questions);
  const added = write((workspace, at) => {
    let count = 0;
    for (const one of authorisations) {
      const values = [
        one.kind,
        one.number ?? '',
        one.personId,
        JSON.stringify(one.nationalities),
        JSON.stringify(one.assetIds),
        JSON.stringify(one.eccns),
        one.validFrom,
        one.validTo,
        one.status,
      ];
      const known = prepared<unknown[]>(
        workspace.db,
        `SELECT 1 FROM authorisations WHERE kind = ? AND number = ? AND person_id IS ? AND nationalities = ? AND asset_ids = ? AND eccns = ?
           AND valid_from IS ? AND valid_to IS ? AND status = ?`,
      ).get(...values);
      if (known !== undefined) continue;
      prepared(workspace.db, "INSERT INTO authorisations VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', ?, 0)").run(
        at.newId(),
        ...values,
        fileName,
      );
      count += 1;
    }
    return count;
  });
  return added.ok ? outcome(added.value, authorisations.length - added.value, problems, []) : added;
}

/** Registers accounts nobody answered for yet; an answer of a person stays. */
function addServices(workspace: OpenWorkspace, services: readonly ServiceAccount[], at: Stamp): number {
  const known = new Set(allLinks(workspace).map((link) => link.account_key));
  let added = 0;
  for (const { account, owner, purpose } of services) {
    const key = accountKey(account);
    if (key === '' || known.has(key)) continue;
    known.add(key);
    added += 1;
    addLink(
      workspace,
      {
        account: account.slice(0, 300),
        system: '',
        state: 'service',
        person_id: null,
        owner: (owner ?? '').slice(0, 200),
        purpose: (purpose ?? '').slice(0, 400),
        origin: 'file',
      },
      at,
    );
  }
  return added;
}
