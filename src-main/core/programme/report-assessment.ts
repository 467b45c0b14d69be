import type { AssessmentDetail, AssessmentSummary } from '../../../src-shared/contract/programme.ts';
import type { Block } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { cells, line, paragraph, type ReportSource, reportFrame, saidSheet, tableOr } from '../reports/index.ts';
import { allAssessments, assessmentDetail, assessmentSummary } from './assessments.ts';
import type { ProgrammeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';

/** The self-assessment on paper: where each element stands, every answer with what shows it, the gaps, and the trend. One record: that assessment; none: the last finished one. */
export function assessmentSource(catalogue: () => ProgrammeCatalogue, joins: ProgrammeJoins, text: Text): ReportSource {
  const say = text.dynamic;
  const title = say('report.kind.programme-assessment');
  const figure = (value: number | null) => (value === null ? '–' : say('programme.maturity.short', { value }));
  const word = (step: number | null, applies = true) =>
    !applies
      ? say('programme.maturity.outside')
      : step === null
        ? say('programme.maturity.none')
        : say('programme.maturity.step', { step, word: say(`programme.maturity.${step}`) });

  const chosen = (workspace: OpenWorkspace, recordId: string | null) => {
    const all = allAssessments(workspace);
    return recordId === null ? (all.find(({ state }) => state === 'final') ?? all[0]) : all.find(({ id }) => id === recordId);
  };

  return {
    kind: 'programme-assessment',
    hasRecord: (workspace, id) => chosen(workspace, id) !== undefined,
    drawsOn: ['programme.', 'evidence.'],
    async build(request) {
      const { workspace, recordId } = request;
      const { elements } = catalogue();
      const row = chosen(workspace, recordId);
      if (row === undefined) {
        const none = say('report.programme.none');
        const page = reportFrame(request, { title, under: none, sections: [] }, text);
        return { title, page, sheets: [saidSheet(title, none)], data: { assessment: null } };
      }
      const detail = assessmentDetail(workspace, row, elements, joins);
      const { summary, last } = detail;
      const finals = allAssessments(workspace)
        .filter(({ state }) => state === 'final')
        .map((each) => assessmentSummary(workspace, each, elements, joins));
      const hide = request.hide.words;
      const answers = new Map(detail.answers.map((answer) => [answer.questionId, answer]));
      const scoreOf = (of: AssessmentSummary | null, id: string) => of?.scores.find(({ elementId }) => elementId === id)?.maturity ?? null;
      const trend = trendChart(finals, text);
      const answerBlocks = elements.elements.flatMap(({ name, questions, id }): Block[] => [
        { kind: 'subheading', line: line(`${name}: ${figure(scoreOf(summary, id))}`) },
        tableOr(
          [
            [say('report.programme.questionColumn'), 5],
            [say('programme.assessment.maturity'), 3],
            [say('programme.assessment.shownBy'), 4],
          ],
          questions.map((question) => {
            const answer = answers.get(question.id);
            const shown = [
              answer?.shownBy ?? '',
              answer?.gap === undefined || answer.gap === '' ? '' : `${say('programme.assessment.gapField')}: ${answer.gap}`,
              answer?.note ?? '',
            ];
            return cells(
              `${question.id} ${question.text}`,
              word(answer?.maturity ?? null, answer?.applies),
              hide(shown.filter((part) => part !== '').join('. ')),
            );
          }),
          '',
        ),
      ]);
      const page = reportFrame(
        request,
        {
          title,
          under: hide(
            say('report.programme.under', { title: summary.title, day: formatDay(summary.assessedOn, text.locale), by: summary.by || '–' }),
          ),
          lead: [{ kind: 'contents', title: say('report.contents') }],
          sections: [
            {
              title: say('report.programme.where'),
              blocks: [
                radarChart(detail, catalogue(), text),
                tableOr(
                  [
                    [say('programme.assessment.element'), 5],
                    [say('programme.assessment.maturity'), 2],
                    [say('programme.assessment.before'), 2],
                    [say('programme.assessment.weakest'), 3],
                    [say('programme.assessment.answered'), 2],
                  ],
                  [
                    ...elements.elements.map(({ id, name }) => {
                      const score = summary.scores.find(({ elementId }) => elementId === id);
                      return cells(
                        name,
                        figure(score?.maturity ?? null),
                        figure(scoreOf(last, id)),
                        word(score?.weakest ?? null),
                        `${score?.answered ?? 0} / ${score?.applicable ?? 0}`,
                      );
                    }),
                    cells(
                      line(say('report.programme.sum'), 'strong'),
                      line(figure(summary.maturity), 'strong'),
                      figure(last?.maturity ?? null),
                      '',
                      `${summary.answered} / ${summary.applicable}`,
                    ),
                  ],
                  '',
                ),
                ...trend,
                ...(detail.note === '' ? [] : [paragraph(hide(detail.note))]),
              ],
            },
            {
              title: say('report.programme.gapList'),
              blocks: [
                tableOr(
                  [
                    [say('report.programme.questionColumn'), 6],
                    [say('programme.assessment.gapOne'), 3],
                    [say('programme.assessment.gapField'), 4],
                  ],
                  detail.gaps.map((gap) =>
                    cells(
                      `${gap.questionId} ${gap.text}`,
                      say(`programme.assessment.gap.${gap.kind}`, { steps: gap.steps }),
                      hide(gap.gap),
                    ),
                  ),
                  say('programme.assessment.gapsNoneText'),
                ),
              ],
            },
            { title: say('programme.assessment.view.questions'), blocks: answerBlocks },
            {
              title: say('report.programme.scale'),
              blocks: [
                ...[0, 1, 2, 3, 4].map((step) => paragraph(`${word(step)}. ${say(`programme.maturity.${step}.what`)}`)),
                paragraph(
                  `${say('programme.sources', { title: elements.source.title, confidence: say(`programme.confidence.${elements.source.confidence}`), day: formatDay(elements.asOf, text.locale) })} ${elements.source.note}`,
                  true,
                ),
              ],
            },
          ],
        },
        text,
      );
      return {
        title,
        page,
        sheets: [
          {
            name: say('programme.assessment.view.questions'),
            columns: [
              [say('report.programme.questionColumn'), 12],
              [say('programme.assessment.element'), 32],
              [say('report.programme.questionColumn'), 70],
              [say('programme.assessment.maturity'), 10],
              [say('programme.assessment.before'), 10],
              [say('programme.assessment.shownBy'), 40],
              [say('programme.assessment.gapField'), 40],
              [say('programme.assessment.note'), 40],
            ].map(([name, width]) => ({ title: String(name), width: Number(width) })),
            rows: elements.elements.flatMap((element) =>
              element.questions.map((question) => {
                const answer = answers.get(question.id);
                const step = answer?.applies === false ? say('programme.maturity.outside') : (answer?.maturity ?? null);
                return [
                  question.id,
                  element.name,
                  question.text,
                  step,
                  answer?.before ?? null,
                  hide(answer?.shownBy ?? ''),
                  hide(answer?.gap ?? ''),
                  hide(answer?.note ?? ''),
                ];
              }),
            ),
          },
        ],
        data: {
          assessment: { ...summary, by: hide(summary.by), scope: hide(detail.scope), note: hide(detail.note), target: detail.target },
          answers: detail.answers.map(({ questionId, applies, maturity, before, shownBy, gap, note }) => ({
            ...{ questionId, applies, maturity, before, shownBy: hide(shownBy), gap: hide(gap), note: hide(note) },
          })),
          gaps: detail.gaps.map(({ questionId, kind, steps }) => ({ questionId, kind, steps })),
          trend: finals.map(({ id, assessedOn, maturity }) => ({ id, assessedOn, maturity })),
          source: elements.source,
        },
      };
    },
  };
}

function radarChart({ summary, last, target }: AssessmentDetail, { elements }: ProgrammeCatalogue, text: Text): Block {
  const values = (of: AssessmentSummary) =>
    elements.elements.map(({ id }) => rounded(of.scores.find(({ elementId }) => elementId === id)?.maturity ?? null));
  return {
    kind: 'chart',
    chart: {
      form: 'radar',
      caption: text.dynamic('report.programme.radar'),
      labels: elements.elements.map(({ short }) => short),
      series: [
        { name: text.dynamic('programme.assessment.now'), values: values(summary) },
        ...(last === null ? [] : [{ name: text.dynamic('programme.assessment.last'), values: values(last) }]),
        { name: text.dynamic('programme.assessment.target'), values: elements.elements.map(() => target) },
      ],
      most: 4,
      unit: '',
    },
  };
}

/** A line over the finished assessments; nothing while there is only one. */
function trendChart(finals: readonly AssessmentSummary[], text: Text): Block[] {
  const points = [...finals].reverse().slice(-24);
  if (points.length < 2) return [];
  return [
    {
      kind: 'chart',
      chart: {
        form: 'lines',
        caption: text.dynamic('report.programme.trend'),
        labels: points.map(({ assessedOn }) => formatDay(assessedOn, text.locale)),
        series: [{ name: text.dynamic('report.programme.sum'), values: points.map(({ maturity }) => rounded(maturity)) }],
        most: 4,
        unit: '',
      },
    },
  ];
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);
