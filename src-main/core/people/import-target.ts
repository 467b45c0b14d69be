import type { AppError } from '../../../src-shared/contract/kernel.ts';
import { EmploymentKind, type PersonColumns } from '../../../src-shared/contract/people.ts';
import type { ImportRecord, ImportValue } from '../../../src-shared/formats/import-target.ts';
import { IsoDate } from '../../../src-shared/model/dates.ts';
import { err, ok, type Result } from '../../../src-shared/model/result.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { heldError } from '../holds/index.ts';
import {
  type CommitBatch,
  type CommitRow,
  type CommittedRow,
  type ExistingRecord,
  type ImportTarget,
  keyText,
  type RecordKey,
  tieFromToken,
  tieToken,
  type UndoRow,
} from '../importers/index.ts';
import { accountKey } from './accounts.ts';
import { peopleTargetSchema } from './import-schema.ts';
import { standingOf } from './standing.ts';
import { addPersonAccounts, changePerson, findPerson, insertPerson, linksOf, type PersonRecord, type Stamp } from './store.ts';
import {
  dropTies,
  forgetPerson,
  forgetValues,
  haveValues,
  insertTie,
  openTies,
  restoreTies,
  settleStates,
  type TieInput,
  type TieRecord,
  tiesOf,
} from './ties.ts';

const tieColumns = [
  'citizenships',
  'citizenshipStatus',
  'secondCitizenship',
  'thirdCitizenship',
  'permanentResidences',
  'greenCard',
  'usStatus',
  'usPerson',
  'usCitizen',
  'protectedIndividual',
  'visaType',
] as const;
const accountColumns = ['github', 'gitlab', 'huggingface'] as const;
const plainColumns = ['externalId', 'name', 'role', 'team', 'site', 'employer'] as const;
const codeColumns = ['employment', 'workCountry', 'employerCountry', 'employerHeadquarters', 'startOn', 'lastDay'] as const;

/** Brings rosters into the register of people. What a row is silent about stays as it is; ties it names replace those a roster brought before. */
export function createPeopleImportTarget(deps: FeatureDeps): ImportTarget {
  const stamp = (): Stamp => ({ newId: () => deps.ports.ids.next(), now: deps.ports.clock.now() });
  const today = () => deps.ports.clock.today();
  const existing = (connection: Connection, person: PersonRecord): ExistingRecord => ({
    id: person.id,
    title: person.name,
    revision: person.revision,
    values: recordOf(connection, person, today()),
  });
  return {
    id: 'people',
    variants: [''],
    schema: () => peopleTargetSchema,
    refine,

    lookupExisting(connection, _variant, keys) {
      const found = new Map<string, readonly ExistingRecord[]>();
      for (const key of keys) {
        const records = recordsFor(connection, key).map((person) => existing(connection, person));
        if (records.length > 0) found.set(keyText(key), records);
      }
      return found;
    },

    commitRows(tx, batch, rows) {
      const at = stamp();
      const done: CommittedRow[] = [];
      for (const row of rows) {
        const written =
          row.existing === null ? ok(addRow(tx, batch, row, today(), at)) : changeRow(tx, batch, row, row.existing, today(), at);
        if (!written.ok) return written;
        done.push({ row: row.row, ...written.value });
      }
      return ok(done);
    },

    undoRows(tx, _batch, rows) {
      return takeBack(tx, rows, stamp());
    },

    undoErases: haveValues,

    settle: async () => undefined,
  };
}

const textOf = (value: ImportValue | undefined): string =>
  value?.state !== 'known' ? '' : Array.isArray(value.value) ? value.value.join('; ') : String(value.value);
const listOf = (value: ImportValue | undefined): readonly string[] =>
  value?.state !== 'known' ? [] : Array.isArray(value.value) ? value.value : [String(value.value)];

