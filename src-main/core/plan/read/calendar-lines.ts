/** A content line of an iCalendar file (RFC 5545, 3.1): folded lines are joined, the number is that of its first line in the file. */
export interface CalendarLine {
  readonly line: number;
  readonly name: string;
  /** Parameters by upper-case name: `VALUE` is `DATE`. */
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
  readonly raw: string;
}

interface Joined {
  readonly line: number;
  readonly raw: string;
}

/** Joins folded lines: one that begins with a space or a tab goes on where the line before it ended. Empty lines are passed over. */
export function unfolded(text: string): readonly Joined[] {
  const lines: { line: number; raw: string }[] = [];
  for (const [place, physical] of text.split(/\r\n|\n|\r/u).entries()) {
    const last = lines.at(-1);
    if (/^[ \t]/u.test(physical) && last !== undefined) last.raw += physical.slice(1);
    else if (physical.trim() !== '') lines.push({ line: place + 1, raw: physical });
  }
  return lines;
}

/** Name, parameters and value of a line; null where it has no colon outside of quotes, or no name. */
export function readLine({ line, raw }: Joined): CalendarLine | null {
  const parts: string[] = [];
  let quoted = false;
  let from = 0;
  for (let at = 0; at < raw.length; at += 1) {
    const sign = raw[at];
    if (sign === '"') quoted = !quoted;
    if (quoted || (sign !== ';' && sign !== ':')) continue;
    parts.push(raw.slice(from, at));
    from = at + 1;
    if (sign === ':') return lineOf(line, raw, parts, raw.slice(from));
  }
  return null;
}

function lineOf(line: number, raw: string, [name = '', ...rest]: readonly string[], value: string): CalendarLine | null {
  const plain = name.trim().toUpperCase();
  if (!/^[A-Z0-9-]+$/u.test(plain)) return null;
  const parameters = new Map(
    rest.map((parameter) => {
      const [key = '', ...said] = parameter.split('=');
      return [key.trim().toUpperCase(), said.join('=').replaceAll('"', '').trim()] as const;
    }),
  );
  return { line, name: plain, parameters, value, raw };
}

/** TEXT as it is meant: `\n`, `\,`, `\;` and `\\` (RFC 5545, 3.3.11). */
export const plainWords = (value: string): string =>
  value.replaceAll(/\\([nN,;\\])/gu, (_, sign: string) => (sign === 'n' || sign === 'N' ? ' ' : sign));
