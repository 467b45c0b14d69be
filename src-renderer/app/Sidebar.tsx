import { Fragment } from 'react';
import { Link, useLocation } from 'react-router';
import { Icon, Tooltip, useText } from '../ui/index.ts';
import type { NavigationEntry } from './feature.ts';
import classes from './shell.module.css';

interface SidebarProps {
  readonly entries: readonly NavigationEntry[];
  readonly folded: boolean;
}

/** The rooms of the product, in groups. A number is work waiting there. */
export function Sidebar({ entries, folded }: SidebarProps) {
  const t = useText();
  const inGroup = (group: NavigationEntry['group']) => entries.filter((entry) => entry.group === group).sort((a, b) => a.order - b.order);
  const links = (group: NavigationEntry['group']) => inGroup(group).map((entry) => <Room key={entry.id} entry={entry} folded={folded} />);
  return (
    <nav className={classes['nav']} aria-label={t('shell.navigation')}>
      {links('top')}
      {(['inventory', 'checks', 'programme'] as const).map((group) =>
        inGroup(group).length === 0 ? null : (
          <Fragment key={group}>
            <h2>{t(`nav.group.${group}`)}</h2>
            {links(group)}
          </Fragment>
        ),
      )}
      <span className={classes['gap']} />
      {links('foot')}
    </nav>
  );
}

const noWaiting = () => null;

const isHere = ({ path, alsoAt = [] }: NavigationEntry, pathname: string): boolean =>
  [path, ...alsoAt].some((one) => pathname === one || (one !== '/' && pathname.startsWith(`${one}/`)));

function Room({ entry, folded }: { readonly entry: NavigationEntry; readonly folded: boolean }) {
  const t = useText();
  const { pathname } = useLocation();
  const useWaiting = entry.useWaiting ?? noWaiting;
  const waiting = useWaiting();
  const title = t(entry.titleKey);
  const link = (
    <Link to={entry.path} aria-current={isHere(entry, pathname) ? 'page' : undefined}>
      <Icon of={entry.icon} size={18} />
      <span>{title}</span>
      {waiting === null || waiting === 0 ? null : (
        <b>
          <span aria-hidden>{waiting}</span>
          <span className="visually-hidden">{t('shell.waiting', { count: waiting })}</span>
        </b>
      )}
    </Link>
  );
  return folded ? (
    <Tooltip label={title} side="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
