import { IconDots, IconLockOpen, IconPencil, IconPlus, IconPrinter, IconSignature, IconTrash, IconX } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import type { RiskDetail } from '../../../../src-shared/contract/programme.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, errorSentence, QueryView, TasksOf, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  IconButton,
  Menu,
  Note,
  Page,
  PageHeader,
  Panel,
  Section,
  StatusBadge,
  StatusText,
  Tabs,
  useGoOn,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { History } from '../History.tsx';
import classes from '../programme.module.css';
import { endUseWords, misuseWords } from '../words.tsx';
import { AddRowsDialog } from './AddRowsDialog.tsx';
import { RiskDialog } from './RiskDialog.tsx';
import { type Cell, leftOf, RiskPicture } from './RiskPicture.tsx';
import { RiskRowPanel } from './RiskRowPanel.tsx';
import { RiskTable } from './RiskTable.tsx';
import { ReopenDialog, SignDialog } from './SignDialog.tsx';

const views = ['lines', 'picture', 'history'] as const;
type View = (typeof views)[number];
type Open = 'add' | 'sign' | 'reopen' | 'edit' | null;

/** One risk assessment: its lines with ratings, what is left, and its signature. */
export function RiskScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const risk = useHostQuery('programme.risk', { id }, { keepPrevious: true });
  return (
    <QueryView query={risk} whenGone={<a href="#/programme/risk">{t('programme.goneBack')}</a>}>
      {(detail) => <Screen risk={detail} />}
    </QueryView>
  );
}

function Screen({ risk }: { readonly risk: RiskDetail }) {
  const t = useText();
  const [params, setParams] = useSearchParams();
  const [open, setOpen] = useState<Open>(null);
  const [cell, setCell] = useState<Cell | null>(null);
  const view: View = views.find((one) => one === params.get('view')) ?? 'lines';
  const { summary } = risk;
  const draft = summary.state === 'draft';
  const rows = useMemo(
    () =>
      cell === null
        ? risk.rows
        : risk.rows.filter((row) => leftOf(row)?.likelihood === cell.likelihood && leftOf(row)?.effect === cell.effect),
    [risk.rows, cell],
  );
  const active = risk.rows.find(({ id }) => id === params.get('line'));
  const select = (id: string | null) => setParams(id === null ? {} : { line: id }, { replace: true });
  const commands = useMemo(
    (): readonly Command[] => (draft ? [{ id: 'risk.add', titleKey: 'programme.risk.add', shortcut: 'N', run: () => setOpen('add') }] : []),
    [draft],
  );
  useScreenCommands(commands);
  const inspected =
    view === 'lines' && active !== undefined ? (
      <RiskRowPanel key={active.id} risk={risk} row={active} onClose={() => select(null)} />
    ) : undefined;
  return (
    <Page
      body={view === 'lines' ? 'fill' : 'scroll'}
      padded={view !== 'lines'}
      shows={view}
      inspector={inspected}
      header={
        <PageHeader
          title={summary.title}
          crumbs={[
            { label: t('programme.title'), href: '#/programme' },
            { label: t('programme.place.risk'), href: '#/programme/risk' },
            { label: summary.title },
          ]}
          beside={
            <StatusBadge small tone={draft ? 'unassessed' : 'clear'}>
              {t(`programme.risk.${summary.state}`)}
            </StatusBadge>
          }
          subtitle={
            summary.signedOn === null
              ? [formatDay(summary.assessedOn, t.locale), t(`programme.risk.cause.${summary.cause}`), risk.causeNote]
                  .filter(Boolean)
                  .join(' · ')
              : t('programme.risk.signedBy', { name: summary.signedBy, day: formatDay(summary.signedOn, t.locale) })
          }
          actions={<Actions risk={risk} onOpen={setOpen} />}
        >
          <Tabs<View>
            label={t('programme.assessment.views')}
            active={view}
            onChange={(next) => setParams(next === 'lines' ? {} : { view: next }, { replace: true })}
            tabs={[
              { id: 'lines', label: t('programme.risk.rows'), count: risk.rows.length },
              { id: 'picture', label: t('programme.risk.leftTitle') },
              { id: 'history', label: t('programme.assessment.view.history') },
            ]}
          />
        </PageHeader>
      }
    >
      {view === 'lines' ? (
        <div className={classes['fill']}>
          {cell === null ? null : (
            <div className={classes['headed']} style={{ padding: '8px var(--gutter)' }}>
              <span>{t('programme.risk.matrixCellShown', { likelihood: cell.likelihood, effect: cell.effect })}</span>
              <Button size="small" icon={IconX} onClick={() => setCell(null)}>
                {t('programme.risk.matrixShowAll')}
              </Button>
            </div>
          )}
          <RiskTable
            rows={rows}
            draft={draft}
            active={active?.id ?? null}
            onActive={select}
            onAdd={() => setOpen('add')}
            riskId={summary.id}
          />
        </div>
      ) : null}
      {view === 'picture' ? (
        <Picture
          risk={risk}
          onCell={(next) => {
            setCell(next);
            setParams({}, { replace: true });
          }}
        />
      ) : null}
      {view === 'history' ? <History of="risk_assessments" id={summary.id} /> : null}
      {open === 'add' ? <AddRowsDialog risk={risk} onClose={() => setOpen(null)} /> : null}
      {open === 'sign' ? <SignDialog risk={risk} onClose={() => setOpen(null)} /> : null}
      {open === 'reopen' ? <ReopenDialog risk={risk} onClose={() => setOpen(null)} /> : null}
      {open === 'edit' ? <RiskDialog risk={risk} onClose={() => setOpen(null)} /> : null}
    </Page>
  );
}

