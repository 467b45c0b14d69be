import { type ActionKind, actionKinds } from '../../../../src-shared/model/access-events.ts';
import { actionKindOf } from '../../../engine/access/index.ts';
import { type Connection, prepared } from '../../db/index.ts';
import { wordKey } from './state.ts';

export type MeaningKind = 'action' | 'outcome' | 'country';

/** What words of logs mean here, as people said in earlier imports; by `wordKey`. */
export function meaningsOf({ db }: Connection, kind: MeaningKind): ReadonlyMap<string, string> {
  return new Map(
    prepared<[string], { word: string; means: string }>(db, 'SELECT word, means FROM log_meanings WHERE kind = ?')
      .all(kind)
      .map(({ word, means }) => [word, means]),
  );
}

/** Keeps meanings for every import, earlier ones too. Runs inside a command. */
export function keepMeanings({ db }: Connection, kind: MeaningKind, meanings: Iterable<readonly [word: string, means: string]>): void {
  const keep = prepared<[string, string, string]>(
    db,
    'INSERT INTO log_meanings (kind, word, means) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET means = excluded.means WHERE means <> excluded.means',
  );
  for (const [word, means] of meanings) keep.run(kind, wordKey(word), means);
}

/** Kind of reach an action gives: as somebody said during an import, else by its words. */
export function actionKindsOf(connection: Connection): (action: string) => ActionKind {
  const told = meaningsOf(connection, 'action');
  return (action) => actionKinds.find((kind) => kind === told.get(wordKey(action))) ?? actionKindOf(action);
}
