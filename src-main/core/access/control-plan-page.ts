import type { ControlPlan } from '../../../src-shared/contract/access.ts';
import type { Redaction } from '../../../src-shared/model/redaction.ts';
import type { Block, Line, ReportPage, TableRow } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import { line } from '../reports/index.ts';

export interface PlanHead {
  readonly number: string;
  readonly workspace: string;
  readonly exercise: boolean;
  readonly redaction: Redaction;
}

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** Lays a technology control plan out as blocks of finished text, in the manner of the memo. */
export function controlPlanPage(plan: ControlPlan, head: PlanHead, text: Text): ReportPage {
  const say = text.dynamic;
  const name = plan.version === null ? plan.assetName : say('report.assetTitle', { name: plan.assetName, version: plan.version });
  const number = say('report.plan.numbered', { number: head.number });
  const sections: readonly Section[] = [
    { title: say('access.plan.basis'), blocks: [...plan.basis, say('report.plan.duties')].map((each) => paragraph(each)) },
    peopleSection('access.plan.may', plan.may, head, text),
    peopleSection('access.plan.mayNot', plan.mayNot, head, text),
    peopleSection('access.plan.cannotSay', plan.cannotSay, head, text),
    listSection(say('access.plan.authorisations'), plan.authorisations, text),
    safeguardSection(plan, text),
    listSection(
      say('access.plan.findings'),
      plan.findings.map(({ label, title }) => `${label}: ${title}`),
      text,
    ),
    briefingSection(plan, head, text),
  ];
  return {
    title: `${number}, ${name}`,
    language: text.locale,
    header: {
      left: [head.workspace, ...(head.exercise ? [say('report.exerciseMark')] : [])],
      right: [number, say('report.judgedAsOf', { day: formatDay(plan.judgedOn, text.locale) })],
    },
    footer: {
      left: say('report.prepared'),
      middle: say('report.kind.controlPlan'),
      pageOf: say('report.pageOf', { page: '{page}', pages: '{pages}' }),
    },
    blocks: [
      ...(head.exercise ? [{ kind: 'banner', text: say('report.exerciseBanner') } as const] : []),
      { kind: 'title', text: say('access.plan.crumb', { name }), under: underTitle(plan, text) },
      ...sections.flatMap(({ title, blocks }, index): Block[] => [{ kind: 'heading', number: index + 1, text: title }, ...blocks]),
      {
        kind: 'signatures',
        lines: [
          { role: say('access.plan.ownerSigns'), name: plan.owner },
          { role: say('access.plan.officerSigns'), name: '' },
        ],
      },
    ],
  };
}

function underTitle(plan: ControlPlan, text: Text): string {
  const say = text.dynamic;
  const reasons = plan.entryReasons.length === 0 ? 'none' : plan.entryReasons.join(', ');
  return [
    plan.entry === null ? say('access.plan.noEntry') : say('access.plan.entry', { entry: plan.entry, reasons }),
    plan.owner === '' ? '' : say('access.plan.owner', { name: plan.owner }),
    say('report.plan.notAll'),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

const paragraph = (words: string): Block => ({ kind: 'paragraph', line: line(words), quiet: false });
const cells = (...values: readonly (string | Line)[]): TableRow => ({
  kind: 'cells',
  cells: values.map((value) => (typeof value === 'string' ? line(value) : value)),
});

/** People by team; a team is named once above its people. */
function peopleSection(key: string, people: ControlPlan['may'], { redaction }: PlanHead, text: Text): Section {
  const say = text.dynamic;
  const title = say(key, { count: people.length });
  if (people.length === 0) return { title, blocks: [paragraph(say('access.plan.none'))] };
  // A roster without names still tells who somebody is, by team and reason.
  if (redaction.people === 'withheld') return { title, blocks: [paragraph(withheldHere(redaction, text))] };
  const rows = people.flatMap((person, place): TableRow[] => {
    const isNew = place === 0 || people[place - 1]?.team !== person.team;
    const group: TableRow[] = isNew && person.team !== '' ? [{ kind: 'group', cells: [line(person.team, 'strong')] }] : [];
    return [...group, cells(person.name, person.because)];
  });
  return {
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('access.plan.person'), share: 4 },
          { title: say('access.plan.because'), share: 8 },
        ],
        rows,
      },
    ],
  };
}

function listSection(title: string, lines: readonly string[], text: Text): Section {
  return { title, blocks: lines.length === 0 ? [paragraph(text.dynamic('access.plan.none'))] : lines.map((each) => paragraph(each)) };
}

function safeguardSection(plan: ControlPlan, text: Text): Section {
  const say = text.dynamic;
  const title = say('access.plan.safeguards');
  if (plan.safeguards.length === 0) return { title, blocks: [paragraph(say('access.plan.none'))] };
  return {
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('access.plan.safeguard'), share: 6 },
          { title: say('access.plan.state'), share: 3 },
          { title: say('access.plan.evidence'), share: 3 },
        ],
        rows: plan.safeguards.map(({ title: name, state, hasEvidence }) =>
          cells(name, state, say(`access.plan.hasEvidence.${hasEvidence}`)),
        ),
      },
    ],
  };
}

/** A line to sign for everybody who may reach it, and what is on record of their briefing. */
function briefingSection(plan: ControlPlan, { redaction }: PlanHead, text: Text): Section {
  const say = text.dynamic;
  const title = say('access.plan.briefings');
  if (plan.may.length === 0) return { title, blocks: [paragraph(say('access.plan.nobodyToBrief'))] };
  if (redaction.people === 'withheld') return { title, blocks: [paragraph(withheldHere(redaction, text))] };
  const newest = new Map([...plan.briefings].reverse().map((briefing) => [briefing.personId, briefing]));
  return {
    title,
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: say('access.plan.person'), share: 4 },
          { title: say('access.plan.briefedOn'), share: 2 },
          { title: say('access.plan.signedBy'), share: 3 },
          { title: say('report.plan.signature'), share: 3 },
        ],
        rows: plan.may.map(({ personId, name }) => {
          const briefing = newest.get(personId);
          return cells(name, briefing === undefined ? '' : formatDay(briefing.briefedOn, text.locale), briefing?.signedBy ?? '', '');
        }),
      },
    ],
  };
}
