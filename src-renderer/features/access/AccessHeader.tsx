import type { ReactNode } from 'react';
import { PageHeader, useText } from '../../ui/index.ts';
import classes from './access.module.css';

const views = ['overview', 'findings', 'matrix', 'events', 'coverage', 'thresholds'] as const;
type View = (typeof views)[number];

interface AccessHeaderProps {
  readonly view: View;
  readonly subtitle?: ReactNode;
  readonly actions?: ReactNode;
  readonly children?: ReactNode;
  readonly ruled?: boolean;
}

/** The head of the Access room: what is looked at, and the way to the other views of the same findings. */
export function AccessHeader({ view, subtitle, actions, children, ruled = false }: AccessHeaderProps) {
  const t = useText();
  return (
    <PageHeader
      title={t(`access.title.${view}`)}
      subtitle={subtitle}
      ruled={ruled}
      actions={
        <>
          <nav className={classes['views']} aria-label={t('access.views')}>
            {views.map((one) => (
              <a key={one} href={one === 'overview' ? '#/access' : `#/access/${one}`} aria-current={one === view ? 'page' : undefined}>
                {t(`access.view.${one}`)}
              </a>
            ))}
          </nav>
          {actions}
        </>
      }
    >
      {children}
    </PageHeader>
  );
}
