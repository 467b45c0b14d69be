import { describe, expect, it } from 'vitest';
import { csvOf, readLog } from '../../../../../test/fixtures/access-logs/read-log.ts';

const portal =
  'Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,User type,Cross tenant access type,Incoming token type,Authentication Protocol,Unique token identifier,Original transfer method,Client credential type,Token Protection - Sign In Session,Token Protection - Sign In Session StatusCode,Application,Application ID ,App owner tenant ID,Resource,Resource ID ,Resource tenant ID,Resource owner tenant ID,Home tenant ID,Home tenant name,IP address,Location,Status,Sign-in error code,Failure reason,Client app,Device ID,Browser,Operating System,Compliant,Managed,Join Type,Multifactor authentication result,Multifactor authentication auth method,Multifactor authentication auth detail,Authentication requirement,Sign-in identifier,Session ID,IP address (seen by resource),Through Global Secure Access,Global Secure Access IP address,Autonomous system  number,Flagged for review,Token issuer type,Incoming token type,Token issuer name,Latency,Conditional Access,Managed Identity type,Associated Resource Id,Federated Token Id,Federated Token Issuer';

describe('Microsoft Entra ID', () => {
  it('reads the portal CSV with its repeated and padded titles', async () => {
    const { proposal, events, problems } = await readLog(
      csvOf(portal, [
        {
          'Date (UTC)': '2026-05-01T12:34:56Z',
          'Request ID': 'r1',
          Username: 'alice@example.com',
          User: 'Alice',
          'IP address': '203.0.113.9',
          Location: 'Berlin, Berlin, DE',
          Resource: 'Atlas weights',
          Status: 'Success',
          'Sign-in error code': '0',
          'Client app': 'Browser',
        },
        {
          'Date (UTC)': '2026-05-01 12:35:00',
          'Request ID': 'r2',
          'User ID': 'guid-2',
          'IP address': '2001:db8::1',
          Location: ', , RU',
          Application: 'Portal',
          Status: 'Failure',
          'Sign-in error code': '50126',
        },
      ]),
    );
    expect(proposal.reading.preset).toBe('entra.portal');
    expect(proposal.reading.titles.filter((title) => title.startsWith('Incoming token type'))).toEqual([
      'Incoming token type',
      'Incoming token type (2)',
    ]);
    expect(events).toEqual([
      {
        row: 2,
        ts: '2026-05-01T12:34:56.000Z',
        account: 'alice@example.com',
        ip: '203.0.113.9',
        country: 'DE',
        resource: 'Atlas weights',
        action: 'Browser',
        outcome: 'success',
        id: 'r1',
      },
      {
        row: 3,
        ts: '2026-05-01T12:35:00.000Z',
        account: 'guid-2',
        ip: '2001:db8::1',
        country: 'RU',
        resource: 'Portal',
        outcome: 'failure',
        id: 'r2',
      },
    ]);
    expect(problems).toEqual({});
  });

  it('asks for the order of day and month of a PowerShell export, unless a value decides it', async () => {
    const header =
      'CreatedDateTime,UserPrincipalName,UserDisplayName,AppDisplayName,IPAddress,City,Country,Device,Browser,OS,Status,RiskState,RiskLevelDuringSignIn,RiskLevelAggregated,ConditionalAccessStatus';
    const row = (time: string) => ({
      CreatedDateTime: time,
      UserPrincipalName: 'a@example.com',
      AppDisplayName: 'App',
      IPAddress: '203.0.113.9',
      Country: 'FR',
      Status: 'Success',
    });
    const open = await readLog(csvOf(header, [row('05/01/2026 10:11:12')]));
    expect(open.proposal.reading.preset).toBe('entra.powershell');
    expect(open.check.questions).toMatchObject([
      {
        kind: 'dateOrder',
        options: [
          { answer: 'DMY', samples: [{ to: '2026-01-05T10:11:12.000Z' }] },
          { answer: 'MDY', samples: [{ to: '2026-05-01T10:11:12.000Z' }] },
        ],
      },
    ]);
    expect(open.events).toEqual([]);
    const decided = await readLog(csvOf(header, [row('05/01/2026 10:11:12'), row('31/01/2026 10:11:12')]));
    expect(decided.check.answers.dateOrder).toBe('DMY');
    expect(decided.events.map((event) => event['ts'])).toEqual(['2026-01-05T10:11:12.000Z', '2026-01-31T10:11:12.000Z']);
  });

  it('reads Graph pages, indented, with the rest of the page around them', async () => {
    const page = {
      '@odata.context': 'https://graph.example/$metadata',
      value: [
        {
          id: 'g1',
          createdDateTime: '2026-05-01T12:34:56.789Z',
          userPrincipalName: 'alice@example.com',
          userId: 'u',
          appDisplayName: 'Portal',
          resourceDisplayName: 'Atlas',
          ipAddress: '203.0.113.9',
          clientAppUsed: 'Browser',
          conditionalAccessStatus: 'success',
          isInteractive: true,
          status: { errorCode: 53003 },
          location: { city: 'Rome', countryOrRegion: 'IT' },
        },
      ],
      '@odata.nextLink': 'https://graph.example/next',
    };
    const { proposal, events } = await readLog(JSON.stringify(page, null, 2));
    expect(proposal.reading.preset).toBe('entra.graph');
    expect(events).toEqual([
      {
        row: 1,
        ts: '2026-05-01T12:34:56.789Z',
        account: 'alice@example.com',
        ip: '203.0.113.9',
        country: 'IT',
        resource: 'Atlas',
        action: 'Browser',
        outcome: 'denied',
        id: 'g1',
      },
    ]);
  });

  it('reads diagnostic lines and Log Analytics tables', async () => {
    const line = {
      time: '2026-05-01T12:34:56Z',
      resourceId: '/tenants/t/providers/Microsoft.aadiam',
      operationName: 'Sign-in activity',
      category: 'SignInLogs',
      resultType: '0',
      callerIpAddress: '203.0.113.9',
      location: 'DE',
      properties: {
        id: 'd1',
        userPrincipalName: 'alice@example.com',
        resourceDisplayName: 'Atlas',
        status: { errorCode: 0 },
        location: { countryOrRegion: 'DE' },
      },
    };
    const diagnostic = await readLog(`${JSON.stringify(line)}\n`);
    expect(diagnostic.proposal.reading.preset).toBe('entra.diagnostic');
    expect(diagnostic.events).toMatchObject([
      { account: 'alice@example.com', country: 'DE', resource: 'Atlas', outcome: 'success', id: 'd1' },
    ]);
    const table = await readLog(
      csvOf('TimeGenerated [UTC],UserPrincipalName,OperationName,Category,ResultType,IPAddress,Location,AppDisplayName,CorrelationId', [
        {
          'TimeGenerated [UTC]': '5/1/2026, 1:34:56.789 PM',
          UserPrincipalName: 'alice@example.com',
          OperationName: 'Sign-in activity',
          ResultType: '0',
          IPAddress: '203.0.113.9',
          Location: 'DE',
          AppDisplayName: 'Portal',
          CorrelationId: 'c1',
        },
      ]),
    );
    expect(table.proposal.reading.preset).toBe('entra.logAnalytics');
    expect(table.events).toEqual([
      {
        row: 2,
        ts: '2026-05-01T13:34:56.789Z',
        account: 'alice@example.com',
        ip: '203.0.113.9',
        country: 'DE',
        resource: 'Portal',
        action: 'Sign-in activity',
        outcome: 'success',
        id: 'c1',
      },
    ]);
  });

  it('reads the unified audit log as lines and as PowerShell writes it, and the Azure Activity log', async () => {
    const data = {
      CreationTime: '2026-05-01T12:34:56',
      Id: 'm1',
      Operation: 'FileDownloaded',
      UserId: 'alice@example.com',
      ClientIP: '203.0.113.9:443',
      ObjectId: 'atlas.bin',
      Workload: 'SharePoint',
      ResultStatus: 'Succeeded',
    };
    const expected = {
      row: 1,
      ts: '2026-05-01T12:34:56.000Z',
      account: 'alice@example.com',
      ip: '203.0.113.9',
      resource: 'atlas.bin',
      action: 'FileDownloaded',
      outcome: 'success',
      id: 'm1',
    };
    const lines = await readLog(`${JSON.stringify(data)}\n`);
    expect([lines.proposal.reading.preset, lines.events]).toEqual(['m365.auditJson', [expected]]);
    const shell = await readLog(
      JSON.stringify([
        {
          ResultIndex: 1,
          Identity: 'm1',
          RecordType: 6,
          CreationDate: '/Date(1777638896000)/',
          UserIds: 'alice@example.com',
          Operations: 'FileDownloaded',
          AuditData: JSON.stringify(data),
        },
      ]),
    );
    expect([shell.proposal.reading.preset, shell.events]).toEqual(['m365.audit', [expected]]);
    const activity = await readLog(
      `${JSON.stringify({ caller: 'alice@example.com', eventTimestamp: '2026-05-01T12:34:56.1234567Z', eventDataId: 'z1', correlationId: 'c', httpRequest: { clientIpAddress: '203.0.113.9' }, operationName: { value: 'Microsoft.MachineLearningServices/workspaces/models/read' }, resourceId: '/subscriptions/s/models/atlas', status: { value: 'Succeeded' }, subscriptionId: 's' })}\n`,
    );
    expect([activity.proposal.reading.preset, activity.events]).toEqual([
      'azure.activity',
      [
        {
          row: 1,
          ts: '2026-05-01T12:34:56.123Z',
          account: 'alice@example.com',
          ip: '203.0.113.9',
          resource: '/subscriptions/s/models/atlas',
          action: 'Microsoft.MachineLearningServices/workspaces/models/read',
          outcome: 'success',
          id: 'z1',
        },
      ],
    ]);
  });

  it('reads the facts of the unified audit log out of the JSON in a cell', async () => {
    const data = {
      CreationTime: '2026-05-01T12:34:56',
      Id: 'm1',
      Operation: 'FileDownloaded',
      UserId: 'alice@example.com',
      ClientIP: '[2001:db8::1]:443',
      ObjectId: 'https://x.example/atlas.bin',
      Workload: 'SharePoint',
      ResultStatus: 'Succeeded',
    };
    const { proposal, events } = await readLog(
      csvOf('RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames', [
        {
          RecordId: 'm1',
          CreationDate: '5/1/2026 12:34:56 PM',
          RecordType: '6',
          Operation: 'FileDownloaded',
          UserId: 'alice@example.com',
          AuditData: JSON.stringify(data),
        },
      ]),
    );
    expect(proposal.reading.preset).toBe('m365.audit');
    expect(events).toEqual([
      {
        row: 2,
        ts: '2026-05-01T12:34:56.000Z',
        account: 'alice@example.com',
        ip: '2001:db8::1',
        resource: 'https://x.example/atlas.bin',
        action: 'FileDownloaded',
        outcome: 'success',
        id: 'm1',
      },
    ]);
  });
});

