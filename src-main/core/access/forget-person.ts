import { wordPattern } from '../../../src-shared/model/word-pattern.ts';
import { prepared, type SlicedConnection } from '../db/index.ts';
import { packText, unpackText } from './judge/packing.ts';

interface Row {
  readonly id: string;
  readonly person_id: string | null;
  readonly title: string;
  readonly person_name: string;
  readonly account: string | null;
  readonly packed: Buffer;
  readonly body: string;
  readonly search_text: string;
}

/** Findings looked through between two chances for other requests: some milliseconds. */
const rowsAStep = 100;

/**
 * Takes a person's names out of findings, so that they speak of somebody who was erased, and removes answers about the person. Events, days, assets and
 * reasons stay. `texts` are looked for as whole words. Runs inside a command in slices.
 */
export async function forgetPerson(
  { db, pause }: Pick<SlicedConnection, 'db' | 'pause'>,
  personId: string,
  name: string,
  texts: readonly { readonly from: string; readonly to: string }[],
): Promise<void> {
  const patterns = [...texts]
    .filter(({ from }) => from.trim() !== '')
    .sort((a, b) => b.from.length - a.from.length)
    .map(({ from, to }) => ({ from: wordPattern(from), inJson: wordPattern(JSON.stringify(from).slice(1, -1)), to }));
  const put = prepared(
    db,
    "UPDATE access_findings SET title = ?, person_name = ?, account = ?, packed = ?, body = '', search_text = ? WHERE id = ?",
  );
  const next = prepared<[string, number], Row>(
    db,
    'SELECT id, person_id, title, person_name, account, packed, body, search_text FROM access_findings WHERE id > ? ORDER BY id LIMIT ?',
  );
  const plain = (text: string) => patterns.reduce((now, { from, to }) => now.replace(from, to), text);
  const forgetIn = (row: Row) => {
    const title = plain(row.title);
    const account = row.account === null ? null : plain(row.account);
    const before = unpackText(row.packed, row.body);
    const body = patterns.reduce((now, { inJson, to }) => now.replace(inJson, to), before);
    const searched = plain(row.search_text);
    const isTheirs = row.person_id === personId;
    if (!isTheirs && title === row.title && account === row.account && body === before && searched === row.search_text) return;
    put.run(title, isTheirs ? name : row.person_name, account, packText(body), searched, row.id);
  };
  let after = '';
  for (;;) {
    const rows = next.all(after, rowsAStep);
    for (const row of rows) forgetIn(row);
    if (rows.length < rowsAStep) break;
    after = rows.at(-1)?.id ?? after;
    await pause();
  }
  prepared(db, 'DELETE FROM access_answers WHERE about = ?').run(`person:${personId}`);
}
