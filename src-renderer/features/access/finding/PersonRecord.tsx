import { IconEye, IconEyeOff } from '@tabler/icons-react';
import { useState } from 'react';
import type { AccessFinding } from '../../../../src-shared/contract/access.ts';
import type { RevealedTie } from '../../../../src-shared/contract/people.ts';
import { countryName } from '../../../../src-shared/text/countries.ts';
import { errorSentence, useHostCommand, useHostQuery } from '../../../host/index.ts';
import { Button, FactList, type FactRow, Icon, Note, type ProductText, Section, useText } from '../../../ui/index.ts';
import classes from './finding.module.css';

interface PersonRecordProps {
  readonly person: NonNullable<AccessFinding['person']>;
  /** Whether citizenship is in question; it is not offered where it is not. */
  readonly needsCitizenship: boolean;
}

/** What is on file of the person. Citizenship is hidden until asked for, and each look is journalled. */
export function PersonRecord({ person, needsCitizenship }: PersonRecordProps) {
  const t = useText();
  const detail = useHostQuery('people.get', { id: person.id });
  const row = detail.data?.row;
  return (
    <Section title={t('access.person.record')}>
      <div className={classes['record']}>
        {needsCitizenship ? <Ties person={person} /> : null}
        {row === undefined ? null : (
          <FactList
            rows={[
              { label: t('access.person.role'), value: row.role === '' ? null : row.role },
              { label: t('access.matrix.team'), value: row.team === '' ? null : row.team },
              { label: t('access.person.site'), value: row.site === '' ? null : row.site },
              ...(row.lastDay === null ? [] : [{ label: t('access.person.lastDay'), value: row.lastDay }]),
            ]}
          />
        )}
        <p className="small">
          <a href={`#/people/${person.id}`}>{t('access.person.open', { name: person.name })}</a>
        </p>
      </div>
    </Section>
  );
}

/** Citizenship behind a button. What was shown is held by this panel alone: it is gone when the panel is. */
function Ties({ person }: Pick<PersonRecordProps, 'person'>) {
  const t = useText();
  const reveal = useHostCommand('people.revealTies');
  const [ties, setTies] = useState<readonly RevealedTie[] | null>(null);
  const show = async () => {
    const reply = await reveal.run({ id: person.id, purpose: 'assessFinding' });
    if (reply.ok) setTies(reply.value.ties);
  };
  return (
    <>
      <div className={classes['reveal']}>
        <Icon of={ties === null ? IconEyeOff : IconEye} />
        <span role="status">{t(ties === null ? 'access.person.hidden' : 'access.person.shown')}</span>
        {ties === null ? (
          <Button kind="link" size="small" busy={reveal.pending} onClick={() => void show()}>
            {t('access.person.show')}
          </Button>
        ) : (
          <Button kind="link" size="small" onClick={() => setTies(null)}>
            {t('access.person.hide')}
          </Button>
        )}
      </div>
      {reveal.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, reveal.error)}
        </Note>
      )}
      {ties === null ? null : ties.length === 0 ? (
        <p className="small muted">{t('access.person.noTies')}</p>
      ) : (
        <FactList rows={ties.map((tie) => tieRow(t, tie))} />
      )}
    </>
  );
}

function tieRow(t: ProductText, tie: RevealedTie): FactRow {
  const what =
    tie.country !== null ? countryName(t.locale, tie.country) : tie.standing === null ? '–' : t(`access.standing.${tie.standing}`);
  return {
    key: tie.id,
    label: t(`access.tie.${tie.kind}`),
    value: t('access.person.tie', { what, since: tie.since ?? 'none', source: tie.source === '' ? 'none' : tie.source }),
  };
}