describe('Okta', () => {
  it('reads the CSV; messages of the system are about their target', async () => {
    const header =
      'timestamp,actor.id,actor.type,actor.alternate_id,actor.display_name,client.ip_address,client.geographical_context.country,display_message,event_type,outcome.result,severity,uuid,security_context.is_proxy,target0.id,target0.type,target0.alternate_id,target0.display_name';
    const { proposal, events } = await readLog(
      csvOf(header, [
        {
          timestamp: '2026-05-01T12:34:56.123Z',
          'actor.alternate_id': 'alice@example.com',
          'client.ip_address': '203.0.113.9',
          'client.geographical_context.country': 'United States',
          event_type: 'user.authentication.sso',
          'outcome.result': 'SUCCESS',
          uuid: 'o1',
          'target0.display_name': 'Atlas',
          'target0.alternate_id': 'Atlas',
        },
        {
          timestamp: '2026-05-01T12:34:57.123Z',
          'actor.alternate_id': 'system@okta.com',
          event_type: 'system.sms.send',
          'outcome.result': 'DENY',
          uuid: 'o2',
        },
        {
          timestamp: '2026-05-01T12:34:58.123Z',
          'actor.alternate_id': 'system@okta',
          event_type: 'system.email.send',
          'outcome.result': 'ALLOW',
          uuid: 'o3',
          'target0.alternate_id': 'bob@example.com',
        },
      ]),
    );
    expect(proposal.reading.preset).toBe('okta.csv');
    expect(events[0]).toEqual({
      row: 2,
      ts: '2026-05-01T12:34:56.123Z',
      account: 'alice@example.com',
      ip: '203.0.113.9',
      country: 'US',
      resource: 'Atlas',
      action: 'user.authentication.sso',
      outcome: 'success',
      id: 'o1',
    });
    expect(events.slice(1).map((event) => [event['account'], event['outcome']])).toEqual([
      ['system@okta.com', 'denied'],
      ['bob@example.com', 'success'],
    ]);
  });

  it('reads the JSON in camel case, snake case and lower case alike', async () => {
    const camel = {
      uuid: 'o1',
      published: '2026-05-01T12:34:56.123Z',
      eventType: 'user.session.start',
      severity: 'INFO',
      actor: { alternateId: 'alice@example.com' },
      client: { ipAddress: '203.0.113.9', geographicalContext: { country: 'Brazil' } },
      outcome: { result: 'FAILURE' },
      target: [
        { type: 'User', displayName: 'Alice' },
        { type: 'AppInstance', displayName: 'Atlas' },
      ],
      version: '0',
      displayMessage: 'x',
    };
    const snake = {
      uuid: 'o2',
      published: '2026-05-01 12:34:57.123',
      event_type: 'user.session.start',
      severity: 'INFO',
      actor: { alternate_id: 'bob@example.com' },
      client: { ip_address: '203.0.113.10' },
      outcome: { result: 'SKIPPED' },
      version: '0',
      display_message: 'x',
    };
    const one = await readLog(JSON.stringify([camel]));
    const two = await readLog(JSON.stringify([snake]));
    expect([one.proposal.reading.preset, two.proposal.reading.preset]).toEqual(['okta.json', 'okta.json']);
    expect(one.events).toEqual([
      {
        row: 1,
        ts: '2026-05-01T12:34:56.123Z',
        account: 'alice@example.com',
        ip: '203.0.113.9',
        country: 'BR',
        resource: 'Atlas',
        action: 'user.session.start',
        outcome: 'failure',
        id: 'o1',
      },
    ]);
    expect(two.events).toEqual([
      { row: 1, ts: '2026-05-01T12:34:57.123Z', account: 'bob@example.com', ip: '203.0.113.10', action: 'user.session.start', id: 'o2' },
    ]);
  });
});

