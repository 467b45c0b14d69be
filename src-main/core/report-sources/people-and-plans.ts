import type { ControlPlan } from '../../../src-shared/contract/access.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { withheldHere } from '../../../src-shared/text/redaction.ts';
import { mapInSlices } from '../jobs/index.ts';
import { cells, line, paragraph, type ReportRequest, type ReportSource, tableOr } from '../reports/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed, type Part } from './compose.ts';

const PAGE = 500;
/** Plans that one report holds; it says so where there are more. */
const mostPlans = 60;

/** Everybody who may reach something, and the control plan of each controlled asset. Names no citizenship and no standing. */
export function peopleAndPlansSource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'people-and-control-plans',
    drawsOn: ['people.', 'access.', 'safeguards.', 'inventory.'],
    async build(request) {
      const people = await everyPage(PAGE, request.pause, (offset) =>
        ask('people.list', { filter: {}, sort: { by: 'team', descending: false }, offset, limit: PAGE }),
      );
      const { columns } = await ask('access.matrix', { controlledOnly: true, reachedOnly: false, limit: 1 });
      const controlled = columns.filter((column) => column.controlled === 'controlled');
      const plans: ControlPlan[] = [];
      for (const { assetId } of controlled.slice(0, mostPlans)) {
        plans.push(await ask('access.controlPlan', { assetId }));
        await request.pause();
      }
      return composed(
        request,
        {
          kind: 'people-and-control-plans',
          under: say('report.people.under', { people: people.length, plans: controlled.length }),
          lead: [{ kind: 'contents', title: say('report.contents') }],
          parts: [
            {
              kind: 'table',
              table: planTable(plans, text),
              before:
                controlled.length > plans.length
                  ? [paragraph(say('report.people.firstPlans', { shown: plans.length, total: controlled.length }))]
                  : [],
            },
            ...plans.map((plan): Part => ({ kind: 'blocks', title: planTitle(plan, text), blocks: planBlocks(plan, request, text) })),
            // A roster without names still tells who somebody is, by team and role.
            request.redaction.people === 'withheld'
              ? withheldPart(request, text)
              : {
                  kind: 'table',
                  table: {
                    key: 'people',
                    groupBy: 'team',
                    empty: say('report.people.none'),
                    columns: [
                      { key: 'team', share: 1, width: 26 },
                      { key: 'person', share: 3.4, width: 30, holds: 'person' },
                      { key: 'number', share: 1.6, width: 14 },
                      { key: 'role', share: 3, width: 30 },
                      { key: 'employment', share: 2.4, width: 20 },
                      { key: 'accounts', share: 1.7, width: 10 },
                      { key: 'lastDay', share: 1.8, width: 14, holds: 'day' },
                    ],
                    rows: await mapInSlices(people, request.pause, (person) => [
                      person.team,
                      person.name,
                      person.externalId,
                      person.role,
                      say(`people.employment.${person.employment ?? 'none'}`),
                      person.accounts,
                      person.lastDay,
                    ]),
                  },
                },
          ],
          figures: { people: people.length, controlledAssets: controlled.length },
        },
        text,
      );
    },
  };
}

const withheldPart = ({ redaction }: ReportRequest, text: Text): Part => ({
  kind: 'blocks',
  title: text.dynamic('report.col.people'),
  blocks: [paragraph(withheldHere(redaction, text))],
});

const planTitle = ({ assetName, version }: ControlPlan, text: Text): string =>
  version === null ? assetName : text.dynamic('report.assetTitle', { name: assetName, version });

function planTable(plans: readonly ControlPlan[], text: Text) {
  return {
    key: 'plans',
    empty: text.dynamic('report.people.noPlans'),
    columns: [
      { key: 'asset', share: 3.4, width: 34, holds: 'strong' },
      { key: 'entry', share: 1.8, width: 16 },
      { key: 'owner', share: 2.4, width: 24, holds: 'person' },
      { key: 'may', share: 1, width: 12 },
      { key: 'mayNot', share: 1.6, width: 12 },
      { key: 'cannotSay', share: 1.8, width: 12 },
      { key: 'unbriefed', share: 1.9, width: 12 },
      { key: 'findingCount', share: 1.7, width: 12 },
    ],
    rows: plans.map((plan) => [
      planTitle(plan, text),
      plan.entry,
      plan.owner,
      plan.may.length,
      plan.mayNot.length,
      plan.cannotSay.length,
      plan.unbriefed.length,
      plan.findings.length,
    ]),
  } as const;
}

/** People by the reason that is given for them, so that a reason stands once. */
function byReason(people: ControlPlan['may']): [string, string[]][] {
  const groups = new Map<string, string[]>();
  for (const { because, name } of people) groups.set(because, [...(groups.get(because) ?? []), name]);
  return [...groups];
}

function planBlocks(plan: ControlPlan, { hide, redaction }: ReportRequest, text: Text): Block[] {
  const say = text.dynamic;
  const named = (names: readonly string[]) =>
    redaction.people === 'withheld' ? say('report.people.count', { count: names.length }) : names.map(hide.person).join(', ');
  const groups = [
    ...byReason(plan.may).map((group) => ['mayShort', group] as const),
    ...byReason(plan.mayNot).map((group) => ['mayNotShort', group] as const),
    ...byReason(plan.cannotSay).map((group) => ['cannotSayShort', group] as const),
  ];
  return [
    ...plan.basis.map((each) => paragraph(each)),
    tableOr(
      [
        [say('report.people.standing'), 2],
        [say('access.plan.because'), 5],
        [say('report.col.people'), 6],
      ],
      groups.map(([key, [because, names]]) => cells(line(say(`report.people.${key}`), 'strong'), because, named(names))),
      say('access.plan.none'),
    ),
    { kind: 'subheading', line: line(say('access.plan.safeguards'), 'strong') },
    tableOr(
      [
        [say('access.plan.safeguard'), 6],
        [say('access.plan.state'), 3],
        [say('access.plan.evidence'), 3],
      ],
      plan.safeguards.map(({ title, state, hasEvidence }) => cells(title, state, say(`access.plan.hasEvidence.${hasEvidence}`))),
      say('access.plan.none'),
    ),
  ];
}
