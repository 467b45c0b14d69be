import { JournalEntries, QueryView, useHostQuery } from '../../host/index.ts';
import { useText } from '../../ui/index.ts';

interface HistoryProps {
  readonly of: 'assessments' | 'risk_assessments' | 'committee_meetings' | 'training_courses' | 'training_sessions';
  readonly id: string;
}

/** What was done to a record of the programme, by whom and when. */
export function History({ of, id }: HistoryProps) {
  const t = useText();
  const history = useHostQuery('programme.history', { of, id });
  return <QueryView query={history}>{(entries) => <JournalEntries entries={entries} empty={t('programme.historyNone')} />}</QueryView>;
}
