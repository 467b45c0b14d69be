import type { AssetRow } from '../../../src-shared/contract/inventory.ts';
import type { Chart } from '../../../src-shared/model/report-page.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import { mapInSlices } from '../jobs/index.ts';
import { paragraph, type ReportSource } from '../reports/index.ts';
import { type Ask, everyPage } from './ask.ts';
import { composed } from './compose.ts';

const PAGE = 500;

/** Every asset that is not archived, by kind and name. */
export const everyAsset = (ask: Ask, pause: () => Promise<void>): Promise<AssetRow[]> =>
  everyPage(PAGE, pause, (offset) => ask('inventory.list', { filter: {}, sort: { by: 'kind', descending: false }, offset, limit: PAGE }));

/** How many assets have which standing, as bars. */
export function standingChart(counts: Readonly<Record<string, number | undefined>>, text: Text): Chart {
  const standings = ['restricted', 'review', 'unassessed', 'clearOnClaimedRules', 'clear'];
  return {
    form: 'bars',
    caption: text.dynamic('report.standings'),
    labels: standings.map((standing) => text.dynamic(`standing.${standing}`)),
    series: [{ name: text.dynamic('report.col.standing'), values: standings.map((standing) => counts[standing] ?? 0) }],
    most: null,
    unit: '',
  };
}

/** Every asset with its owner, its place and how much of its record is answered. */
export function assetRegisterSource(ask: Ask, text: Text): ReportSource {
  const say = text.dynamic;
  return {
    kind: 'asset-register',
    drawsOn: ['inventory.', 'imports.', 'classification.'],
    async build(request) {
      const assets = await everyAsset(ask, request.pause);
      const counts: Record<string, number> = {};
      for (const { standing } of assets) counts[standing] = (counts[standing] ?? 0) + 1;
      return composed(
        request,
        {
          kind: 'asset-register',
          under: say('report.assets.under', { count: assets.length }),
          lead: [{ kind: 'contents', title: say('report.contents') }],
          parts: [
            ...(assets.length === 0
              ? []
              : [
                  {
                    kind: 'blocks' as const,
                    title: say('report.assets.picture'),
                    blocks: [
                      { kind: 'chart' as const, chart: standingChart(counts, text) },
                      paragraph(say('report.assets.standing'), true),
                    ],
                  },
                ]),
            {
              kind: 'table',
              parts: 'byGroup',
              table: {
                key: 'assets',
                groupBy: 'kind',
                empty: say('report.assets.none'),
                columns: [
                  { key: 'kind', share: 1, width: 14 },
                  { key: 'asset', share: 4, width: 34, holds: 'strong' },
                  { key: 'version', share: 1.5, width: 12 },
                  { key: 'owner', share: 2.4, width: 24, holds: 'person' },
                  { key: 'site', share: 2.4, width: 22 },
                  { key: 'stage', share: 2.3, width: 16 },
                  { key: 'standing', share: 2.6, width: 20 },
                  { key: 'answered', share: 1.7, width: 12 },
                  { key: 'openQuestions', share: 0, width: 14 },
                  { key: 'updated', share: 0, width: 14, holds: 'day' },
                  { key: 'id', share: 0, width: 28 },
                ],
                rows: await mapInSlices(assets, request.pause, (asset) => [
                  say(`assetKind.${asset.kind}.many`, undefined, say(`assetKind.${asset.kind}`)),
                  asset.name,
                  asset.versionLabel,
                  asset.ownerName,
                  asset.siteName,
                  say(`stage.${asset.stage}`),
                  say(`standing.${asset.standing}`),
                  `${Math.round(asset.completeness * 100)} %`,
                  asset.openQuestions,
                  asset.updatedAt.slice(0, 10),
                  asset.id,
                ]),
              },
            },
          ],
          figures: { standings: counts },
        },
        text,
      );
    },
  };
}
