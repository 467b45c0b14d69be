import type { ScheduledTask } from '../../../../src-shared/model/plan.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Section, useText } from '../../../ui/index.ts';
import { LinkList } from './CloseDialog.tsx';

/** The findings and records it was made from, as they stand now. */
export function LinksPart({ task }: { readonly task: ScheduledTask }) {
  const t = useText();
  const links = useHostQuery('plan.links', { id: task.id }, { enabled: task.links.length > 0, keepPrevious: true });
  if (task.links.length === 0) return null;
  return (
    <Section title={t('plan.task.links')} aside={t('plan.task.linksAside')}>
      <QueryView query={links} rows={2}>
        {(list) => <LinkList links={list} />}
      </QueryView>
    </Section>
  );
}
