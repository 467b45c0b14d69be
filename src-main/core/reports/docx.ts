import type { Block, Chart, Line, Paper, ReportPage, Run, TableRow } from '../../../src-shared/model/report-page.ts';
import { assertNever } from '../../../src-shared/model/result.ts';
import { packZip, xml, type ZipMember } from '../exports/index.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DRAWING = 'http://schemas.openxmlformats.org/drawingml/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
const NAMESPACES = `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:wp="${DRAWING}/wordprocessingDrawing" xmlns:a="${DRAWING}/main" xmlns:pic="${DRAWING}/picture"`;

/** Twentieths of a point: the pages of `sheet.css` have 68 CSS pixels at the sides. */
const sizes: Readonly<Record<Paper, { readonly width: number; readonly height: number }>> = {
  A4: { width: 11906, height: 16838 },
  Letter: { width: 12240, height: 15840 },
};
const SIDE = 1020;
/** English metric units in a twentieth of a point, and in a CSS pixel. */
const EMU = { twip: 635, pixel: 9525 } as const;

interface Picture {
  readonly id: number;
  readonly bytes: Buffer;
}

/**
 * Writes a report as a Word document: headings that the navigation and the contents know, tables whose head repeats on each page, running head
 * and foot with page numbers. Charts are written as tables of their numbers. There are no macros, no fields but contents and page numbers, and
 * nothing fetched. The same page gives the same bytes.
 */
