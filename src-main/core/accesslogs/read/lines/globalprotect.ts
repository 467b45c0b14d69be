import Papa from 'papaparse';
import type { LineReader } from './line-format.ts';

/** Order of the fields of a GlobalProtect message, as the vendor documents it; there are no titles in a message. */
const order = [
  'Future use',
  'Receive Time',
  'Serial #',
  'Type',
  'Threat/Content Type',
  'Future use 2',
  'Generate Time',
  'Virtual System',
  'Event ID',
  'Stage',
  'Authentication Method',
  'Tunnel Type',
  'Source User',
  'Source Region',
  'Machine Name',
  'Public IP',
  'Public IPv6',
  'Private IP',
  'Private IPv6',
  'Host ID',
  'Serial Number',
  'Client Version',
  'Client OS',
  'Client OS Version',
  'Repeat Count',
  'Reason',
  'Error',
  'Description',
  'Status',
  'Location',
  'Login Duration',
  'Connect Method',
  'Error Code',
  'Portal',
  'Sequence Number',
  'Action Flags',
  'High Res Timestamp',
  'Selection Type',
  'Response Time',
  'Priority',
  'Attempted Gateways',
  'Gateway',
];
const time = String.raw`\d{4}/\d{2}/\d{2} \d{2}:\d{2}:\d{2}`;
const start = new RegExp(`(?:^|\\s)(\\d{1,2},${time},.*)$`);

/** GlobalProtect sessions in the messages of Palo Alto firewalls; messages of other types in the same log are passed over. */
export const globalprotect: LineReader = {
  titles: order,
  read(line) {
    const found = start.exec(line);
    if (found === null) return 'broken';
    const cells = Papa.parse<string[]>(found[1] ?? '', { delimiter: ',' }).data[0] ?? [];
    if (cells[3] !== 'GLOBALPROTECT') return 'other';
    return cells.length < 30 ? 'broken' : cells.slice(0, order.length);
  },
};
