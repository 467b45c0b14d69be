import { Button, useText } from '../../ui/index.ts';
import classes from './start.module.css';

interface WelcomeProps {
  readonly onCreate: () => void;
  readonly onDemo: () => void;
  readonly demoBusy: boolean;
}

/** What a person sees when no workspace is chosen: what this is for, and the two ways to begin. */
export function Welcome({ onCreate, onDemo, demoBusy }: WelcomeProps) {
  const t = useText();
  return (
    <div className={classes['welcome']}>
      <h1>{t('start.welcome.title')}</h1>
      <p>{t('start.welcome.what')}</p>
      <p>{t('start.welcome.safe')}</p>
      <div className={classes['buttons']}>
        <Button kind="primary" size="large" onClick={onCreate}>
          {t('start.create')}
        </Button>
        <Button size="large" onClick={onDemo} busy={demoBusy}>
          {t('start.demo')}
        </Button>
      </div>
      <p className="caption">{t('start.welcome.demo')}</p>
    </div>
  );
}
