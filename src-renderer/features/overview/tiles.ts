import { daysBetween } from '../../../src-shared/model/dates.ts';
import type { OutputOf } from '../../host/index.ts';
import type { ProductText, TileFigure } from '../../ui/index.ts';
import type { Overview } from './OverviewScreen.tsx';

interface Standing {
  readonly overview: Overview;
  readonly measures: OutputOf<'measures.read'> | undefined;
  readonly screening: OutputOf<'screening.standing'> | undefined;
  readonly plan: OutputOf<'plan.get'> | undefined;
  readonly incidents: OutputOf<'cases.incidents'>['counts'] | undefined;
  readonly findings: { readonly open: number; readonly grave: number } | undefined;
}

/** The figures over the page: what is mapped, what is classified, what waits. Each opens what it counts. */
export function tilesOf(t: ProductText, { overview, measures, screening, plan, findings, incidents }: Standing): readonly TileFigure[] {
  const { byStanding, openQuestions } = overview;
  const of = (id: string) => measures?.find((one) => one.id === id) ?? { done: 0, of: 0 };
  const [mapped, classified] = [of('modelsMapped'), of('assetsClassified')];
  const restricted = byStanding.restricted ?? 0;
  const open = (byStanding.review ?? 0) + (byStanding.unassessed ?? 0);
  const hits = screening?.waiting ?? { hits: 0, strong: 0 };
  const { open: waiting, grave } = findings ?? { open: 0, grave: 0 };
  return [
    {
      name: t('overview.mapped'),
      figure: mapped.done,
      of: t('overview.of', { count: mapped.of }),
      tone: mapped.done < mapped.of ? 'unassessed' : 'clear',
      href: '#/models?measure=modelsMapped&met=yes',
      count: mapped.done,
      counts: [
        {
          words: t('overview.mapped.reason', { count: mapped.of - mapped.done }),
          href: '#/models?measure=modelsMapped&met=no',
          count: mapped.of - mapped.done,
        },
      ],
    },
    {
      name: t('overview.classified'),
      figure: classified.done,
      of: t('overview.of', { count: classified.of }),
      tone: restricted > 0 ? 'restricted' : open > 0 ? 'review' : 'clear',
      href: '#/check?measure=assetsClassified&met=yes',
      count: classified.done,
      counts: [
        { words: t('overview.classified.restricted', { count: restricted }), href: '#/check?standings=restricted', count: restricted },
        { words: t('overview.classified.open', { count: open }), href: '#/check?standings=review&standings=unassessed', count: open },
      ],
    },
    {
      name: t('overview.findings'),
      figure: waiting,
      tone: grave > 0 ? 'restricted' : waiting > 0 ? 'review' : 'clear',
      href: '#/access/findings',
      count: waiting,
      counts: [{ words: t('overview.findings.reason', { grave }), href: '#/access/findings?severity=high', count: grave }],
    },
    {
      name: t('overview.hits'),
      figure: hits.hits,
      tone: hits.strong > 0 ? 'restricted' : hits.hits > 0 ? 'review' : 'clear',
      href: '#/parties/queue',
      count: hits.hits,
      counts: [{ words: t('overview.hits.reason', { strong: hits.strong }), href: '#/parties/queue?band=strong', count: hits.strong }],
    },
    ...(incidents === undefined || incidents.open === 0 ? [] : [incidentsTile(t, incidents)]),
    plan === null || plan === undefined
      ? {
          name: t('overview.questions'),
          figure: openQuestions,
          reason: t('overview.questions.reason', { count: openQuestions }),
          tone: openQuestions > 0 ? 'review' : 'clear',
          href: '#/questions',
          count: openQuestions,
        }
      : planTile(t, plan),
  ];
}

/** Shown only while one is open. */
function incidentsTile(t: ProductText, { open, late }: OutputOf<'cases.incidents'>['counts']): TileFigure {
  return {
    name: t('overview.incidents'),
    figure: open,
    tone: late > 0 ? 'restricted' : 'review',
    href: '#/programme/incidents',
    count: open,
    counts: [{ words: t('overview.incidents.reason', { late }), href: '#/programme/incidents?view=late', count: late }],
  };
}

function planTile(t: ProductText, { startsOn, endsOn, today, end }: NonNullable<OutputOf<'plan.get'>>): TileFigure {
  const behind = end === null || end.planned === null ? 0 : Math.max(0, daysBetween(end.planned, end.expected));
  return {
    name: t('overview.plan'),
    figure: t('overview.plan.day', { day: Math.max(0, daysBetween(startsOn, today) + 1) }),
    of: t('overview.of', { count: daysBetween(startsOn, endsOn) + 1 }),
    tone: behind > 0 ? 'review' : 'clear',
    href: '#/plan?view=timeline',
    counts: [{ words: t('overview.plan.behind', { days: behind }), href: '#/plan?view=burndown' }],
  };
}
