import { useNavigate, useParams, useSearchParams } from 'react-router';
import { QueryView, useHostQuery } from '../../host/index.ts';
import { Button, Note, Page, PageHeader, useText } from '../../ui/index.ts';
import { EntryFacts } from './EntryFacts.tsx';
import classes from './lists.module.css';
import { entryPath, typeName } from './words.tsx';

/** One entry of a list, as the version in use has it, or as an earlier one had it (`?version=`). */
export function EntryScreen() {
  const t = useText();
  const navigate = useNavigate();
  const { list = '', id = '' } = useParams();
  const versionId = useSearchParams()[0].get('version');
  const { data: lists = [] } = useHostQuery('lists.all', {});
  const entry = useHostQuery('lists.entry', { list, id, versionId });
  const about = lists.find(({ code }) => code === list);
  const title = about?.title ?? list;
  const listPath = `/lists/${encodeURIComponent(list)}`;
  const name = entry.data?.name ?? id;
  return (
    <Page
      padded
      header={
        <PageHeader
          wrap
          title={name}
          subtitle={entry.data === undefined ? undefined : typeName(entry.data.type, t)}
          crumbs={[{ label: t('lists.screen'), href: '#/lists' }, { label: title, href: `#${listPath}` }, { label: id }]}
        />
      }
    >
      <QueryView query={entry} whenGone={<Button onClick={() => void navigate(listPath)}>{t('lists.entryGone')}</Button>}>
        {(facts) => (
          <div className={classes['record']}>
            {about?.current === undefined || about.current?.id === facts.versionId ? null : (
              <Note tone="info">
                {t('lists.earlier')}{' '}
                <Button kind="link" onClick={() => void navigate(entryPath(list, id))}>
                  {t('lists.toCurrent')}
                </Button>
              </Note>
            )}
            <EntryFacts entry={facts} listTitle={title} />
          </div>
        )}
      </QueryView>
    </Page>
  );
}
