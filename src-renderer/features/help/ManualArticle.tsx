import { createContext, useContext } from 'react';
import { SimpleTable } from '../../ui/index.ts';
import classes from './help.module.css';
import { type Block, type Inline, readInline } from './markdown.ts';
import type { ManualPage } from './pages.ts';

interface ManualArticleProps {
  readonly page: ManualPage;
  /** A page that this one names was asked for. */
  readonly onPage: (id: string) => void;
}

const GoToPage = createContext<(id: string) => void>(() => undefined);

/** One page of the manual as set text. */
export function ManualArticle({ page, onPage }: ManualArticleProps) {
  return (
    <GoToPage value={onPage}>
      <article className={classes['article']}>
        {page.chapters.map((chapter, place) => (
          <section key={chapter.title} id={`chapter-${place}`} tabIndex={-1}>
            {chapter.title === '' ? null : (
              <h2>
                <Line text={chapter.title} />
              </h2>
            )}
            {chapter.blocks.map((block) => (
              <BlockView key={JSON.stringify(block).slice(0, 120)} block={block} title={chapter.title || page.title} />
            ))}
          </section>
        ))}
      </article>
    </GoToPage>
  );
}

function BlockView({ block, title }: { readonly block: Block; readonly title: string }) {
  if (block.kind === 'paragraph')
    return (
      <p>
        <Line text={block.text} />
      </p>
    );
  if (block.kind === 'list') {
    const List = block.ordered ? 'ol' : 'ul';
    return (
      <List>
        {block.items.map((item) => (
          <li key={item}>
            <Line text={item} />
          </li>
        ))}
      </List>
    );
  }
  return (
    <SimpleTable
      label={title}
      place="inline"
      rowKey={(row) => row.join(' | ')}
      groups={[{ id: 'all', rows: block.rows }]}
      columns={block.head.map((header, place) => ({
        id: `${place}`,
        header,
        ...(place === 0 ? { width: 220 } : {}),
        cell: (row: readonly string[]) => <Line text={row[place] ?? ''} />,
      }))}
    />
  );
}

function Line({ text }: { readonly text: string }) {
  let at = 0;
  return readInline(text).map((part) => {
    const key = at;
    at += part.text.length;
    return <Words key={key} part={part} />;
  });
}

function Words({ part }: { readonly part: Inline }) {
  const goTo = useContext(GoToPage);
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'strong':
      return <b className="medium">{part.text}</b>;
    case 'em':
      return <em>{part.text}</em>;
    case 'code':
      return <kbd>{part.text}</kbd>;
    case 'link':
      return (
        <a
          href={`#/help/${pageIdOf(part.to)}`}
          onClick={(event) => {
            event.preventDefault();
            goTo(pageIdOf(part.to));
          }}
        >
          {part.text}
        </a>
      );
  }
}

/** Pages of the guide name each other by file. */
const pageIdOf = (to: string) => to.replace(/^.*\//, '').replace(/\.md(#.*)?$/, '');
