import { daysFrom } from '../records/index.ts';

/** When the classification of an asset was last decided. */
export const classificationDays = daysFrom('decision', 'SELECT asset_id AS id, max(decided_on) AS day FROM decisions GROUP BY asset_id');
