import { Fragment, type ReactNode } from 'react';
import '../../../../resources/templates/sheet.css';
import type { ControlPlan } from '../../../../src-shared/contract/access.ts';
import { formatDay } from '../../../../src-shared/text/dates.ts';
import { useText } from '../../../ui/index.ts';
import classes from './plan.module.css';

type Person = ControlPlan['may'][number];

/** The plan on paper: who may, who may not, who cannot be said, what protects the asset, who was briefed. */
export function PlanSheet({ plan }: { readonly plan: ControlPlan }) {
  const t = useText();
  const none = <p className="sheet-in sheet-quiet">{t('access.plan.none')}</p>;
  const people = (rows: readonly Person[]) => (rows.length === 0 ? none : <PeopleTable rows={rows} />);
  const newest = new Map([...plan.briefings].reverse().map((briefing) => [briefing.personId, briefing]));
  const sections: readonly { readonly title: string; readonly body: ReactNode }[] = [
    {
      title: t('access.plan.basis'),
      body: [...plan.basis, t('report.plan.duties')].map((line) => (
        <p key={line} className="sheet-in">
          {line}
        </p>
      )),
    },
    { title: t('access.plan.may', { count: plan.may.length }), body: people(plan.may) },
    { title: t('access.plan.mayNot', { count: plan.mayNot.length }), body: people(plan.mayNot) },
    { title: t('access.plan.cannotSay', { count: plan.cannotSay.length }), body: people(plan.cannotSay) },
    {
      title: t('access.plan.authorisations'),
      body:
        plan.authorisations.length === 0 ? (
          none
        ) : (
          <ul className="sheet-in">
            {plan.authorisations.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ),
    },
    {
      title: t('access.plan.safeguards'),
      body:
        plan.safeguards.length === 0 ? (
          none
        ) : (
          <PlainTable
            columns={[t('access.plan.safeguard'), t('access.column.state'), t('access.plan.evidence')]}
            shares={[52, 26, 22]}
            rows={plan.safeguards.map((row, place) => ({
              key: `${place} ${row.title}`,
              cells: [row.title, t.dynamic(`safeguardState.${row.state}`, {}, row.state), t(`access.plan.hasEvidence.${row.hasEvidence}`)],
            }))}
          />
        ),
    },
    {
      title: t('access.plan.findings'),
      body:
        plan.findings.length === 0 ? (
          none
        ) : (
          <PlainTable
            columns={[t('access.plan.number'), t('access.column.finding'), t('access.column.state')]}
            shares={[16, 64, 20]}
            rows={plan.findings.map((row) => ({ key: row.id, cells: [row.label, row.title, t(`access.state.${row.state}`)] }))}
          />
        ),
    },
    {
      title: t('access.plan.briefings'),
      body:
        plan.may.length === 0 ? (
          <p className="sheet-in">{t('access.plan.nobodyToBrief')}</p>
        ) : (
          <PlainTable
            columns={[t('access.plan.person'), t('access.plan.briefedOn'), t('access.plan.signedBy'), t('report.plan.signature')]}
            shares={[34, 16, 25, 25]}
            rows={plan.may.map(({ personId, name }) => {
              const briefing = newest.get(personId);
              return {
                key: personId,
                cells: [name, briefing === undefined ? '' : formatDay(briefing.briefedOn, t.locale), briefing?.signedBy ?? '', ''],
              };
            })}
          />
        ),
    },
  ];
  return (
    <article className={`sheet ${classes['paper'] ?? ''}`}>
      <div className={`sheet-running sheet-header ${classes['running'] ?? ''}`}>
        <span>{t('access.plan.title')}</span>
        <span>{t('access.plan.judged', { day: formatDay(plan.judgedOn, t.locale) })}</span>
      </div>
      <p className="sheet-title" dir="auto">
        {plan.version === null ? plan.assetName : `${plan.assetName} ${plan.version}`}
      </p>
      <p className="sheet-under">
        {plan.entry === null
          ? t('access.plan.noEntry')
          : t('access.plan.entry', { entry: plan.entry, reasons: plan.entryReasons.length === 0 ? 'none' : plan.entryReasons.join(', ') })}
        {plan.owner === '' ? '' : ` ${t('access.plan.owner', { name: plan.owner })}`} {t('report.plan.notAll')}
      </p>
      {sections.map((section, place) => (
        <section key={section.title}>
          <h2 className="sheet-heading">
            <span>{place + 1}</span>
            {section.title}
          </h2>
          {section.body}
        </section>
      ))}
      <div className="sheet-signatures">
        <div>
          <b>{t('access.plan.ownerSigns')}</b>
          <br />
          <span dir="auto">{plan.owner}</span>
        </div>
        <div>
          <b>{t('access.plan.officerSigns')}</b>
        </div>
      </div>
    </article>
  );
}

/** People under the name of their team. */
function PeopleTable({ rows }: { readonly rows: readonly Person[] }) {
  const t = useText();
  return (
    <table className="sheet-table">
      <colgroup>
        <col style={{ width: '33%' }} />
        <col style={{ width: '67%' }} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('access.plan.person')}</th>
          <th scope="col">{t('access.plan.because')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, place) => (
          <Fragment key={row.personId}>
            {row.team !== '' && rows[place - 1]?.team !== row.team ? (
              <tr className="sheet-group">
                <td colSpan={2} dir="auto">
                  <b>{row.team}</b>
                </td>
              </tr>
            ) : null}
            <tr>
              <td dir="auto">{row.name}</td>
              <td dir="auto">{row.because}</td>
            </tr>
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

interface PlainTableProps {
  readonly columns: readonly string[];
  /** Percent of the width for each column; alike where not said. */
  readonly shares?: readonly number[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly string[] }[];
}

function PlainTable({ columns, rows, shares }: PlainTableProps) {
  return (
    <table className="sheet-table">
      <colgroup>
        {columns.map((title, place) => (
          <col key={title} style={shares === undefined ? undefined : { width: `${shares[place] ?? 0}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {columns.map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            {row.cells.map((cell, place) => (
              <td key={columns[place]} dir="auto">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
