import { IconPlus, IconPrinter } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { CostLine, FigureEvent } from '../../../../src-shared/contract/figures.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, Note, Page, PageHeader, ProgrammePlaces, useText } from '../../../ui/index.ts';
import classes from '../programme.module.css';
import { Beside } from './Beside.tsx';
import { CostDialog } from './CostDialog.tsx';
import { CostTables } from './CostTables.tsx';
import { EventDialog } from './EventDialog.tsx';
import { EventTables } from './EventTables.tsx';

type Open =
  | { readonly what: 'cost'; readonly line: CostLine | null }
  | { readonly what: 'event'; readonly line: FigureEvent | null }
  | null;

/** The company's own figures: what complying takes, what came of it, and beside it what the rules allow at most and how long cases take. */
export function FiguresScreen() {
  const t = useText();
  const navigate = useNavigate();
  const [params, setParams] = useSearchParams();
  const figures = useHostQuery('figures.get', {});
  const [chosen, setOpen] = useState<Open>(null);
  const start = params.get('start');
  const open: Open = chosen ?? (start === 'cost' || start === 'event' ? { what: start, line: null } : null);
  const close = () => {
    setOpen(null);
    if (start !== null) setParams({}, { replace: true });
  };
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'figures.cost', titleKey: 'figures.cost.add', shortcut: 'N', run: () => setOpen({ what: 'cost', line: null }) },
      { id: 'figures.event', titleKey: 'figures.event.add', shortcut: 'R', run: () => setOpen({ what: 'event', line: null }) },
    ],
    [],
  );
  useScreenCommands(commands);
  const addCost = (
    <Button kind="primary" icon={IconPlus} shortcut="N" onClick={() => setOpen({ what: 'cost', line: null })}>
      {t('figures.cost.add')}
    </Button>
  );
  const addEvent = (
    <Button icon={IconPlus} shortcut="R" onClick={() => setOpen({ what: 'event', line: null })}>
      {t('figures.event.add')}
    </Button>
  );
  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('programme.title')}
          subtitle={
            figures.data === undefined
              ? undefined
              : t('figures.subtitle', { costs: figures.data.costs.length, events: figures.data.events.length })
          }
          actions={
            <>
              <Button icon={IconPrinter} onClick={() => void navigate('/reports/own-figures')}>
                {t('figures.report')}
              </Button>
              {addEvent}
              {addCost}
            </>
          }
        >
          <ProgrammePlaces here="figures" />
        </PageHeader>
      }
    >
      <QueryView query={figures}>
        {(data) => (
          <div className={classes['stack']}>
            {data.costs.length + data.events.length === 0 ? (
              <EmptyState title={t('figures.empty')} actions={addCost}>
                {t('figures.emptyText')}
              </EmptyState>
            ) : (
              <>
                <Note tone="quiet">{t('figures.own')}</Note>
                <CostTables figures={data} onOpen={(line) => setOpen({ what: 'cost', line })} />
                <EventTables figures={data} onOpen={(line) => setOpen({ what: 'event', line })} />
              </>
            )}
            <Beside />
            {open?.what === 'cost' ? <CostDialog cost={open.line} currency={data.currency} onClose={close} /> : null}
            {open?.what === 'event' ? <EventDialog event={open.line} currency={data.currency} onClose={close} /> : null}
          </div>
        )}
      </QueryView>
    </Page>
  );
}
