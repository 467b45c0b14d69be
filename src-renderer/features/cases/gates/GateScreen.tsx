import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX, IconExternalLink, IconPlus, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import type { GateView, ModelGates } from '../../../../src-shared/contract/cases.ts';
import { type GateCondition, type GatePass, gatePart } from '../../../../src-shared/model/gate.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { whyWords } from '../../../../src-shared/text/gates.ts';
import { EvidenceOf, errorSentence, MakeTaskButton, QueryView, TasksOf, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  EmptyState,
  Icon,
  IconButton,
  LinkButton,
  Note,
  Page,
  PageHeader,
  type ProductText,
  recordHref,
  Section,
  type SimpleColumn,
  SimpleTable,
  useText,
  useToast,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';
import { GateWord, gateName } from '../words.tsx';
import { DestinationDialog } from './DestinationDialog.tsx';
import { PassDialog } from './PassDialog.tsx';
import { ReportsPart } from './ReportsPart.tsx';

/** The gates of one model: a road at the top, then each gate with what has to be true. */
export function GateScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const gates = useHostQuery('cases.gatesOf', { assetId: id }, { keepPrevious: true });
  return (
    <QueryView query={gates} whenGone={<Button onClick={() => void navigate('/programme/gates')}>{t('gates.title')}</Button>}>
      {(model) => <ModelPage key={model.assetId} model={model} />}
    </QueryView>
  );
}

