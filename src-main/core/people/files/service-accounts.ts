import { ok, type Result } from '../../../../src-shared/model/result.ts';
import { isEmptyMark, plainText } from '../../importers/index.ts';
import type { AccountEntry } from '../accounts.ts';
import { namedColumns } from './mapping.ts';
import type { FileFault, FileOptions, FileProblem, FileQuestion } from './problems.ts';
import { readNamedTable } from './table.ts';

export interface ServiceAccount {
  readonly account: string;
  readonly system: string | null;
  readonly owner: string | null;
  readonly purpose: string | null;
}

export interface ServiceAccountsFile {
  readonly accounts: readonly AccountEntry[];
  readonly services: readonly ServiceAccount[];
  readonly problems: readonly FileProblem[];
  readonly questions: readonly FileQuestion[];
}

type ServiceColumn = 'account' | 'owner' | 'purpose' | 'system' | 'state';

/** Fields a mapping may name, each with a heading that says what it holds. */
export const serviceAccountFields: Readonly<Record<string, string>> = {
  account: 'account',
  owner: 'owner',
  purpose: 'purpose',
  system: 'system',
  state: 'status',
};

function serviceColumn(heading: string): ServiceColumn | null {
  const title = plainText(heading);
  if (/owner|responsible|contact|verantwortlich|responsable|maintainer|custodian|besitzer|propietario|team$/.test(title)) return 'owner';
  if (/purpose|description|use$|used for|zweck|objet|proposito|function|notes?$|job$|why|workload/.test(title)) return 'purpose';
  if (/^(?:system|platform|source|tool|provider|where)$/.test(title)) return 'system';
  if (/registered|approved|status|state/.test(title)) return 'state';
  if (/account|principal|client id|user|login|^name$|^id$|e ?mail|service|konto|compte|cuenta|identity|arn|robot|bot/.test(title))
    return 'account';
  return null;
}

/** Reads registered batch and service accounts: account, owner, purpose. */
export async function readServiceAccountsFile(path: string, options?: FileOptions): Promise<Result<ServiceAccountsFile, FileFault>> {
  const columnOf = namedColumns(options?.columns ?? {}, serviceAccountFields, serviceColumn, (is) => is);
  const table = await readNamedTable(path, (title) => columnOf(title) !== null, options?.columns);
  if (!table.ok) return table;
  const { file, titles, rows } = table.value;
  const columns = titles.flatMap((title, place) => {
    const is = columnOf(title);
    return is === null ? [] : [{ is, place, title }];
  });
  const problems: FileProblem[] = [];
  const services: ServiceAccount[] = [];
  for (const row of rows) {
    const text = (is: ServiceColumn) =>
      columns
        .filter((column) => column.is === is)
        .map((column) => (row.cells[column.place]?.text ?? '').trim().replace(/^'(?=.)/, ''))
        .filter((value) => !isEmptyMark(value));
    const named = text('account');
    const state = plainText(text('state').join(' '));
    if (named.length === 0) {
      problems.push({ file, row: row.row, column: null, value: '', reason: 'The row names no account.' });
      continue;
    }
    if (/^(?:no|false|unregistered|not registered|rejected|disabled|revoked|retired)\b/.test(state)) {
      problems.push({
        file,
        row: row.row,
        column: null,
        value: named[0] ?? '',
        reason: 'The account is listed as not registered, so it stays unknown.',
      });
      continue;
    }
    for (const account of named.flatMap((one) => one.split(/[;|\n]+/).map((part) => part.trim())))
      if (account !== '')
        services.push({
          account,
          system: text('system')[0]?.toLowerCase() ?? null,
          owner: text('owner')[0] ?? null,
          purpose: text('purpose')[0] ?? null,
        });
  }
  // The account's system is kept, but a log need not call it by the same name: a registered account is one wherever it stands.
  const accounts = services.map(({ account, owner }): AccountEntry => ({ account, system: null, target: { kind: 'service', owner } }));
  return ok({ accounts, services, problems, questions: [] });
}