/** Names in one, ties of all columns in one list, accounts in one list with their system. */
function refine(record: ImportRecord): ImportRecord {
  const made: Record<string, ImportValue> = {};
  for (const [id, value] of Object.entries(record))
    if (
      !(tieColumns as readonly string[]).includes(id) &&
      !['firstName', 'lastName', 'accounts', 'github', 'gitlab', 'huggingface'].includes(id)
    )
      made[id] = value;
  const parts = [textOf(record['firstName']), textOf(record['lastName'])].filter((part) => part !== '');
  if (textOf(record['name']) === '' && parts.length > 0) made['name'] = { state: 'known', value: parts.join(' ') };
  const emails = textOf(record['email'])
    .split(/[;,\s]+/)
    .filter((part) => part.includes('@'));
  if (emails[0] !== undefined) made['email'] = { state: 'known', value: accountKey(emails[0]) };
  const accounts = [
    ...emails.slice(1),
    ...listOf(record['accounts']),
    ...accountColumns.flatMap((system) => listOf(record[system]).map((account) => `${system}:${account}`)),
  ];
  if (accounts.length > 0) made['accounts'] = { state: 'known', value: [...new Set(accounts)] };
  const said = tieColumns.flatMap((id) => listOf(record[id]).map(tieFromToken));
  if (said.length > 0) made['citizenships'] = { state: 'known', value: tokensOf(said) };
  else if (['citizenships', 'citizenshipStatus'].some((id) => record[id]?.state === 'unknown')) made['citizenships'] = { state: 'unknown' };
  return made;
}

/** Ties as they will be kept: a green card is residence of US, a US person has a standing. */
function tokensOf(said: Parameters<typeof standingOf>[0]): string[] {
  const standing = standingOf(said, true);
  const derived =
    standing.citizenships.some((tie) => tie.country === 'US') || standing.permanentResidences.some((tie) => tie.country === 'US');
  return [
    ...standing.citizenships.map((tie) => tieToken({ kind: 'citizen', ...tie })),
    ...standing.permanentResidences.map((tie) => tieToken({ kind: 'resident', ...tie })),
    ...(standing.usStatus === 'unknown' || derived ? [] : [`usStatus:${standing.usStatus}:`]),
  ];
}

function tieInputs(tokens: readonly string[], source: string): readonly TieInput[] {
  return tokens.map((token): TieInput => {
    const [kind = '', value = '', since = ''] = token.split(':');
    const base = { since: since === '' ? null : since, source, purpose: 'releaseCheck' as const, keepUntil: null };
    if (kind === 'usStatus') return { ...base, kind: 'usStatus', country: null, standing: value };
    return { ...base, kind: kind === 'resident' ? 'permanentResidence' : 'citizenship', country: value, standing: null };
  });
}

function recordOf(connection: Connection, person: PersonRecord, today: IsoDate): ImportRecord {
  const links = linksOf(connection, person.id);
  const made: Record<string, ImportValue> = {};
  const put = (id: string, value: string | null) => {
    if (value !== null && value !== '') made[id] = { state: 'known', value };
  };
  put('externalId', person.external_id);
  put('name', person.name);
  put('role', person.role);
  put('team', person.team);
  put('site', person.site);
  put('employer', person.employer);
  put('employment', person.employment);
  put('workCountry', person.work_country);
  put('employerCountry', person.employer_country);
  put('employerHeadquarters', person.employer_headquarters);
  put('startOn', person.start_on);
  put('lastDay', person.last_day);
  const mails = links.filter((link) => link.account_key.includes('@')).map((link) => link.account_key);
  if (mails.length > 0) made['email'] = { state: 'known', value: mails };
  for (const { kind, text } of JSON.parse(person.other_names) as { kind: string; text: string }[]) {
    if (kind === 'preferred') put('preferredName', text);
    if (kind === 'ownScript') put('nativeName', text);
  }
  const ties = openTies(connection, person.id, today);
  if (ties.length > 0)
    made['citizenships'] = {
      state: 'known',
      value: ties.map((tie) =>
        tie.kind === 'usStatus'
          ? `usStatus:${tie.standing ?? ''}:`
          : tieToken({ kind: tie.kind === 'citizenship' ? 'citizen' : 'resident', country: tie.country, since: tie.since }),
      ),
    };
  else if (person.citizenship_state === 'unknown') made['citizenships'] = { state: 'unknown' };
  if (links.length > 0)
    made['accounts'] = {
      state: 'known',
      value: links.map((link) => (link.system === '' ? link.account : `${link.system}:${link.account}`)),
    };
  return made;
}