function ModelPage({ model }: { readonly model: ModelGates }) {
  const t = useText();
  const [passing, setPassing] = useState<GateView | null>(null);
  const [naming, setNaming] = useState(false);
  const shown = model.gates.filter(({ state }) => state !== 'notApplicable');
  return (
    <Page
      header={
        <PageHeader
          ruled
          title={model.name}
          crumbs={[{ label: t('gates.title'), href: '#/programme/gates' }, { label: model.name }]}
          subtitle={[
            model.versionLabel === '' ? '' : t('gates.version', { label: model.versionLabel }),
            t(`stage.${model.stage}`),
            model.classification,
            model.ownerName,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
          actions={
            <LinkButton icon={IconExternalLink} href={`#/assets/${model.assetId}`}>
              {t('gates.openModel')}
            </LinkButton>
          }
        />
      }
    >
      <div className={classes['padded']}>
        <Road gates={shown} />
        <div className={classes['gates']}>
          {shown.map((gate) => (
            <GateCard
              key={`${gate.gate} ${gate.destination}`}
              gate={gate}
              model={model}
              onPass={() => setPassing(gate)}
              onName={() => setNaming(true)}
            />
          ))}
        </div>
        <TasksOf record={{ kind: 'gate', id: model.assetId }} />
        <Destinations model={model} onAdd={() => setNaming(true)} />
        <Section title={t('gates.history')}>
          {model.history.length === 0 ? (
            <p className="muted">{t('gates.history.none')}</p>
          ) : (
            <SimpleTable<GatePass>
              label={t('gates.history')}
              place="inline"
              columns={historyColumns(t)}
              rowKey={(pass) => pass.id}
              groups={[{ id: 'all', rows: model.history }]}
            />
          )}
        </Section>
        <Section title={t('evidence.tab')}>
          <EvidenceOf record={{ kind: 'gate', id: model.assetId }} />
        </Section>
      </div>
      {passing === null ? null : <PassDialog model={model} gate={passing} onClose={() => setPassing(null)} />}
      {naming ? <DestinationDialog model={model} onClose={() => setNaming(false)} /> : null}
    </Page>
  );
}

/** The gates one after the other, so that where the model stands is seen at once. Releases stand together. */
function Road({ gates }: { readonly gates: readonly GateView[] }) {
  const t = useText();
  const order = ['idea', 'trainingPlanned', 'trainingCompleted', 'change', 'release'] as const;
  const stops = order.flatMap((kind) => {
    const here = gates.filter(({ gate }) => gate === kind);
    const worst = [...here].sort((a, b) => rank.indexOf(a.state) - rank.indexOf(b.state))[0];
    return worst === undefined
      ? []
      : [{ kind, state: worst.state, count: here.length, done: here.filter(({ state }) => isPassed(state)).length }];
  });
  return (
    <ol className={classes['road']}>
      {stops.map(({ kind, state, count, done }) => (
        <li key={kind} data-state={state}>
          <b>{t(`gates.gate.${kind}`)}</b>
          <small>
            <GateWord state={state} />
            {count > 1 ? <span className="muted"> {`${done} / ${count}`}</span> : null}
          </small>
        </li>
      ))}
    </ol>
  );
}

const rank: readonly GateView['state'][] = ['held', 'overtaken', 'ready', 'notYet', 'passedDespite', 'passed', 'notApplicable'];
const isPassed = (state: GateView['state']): boolean => state === 'passed' || state === 'passedDespite';

interface GateCardProps {
  readonly gate: GateView;
  readonly model: ModelGates;
  readonly onPass: () => void;
  readonly onName: () => void;
}

function GateCard({ gate, model, onPass, onName }: GateCardProps) {
  const t = useText();
  const name = gateName(t, gate.gate, gate.destination);
  const nowhere = gate.gate === 'release' && gate.destination === '';
  const { pass } = gate;
  return (
    <section className={classes['gate']} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <GateWord state={gate.state} filled />
        <span data-end="" className="row">
          {isPassed(gate.state) ? null : (
            <MakeTaskButton
              cause="gate"
              phase="pilot"
              titleForAll={t('gates.taskForAll', { model: model.name })}
              sources={() =>
                Promise.resolve([{ record: asRecord(model, gate), title: t('gates.taskTitle', { gate: name, model: model.name }) }])
              }
            />
          )}
          {nowhere ? (
            <Button icon={IconPlus} onClick={onName}>
              {t('gates.destinations.add')}
            </Button>
          ) : gate.state === 'passed' || gate.state === 'passedDespite' ? null : (
            <Button kind={gate.state === 'ready' ? 'primary' : 'default'} onClick={onPass}>
              {t(pass === null ? 'gates.pass' : 'gates.passAgain')}
            </Button>
          )}
        </span>
      </header>
      <p>{t(`gates.gateAbout.${gate.gate}`)}</p>
      {gate.state === 'overtaken' && pass !== null ? (
        <div className={classes['banner']}>
          <Note tone="review">{t(gate.isOtherRun ? 'gates.otherRun' : 'gates.overtakenWhy', { on: formatDay(pass.on, t.locale) })}</Note>
        </div>
      ) : null}
      <ul className={classes['conditions']} aria-label={t('gates.conditions')}>
        {gate.conditions
          .filter(({ state }) => state !== 'notApplicable')
          .map((condition) => (
            <Condition key={condition.id} condition={condition} passedOver={pass?.despite.includes(condition.id) ?? false} />
          ))}
      </ul>
      <ReportsPart gate={gate} model={model} />
      {pass === null ? null : (
        <footer>
          <span>
            <b className="medium">{t('gates.passedBy', { by: pass.by, on: formatDay(pass.on, t.locale) })}</b>
            {': '}
            {pass.reason}
          </span>
          {pass.despite.length === 0 ? null : (
            <span className={classes['small']}>
              {t('gates.passed.despite')}: {pass.despite.map((id) => t(`gates.need.${id}`)).join('; ')}
            </span>
          )}
        </footer>
      )}
    </section>
  );
}

/** One gate of a model, as a task is linked to it. */
const asRecord = ({ assetId: id }: ModelGates, { gate, destination }: GateView) =>
  ({ kind: 'gate', id, part: gatePart(gate, destination) }) as const;

const icons = { met: IconCircleCheck, missing: IconCircleX, open: IconAlertTriangle, notApplicable: IconCircleDashed } as const;

function Condition({ condition, passedOver }: { readonly condition: GateCondition; readonly passedOver: boolean }) {
  const t = useText();
  const why = whyWords(t, condition);
  const { link, state } = condition;
  return (
    <li>
      <span data-state={state}>
        <Icon of={icons[state]} />
        <span className="visually-hidden">{t(`gates.conditionState.${state}`)}</span>
      </span>
      <span>
        {t(`gates.need.${condition.id}`)}
        {why === '' ? null : <small>{why}</small>}
        {passedOver ? <small>{t('gates.passed.despite')}</small> : null}
      </span>
      {state === 'met' || link === null || link.kind === 'gate' ? (
        <span />
      ) : (
        <a href={`#${recordHref(link)}`} aria-label={t('gates.mendWhat', { need: t(`gates.need.${condition.id}`) })}>
          {t('gates.mend')}
        </a>
      )}
    </li>
  );
}

function Destinations({ model, onAdd }: { readonly model: ModelGates; readonly onAdd: () => void }) {
  const t = useText();
  const toast = useToast();
  const drop = useHostCommand('cases.dropDestination');
  const undo = useHostCommand('journal.undo');
  const take = async (country: string, place: string) => {
    const reply = await drop.run({ assetId: model.assetId, country });
    toast(
      reply.ok
        ? { message: t('gates.destinations.dropped', { place }), onUndo: () => void undo.run({}) }
        : { message: errorSentence(t, reply.error) },
    );
  };
  return (
    <Section
      title={t('gates.destinations')}
      aside={
        <Button size="small" icon={IconPlus} onClick={onAdd}>
          {t('gates.destinations.add')}
        </Button>
      }
    >
      {model.destinations.length === 0 ? (
        <EmptyState title={t('gates.destinations')}>{t('gates.destinations.none')}</EmptyState>
      ) : (
        <SimpleTable<ModelGates['destinations'][number]>
          label={t('gates.destinations')}
          place="inline"
          rowKey={({ country }) => country}
          groups={[{ id: 'all', rows: model.destinations }]}
          columns={[
            {
              id: 'place',
              header: t('gates.destinations.place'),
              width: 220,
              cell: ({ country }) => <b className="medium">{countryName(t.locale, country)}</b>,
            },
            {
              id: 'note',
              header: t('gates.destinations.note'),
              cell: ({ named, note, fields }) =>
                [
                  note,
                  named ? (note === '' ? t('gates.destinations.named') : '') : '',
                  fields.length > 0 ? t('gates.destinations.fields') : '',
                ]
                  .filter((part) => part !== '')
                  .join(' · '),
            },
            {
              id: 'drop',
              header: '',
              width: 44,
              cell: ({ country, named }) =>
                named ? (
                  <IconButton
                    icon={IconX}
                    label={t('gates.destinations.drop', { place: countryName(t.locale, country) })}
                    onClick={() => void take(country, countryName(t.locale, country))}
                  />
                ) : null,
            },
          ]}
        />
      )}
    </Section>
  );
}

function historyColumns(t: ProductText): readonly SimpleColumn<GatePass>[] {
  return [
    { id: 'on', header: t('gates.history.on'), width: 120, cell: ({ on }) => formatDay(on, t.locale) },
    {
      id: 'gate',
      header: t('gates.history.gate'),
      width: 200,
      cell: ({ gate, destination }) => <b className="medium">{gateName(t, gate, destination)}</b>,
    },
    { id: 'version', header: t('gates.history.version'), width: 90, cell: ({ versionLabel }) => versionLabel },
    { id: 'by', header: t('gates.history.by'), width: 170, cell: ({ by }) => by },
    {
      id: 'reason',
      header: t('gates.history.reason'),
      cell: ({ reason, despite }) => (
        <span>
          {reason}
          {despite.length === 0 ? null : (
            <span className={classes['small']}>
              {' '}
              {t('gates.passed.despite')}: {despite.map((id) => t(`gates.need.${id}`)).join('; ')}
            </span>
          )}
        </span>
      ),
    },
  ];
}
