import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { HitLine } from '../../../../src-shared/contract/screening.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { Button, SimpleTable, StatusText, useText } from '../../../ui/index.ts';
import classes from '../people.module.css';

/** Whether the lists have somebody of this name. Closed at first and never in a list of people: a possible match says nothing about a person yet. */
export function ScreeningSection({ personId }: { readonly personId: string }) {
  const t = useText();
  const [shown, setShown] = useState(false);
  return (
    <section className={classes['restricted']} aria-label={t('people.screening.title')}>
      <div className={classes['restrictedHead']}>
        <div>
          <h2>{t('people.screening.title')}</h2>
          <StatusText tone="review">{t('people.ties.restricted')}</StatusText>
        </div>
        <Button icon={shown ? IconEyeOff : IconEye} expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'people.screening.hide' : 'people.screening.show')}
        </Button>
      </div>
      <p className={`muted ${classes['lead'] ?? ''}`}>{t('people.screening.text')}</p>
      {shown ? <Hits personId={personId} /> : null}
    </section>
  );
}

function Hits({ personId }: { readonly personId: string }) {
  const t = useText();
  const hits = useHostQuery('screening.hitsOf', { subject: { kind: 'person', id: personId } });
  return (
    <QueryView query={hits} rows={2}>
      {(lines) =>
        lines.length === 0 ? (
          <p>{t('people.screening.none')}</p>
        ) : (
          <SimpleTable<HitLine>
            label={t('people.screening.title')}
            place="inline"
            groups={[{ id: 'all', rows: lines }]}
            rowKey={(line) => line.id}
            columns={[
              {
                id: 'entry',
                header: t('parties.screening.entry'),
                minWidth: 180,
                cell: (line) => (
                  <a href={`#/parties/queue?hit=${line.id}`}>
                    <bdi>{line.entryName}</bdi>
                  </a>
                ),
              },
              { id: 'list', header: t('parties.screening.list'), width: 180, cell: (line) => line.listTitle },
              {
                id: 'score',
                header: t('parties.screening.score'),
                width: 72,
                align: 'end',
                cell: (line) => <span className="figures">{line.score.toFixed(2)}</span>,
              },
              {
                id: 'state',
                header: t('parties.screening.state'),
                width: 220,
                cell: (line) => (
                  <StatusText tone={line.state === 'trueMatch' ? 'restricted' : line.state === 'falsePositive' ? 'clear' : 'review'}>
                    {t(`screening.state.${line.state}`)}
                  </StatusText>
                ),
              },
            ]}
          />
        )
      }
    </QueryView>
  );
}
