import type { ReactNode } from 'react';
import type { AssetImpact, FindingImpact, Impact, PartyImpact, PersonImpact } from '../../../../src-shared/contract/cases.ts';
import type { RecordKind } from '../../../../src-shared/model/record-ref.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import {
  type ProductText,
  recordHref,
  Section,
  type SimpleColumn,
  SimpleTable,
  StandingStatus,
  TileStrip,
  useText,
} from '../../../ui/index.ts';
import classes from '../cases.module.css';

/** What a supposition would touch: counts first, then each kind with what it says now and would say then. */
export function ImpactResult({ impact }: { readonly impact: Impact }) {
  const t = useText();
  const { assets, findings, people, parties } = impact;
  const tile = (id: 'assets' | 'findings' | 'people' | 'parties') => ({
    name: t(`impact.tile.${id}`),
    figure: impact[id].total,
    of: t('impact.of', { count: impact[id].looked }),
  });
  return (
    <>
      <p className={classes['small']}>{t('impact.result', { on: formatDay(impact.judgedOn, t.locale), packs: impact.packs.length })}</p>
      <TileStrip
        label={t('impact.title')}
        tiles={[
          tile('assets'),
          tile('findings'),
          tile('people'),
          tile('parties'),
          { name: t('impact.tile.decisions'), figure: impact.decisions, reason: t('impact.decisionsWhy') },
        ]}
      />
      {assets.total + findings.total + people.total + parties.total === 0 ? <p>{t('impact.nothing')}</p> : null}
      <Part title={t('impact.tile.assets')} found={assets} columns={assetColumns(t)} />
      <Part title={t('impact.tile.findings')} found={findings} columns={findingColumns(t)} />
      <Part title={t('impact.tile.people')} found={people} columns={personColumns(t)} />
      <Part title={t('impact.tile.parties')} found={parties} columns={partyColumns(t)} />
    </>
  );
}

interface PartProps<Row extends { readonly id: string }> {
  readonly title: string;
  readonly found: { readonly total: number; readonly rows: readonly Row[] };
  readonly columns: readonly SimpleColumn<Row>[];
}

/** Rows that are drawn; the rest is counted. */
const mostDrawn = 200;

function Part<Row extends { readonly id: string }>({ title, found, columns }: PartProps<Row>) {
  const t = useText();
  if (found.total === 0) return null;
  const rows = found.rows.slice(0, mostDrawn);
  return (
    <Section title={title} aside={found.total}>
      <SimpleTable<Row> label={title} place="inline" rowKey={({ id }) => id} groups={[{ id: 'all', rows }]} columns={columns} />
      {rows.length < found.total ? (
        <p className={classes['small']}>{t('impact.shownOf', { shown: rows.length, total: found.total })}</p>
      ) : null}
    </Section>
  );
}

const link = (kind: RecordKind, id: string, name: string): ReactNode => <a href={`#${recordHref({ kind, id })}`}>{name}</a>;

const assetColumns = (t: ProductText): readonly SimpleColumn<AssetImpact>[] => {
  const side = ({ classification, standing }: AssetImpact['before']) => (
    <span className={classes['twoLines']}>
      <span className="code">{t.dynamic(`classification.${classification}`, {}, classification)}</span>
      <StandingStatus standing={standing} />
    </span>
  );
  return [
    { id: 'name', header: t('impact.column.name'), minWidth: 160, cell: ({ id, name }) => link('asset', id, name) },
    { id: 'before', header: t('impact.column.before'), width: 170, cell: ({ before }) => side(before) },
    { id: 'after', header: t('impact.column.after'), width: 170, cell: ({ after }) => side(after) },
    {
      id: 'entries',
      header: t('impact.column.entries'),
      width: 180,
      fold: { under: 'name', order: 1 },
      cell: ({ entries }) => <span className="code">{entries.slice(0, 6).join(', ')}</span>,
    },
    {
      id: 'decided',
      header: t('impact.column.decided'),
      width: 130,
      fold: { under: 'name', order: 2 },
      cell: ({ decidedBy }) => decidedBy || <span className="muted">–</span>,
    },
  ];
};

const findingColumns = (t: ProductText): readonly SimpleColumn<FindingImpact>[] => {
  const word = (what: FindingImpact['what'], value: string) =>
    what === 'words' ? value : t.dynamic(`access.severity.${value}`, {}, value);
  return [
    {
      id: 'finding',
      header: t('impact.column.finding'),
      minWidth: 220,
      cell: ({ id, title, what }) => (what === 'new' ? title : link('accessFinding', id, title)),
    },
    { id: 'what', header: t('impact.column.what'), width: 100, cell: ({ what }) => t(`impact.findingWhat.${what}`) },
    {
      id: 'before',
      header: t('impact.column.before'),
      width: 140,
      cell: ({ what, before }) => word(what, before) || <span className="muted">–</span>,
    },
    {
      id: 'after',
      header: t('impact.column.after'),
      width: 140,
      cell: ({ what, after }) => word(what, after) || <span className="muted">–</span>,
    },
    {
      id: 'decided',
      header: t('impact.column.decided'),
      width: 130,
      fold: { under: 'finding', order: 1 },
      cell: ({ decidedBy }) => decidedBy || <span className="muted">–</span>,
    },
  ];
};

const personColumns = (t: ProductText): readonly SimpleColumn<PersonImpact>[] => [
  { id: 'name', header: t('impact.column.name'), minWidth: 160, cell: ({ id, name }) => link('person', id, name) },
  { id: 'before', header: t('impact.column.before'), width: 220, cell: ({ before }) => t.dynamic(`access.position.${before}`, {}, before) },
  { id: 'after', header: t('impact.column.after'), width: 220, cell: ({ after }) => t.dynamic(`access.position.${after}`, {}, after) },
];

/** A title stands for itself; a rule on ownership that leaves questions is named. */
const partyWord = (t: ProductText, word: string): string =>
  word.startsWith('ownership:')
    ? t('impact.ownersToAsk', { rule: t.dynamic(`impact.test.${word.slice('ownership:'.length)}`, {}, word) })
    : word;

const partyColumns = (t: ProductText): readonly SimpleColumn<PartyImpact>[] => {
  const list = (words: readonly string[]) =>
    words.length === 0 ? (
      <span className="muted">–</span>
    ) : (
      <ul className={classes['bullets']}>
        {words.map((word) => (
          <li key={word}>{partyWord(t, word)}</li>
        ))}
      </ul>
    );
  return [
    { id: 'name', header: t('impact.column.name'), width: 200, cell: ({ id, name }) => link('party', id, name) },
    { id: 'gained', header: t('impact.column.gained'), minWidth: 180, cell: ({ gained }) => list(gained) },
    { id: 'lost', header: t('impact.column.lost'), minWidth: 180, cell: ({ lost }) => list(lost) },
  ];
};
