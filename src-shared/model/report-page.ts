import { z } from 'zod';

/**
 * A report laid out as blocks of finished text. The print page and the screen draw the same blocks,
 * so a sentence cannot differ between them. Text is never markup: every renderer escapes it.
 */
const Text = z.string().max(24_000);

/** A run of text. `up` is an exponent, `note` a reference printed as [n]. */
export const Run = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: Text }),
  z.strictObject({ kind: z.literal('strong'), text: Text }),
  z.strictObject({ kind: z.literal('quiet'), text: Text }),
  z.strictObject({ kind: z.literal('code'), text: Text }),
  z.strictObject({ kind: z.literal('up'), text: z.string().max(40), strong: z.boolean() }),
  z.strictObject({ kind: z.literal('note'), number: z.int().positive() }),
]);
export type Run = z.infer<typeof Run>;

const Line = z.array(Run);
export type Line = z.infer<typeof Line>;

/** Whether a paragraph is a point of a list, whose further lines hang below its words and not below its dot. */
export const isPoint = ([first]: Line): boolean => first?.kind === 'text' && first.text.startsWith('•');

/** Symbol beside a verdict, so that it is known without colour. */
export const Mark = z.enum(['check', 'triangle', 'hand', 'dashed', 'info']);
export type Mark = z.infer<typeof Mark>;

export const Pair = z.strictObject({ term: Text, value: Line });
export type Pair = z.infer<typeof Pair>;

export const TableRow = z.strictObject({
  /** A row that names a group spans all columns. */
  kind: z.enum(['cells', 'group']),
  cells: z.array(Line),
});
export type TableRow = z.infer<typeof TableRow>;

/** PNG, JPEG or SVG as a data address: a report fetches nothing. */
const ImageSource = z
  .string()
  .max(700_000)
  .regex(/^data:image\/(png|jpeg|svg\+xml);base64,[A-Za-z0-9+/=]+$/);

/** Numbers drawn as bars, lines over time, or a radar. `values` follow `labels`; null where nothing is known. */
export const Chart = z.strictObject({
  form: z.enum(['bars', 'lines', 'radar']),
  /** The chart in one sentence: its caption, and what a screen reader says. */
  caption: Text,
  labels: z.array(Text).min(1).max(120),
  series: z
    .array(z.strictObject({ name: Text, values: z.array(z.number().nullable()).max(120) }))
    .min(1)
    .max(4),
  /** End of the scale; the largest value where it is null. */
  most: z.number().positive().nullable(),
  /** Said after each number, `%` or ` days`; empty for counts. */
  unit: z.string().max(20),
});
export type Chart = z.infer<typeof Chart>;

export const Block = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('title'), text: Text, under: Text }),
  z.strictObject({ kind: z.literal('banner'), text: Text }),
  z.strictObject({ kind: z.literal('verdict'), mark: Mark, word: Text, sentence: Line, pairs: z.array(Pair) }),
  /** Heading whose number hangs in the margin. */
  z.strictObject({ kind: z.literal('heading'), number: z.int().positive(), text: Text }),
  z.strictObject({ kind: z.literal('subheading'), line: Line }),
  z.strictObject({ kind: z.literal('pairs'), columns: z.union([z.literal(1), z.literal(2)]), pairs: z.array(Pair) }),
  z.strictObject({ kind: z.literal('sum'), left: Line, right: Line }),
  z.strictObject({ kind: z.literal('paragraph'), line: Line, quiet: z.boolean() }),
  z.strictObject({
    kind: z.literal('table'),
    /** Share of the width per column, in twelfths. */
    columns: z.array(z.strictObject({ title: Text, share: z.number().positive() })),
    rows: z.array(TableRow),
  }),
  z.strictObject({ kind: z.literal('steps'), steps: z.array(z.strictObject({ line: Line, detail: Line })) }),
  z.strictObject({ kind: z.literal('notes'), notes: z.array(z.strictObject({ number: z.int().positive(), line: Line })) }),
  z.strictObject({ kind: z.literal('signatures'), lines: z.array(z.strictObject({ role: Text, name: Text })) }),
  /** Who presents the report: a logo, and name and contact at the right. */
  z.strictObject({
    kind: z.literal('brand'),
    logo: z.strictObject({ source: ImageSource, alternative: Text }).nullable(),
    lines: z.array(Text).max(4),
  }),
  /** Contents, made from the titles and headings that follow; whoever counts the pages fills their numbers in. */
  z.strictObject({ kind: z.literal('contents'), title: Text }),
  z.strictObject({ kind: z.literal('pageBreak') }),
  z.strictObject({ kind: z.literal('chart'), chart: Chart }),
  z.strictObject({
    kind: z.literal('image'),
    source: ImageSource,
    /** What it shows, for who cannot see it. */
    alternative: Text,
    /** Share of the page's width, 0 to 1. */
    width: z.number().positive().max(1),
  }),
]);
export type Block = z.infer<typeof Block>;

export const Paper = z.enum(['A4', 'Letter']);
export type Paper = z.infer<typeof Paper>;

/** A whole report: what runs on every page, and its blocks in order. */
export const ReportPage = z.strictObject({
  /** Title of the document, for the window and the PDF's properties. */
  title: Text,
  language: z.string().max(20),
  header: z.strictObject({ left: z.array(Text).max(3), right: z.array(Text).max(3) }),
  /** Colour of title, rules and first series, `#rrggbb`, dark enough on white for text; ink where absent. */
  colour: z
    .string()
    .regex(/^#[0-9a-f]{6}$/)
    .optional(),
  /** `pageOf` holds `{page}` and `{pages}` for whoever counts the pages. */
  footer: z.strictObject({ left: Text, middle: Text, pageOf: Text }),
  blocks: z.array(Block),
});
export type ReportPage = z.infer<typeof ReportPage>;
