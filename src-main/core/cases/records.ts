import { foldForSearch } from '../inventory/index.ts';
import { allFrom, daysFrom, foundIn, type RecordSource, titlesFrom } from '../records/index.ts';

const number = "'I-' || substr('000' || number, -max(4, length(number)))";

/** Incidents, as other rooms point at them and as they are found: by number, title and owner. */
export const incidentRecords: RecordSource = {
  kind: 'incident',
  entity: 'incidents',
  titles: titlesFrom('incidents', `${number} || ' ' || title`),
  find: foundIn({
    ...{ from: 'incidents', id: 'id', title: `${number} || ' ' || title`, detail: 'owner' },
    ...{ words: `lower(${number} || ' ' || title || ' ' || owner)`, fold: foldForSearch },
  }),
};

/** Incidents whose time of keeping is watched. */
export const keptIncidents = allFrom(`SELECT id, ${number} || ' ' || title AS title FROM incidents`);
export const incidentDays = daysFrom('closed', 'SELECT id, closed_on AS day FROM incidents WHERE closed_on IS NOT NULL');

/** The gates of a model: the record is the model. */
export const gateRecords: RecordSource = { kind: 'gate', entity: 'gates', titles: titlesFrom('assets', 'name', "kind = 'model'") };

/** Items of the company's own on the watch. */
export const watchRecords: RecordSource = { kind: 'ruleWatch', entity: 'ruleWatch', titles: titlesFrom('watch_items', 'title') };
