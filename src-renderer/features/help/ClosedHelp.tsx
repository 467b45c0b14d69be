import { IconArrowLeft } from '@tabler/icons-react';
import { useState } from 'react';
import { Button, PageHeader, useText } from '../../ui/index.ts';
import classes from './help.module.css';
import { Manual, type ManualPlace } from './Manual.tsx';

interface ClosedHelpProps {
  /** Id of the page to begin with. */
  readonly page: string;
  readonly onClose: () => void;
}

/** The manual while no workspace is open: nothing of a workspace is read, and the way back leads to where one came from. */
export function ClosedHelp({ page, onClose }: ClosedHelpProps) {
  const t = useText();
  const [place, go] = useState<ManualPlace>({ page, chapter: null });
  return (
    <div className={classes['closed']}>
      <PageHeader
        title={t('help.title')}
        subtitle={t('help.subtitle')}
        ruled
        actions={
          <Button icon={IconArrowLeft} shortcut="Escape" onClick={onClose}>
            {t('help.back')}
          </Button>
        }
      />
      <div className={classes['scroll']}>
        <Manual place={place} onGo={go} />
      </div>
    </div>
  );
}
