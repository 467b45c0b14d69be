import type { VettingKind } from '../../../src-shared/model/vetting.ts';
import { vettingText } from '../../../src-shared/text/en/vetting.ts';
import { createText } from '../../../src-shared/text/format.ts';
import { prepared } from '../db/index.ts';
import { daysFrom, foundAmong, type RecordSource, type WordedRecord } from '../records/index.ts';

const text = createText<Record<string, string>>('en', vettingText);

interface Row {
  readonly id: string;
  readonly kind: VettingKind;
  readonly day: string;
  readonly name: string;
}

const select = `
  SELECT v.id, v.kind, v.done_on AS day, coalesce(p.name, s.name, '') AS name FROM vettings v
  LEFT JOIN parties p ON v.subject_kind = 'party' AND p.id = v.subject_id
  LEFT JOIN people s ON v.subject_kind = 'person' AND s.id = v.subject_id`;

const titleOf = ({ kind, name, day }: Row): string =>
  text.dynamic('vetting.title', { kind: text.dynamic(`vetting.kind.${kind}`), name, day });

/** Checks and undertakings as other rooms point at them. Found by kind and party; those of staff are not looked for by anybody's name. */
export const vettingRecords: RecordSource = {
  kind: 'vetting',
  entity: 'vettings',
  titles: ({ db }, ids) =>
    new Map(
      prepared<[string], Row>(db, `${select} WHERE v.id IN (SELECT value FROM json_each(?))`)
        .all(JSON.stringify(ids))
        .map((row) => [row.id, titleOf(row)]),
    ),
  find: foundAmong(function* ({ db }): Iterable<WordedRecord> {
    for (const row of prepared<[], Row>(db, `${select} WHERE v.subject_kind = 'party' ORDER BY v.done_on DESC, v.id`).iterate()) {
      const title = titleOf(row);
      yield { id: row.id, title, detail: row.day, words: title };
    }
  }),
  alsoWritten: (id) => ({
    where: "method IN ('vetting.save', 'vetting.remove') AND json_extract(params, '$.check') = @check",
    values: { check: id },
  }),
};

/** When a party was last looked at. */
export const partyVettingDays = daysFrom(
  'decision',
  "SELECT subject_id AS id, max(done_on) AS day FROM vettings WHERE subject_kind = 'party' GROUP BY subject_id",
);
