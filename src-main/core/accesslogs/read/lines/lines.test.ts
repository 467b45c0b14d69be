import { describe, expect, it } from 'vitest';
import type { LineFormat } from '../../../../../src-shared/formats/access-log.ts';
import { guessLineFormat, lineReaders } from './line-formats.ts';

const named = (format: LineFormat, line: string) => {
  const cells = lineReaders[format].read(line);
  if (typeof cells === 'string') return cells;
  return Object.fromEntries(lineReaders[format].titles.map((title, at) => [title, cells[at]]).filter(([, text]) => text !== ''));
};

describe('lines of text logs', () => {
  it.each([
    ['RFC 3164', 'Jan  5 10:11:12 host sshd[123]: ', 'Jan  5 10:11:12'],
    ['RFC 5424', '<38>1 2026-01-05T10:11:12.123456+01:00 host sshd 123 - - ', '2026-01-05T10:11:12.123456+01:00'],
    ['rsyslog', '2026-01-05T10:11:12.123456+01:00 host sshd-session[123]: ', '2026-01-05T10:11:12.123456+01:00'],
  ])('OpenSSH with a header of %s', (_name, header, time) => {
    expect(named('openssh', `${header}Accepted publickey for alice from 203.0.113.9 port 52144 ssh2: ED25519 SHA256:abc`)).toEqual({
      Time: time,
      Host: 'host',
      User: 'alice',
      Address: '203.0.113.9',
      Port: '52144',
      Action: 'ssh login',
      Outcome: 'success',
      Method: 'publickey',
      Key: 'ED25519 SHA256:abc',
    });
    expect(named('openssh', `${header}Failed password for invalid user bob smith from 2001:db8::1 port 1 ssh2`)).toMatchObject({
      User: 'bob smith',
      Address: '2001:db8::1',
      Outcome: 'failure',
    });
    expect(named('openssh', `${header}Server listening on 0.0.0.0 port 22.`)).toBe('other');
  });

  it('reads combined logs, with a virtual host, a forwarded address and broken requests', () => {
    expect(
      named(
        'webAccess',
        '203.0.113.9 - alice [05/Jan/2026:10:11:12 +0100] "POST /v1/models/atlas-70b:predict HTTP/1.1" 200 5123 "-" "curl/8.9" "198.51.100.7, 10.0.0.1"',
      ),
    ).toMatchObject({ Address: '203.0.113.9', User: 'alice', Status: '200', Bytes: '5123', 'Forwarded for': '198.51.100.7, 10.0.0.1' });
    expect(named('webAccess', 'example.org:443 10.1.1.2 - - [13/Jan/2018:19:31:17 +0000] "GET /a HTTP/1.1" 200 1063')).toMatchObject({
      Host: 'example.org:443',
      Address: '10.1.1.2',
    });
    expect(
      named('webAccess', '1.2.3.4 - - [25/Apr/2021:06:15:33 +0000] "GET /?t=<script>alert("x")</script> HTTP/1.0" 404 1164'),
    ).toMatchObject({
      Request: 'GET /?t=<script>alert("x")</script> HTTP/1.0',
      Status: '404',
    });
    expect(named('webAccess', '1.2.3.4 - - [25/Apr/2021:06:15:33 +0000] "-" 408 - "-" "-"')).toMatchObject({ Request: '-', Status: '408' });
    expect(named('webAccess', 'nothing of the kind')).toBe('broken');
  });

  it('reads AnyConnect sessions', () => {
    expect(
      named(
        'anyconnect',
        'Jan 05 2026 10:11:12 fw1 : %ASA-6-113039: Group <GP> User <alice> IP <203.0.113.9> AnyConnect parent session started.',
      ),
    ).toMatchObject({
      Time: 'Jan 05 2026 10:11:12',
      User: 'alice',
      Address: '203.0.113.9',
      Action: 'vpn session started',
      Outcome: 'success',
    });
    expect(
      named(
        'anyconnect',
        '<164>Jan 05 10:11:12 fw1 %ASA-4-113019: Group = GP, Username = alice, IP = 203.0.113.9, Session disconnected. Session Type: AnyConnect-Parent, Duration: 1h:02m:03s, Bytes xmt: 11, Bytes rcv: 22, Reason: User Requested',
      ),
    ).toMatchObject({ Time: 'Jan 05 10:11:12', User: 'alice', Address: '203.0.113.9', 'Bytes sent': '11', 'Bytes received': '22' });
    expect(
      named(
        'anyconnect',
        'Jan 05 2026 10:11:12: %ASA-4-722051: Group <GP> User <alice> IP <203.0.113.9> IPv4 Address <10.1.2.3> IPv6 address <::> assigned to session',
      ),
    ).toMatchObject({
      Address: '203.0.113.9',
      Assigned: '10.1.2.3',
    });
    expect(
      named(
        'anyconnect',
        'Jan 05 2026 10:11:12: %ASA-6-113015: AAA user authentication Rejected : reason = Invalid password : local database : user = bob : user IP = 198.51.100.4',
      ),
    ).toMatchObject({
      User: 'bob',
      Address: '198.51.100.4',
      Outcome: 'failure',
    });
    expect(named('anyconnect', 'Jan 05 2026 10:11:12: %ASA-6-302013: Built outbound TCP connection')).toBe('other');
  });

  it('reads JupyterHub requests and logins', () => {
    expect(
      named(
        'jupyterhub',
        '[I 2026-01-05 10:11:12.345 JupyterHub log:192] 302 POST /hub/login?next= -> /hub/ (alice@::ffff:203.0.113.9) 36.71ms',
      ),
    ).toEqual({
      Time: '2026-01-05 10:11:12.345',
      User: 'alice',
      Address: '::ffff:203.0.113.9',
      Method: 'POST',
      Path: '/hub/login?next=',
      Status: '302',
      Action: 'POST login',
      Outcome: '302',
    });
    expect(named('jupyterhub', '[I 2026-01-05 10:11:12.345 JupyterHub base:810] User logged in: alice')).toMatchObject({
      User: 'alice',
      Action: 'login',
    });
    expect(named('jupyterhub', '[I 2026-01-05 10:11:12.345 JupyterHub log:192] 200 GET /hub/health (@10.0.0.1) 0.71ms')).toBe('other');
    expect(named('jupyterhub', '    Traceback (most recent call last):')).toBe('other');
  });

  it('reads GlobalProtect messages by position', () => {
    const body =
      '1,2026/01/05 10:11:12,015351000000001,GLOBALPROTECT,0,2562,2026/01/05 10:11:11,vsys1,gateway-connected,connected,,IPSec,corp\\alice,DE,"LAPTOP, 1",203.0.113.9,0.0.0.0,10.1.2.3,0.0.0.0,abc,,6.2.0,Windows,"Microsoft Windows 11",1,,,,success,,0,on-demand,0,portal,123,0x8000000000000000,2026-01-05T10:11:11.345+01:00,,,,,gw1';
    expect(named('globalprotect', `Jan  5 10:11:12 fw1 ${body}`)).toMatchObject({
      'Event ID': 'gateway-connected',
      'Source User': 'corp\\alice',
      'Public IP': '203.0.113.9',
      'High Res Timestamp': '2026-01-05T10:11:11.345+01:00',
    });
    expect(named('globalprotect', 'Jan  5 10:11:12 fw1 1,2026/01/05 10:11:12,0153,TRAFFIC,end,2562')).toBe('other');
  });

  it('reads load balancer lines', () => {
    expect(
      named(
        'alb',
        'https 2026-01-05T10:11:12.186641Z app/lb/50dc6c495c0c9188 203.0.113.9:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://example.com:443/v1/models/atlas HTTP/1.1" "curl/7.46.0" ECDHE TLSv1.2 arn:aws:tg "Root=1" "example.com" "arn:aws:acm" 1 2026-01-05T10:11:12.364000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-"',
      ),
    ).toMatchObject({
      Client: '203.0.113.9:2817',
      Status: '200',
      'Sent bytes': '57',
      Request: 'GET https://example.com:443/v1/models/atlas HTTP/1.1',
    });
  });

  it('reads lines of the older load balancer, which begin with the time', () => {
    expect(
      named(
        'alb',
        '2026-01-05T10:11:12.945958Z my-elb 203.0.113.9:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET http://www.example.com:80/ HTTP/1.1" "curl/7.38.0" - -',
      ),
    ).toMatchObject({
      Time: '2026-01-05T10:11:12.945958Z',
      Client: '203.0.113.9:2817',
      Status: '200',
      'Sent bytes': '29',
      Request: 'GET http://www.example.com:80/ HTTP/1.1',
    });
  });

  it('tells a log by its lines, and a table from a log', () => {
    expect(
      guessLineFormat([
        'Mar 11 00:00:00 h sshd[3]: Server listening',
        'Mar 11 19:26:39 h sshd[3]: Accepted publickey for p from 192.168.0.1 port 5 ssh2',
      ]),
    ).toBe('openssh');
    expect(guessLineFormat(['a,b,c', '1,2,3'])).toBeNull();
    expect(guessLineFormat(['2026-01-05T10:11:12Z,alice,203.0.113.9', '2026-01-05T10:11:13Z,bob,203.0.113.9'])).toBeNull();
  });
});
