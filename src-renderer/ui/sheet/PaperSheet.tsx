import { memo } from 'react';
import '../../../resources/templates/sheet.css';
import type { Paper, ReportPage } from '../../../src-shared/model/report-page.ts';
import { cutBlock, pageSizes, type Slice } from './paginate.ts';
import { type ContentsLine, SheetBlock } from './SheetBlock.tsx';
import classes from './sheet.module.css';

interface PaperSheetProps {
  readonly page: ReportPage;
  readonly paper: Paper;
  readonly slices: readonly Slice[];
  readonly number: number;
  readonly of: number;
  /** Lines of the report's contents with their pages. */
  readonly contents: readonly ContentsLine[];
}

/** One page of the report as it comes out of the printer. */
export const PaperSheet = memo(function PaperSheet({ page, paper, slices, number, of, contents }: PaperSheetProps) {
  const size = pageSizes[paper];
  const pageOf = page.footer.pageOf.replace('{page}', String(number)).replace('{pages}', String(of));
  return (
    <div
      className={`sheet ${classes['paper'] ?? ''}`}
      style={{
        ...(page.colour === undefined ? {} : { ['--sheet-brand' as string]: page.colour }),
        width: size.width,
        height: size.height,
        padding: `${size.top}px ${size.side}px ${size.bottom}px`,
      }}
    >
      <div className={`sheet-running sheet-header ${classes['running'] ?? ''}`} data-place="top">
        <Lines lines={page.header.left} />
        <Lines lines={page.header.right} />
      </div>
      {slices.map((slice) => {
        const block = page.blocks[slice.block];
        return block === undefined ? null : (
          <SheetBlock key={`${slice.block}-${slice.rows?.from ?? 0}`} block={cutBlock(block, slice)} contents={contents} />
        );
      })}
      <div className={`sheet-running ${classes['running'] ?? ''}`} data-place="bottom">
        <span>{page.footer.left}</span>
        <span className={classes['middle']}>{page.footer.middle}</span>
        <span>{pageOf}</span>
      </div>
    </div>
  );
});

function Lines({ lines }: { readonly lines: readonly string[] }) {
  return (
    <span>
      {lines.map((line, place) => (
        <span key={line} dir="auto">
          {place === 0 ? null : <br />}
          {line}
        </span>
      ))}
    </span>
  );
}
