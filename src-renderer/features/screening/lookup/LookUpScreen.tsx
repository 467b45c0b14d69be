import { IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import type { LookUp, Manner } from '../../../../src-shared/contract/screening.ts';
import { type PartyType, partyTypes } from '../../../../src-shared/model/listed-party.ts';
import { countryCodes, countryName } from '../../../../src-shared/text/countries.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { type Command, useScreenCommands } from '../../../app/commands.tsx';
import { CertificateButton, errorSentence, useHostCommand } from '../../../host/index.ts';
import {
  Button,
  Note,
  Page,
  PageHeader,
  PartyPlaces,
  Section,
  Segmented,
  Select,
  SplitPane,
  TextArea,
  useText,
} from '../../../ui/index.ts';
import { OldLists } from '../OldLists.tsx';
import { Before } from './Before.tsx';
import classes from './lookup.module.css';
import { mostNames, pastedNames } from './paste.ts';
import { Results } from './Results.tsx';

const manners = ['default', 'wide', 'strict'] as const satisfies readonly Manner[];

/** Names looked up at once, without keeping them as parties: paste, read, print. */
export function LookUpScreen() {
  const t = useText();
  const lookUp = useHostCommand('screening.lookUp');
  const [text, setText] = useState('');
  const [type, setType] = useState<PartyType>('unknown');
  const [country, setCountry] = useState<string | null>(null);
  const [manner, setManner] = useState<Manner>('default');
  const [result, setResult] = useState<LookUp | null>(null);
  const names = useMemo(() => pastedNames(text, { type, country }), [text, type, country]);
  const missing =
    names.length === 0
      ? t('screening.lookUp.nameFirst')
      : names.length > mostNames
        ? t('screening.lookUp.tooMany', { most: mostNames })
        : undefined;
  const run = async () => {
    if (missing !== undefined) return;
    const reply = await lookUp.run({ names: [...names], manner });
    if (reply.ok) setResult(reply.value);
  };
  const latest = useRef(run);
  latest.current = run;
  useScreenCommands(
    useMemo(
      (): readonly Command[] => [
        {
          id: 'screening.lookUpNow',
          titleKey: 'command.screening.lookUpNow',
          shortcut: 'Mod+Enter',
          menu: 'tools',
          run: () => latest.current(),
        },
      ],
      [],
    ),
  );
  return (
    <Page
      body="fill"
      header={
        <PageHeader
          title={t('screening.lookUp.title')}
          subtitle={t('screening.lookUp.subtitle')}
          ruled
          actions={<PartyPlaces here="lookUp" />}
        />
      }
    >
      <SplitPane
        id="screening.lookUp"
        initial={360}
        min={300}
        start={
          <div className={classes['ask']}>
            <OldLists />
            <TextArea
              label={t('screening.lookUp.names')}
              hint={t('screening.lookUp.namesHint')}
              placeholder={t('screening.lookUp.placeholder')}
              value={text}
              onChange={setText}
              rows={9}
              maxLength={400_000}
            />
            <Select<PartyType>
              label={t('screening.lookUp.type')}
              size="small"
              value={type}
              options={(['unknown', ...partyTypes.filter((one) => one !== 'unknown')] as const).map((value) => ({
                value,
                label: t(`screening.type.${value}`),
              }))}
              onChange={setType}
            />
            <Select
              label={t('screening.lookUp.country')}
              size="small"
              placeholder={t('screening.lookUp.anyCountry')}
              value={country}
              options={countryCodes.map((code) => ({ value: code, label: countryName(t.locale, code) }))}
              onChange={setCountry}
              onClear={() => setCountry(null)}
            />
            <div className={classes['manner']}>
              <Segmented<Manner>
                label={t('screening.manner')}
                value={manner}
                choices={manners.map((value) => ({ value, label: t(`screening.mannerShort.${value}`) }))}
                onChange={setManner}
              />
              <p className="caption muted">{t(`screening.mannerDetail.${manner}`)}</p>
            </div>
            <div>
              <Button
                kind="primary"
                icon={IconSearch}
                shortcut="Mod+Enter"
                showShortcut
                busy={lookUp.pending}
                disabledBecause={missing}
                onClick={() => void run()}
              >
                {t('screening.lookUp.do', { count: Math.max(1, names.length) })}
              </Button>
            </div>
            {lookUp.error === null ? null : (
              <Note tone="restricted" live>
                {errorSentence(t, lookUp.error)}
              </Note>
            )}
            {result === null ? null : <ListsUsed lists={result.lists} />}
          </div>
        }
      >
        {result === null ? <Before onExample={setText} /> : <Found key={result.id} result={result} />}
      </SplitPane>
    </Page>
  );
}

function Found({ result }: { readonly result: LookUp }) {
  const t = useText();
  const withHits = result.names.filter(({ hits }) => hits.length > 0).length;
  const signed = result.names.filter(({ signs }) => signs.length > 0).length;
  return (
    <div className={classes['found']}>
      <div className={classes['summary']}>
        <p role="status">
          <b className="medium">
            {t('screening.lookUp.found', { names: result.names.length, hits: withHits })}
            {signed === 0 ? '' : ` ${t('screening.lookUp.signed', { count: signed })}`}
          </b>{' '}
          <span className="small muted">
            {t('screening.lookUp.how', {
              manner: t(`screening.manner.${result.manner}`),
              lists: result.lists.length,
              milliseconds: Math.max(1, Math.round(result.milliseconds)),
            })}
          </span>
        </p>
        <CertificateButton of={{ kind: 'lookUp', id: result.id }} />
      </div>
      <Results result={result} />
    </div>
  );
}

function ListsUsed({ lists }: { readonly lists: LookUp['lists'] }) {
  const t = useText();
  return (
    <Section title={t('screening.lookUp.lists')}>
      <ul className={classes['lists']}>
        {lists.map((list) => (
          <li key={list.code}>
            <span>{list.title}</span>
            <span className="muted">
              {t('screening.lookUp.listAge', {
                day: list.published === null ? 'none' : formatDay(list.published, t.locale),
                days: list.ageDays ?? 0,
              })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
