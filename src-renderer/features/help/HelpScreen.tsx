import { IconSearch } from '@tabler/icons-react';
import { useDeferredValue, useEffect, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { Page, PageHeader, TextField, useText } from '../../ui/index.ts';
import classes from './help.module.css';
import { ManualArticle } from './ManualArticle.tsx';
import { manualPages, searchManual } from './pages.ts';

/** The manual: pages at the left, the page read at the right, a search over all of them. Nothing is fetched. */
export function HelpScreen() {
  const t = useText();
  const { page: wanted } = useParams();
  const [params] = useSearchParams();
  const [text, setText] = useState('');
  const searched = useDeferredValue(text.trim());
  const page = manualPages.find((one) => one.id === wanted) ?? manualPages[0];
  const chapter = params.get('chapter');
  useEffect(() => {
    if (chapter === null) return;
    const place = document.getElementById(`chapter-${chapter}`);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  }, [chapter]);
  return (
    <Page header={<PageHeader title={t('help.title')} subtitle={t('help.subtitle')} ruled />}>
      <div className={classes['frame']}>
        <nav aria-label={t('help.pages')} className={classes['pages']}>
          <TextField
            label={t('help.search')}
            labelHidden
            placeholder={t('help.search')}
            icon={IconSearch}
            value={text}
            onChange={setText}
            search
            maxLength={100}
          />
          <ul>
            {manualPages.map((one) => (
              <li key={one.id}>
                <a
                  href={`#/help/${one.id}`}
                  aria-current={searched === '' && one.id === page?.id ? 'page' : undefined}
                  onClick={() => setText('')}
                >
                  {one.title}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className={classes['text']}>
          {searched !== '' ? <Hits text={searched} onOpen={() => setText('')} /> : null}
          {searched === '' && page !== undefined ? (
            <>
              <h1>{page.title}</h1>
              <ManualArticle page={page} />
            </>
          ) : null}
        </div>
      </div>
    </Page>
  );
}

function Hits({ text, onOpen }: { readonly text: string; readonly onOpen: () => void }) {
  const t = useText();
  const navigate = useNavigate();
  const hits = searchManual(text);
  return (
    <>
      <h1 role="status">{t('help.found', { count: hits.length, text })}</h1>
      {hits.length === 0 ? <p className="muted">{t('help.foundNone')}</p> : null}
      <ul className={classes['hits']}>
        {hits.map((hit) => (
          <li key={`${hit.page.id} ${hit.chapter}`}>
            <a
              href={`#/help/${hit.page.id}?chapter=${hit.chapter}`}
              onClick={(event) => {
                event.preventDefault();
                onOpen();
                void navigate(`/help/${hit.page.id}?chapter=${hit.chapter}`);
              }}
            >
              {hit.title}
            </a>
            <span className="caption muted">{hit.page.title}</span>
            <p>{hit.excerpt}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
