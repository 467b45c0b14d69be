/** Kinds of report in the gallery: names, what each is for, and the words of the reports themselves. */
export const reportKindText = {
  'report.kind.executive-summary': 'Executive summary',
  'report.kind.executive-summary.for': 'One or two pages for a board or a bank: where things stand, what is open, what comes next.',
  'report.kind.asset-register': 'Asset register',
  'report.kind.asset-register.for': 'Every model, chip, system, software and technology with its owner, facts answered and standing.',
  'report.kind.classification-register': 'Classification register',
  'report.kind.classification-register.for': 'What each asset was found to be, under which entries, how sure, and who decided.',
  'report.kind.classification-memos': 'Classification memos',
  'report.kind.classification-memos.for': 'The full memo of each asset in one document, with facts, reasons and sources.',
  'report.kind.access-audit': 'Access audit',
  'report.kind.access-audit.for': 'Who reached what from where, the findings, what was explained and what is open.',
  'report.kind.people-and-control-plans': 'People and technology control plans',
  'report.kind.people-and-control-plans.for': 'Who may reach which controlled asset, on what basis, and the plan that keeps it so.',
  'report.kind.screening': 'Screening',
  'report.kind.screening.for': 'Against which lists of which day everybody was screened, what was hit, and what a person decided.',
  'report.kind.plan-status': 'Plan status',
  'report.kind.plan-status.for': 'Progress of the plan: what moved, what slipped and why, and what comes next.',
  'report.kind.programme-assessment': 'Programme assessment',
  'report.kind.programme-assessment.for': 'The elements of the compliance programme with their maturity, evidence and gaps.',
  'report.kind.risk-assessment': 'Risk assessment',
  'report.kind.risk-assessment.for': 'Models against places, end uses and misuse, with the sign-off of the quarter.',
  'report.kind.incident-file': 'Incident file',
  'report.kind.incident-file.for': 'One incident from the first report to the lessons, with its clock, decisions and evidence.',
  'report.kind.policy-manual': 'Policy manual',
  'report.kind.policy-manual.for': 'The written programme, from the settings and roles of this workspace.',
  'report.kind.data-and-rule-ages': 'Data and rule ages',
  'report.kind.data-and-rule-ages.for': 'How old each list and rule pack is, when each was last checked, and what is due.',
  'report.kind.change-log': 'Change log',
  'report.kind.change-log.for': 'What changed in the workspace, by whom and when, with the check of the chain.',

  'report.kind.binder': 'Audit binder',
  'report.file.binder': 'Audit binder {workspace} {day}',
  'report.fileType.zip': 'Archive',
  'report.fileType.docx': 'Word document',
  'job.reports.binder': 'Making the binder',
  'journal.reports.saveBinder': 'Audit binder {number}, {subject}, was saved ({format})',
  'journal.reports.makeKey': 'The key that signs binders was made, fingerprint {fingerprint}',
  'report.binder.subject': '{count, plural, one {one file} other {# files}}',
  'report.binder.title': 'Audit binder',
  'report.binder.under': 'Reports and evidence of {workspace}, judged as of {day}. Prepared by {name}.',
  'report.binder.word':
    '{reports, plural, =0 {No report} one {One report file} other {# report files}}, {evidence, plural, =0 {no file of evidence} one {one file of evidence} other {# files of evidence}}',
  'report.binder.sentence':
    'Each file is named below with its hash. The list of hashes is signed with a key of the workspace, so that a change to any file can be seen without this program.',
  'report.binder.number': 'Number',
  'report.binder.made': 'Made',
  'report.binder.by': 'By',
  'report.binder.withheld': 'Held back',
  'report.binder.reports': 'Reports',
  'report.binder.evidence': 'Evidence',
  'report.binder.evidenceList':
    'The workspace keeps {files, plural, =0 {no file} one {one file} other {# files}}, {links, plural, =0 {no link} one {one link} other {# links}} and {notes, plural, =0 {no note} one {one note} other {# notes}} as evidence; evidence.xlsx lists each. {filesLeftOut, plural, =0 {Every file is in this binder.} one {One file is not in this binder.} other {# files are not in this binder.}} {adviceLeftOut, plural, =0 {No piece is advice of counsel.} one {One more piece is advice of counsel and is not listed.} other {# more pieces are advice of counsel and are not listed.}}',
  'report.binder.unfiled': 'Links and notes kept as evidence',
  'report.binder.unfiledMore': '{count, plural, one {One more is} other {# more are}} in evidence.xlsx.',
  'report.binder.hashes': 'SHA-256 of each file',
  'report.binder.prove': 'How to prove it whole',
  'report.binder.packs': 'Rule packs judged by',
  'report.binder.file': 'File',
  'report.binder.report': 'Report',
  'report.binder.no': 'Number',
  'report.binder.pages': 'Pages',
  'report.binder.size': 'Size',
  'report.binder.about': 'About',
  'report.binder.added': 'Added',
  'report.binder.noReports': 'No report was chosen.',
  'report.binder.noEvidence': 'No file of evidence is in this binder.',
  'report.binder.held':
    '{count, plural, one {One file of evidence is} other {# files of evidence are}} held back, because the redaction profile leaves files out: a file cannot be redacted.',
  'report.binder.fingerprint': 'Fingerprint',
  'report.binder.proveText':
    'Compare the fingerprint with the one the sender gives you by another way: it stands in the reports settings of the workspace. Then run the first two commands in this folder, or the third where Gatehouse is installed.',
  'report.binder.proveMore': 'README.txt says what each command must answer, and how the fingerprint follows from the key.',
  'report.binder.recipe': `Audit binder {number}, {workspace}

This folder can be proved whole with common tools, without Gatehouse.

1. Every file is as it was when the binder was made:

     sha256sum -c SHA256SUMS

   Each line must end with OK. On macOS: shasum -a 256 -c SHA256SUMS
   A file that SHA256SUMS does not name, other than SHA256SUMS itself and
   SHA256SUMS.sig, was added later. This lists the files:

     find . -type f

2. SHA256SUMS is as it was signed:

     openssl pkeyutl -verify -rawin -pubin -inkey public-key.pem -in SHA256SUMS -sigfile SHA256SUMS.sig

   It must answer: Signature Verified Successfully. (OpenSSL 1.1.1 or later.)

3. The key is the sender''s. Its fingerprint is

     {fingerprint}

   which is the SHA-256 of the last 32 bytes of the key:

     openssl pkey -pubin -in public-key.pem -outform DER | tail -c 32 | sha256sum

   Ask the sender for the fingerprint by another way than this binder. In
   Gatehouse it stands under Settings, Reports. Steps 1 and 2 alone show that
   nothing changed since somebody signed it; step 3 shows who.

With Gatehouse, all of it in one step:

     gatehouse verify PATH --fingerprint FINGERPRINT

   Exit code 0: whole. 5: altered, and the first altered thing is named.

index.pdf and index.html say what the binder holds; manifest.json says the
same for programs. evidence.xlsx lists all evidence of the workspace but
advice of counsel. Prepared with Gatehouse. Not legal advice.`,

  'report.brand.tooLight': 'The colour has a contrast of {ratio} to 1 on white paper; text needs {least} to 1. Choose a darker one.',
  'report.fileType.logo': 'Picture, PNG or SVG',
  'journal.reports.setBrand': 'The brand of reports was changed',
  'error.file.refused.logoTooLarge': 'A logo may have {limit} KB and 4,000 pixels a side at most.',
  'error.file.refused.logoKind': 'The file is neither a PNG nor an SVG picture.',
  'error.file.refused.logoReachesOut': 'The SVG holds a script, another file or an address. Save it as plain shapes, or as PNG.',
  'job.reports.save': 'Saving the report',
  'journal.reports.save': 'Report {number}, {subject}, was saved ({format})',
  'journal.reports.print': 'Report {number}, {subject}, was printed',

  'report.file.report': '{number} {title}',
  'report.ages.under': 'Lists of restricted parties and rule packs that answers in this workspace rest on, with their age.',
  'report.ages.lists': 'Lists of restricted parties',
  'report.ages.packs': 'Rule packs',
  'report.ages.list': 'List',
  'report.ages.published': 'Published',
  'report.ages.age': 'Age',
  'report.ages.parties': 'Parties',
  'report.ages.hash': 'SHA-256',
  'report.ages.pack': 'Rule pack',
  'report.ages.version': 'Version',
  'report.ages.checked': 'Last checked',
  'report.ages.imported': 'Brought in',
  'report.ages.due': 'Due',
  'report.ages.looked': 'Last looked through here',
  'report.ages.nobody': 'Nobody yet',
  'report.ages.look': '{on}, {by}. {outcome}',
  'report.ages.isDue': '{on}, due',
  'report.ages.notDue': 'no day',
  'report.ages.how':
    'An official list is due on the first day on which it counts as old: when more than {days, plural, one {# day has} other {# days have}} gone by since the day it speaks of. A rule pack is due after the span set in the rule watch, counted from its own check or the last look recorded here, whichever is later, or on the day that look named.',
  'report.ages.used': 'Used',
  'report.ages.days': '{count, plural, one {# day} other {# days}}',
  'report.ages.old': '{count, plural, one {# day, old} other {# days, old}}',
  'report.ages.notLoaded': 'not loaded',
  'report.ages.off': 'left out of screening',
  'report.ages.noLists': 'No list of restricted parties is loaded.',
  'report.ages.noDay': 'day not known',

  'report.memos.under': '{count, plural, =0 {No asset has a memo.} one {The memo of one asset.} other {The memos of # assets.}}',
  'report.memos.more':
    '{count, plural, one {One more asset has a memo} other {# more assets have memos}} of {count, plural, one {its} other {their}} own; this document holds the first two hundred.',
  'report.contents': 'Contents',
  'report.rowsMore': '{count, plural, one {One more row stands} other {# more rows stand}} in the workbook and the data of this report.',
  'report.standings': 'Assets by standing under export control.',

  'report.assets.under':
    '{count, plural, =0 {No asset is registered.} one {One asset that is not archived.} other {# assets that are not archived.}}',
  'report.assets.picture': 'Standing at a glance',
  'report.assets.standing':
    'Standing is what the stored finding says on this day; a person decides the classification. Answered is the share of the record that is filled in.',
  'report.assets.none': 'No asset is registered.',
  'report.register.under':
    '{count, plural, one {One asset} other {# assets}}. {open, plural, =0 {None has an entry that cannot be decided yet.} one {One has an entry that cannot be decided yet.} other {# have an entry that cannot be decided yet.}} {decided, plural, =0 {No decision is signed.} one {One decision is signed.} other {# decisions are signed.}}',
  'report.register.entries': '{count, plural, one {One entry} other {# entries}}, see the memo',
  'report.register.how':
    'An entry is met, open, or not met on the facts on record. The memo of each asset names them, with facts, reasons and sources; the workbook names all.',
  'report.classified.never': 'Not assessed',
  'report.classified.none': 'None of this type',
  'report.classified.undetermined': 'Undetermined',
  'report.classified.notSubjectToEar': 'Not subject to the EAR',

  'report.access.picture': 'What was looked at',
  'report.access.events': 'Events',
  'report.access.people': 'People',
  'report.access.accounts': 'Accounts in the logs',
  'report.access.unlinked': 'Accounts nobody answers to',
  'report.access.findings': 'Findings',
  'report.access.open': 'Open',
  'report.access.decided': 'Decided',
  'report.access.byType': 'Findings by kind, open and decided.',
  'report.access.told': 'Findings of high severity',
  'report.access.firstTold':
    'The first {shown, number} of {total, number} findings of high severity are told here. All of them stand under All findings.',
  'report.access.under': 'Under {list}.',
  'report.access.undecided':
    'Not decided yet. {count, plural, =0 {No question is open.} one {One question is open.} other {# questions are open.}}',
  'report.access.decidedBy': '{state} by {name} on {day}: {reason}',
  'report.access.noLogs': 'No access log is imported.',
  'report.access.noFindings': 'The audit found nothing.',
  'report.access.noSpan': 'No dated event is on record.',
  'report.access.span': 'Events from {from} to {until}.',
  'report.access.ran': 'Audited on {day}.',

  'report.people.under':
    '{people, plural, one {One person} other {# people}} and {plans, plural, one {one control plan} other {# control plans}}. Citizenship and standing are left out of print.',
  'report.people.firstPlans':
    'The first {shown, number} of {total, number} control plans are in this report and its workbook. The others are on the page of each asset.',
  'report.people.none': 'No person is on record.',
  'report.people.count': '{count, plural, one {One person} other {# people}}',
  'report.people.noPlans': 'No controlled asset is within reach of anybody.',
  'report.people.standing': 'May reach it',
  'report.people.mayShort': 'Yes',
  'report.people.mayNotShort': 'No',
  'report.people.cannotSayShort': 'Cannot say',

  'report.screening.under':
    '{count, plural, one {One party or person} other {# parties and people}} screened against {lists, plural, one {one list} other {# lists}}, last on {day}.',
  'report.screening.never': 'Nobody has been screened yet.',
  'report.screening.picture': 'Where screening stands',
  'report.screening.parties': 'Parties',
  'report.screening.staff': 'Staff',
  'report.screening.neverCount': 'Never screened',
  'report.screening.changed': 'Changed since',
  'report.screening.waiting': 'Hits to decide, parties',
  'report.screening.waitingStaff': 'Hits to decide, staff',
  'report.screening.unlisted':
    '{count, plural, one {One more hit stands} other {# more hits stand}} on the screening screen only, of parties with more than a hundred.',
  'report.screening.newestRuns': 'The newest {count} screenings.',
  'report.screening.second.agrees': '{by} agreed as second person on {on}',
  'report.screening.second.disagrees': '{by} disagreed as second person on {on}',
  'report.screening.noHits': 'No hit is on record.',
  'report.screening.limits':
    'A screening compares names with lists of a day. It cannot find what a list does not hold; the measured limits are in the manual.',

  'report.summary.under': 'Export-control standing of {workspace} for readers outside the compliance team.',
  'report.summary.word.check': 'Nothing waits',
  'report.summary.word.triangle': 'Work is open',
  'report.summary.word.hand': 'Urgent work is open',
  'report.summary.sentence':
    '{assets, plural, one {One asset} other {# assets}}: {restricted, plural, =0 {none} other {#}} controlled, {undetermined, plural, =0 {none} other {#}} undetermined. {findings, plural, =0 {No access finding is} one {One access finding is} other {# access findings are}} open; {waiting, plural, =0 {no screening hit waits} one {one screening hit waits} other {# screening hits wait}}.',
  'report.summary.assets': 'Assets',
  'report.summary.restricted': 'Controlled',
  'report.summary.undetermined': 'Undetermined',
  'report.summary.questions': 'Open questions',
  'report.summary.findings': 'Access findings',
  'report.summary.hits': 'Screening hits',
  'report.summary.noFindings': 'No finding of high severity is open.',
  'report.summary.noActions': 'Nothing is due.',
  'report.summary.noExpiring': 'No decision runs out soon.',
  'report.summary.basis': 'What this rests on',
  'report.summary.judged':
    'Judged under the rules in force on {day}. Entries that are not enforced, or were not read in the primary text, are marked in the memos.',
  'report.summary.screened': 'Parties and staff were last screened on {day} against {lists, plural, one {one list} other {# lists}}.',
  'report.summary.oldLists':
    '{count, plural, =0 {No list in use is older than a week.} one {One list in use is older than a week.} other {# lists in use are older than a week.}}',

  'report.table.assets': '{count, plural, one {One asset} other {# assets}}',
  'report.table.classifications': 'Classifications',
  'report.table.findings': 'All findings',
  'report.table.places': 'Where access came from',
  'report.table.coverage': 'Coverage of the logs',
  'report.table.plans': 'Control plans',
  'report.table.people': 'People',
  'report.table.hits': 'Hits',
  'report.table.screenedLists': 'Lists',
  'report.table.runs': 'Screenings',
  'report.table.urgentFindings': 'Open findings of high severity',
  'report.table.heldGates': 'Gates that hold a model back after training or before release',
  'report.table.nextActions': 'What comes next',
  'report.table.expiring': 'Decisions that run out',
  'report.table.progress': 'How far the work has come',
  'report.col.measure': 'Measure',
  'report.col.gate': 'Gate',
  'report.col.lacks': 'What is not met',
  'report.col.done': 'Done',
  'report.col.of': 'Of',
  'report.summary.plan':
    'The 90-day plan is in week {week, number} of {weeks, number}: {closed, number} of {tasks, number} tasks are closed, {late, plural, =0 {none is late} one {one is late} other {# are late}}{end, select, none {.} other {, and the last one is expected on {end}.}}',
  'report.summary.noGates': 'No model is held at the end of its training or before its release.',
  'report.summary.gatesFirst': 'The first {shown, number} of {total, number} are shown; the others stand among the gates.',
  'report.summary.noPlan': 'No 90-day plan is in force.',
  'report.summary.assessed':
    'The eight elements were last assessed on {day}, at {maturity, number} of 4 on average, with {gaps, plural, =0 {no gap} one {one gap} other {# gaps}}.',
  'report.summary.notAssessed': 'The eight elements have not been assessed.',
  'report.summary.noMeasures': 'There is nothing to count yet.',

  'report.col.kind': 'Kind',
  'report.col.asset': 'Asset',
  'report.col.version': 'Version',
  'report.col.owner': 'Owner',
  'report.col.site': 'Site',
  'report.col.stage': 'Stage',
  'report.col.standing': 'Standing',
  'report.col.answered': 'Answered',
  'report.col.openQuestions': 'Open questions',
  'report.col.updated': 'Updated',
  'report.col.id': 'Identifier',
  'report.col.classification': 'Classification',
  'report.col.met': 'Entries met',
  'report.col.open': 'Cannot be decided yet',
  'report.col.undetermined': 'Undetermined',
  'report.col.decidedBy': 'Decided by',
  'report.col.expires': 'Holds until',
  'report.col.decision': 'Decision',
  'report.col.missing': 'Missing facts',
  'report.col.changed': 'Changed',
  'report.col.label': 'No.',
  'report.col.type': 'Finding',
  'report.col.title': 'What',
  'report.col.severity': 'Severity',
  'report.col.state': 'State',
  'report.col.person': 'Person',
  'report.col.account': 'Account',
  'report.col.events': 'Events',
  'report.col.firstAt': 'First',
  'report.col.lastAt': 'Last',
  'report.col.confidence': 'Confidence',
  'report.col.country': 'Country',
  'report.col.people': 'People',
  'report.col.findingCount': 'Findings',
  'report.col.embargoed': 'Embargoed',
  'report.col.first': 'First day',
  'report.col.last': 'Last day',
  'report.col.days': 'Days',
  'report.col.longestGap': 'Longest gap, days',
  'report.col.safeguards': 'Safeguards',
  'report.col.entry': 'Entry',
  'report.col.may': 'May',
  'report.col.mayNot': 'May not',
  'report.col.cannotSay': 'Cannot say',
  'report.col.unbriefed': 'Unbriefed',
  'report.col.team': 'Team',
  'report.col.number': 'Number',
  'report.col.role': 'Role',
  'report.col.employment': 'Employment',
  'report.col.accounts': 'Accounts',
  'report.col.lastDay': 'Last day',
  'report.col.party': 'Party',
  'report.col.about': 'About',
  'report.col.entryName': 'Listed name',
  'report.col.list': 'List',
  'report.col.score': 'Score',
  'report.col.band': 'Match',
  'report.col.reason': 'Reason',
  'report.col.lists': 'Lists',
  'report.col.comparedDay': 'Compared as of',
  'report.col.ageDays': 'Age, days',
  'report.col.old': 'Old',
  'report.col.training': 'Training list',
  'report.col.on': 'On',
  'report.col.cause': 'Why',
  'report.col.by': 'By',
  'report.col.subjects': 'Screened',
  'report.col.newHits': 'New hits',
  'report.col.lapsed': 'Lapsed',
  'report.col.action': 'Action',
  'report.col.detail': 'Detail',
  'report.col.due': 'Due',
} as const;
