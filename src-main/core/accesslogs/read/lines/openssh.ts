import type { LineReader } from './line-format.ts';
import { readSyslog } from './syslog.ts';

const attempt =
  /^\s*(Accepted|Failed|Postponed) (\S+) for (invalid user )?(.*?) from (\S+)(?:\s+port\s+(\d+))?(?:\s+(ssh\d?))?(?::\s*(.*))?\s*$/;
const invalid = /^\s*Invalid user (.*?) from (\S+)(?: port (\d+))?/;
const tooMany = /maximum authentication attempts exceeded for (?:invalid user )?(.*?) from (\S+)(?: port (\d+))?/;

/** OpenSSH server messages: who logged in or tried to, from where, by which method. */
export const openssh: LineReader = {
  titles: ['Time', 'Host', 'User', 'Address', 'Port', 'Action', 'Outcome', 'Method', 'Key'],
  read(line) {
    const header = readSyslog(line);
    if (header === null) return 'broken';
    if (!/^sshd(?:-session|-auth)?$/.test(header.program)) return 'other';
    const { time, host, message } = header;
    const tried = attempt.exec(message);
    if (tried !== null) {
      const [, word = '', method = '', , user = '', address = '', port = '', , key = ''] = tried;
      if (word === 'Postponed') return 'other';
      return [time, host, user, address, port, 'ssh login', word === 'Accepted' ? 'success' : 'failure', method, key];
    }
    const refused = invalid.exec(message) ?? tooMany.exec(message);
    if (refused === null) return 'other';
    return [time, host, refused[1] ?? '', refused[2] ?? '', refused[3] ?? '', 'ssh login', 'failure', '', ''];
  },
};
