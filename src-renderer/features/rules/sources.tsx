import type { CitedSource } from '../../../src-shared/contract/rulelibrary.ts';
import { callHost } from '../../host/index.ts';
import { Button, useText } from '../../ui/index.ts';
import classes from './rules.module.css';

/** Where a statement stands, how well it is known, and when it was read. What is only claimed is underlined with dots and says so. */
export function SourceText({ source }: { readonly source: CitedSource }) {
  const t = useText();
  const { url } = source;
  return (
    <div className={classes['source']}>
      <span className={source.standing === 'verified' ? undefined : 'claimed'}>{source.locator}</span>
      <span className="muted">
        {source.reference === source.locator ? '' : `${source.reference}. `}
        {t(`sourceStanding.${source.standing}`)}
        {source.asOf === null ? '' : `, ${source.asOf}`}.
      </span>
      {url === null ? null : (
        <Button kind="link" size="small" onClick={() => void callHost('window.openExternal', { url })}>
          {t('rules.openSource')}
        </Button>
      )}
    </div>
  );
}
