import type { ListNotice, ListReject } from '../../../../src-shared/formats/list-file.ts';
import type { ListedParty, PartyType } from '../../../../src-shared/model/listed-party.ts';
import { type OpenWorkspace, prepared } from '../../db/index.ts';
import { entryHash, entryText, packEntry, searchText } from './packed-entry.ts';

/** One list of one source on its way in. */
export interface StagedVersion {
  readonly id: string;
  readonly list: string;
  parties: number;
  names: number;
  rejects: number;
  readonly byType: Record<PartyType, number>;
}

const perWrite = 60;
const mostCountries = 60;
const mostProgrammes = 60;
const mostSearch = 4000;

/** Writes entries into tables where nothing names them yet; a version becomes one when its row in `list_versions` is written. */
export function createStage(newId: () => string) {
  const versions = new Map<string, StagedVersion>();
  const seen = new Map<string, Set<string>>();

  const versionOf = (source: number, list: string): StagedVersion => {
    const key = `${source}\u0000${list}`;
    const found = versions.get(key);
    if (found !== undefined) return found;
    const fresh: StagedVersion = {
      ...{ id: newId(), list, parties: 0, names: 0, rejects: 0 },
      byType: { person: 0, org: 0, vessel: 0, aircraft: 0, unknown: 0 },
    };
    versions.set(key, fresh);
    seen.set(fresh.id, new Set());
    return fresh;
  };

  return {
    versions,
    versionOf,

    /** Keeps parties of one source. At most a few hundred at a time; each call is one transaction of a few milliseconds. */
    async keep(workspace: () => OpenWorkspace, source: number, parties: readonly ListedParty[], pause: () => Promise<void>): Promise<void> {
      for (let from = 0; from < parties.length; from += perWrite) {
        const some = parties.slice(from, from + perWrite);
        const now = workspace();
        await now.idle();
        now.writeUntracked(() => {
          for (const party of some) insert(now, versionOf(source, party.list), party, seen);
        });
        await pause();
      }
    },

    /** Rejected records of a source, under its first list: a record that gave no party is of no list. */
    keepRejects(workspace: OpenWorkspace, version: StagedVersion, rejects: readonly ListReject[]): void {
      const add = prepared(
        workspace.db,
        'INSERT INTO list_rejects (version_id, place, file, line, reason, text) VALUES (?, ?, ?, ?, ?, ?)',
      );
      workspace.writeUntracked(() => {
        for (const { file, line, reason, text } of rejects) add.run(version.id, version.rejects++, file, line, reason, text);
      });
    },

    keepNotices(workspace: OpenWorkspace, version: StagedVersion, notices: readonly ListNotice[]): void {
      const add = prepared(workspace.db, 'INSERT INTO list_notices (version_id, place, code, count, text) VALUES (?, ?, ?, ?, ?)');
      workspace.writeUntracked(() => {
        notices.forEach(({ code, count, place }, at) => void add.run(version.id, at, code, count, place));
      });
    },
  };
}

function insert(workspace: OpenWorkspace, version: StagedVersion, party: ListedParty, seen: ReadonlyMap<string, Set<string>>): void {
  const { db } = workspace;
  const text = entryText(party);
  const hash = entryHash(text);
  // Formats promise that ids are told apart; two entries of one content would still be one member.
  const ids = seen.get(version.id);
  if (ids?.has(party.id) === true) return;
  ids?.add(party.id);
  const found = prepared<[Buffer], { id: number }>(db, 'SELECT id FROM list_entries WHERE hash = ?').get(hash);
  const id =
    found?.id ??
    Number(
      prepared(
        db,
        `INSERT INTO list_entries (hash, list, entry_id, type, name, other_names, countries, programmes, search, body)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      ).run(
        hash,
        party.list,
        party.id,
        party.type,
        party.names[0]?.text ?? '',
        party.names.length - 1,
        JSON.stringify([...new Set(party.countries.map(({ code }) => code))].slice(0, mostCountries)),
        JSON.stringify(party.programmes.slice(0, mostProgrammes)),
        searchText([...party.names.map((name) => name.text), party.id, ...party.programmes].join(' ')).slice(0, mostSearch),
        packEntry(text),
      ).lastInsertRowid,
    );
  prepared(db, 'INSERT OR IGNORE INTO list_members (version_id, entry, file, line) VALUES (?, ?, ?, ?)').run(
    version.id,
    id,
    party.source.file,
    party.source.line,
  );
  version.parties += 1;
  version.names += party.names.length;
  version.byType[party.type] += 1;
}