function recordsFor({ db }: Connection, key: RecordKey): readonly PersonRecord[] {
  const [first = '', externalId = '', email = ''] = key.parts;
  const alive = 'p.archived_at IS NULL';
  if (key.set === 0)
    return prepared<[string], PersonRecord>(db, `SELECT p.* FROM people p WHERE p.external_key = ? AND ${alive}`).all(first);
  if (key.set === 1)
    return prepared<[string], PersonRecord>(
      db,
      `SELECT DISTINCT p.* FROM people p JOIN account_links l ON l.person_id = p.id WHERE l.account_key = ? AND l.state = 'person' AND ${alive}`,
    ).all(accountKey(first));
  // Two people may share a name: where both sides have a number or an address, those decide.
  return prepared<[string], PersonRecord & { mails: number; same: number }>(
    db,
    `SELECT p.*, (SELECT count(*) FROM account_links l WHERE l.person_id = p.id AND instr(l.account_key, '@') > 0) AS mails
       FROM people p WHERE p.name_key = ? AND ${alive}`,
  )
    .all(first)
    .filter((person) => (externalId === '' || person.external_key === '') && (email === '' || person.mails === 0));
}

const sourceOf = (batch: CommitBatch, row: CommitRow): string => `${batch.fileName}, row ${row.row}`.slice(0, 400);

type Written = Omit<CommittedRow, 'row'>;

function addRow(tx: Connection, batch: CommitBatch, row: CommitRow, today: IsoDate, at: Stamp): Written {
  const { values } = row;
  const named = textOf(values['name']) || textOf(values['email']) || textOf(values['externalId']);
  const ties = tieInputs(listOf(values['citizenships']), sourceOf(batch, row));
  const state = (kind: TieInput['kind']) => (ties.some((tie) => tie.kind === kind) ? ('onFile' as const) : ('notAsked' as const));
  const citizenship = values['citizenships']?.state === 'unknown' ? ('unknown' as const) : state('citizenship');
  const id = insertPerson(tx, { ...columnsOf(values), name: named.slice(0, 200) }, at, {
    otherNames: namesOf(values, '[]'),
    accounts: accountsOf(values),
    states: { citizenship, residence: state('permanentResidence'), us: state('usStatus'), sourced: citizenship === 'onFile' },
    importBatch: batch.batchId,
  });
  for (const tie of ties) insertTie(tx, id, tie, today, at);
  return { id, revision: 0 };
}

function changeRow(
  tx: Connection,
  batch: CommitBatch,
  row: CommitRow,
  target: { readonly id: string; readonly revision: number },
  today: IsoDate,
  at: Stamp,
): Result<Written, AppError> {
  const person = findPerson(tx, target.id);
  if (person === undefined) return err({ code: 'record.notFound', entity: 'person', id: target.id });
  if (person.revision !== target.revision)
    return err({ code: 'record.stale', entity: 'person', id: target.id, yours: target.revision, current: person.revision });
  const before = tiesOf(tx, person.id);
  const { values } = row;
  addPersonAccounts(tx, person.id, accountsOf(values), 'roster', at);
  const said = values['citizenships'];
  if (said?.state === 'known') {
    dropTies(tx, before);
    for (const tie of tieInputs(listOf(said), sourceOf(batch, row))) insertTie(tx, person.id, tie, today, at);
    settleStates(tx, person.id);
  } else if (said?.state === 'unknown') markUnknown(tx, person.id);
  changePerson(tx, person.id, { ...columnsOf(values), otherNames: namesOf(values, person.other_names) }, at);
  const kept =
    said === undefined ? {} : { kept: { citizenships: { state: 'known' as const, value: before.map((tie) => JSON.stringify(tie)) } } };
  return ok({ id: person.id, revision: findPerson(tx, person.id)?.revision ?? 0, ...kept });
}

function markUnknown({ db }: Connection, id: string): void {
  prepared(db, "UPDATE people SET citizenship_state = 'unknown' WHERE id = ? AND citizenship_state = 'notAsked'").run(id);
}

function columnsOf(values: ImportRecord): PersonColumns {
  const columns: Record<string, string | null> = {};
  for (const id of plainColumns)
    if (values[id]?.state === 'known') columns[id] = textOf(values[id]).slice(0, id === 'externalId' ? 120 : 200);
  for (const id of codeColumns) if (values[id]?.state === 'known') columns[id] = textOf(values[id]);
  const employment = EmploymentKind.safeParse(columns['employment']);
  if (columns['employment'] !== undefined && !employment.success) delete columns['employment'];
  for (const id of ['startOn', 'lastDay'] as const) if (columns[id] !== undefined && !isSound(columns[id])) columns[id] = null;
  return columns as PersonColumns;
}

