import { IconCircleCheck, IconCircleDashed, IconCircleDot, IconFileText, IconHistory, IconPencil } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { IncidentDetail } from '../../../../src-shared/contract/cases.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { EvidenceOf, errorSentence, JournalEntries, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  FactList,
  Icon,
  LinkButton,
  Note,
  Page,
  PageHeader,
  recordHref,
  StatusBadge,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { useMe } from '../words.tsx';
import { ActionsPart } from './ActionsPart.tsx';
import { ClockPart } from './ClockPart.tsx';
import { EscalationsPart } from './EscalationsPart.tsx';
import { ExposurePart } from './ExposurePart.tsx';
import { HaltsPart } from './HaltsPart.tsx';
import { type Part, PartDialog } from './PartDialog.tsx';
import { Step, type StepId } from './Step.tsx';

/** The file of one incident on one page: the steps at the left, each with what is on file at the right. */
export function IncidentScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const incident = useHostQuery('cases.incident', { id }, { keepPrevious: true });
  return (
    <QueryView query={incident} whenGone={<Button onClick={() => void navigate('/programme/incidents')}>{t('cases.title')}</Button>}>
      {(detail) => <IncidentPage key={detail.row.id} incident={detail} />}
    </QueryView>
  );
}

const steps: readonly StepId[] = ['what', 'stop', 'preserve', 'assess', 'decide', 'correct', 'learn', 'history'];
const icons = { done: IconCircleCheck, now: IconCircleDot, todo: IconCircleDashed, none: IconFileText } as const;

