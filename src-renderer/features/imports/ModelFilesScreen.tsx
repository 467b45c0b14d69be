import { useState } from 'react';
import type { CandidateFact, Said } from '../../../src-shared/contract/imports.ts';
import { callHost, errorSentence, sentence, useHostCommand } from '../../host/index.ts';
import {
  Button,
  Checkbox,
  importClasses as classes,
  EmptyState,
  MathText,
  Note,
  Page,
  PageHeader,
  type ProductText,
  SimpleTable,
  StatusText,
  TextField,
  type Tone,
  useGoOn,
  useText,
} from '../../ui/index.ts';
import { rawText, valueText } from './words.ts';

const tones = { stated: 'clear', computed: 'info', inferred: 'review' } as const satisfies Record<CandidateFact['basis'], Tone>;

interface Found {
  readonly facts: readonly CandidateFact[];
  readonly notes: readonly Said[];
}

/** Facts that a published model's own files hold, each with the line it stands on; the person ticks what the register takes over. */
export function ModelFilesScreen() {
  const t = useText();
  const goOn = useGoOn();
  const create = useHostCommand('inventory.create');
  const [found, setFound] = useState<Found | null>(null);
  const [taken, setTaken] = useState<ReadonlySet<number>>(new Set());
  const [name, setName] = useState('');
  const [failure, setFailure] = useState<string | null>(null);

  const choose = async () => {
    const picked = await callHost('imports.chooseFile', { purpose: 'modelFiles' });
    if (!picked.ok || picked.value.length === 0) {
      if (!picked.ok) setFailure(errorSentence(t, picked.error));
      return;
    }
    const reply = await callHost('imports.modelFiles', { handles: picked.value.map((file) => file.handle) });
    setFailure(reply.ok ? null : errorSentence(t, reply.error));
    if (!reply.ok) return;
    setFound(reply.value);
    setTaken(proposed(reply.value.facts));
    const named = reply.value.facts.find((fact) => fact.fieldId === 'name');
    if (named !== undefined) setName(valueText(t, named.value));
  };
  const add = async () => {
    const facts = Object.fromEntries(
      (found?.facts ?? []).flatMap((fact, at) => (taken.has(at) && fact.fact !== null ? [[fact.fieldId, fact.fact]] : [])),
    );
    const reply = await create.run({ kind: 'model', name: name.trim(), versionLabel: '', facts });
    if (reply.ok) goOn(`/assets/${reply.value.row.id}`);
    else setFailure(errorSentence(t, reply.error));
  };
  const toggle = (at: number) => setTaken((now) => new Set(now.has(at) ? [...now].filter((one) => one !== at) : [...now, at]));

  return (
    <Page
      padded
      header={
        <PageHeader
          title={t('imports.files.title')}
          subtitle={t('imports.files.subtitle')}
          actions={
            found === null ? undefined : (
              <>
                <Button onClick={() => void choose()}>{t('imports.files.choose')}</Button>
                <Button
                  kind="primary"
                  busy={create.pending}
                  disabledBecause={name.trim() === '' ? t('imports.files.noName') : undefined}
                  onClick={() => void add()}
                >
                  {t('imports.files.create', { count: taken.size })}
                </Button>
              </>
            )
          }
        />
      }
    >
      {failure === null ? null : (
        <Note tone="restricted" live>
          {failure}
        </Note>
      )}
      {found === null ? (
        <EmptyState
          title={t('imports.files.intro')}
          actions={
            <Button kind="primary" onClick={() => void choose()}>
              {t('imports.files.choose')}
            </Button>
          }
        >
          {t('imports.files.introDetail')}
        </EmptyState>
      ) : (
        <div className={classes['stack']}>
          <div className={classes['kindRow']}>
            <TextField label={t('imports.files.name')} required value={name} onChange={setName} maxLength={200} />
          </div>
          {found.notes.map((note) => (
            <Note key={sentence(t, note)}>{sentence(t, note)}</Note>
          ))}
          <FactTable facts={found.facts} taken={taken} onToggle={toggle} />
        </div>
      )}
    </Page>
  );
}

/** The first statement of each fact that the register can keep; what was only read in running text waits for the person. */
function proposed(facts: readonly CandidateFact[]): ReadonlySet<number> {
  const seen = new Set<string>();
  const chosen = new Set<number>();
  for (const [at, fact] of facts.entries()) {
    if (fact.fact === null || fact.basis === 'inferred' || seen.has(fact.fieldId)) continue;
    seen.add(fact.fieldId);
    chosen.add(at);
  }
  return chosen;
}

interface FactTableProps {
  readonly facts: readonly CandidateFact[];
  readonly taken: ReadonlySet<number>;
  readonly onToggle: (at: number) => void;
}

function FactTable({ facts, taken, onToggle }: FactTableProps) {
  const t = useText();
  const rows = facts.map((fact, at) => ({ fact, at }));
  return (
    <SimpleTable
      label={t('imports.files.title')}
      place="inline"
      groups={[{ id: 'facts', rows }]}
      rowKey={({ at }) => String(at)}
      columns={[
        {
          id: 'take',
          header: t('imports.files.take'),
          width: 64,
          cell: ({ fact, at }) =>
            fact.fact === null ? null : (
              <Checkbox
                label={t('imports.files.takeFact', { field: factName(t, fact) })}
                labelHidden
                checked={taken.has(at)}
                onChange={() => onToggle(at)}
              />
            ),
        },
        {
          id: 'fact',
          header: t('imports.files.fact'),
          width: 200,
          cell: ({ fact }) => <b className={classes['cell']}>{factName(t, fact)}</b>,
        },
        {
          id: 'value',
          header: t('imports.files.value'),
          width: 220,
          cell: ({ fact }) => (
            <span className={classes['cell']} title={rawText(t, fact.value)} data-copy={rawText(t, fact.value)}>
              <MathText>{valueText(t, fact.value)}</MathText>
            </span>
          ),
        },
        {
          id: 'basis',
          header: t('imports.files.basis'),
          width: 180,
          cell: ({ fact }) => <StatusText tone={tones[fact.basis]}>{t(`imports.files.basis.${fact.basis}`)}</StatusText>,
        },
        {
          id: 'where',
          header: t('imports.files.where'),
          cell: ({ fact }) => (
            <span className={classes['because']} title={fact.excerpt}>
              {t('imports.files.place', { file: fact.file, line: fact.line ?? 0 })}.{' '}
              {fact.fact === null && fact.fieldId !== 'name' ? t('imports.files.shownOnly') : sentence(t, fact.said)}
            </span>
          ),
        },
      ]}
    />
  );
}

function factName(t: ProductText, fact: CandidateFact): string {
  return t.dynamic(`field.${fact.fieldId}`, {}, t.dynamic(`imports.files.otherFact.${fact.fieldId}`, {}, fact.fieldId));
}
