import type { LineReader } from './line-format.ts';

const message = /%(?:ASA|FTD)-\d-(\d{6}):\s*(.*)$/;
const before =
  /(?:^|[>\s])(\p{L}{3} +\d{1,2} +(?:\d{4} +)?\d{2}:\d{2}:\d{2}(?:\.\d+)?(?: +\d{4})?|\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?)(?: ([A-Z]{3,4}))?[ :]/u;
const actions: Readonly<Record<string, readonly [string, string]>> = {
  '113039': ['vpn session started', 'success'],
  '722051': ['vpn address assigned', 'success'],
  '113019': ['vpn session ended', 'success'],
  '716001': ['vpn session started', 'success'],
  '716002': ['vpn session ended', 'success'],
  '722022': ['vpn session started', 'success'],
  '722023': ['vpn session ended', 'success'],
  '113015': ['vpn login', 'failure'],
  '113005': ['vpn login', 'failure'],
  '716039': ['vpn login', 'failure'],
  '113004': ['vpn login', 'success'],
  '716038': ['vpn login', 'success'],
};
/** `IP <203.0.113.9>`, `IP = 203.0.113.9`, `User <alice>`, `user = alice`. */
const field = (text: string, name: string): string =>
  new RegExp(String.raw`\b${name}\s*(?:<([^>]*)>|=\s*([^,:\s]+))`, 'i')
    .exec(text)
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.trim() ?? '';

/** AnyConnect sessions in the messages of Cisco ASA and Firepower: user, public address, address assigned inside. */
export const anyconnect: LineReader = {
  titles: ['Time', 'User', 'Address', 'Assigned', 'Group', 'Action', 'Outcome', 'Bytes sent', 'Bytes received', 'Message'],
  read(line) {
    const found = message.exec(line);
    if (found === null) return before.test(line) ? 'other' : 'broken';
    const [, code = '', text = ''] = found;
    const kind = actions[code];
    if (kind === undefined || !Object.hasOwn(actions, code)) return 'other';
    const time = before.exec(line.slice(0, found.index + 1));
    const user = field(text, 'User') || field(text, 'Username');
    const address = field(text, 'user IP') || field(text, 'IP');
    return [
      `${time?.[1] ?? ''}${time?.[2] === undefined ? '' : ` ${time[2]}`}`,
      user.replace(/^\*+$/, ''),
      address,
      field(text, 'IPv4 Address'),
      field(text, 'Group'),
      ...kind,
      /Bytes xmt: (\d+)/.exec(text)?.[1] ?? '',
      /Bytes rcv: (\d+)/.exec(text)?.[1] ?? '',
      code,
    ];
  },
};