/** The year 9999 is how some systems write “no end”. */
const isSound = (day: string | null): boolean => IsoDate.safeParse(day).success && (day ?? '') < '2900-01-01';

function accountsOf(values: ImportRecord): readonly { readonly account: string; readonly system: string }[] {
  return [...listOf(values['email']), ...listOf(values['accounts'])].map((text) => {
    const named = /^(github|gitlab|huggingface):(.+)$/.exec(text);
    return { account: (named?.[2] ?? text).slice(0, 300), system: named?.[1] ?? '' };
  });
}

/** Other names with those of the row in place of theirs, as JSON. */
function namesOf(values: ImportRecord, otherNames: string): string {
  const names = JSON.parse(otherNames) as { kind: string; text: string; language: string }[];
  for (const [field, kind] of [
    ['preferredName', 'preferred'],
    ['nativeName', 'ownScript'],
  ] as const) {
    const text = textOf(values[field]).slice(0, 200);
    if (text === '') continue;
    const at = names.findIndex((one) => one.kind === kind);
    if (at === -1) names.push({ kind, text, language: '' });
    else names[at] = { kind, text, language: names[at]?.language ?? '' };
  }
  return JSON.stringify(names);
}

/** Takes rows back to where they were; refuses the whole batch when somebody has worked on one since. */
function takeBack(tx: Connection, rows: readonly UndoRow[], at: Stamp): Result<{ removed: number; restored: number }, AppError> {
  let removed = 0;
  let restored = 0;
  for (const row of rows) {
    const person = findPerson(tx, row.id);
    // Of somebody who was erased nothing is left to take back.
    if (person === undefined || person.erased_at !== null) continue;
    const blocked = err({ code: 'undo.blocked' as const, detail: person.name });
    if (person.revision !== row.revision) return blocked;
    if (row.outcome === 'new') {
      const held = heldError(tx, { kind: 'person', id: row.id });
      if (held !== undefined) return err(held);
      if (hasLaterWork(tx, row.id)) return blocked;
      forgetPerson(tx, row.id);
      prepared(tx.db, 'DELETE FROM account_links WHERE person_id = ?').run(row.id);
      prepared(tx.db, 'DELETE FROM people WHERE id = ?').run(row.id);
      removed += 1;
      continue;
    }
    const ties = row.before['citizenships'];
    if (ties !== undefined && ties !== null) {
      const brought = tiesOf(tx, row.id);
      dropTies(tx, brought);
      restoreTies(
        tx,
        listOf(ties).map((text) => JSON.parse(text) as TieRecord),
      );
      forgetValues(tx, brought);
      settleStates(tx, row.id);
    }
    undoAccounts(tx, row);
    const columns: Record<string, string | null> = {};
    for (const id of plainColumns) if (id in row.before) columns[id] = textOf(row.before[id] ?? undefined);
    for (const id of codeColumns) if (id in row.before) columns[id] = textOf(row.before[id] ?? undefined) || null;
    if (columns['name'] === '') delete columns['name'];
    changePerson(tx, row.id, columns as PersonColumns, at);
    restored += 1;
  }
  return ok({ removed, restored });
}

/** Accounts the batch added go again: those a roster brought that were not there before. */
function undoAccounts(tx: Connection, row: UndoRow): void {
  if (!('accounts' in row.before) && !('email' in row.before)) return;
  const before = new Set(
    [...listOf(row.before['accounts'] ?? undefined), ...listOf(row.before['email'] ?? undefined)].map((text) =>
      accountKey(text.replace(/^(?:github|gitlab|huggingface):/, '')),
    ),
  );
  if (!('accounts' in row.before)) return;
  for (const link of linksOf(tx, row.id))
    if (link.origin === 'roster' && !before.has(link.account_key)) prepared(tx.db, 'DELETE FROM account_links WHERE id = ?').run(link.id);
}

/** What people add to a person without changing its columns. */
function hasLaterWork({ db }: Connection, id: string): boolean {
  return (
    prepared<[{ readonly id: string }]>(
      db,
      `SELECT 1 FROM account_links WHERE person_id = @id AND origin = 'person'
       UNION ALL SELECT 1 FROM authorisations WHERE person_id = @id
       UNION ALL SELECT 1 FROM known_travel WHERE person_id = @id
       UNION ALL SELECT 1 FROM evidence WHERE record_kind = 'person' AND record_id = @id LIMIT 1`,
    ).get({ id }) !== undefined
  );
}