export async function writeDocx(page: ReportPage, paper: Paper): Promise<Uint8Array> {
  const pictures: Picture[] = [];
  const width = sizes[paper].width - 2 * SIDE;
  const body = page.blocks.map((block) => blockXml(block, width, pictures)).join('');
  const relation = (id: string, type: string, target: string) => `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
  const override = (part: string, type: string) => `<Override PartName="/word/${part}.xml" ContentType="${TYPE}.${type}+xml"/>`;
  const members: ZipMember[] = [
    {
      name: '[Content_Types].xml',
      content: [
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
          '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>' +
          override('document', 'document.main') +
          override('styles', 'styles') +
          override('settings', 'settings') +
          override('header1', 'header') +
          override('footer1', 'footer') +
          '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>',
      ],
    },
    {
      name: '_rels/.rels',
      content: [
        `${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'word/document.xml')}` +
          `<Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`,
      ],
    },
    {
      name: 'docProps/core.xml',
      content: [
        `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>${xml(page.title)}</dc:title><dc:language>${xml(page.language)}</dc:language></cp:coreProperties>`,
      ],
    },
    { name: 'word/styles.xml', content: [stylesXml(page)] },
    {
      name: 'word/settings.xml',
      content: [
        `${XML}<w:settings xmlns:w="${WORD}"><w:updateFields w:val="${page.blocks.some(({ kind }) => kind === 'contents')}"/></w:settings>`,
      ],
    },
    { name: 'word/header1.xml', content: [headerXml(page, width)] },
    { name: 'word/footer1.xml', content: [footerXml(page, width)] },
    { name: 'word/document.xml', content: [documentXml(body, paper)] },
    {
      name: 'word/_rels/document.xml.rels',
      content: [
        `${XML}<Relationships xmlns="${PACKAGE}/relationships">`,
        relation('rId1', 'styles', 'styles.xml'),
        relation('rId2', 'settings', 'settings.xml'),
        relation('rId3', 'header', 'header1.xml'),
        relation('rId4', 'footer', 'footer1.xml'),
        ...pictures.map(({ id }) => relation(`picture${id}`, 'image', `media/picture${id}.png`)),
        '</Relationships>',
      ],
    },
    ...pictures.map(({ id, bytes }) => ({ name: `word/media/picture${id}.png`, content: [bytes] })),
  ];
  return packZip(members);
}

function documentXml(body: string, paper: Paper): string {
  const { width, height } = sizes[paper];
  return (
    `${XML}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/>` +
    `<w:pgSz w:w="${width}" w:h="${height}"/><w:pgMar w:top="1560" w:right="${SIDE}" w:bottom="1260" w:left="${SIDE}" w:header="700" w:footer="560" w:gutter="0"/></w:sectPr></w:body></w:document>`
  );
}

/** Half points; ink and quiet ink as on the printed sheet. */
function stylesXml({ colour, language }: ReportPage): string {
  const ink = (colour ?? '#1b2330').slice(1);
  const style = (id: string, name: string, paragraph: string, run: string) =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr>${paragraph}</w:pPr><w:rPr>${run}</w:rPr></w:style>`;
  return (
    `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Inter" w:hAnsi="Inter" w:cs="Arial" w:eastAsia="Arial"/><w:color w:val="1B2330"/><w:sz w:val="18"/><w:lang w:val="${xml(language)}"/></w:rPr></w:rPrDefault>` +
    '<w:pPrDefault><w:pPr><w:spacing w:after="80" w:line="259" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
    style(
      'Title',
      'Title',
      '<w:spacing w:before="120" w:after="40"/><w:outlineLvl w:val="0"/>',
      `<w:b/><w:color w:val="${ink}"/><w:sz w:val="39"/>`,
    ) +
    style('Under', 'Subtitle', '<w:spacing w:after="200"/>', '<w:color w:val="404A58"/><w:sz w:val="21"/>') +
    style(
      'Heading1',
      'heading 1',
      '<w:keepNext/><w:spacing w:before="260" w:after="80"/><w:outlineLvl w:val="1"/>',
      '<w:b/><w:sz w:val="21"/>',
    ) +
    style('Heading2', 'heading 2', '<w:keepNext/><w:spacing w:before="160" w:after="40"/><w:outlineLvl w:val="2"/>', '<w:b/>') +
    style(
      'Banner',
      'Banner',
      '<w:pBdr><w:top w:val="single" w:sz="8"/><w:left w:val="single" w:sz="8"/><w:bottom w:val="single" w:sz="8"/><w:right w:val="single" w:sz="8"/></w:pBdr>',
      '<w:b/>',
    ) +
    style('Small', 'Small', '<w:spacing w:after="20"/>', '<w:color w:val="404A58"/><w:sz w:val="17"/>') +
    '<w:style w:type="table" w:styleId="Rows"><w:name w:val="Rows"/><w:tblPr><w:tblBorders><w:insideH w:val="single" w:sz="4" w:color="B4BCC6"/><w:bottom w:val="single" w:sz="4" w:color="B4BCC6"/></w:tblBorders><w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="0" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>'
  );
}

function headerXml({ header }: ReportPage, width: number): string {
  const lines = Math.max(header.left.length, header.right.length);
  const rows = Array.from({ length: lines }, (_, place) => {
    const border = place === lines - 1 ? '<w:pBdr><w:bottom w:val="single" w:sz="8" w:space="4" w:color="1B2330"/></w:pBdr>' : '';
    return `<w:p><w:pPr><w:pStyle w:val="Small"/>${border}<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs></w:pPr>${textXml(header.left[place] ?? '')}<w:r><w:tab/></w:r>${textXml(header.right[place] ?? '')}</w:p>`;
  });
  return `${XML}<w:hdr ${NAMESPACES}>${rows.join('')}</w:hdr>`;
}

