import type { LineFormat } from '../../../../../src-shared/formats/access-log.ts';
import { alb } from './alb.ts';
import { anyconnect } from './anyconnect.ts';
import { globalprotect } from './globalprotect.ts';
import { jupyterhub } from './jupyterhub.ts';
import type { LineReader } from './line-format.ts';
import { openssh } from './openssh.ts';
import { webAccess } from './web-access.ts';

export const lineReaders: Readonly<Record<LineFormat, LineReader>> = { openssh, webAccess, anyconnect, jupyterhub, globalprotect, alb };

/** The most telling first: every AnyConnect line would also pass as a line of some other program for the OpenSSH reader. */
const tried: readonly LineFormat[] = ['globalprotect', 'anyconnect', 'alb', 'webAccess', 'jupyterhub', 'openssh'];

/**
 * The text log these lines come from: half of them or more can be taken apart and at least one reports an access. `null` when it is none that we know.
 */
export function guessLineFormat(lines: readonly string[]): LineFormat | null {
  const filled = lines.filter((line) => line.trim() !== '').slice(0, 400);
  for (const format of tried) {
    let broken = 0;
    let events = 0;
    for (const line of filled) {
      const read = lineReaders[format].read(line);
      if (read === 'broken') broken += 1;
      else if (read !== 'other') events += 1;
    }
    if (events > 0 && broken <= filled.length * 0.5) return format;
  }
  return null;
}
