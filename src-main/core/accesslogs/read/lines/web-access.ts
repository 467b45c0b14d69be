import type { LineReader } from './line-format.ts';

// Quoted texts hold escaped quotes, and malformed requests also bare ones: the request ends at the quote before status and size.
const line =
  /^(?:([\w.-]+:\d{1,5}) )?(\S+) (\S+) (.*?) \[([^\]]{10,40})\] "(.*)" (\d{3}|-) (\d+|-)(?: "((?:[^"\\]|\\.)*)" "((?:[^"\\]|\\.)*)"?(?: "((?:[^"\\]|\\.)*)")?(?: (.*))?)?\s*$/;

/** Common and combined logs of Apache, nginx and what imitates them; a virtual host before and a forwarded address after are read too. */
export const webAccess: LineReader = {
  titles: ['Address', 'User', 'Time', 'Request', 'Status', 'Bytes', 'Referer', 'Agent', 'Forwarded for', 'Host'],
  read(text) {
    const found = line.exec(text);
    if (found === null) return 'broken';
    const [
      ,
      host = '',
      address = '',
      ,
      user = '',
      time = '',
      whole = '',
      status = '',
      bytes = '',
      referer = '',
      agent = '',
      forwarded = '',
    ] = found;
    // A greedy request took in the quoted texts behind it when those hold quotes of their own.
    const request = /^((?:[^"\\]|\\.)*)" (\d{3}|-) (\d+|-)(?: |$)/.exec(whole);
    const tail = request === null ? [whole, status, bytes] : [request[1] ?? '', request[2] ?? '', request[3] ?? ''];
    return [
      address,
      user.replace(/^"|"$/g, ''),
      time,
      tail[0] ?? '',
      tail[1] ?? '',
      tail[2] ?? '',
      referer,
      agent,
      /[\d:]/.test(forwarded) ? forwarded : '',
      host,
    ];
  },
};
