import { IconRefresh } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import type { PartyDetail } from '../../../../src-shared/contract/parties.ts';
import type { HitLine, HitState } from '../../../../src-shared/contract/screening.ts';
import { CertificateButton, errorSentence, QueryView, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, EmptyState, SimpleTable, StatusText, type Tone, useText, useToast } from '../../../ui/index.ts';
import classes from '../parties.module.css';
import { langOf } from '../words.tsx';

const stateTones: Readonly<Record<HitState, Tone>> = {
  open: 'review',
  lapsed: 'review',
  needFacts: 'review',
  escalated: 'review',
  trueUnconfirmed: 'review',
  trueMatch: 'restricted',
  falsePositive: 'clear',
  gone: 'unassessed',
};

/** Every entry that came up for this party, with its decision; a row opens the comparison in the queue. */
export function ScreeningTab({ party }: { readonly party: PartyDetail }) {
  const t = useText();
  const toast = useToast();
  const navigate = useNavigate();
  const { id, name, standing } = party.row;
  const hits = useHostQuery('screening.hitsOf', { subject: { kind: 'party', id } });
  const run = useHostCommand('screening.run');
  const screen = async () => {
    const reply = await run.run({ cause: 'subjects', subjects: [{ kind: 'party', id }] });
    toast({ message: reply.ok ? t('parties.screening.started', { name }) : errorSentence(t, reply.error) });
  };
  return (
    <div className={classes['stack']}>
      <div className={classes['headed']}>
        <h2>{t('parties.screening.title')}</h2>
        <span className={classes['buttons']}>
          <CertificateButton of={{ kind: 'subject', subject: { kind: 'party', id } }} />
          <Button size="small" icon={IconRefresh} busy={run.pending} onClick={() => void screen()}>
            {t('parties.screening.run')}
          </Button>
        </span>
      </div>
      <QueryView query={hits} rows={4}>
        {(lines) =>
          lines.length === 0 ? (
            <EmptyState title={t('parties.screening.none')}>
              {t(standing === 'notScreened' ? 'parties.screening.notYetText' : 'parties.screening.noneText')}
            </EmptyState>
          ) : (
            <SimpleTable<HitLine>
              label={t('parties.screening.title')}
              place="inline"
              groups={[{ id: 'all', rows: lines }]}
              rowKey={(line) => line.id}
              onPress={(line) => void navigate(`/parties/queue?hit=${line.id}`)}
              columns={[
                {
                  id: 'entry',
                  header: t('parties.screening.entry'),
                  minWidth: 200,
                  cell: (line) => (
                    <>
                      <a href={`#/parties/queue?hit=${line.id}`}>
                        <bdi lang={langOf(line.entryName, '')}>{line.entryName}</bdi>
                      </a>
                      {line.matchedName === line.entryName ? null : (
                        <bdi lang={langOf(line.matchedName, '')} className="muted">
                          {' '}
                          {line.matchedName}
                        </bdi>
                      )}
                    </>
                  ),
                },
                {
                  id: 'list',
                  header: t('parties.screening.list'),
                  width: 200,
                  fold: { under: 'entry', order: 1 },
                  cell: (line) => line.listTitle,
                },
                {
                  id: 'score',
                  header: t('parties.screening.score'),
                  width: 72,
                  align: 'end',
                  cell: (line) => <b className="figures">{line.score.toFixed(2)}</b>,
                },
                { id: 'band', header: t('parties.screening.band'), width: 90, cell: (line) => t(`parties.screening.${line.band}`) },
                {
                  id: 'state',
                  header: t('parties.screening.state'),
                  width: 240,
                  cell: (line) => <StatusText tone={stateTones[line.state]}>{t(`screening.state.${line.state}`)}</StatusText>,
                },
              ]}
            />
          )
        }
      </QueryView>
    </div>
  );
}
