import { useNavigate, useParams } from 'react-router';
import type { VettingView } from '../../../src-shared/contract/vetting.ts';
import { undertakings } from '../../../src-shared/model/vetting.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import { EvidenceOf, QueryView, useHostQuery } from '../../host/index.ts';
import { Button, FactList, Note, Page, PageHeader, recordHref, Section, useText } from '../../ui/index.ts';
import classes from './vetting.module.css';

/** One check or undertaking with what proves it. What one of staff says is only shown on the person's page, for a purpose. */
export function VettingScreen() {
  const { id = '' } = useParams();
  const t = useText();
  const navigate = useNavigate();
  const one = useHostQuery('vetting.get', { id }, { keepPrevious: true });
  return (
    <QueryView query={one} whenGone={<Button onClick={() => void navigate('/vetting')}>{t('vetting.due.title')}</Button>}>
      {(vetting) => <VettingPage vetting={vetting} />}
    </QueryView>
  );
}

function VettingPage({ vetting }: { readonly vetting: VettingView }) {
  const t = useText();
  const { id, subject, subjectName, kind, doneOn, doneBy, nextOn, words } = vetting;
  const back = `#${recordHref(subject)}?tab=checks`;
  const way = undertakings.has(kind) ? 'agreed' : 'check';
  return (
    <Page
      shows={id}
      header={
        <PageHeader
          ruled
          title={t(`vetting.kind.${kind}`)}
          crumbs={[
            subject.kind === 'party' ? { label: t('parties.title'), href: '#/parties' } : { label: t('people.title'), href: '#/people' },
            { label: subjectName, href: back },
            { label: t('vetting.one.crumb') },
          ]}
          subtitle={formatDay(doneOn, t.locale)}
        />
      }
    >
      <div className={classes['padded']}>
        {words === null ? <Note tone="info">{t('vetting.restricted.text')}</Note> : null}
        <FactList
          labelWidth={200}
          rows={[
            { label: t('vetting.one.about'), value: <a href={back}>{subjectName}</a> },
            ...(words === null
              ? []
              : [
                  { label: t('vetting.column.result'), value: t(`vetting.result.${way}.${words.result}`) },
                  { label: t('vetting.column.matter'), value: words.matter === '' ? null : words.matter },
                  { label: t('vetting.field.conditions'), value: words.conditions === '' ? null : words.conditions },
                ]),
            { label: t('vetting.column.by'), value: doneBy },
            { label: t('vetting.column.next'), value: nextOn === null ? t('vetting.noRepeat') : formatDay(nextOn, t.locale) },
          ]}
        />
        <Section title={t('vetting.one.evidence')}>
          <EvidenceOf record={{ kind: 'vetting', id }} />
        </Section>
      </div>
    </Page>
  );
}
