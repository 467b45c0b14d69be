import { questionOf, questionRecord } from '../../../src-shared/model/record-ref.ts';
import { english } from '../../../src-shared/text/en/index.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { factName } from '../../../src-shared/text/trace.ts';
import { type Connection, prepared } from '../db/index.ts';
import type { RecordSource } from '../records/index.ts';
import { foldForSearch, searchWords } from './fold.ts';
import { listQuestions } from './questions.ts';

const text = createText<Record<string, string>>('en', english);

const titleOf = (factId: string, assetName: string): string => (factId === '' ? assetName : `${factName(factId, text)}, ${assetName}`);

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Assets that are asked about and whose name holds one of some words; those that hold most of them first. */
function assetsNaming({ db }: Connection, words: readonly string[]): readonly Named[] {
  const holds = words.map(() => '(instr(lower(a.name), ?) > 0)');
  return prepared<string[], Named>(
    db,
    `SELECT a.id, a.name FROM assets a JOIN asset_states s ON s.asset_id = a.id
     WHERE a.archived_at IS NULL AND (${holds.join(' OR ')}) AND s.open_questions > 0
     ORDER BY ${holds.join(' + ')} DESC, a.name COLLATE NOCASE LIMIT ${mostAssets}`,
  ).all(...words, ...words);
}

/** Assets whose questions are read for one search. */
const mostAssets = 8;

/**
 * Questions about assets, as other rooms point at them. A question stays a record when it is answered, so that what proves the answer stays with it. It
 * is found by the name of its asset together with a word of its own: the name alone finds the asset.
 */
export const questionRecords: RecordSource = {
  kind: 'question',
  entity: 'questions',
  titles({ db }, ids) {
    const name = prepared<[string], { name: string }>(db, 'SELECT name FROM assets WHERE id = ?');
    return new Map(
      ids.flatMap((id) => {
        const { assetId, factId } = questionOf({ id });
        const asset = name.get(assetId);
        return asset === undefined ? [] : [[id, titleOf(factId, asset.name)] as const];
      }),
    );
  },
  find(connection, typed, limit) {
    const words = searchWords(typed);
    if (words.length < 2) return [];
    return assetsNaming(connection, words)
      .flatMap(({ id, name }) => {
        const asset = foldForSearch(name);
        const own = words.filter((word) => !asset.includes(word));
        if (own.length === 0) return [];
        return listQuestions(connection, { assetId: id, dropped: false, limit: 500 }).flatMap(({ factId, ask }) => {
          const asked = foldForSearch(`${factName(factId, text)} ${ask}`);
          return own.every((word) => asked.includes(word))
            ? [{ id: questionRecord({ assetId: id, factId }).id, title: titleOf(factId, name), detail: ask }]
            : [];
        });
      })
      .slice(0, limit);
  },
  alsoWritten: (id) => {
    const { assetId, factId } = questionOf({ id });
    return {
      where: "entity = 'assets' AND record = @asset AND (json_extract(params, '$.fact') = @fact OR @fact = '')",
      values: { asset: assetId, fact: factId },
    };
  },
};
