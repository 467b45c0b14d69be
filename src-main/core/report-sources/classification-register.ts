import type { Decision, ResultRow } from '../../../src-shared/contract/classification.ts';
import type { IsoDate } from '../../../src-shared/model/dates.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { OpenWorkspace } from '../db/index.ts';
import { mapInSlices } from '../jobs/index.ts';
import { paragraph, type ReportSource } from '../reports/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed } from './compose.ts';

const PAGE = 500;

/** The decision that stands on an asset's finding on a day; null where nobody decided. */
export type DecisionFor = (workspace: OpenWorkspace, assetId: string, on: IsoDate) => Decision | null;

/** Longest list of entries that stands in a narrow column, in signs. */
const mostSigns = 28;

/** A list that is short enough to be read in a column, or how many there are. */
const shortList = (entries: readonly string[], text: Text): string => {
  const list = entries.join(', ');
  return list.length <= mostSigns ? list : text.dynamic('report.register.entries', { count: entries.length });
};

const plainEntry = (id: string): string => id.slice(id.indexOf(':') + 1);

/** What each asset was found to be, under which entries, and who decided. */
export function classificationRegisterSource(ask: Ask, decisionFor: DecisionFor, text: Text): ReportSource {
  const say = text.dynamic;
  const word = ({ classification }: ResultRow) => say(`report.classified.${classification || 'never'}`, undefined, classification);
  return {
    kind: 'classification-register',
    drawsOn: ['classification.', 'inventory.', 'imports.', 'rulepacks.', 'settings.'],
    async build(request) {
      const { workspace, on, pause } = request;
      const results = await everyPage(PAGE, pause, (offset) => ask('classification.results', { filter: {}, offset, limit: PAGE }));
      const decisions = new Map<string, Decision>();
      for (const { assetId } of results) {
        const decision = decisionFor(workspace, assetId, on);
        if (decision !== null) decisions.set(assetId, decision);
        await pause();
      }
      const open = results.filter(({ undetermined }) => undetermined.length > 0).length;
      return composed(
        request,
        {
          kind: 'classification-register',
          under: say('report.register.under', { count: results.length, open, decided: decisions.size }),
          lead: [paragraph(say('report.register.how'), true), { kind: 'contents', title: say('report.contents') }],
          parts: [
            {
              kind: 'table',
              // Results come by standing, controlled ones first.
              parts: 'byGroup',
              table: {
                key: 'classifications',
                groupBy: 'standing',
                empty: say('report.assets.none'),
                columns: [
                  { key: 'asset', share: 3.4, width: 34, holds: 'strong' },
                  { key: 'version', share: 0, width: 12 },
                  { key: 'kind', share: 0, width: 14 },
                  { key: 'classification', share: 2.8, width: 22 },
                  { key: 'standing', share: 2.8, width: 20 },
                  { key: 'met', share: 2.4, width: 30 },
                  { key: 'open', share: 2.8, width: 34 },
                  { key: 'undetermined', share: 0, width: 60 },
                  { key: 'decidedBy', share: 2.2, width: 24, holds: 'person' },
                  { key: 'expires', share: 2.1, width: 14, holds: 'day' },
                  { key: 'decision', share: 0, width: 22 },
                  { key: 'missing', share: 0, width: 40 },
                  { key: 'changed', share: 0, width: 12 },
                  { key: 'id', share: 0, width: 28 },
                ],
                rows: await mapInSlices(results, pause, (row) => {
                  const decision = decisions.get(row.assetId);
                  return [
                    row.versionLabel === '' ? row.name : `${row.name} ${row.versionLabel}`,
                    row.versionLabel,
                    say(`assetKind.${row.kind}`),
                    word(row),
                    say(`standing.${row.standing}`),
                    row.met.map(plainEntry).join(', '),
                    shortList(row.undetermined.map(plainEntry), text),
                    row.undetermined.map(plainEntry).join(', '),
                    decision?.decidedBy ?? null,
                    decision?.expiresOn ?? null,
                    decision === undefined ? null : say(`report.classified.${decision.classification}`, undefined, decision.classification),
                    row.missing.join(', '),
                    say(`report.answer.${row.changed ? 'yes' : 'no'}`),
                    row.assetId,
                  ];
                }),
              },
            },
          ],
          figures: { assets: results.length, undetermined: open, decided: decisions.size },
        },
        text,
      );
    },
  };
}
