/** Fields of a model card's front matter: a flat YAML of scalars and lists, which is all that cards use for what we read. */
export type FrontMatter = ReadonlyMap<string, readonly string[]>;

const maxLines = 2000;

/** Splits a card into its front matter and the line its text begins at. Nested mappings, anchors and tags are not followed. */
export function readFrontMatter(lines: readonly string[]): { readonly fields: FrontMatter; readonly textFrom: number } {
  const fields = new Map<string, string[]>();
  if (lines[0]?.trim() !== '---') return { fields, textFrom: 0 };
  let key: string | null = null;
  for (let at = 1; at < Math.min(lines.length, maxLines); at += 1) {
    const line = lines[at] ?? '';
    if (/^---\s*$/.test(line)) return { fields, textFrom: at + 1 };
    const pair = /^([A-Za-z][\w-]*):\s*(.*)$/.exec(line);
    if (pair !== null) {
      key = pair[1] ?? '';
      const value = (pair[2] ?? '').trim();
      fields.set(
        key,
        value === '' || /^[>|]/.test(value)
          ? []
          : value.startsWith('[')
            ? value
                .replace(/^\[|\]$/g, '')
                .split(',')
                .map(unquote)
                .filter((one) => one !== '')
            : [unquote(value)],
      );
      continue;
    }
    const item = /^\s*-\s+(.*)$/.exec(line);
    if (item !== null && key !== null) {
      const value = unquote(item[1] ?? '');
      if (value !== '' && !/^[\w-]+:\s/.test(value)) fields.get(key)?.push(value);
    }
  }
  return { fields, textFrom: 0 };
}

function unquote(text: string): string {
  return text
    .trim()
    .replace(/\s+#.*$/, '')
    .replace(/^(["'])(.*)\1$/, '$2')
    .trim();
}
