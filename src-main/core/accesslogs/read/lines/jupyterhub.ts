import type { LineReader } from './line-format.ts';

const prefix = /^\[([DIWEC]) (\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:[.,]\d{1,6})?) (\S+)(?: ([\w.]+):(\d+))?\]\s*(.*)$/;
const request = /^(\d{3}) ([A-Z]+) (\S+)(?: -> \S+)? \(([^@()]*)@([^()]+)\) [\d.]+ms/;
const login = /^User logged in: (\S+)/;
const logout = /^User logged out: (\S+)/;
const failed = /^Failed login for (\S+)/;

/** JupyterHub server messages: requests with user and address, logins and failed logins. The address is the proxy's unless the hub was told of it. */
export const jupyterhub: LineReader = {
  titles: ['Time', 'User', 'Address', 'Method', 'Path', 'Status', 'Action', 'Outcome'],
  read(line) {
    const found = prefix.exec(line);
    // A message that runs over several lines, such as a stack trace.
    if (found === null) return /^(?:\s|Traceback|\w+(?:\.\w+)*(?:Error|Exception)\b)/.test(line) ? 'other' : 'broken';
    const [, , time = '', , , , message = ''] = found;
    const asked = request.exec(message);
    if (asked !== null) {
      const [, status = '', method = '', path = '', user = '', address = ''] = asked;
      if (user === '') return 'other';
      return [time, user, address, method, path, status, `${method} ${kindOfPath(path)}`, status];
    }
    const entered = login.exec(message);
    if (entered !== null) return [time, entered[1] ?? '', '', '', '', '', 'login', 'success'];
    const left = logout.exec(message);
    if (left !== null) return [time, left[1] ?? '', '', '', '', '', 'logout', 'success'];
    const refused = failed.exec(message);
    return refused === null ? 'other' : [time, refused[1] ?? '', '', '', '', '', 'login', 'failure'];
  },
};

/** `/user/alice/api/contents/train.ipynb` is about contents; a part with a name or an id in it is left out. */
function kindOfPath(path: string): string {
  const kind = /\/(?:hub|user\/[^/]+)\/(api\/\w+|\w+)/.exec(path.split('?')[0] ?? '')?.[1];
  return kind ?? 'page';
}
