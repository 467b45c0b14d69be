import { IconCopy } from '@tabler/icons-react';
import type { ListVersionView, ListView } from '../../../src-shared/contract/lists.ts';
import { type PartyType, partyTypes } from '../../../src-shared/model/listed-party.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { copyText } from '../../host/index.ts';
import { IconButton, type ProductText, StatusText, useText, useToast } from '../../ui/index.ts';
import classes from './lists.module.css';

/** Day a version speaks for: the publisher's, else the day it was taken in. */
export const dayOf = (version: Pick<ListVersionView, 'published' | 'importedAt'>): string =>
  version.published ?? version.importedAt.slice(0, 10);

/** Day and age of the version in use; a warning where it is old. */
export function VersionAge({ list }: { readonly list: ListView }) {
  const t = useText();
  const { current, ageDays } = list;
  if (current === null || ageDays === null) return <span className="muted">{t('lists.notHere')}</span>;
  const age = t('lists.age', { days: ageDays });
  return (
    <span className={classes['name']}>
      <span>{formatDay(dayOf(current), t.locale)}</span>
      {list.old ? <StatusText tone="review">{age}</StatusText> : <small>{current.published === null ? t('lists.undated') : age}</small>}
    </span>
  );
}

/** The page with the next version, as text to copy: Gatehouse never opens it. */
export function OfficialPage({ list }: { readonly list: Pick<ListView, 'kind' | 'page' | 'title'> }) {
  const t = useText();
  const toast = useToast();
  if (list.page === '') return <span className="small muted">{t(list.kind === 'training' ? 'lists.shippedPage' : 'lists.ownPage')}</span>;
  return (
    <span className={classes['page']}>
      <span>{list.page}</span>
      <IconButton
        icon={IconCopy}
        label={t('lists.copyPage', { list: list.title })}
        onClick={() => {
          copyText(list.page);
          toast({ message: t('lists.pageCopied') });
        }}
      />
    </span>
  );
}

/** `Person: 108; Organisation: 89` */
export const typeCounts = (byType: ListVersionView['byType'], t: ProductText): string =>
  partyTypes
    .filter((type) => (byType[type] ?? 0) > 0)
    .map((type) => t('lists.typeCount', { type: typeName(type, t), count: byType[type] ?? 0 }))
    .join('; ');

export const typeName = (type: PartyType, t: ProductText): string => t(`lists.typeName.${type}`);

/** Where an entry is looked at; ids hold characters that addresses do not. */
export const entryPath = (list: string, id: string, versionId: string | null = null): string =>
  `/lists/${encodeURIComponent(list)}/entries/${encodeURIComponent(id)}${versionId === null ? '' : `?version=${encodeURIComponent(versionId)}`}`;
