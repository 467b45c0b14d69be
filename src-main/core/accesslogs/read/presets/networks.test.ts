import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { csvOf, readLog } from '../../../../../test/fixtures/access-logs/read-log.ts';

const presetOf = ({ proposal }: Awaited<ReturnType<typeof readLog>>) => proposal.reading.preset;
const globalprotect =
  'Domain,Receive Time,Serial #,Type,Threat/Content Type,Config Version,Generate Time,Virtual System,Event ID,Stage,Authentication Method,Tunnel Type,Source User,Source Region,Machine Name,Public IP,Public IPv6,Private IP,Private IPv6,Host ID,Serial Number,Client Version,Client OS,Client OS Version,Repeat Count,Reason,Error,Description,Status,Location,Login Duration,Connect Method,Error Code,Portal,Sequence Number,Action Flags,High Res Timestamp,Selection Type,Response Time,Priority,Attempted Gateways,Gateway';

describe('VPN concentrators', () => {
  it('reads the GlobalProtect CSV, with the offset of its exact time', async () => {
    const log = await readLog(
      csvOf(globalprotect, [
        {
          'Receive Time': '2026/01/05 10:11:12',
          'Generate Time': '2026/01/05 10:11:11',
          'Event ID': 'gateway-connected',
          'Source User': 'corp\\alice',
          'Source Region': 'DE',
          'Public IP': '203.0.113.9',
          'Private IP': '10.1.2.3',
          Status: 'success',
          'High Res Timestamp': '2026-01-05T10:11:11.345+01:00',
          Gateway: 'gw1',
        },
        {
          'Receive Time': '2026/01/05 10:12:12',
          'Generate Time': '2026/01/05 10:12:11',
          'Event ID': 'gateway-auth',
          'Source User': 'corp\\bob',
          'Source Region': '10.0.0.0-10.255.255.255',
          'Public IP': '0.0.0.0',
          'Public IPv6': '2001:db8::5',
          Status: 'failure',
          Gateway: 'gw1',
        },
      ]),
      { answers: { zone: 'Europe/Berlin' } },
    );
    expect(presetOf(log)).toBe('vpn.globalprotect');
    expect(log.events).toEqual([
      {
        row: 2,
        ts: '2026-01-05T09:11:11.345Z',
        account: 'corp\\alice',
        ip: '203.0.113.9',
        country: 'DE',
        resource: 'gw1',
        action: 'gateway-connected',
        outcome: 'success',
      },
      {
        row: 3,
        ts: '2026-01-05T09:12:11.000Z',
        account: 'corp\\bob',
        ip: '2001:db8::5',
        resource: 'gw1',
        action: 'gateway-auth',
        outcome: 'failure',
      },
    ]);
    expect(log.problems).toEqual({});
  });

  it('asks for the zone of GlobalProtect messages without one', async () => {
    const line =
      'Jan  5 10:11:12 fw1 1,2026/01/05 10:11:12,0153,GLOBALPROTECT,0,2562,2026/01/05 10:11:11,vsys1,gateway-connected,connected,,IPSec,corp\\alice,DE,LAPTOP,203.0.113.9,0.0.0.0,10.1.2.3,0.0.0.0,abc,,6.2.0,Windows,Windows 11,1,,,,success,,0,on-demand,0,portal,123,0x8';
    const log = await readLog(`${line}\n`);
    expect([presetOf(log), log.check.questions.map(({ kind }) => kind)]).toEqual(['vpn.globalprotectSyslog', ['zone']]);
    const read = await readLog(`${line}\n`, { answers: { zone: '+01:00' } });
    expect(read.events).toEqual([
      {
        row: 1,
        ts: '2026-01-05T09:11:11.000Z',
        account: 'corp\\alice',
        ip: '203.0.113.9',
        country: 'DE',
        resource: 'portal',
        action: 'gateway-connected',
        outcome: 'success',
      },
    ]);
  });

  it('reads AnyConnect messages', async () => {
    const log = await readLog(
      'Jan 05 2026 10:11:12 fw1 : %ASA-6-113039: Group <GP> User <alice> IP <203.0.113.9> AnyConnect parent session started.\nJan 05 2026 12:11:12 fw1 : %ASA-4-113019: Group = GP, Username = alice, IP = 203.0.113.9, Session disconnected. Session Type: AnyConnect-Parent, Duration: 1h:02m:03s, Bytes xmt: 11, Bytes rcv: 22, Reason: User Requested\nJan 05 2026 12:11:13 fw1 : %ASA-6-302013: Built outbound TCP connection\n',
      { answers: { zone: 'UTC' } },
    );
    expect([presetOf(log), log.check.skipped]).toEqual(['vpn.anyconnect', 1]);
    expect(log.events).toEqual([
      {
        row: 1,
        ts: '2026-01-05T10:11:12.000Z',
        account: 'alice',
        ip: '203.0.113.9',
        resource: 'GP',
        action: 'vpn session started',
        outcome: 'success',
      },
      {
        row: 2,
        ts: '2026-01-05T12:11:12.000Z',
        account: 'alice',
        ip: '203.0.113.9',
        resource: 'GP',
        action: 'vpn session ended',
        outcome: 'success',
        bytes: 11,
      },
    ]);
  });

  it('reads OpenSSH over New Year', async () => {
    const log = await readLog(
      'Dec 31 23:59:58 h sshd[1]: Accepted publickey for alice from 203.0.113.9 port 1 ssh2\nJan  1 00:00:02 h sshd[1]: Failed password for invalid user bob from 2001:db8::5 port 1 ssh2\n',
      { answers: { zone: 'UTC', year: 2025 } },
    );
    expect([presetOf(log), log.events]).toEqual([
      'ssh.syslog',
      [
        {
          row: 1,
          ts: '2025-12-31T23:59:58.000Z',
          account: 'alice',
          ip: '203.0.113.9',
          resource: 'h',
          action: 'ssh login publickey',
          outcome: 'success',
        },
        {
          row: 2,
          ts: '2026-01-01T00:00:02.000Z',
          account: 'bob',
          ip: '2001:db8::5',
          resource: 'h',
          action: 'ssh login password',
          outcome: 'failure',
        },
      ],
    ]);
  });
});

