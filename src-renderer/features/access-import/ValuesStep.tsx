import type { LogValue, LogValues } from '../../../src-shared/contract/access-logs.ts';
import { actionKinds, eventOutcomes } from '../../../src-shared/model/access-events.ts';
import { countryCodes, countryName } from '../../../src-shared/text/countries.ts';
import { errorSentence, QueryView, useHostCommand, useHostQuery } from '../../host/index.ts';
import {
  Button,
  importClasses as classes,
  EmptyState,
  Meaning,
  Note,
  Section,
  Select,
  type SelectOption,
  SimpleTable,
  StatusText,
  type Tone,
  useText,
  Wizard,
} from '../../ui/index.ts';
import { CheckProgress } from './CheckProgress.tsx';
import type { StepProps } from './step-props.ts';
import { useCheck } from './use-check.ts';

const tones = { known: 'clear', remembered: 'clear', chosen: 'info', none: 'review' } as const satisfies Record<LogValue['how'], Tone>;
/** Rows of a group shown at once; what needs an answer stands first. */
const shownRows = 100;

type Answers = readonly { readonly from: string; readonly means: string | null }[];

/** Step four: what the words of the file mean here, from the whole file. */
export function ValuesStep({ session, frame, go }: StepProps) {
  const t = useText();
  const reading = useCheck(session);
  const values = useHostQuery('accessLogs.values', { id: session.id }, { keepPrevious: true });
  const set = useHostCommand('accessLogs.setValues');
  const whole = values.data?.whole === true;
  return (
    <Wizard
      {...frame}
      current="values"
      heading={t('accessLogs.wizard.heading.values')}
      lead={t('accessLogs.wizard.lead.values')}
      next={{ label: t('accessLogs.wizard.step.check'), onClick: () => go('check'), busy: set.pending }}
      meaning={
        <>
          <Meaning title={t('accessLogs.wizard.meaning.values.title')}>{t('accessLogs.wizard.meaning.values')}</Meaning>
          <Meaning title={t('accessLogs.wizard.meaning.assets.title')}>{t('accessLogs.wizard.meaning.assets')}</Meaning>
        </>
      }
    >
      {set.error === null ? null : (
        <Note tone="restricted" live>
          {errorSentence(t, set.error)}
        </Note>
      )}
      {whole ? null : <CheckProgress session={session} reading={reading} label={t('accessLogs.wizard.values.readingFile')} />}
      <QueryView query={values}>
        {({ fields, assets }) =>
          !whole ? null : fields.length === 0 ? (
            <EmptyState title={t('accessLogs.wizard.values.none')}>{t('accessLogs.wizard.values.noneDetail')}</EmptyState>
          ) : (
            <div className={classes['stack']}>
              {fields.map((field) => (
                <ValueGroup
                  key={field.kind}
                  field={field}
                  options={optionsOf(t, field.kind, assets)}
                  onAnswer={(given) =>
                    void set.run({ id: session.id, revision: session.revision, kind: field.kind, values: given.map((one) => ({ ...one })) })
                  }
                />
              ))}
            </div>
          )
        }
      </QueryView>
    </Wizard>
  );
}

interface ValueGroupProps {
  readonly field: LogValues;
  readonly options: readonly SelectOption[];
  readonly onAnswer: (values: Answers) => void;
}

function ValueGroup({ field, options, onAnswer }: ValueGroupProps) {
  const t = useText();
  const suggested = field.values.flatMap(({ from, means, suggestions: [first] }) =>
    means === null && first !== undefined ? [{ from, means: first.value }] : [],
  );
  const rows = field.values.slice(0, shownRows);
  return (
    <Section
      title={t(`accessLogs.wizard.values.${field.kind}`)}
      aside={
        suggested.length === 0 ? (
          <span className="caption muted">{t('accessLogs.wizard.values.unmatched', { count: field.unmatched })}</span>
        ) : (
          <Button size="small" onClick={() => onAnswer(suggested)}>
            {t('accessLogs.wizard.values.accept', { count: suggested.length })}
          </Button>
        )
      }
    >
      <SimpleTable
        label={t(`accessLogs.wizard.values.${field.kind}`)}
        place="inline"
        groups={[{ id: 'all', rows }]}
        rowKey={(value) => value.from}
        rowHeight={40}
        columns={[
          {
            id: 'yours',
            header: t('accessLogs.wizard.values.yours'),
            cell: (value) => (
              <span className={classes['cell']} title={value.from}>
                {value.from}
              </span>
            ),
          },
          {
            id: 'count',
            header: t('accessLogs.wizard.values.count'),
            width: 84,
            align: 'end',
            cell: (value) => <span className="figures">{value.count.toLocaleString(t.locale)}</span>,
          },
          {
            id: 'ours',
            header: t('accessLogs.wizard.values.ours'),
            width: 264,
            cell: (value) => (
              <Select
                label={t('imports.ui.meaningOf', { value: value.from })}
                labelHidden
                size="small"
                options={options}
                placeholder={
                  value.suggestions[0] === undefined
                    ? t(field.kind === 'resource' ? 'accessLogs.wizard.values.noAsset' : 'accessLogs.wizard.values.choose')
                    : t('accessLogs.wizard.values.suggested', { name: value.suggestions[0].label })
                }
                dashedWhenEmpty
                value={value.means ?? (value.how === 'chosen' ? nothing : null)}
                onChange={(means) => onAnswer([{ from: value.from, means: means === nothing ? '' : means }])}
              />
            ),
          },
          {
            id: 'how',
            header: t('imports.ui.value.how'),
            width: 160,
            fold: { under: 'ours', order: 1 },
            cell: (value) => <StatusText tone={tones[value.how]}>{t(`accessLogs.wizard.how.${value.how}`)}</StatusText>,
          },
        ]}
      />
      {field.distinct > rows.length ? (
        <p className="caption muted">{t('accessLogs.wizard.values.more', { shown: rows.length, distinct: field.distinct })}</p>
      ) : null}
    </Section>
  );
}

const nothing = '\u0000nothing';

function optionsOf(
  t: ReturnType<typeof useText>,
  kind: LogValues['kind'],
  assets: readonly { readonly id: string; readonly name: string }[],
): readonly SelectOption[] {
  switch (kind) {
    case 'outcome':
      return eventOutcomes.map((value) => ({ value, label: t(`accessLogs.wizard.outcome.${value}`) }));
    case 'action':
      return actionKinds.map((value) => ({ value, label: t(`accessLogs.wizard.kind.${value}`) }));
    case 'country':
      return [
        { value: nothing, label: t('accessLogs.wizard.values.noCountry') },
        ...countryCodes
          .map((value) => ({ value, label: countryName(t.locale, value) }))
          .sort((a, b) => a.label.localeCompare(b.label, t.locale)),
      ];
    case 'resource':
      return [
        { value: nothing, label: t('accessLogs.wizard.values.notOurs') },
        ...assets.map(({ id, name }) => ({ value: id, label: name })),
      ];
  }
}
