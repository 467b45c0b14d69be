import { IconCalendarPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useHostQuery } from '../../host/index.ts';
import { Button, EmptyState, Page, PageHeader, useText } from '../../ui/index.ts';

/** No plan yet: what one is for, and how to begin. */
export function EmptyPlan() {
  const t = useText();
  const navigate = useNavigate();
  const ended = useHostQuery('plan.ended', {});
  return (
    <Page header={<PageHeader title={t('plan.title')} />}>
      <EmptyState
        title={t('plan.empty.title')}
        actions={
          <>
            <Button kind="primary" icon={IconCalendarPlus} onClick={() => void navigate('/plan/start')}>
              {t('plan.empty.start')}
            </Button>
            <Button onClick={() => void navigate('/plan/templates')}>{t('plan.empty.templates')}</Button>
            <Button onClick={() => void navigate('/plan/calendar')}>{t('plan.empty.calendar')}</Button>
            {(ended.data ?? []).length === 0 ? null : <Button onClick={() => void navigate('/plan/ended')}>{t('plan.ended.title')}</Button>}
          </>
        }
      >
        {t('plan.empty.text')}
      </EmptyState>
    </Page>
  );
}
