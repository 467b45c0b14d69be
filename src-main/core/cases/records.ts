import { type RecordSource, titlesFrom } from '../records/index.ts';

/** Incidents, as other rooms point at them. */
export const incidentRecords: RecordSource = {
  kind: 'incident',
  entity: 'incidents',
  titles: titlesFrom('incidents', "'I-' || substr('000' || number, -max(4, length(number))) || ' ' || title"),
};

/** The gates of a model: the record is the model. */
export const gateRecords: RecordSource = { kind: 'gate', entity: 'gates', titles: titlesFrom('assets', 'name', "kind = 'model'") };

/** Items of the company's own on the watch. */
export const watchRecords: RecordSource = { kind: 'ruleWatch', entity: 'ruleWatch', titles: titlesFrom('watch_items', 'title') };
