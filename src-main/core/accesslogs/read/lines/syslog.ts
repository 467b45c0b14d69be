/** What stands before the message of a syslog line. */
export interface SyslogHeader {
  readonly time: string;
  readonly host: string;
  readonly program: string;
  readonly message: string;
}

const priority = String.raw`(?:<\d{1,3}>)?`;
const iso = String.raw`\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:[.,]\d{1,9})?(?:Z|[+-]\d{2}:?\d{2})?`;
const bsd = String.raw`\p{L}{3,5}\.?\s+\d{1,2}\s+(?:\d{4}\s+)?\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:\s+\d{4})?`;
const modern = new RegExp(`^${priority}1 (${iso}) (\\S+) (\\S+) \\S+ \\S+ (?:-|\\[.*?\\])\\s*(?:\\uFEFF)?(.*)$`, 'u');
const plain = new RegExp(
  `^${priority}\\s*(${iso}|${bsd})(?:\\s+[A-Z]{3,4})?:?\\s+(?:([\\w.:-]+)\\s+)?(?::\\s*)?(?:([\\w./-]+(?:\\(\\w+\\))?)(?:\\[\\d+\\])?:\\s+)?(.*)$`,
  'u',
);

/** Takes the header of a syslog line off: RFC 5424, RFC 3164 (no year, no zone), or the ISO time of rsyslog. `null` for a line without one. */
export function readSyslog(line: string): SyslogHeader | null {
  const found = modern.exec(line) ?? plain.exec(line);
  if (found === null) return null;
  const [, time = '', host = '', program = '', message = ''] = found;
  return { time, host, program, message };
}
