import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { recordCompleteness } from '../../../src-shared/model/open-question.ts';
import { migrate } from '../db/index.ts';
import { inventoryMigrations } from './migrations.ts';

describe('a workspace from before owner and stage were asked for', () => {
  it('counts both as today, whoever is named', () => {
    const db = new Database(':memory:');
    const now = '2026-11-20T08:00:00.000Z';
    migrate(
      db,
      inventoryMigrations.filter(({ id }) => id <= 200),
      now,
    );
    const asset = db.prepare(
      "INSERT INTO assets (id, kind, name, name_key, owner_name, current_version_id, created_at, updated_at) VALUES (?, 'model', ?, ?, ?, 'v', ?, ?)",
    );
    const state = db.prepare("INSERT INTO asset_states (asset_id, version_id, completeness, open_questions) VALUES (?, 'v', ?, ?)");
    asset.run('named', 'Aurora', 'aurora', 'Priya Raman', now, now);
    asset.run('nobody', 'Borealis', 'borealis', '', now, now);
    state.run('named', 0.5, 3);
    state.run('nobody', 0.5, 3);

    migrate(db, inventoryMigrations, now);
    const lineOf = (id: string) =>
      db
        .prepare<[string], { completeness: number; questions: number }>(
          'SELECT completeness, open_questions AS questions FROM asset_states WHERE asset_id = ?',
        )
        .get(id);
    expect(lineOf('named')).toEqual({ completeness: recordCompleteness(0.5, { ownerName: 'Priya Raman', stage: 'inUse' }), questions: 3 });
    expect(lineOf('nobody')).toEqual({ completeness: recordCompleteness(0.5, { ownerName: '', stage: 'inUse' }), questions: 4 });
    expect(db.prepare('SELECT DISTINCT stage FROM assets').pluck().all()).toEqual(['inUse']);
  });
});
