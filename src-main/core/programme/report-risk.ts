import type { RiskDetail, RiskRowView } from '../../../src-shared/contract/programme.ts';
import { countryName } from '../../../src-shared/text/countries.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { cells, line, paragraph, type ReportSource, reportFrame, saidSheet, tableOr } from '../reports/index.ts';
import type { ProgrammeJoins } from './joins.ts';
import { allRisks, riskDetail } from './risks.ts';

/** The risk assessment on paper: what is left by band, the lines with the gravest first, and its signature. One record: that one; none: the last signed. */
export function riskSource(joins: ProgrammeJoins, text: Text): ReportSource {
  const say = text.dynamic;
  const title = say('report.kind.risk-assessment');
  const left = (row: RiskRowView) => row.scoreAfter ?? row.score;
  const endUse = (row: RiskRowView) => say(`programme.endUse.${row.subject.endUse}`, {}, row.subject.endUse);
  const misuse = (row: RiskRowView) => say(`programme.misuse.${row.subject.misuse}`, {}, row.subject.misuse);
  const model = (row: RiskRowView) => row.assetName || say('programme.risk.everyModel');
  const country = (row: RiskRowView) => countryName(text.locale, row.subject.country);
  const treatment = (row: RiskRowView) => (row.treatment === null ? '' : say(`programme.risk.treatment.${row.treatment}`));

  return {
    kind: 'risk-assessment',
    hasRecord: (workspace, id) => allRisks(workspace).some((risk) => risk.id === id),
    drawsOn: ['programme.'],
    async build(request) {
      const { workspace, recordId } = request;
      const all = allRisks(workspace);
      const row = recordId === null ? (all.find(({ signed_on }) => signed_on !== null) ?? all[0]) : all.find(({ id }) => id === recordId);
      if (row === undefined) {
        const none = say('report.risk.none');
        const page = reportFrame(request, { title, under: none, sections: [] }, text);
        return { title, page, sheets: [saidSheet(title, none)], data: { assessment: null } };
      }
      const detail: RiskDetail = riskDetail(
        workspace,
        row,
        joins.packs(workspace).map(({ manifest: { id, version } }) => `${id}@${version}`),
      );
      const { summary } = detail;
      const packs = joins.packs(workspace);
      const packName = (pack: string) => {
        const [id = pack, version = ''] = pack.split('@');
        return `${packs.find(({ manifest }) => manifest.id === id)?.manifest.title ?? id} ${version}`.trim();
      };
      const hide = request.hide.words;
      const rows = [...detail.rows].sort((a, b) => (left(b) ?? 0) - (left(a) ?? 0));
      const signed =
        summary.signedOn === null
          ? say('report.risk.notSigned')
          : say('programme.risk.signedBy', { name: hide(summary.signedBy), day: formatDay(summary.signedOn, text.locale) });
      const page = reportFrame(
        request,
        {
          title,
          under: say('report.risk.under', {
            title: summary.title,
            day: formatDay(summary.assessedOn, text.locale),
            signed: summary.signedOn === null ? signed : `${signed}.`,
          }),
          sections: [
            {
              title: say('report.risk.sum'),
              blocks: [
                {
                  kind: 'pairs',
                  columns: 2,
                  pairs: [
                    ...(['severe', 'high', 'medium', 'low'] as const).map((band) => ({
                      term: say(`programme.risk.band.${band}`),
                      value: line(String(summary.byBand[band])),
                    })),
                    { term: say('programme.risk.unrated'), value: line(String(summary.unrated)) },
                    {
                      term: say('programme.risk.cause'),
                      value: line([say(`programme.risk.cause.${summary.cause}`), detail.causeNote].filter(Boolean).join(': ')),
                    },
                  ],
                },
                paragraph(say('programme.risk.scale'), true),
                ...(detail.conclusion === '' ? [] : [paragraph(hide(detail.conclusion))]),
              ],
            },
            {
              title: say('report.risk.lines'),
              blocks: [
                tableOr(
                  [
                    [say('report.risk.what'), 4],
                    [say('programme.risk.without'), 1.4],
                    [say('programme.risk.left'), 1.8],
                    [say('programme.risk.safeguards'), 4],
                    [say('report.risk.treatmentColumn'), 3],
                  ],
                  rows.map((each) =>
                    cells(
                      `${model(each)}, ${country(each)}. ${misuse(each)}; ${endUse(each)}`,
                      String(each.score ?? '–'),
                      each.band === null ? say('programme.risk.unrated') : `${say(`programme.risk.band.${each.band}`)} ${left(each)}`,
                      hide([each.safeguards, each.note].filter(Boolean).join('. ')),
                      hide(
                        [treatment(each), each.owner, each.due === null ? '' : formatDay(each.due, text.locale)].filter(Boolean).join(', '),
                      ),
                    ),
                  ),
                  say('programme.risk.noRows'),
                ),
              ],
            },
            { title: say('report.risk.basis'), blocks: [paragraph(detail.packs.map(packName).join(', '), true)] },
          ],
          tail: [{ kind: 'signatures', lines: [{ role: say('report.risk.signer'), name: hide(summary.signedBy) }] }],
        },
        text,
      );
      return {
        title,
        page,
        sheets: [
          {
            name: say('programme.risk.rows'),
            columns: [
              ...([
                'model',
                'country',
                'endUse',
                'misuse',
                'likelihood',
                'effect',
                'without',
                'left',
                'safeguards',
                'treatment',
                'owner',
                'due',
                'note',
              ] as const),
            ].map((key) => ({ title: say(`programme.risk.${key}`), width: key === 'safeguards' || key === 'note' ? 40 : 18 })),
            rows: rows.map((each) => [
              ...[model(each), country(each), endUse(each), misuse(each), each.likelihood, each.effect, each.score, left(each)],
              ...[hide(each.safeguards), treatment(each), hide(each.owner), each.due, hide(each.note)],
            ]),
          },
        ],
        data: {
          assessment: { ...summary, signedBy: hide(summary.signedBy), conclusion: hide(detail.conclusion) },
          lines: rows.map(({ id: _id, revision: _revision, assetName, owner, safeguards, note, ...each }) => ({
            ...each,
            model: assetName,
            ...{ owner: hide(owner), safeguards: hide(safeguards), note: hide(note) },
          })),
          packs: detail.packs,
        },
      };
    },
  };
}
