import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { Manner, Profile } from '../../../../src-shared/contract/screening.ts';
import { type PartyType, partyTypes } from '../../../../src-shared/model/listed-party.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import {
  Button,
  ChoiceCards,
  IconButton,
  Note,
  NumberField,
  Page,
  PageHeader,
  PartyPlaces,
  Section,
  Select,
  Switch,
  useText,
  useToast,
} from '../../../ui/index.ts';
import { scoreWords } from '../words.ts';
import { EffectOf } from './EffectOf.tsx';
import { InForce } from './InForce.tsx';
import classes from './settings.module.css';
import { keyOf, rowsOf, type ThresholdRow, thresholdsOf, withLineFor } from './thresholds.ts';

const manners = ['default', 'wide', 'strict'] as const satisfies readonly Manner[];

/** How names are compared here, and what another way would do to the last batch before anything is saved. */
export function MannerScreen() {
  const t = useText();
  const profile = useHostQuery('screening.profile', {});
  return (
    <Page
      header={
        <PageHeader
          crumbs={[{ label: t('screening.queue.title'), href: '#/parties/queue' }, { label: t('screening.more.settings') }]}
          title={t('screening.settings.title')}
          ruled
          actions={<PartyPlaces here="queue" />}
        />
      }
    >
      <QueryView query={profile}>{(value) => <Form key={value.revision} saved={value} />}</QueryView>
    </Page>
  );
}

function Form({ saved }: { readonly saved: Profile }) {
  const t = useText();
  const toast = useToast();
  const save = useHostCommand('screening.saveProfile');
  const [manner, setManner] = useState(saved.manner);
  const [rows, setRows] = useState(() => rowsOf(saved.thresholds));
  const [secondPerson, setSecondPerson] = useState(saved.secondPerson);
  const [days, setDays] = useState(saved.remindAfterDays);
  const thresholds = thresholdsOf(rows);
  const changesFinding = manner !== saved.manner || JSON.stringify(thresholds) !== JSON.stringify(saved.thresholds);
  const changed = changesFinding || secondPerson !== saved.secondPerson || days !== saved.remindAfterDays;
  const wrong = rows.find(({ review, strong }) => review > strong);
  const twice = new Set(rows.map(keyOf)).size < rows.length;
  const valid = wrong === undefined && !twice;
  const missing = !changed
    ? t('screening.settings.nothingChanged')
    : wrong !== undefined
      ? t('screening.settings.reviewAboveStrong')
      : twice
        ? t('screening.settings.twice')
        : undefined;
  const submit = async () => {
    const reply = await save.run({ manner, thresholds, secondPerson, remindAfterDays: days, revision: saved.revision });
    if (reply.ok) toast({ message: t('screening.settings.saved') });
  };
  return (
    <div className={classes['page']}>
      <div className={classes['form']}>
        <Section title={t('screening.manner')}>
          <ChoiceCards<Manner>
            label={t('screening.manner')}
            value={manner}
            onChange={setManner}
            choices={manners.map((value) => ({
              value,
              label: t(`screening.mannerShort.${value}`),
              detail: t(`screening.mannerDetail.${value}`),
            }))}
          />
        </Section>
        <Section title={t('screening.settings.inForce')}>
          <p className="small muted">{t('screening.settings.inForceText')}</p>
          <InForce
            manner={manner}
            thresholds={valid ? thresholds : saved.thresholds}
            onChange={(list, type, start) => setRows((now) => withLineFor(now, { list, type }, start))}
          />
        </Section>
        <Section title={t('screening.settings.own')}>
          <p className="small muted">{t('screening.settings.ownText')}</p>
          <OwnThresholds rows={rows} onChange={setRows} />
        </Section>
        <Section title={t('screening.settings.people')}>
          <Switch
            label={t('screening.settings.second')}
            hint={t('screening.settings.secondHint')}
            checked={secondPerson}
            onChange={setSecondPerson}
          />
          <div className={classes['days']}>
            <NumberField
              label={t('screening.settings.remind')}
              hint={t('screening.settings.remindHint')}
              unit={t('screening.settings.days')}
              integer
              min={1}
              max={365}
              value={days}
              onCommit={(next) => setDays(next ?? saved.remindAfterDays)}
            />
          </div>
        </Section>
        <div className="row">
          <Button kind="primary" busy={save.pending} disabledBecause={missing} onClick={() => void submit()}>
            {t('screening.settings.save')}
          </Button>
          {changed ? (
            <Button
              kind="quiet"
              onClick={() => {
                setManner(saved.manner);
                setRows(rowsOf(saved.thresholds));
                setSecondPerson(saved.secondPerson);
                setDays(saved.remindAfterDays);
              }}
            >
              {t('screening.settings.discard')}
            </Button>
          ) : null}
        </div>
        {save.error === null ? null : (
          <Note tone="restricted" live>
            {errorSentence(t, save.error)}
          </Note>
        )}
      </div>
      <EffectOf manner={manner} thresholds={thresholds} changed={changesFinding} valid={valid} />
    </div>
  );
}

interface OwnThresholdsProps {
  readonly rows: readonly ThresholdRow[];
  readonly onChange: (rows: readonly ThresholdRow[]) => void;
}

function OwnThresholds({ rows, onChange }: OwnThresholdsProps) {
  const t = useText();
  const { data: lists } = useHostQuery('lists.all', {});
  const put = (at: number, change: Partial<ThresholdRow>) =>
    onChange(rows.map((row, place) => (place === at ? { ...row, ...change } : row)));
  return (
    <>
      <ul className={classes['rows']}>
        {rows.map((row, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own while they are being made
          <li key={at}>
            <Select
              label={t('screening.settings.list')}
              size="small"
              value={row.list ?? ''}
              options={[
                { value: '', label: t('screening.settings.allLists') },
                ...(lists ?? []).filter(({ current }) => current !== null).map(({ code, title }) => ({ value: code, label: title })),
              ]}
              onChange={(list) => put(at, { list: list === '' ? null : list })}
            />
            <Select<PartyType | ''>
              label={t('screening.fact.type')}
              size="small"
              value={row.type ?? ''}
              options={[
                { value: '', label: t('screening.settings.allTypes') },
                ...partyTypes.map((value) => ({ value, label: t(`screening.type.${value}`) })),
              ]}
              onChange={(type) => put(at, { type: type === '' ? null : type })}
            />
            <NumberField
              label={t('screening.settings.review')}
              size="small"
              min={0}
              max={1}
              value={row.review}
              onCommit={(review) => put(at, { review: review ?? row.review })}
            />
            <NumberField
              label={t('screening.settings.strong')}
              size="small"
              min={0}
              max={1}
              value={row.strong}
              onCommit={(strong) => put(at, { strong: strong ?? row.strong })}
            />
            <IconButton
              icon={IconTrash}
              label={t('screening.settings.remove', { review: scoreWords(row.review) })}
              onClick={() => onChange(rows.filter((_, place) => place !== at))}
            />
          </li>
        ))}
      </ul>
      <Button size="small" icon={IconPlus} onClick={() => onChange([...rows, { list: null, type: null, review: 0.75, strong: 0.9 }])}>
        {t('screening.settings.add')}
      </Button>
    </>
  );
}
