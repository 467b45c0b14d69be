import { assetField } from '../../../../src-shared/model/asset-fields.ts';
import { QueryView, useHostQuery } from '../../../host/index.ts';
import { MathText, Note, QuestionList, Section, SimpleTable, StandingStatus, useText, VerdictLine } from '../../../ui/index.ts';
import { conclusionOf } from '../asset/conclusion.tsx';
import { groupEntries } from '../asset/entries.ts';
import { entryColumns, entryKey } from '../asset/entry-columns.tsx';
import { classificationWords, entryWord, factWords, fieldLabel } from '../words.ts';
import type { MappingDraft } from './draft.ts';
import classes from './mapping.module.css';

/** Everything on one page before anything is written: the verdict, the entries, what is still to ask, what was answered. */
export function ResultStep({ draft }: { readonly draft: MappingDraft }) {
  const t = useText();
  const preview = useHostQuery('classification.preview', { kind: 'model', name: draft.name, facts: draft.facts });
  const answered = Object.keys(draft.facts).filter((id) => assetField(id) !== undefined);
  const differing =
    draft.copiedFrom === null
      ? []
      : answered.filter((id) => JSON.stringify(draft.copiedFrom?.facts[id]) !== JSON.stringify(draft.facts[id]));
  return (
    <div className={classes['result']}>
      <QueryView query={preview}>
        {(finding) => (
          <>
            <VerdictLine
              badge={
                <StandingStatus
                  filled
                  standing={finding.standing}
                  label={classificationWords(t, {
                    classification: finding.classification,
                    standing: finding.standing,
                    openEntry: finding.entries.find((entry) => entry.verdict === 'undetermined' && entry.isExportControl)?.entry ?? '',
                  })}
                />
              }
            >
              {conclusionOf(t, finding, finding.questions)}
            </VerdictLine>
            {finding.warnings.map((warning) => (
              <Note key={`${warning.code}${warning.text}`} tone="info">
                {warning.text}
              </Note>
            ))}
            <SimpleTable
              label={t('inventory.entries')}
              place="inline"
              groups={groupEntries(finding, t)}
              rowKey={entryKey}
              columns={entryColumns(t)}
            />
            {finding.questions.length === 0 ? null : (
              <Section title={t('inventory.questionsTitle')} aside={t('inventory.byEffect')}>
                <QuestionList
                  questions={finding.questions.slice(0, 8).map((question) => ({
                    id: question.factId,
                    ask: question.ask,
                    detail:
                      question.decides.length === 0 ? (
                        t('inventory.completesFacts')
                      ) : (
                        <MathText>
                          {t('inventory.decides', {
                            entries: [...new Set(question.decides.map((one) => entryWord(t, one.split(':').at(-1) ?? one)))]
                              .slice(0, 4)
                              .join(', '),
                          })}
                        </MathText>
                      ),
                  }))}
                />
              </Section>
            )}
          </>
        )}
      </QueryView>
      {draft.copiedFrom === null ? null : (
        <Section title={t('mapping.different', { name: draft.copiedFrom.name })}>
          {differing.length === 0 ? (
            <p className="muted">{t('inventory.sameFacts')}</p>
          ) : (
            <p>{differing.map((id) => fieldLabel(t, id)).join(', ')}</p>
          )}
        </Section>
      )}
      <Section title={t('mapping.answers')} aside={t('mapping.answersCount', { count: answered.length })}>
        <SimpleTable
          label={t('mapping.answers')}
          place="inline"
          groups={[{ id: 'all', rows: answered }]}
          rowKey={(id) => id}
          columns={[
            { id: 'field', header: t('inventory.fact'), width: 240, cell: (id) => fieldLabel(t, id) },
            { id: 'value', header: t('mapping.answer'), cell: (id) => factWords(t, id, draft.facts[id]) },
          ]}
        />
      </Section>
    </div>
  );
}