function IncidentPage({ incident }: { readonly incident: IncidentDetail }) {
  const t = useText();
  const toast = useToast();
  const me = useMe();
  const close = useHostCommand('cases.closeIncident');
  const undo = useHostCommand('journal.undo');
  const [editing, setEditing] = useState<Part | null>(null);
  const [halting, setHalting] = useState(false);
  const { row, columns } = incident;
  const isClosed = row.closedOn !== null;
  const stateOf = (id: StepId) => row.steps.find((one) => one.id === id)?.state ?? 'none';
  const commands = useMemo(
    (): readonly Command[] => [
      { id: 'cases.edit', titleKey: 'command.cases.edit', shortcut: 'E', run: (): void => setEditing('what') },
      { id: 'cases.halt', titleKey: 'command.cases.halt', run: (): void => setHalting(true) },
    ],
    [],
  );
  useScreenCommands(commands);
  const toggle = async () => {
    const reply = await close.run({ id: row.id, revision: row.revision, by: me || t('inventory.someone'), closed: !isClosed });
    toast(
      reply.ok
        ? {
            message: t(isClosed ? 'journal.cases.openIncident' : 'journal.cases.closeIncident', { number: row.number }),
            onUndo: () => void undo.run({}),
          }
        : { message: errorSentence(t, reply.error) },
    );
  };
  const edit = (part: Part, label = t('cases.edit')) => (
    <Button size="small" icon={IconPencil} onClick={() => setEditing(part)} {...(isClosed ? { disabledBecause: t('cases.isClosed') } : {})}>
      {label}
    </Button>
  );
  return (
    <Page
      header={
        <PageHeader
          ruled
          wrap
          title={row.title}
          crumbs={[{ label: t('cases.title'), href: '#/programme/incidents' }, { label: row.number }]}
          beside={
            isClosed ? (
              <StatusBadge tone="clear">{t('cases.closedOn', { on: formatDay(row.closedOn ?? '', t.locale) })}</StatusBadge>
            ) : undefined
          }
          subtitle={t(`cases.kind.${row.kind}`)}
          actions={
            <>
              <LinkButton icon={IconFileText} href={`#/reports/incident-file?record=${row.id}`}>
                {t('cases.print')}
              </LinkButton>
              <Button busy={close.pending} onClick={() => void toggle()}>
                {t(isClosed ? 'cases.reopen' : 'cases.close')}
              </Button>
            </>
          }
        />
      }
    >
      <div className={classes['file']}>
        <nav className={classes['railHolder']} aria-label={t('cases.steps')}>
          <ol className={classes['rail']}>
            {steps.map((id) => (
              <li key={id}>
                <a
                  href={`#step-${id}`}
                  data-state={stateOf(id)}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(`step-${id}`)?.focus();
                  }}
                >
                  <Icon of={id === 'history' ? IconHistory : icons[stateOf(id)]} />
                  <span>
                    {t(`cases.step.${id}`)}
                    {stateOf(id) === 'none' ? null : (
                      <span className="visually-hidden">{`, ${t.dynamic(`cases.stepState.${stateOf(id)}`)}`}</span>
                    )}
                  </span>
                </a>
              </li>
            ))}
          </ol>
        </nav>
        <div className={classes['steps']}>
          <Step id="what" actions={edit('what')}>
            <div className={classes['columns']}>
              <div>
                <Said words={columns.whatHappened} />
              </div>
              <div>
                <FactList
                  labelWidth={128}
                  rows={[
                    { label: t('cases.field.discoveredOn'), value: formatDay(columns.discoveredOn, t.locale) },
                    {
                      label: t('cases.field.occurred'),
                      value:
                        columns.occurredFrom === null && columns.occurredUntil === null
                          ? null
                          : [...new Set([columns.occurredFrom, columns.occurredUntil])]
                              .map((day) => (day === null ? '?' : formatDay(day, t.locale)))
                              .join(' – '),
                    },
                    { label: t('cases.field.owner'), value: columns.owner || null },
                    { label: t('cases.field.recorded'), value: `${incident.recordedBy}, ${formatDay(incident.recordedOn, t.locale)}` },
                    {
                      label: t('cases.field.records'),
                      value:
                        incident.records.length === 0 ? (
                          <span className="muted">{t('cases.notOnFile')}</span>
                        ) : (
                          <span className={classes['links']}>
                            {incident.records.map(({ record, name, gone }) =>
                              gone ? (
                                <span key={`${record.kind} ${record.id}`} className="muted">
                                  {name}
                                </span>
                              ) : (
                                <a key={`${record.kind} ${record.id}`} href={`#${recordHref(record)}`}>
                                  {name}
                                </a>
                              ),
                            )}
                          </span>
                        ),
                    },
                  ]}
                />
              </div>
            </div>
          </Step>
          <HaltsPart incident={incident} adding={halting} onAdding={setHalting} edit={edit('stop')} />
          <Step id="preserve" actions={edit('preserve', t('cases.preserve.hold'))}>
            {columns.preservedOn === null ? (
              <p className="muted">{t('cases.preserve.none')}</p>
            ) : (
              <>
                <Said words={columns.preserveNote} />
                <p className={classes['small']}>
                  {columns.preservedBy === ''
                    ? t('cases.preserve.heldOn', { on: formatDay(columns.preservedOn, t.locale) })
                    : t('cases.preserve.held', { on: formatDay(columns.preservedOn, t.locale), by: columns.preservedBy })}
                </p>
              </>
            )}
            <EvidenceOf record={{ kind: 'incident', id: row.id }} />
          </Step>
          <Step id="assess" actions={edit('assess')}>
            <Said words={columns.assessment} />
            <FactList
              labelWidth={184}
              rows={[
                { label: t('cases.field.track'), value: columns.track === 'undecided' ? null : t(`cases.track.${columns.track}`) },
                { label: t('cases.field.wilful'), value: t(`cases.wilful.${columns.wilful}`) },
                { label: t('cases.field.violations'), value: range(columns.violationsLow, columns.violationsHigh, t.locale) },
                { label: t('cases.field.value'), value: range(columns.valueLowUsd, columns.valueHighUsd, t.locale, ' USD') },
                { label: t('cases.field.rootCause'), value: columns.rootCause || null },
              ]}
            />
            {incident.exposure === null ? (
              <Note>{t('cases.exposure.noRules')}</Note>
            ) : (
              <ExposurePart exposure={incident.exposure} columns={columns} />
            )}
          </Step>
          <Step
            id="decide"
            actions={
              <>
                {edit('clock', t('cases.clock.edit'))}
                {edit('decide')}
              </>
            }
          >
            <FactList
              labelWidth={232}
              rows={[
                { label: t('cases.field.decision'), value: <b className="medium">{t(`cases.decision.${columns.decision}`)}</b> },
                ...(columns.decision === 'undecided'
                  ? []
                  : [
                      { label: t('cases.field.decisionReason'), value: columns.decisionReason || null },
                      {
                        label: t('cases.field.decidedBy'),
                        value: `${columns.decidedBy}${columns.decidedOn === null ? '' : `, ${formatDay(columns.decidedOn, t.locale)}`}`,
                      },
                    ]),
                ...(columns.decision === 'disclose' ? [{ label: t('cases.field.authorisedBy'), value: columns.authorisedBy || null }] : []),
                ...(columns.reference === ''
                  ? []
                  : [{ label: t('cases.field.reference'), value: <span className="code">{columns.reference}</span> }]),
              ]}
            />
            {incident.clock === null ? null : <ClockPart clock={incident.clock} columns={columns} />}
            <EscalationsPart incident={incident} />
          </Step>
          <ActionsPart incident={incident} />
          <Step id="learn" actions={edit('learn')}>
            <Said words={columns.lessons} />
          </Step>
          <Step id="history">
            <History id={row.id} />
          </Step>
        </div>
      </div>
      {editing === null ? null : <PartDialog incident={incident} part={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

/** What somebody wrote, or that nobody did. */
function Said({ words }: { readonly words: string }) {
  const t = useText();
  return words === '' ? <p className="muted">{t('cases.notOnFile')}</p> : <p className={classes['lead']}>{words}</p>;
}

function History({ id }: { readonly id: string }) {
  const t = useText();
  const entries = useHostQuery('cases.incidentHistory', { id });
  return (
    <QueryView query={entries} rows={4}>
      {(list) => <JournalEntries entries={list} empty={t('cases.notOnFile')} />}
    </QueryView>
  );
}

function range(low: number | null, high: number | null, locale: string, unit = ''): string | null {
  const [from, to] = [low ?? high, high ?? low];
  if (from === null || to === null) return null;
  const figure = (value: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value);
  return `${from === to ? figure(from) : `${figure(from)} – ${figure(to)}`}${unit}`;
}
