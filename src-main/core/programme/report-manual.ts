import type { Block } from '../../../src-shared/model/report-page.ts';
import { formatDay } from '../../../src-shared/text/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { paragraph, type ReportSource, reportFrame } from '../reports/index.ts';
import type { ProgrammeCatalogue } from './catalogue.ts';
import type { ProgrammeJoins } from './joins.ts';
import { contentOf, included, manualOf, manualVersions } from './manual.ts';

/** The policy manual on paper. One record: that version as it was issued; none: as it stands now, which says so where it was not issued. */
export function manualSource(catalogue: () => ProgrammeCatalogue, joins: ProgrammeJoins, text: Text): ReportSource {
  const say = text.dynamic;
  const title = say('report.kind.policy-manual');
  return {
    kind: 'policy-manual',
    hasRecord: (workspace, id) => manualVersions(workspace).some((version) => version.id === id),
    drawsOn: ['programme.', 'settings.', 'lists.', 'screening.', 'rulepacks.', 'inventory.'],
    async build(request) {
      const { workspace, recordId } = request;
      const versions = manualVersions(workspace);
      const manual = manualOf(workspace, catalogue(), joins);
      const asked = versions.find(({ id }) => id === recordId);
      const issued = asked ?? (manual.waiting === 0 ? versions[0] : undefined);
      const sections = issued === undefined ? included(manual.sections) : contentOf(issued);
      const hide = request.hide.words;
      const [last] = versions;
      const under =
        issued !== undefined
          ? say('report.manual.under', {
              number: issued.number,
              day: formatDay(issued.issued_on, text.locale),
              name: hide(issued.approved_by),
            })
          : last === undefined
            ? say('report.manual.draft')
            : say('report.manual.draftBeside', { number: last.number, count: manual.waiting });
      const page = reportFrame(
        request,
        {
          title,
          under,
          lead: [{ kind: 'contents', title: say('report.contents') }],
          sections: sections.map((section) => ({ title: section.title, blocks: blocksOf(hide(section.body)) })),
          tail: [{ kind: 'signatures', lines: [{ role: say('report.manual.approved'), name: hide(issued?.approved_by ?? '') }] }],
        },
        text,
      );
      return {
        title,
        page,
        sheets: [
          {
            name: title,
            columns: [
              { title: say('programme.manual.sectionTitle'), width: 32 },
              { title: say('programme.manual.body'), width: 120 },
            ],
            rows: sections.map((section) => [section.title, hide(section.body)]),
          },
        ],
        data: {
          version: issued?.number ?? null,
          issuedOn: issued?.issued_on ?? null,
          approvedBy: issued === undefined ? null : hide(issued.approved_by),
          sections: sections.map((section) => ({ title: section.title, body: hide(section.body) })),
        },
      };
    },
  };
}

/** Paragraphs parted by an empty line; items of a list as lines with a dot. */
function blocksOf(body: string): Block[] {
  return body
    .split(/\n{2,}/)
    .flatMap((part) => part.split('\n').map((each) => paragraph(each.startsWith('- ') ? `•  ${each.slice(2)}` : each)));
}
