/**
 * One line for whoever started the app from a terminal. Holds what happened and a code, never names of people, clients or
 * files: the page's text and paths stay out by rule.
 */
export function logLine(text: string): void {
  process.stderr.write(`gatehouse: ${text}\n`);
}
