import type { RecordRef } from '../../src-shared/model/record-ref.ts';
import { formatDay } from '../../src-shared/text/dates.ts';
import { Note, useText } from '../ui/index.ts';
import { useHostQuery } from './hooks.ts';

/** Says that a record is halted, under which incident and what must not happen. Nothing where it is not. */
export function HaltNote({ record }: { readonly record: RecordRef }) {
  const t = useText();
  const { data: halts } = useHostQuery('cases.halts', { record });
  return (halts ?? []).map((halt) => (
    <Note key={halt.id} tone="restricted">
      <b className="medium">
        {t('cases.halt.note', { since: formatDay(halt.since, t.locale), number: halt.incidentNumber, title: halt.incidentTitle })}
      </b>{' '}
      {halt.what} <a href={`#/programme/incidents/${halt.incidentId}`}>{t('cases.halt.open')}</a>
    </Note>
  ));
}
