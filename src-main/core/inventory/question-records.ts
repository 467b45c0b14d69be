import { assetFields } from '../../../src-shared/model/asset-fields.ts';
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

/** Words that names of facts are made of, folded. */
const wordsOfFacts = new Set(assetFields.flatMap(({ id }) => wordsIn(factName(id, text))));

function wordsIn(name: string): readonly string[] {
  return foldForSearch(name).split(/[^\p{L}\p{N}]+/u);
}

const isOfFacts = (word: string): boolean => {
  for (const known of wordsOfFacts) if (known.startsWith(word)) return true;
  return false;
};

/** Assets whose questions are read for one search. */
const mostAssets = 8;

/** Assets that are asked about and that hold every word of some, by name. */
function assetsHolding({ db }: Connection, words: readonly string[]): readonly Named[] {
  const holds = words.map(() => 'instr(s.search_text, ?) > 0');
  return prepared<string[], Named>(
    db,
    `SELECT a.id, a.name FROM asset_states s JOIN assets a ON a.id = s.asset_id AND a.archived_at IS NULL
     WHERE s.open_questions > 0 AND ${holds.join(' AND ')} ORDER BY a.name COLLATE NOCASE LIMIT ${mostAssets}`,
  ).all(...words);
}

/**
 * Questions about assets, as other rooms point at them. A question stays a record when it is answered, so that what proves the answer stays with it. It
 * is found by words of its asset together with a word of the fact it asks for: the name alone finds the asset.
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
    const own = words.filter(isOfFacts);
    const ofAsset = words.filter((word) => !own.includes(word));
    if (own.length === 0 || ofAsset.length === 0) return [];
    return assetsHolding(connection, ofAsset)
      .flatMap(({ id, name }) =>
        listQuestions(connection, { assetId: id, dropped: false, limit: 500 }).flatMap(({ factId, ask }) => {
          const asked = foldForSearch(`${factName(factId, text)} ${ask}`);
          return own.every((word) => asked.includes(word))
            ? [{ id: questionRecord({ assetId: id, factId }).id, title: titleOf(factId, name), detail: ask }]
            : [];
        }),
      )
      .slice(0, limit);
  },
  alsoWritten: (id) => {
    const { assetId, factId } = questionOf({ id });
    // An answer is written down with the asset, alone or with other facts that were set in one go.
    return {
      where: `entity = 'assets' AND record = @asset AND (@fact = '' OR json_extract(params, '$.fact') = @fact
        OR instr(', ' || json_extract(params, '$.fields') || ',', ', ' || @fact || ',') > 0)`,
      values: { asset: assetId, fact: factId },
    };
  },
};
