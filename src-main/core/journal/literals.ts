/** Splits a captured row into its SQL literals, one per column. */
export function splitLiterals(row: string): string[] {
  const literals: string[] = [];
  let start = 0;
  let inText = false;
  let depth = 0;
  for (let place = 0; place < row.length; place += 1) {
    const sign = row[place];
    // A doubled quote inside text closes and opens again at once, which comes to the same.
    if (sign === "'") inText = !inText;
    else if (inText) continue;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth -= 1;
    else if (sign === ',' && depth === 0) {
      literals.push(row.slice(start, place));
      start = place + 1;
    }
  }
  literals.push(row.slice(start));
  return literals;
}

/** A literal as a person reads it: text as it is, bytes by their count, NULL as null. */
export function readLiteral(literal: string): string | null {
  if (literal === 'NULL') return null;
  if (literal.startsWith("X'")) return `${(literal.length - 3) / 2} bytes`;
  const bytes = /^CAST\(X'([0-9A-Fa-f]*)' AS TEXT\)$/.exec(literal)?.[1];
  if (bytes !== undefined) return Buffer.from(bytes, 'hex').toString('utf8');
  return literal.startsWith("'") ? literal.slice(1, -1).replaceAll("''", "'") : literal;
}
