import { readFileSync, statSync } from 'node:fs';
import type { HandlersFor, Reply } from '../../../src-shared/contract/kernel.ts';
import { Brand, leastContrast, maxLogoBytes, type reportMethods } from '../../../src-shared/contract/reports.ts';
import { contrastOnWhite } from '../../../src-shared/model/contrast.ts';
import type { ReportPage } from '../../../src-shared/model/report-page.ts';
import { err, ok } from '../../../src-shared/model/result.ts';
import type { Text } from '../../../src-shared/text/format.ts';
import type { Connection, OpenWorkspace } from '../db/index.ts';
import type { FeatureDeps } from '../feature.ts';
import { storageErrorOf } from '../files/index.ts';
import type { Hider } from './hide-people.ts';
import { readLogo } from './logo.ts';

type Handlers = Pick<HandlersFor<typeof reportMethods>, 'reports.brand' | 'reports.setBrand' | 'reports.pickLogo' | 'reports.removeLogo'>;

interface BrandRow {
  readonly logo: string | null;
  readonly colour: string | null;
  readonly lines: string;
}

/** The brand of the workspace's reports; empty where none is set. */
export function readBrand({ db }: Connection): Brand {
  const row = db.prepare<[], BrandRow>('SELECT logo, colour, lines FROM report_brand').get();
  return row === undefined ? { logo: null, colour: null, lines: [] } : Brand.parse({ ...row, lines: JSON.parse(row.lines) });
}

/** Puts the brand on a page: above the first title, and in the colour of its rules. */
export function branded(page: ReportPage, { logo, colour, lines }: Brand): ReportPage {
  const alternative = lines[0] ?? page.header.left[0] ?? '';
  return {
    ...page,
    ...(colour === null ? {} : { colour }),
    blocks:
      logo === null && lines.length === 0
        ? page.blocks
        : [{ kind: 'brand', logo: logo === null ? null : { source: logo, alternative }, lines: [...lines] }, ...page.blocks],
  };
}

/** The brand without lines that name somebody, where the reader may not see people: a consultant's own name and mail address. */
export const brandUnder = (brand: Brand, { words }: Hider): Brand => ({
  ...brand,
  lines: brand.lines.filter((each) => words(each) === each),
});

export function createBrandHandlers(deps: FeatureDeps, text: Text): Handlers {
  return {
    'reports.brand': () => ok(readBrand(deps.session())),

    'reports.setBrand': ({ colour, lines }) => {
      if (colour !== null && contrastOnWhite(colour) < leastContrast)
        return err({
          code: 'policy.refused',
          detail: text.dynamic('report.brand.tooLight', { ratio: contrastOnWhite(colour).toFixed(1), least: leastContrast }),
        });
      return write(deps.session(), { ...readBrand(deps.session()), colour, lines });
    },

    'reports.pickLogo': async () => {
      const picked = await deps.ports.dialogs.pickFile('evidence', [{ nameKey: 'report.fileType.logo', extensions: ['png', 'svg'] }]);
      if (picked === null) return err({ code: 'cancelled' });
      const path = deps.ports.files.resolve(picked.handle, 'evidence');
      if (!path.ok) return path;
      const refused = (reason: string) =>
        err({ code: 'file.refused', reason, place: picked.name.slice(0, 300), limit: maxLogoBytes / 1024 } as const);
      try {
        if (statSync(path.value).size > maxLogoBytes) return refused('logoTooLarge');
        const logo = readLogo(readFileSync(path.value));
        return logo.ok ? write(deps.session(), { ...readBrand(deps.session()), logo: logo.value }) : refused(logo.error);
      } catch (cause) {
        const failure = storageErrorOf(cause);
        if (failure === null) throw cause;
        return err(failure);
      }
    },

    'reports.removeLogo': () => write(deps.session(), { ...readBrand(deps.session()), logo: null }),
  };
}

function write(workspace: OpenWorkspace, brand: Brand): Reply<Brand> {
  return workspace.write({ method: 'reports.setBrand' }, () => {
    workspace.db
      .prepare(
        `INSERT INTO report_brand (one, logo, colour, lines) VALUES (1, ?, ?, ?)
         ON CONFLICT (one) DO UPDATE SET logo = excluded.logo, colour = excluded.colour, lines = excluded.lines`,
      )
      .run(brand.logo, brand.colour, JSON.stringify(brand.lines));
    return ok(brand);
  });
}
