import { IconCalendarPlus } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { Button, EmptyState, Page, PageHeader, useText } from '../../ui/index.ts';

/** No plan yet: what one is for, and how to begin. */
export function EmptyPlan() {
  const t = useText();
  const navigate = useNavigate();
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
          </>
        }
      >
        {t('plan.empty.text')}
      </EmptyState>
    </Page>
  );
}