describe('Google', () => {
  it('makes one event of each entry of an activity and keeps ids of 19 digits', async () => {
    const page = {
      kind: 'admin#reports#activities',
      items: [
        {
          kind: 'admin#reports#activity',
          id: { time: '2026-05-01T12:34:56.123Z', uniqueQualifier: '-4321098765432109876', applicationName: 'login', customerId: 'C1' },
          actor: { email: 'alice@example.com', profileId: '1' },
          ipAddress: '203.0.113.9',
          networkInfo: { ipAsn: [7018], regionCode: 'US' },
          events: [
            { type: 'login', name: 'login_challenge' },
            { type: 'login', name: 'login_success', parameters: [{ name: 'login_type', value: 'google_password' }] },
            { name: 'login_failure' },
          ],
        },
      ],
    };
    const { proposal, events, keys, check } = await readLog(JSON.stringify(page));
    expect(proposal.reading.preset).toBe('google.activity');
    expect(check.rows).toBe(1);
    expect(events.map((event) => [event['row'], event['action'], event['outcome']])).toEqual([
      [1, 'login_challenge', undefined],
      [1, 'login_success', 'success'],
      [1, 'login_failure', 'failure'],
    ]);
    expect(events[0]).toMatchObject({ country: 'US', id: '2026-05-01T12:34:56.123Z/-4321098765432109876' });
    expect(new Set(keys).size).toBe(3);
    const bare = await readLog(JSON.stringify(page).replace('"-4321098765432109876"', '-4321098765432109876'));
    expect(bare.keys).toEqual(keys);
  });

  it('reads flattened tables, and warns of ids a spreadsheet has rounded', async () => {
    const { proposal, events, problems } = await readLog(
      csvOf(
        'TenantId,TimeGenerated [UTC],Kind,Etag,SrcIpAddr,IdApplicationName,IdCustomerId,IdUniqueQualifier,IdTime,NetworkInfoRegionCode,ActorEmail,EventType,EventName,LoginType,IsSuspicious',
        [
          {
            'TimeGenerated [UTC]': '5/1/2026, 12:40:00.000 PM',
            SrcIpAddr: '203.0.113.9',
            IdApplicationName: 'login',
            IdUniqueQualifier: '-4.32E+18',
            IdTime: '2026-05-01T12:34:56Z',
            NetworkInfoRegionCode: 'US-CA',
            ActorEmail: 'alice@example.com',
            EventName: 'login_success',
          },
        ],
      ),
    );
    expect(proposal.reading.preset).toBe('google.flat');
    expect(events).toMatchObject([{ ts: '2026-05-01T12:34:56.000Z', account: 'alice@example.com', country: 'US', outcome: 'success' }]);
    expect(problems).toEqual({});
  });

  it('asks for the zone of an Admin console export that names none', async () => {
    const header = 'Date,Event,Description,Actor,Login type,Challenge type,IP address,IP ASN,Device ID';
    const open = await readLog(
      csvOf(header, [{ Date: '2026-03-01 09:15:00', Event: 'Successful login', Actor: 'alice@example.com', 'IP address': '203.0.113.9' }]),
    );
    expect(open.proposal.reading.preset).toBe('google.adminConsole');
    expect(open.proposal.notes).toContain('browserZone');
    expect(open.check.questions.map(({ kind }) => kind)).toEqual(['zone']);
    const offset = await readLog(
      csvOf(header, [
        { Date: '2026-03-01T09:15:00-05:00', Event: 'Failed login', Actor: 'alice@example.com', 'IP address': '203.0.113.9' },
      ]),
    );
    expect(offset.events).toMatchObject([{ ts: '2026-03-01T14:15:00.000Z', outcome: 'failure' }]);
    const older = await readLog(
      csvOf('Event Name,Event Description,User,IP Address,Date', [
        { 'Event Name': 'Successful login', User: 'alice@example.com', 'IP Address': '203.0.113.9', Date: '2026-03-01T09:15:00Z' },
      ]),
    );
    expect(older.proposal.reading.preset).toBe('google.adminConsoleOld');
    expect(older.events).toMatchObject([{ account: 'alice@example.com', outcome: 'success' }]);
  });

  it('reads cloud audit entries as JSON and as a table', async () => {
    const entry = {
      insertId: 'i1',
      logName: 'projects/p/logs/cloudaudit.googleapis.com%2Fdata_access',
      timestamp: '2026-05-01T12:34:56.123456789Z',
      severity: 'NOTICE',
      resource: { type: 'aiplatform' },
      protoPayload: {
        '@type': 'type.googleapis.com/google.cloud.audit.AuditLog',
        serviceName: 'aiplatform.googleapis.com',
        methodName: 'google.cloud.aiplatform.v1.PredictionService.Predict',
        resourceName: 'projects/p/models/atlas',
        authenticationInfo: { principalEmail: 'alice@example.com' },
        requestMetadata: { callerIp: '203.0.113.9' },
        status: { code: 7, message: 'denied' },
      },
    };
    const json = await readLog(JSON.stringify([entry]));
    expect(json.proposal.reading.preset).toBe('gcp.audit');
    const expected = {
      ts: '2026-05-01T12:34:56.123Z',
      account: 'alice@example.com',
      ip: '203.0.113.9',
      resource: 'projects/p/models/atlas',
      action: 'google.cloud.aiplatform.v1.PredictionService.Predict',
      outcome: 'denied',
      id: 'i1',
    };
    expect(json.events).toEqual([{ row: 1, ...expected }]);
    const header =
      'insertId,timestamp,logName,severity,protoPayload.methodName,protoPayload.resourceName,protoPayload.serviceName,protoPayload.authenticationInfo.principalEmail,protoPayload.requestMetadata.callerIp,protoPayload.status.code';
    const table = await readLog(
      csvOf(header, [
        {
          insertId: 'i1',
          timestamp: entry.timestamp,
          'protoPayload.methodName': entry.protoPayload.methodName,
          'protoPayload.resourceName': 'projects/p/models/atlas',
          'protoPayload.authenticationInfo.principalEmail': 'alice@example.com',
          'protoPayload.requestMetadata.callerIp': '203.0.113.9',
          'protoPayload.status.code': '7',
        },
      ]),
    );
    expect(table.proposal.reading.preset).toBe('gcp.auditCsv');
    expect(table.events).toEqual([{ row: 2, ...expected }]);
    expect(table.keys).toEqual(json.keys);
    const inside = await readLog(
      JSON.stringify([{ ...entry, protoPayload: { ...entry.protoPayload, requestMetadata: { callerIp: 'private' }, status: {} } }]),
    );
    expect(inside.events).toMatchObject([{ ip: 'private', outcome: 'success' }]);
    expect(inside.problems).toEqual({});
  });
});
