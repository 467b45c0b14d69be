import { IconSearch } from '@tabler/icons-react';
import { type MouseEvent, useDeferredValue, useEffect, useState } from 'react';
import { TextField, useText } from '../../ui/index.ts';
import classes from './help.module.css';
import { ManualArticle } from './ManualArticle.tsx';
import { manualPages, searchManual } from './pages.ts';

/** A place in the manual. */
export interface ManualPlace {
  /** Id of a page; the first page where it is undefined or unknown. */
  readonly page: string | undefined;
  /** Chapter of it, from 0; null for the top. */
  readonly chapter: number | null;
}

interface ManualProps {
  readonly place: ManualPlace;
  readonly onGo: (place: ManualPlace & { readonly page: string }) => void;
}

/** The manual: pages at the left, the page read at the right, a search over all of them. Nothing is fetched. */
export function Manual({ place, onGo }: ManualProps) {
  const t = useText();
  const [text, setText] = useState('');
  const searched = useDeferredValue(text.trim());
  const page = manualPages.find((one) => one.id === place.page) ?? manualPages[0];
  const { chapter } = place;
  useEffect(() => {
    if (chapter === null) return;
    const target = document.getElementById(`chapter-${chapter}`);
    target?.scrollIntoView({ block: 'start' });
    target?.focus({ preventScroll: true });
  }, [chapter]);
  const go = (to: string, at: number | null) => (event: MouseEvent) => {
    event.preventDefault();
    setText('');
    onGo({ page: to, chapter: at });
  };
  return (
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
                onClick={go(one.id, null)}
              >
                {one.title}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className={classes['text']}>
        {searched !== '' ? <Hits text={searched} go={go} /> : null}
        {searched === '' && page !== undefined ? (
          <>
            <h1>{page.title}</h1>
            <ManualArticle page={page} onPage={(to) => onGo({ page: to, chapter: null })} />
          </>
        ) : null}
      </div>
    </div>
  );
}

interface HitsProps {
  readonly text: string;
  readonly go: (page: string, chapter: number) => (event: MouseEvent) => void;
}

function Hits({ text, go }: HitsProps) {
  const t = useText();
  const hits = searchManual(text);
  return (
    <>
      <h1 role="status">{t('help.found', { count: hits.length, text })}</h1>
      {hits.length === 0 ? <p className="muted">{t('help.foundNone')}</p> : null}
      <ul className={classes['hits']}>
        {hits.map((hit) => (
          <li key={`${hit.page.id} ${hit.chapter}`}>
            <a href={`#/help/${hit.page.id}?chapter=${hit.chapter}`} onClick={go(hit.page.id, hit.chapter)}>
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