function footerXml({ footer }: ReportPage, width: number): string {
  const field = (name: string) => `<w:fldSimple w:instr=" ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
  const pages = footer.pageOf
    .split(/(\{pages?\})/)
    .map((part) => (part === '{page}' ? field('PAGE') : part === '{pages}' ? field('NUMPAGES') : textXml(part)))
    .join('');
  return `${XML}<w:ftr ${NAMESPACES}><w:p><w:pPr><w:pStyle w:val="Small"/><w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs></w:pPr>${textXml(footer.left)}<w:r><w:tab/></w:r>${pages}</w:p></w:ftr>`;
}

function blockXml(block: Block, width: number, pictures: Picture[]): string {
  switch (block.kind) {
    case 'title':
      return paragraphXml('Title', textXml(block.text)) + (block.under === '' ? '' : paragraphXml('Under', textXml(block.under)));
    case 'banner':
      return paragraphXml('Banner', textXml(block.text));
    case 'brand':
      return (
        (block.logo === null ? '' : pictureXml(block.logo.source, block.logo.alternative, 220 * EMU.pixel, pictures)) +
        block.lines.map((each) => paragraphXml('Small', textXml(each))).join('')
      );
    case 'verdict':
      return paragraphXml('Heading2', textXml(block.word)) + paragraphXml('Normal', lineXml(block.sentence)) + pairsXml(block.pairs, width);
    case 'heading':
      return paragraphXml('Heading1', textXml(`${block.number}  ${block.text}`));
    case 'subheading':
      return paragraphXml('Heading2', lineXml(block.line));
    case 'pairs':
      return pairsXml(block.pairs, width);
    case 'sum':
      return paragraphXml(
        'Normal',
        `${lineXml(block.left)}<w:r><w:tab/></w:r>${lineXml(block.right)}`,
        `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`,
      );
    case 'paragraph':
      return paragraphXml(block.quiet ? 'Small' : 'Normal', lineXml(block.line));
    case 'table':
      return tableXml(block.columns, block.rows, width);
    case 'steps':
      return block.steps
        .map(({ line, detail }, place) =>
          paragraphXml(
            'Normal',
            `${textXml(`${place + 1}  `)}${lineXml(line)}${detail.length === 0 ? '' : `<w:r><w:br/></w:r>${lineXml(detail)}`}`,
          ),
        )
        .join('');
    case 'notes':
      return block.notes.map(({ number, line }) => paragraphXml('Small', `${textXml(`[${number}]  `)}${lineXml(line)}`)).join('');
    case 'signatures':
      return block.lines
        .map(({ role, name }) =>
          paragraphXml(
            'Normal',
            `${textXml(role, '<w:b/>')}<w:r><w:br/></w:r>${textXml(name)}`,
            '<w:pBdr><w:top w:val="single" w:sz="4" w:color="1B2330"/></w:pBdr><w:spacing w:before="600"/>',
          ),
        )
        .join('');
    case 'contents':
      return (
        paragraphXml('Heading2', textXml(block.title)) +
        '<w:p><w:r><w:fldChar w:fldCharType="begin" w:dirty="true"/></w:r><w:r><w:instrText xml:space="preserve"> TOC \\u \\o "1-2" \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>…</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
      );
    case 'pageBreak':
      return '<w:p><w:r><w:br w:type="page"/></w:r></w:p>';
    case 'chart':
      return chartXml(block.chart, width);
    case 'image':
      return pictureXml(block.source, block.alternative, Math.round(width * EMU.twip * block.width), pictures);
    default:
      return assertNever(block);
  }
}

function chartXml({ caption, labels, series, unit }: Chart, width: number): string {
  const text = (value: string): Line => [{ kind: 'text', text: value }];
  const rows = labels.map((label, place): TableRow => {
    const values = series.map(({ values: all }) => all[place] ?? null);
    return {
      kind: 'cells',
      cells: [text(label), ...values.map((value) => text(value === null ? '–' : `${Math.round(value * 10) / 10}${unit}`))],
    };
  });
  return (
    paragraphXml('Small', textXml(caption)) +
    tableXml([{ title: '', share: 4 }, ...series.map(({ name }) => ({ title: name, share: 2 }))], rows, width)
  );
}

function pairsXml(pairs: readonly { readonly term: string; readonly value: Line }[], width: number): string {
  const rows = pairs.map(({ term, value }): TableRow => ({ kind: 'cells', cells: [[{ kind: 'quiet', text: term }], value] }));
  return tableXml(
    [
      { title: '', share: 3 },
      { title: '', share: 7 },
    ],
    rows,
    width,
  );
}

function tableXml(
  columns: readonly { readonly title: string; readonly share: number }[],
  rows: readonly TableRow[],
  width: number,
): string {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.round((share / whole) * width));
  const cell = (inner: string, at: number, span = 1) =>
    `<w:tc><w:tcPr><w:tcW w:w="${widths[at] ?? 0}" w:type="dxa"/>${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}</w:tcPr><w:p><w:pPr><w:spacing w:after="0"/></w:pPr>${inner}</w:p></w:tc>`;
  const head = columns.every(({ title }) => title === '')
    ? ''
    : `<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>${columns.map(({ title }, at) => cell(textXml(title, '<w:color w:val="404A58"/>'), at)).join('')}</w:tr>`;
  const body = rows.map((row) =>
    row.kind === 'group'
      ? `<w:tr><w:trPr><w:cantSplit/></w:trPr>${cell(lineXml(row.cells[0] ?? []), 0, columns.length)}</w:tr>`
      : `<w:tr><w:trPr><w:cantSplit/></w:trPr>${columns.map((_column, at) => cell(lineXml(row.cells[at] ?? []), at)).join('')}</w:tr>`,
  );
  if (head === '' && body.length === 0) return '';
  return (
    `<w:tbl><w:tblPr><w:tblStyle w:val="Rows"/><w:tblW w:w="${width}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>` +
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>${head}${body.join('')}</w:tbl><w:p><w:pPr><w:spacing w:after="60"/></w:pPr></w:p>`
  );
}

/** A PNG in the text; other pictures are named instead, since Word shows them only where it has a filter. */
function pictureXml(source: string, alternative: string, mostWidth: number, pictures: Picture[]): string {
  const data = /^data:image\/png;base64,(.*)$/.exec(source)?.[1];
  if (data === undefined) return paragraphXml('Small', textXml(alternative));
  const bytes = Buffer.from(data, 'base64');
  const [pixels, lines] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)];
  const width = Math.min(mostWidth, pixels * EMU.pixel);
  const height = Math.max(1, Math.round((width * lines) / Math.max(1, pixels)));
  const id = pictures.length + 1;
  pictures.push({ id, bytes });
  const named = `id="${id}" name="Picture ${id}" descr="${xml(alternative)}"`;
  return (
    `<w:p><w:r><w:drawing><wp:inline><wp:extent cx="${width}" cy="${height}"/><wp:docPr ${named}/><a:graphic><a:graphicData uri="${DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr>` +
    `<pic:blipFill><a:blip r:embed="picture${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${width}" cy="${height}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`
  );
}

function paragraphXml(style: string, inner: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inner}</w:p>`;
}

const lineXml = (line: Line): string => line.map(runXml).join('');

function runXml(run: Run): string {
  switch (run.kind) {
    case 'text':
      return textXml(run.text);
    case 'strong':
      return textXml(run.text, '<w:b/>');
    case 'quiet':
      return textXml(run.text, '<w:color w:val="404A58"/>');
    case 'code':
      return textXml(run.text, '<w:rFonts w:ascii="IBM Plex Mono" w:hAnsi="IBM Plex Mono" w:cs="Courier New"/><w:sz w:val="16"/>');
    case 'up':
      return textXml(run.text, `${run.strong ? '<w:b/>' : ''}<w:vertAlign w:val="superscript"/>`);
    case 'note':
      return textXml(` [${run.number}]`, '<w:color w:val="404A58"/>');
    default:
      return assertNever(run);
  }
}

function textXml(text: string, properties = ''): string {
  if (text === '') return '';
  const parts = text.split('\n').map((part) => `<w:t xml:space="preserve">${xml(part)}</w:t>`);
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${parts.join('<w:br/>')}</w:r>`;
}
