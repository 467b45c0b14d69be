import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Page, PageHeader, useText } from '../../ui/index.ts';
import { Manual } from './Manual.tsx';

/** The manual as a screen of an open workspace: the page and the chapter stand in the address. */
export function HelpScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { page } = useParams();
  const [params] = useSearchParams();
  const chapter = params.get('chapter');
  return (
    <Page header={<PageHeader title={t('help.title')} subtitle={t('help.subtitle')} ruled />}>
      <Manual
        place={{ page, chapter: chapter === null ? null : Number(chapter) }}
        onGo={(to) => void navigate(`/help/${to.page}${to.chapter === null ? '' : `?chapter=${to.chapter}`}`)}
      />
    </Page>
  );
}