describe('web servers and gateways', () => {
  const line =
    '10.0.0.1 - alice [05/Jan/2026:10:11:12 +0100] "POST /v1/models/atlas-70b:predict?key=secret HTTP/1.1" 200 5123 "-" "curl/8.9" "203.0.113.9, 10.0.0.1"';
  const expected = {
    row: 1,
    ts: '2026-01-05T09:11:12.000Z',
    account: 'alice',
    ip: '203.0.113.9',
    resource: 'atlas-70b',
    action: 'POST',
    outcome: 'success',
    bytes: 5123,
  };

  it('reads combined logs, plain and packed', async () => {
    expect((await readLog(`${line}\n`)).events).toEqual([expected]);
    const packed = await readLog(gzipSync(`${line}\nnonsense\n`), {}, 'access.log.gz');
    expect([packed.events, packed.problems]).toEqual([[expected], { brokenRecord: 1 }]);
    expect(packed.evidence.get(2)).toEqual(['nonsense']);
  });

  it('takes a model’s name by the person’s own pattern', async () => {
    const log = await readLog(`${line.replace('/v1/models/atlas-70b:predict', '/llm/team/atlas-70b/generate')}\n`, {
      answers: { resourcePattern: '/llm/[^/]+/(?<model>[^/]+)' },
    });
    expect(log.events[0]?.['resource']).toBe('atlas-70b');
  });

  it('reads nginx JSON, API gateway and Azure gateway records, and load balancer lines', async () => {
    const nginx = await readLog(
      `${JSON.stringify({ msec: '1767604272.345', remote_addr: '203.0.113.9', remote_user: 'alice', request_uri: '/v1/models/atlas:predict', request_method: 'POST', status: 403, body_bytes_sent: 12, http_user_agent: 'x' })}\n`,
    );
    expect([presetOf(nginx), nginx.events]).toEqual([
      'web.nginxJson',
      [
        {
          row: 1,
          ts: '2026-01-05T09:11:12.345Z',
          account: 'alice',
          ip: '203.0.113.9',
          resource: 'atlas',
          action: 'POST',
          outcome: 'denied',
          bytes: 12,
        },
      ],
    ]);
    const gateway = await readLog(
      `${JSON.stringify({ requestId: 'q1', ip: '203.0.113.9', email: 'alice@example.com', requestTimeEpoch: 1767604272345, httpMethod: 'GET', resourcePath: '/models/atlas', status: '200', protocol: 'HTTP/1.1', responseLength: '9' })}\n`,
    );
    expect([presetOf(gateway), gateway.events]).toEqual([
      'web.apiGateway',
      [
        {
          row: 1,
          ts: '2026-01-05T09:11:12.345Z',
          account: 'alice@example.com',
          ip: '203.0.113.9',
          resource: 'atlas',
          action: 'GET',
          outcome: 'success',
          bytes: 9,
          id: 'q1',
        },
      ],
    ]);
    const azure = await readLog(
      `${JSON.stringify({ time: '2026-01-05T09:11:12Z', resourceId: 'x', category: 'ApplicationGatewayAccessLog', operationName: 'ApplicationGatewayAccess', properties: { clientIP: '203.0.113.9', requestUri: '/models/atlas', httpMethod: 'GET', httpStatus: 200, timeTaken: 1, user: 'alice' } })}\n`,
    );
    expect([presetOf(azure), azure.events]).toEqual([
      'web.azureGateway',
      [
        {
          row: 1,
          ts: '2026-01-05T09:11:12.000Z',
          account: 'alice',
          ip: '203.0.113.9',
          resource: 'atlas',
          action: 'GET',
          outcome: 'success',
        },
      ],
    ]);
    const alb = await readLog(
      'https 2026-01-05T10:11:12.186641Z app/lb/50dc 203.0.113.9:2817 10.0.0.1:80 0.086 0.048 0.037 200 200 0 57 "GET https://example.com:443/v1/models/atlas HTTP/1.1" "curl/7.46.0" ECDHE TLSv1.2 arn:aws:tg "Root=1" "example.com" "arn:aws:acm" 1 2026-01-05T10:11:12.364000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-"\n',
    );
    expect([presetOf(alb), alb.problems, alb.check.questions.map(({ about }) => about)]).toEqual([
      'web.alb',
      { noAccount: 1 },
      ['account'],
    ]);
  });
});
