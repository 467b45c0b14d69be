import { IconFileTypePdf, IconPrinter } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import { useSearchParams } from 'react-router';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { errorSentence, QueryView, RedactionSelect, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  LinkButton,
  Note,
  Page,
  PageHeader,
  PaperChoice,
  SheetDesk,
  SheetFrame,
  SheetOptions,
  usePaper,
  useSheetZoom,
  useText,
} from '../../../ui/index.ts';
import { useGiving } from '../use-giving.ts';
import classes from './check-ins.module.css';
import { type Filed, filedOf } from './filed.ts';

/** The check-ins that were filed, each as the page it was. */
export function CheckInsScreen() {
  const plan = useHostQuery('plan.get', {});
  // Without a plan there is nothing to check in for, and asking would be refused.
  return <QueryView query={plan}>{(value) => (value === null ? <NoneYet planned={false} /> : <OfThisPlan />)}</QueryView>;
}

function OfThisPlan() {
  const checkIn = useHostQuery('plan.checkIn', {});
  return (
    <QueryView query={checkIn} whenGone={<NoneYet planned />}>
      {(view) => {
        const filed = filedOf(view);
        return filed.length === 0 ? <NoneYet planned /> : <Filings filed={filed} />;
      }}
    </QueryView>
  );
}

function NoneYet({ planned }: { readonly planned: boolean }) {
  const t = useText();
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={t('plan.checkIns.title')}
          crumbs={[{ label: t('plan.title'), href: '#/plan' }, { label: t('plan.checkIns.title') }]}
        />
      }
    >
      <EmptyState
        title={t('plan.checkIns.none')}
        actions={
          planned ? (
            <LinkButton href="#/plan?view=burndown">{t('plan.checkIns.toCheckIn')}</LinkButton>
          ) : (
            <LinkButton href="#/plan/start">{t('plan.empty.start')}</LinkButton>
          )
        }
      >
        {t('plan.checkIns.noneText')}
      </EmptyState>
    </Page>
  );
}

function Filings({ filed }: { readonly filed: readonly Filed[] }) {
  const t = useText();
  const [params] = useSearchParams();
  const [paper] = usePaper();
  const zoom = useSheetZoom();
  const [, setPages] = useState(0);
  const wanted = Number(params.get('week'));
  const week = filed.find((one) => one.week === wanted)?.week ?? filed[0]?.week ?? 1;
  const [redaction, setRedaction] = useState('none');
  const shown = useHostQuery('plan.checkInPage', { week, redaction }, { keepPrevious: true });
  const { give, busy, error } = useGiving('plan.exportCheckIn');
  const failure = error === null || error.code === 'cancelled' ? null : errorSentence(t, error);
  const send = useCallback((as: 'pdf' | 'print') => give({ week, as, paper, redaction }), [give, week, paper, redaction]);
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'plan.printCheckIn', titleKey: 'memo.print', shortcut: 'Mod+P', menu: 'file', run: () => void send('print') },
      { id: 'plan.saveCheckIn', titleKey: 'memo.savePdf', shortcut: 'Mod+Shift+P', menu: 'file', run: () => void send('pdf') },
    ],
    [send],
  );
  useScreenCommands(commands);
  const here = t('plan.checkIn.title', { week });
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          ruled
          title={here}
          subtitle={shown.data?.number}
          crumbs={[{ label: t('plan.title'), href: '#/plan?view=burndown' }, { label: t('plan.checkIns.title') }]}
          actions={
            <>
              {zoom.tools}
              <Button icon={IconFileTypePdf} busy={busy} shortcut="Mod+Shift+P" onClick={() => void send('pdf')}>
                {t('memo.savePdf')}
              </Button>
              <Button kind="primary" icon={IconPrinter} busy={busy} shortcut="Mod+P" onClick={() => void send('print')}>
                {t('memo.print')}
              </Button>
            </>
          }
        >
          {failure === null ? null : (
            <Note tone="restricted" live>
              {failure}
            </Note>
          )}
        </PageHeader>
      }
    >
      <SheetFrame
        ready={shown.data !== undefined}
        options={
          <SheetOptions foot={<p>{t('plan.checkIns.asFiled')}</p>}>
            <nav aria-label={t('plan.checkIns.title')}>
              <h2>{t('plan.checkIns.title')}</h2>
              <FiledList filed={filed} current={week} />
            </nav>
            <RedactionSelect value={redaction} onChange={setRedaction} />
            <section>
              <h2>{t('memo.paper')}</h2>
              <PaperChoice />
            </section>
          </SheetOptions>
        }
      >
        <QueryView query={shown} rows={12}>
          {(value) => <SheetDesk page={value.page} paper={paper} zoom={zoom.zoom} onFit={zoom.setFit} onPages={setPages} />}
        </QueryView>
      </SheetFrame>
    </Page>
  );
}

/** Weeks that were filed, the newest first, each leading to its page. */
function FiledList({ filed, current }: { readonly filed: readonly Filed[]; readonly current: number }) {
  const t = useText();
  return (
    <ul className={classes['filed']}>
      {filed.map(({ week, on, by }) => (
        <li key={week}>
          <a href={`#/plan/check-ins?week=${week}`} aria-current={week === current ? 'page' : undefined}>
            <b>{t('plan.checkIns.week', { week })}</b>
            <small>{t('plan.checkIns.filedOn', { day: formatDay(on, t.locale), by: by === '' ? 'none' : by })}</small>
          </a>
        </li>
      ))}
    </ul>
  );
}