function Picture({ risk, onCell }: { readonly risk: RiskDetail; readonly onCell: (cell: Cell) => void }) {
  const t = useText();
  return (
    <div className={classes['stack']}>
      <Panel title={t('programme.risk.leftTitle')} aside={<span className="caption muted">{t('programme.risk.scale')}</span>}>
        <RiskPicture risk={risk} onCell={onCell} />
      </Panel>
      {risk.obstacles.length === 0 || risk.summary.state === 'signed' ? null : (
        <Section title={t('programme.risk.obstacles')}>
          <ul className={classes['stackTight']}>
            {risk.obstacles.map(({ code, count }) => (
              <li key={code}>
                <StatusText tone="review">{t(`programme.risk.obstacle.${code}`, { count })}</StatusText>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {risk.gone.length === 0 ? null : (
        <Section title={t('programme.risk.gone', { count: risk.gone.length })}>
          <ul className={classes['stackTight']}>
            {risk.gone.map(({ assetName, subject, last }) => (
              <li key={JSON.stringify(subject)}>
                {[
                  assetName || t('programme.risk.everyModel'),
                  countryName(t.locale, subject.country),
                  endUseWords(t, subject.endUse),
                  misuseWords(t, subject.misuse),
                ].join(' · ')}
                {last === null ? null : <span className="muted figures"> ({last})</span>}
              </li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('programme.assessment.evidence')}>
        <EvidenceOf record={{ kind: 'riskAssessment', id: risk.summary.id }} />
      </Section>
      <TasksOf record={{ kind: 'riskAssessment', id: risk.summary.id }} />
      <Section title={t('programme.risk.packs')}>
        <p className="muted code">{risk.packs.join(', ')}</p>
      </Section>
    </div>
  );
}

function Actions({ risk, onOpen }: { readonly risk: RiskDetail; readonly onOpen: (open: Open) => void }) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const goOn = useGoOn();
  const remove = useHostCommand('programme.removeRisk');
  const undo = useHostCommand('journal.undo');
  const { id, revision, state } = risk.summary;
  const drop = async () => {
    const reply = await remove.run({ id, revision });
    if (!reply.ok) return;
    toast({ message: t('programme.risk.removedAll'), onUndo: () => void undo.run({}) });
    goOn('/programme/risk');
  };
  return (
    <>
      {remove.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, remove.error)}
        </Note>
      )}
      {state === 'draft' ? (
        <Menu
          align="end"
          groups={[
            {
              items: [
                { id: 'edit', label: t('programme.assessment.details'), icon: IconPencil, onSelect: () => onOpen('edit') },
                { id: 'remove', label: t('programme.remove'), icon: IconTrash, danger: true, onSelect: () => void drop() },
              ],
            },
          ]}
        >
          <IconButton icon={IconDots} label={t('common.more')} />
        </Menu>
      ) : null}
      <Button icon={IconPrinter} onClick={() => void navigate('/reports/risk-assessment')}>
        {t('programme.print')}
      </Button>
      {state === 'draft' ? (
        <>
          <Button icon={IconPlus} shortcut="N" onClick={() => onOpen('add')}>
            {t('programme.risk.add')}
          </Button>
          <Button
            kind="primary"
            icon={IconSignature}
            disabledBecause={
              risk.obstacles.length === 0
                ? undefined
                : risk.obstacles.map(({ code, count }) => t(`programme.risk.obstacle.${code}`, { count })).join(' ')
            }
            onClick={() => onOpen('sign')}
          >
            {t('programme.risk.sign')}
          </Button>
        </>
      ) : (
        <Button icon={IconLockOpen} onClick={() => onOpen('reopen')}>
          {t('programme.risk.reopen')}
        </Button>
      )}
    </>
  );
}
